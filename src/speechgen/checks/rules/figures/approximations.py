"""Contradictory or doubled words of approximation: 2413余份, 近20余场, 约30%左右, 2400多余份."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.checks.reach import PatternWithinSentence
from speechgen.checks.rule import Finding
from speechgen.checks.rules.days.clauses import start_of
from speechgen.checks.rules.figures.quantities import MEASURES
from speechgen.checks.rules.figures.sentences import Figures
from speechgen.checks.rules.numerals import CHINESE_NUMERALS
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import groups, word_list
from speechgen.messages import translated
from speechgen.model import Severity

# Words of approximation before a figure.
_NEAR = r"(?:将近|接近|(?<![最附靠临邻就贴亲周逼相])近)"
_ABOUT = r"(?:大约|大概|大致|差不多|(?<!(?<!环)节)(?<![预合签条集制公违契邀失履特])约(?![谈束定请见会法]))"
_OVER = r"(?:超过|超出|超|逾|突破)"
_UNDER = r"(?:不到|不足|不满)"
_BEFORE = (
    rf"(?P<near>{_NEAR})|(?P<about>{_ABOUT})|(?P<under>{_UNDER})|(?P<maximum>最多|至多|不超过|不多于|不高于)"
    rf"|(?P<minimum>至少|不少于|不低于|不小于)|(?P<over>{_OVER})"
)
_CHANGE = "增产|减产|增加|减少|增收|减收|增长|下降|提高|投入|完成|筹集|发放|惠及|覆盖|[增减]"
_LINK = (  # 约增产30万斤, 约占全部的30%
    rf"(?:(?:{_CHANGE})[了到达]?|(?:需要?)?投入|有|为|是|占(?:[^，,。；;：:、0-9]{{1,8}}的)?|需要?|用|花|达到?|在|共)?"
)
_FIGURE = lazily(
    rf"(?:(?:{_BEFORE}){_LINK})?"
    r"(?:[0-9]{1,4}(?:至|到|—|－|-|~|～|–))?"
    r"(?P<number>(?<![0-9.A-Za-z])[0-9][0-9,]{0,18}(?:\.[0-9]{1,8})?(?:万亿|亿|万|千|百)?"
    rf"|(?P<vague>(?<!第)[几数上](?=[十百千万亿])|(?<=十)几)?(?<![第{CHINESE_NUMERALS}])[{CHINESE_NUMERALS}]{{0,12}}"
    rf"(?:分之[{CHINESE_NUMERALS}]{{1,6}})?|一半|半数|过半|大半)"
    rf"(?P<more>余|多)?(?:万亿|亿|万)?(?P<measure>%|{MEASURES})?$"
)
_DOUBLED_WORDS = (
    *(
        f"{about}{link}{other}"
        for about in ("约", "大约", "大概")
        for link in ("", "有", "为", "占")
        for other in ("近", "将近", "接近", "超过", "逾", "不到", "不足")
    ),
    *(f"{near}{other}" for near in ("近", "将近", "接近") for other in ("约", "大约", "超过", "逾")),
    *(f"{over}{other}" for over in ("超过", "超出", "突破", "逾") for other in ("近", "约", "大约", "将近")),
)
_DOUBLED = lazily(f"(?:{'|'.join(_DOUBLED_WORDS)})(?=[0-9一二两三四五六七八九十百千万几数上])")
_LATELY = lazily("[0-9一二两三四五六七八九十几]{1,3}(?:年|个月|周)")
_WORDS = "figures/words"
_TOGETHER = tuple("一齐同联级游左班功求")  # 全局500人上下一心
_ALL_MEASURES = "figures/measures"
_ENDS_NUMBER = f"0-9{CHINESE_NUMERALS}几"
_ENDS_FIGURE = f"[{_ENDS_NUMBER}半%数…]"  # for … the last characters of the measure words
# Each alternative begins with a different character, which makes the search fast.
_AFTER_FIGURE = (
    rf"余(?<={_ENDS_FIGURE}.)|多(?:(?<=[{_ENDS_NUMBER}].)|(?<={_ENDS_FIGURE}.)(?=[，。；：、！？\n]))|来(?<=[0-9十百千].)"
    rf"|左右(?<={_ENDS_FIGURE}..)|上下(?<={_ENDS_FIGURE}..)|以[上下内](?<={_ENDS_FIGURE}..)"
)
_AFTER = lazily(lambda: _AFTER_FIGURE.replace("…", "".join(sorted({word[-1] for word in word_list(_ALL_MEASURES)}))))
_WORDS_AFTER, _WORDS_DOUBLED = PatternWithinSentence(_AFTER), PatternWithinSentence(_DOUBLED)


def approximations(figures: Figures) -> Iterator[Finding]:
    """Check 余, 多, 左右 or 以上 after a figure against the figure and the words before it."""
    text = figures.text
    for word in _WORDS_AFTER.finditer(text):
        begin = start_of(text, word.start(), "\n", 34)
        found = _FIGURE.search(text[begin : word.start()])
        if found and found["number"]:
            yield from _check(found, begin, word, figures)
    for doubled in _WORDS_DOUBLED.finditer(text):
        if doubled[0].endswith("近") and _LATELY.match(text, doubled.end()):
            continue  # 超过近五年总和
        if text.startswith(groups(_WORDS)["not_about"], max(0, doubled.start() - 1)) and doubled.start():
            continue
        message = translated("{doubled}: two words of approximation for one figure", doubled=doubled[0])
        yield Finding(doubled.start(), doubled.end(), message, translated("keep one of them"))


def _check(found: re.Match[str], begin: int, word: re.Match[str], figures: Figures) -> Iterator[Finding]:
    """Check a figure, matched in the text from `begin` on, with the word after it."""
    text, after, end = figures.text, word[0], word.end()
    start, number, measure = begin + found.start("number"), found["number"], found["measure"] or ""
    words = text[start:end]
    if after in ("余", "多", "来"):
        if (after == "余" and text.startswith(groups(_WORDS)["after_yu"], end)) or text[end : end + 1] in ("", "\n"):
            return
        if measure:
            yield from _after_measure(found, begin, end, after, figures)
            return
        after_number = ("余", "多", "来", "万", "亿", "%", *word_list(_ALL_MEASURES))
        following = next((each for each in after_number if text.startswith(each, end)), "")
        if not following and after != "余":
            return  # 23多样
        if following in ("余", "多") or (following == "来" and after == "余"):
            yield Finding(
                start,
                end + 1,
                translated(
                    "{words}{following}: {after} and {following} mean the same",
                    words=words,
                    following=following,
                    after=after,
                ),
                translated("write {words}", words=f"{number}余"),
            )
        elif found["vague"]:
            yield Finding(
                start,
                end,
                translated("{number} is already approximate, so {after} is redundant", number=number, after=after),
                translated("delete {after}", after=after),
            )
        elif following == "%" and after == "余":
            yield Finding(
                start,
                end + 1,
                translated("{words}% cannot be read aloud", words=words),
                translated("write {words}", words=f"{number}%以上"),
            )
        elif _is_exact(number) and following not in ("万", "亿"):
            severity: Severity = "warning" if following in groups(_WORDS)["continuous"] else "error"
            message = translated("{number} is an exact figure, so it cannot have {after}", number=number, after=after)
            yield Finding(
                start, end, message, translated("delete {after}, or round the figure", after=after), severity=severity
            )
        else:
            yield from _before_and_after(found, after, following, begin + found.start(), end)
    elif found["more"] and after in ("左右", "上下", "以上"):
        if not (after == "上下" and text.startswith(_TOGETHER, end)):
            yield Finding(
                start,
                end,
                translated("{before} and {after} for one figure: one is enough", before=found["more"], after=after),
                translated("delete {after}", after=after),
            )
    elif not (after == "上下" and text.startswith(_TOGETHER, end)):
        yield from _before_and_after(found, after, measure, begin + found.start(), end)


def _after_measure(found: re.Match[str], begin: int, end: int, after: str, figures: Figures) -> Iterator[Finding]:
    """Report 20场余, 20余场余, 472户多 and 约3公里多; but not 3年多, 两公里多."""
    start = begin + found.start("number")
    number, measure, words = found["number"], found["measure"], figures.text[start:end]
    if after == "多":
        yield from _before_and_after(found, after, measure, begin + found.start(), end)
    if after == "来" or (after == "多" and measure not in groups(_WORDS)["counted"]):
        return
    if found["more"]:
        yield Finding(
            start,
            end,
            translated("{words}: {before} and {after} mean the same", words=words, before=found["more"], after=after),
            translated("write {words}", words=words[:-1]),
        )
    elif number[0] in "0123456789" and len(number) > 1 and measure not in groups(_WORDS)["continuous"]:
        right = f"{number}{measure}" if _is_exact(number) else f"{number}{after}{measure}"
        fix = translated("write {words}", words=right)
        message = translated("{words}: {after} goes before the measure word", words=words, after=after)
        if _is_exact(number):
            message = translated(
                "{words}: {after} goes before the measure word; {number} is an exact figure and cannot have it",
                words=words,
                after=after,
                number=number,
            )
        yield Finding(start, end, message, fix)


def _is_exact(number: str) -> bool:
    """Whether a figure is not rounded: 2413, 98.6, 二十三; not 2400, 3.4万, 二十, 两百."""
    if number[0] in "0123456789":
        return number[-1] in "123456789" or ("." in number and number[-1] == "0")
    return len(number) > 2 and number[-1] in "一二三四五六七八九"


def _before_and_after(found: re.Match[str], after: str, measure: str, start: int, end: int) -> Iterator[Finding]:
    """Report 近20余场, 约30%左右, 超过一半以上."""
    kind = next((name for name in ("near", "about", "under", "maximum", "minimum", "over") if found[name]), None)
    if kind is None:
        return
    before, is_more = found[kind], after in ("余", "多", "来")
    if before == "近" and measure in groups(_WORDS)["spans"]:  # 近二十多年来
        return
    severity: Severity = "error"
    if is_more and kind in ("minimum", "maximum"):
        if kind == "maximum" or before == "至少":  # 至少二十多个 is colloquial
            return
        severity = "warning"
    elif after == "多" and before in ("大约", "大概"):
        severity = "warning"
    elif kind in ("minimum", "over") and after in ("以下", "以内"):
        return
    is_above = is_more or after == "以上"
    is_contradiction = (kind in ("near", "under", "maximum") and is_above) or (
        kind in ("minimum", "over") and after in ("左右", "上下")
    )
    if is_contradiction:
        message = translated(
            "{before} and {after} for one figure: they contradict each other", before=before, after=after
        )
    else:
        message = translated("{before} and {after} for one figure: one is enough", before=before, after=after)
    yield Finding(
        start, end, message, translated("keep {before} or {after}", before=before, after=after), severity=severity
    )
