"""Marks and numbers that do not follow GB/T 15834 and GB/T 15835: `punctuation`."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import (
    Inject,
    Injected,
    Kinds,
    added,
    is_han,
    matches,
    places,
    put,
    put_all,
    shuffled,
)

_HALF = {"，": ",", "：": ":", "；": ";", "。": ".", "？": "?", "！": "!"}
_HAN = r"[\u4e00-\u9fff]"


def _half_width(full: str) -> Inject:
    def inject(clean: Clean, rng: Random) -> Iterator[Injected]:
        for at in shuffled(rng, places(clean.text, full)):
            if is_han(clean.text[at - 1]) and is_han(clean.text[at + 1 : at + 2] or "。"):
                yield put(clean, at, at + 1, _HALF[full])

    inject.__doc__ = f"The input method was in English mode: {_HALF[full]} for {full}."
    return inject


def _half_brackets(clean: Clean, rng: Random) -> Iterator[Injected]:
    """(…) around Chinese words, or only one of the two."""
    for match in matches(clean, rng, r"（([^（）\n]{1,20})）"):
        yield put(
            clean, *match.span(), rng.choice([f"({match[1]})", f"({match[1]})", f"({match[1]}）", f"（{match[1]})"])
        )
    if clean.is_chinese:
        yield from added(
            clean,
            rng,
            ["对这件事(包括后续安排)要有交代。", "有关部门(含下属单位)都要参加。", "责任人(牵头的同志)要签字。"],
        )


def _straight_quotes(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Straight quotation marks."""
    for match in matches(clean, rng, r"“([^“”‘’\n]{2,30})”"):
        if clean.is_chinese:
            yield put(
                clean, *match.span(), rng.choice([f'"{match[1]}"', f'"{match[1]}"', f"'{match[1]}'", f'"{match[1]}”'])
            )


def _unpaired(clean: Clean, rng: Random) -> Iterator[Injected]:
    """One mark of a pair was deleted with the words next to it."""
    for mark in shuffled(rng, ["“", "”", "（", "）", "《", "》"] if clean.is_chinese else ["(", ")"]):
        for at in shuffled(rng, places(clean.text, mark))[:2]:
            line = clean.text.rfind("\n", 0, at) + 1
            if clean.text[line:at].strip("　 "):
                end = clean.text.find("\n", at)
                yield put(clean, at, at + 1, "", elsewhere=[(line, at), (at + 1, end if end > 0 else len(clean.text))])


