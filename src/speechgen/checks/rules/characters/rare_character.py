"""Characters that are not printed as they should be, or that a reader may stumble over."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule
from speechgen.checks.rules.characters.pronunciation import PLACES, needs_aid, pinyin, surname
from speechgen.checks.rules.characters.spoken_names import SpokenName, spoken_names
from speechgen.checks.rules.patterns import lazily

_PLACE = lazily("|".join(f"{name}(?=[市县区镇])" if name[-1] != "县" else name for name in PLACES))
_LOST = lazily("\ufffd+")
_PRIVATE = lazily("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_VARIANT = lazily("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
_INVISIBLE = lazily("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_ODD = lazily("|".join(each.pattern for each in (_LOST, _PRIVATE, _VARIANT, _INVISIBLE)))
_TRADITIONAL = 30  # a text with more different characters beyond GB 2312 is set in other fonts


@rule("rare-character", severity="warning", languages=EVERY_LANGUAGE)
def rare_character(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A character that the usual office fonts lack, or that needs a reading aid.

    仿宋_GB2312 and 楷体_GB2312 have the 6,763 characters of GB 2312: others (喆, 镕, 堃) are printed in another font,
    or as a box. A hint gives the pinyin of less common characters in names, and of surnames and places that are read
    otherwise than in words (仇, 单, 任, 台州). Names are those of the unit file, and words before 同志 and after posts.
    Characters that were lost when the file was saved are errors.

    Facts:
        unit: {name: 亳州市水利局, head: {post: 局长, name: 仇志远}}
    Finds:
        刚才，局长仇志远同志作了总结。
        亳州市水利局高度重视。
        副局长张喆同志讲了话。
        请覃玉山同志发言。
    Leaves alone:
        市委书记王建国同志主持会议。
        他同仇家解了怨，单位的任务也完成了。
    """
    every = "".join(set(draft.text))
    beyond = set(every) - set(every.encode("gb2312", "ignore").decode("gb2312"))
    if draft.language != "en":
        names = spoken_names(draft.text, facts)
        yield from _hints(draft.text, names)
        yield from _beyond_fonts(draft.text, names, sorted(filter(_is_chinese, beyond)))
    if _ODD.search("".join(beyond)):
        yield from _odd(draft.text)


def _hints(text: str, names: Iterable[SpokenName]) -> Iterator[Finding]:
    """For the speaker: each character once in each person's name, and once in those of units and places."""
    reported: set[tuple[str, str]] = set()
    for start, words, kind in names:
        family, reading = surname(words, kind)
        if family:
            yield _aid(start, family, f"{family} in {words} is read {reading} as a surname")
        for at, character in enumerate(words[len(family) :], start=start + len(family)):
            once = (character, "" if kind == "organisation" else words)
            if needs_aid(character) and once not in reported:
                reported.add(once)
                yield _aid(at, character, f"{character} in {words} is read {pinyin(character)}")
    for found in _PLACE.finditer(text):
        place = found[0]
        if reported.isdisjoint((each, "") for each in (place, *place)):
            reported.add((place, ""))
            yield _aid(found.start(), place, f"{place} is read {PLACES[place]}")


def _aid(start: int, words: str, message: str) -> Finding:
    return Finding(start, start + len(words), message, "write it above the name for the speaker", severity="hint")


def _beyond_fonts(text: str, names: Iterable[SpokenName], characters: list[str]) -> Iterator[Finding]:
    """Characters that GB 2312 has not: each once in each person's name, else once; outside of names a hint."""
    if len(characters) > _TRADITIONAL:
        return
    for character in characters:
        within = [name for name in names if character in name.words]
        for name in [name for name in within if name.kind != "organisation"] or within[:1]:
            yield _lacking(character, name.start + name.words.index(character), name.words)
        if not within:
            found = _lacking(character, text.index(character))
            yield found._replace(severity="hint") if _is_in_gbk(character) else found


def _lacking(character: str, start: int, name: str = "") -> Finding:
    shown = f"{character} in {name}" if name else character
    fonts = (
        "仿宋_GB2312 and 楷体_GB2312, the usual fonts of offices, lack" if _is_in_gbk(character) else "few fonts have"
    )
    read = pinyin(character)
    message = f"{fonts} {shown}; it is read {read}" if read else f"{fonts} {shown}"
    return Finding(start, start + 1, message, "look at it on paper, and set it in a font that has it")


def _is_chinese(character: str) -> bool:
    return (
        "\u3400" <= character <= "\u9fff"
        or "\U00020000" <= character <= "\U0002f7ff"
        or "\U00030000" <= character <= "\U0003ffff"
    )


def _is_in_gbk(character: str) -> bool:
    return bool(character.encode("gbk", "ignore"))


def _odd(text: str) -> Iterator[Finding]:
    """What is no character: lost, private, a variant for compatibility's sake, or not to be seen."""
    for found in _LOST.finditer(text):
        fix = "write what stood here: it was lost when the file was saved"
        yield Finding(*found.span(), f"{found[0]} stands for a character that was lost", fix, severity="error")
    for found in _PRIVATE.finditer(text):
        message = f"U+{ord(found[0]):04X} is a character of somebody's own, which other computers do not have"
        yield Finding(*found.span(), message, "write it anew")
    for found in _VARIANT.finditer(text):
        ordinary = unicodedata.normalize("NFKC", found[0])
        if ordinary != found[0] and len(ordinary) == 1:
            message = f"{found[0]} (U+{ord(found[0]):04X}) is not {ordinary}, though it looks like it"
            yield Finding(*found.span(), message, f"write {ordinary}", ordinary)
    for found in _INVISIBLE.finditer(text):
        yield Finding(*found.span(), f"U+{ord(found[0][0]):04X} stands here, and cannot be seen", "take it out", "")
