"""The rule rare-character: characters that fonts lack, or that are easily misread."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from speechgen.checks.facts import Facts
from speechgen.checks.rule import EVERY_LANGUAGE, Draft, Finding, rule
from speechgen.checks.rules.characters.pronunciation import needs_pinyin, pinyin, places, surname
from speechgen.checks.rules.characters.spoken_names import SpokenName, spoken_names
from speechgen.checks.rules.patterns import lazily
from speechgen.language import CHINESE
from speechgen.messages import translated

_PLACE = lazily(lambda: "|".join(f"{name}(?=[市县区镇])" if name[-1] != "县" else name for name in places()))
_LOST = lazily("\ufffd+|锟斤拷(?:锟斤拷|锟斤|锟)*|烫烫烫+|屯屯屯+")
_PRIVATE = lazily("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_VARIANT = lazily("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
# Between letters of scripts from Hebrew to Thai, marks of direction and of joining are part of the spelling.
_INVISIBLE = lazily("(?:[\u00ad\u200b\u2060-\u2064\ufeff]|(?<![\u0590-\u0fff])[\u200c-\u200f\u202a-\u202e])+")
_UNUSABLE = lazily("|".join(each.pattern for each in (_LOST, _PRIVATE, _VARIANT, _INVISIBLE)))
_SIGNS_OF_LOSS = frozenset("锟烫屯")  # of characters that GB 2312 has
_MAX_OUTSIDE = 30  # different characters outside GB 2312; a text with more uses other fonts


@rule("rare-character", severity="warning", languages=EVERY_LANGUAGE)
def rare_character(draft: Draft, facts: Facts) -> Iterator[Finding]:
    """A character that the usual office fonts lack, or that needs pinyin.

    仿宋_GB2312 and 楷体_GB2312 have the 6,763 characters of GB 2312; others (喆, 镕, 堃) are printed in another font or
    as a box. Hints give the pinyin of less common characters in names, and of surnames and places that are pronounced
    differently in other words (仇, 单, 任, 台州). Names are those in the unit file, before 同志, and after posts.
    Characters that were lost when the file was saved are errors.

    Facts:
        unit: {name: 亳州市水利局, head: {post: 局长, name: 仇志远}}
    Finds:
        刚才，局长仇志远同志作了总结。
        亳州市水利局高度重视。
        副局长张喆同志讲了话。
        请覃玉山同志发言。
        党�要讲出味道，谈心要谈到锟斤拷里。
    Leaves alone:
        市委书记王建国同志主持会议。
        他同仇家解了怨，单位的任务也完成了。
    """
    outside_gb2312 = _outside_gb2312(draft.characters)
    if draft.language == CHINESE:
        names = spoken_names(draft.text, facts)
        yield from _pinyin_hints(draft.text, names)
        yield from _missing_in_fonts(draft.text, names, sorted(filter(_is_chinese, outside_gb2312)))
    if _UNUSABLE.search("\n".join(outside_gb2312)) or not _SIGNS_OF_LOSS.isdisjoint(draft.characters):
        yield from _unusable(draft.text)


_IN_GB2312: set[str] = set()  # the characters of earlier speeches that are in GB 2312, which has 7,445


def _outside_gb2312(characters: frozenset[str]) -> frozenset[str]:
    """The characters that are not in GB 2312."""
    new = characters - _IN_GB2312
    _IN_GB2312.update("".join(new).encode("gb2312", "ignore").decode("gb2312"))
    return new - _IN_GB2312


def _pinyin_hints(text: str, names: Iterable[SpokenName]) -> Iterator[Finding]:
    """Hints for the speaker: each character once for each person, and once for all units and places."""
    reported: set[tuple[str, str]] = set()
    for start, words, kind in names:
        family, reading = surname(words, kind)
        if family:
            yield _pinyin_hint(
                start,
                family,
                translated(
                    "{family} in {words} is pronounced {reading} as a surname",
                    family=family,
                    words=words,
                    reading=reading,
                ),
            )
        for at, character in enumerate(words[len(family) :], start=start + len(family)):
            once = (character, "" if kind == "organisation" else words)
            if needs_pinyin(character) and once not in reported:
                reported.add(once)
                yield _pinyin_hint(
                    at,
                    character,
                    translated(
                        "{character} in {words} is pronounced {reading}",
                        character=character,
                        words=words,
                        reading=pinyin(character),
                    ),
                )
    for found in _PLACE.finditer(text):
        place = found[0]
        if reported.isdisjoint((each, "") for each in (place, *place)):
            reported.add((place, ""))
            yield _pinyin_hint(
                found.start(),
                place,
                translated("{place} is pronounced {reading}", place=place, reading=places()[place]),
            )


def _pinyin_hint(start: int, words: str, message: str) -> Finding:
    return Finding(
        start,
        start + len(words),
        message,
        translated("write the pinyin above the name for the speaker"),
        severity="hint",
    )


def _missing_in_fonts(text: str, names: Iterable[SpokenName], characters: list[str]) -> Iterator[Finding]:
    """Characters outside GB 2312: each once for each person, otherwise once; outside names it is a hint."""
    if len(characters) > _MAX_OUTSIDE:
        return
    for character in characters:
        within = [name for name in names if character in name.words]
        for name in [name for name in within if name.kind != "organisation"] or within[:1]:
            yield _missing_in_font(character, name.start + name.words.index(character), name.words)
        if not within:
            found = _missing_in_font(character, text.index(character))
            yield found._replace(severity="hint") if _is_in_gbk(character) else found


def _missing_in_font(character: str, start: int, name: str = "") -> Finding:
    shown = translated("{character} in {name}", character=character, name=name) if name else character
    if _is_in_gbk(character):
        message = translated("仿宋_GB2312 and 楷体_GB2312, the usual office fonts, lack {character}", character=shown)
    else:
        message = translated("few fonts have {character}", character=shown)
    if reading := pinyin(character):
        message = translated("{message}; it is pronounced {reading}", message=message, reading=reading)
    return Finding(start, start + 1, message, translated("use a font that has it, and check the printed page"))


def _is_chinese(character: str) -> bool:
    return (
        "\u3400" <= character <= "\u9fff"
        or "\U00020000" <= character <= "\U0002f7ff"
        or "\U00030000" <= character <= "\U0003ffff"
    )


def _is_in_gbk(character: str) -> bool:
    return bool(character.encode("gbk", "ignore"))


def _unusable(text: str) -> Iterator[Finding]:
    """Lost, private-use, compatibility and invisible characters."""
    for found in _LOST.finditer(text):
        fix = translated("write it again; it was lost when the file was saved")
        yield Finding(
            *found.span(),
            translated("{characters} replaces a lost character", characters=found[0]),
            fix,
            severity="error",
        )
    for found in _PRIVATE.finditer(text):
        message = translated(
            "{code} is a private-use character, which other computers cannot show", code=_code(found[0])
        )
        yield Finding(*found.span(), message, translated("write an ordinary character"))
    for found in _VARIANT.finditer(text):
        ordinary = unicodedata.normalize("NFKC", found[0])
        if ordinary != found[0] and len(ordinary) == 1:
            message = translated(
                "{character} ({code}) looks like {ordinary}, but is another character",
                character=found[0],
                code=_code(found[0]),
                ordinary=ordinary,
            )
            yield Finding(*found.span(), message, translated("write {right}", right=ordinary), ordinary)
    for found in _INVISIBLE.finditer(text):
        yield Finding(
            *found.span(),
            translated("{code} is an invisible character", code=_code(found[0][0])),
            translated("remove it"),
            "",
        )


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