def _wrong_way(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A closing mark for an opening one, or the reverse."""
    for match in matches(clean, rng, r"“([^“”‘’\n]{2,20})”"):
        wrong = rng.choice(["”{}“", "”{}”", "“{}“"]).format(match[1])
        yield put(clean, *match.span(), wrong)


def _wrong_nest(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Double quotation marks within double ones, or single ones outside."""
    for match in matches(clean, rng, r"“[^“”\n]*‘([^‘’\n]{1,20})’[^“”\n]*”"):
        start = match.start(1) - 1
        yield put(clean, start, match.end(1) + 1, f"“{match[1]}”", elsewhere=[match.span()])
        outer = [(match.start(), match.start() + 1, "‘"), (match.end() - 1, match.end(), "’")]
        inner = [(start, start + 1, "“"), (match.end(1), match.end(1) + 1, "”")]
        yield put_all(clean, outer + inner)
    for match in matches(clean, rng, rf"“({_HAN}{{2,4}}){_HAN}{{3,20}}[，。]?{_HAN}*”"):
        yield put(clean, match.start(1), match.end(1), f"“{match[1]}”", elsewhere=[match.span()])
    if clean.is_chinese:
        yield from added(
            clean,
            rng,
            [
                "大家要认真学习“关于改进作风的规定（试行”）。",
                "要把《办法（试行》）落到实处。",
                "这就是“说到（做到”）的道理。",
            ],
        )


def _doubled(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Two marks in a row: the clause between them was deleted."""
    for at in shuffled(rng, [at for mark in "，。、；：" for at in places(clean.text, mark)]):
        if is_han(clean.text[at - 1]) and is_han(clean.text[at + 1 : at + 2] or "。"):
            other = rng.choice(
                {"，": "，，。、", "。": "。。，；", "、": "、、，", "；": "；；，。", "：": "：：，。"}[clean.text[at]]
            )
            yield put(clean, at, at + 1, clean.text[at] + other)


def _line_start(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The paragraph was broken before a mark."""
    for start, end in shuffled(rng, clean.paragraphs):
        marks = [
            at for at in range(start + 20, end - 20) if clean.text[at] in "，。；、" and is_han(clean.text[at - 1])
        ]
        if marks and clean.is_chinese and clean.suffix == ".txt":
            at = rng.choice(marks)
            yield put(clean, at, at + 1, "\n" + rng.choice(["　　", ""]) + clean.text[at])


def _between_titles(clean: Clean, rng: Random) -> Iterator[Injected]:
    """、 between 《》《》 or “”“”."""
    for match in matches(clean, rng, r"(?:》《|”“)"):
        yield put(clean, *match.span(), f"{match[0][0]}、{match[0][1]}")
    if clean.is_chinese:
        sentences = [
            "要学好《党章》、《准则》、《条例》。",
            "要纠正“推”、“拖”、“绕”的毛病。",
            "“三会一课”、“主题党日”都要坚持。",
        ]
        sentences += ["《实施方案》、《任务清单》已经印发。"]
        yield from added(clean, rng, sentences)


def _arabic_mark(clean: Clean, rng: Random) -> Iterator[Injected]:
    """1、 for 1., the most common mistake."""
    for match in matches(clean, rng, r"(?m)^([　 ]*)(\d)\.(?= ?[\u4e00-\u9fff])"):
        yield put(clean, match.start(2), match.end(), f"{match[2]}、")
    if clean.is_chinese:
        for start, end in shuffled(rng, clean.paragraphs)[:3]:
            gap = "\n\n" if clean.text[end : end + 2] == "\n\n" else "\n"
            indent = "　　" if clean.text[start] == "　" else ""
            lines = [f"{number}、{rng.choice(_TASKS)}。" for number in range(1, rng.randrange(3, 6))]
            yield put(clean, end, end, gap + gap.join(indent + line for line in lines))
        listed = "；".join(f"{number}、{rng.choice(_TASKS)}" for number in range(1, 4))
        yield from added(clean, rng, [f"要抓紧办：{listed}。"])


_TASKS = ["把人员定下来", "把时间排出来", "把经费落到实处", "听取各方面的意见", "完善工作台账", "加强日常检查"]


def _ordinal_mark(clean: Clean, rng: Random) -> Iterator[Injected]:
    """第一、 for 第一，; 首先、 for 首先，."""
    for match in matches(clean, rng, r"(?<=[。；：\s*])(?:第[一二三四五]|首先|其次|再次|最后)，"):
        yield put(clean, *match.span(), match[0][:-1] + "、")
    if clean.is_chinese:
        sentences = [
            "第一、要把人员定下来；第二、要把时间排出来。",
            "首先、要学在前头；其次、要干在前头。",
            "其一、学得不够；其二、干得不实。",
        ]
        yield from added(clean, rng, sentences)


def _document_year(clean: Clean, rng: Random) -> Iterator[Injected]:
    """[2014] for 〔2014〕."""
    for match in matches(clean, rng, r"〔(\d{4})〕(?=\d)"):
        yield put(clean, *match.span(), rng.choice(["[{}]", "【{}】", "({})", "（{}）", "［{}］"]).format(match[1]))
    if clean.is_chinese:
        years = ["[2014]", "【2014】", "(2014)", "（2014）", "［2014］"]
        issuers = ["市委发", "国办发", "县政办", "市委办"]
        sentences = [f"{issuer}{year}{rng.randrange(3, 60)}号文件讲得很清楚。" for issuer in issuers for year in years]
        yield from added(clean, rng, sentences)


def _mixed_numerals(clean: Clean, rng: Random) -> Iterator[Injected]:
    """2千4百 (千 and 百 are not used after Arabic digits)."""
    for match in matches(clean, rng, r"(?<![\d.])([1-9])([1-9])00(?=余?[份户件人条个名])"):
        yield put(clean, *match.span(), f"{match[1]}千{match[2]}百")
    if clean.is_chinese:
        sentences = [
            "前后发出2千4百余份问卷。",
            "一共走访了3千6百户。",
            "涉及资金5百多万元。",
            "参加的有1千2百人。",
            "补栽树苗4万3千株。",
        ]
        sentences += ["全年接访8百6十人次。", "这项工作做了二十3天。", "今年又新增了一百2十户。"]
        yield from added(clean, rng, sentences)


def _wrong_dash(clean: Clean, rng: Random) -> Iterator[Injected]:
    """8%-10%: a hyphen for ～ or —."""
    for match in matches(clean, rng, r"(?<!GB \d{5})(?<=[\d%亿万])[～—](?=\d)"):
        yield put(clean, *match.span(), rng.choice(["-", "--", "~", "——", "－"][: 5 if clean.is_chinese else 2]))
    if clean.is_chinese:
        sentences = [
            "时间控制在10-15个工作日以内。",
            "整改率要达到90%--95%。",
            "2021-2024年的账目都要看一遍。",
            "每次3--5人参加。",
        ]
        sentences += ["人数在20~30人之间。", "10月20日-25日，我们再来一次。"]
        yield from added(clean, rng, sentences)


def _percent_range(clean: Clean, rng: Random) -> Iterator[Injected]:
    """63～68% for 63%～68%."""
    for match in matches(clean, rng, r"(\d+(?:\.\d+)?)%(?=[～—]\d+(?:\.\d+)?%)"):
        yield put(clean, *match.span(), match[1])
    if clean.is_chinese:
        sentences = [
            f"这一比例要提高到{low}{dash}{high}%。" for low, high in ((63, 68), (80, 85), (5, 8)) for dash in "～—"
        ]
        yield from added(clean, rng, sentences)


def _rough_numbers(clean: Clean, rng: Random) -> Iterator[Injected]:
    """三、五天 for 三五天."""
    for match in matches(
        clean,
        rng,
        r"(?<![一二三四五六七八九十第])([一二三四五六七八])([二三四五六七八九])(?=[个天年次人家户分步页十百千万])",
    ):
        if match[0] in {"一二", "二三", "三四", "三五", "四五", "五六", "六七", "七八", "八九"}:
            yield put(clean, *match.span(), f"{match[1]}、{match[2]}")
    if clean.is_chinese:
        sentences = [
            "有三、五天时间就够了。",
            "去了七、八个人。",
            "前后花了两、三个月。",
            "也就五、六户人家。",
            "来了二、三十人。",
            "用不了一、两天。",
        ]
        yield from added(clean, rng, sentences)


PUNCTUATION: Kinds = {
    "half-comma": _half_width("，"),
    "half-colon": _half_width("："),
    "half-semicolon": _half_width("；"),
    "half-stop": _half_width("。"),
    "half-question": _half_width("？"),
    "half-brackets": _half_brackets,
    "straight-quotes": _straight_quotes,
    "unpaired": _unpaired,
    "wrong-way": _wrong_way,
    "wrong-nest": _wrong_nest,
    "doubled": _doubled,
    "line-start": _line_start,
    "between-titles": _between_titles,
    "arabic-mark": _arabic_mark,
    "ordinal-mark": _ordinal_mark,
    "document-year": _document_year,
    "mixed-numerals": _mixed_numerals,
    "wrong-dash": _wrong_dash,
    "percent-range": _percent_range,
    "rough-numbers": _rough_numbers,
}
