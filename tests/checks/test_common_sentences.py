"""Sentences in common: which count, and what `check` and `generate` say of two units that have too many."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import speechgen
from speechgen.checks.common_sentences import CommonSentences, SentenceIndex, sentences_of
from speechgen.checks.facts import Facts, Person
from speechgen.checks.rule import Draft
from speechgen.formats import speech_of
from speechgen.model import Given

from ..conftest import ROOT, Run, spots
from ..workspaces import replace

HEAD = "在{unit}活动总结大会上的讲话\n\n{group}组长  {leader}\n（{year}年{month}月{day}日）\n\n同志们：\n"
BODY = """\
　　刚才，{post}{head}同志作了很好的总结，我都赞成。我代表{group}讲三点意见，供{unit}参考。
　　一、活动的收获
　　{number}是学习抓得紧，{unit}办了{count}次培训，参加的有{many}余人。从{month}月{day}日开始，{short}每周都有学习的日子。
　　{number}是问题改得实，群众提的意见办结了{share}%。{head}同志带头改，改了{count}条。
　　大家反映，{unit}的窗口比过去好找，手续也比过去简便。有个老人办了{count}次没有办成的事，这次一趟就办成了。
　　下一步怎么走，我看关键在坚持。好的做法要坚持下去，不好的苗头要早一点看见。
　　谢谢大家！
"""
SENTENCES = 10  # of the body, without the heading and the thanks
CHARACTERS = "青石双河马塘白庙清溪龙湾黄陂柳林覃海燕韦家明"
names = st.text(CHARACTERS, min_size=2, max_size=4)
values = st.fixed_dictionaries(
    {
        "unit": names.map(lambda name: f"{name}镇"),
        "short": names,
        "head": names,
        "post": st.sampled_from(["镇党委书记", "局党组书记、局长", "院长"]),
        "leader": names,
        "group": names.map(lambda name: f"县委{name}督导组"),
        "number": st.sampled_from("一二三四五六七八九十"),
        "count": st.integers(1, 999),
        "many": st.integers(1, 99).map(lambda number: number * 10),
        "share": st.decimals(1, 100, places=1),
        "year": st.integers(2010, 2030),
        "month": st.integers(1, 12),
        "day": st.integers(1, 28),
    }
)


def _draft(text: str, language: str = "zh-CN") -> Draft:
    return Draft(speech_of(text.encode(), ".txt", "s.txt", language))


def _filled(unit: dict[str, str]) -> tuple[Draft, Facts]:
    return _draft((HEAD + BODY).format_map(unit)), _facts(unit)


def _facts(unit: dict[str, str]) -> Facts:
    paths = {"unit": "unit.name", "short": "unit.short", "head": "unit.head.name", "group": "group.name"}
    texts = tuple(Given(path, unit[key], None) for key, path in paths.items() if key in unit)
    return Facts(texts=texts, people=(Person(unit["head"], tuple(unit["post"].split("、")), "unit.head", None),))


def _common(*speeches: tuple[Draft, Facts], minimum: float = 0.75) -> list[tuple[int, CommonSentences]]:
    index = SentenceIndex()
    for number, (draft, facts) in enumerate(speeches):
        index.add(f"units/{number}.yaml", sentences_of(draft, facts))
    return [(each, index.common(each, other)) for each, other in index.similar(minimum)]


@given(values, values)
def test_names_figures_and_dates_do_not_make_a_sentence_another(one: dict[str, str], other: dict[str, str]) -> None:
    found = _common(_filled(one), _filled(other))
    assert [(number, common.other, common.total) for number, common in found] == [(1, "units/0.yaml", SENTENCES)]
    assert len(found[0][1].places) == SENTENCES


@given(values, st.sets(st.integers(0, SENTENCES - 1), max_size=4))
def test_a_sentence_in_other_words_is_another(unit: dict[str, str], changed: set[int]) -> None:
    draft, facts = _filled(unit)
    text = draft.text
    fields = sentences_of(draft, facts)
    for number in sorted(changed, reverse=True):
        end = fields[3 * number + 2] - 1
        text = f"{text[:end]}，这一点要说清楚{text[end:]}"
    common = _common((draft, facts), (_draft(text), facts), minimum=0.01)[0][1]
    assert (len(common.places), common.total) == (SENTENCES - len(changed), SENTENCES)


def test_english_sentences_are_compared_without_names_figures_and_dates() -> None:
    text = (
        "Closing remarks\n\nDear colleagues,\n"
        + "".join(
            f"{start} {{unit}} kept its promises to {{count}} families.\n"
            for start in (
                "In spring",
                "In summer",
                "Last autumn",
                "This winter",
                "Every week",
                "At weekends",
                "Each day",
            )
        )
        + "We came on {date}, and Dr. {head} met us at the door. You showed us {count} rooms and {count} records.\n"
        "We read each of the records with care. Nothing was missing from the ones we chose. Thank you all.\n"
    )
    one = {"unit": "St. Mary's College", "count": "three", "date": "12 May", "head": "Ruth Adeyemi", "post": "Dean"}
    other = {"unit": "Riverside Trust", "count": "1,240", "date": "3 October", "head": "Ann Li", "post": "Director"}
    speeches = [(_draft(text.format_map(each), "en"), _facts(each)) for each in (one, other)]
    ((number, common),) = _common(*speeches)
    assert number == 1
    assert len(common.places) == common.total


def test_of_two_speeches_the_shorter_is_reported_whichever_comes_first() -> None:
    shorter = "".join(f"　　这是{letter}组的第一个做法，值得坚持。\n" for letter in "甲乙丙丁戊己庚辛壬癸")
    longer = shorter + "".join(f"　　还要看到{letter}组的难处，慢慢解决。\n" for letter in "甲乙丙丁戊己")
    both = [(_draft(f"讲话\n\n同志们：\n{text}"), Facts()) for text in (shorter, longer)]
    for speeches, reported in ((both, 0), (both[::-1], 1)):
        ((number, common),) = _common(*speeches)
        assert (number, len(common.places), common.total) == (reported, 10, 10)


def test_speeches_of_a_few_sentences_are_not_compared() -> None:
    draft = _draft("讲话\n\n同志们：\n　　这一年大家都很辛苦。明年还要一起努力。\n")
    assert _common((draft, Facts()), (draft, Facts())) == []


@given(st.lists(st.text("好的。！？\n一二A. b" + CHARACTERS, max_size=200), min_size=2, max_size=4))
def test_any_speeches_can_be_compared(texts: list[str]) -> None:
    for language in ("zh-CN", "en"):
        speeches = [
            (_draft(text, language), Facts(texts=(Given("unit.name", "青石", None),))) for text in texts if text.strip()
        ]
        for _, common in _common(*speeches, minimum=0.01):
            assert 0 < common.share <= 1


# Two townships of the bundled template, with the same parts.

TEMPLATE = "mass-line-summary"
PARTS = "\nevaluation: [leadership, learning, open-door]\nrecommendations: [study, conduct]\n"


@pytest.fixture
def workspace(run: Run) -> Path:
    """Two units with the same parts in the same wordings, and other names and figures."""
    text = (ROOT / "examples/workspace/units/青石镇.yaml").read_text(encoding="utf-8").split("\nevaluation:")[0]
    counts = speechgen.load_template(TEMPLATE).wording_counts
    text += f"{PARTS}wordings: {{{', '.join(f'{name}: 1' for name in counts)}}}\n"
    other = text
    for old, new in (("青石", "白鹤"), ("覃海燕", "韦家明"), ("1268", "2093"), ("900 ", "640 "), ("143", "210")):
        other = other.replace(old, new)
    Path("units").mkdir()
    Path("speechgen.yaml").write_bytes((ROOT / "examples/workspace/speechgen.yaml").read_bytes())
    Path("units/青石镇.yaml").write_text(text, encoding="utf-8")
    Path("units/白鹤镇.yaml").write_text(other, encoding="utf-8")
    return Path()


def _alike(output: str) -> list[str]:
    return [line for line in output.splitlines() if "[alike]" in line]


def test_the_same_wordings_are_a_warning_at_the_line_of_the_unit_file_that_sets_them(run: Run, workspace: Path) -> None:
    line = Path("units/青石镇.yaml").read_text(encoding="utf-8").split("\n").index(PARTS.strip().split("\n")[0]) + 3
    for command in (["check"], ["generate"]):
        result = run(*command)
        assert result.exit_code == 0, result.output
        (problem,) = _alike(result.output)
        found = re.fullmatch(
            rf"units/青石镇\.yaml:{line}:1: warning\[alike\] (\d+) of (\d+) sentences are the same as in"
            r" units/白鹤镇\.yaml, apart from names, figures and dates; the longest: (.+) / (.+);"
            r" choose other wordings, such as wordings: \{(.+)\}, or other parts, or write this unit's own text",
            problem,
        )
        assert found, problem
        assert found[1] == found[2]
        assert len(found[3]) >= len(found[4]) > 20
    assert run("check", "--strict").exit_code == 1


def test_the_advice_makes_the_speeches_different(run: Run, workspace: Path) -> None:
    advice = re.search(r"such as wordings: \{(.+?)\}", run("check").output)
    assert advice
    given = [tuple(each.split(": ")) for each in advice[1].split(", ")]
    replace(Path("units/青石镇.yaml"), *((f" {name}: 1", f" {name}: {number}") for name, number in given))
    assert _alike(run("check").output) == []
    with Path("speechgen.yaml").open("a", encoding="utf-8") as settings:
        settings.write("check: {alike: {sentences: 0.3}}\n")
    (problem,) = _alike(run("check").output)
    found = re.search(r"(\d+) of (\d+) sentences", problem)
    assert found
    assert 0.3 <= int(found[1]) / int(found[2]) <= 0.55


def test_units_without_wordings_of_their_own_get_different_ones_by_their_names(run: Run, workspace: Path) -> None:
    for path in Path("units").iterdir():
        path.write_text(re.sub("wordings: .*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    assert _alike(run("check").output) == []


def test_without_wordings_in_the_file_the_line_is_that_of_the_first_list_of_parts(run: Run, workspace: Path) -> None:
    for path in Path("units").iterdir():
        path.write_text(re.sub("wordings: .*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    with Path("speechgen.yaml").open("a", encoding="utf-8") as settings:
        settings.write("check: {alike: {sentences: 0.01}}\n")
    found = [spot for spot in spots(run("check")) if spot[3] == "alike"]
    line = Path("units/青石镇.yaml").read_text(encoding="utf-8").split("\n").index(PARTS.strip().split("\n")[0]) + 1
    assert [(file, number, column) for file, number, column, _ in found] in (
        [("units/青石镇.yaml", line, 1)],
        [("units/白鹤镇.yaml", line, 1)],
    )


@pytest.mark.parametrize("suffix", ["txt", "md", "docx"])
def test_an_edited_speech_is_reported_at_its_longest_sentence(run: Run, workspace: Path, suffix: str) -> None:
    replace(Path("speechgen.yaml"), ("formats: [md, txt]", f"formats: [{suffix}]"))
    assert run("generate").exit_code == 0
    path = Path(f"speeches/青石镇.{suffix}")
    if suffix == "docx":
        from docx import Document

        document = Document(str(path))
        document.paragraphs[-2].add_run("就到这里吧。")
        document.save(str(path))
    else:
        path.write_text(path.read_text(encoding="utf-8").replace("谢谢大家", "感谢大家"), encoding="utf-8")
    (problem,) = _alike(run("check").output)
    assert problem.startswith(f"speeches/青石镇.{suffix}:")
    assert "warning[alike]" in problem
    assert "sentences are the same as in units/白鹤镇.yaml" in problem
    assert problem.endswith("; rewrite some of them in this speech")
    line, column = (int(each) for each in problem.split(":")[1:3])
    longest = re.search(r"the longest: (.+?)…", problem)
    assert longest
    if suffix != "docx":
        assert path.read_text(encoding="utf-8").split("\n")[line - 1][column - 1 :].startswith(longest[1])
    assert _alike(run("check", f"speeches/青石镇.{suffix}", f"speeches/白鹤镇.{suffix}").output)


def test_a_comment_in_the_unit_file_suppresses_it(run: Run, workspace: Path) -> None:
    replace(Path("units/青石镇.yaml"), ("\nwordings:", "\n# speechgen: ignore[alike]\nwordings:"))
    assert _alike(run("check").output) == []


def test_a_copied_unit_file_is_reported_once_for_its_own_words(run: Run, workspace: Path) -> None:
    text = "春耕、双抢、秋收，镇里一样也没有耽误。白天下田、晚上学习，学习会开在晒谷场上，意见箱挂到了村口的小卖部。"
    for path in Path("units").iterdir():
        replace(path, ("open-door]", f"open-door, {{title: 农忙不误活动, text: {text * 2}}}]"))
    (problem,) = _alike(run("check").output)
    assert "error[alike]" in problem
    assert "of the text, without the template's, is the same" in problem


def test_a_template_without_other_wordings_gives_no_advice_about_them(run: Run) -> None:
    words = ("Night", "Day", "Ward", "Desk", "Field", "Road")
    body = "".join(f"{word} work was done with care and on time.\n\n" for word in words)
    files = {
        "t/template.yaml": "title: t\nlanguage: en\nparts:\n  points: {title: Points}\n",
        "t/speech.md.j2": "---\ntitle: T\n---\n{{ unit.name }} opened its doors to all of us.\n\n"
        + body
        + "{% for each in points %}{{ each.body }}\n\n{% endfor %}",
        "t/points/care.md.j2": "---\ntitle: Care\n---\nNobody looked at the clock. Everybody looked at the people. "
        "That is how it ought to be.\n",
        "a.yaml": "template: ./t\nunit: {name: Alpha House}\npoints: [care]\n",
        "b.yaml": "template: ./t\nunit: {name: Beta Hall}\npoints: [care]\n",
    }
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    result = run("check", "a.yaml", "b.yaml")
    (problem,) = _alike(result.output)
    assert problem.startswith("b.yaml:3:1: warning[alike] 10 of 10 sentences are the same as in a.yaml")
    assert problem.endswith("; choose other parts, or write this unit's own text")
