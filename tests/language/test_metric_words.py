"""Metrics in words: amounts with their measure words, and changes."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.language import language
from speechgen.model.values import Figure

ZH, EN = language("zh-CN"), language("en")


@pytest.mark.parametrize(
    ("figure", "measure", "round_to", "printed"),
    [
        ("2413", "份", 100, "2400余份"),
        ("2400", "份", 100, "2400份"),
        ("23", "场", 10, "20余场"),
        ("7", "场", 10, "7场"),
        ("10", "场", 10, "10场"),
        ("226", "条", None, "226条"),
        ("34567", "人次", 1000, "3.4万余人次"),
        ("34567", "人次", None, "34567人次"),
        ("3.50", "次", None, "3.50次"),
        ("98.6", "%", None, "98.6%"),
        ("96", "次", 10, "近100次"),
        ("28", "场", 10, "近30场"),
        ("26", "场", 10, "20余场"),
        ("95", "次", 10, "90余次"),
        ("634", "条", 10, "630余条"),
        ("9", "场", 10, "9场"),
        ("98.6", "%", 10, "近100%"),
        ("93", "%", 10, "90%以上"),
        ("123456789", "元", 10_000, "1.2亿余元"),
        ("123456789", "元", None, "123456789元"),
        ("123450000", "元", 10_000, "1.2345亿元"),
        ("300000000", "元", None, "3亿元"),
        ("120000", "户", None, "12万户"),
        ("34000", "户", None, "34000户"),
        ("2456789", "人次", 10, "245.6万余人次"),
        ("34567", "万元", 1000, "3.4亿余元"),
        ("34567", "万元", None, "3.4567亿元"),
        ("34567.5", "万元", None, "34567.5万元"),
        ("120000", "万元", None, "12亿元"),
        ("52.1", "万元", None, "52.1万元"),
        ("90", "%", 10, "90%"),
        ("226", "", None, "226"),
        ("226", "", 100, "200余"),
        ("0", "件", 10, "0件"),
        ("-4", "度", 10, "-4度"),
        ("-40", "度", 10, "-40度"),
    ],
)
def test_amounts_in_chinese(figure: str, measure: str, round_to: int | None, printed: str) -> None:
    assert ZH.amount(Figure(figure), measure=measure, round_to=round_to) == printed


@pytest.mark.parametrize(
    ("figure", "measure", "round_to", "printed"),
    [
        ("2413", "letters", 100, "more than 2,400 letters"),
        ("2400", "letters", 100, "2,400 letters"),
        ("7", "forums", 10, "7 forums"),
        ("2413", "letters", None, "2,413 letters"),
        ("98.6", "%", None, "98.6%"),
        ("96", "visit|visits", 10, "nearly 100 visits"),
        ("98.6", "%", 10, "nearly 100%"),
        ("93", "%", 10, "more than 90%"),
        ("226", "", None, "226"),
        ("1", "letter|letters", None, "1 letter"),
        ("2", "letter|letters", None, "2 letters"),
        ("0", "letter|letters", None, "0 letters"),
        ("2413", "letter|letters", 100, "more than 2,400 letters"),
        ("2456789", "visits", 100_000, "more than 2.4 million visits"),
    ],
)
def test_amounts_in_english(figure: str, measure: str, round_to: int | None, printed: str) -> None:
    assert EN.amount(Figure(figure), measure=measure, round_to=round_to) == printed


@pytest.mark.parametrize(
    ("before", "after", "measure", "compared", "printed"),
    [
        ("214", "92", "件", None, "同比下降57%"),
        ("100", "120", "场", None, "同比增长20%"),
        ("214", "92", "件", "环比", "环比下降57%"),
        ("214", "92", "件", "", "下降57%"),
        ("214", "0", "件", None, "由214件下降为零"),
        ("1000", "999", "件", None, "同比下降0.1%"),
        ("2500", "1", "件", None, "同比下降99.96%"),
        ("2", "92", "件", None, "同比增长4500%"),
        ("92", "92", "件", None, "与上年同期持平"),
        ("92", "92", "件", "同比", "与上年同期持平"),
        ("92", "92", "件", "环比", "与上期持平"),
        ("92", "92", "件", "", "保持不变"),
        ("92", "92", "件", "较年初", "较年初持平"),
        ("92", "92", "件", "比上年", "与上年持平"),
        ("0", "0", "件", None, "与上年同期持平"),
        ("0", "92", "件", None, "由0件增至92件"),
        ("-3", "4", "万元", None, "由-3万元增至4万元"),
        ("4", "-3", "万元", None, "由4万元降至-3万元"),
        ("92.5", "96.8", "%", None, "同比上升4.3个百分点"),
        ("96.80", "90.80", "%", None, "同比下降6个百分点"),
        ("0", "5", "%", "环比", "环比上升5个百分点"),
        ("95", "95", "%", None, "与上年同期持平"),
    ],
)
def test_changes_in_chinese(before: str, after: str, measure: str, compared: str | None, printed: str) -> None:
    assert ZH.change(Figure(before), Figure(after), measure=measure, compared=compared) == printed


@pytest.mark.parametrize(
    ("before", "after", "measure", "compared", "printed"),
    [
        ("214", "92", "petitions", None, "down 57%"),
        ("100", "120", "petitions", None, "up 20%"),
        ("214", "92", "petitions", "year on year", "down 57% year on year"),
        ("2", "92", "petitions", None, "up 4,500%"),
        ("92", "92", "petitions", None, "unchanged"),
        ("92", "92", "petitions", "year on year", "unchanged year on year"),
        ("0", "92", "petitions", None, "up from 0 to 92"),
        ("0", "1", "petition|petitions", "year on year", "up from 0 to 1 year on year"),
        ("0", "2413", "", None, "up from 0 to 2,413"),
        ("92.5", "96.8", "%", None, "up 4.3 percentage points"),
        ("92.5", "91.5", "%", None, "down 1 percentage point"),
    ],
)
def test_changes_in_english(before: str, after: str, measure: str, compared: str | None, printed: str) -> None:
    assert EN.change(Figure(before), Figure(after), measure=measure, compared=compared) == printed


def test_the_language_has_its_own_word_of_comparison() -> None:
    assert ZH.change(Figure("214"), Figure("92"), measure="件") == "同比下降57%"
    assert EN.change(Figure("214"), Figure("92"), measure="petitions") == "down 57%"


def test_a_template_chooses_how_much_rounding_down_may_take_away() -> None:
    def words(max_loss: int) -> list[str]:
        return [
            ZH.amount(Figure(figure), measure="次", round_to=10, max_loss=max_loss) for figure in ("96", "137", "468")
        ]

    assert words(100) == ["90余次", "130余次", "460余次"]
    assert words(6) == ["近100次", "130余次", "460余次"]
    assert words(0) == ["近100次", "近140次", "近470次"]


def test_a_metric_has_verbs_of_its_own() -> None:
    verbs = {"decrease": "缩短", "increase": "延长"}
    assert ZH.change(Figure("10"), Figure("6"), measure="天", compared="比上年", **verbs) == "比上年缩短40%"
    assert ZH.change(Figure("6"), Figure("9"), measure="天", compared="比上年", **verbs) == "比上年延长50%"
    assert EN.change(Figure("10"), Figure("6"), measure="day|days", decrease="shorter by") == "shorter by 40%"


def test_the_measure_word_fits_the_value() -> None:
    assert ZH.measure_word(Figure(1), "份") == "份"
    assert EN.measure_word(Figure(1), "letter|letters") == "letter"
    assert EN.measure_word(Figure("1.5"), "letter|letters") == "letters"
    assert EN.measure_word(Figure(1), "letters") == "letters"


@pytest.mark.parametrize("code", ["zh-CN", "en"])
@given(
    figure=st.decimals(min_value=-(10**9), max_value=10**9, places=2),
    measure=st.sampled_from(["份", "letters", "%", ""]),
)
def test_without_rounding_an_amount_is_exact(code: str, figure: Decimal, measure: str) -> None:
    printed = language(code).amount(figure, measure=measure, round_to=None)
    digits = printed.removesuffix(measure).strip().replace(",", "")
    unit = next((unit for unit in ("亿", "万") if digits.endswith(unit)), "")
    assert Decimal(digits.removesuffix(unit)) * {"亿": 10**8, "万": 10**4, "": 1}[unit] == figure


@pytest.mark.parametrize("code", ["zh-CN", "en"])
@given(before=st.integers(0, 10**6), after=st.integers(0, 10**6), measure=st.sampled_from(["件", "petitions", "%"]))
def test_a_change_names_its_direction(code: str, before: int, after: int, measure: str) -> None:
    printed = language(code).change(Decimal(before), Decimal(after), measure=measure)
    assert ("增" in printed or "上升" in printed or "up" in printed) == (after > before)
    assert ("下降" in printed or "down" in printed) == (after < before)
