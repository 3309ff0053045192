"""Find doubled words and phrases: 与与, 进行进行, the the."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from speechgen.checks.name_index import NameIndex, Occurrence
from speechgen.checks.reach import within_sentence
from speechgen.checks.rule import Finding
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.tables import characters, groups, word_set
from speechgen.language import Proofreading
from speechgen.messages import marked, translated
from speechgen.model import Severity

_HAN = "\u4e00-\u9fff"
_WORD_NEXT = lazily(f"[{_HAN}“《\\d]")
_CHARACTER = lazily(rf"([{_HAN}])\1+")
_PHRASE = lazily(rf"([{_HAN}]{{2,20}}?)\1+")  # with \d in the class it takes four times as long
_FIGURE = lazily(rf"(\d[\d.]{{0,7}}[{_HAN}%％]{{1,3}})\1")  # 2014年2014年
# Doubling changes the meaning: 一个一个, 听着听着, 很多很多, 碧蓝碧蓝.
_ADVERBIAL = lazily(r"[一二两三几多每半很不]|.[一越着过]$|.[黑白红绿蓝黄紫远长]$")
_IS_WHOLE_CLAUSE = lazily(rf"[^{_HAN}]([{_HAN}]{{2}})\1[^{_HAN}]")  # 督导督导，究竟怎么督
# 支队支队长, 主教主教团, 服务服务对象; 忽闪忽闪地
_LONGER_WORD = ("对象", "小组", *"长员者家们团部局会级型性化处办室口地的再")
_TAKE_AS = lazily(rf"[可所难足得]以以[{_HAN}“”]{{1,10}}?为")  # 可以以校为单位
# Two negatives, right before a clause with 的 or after a question: 没有没有来由的改革, 有没有没改到位的, 是不是不敢碰.
_NEGATED_TWICE = lazily(rf"没有没有[{_HAN}]{{1,12}}?的")
_NEGATED_QUESTION = lazily(rf"([{_HAN}])([不没])\1\2(?:(?!\1)[{_HAN}]|\1[{_HAN}]{{1,12}}?的)")
# 以及|以|及时, 只要|只|要求, 按照|按|照片, 继续|继续教育
# A doubled verb is right without an object: 研究研究，; 研究研究再说, 讨论讨论一下. With one it is colloquial, as these
# words before it are: 好好总结总结经验, 去走访走访困难群众; an office speech has it by a slip: 着力提高提高效率.
_OBJECT = lazily(rf"[《“]|[{_HAN}](?<![的了着过吧呢吗啊嘛呀再一看后就才和与、])")
_COLLOQUIAL = lazily("(?:好好儿?|先|再|去|来|多|互相|相互|帮忙|帮|也要|可以|经常|回头|坐下来|一起|应该|大家)$")
_TWO_WORDS = ("根据根据地", "以及以及时", "以及以及早", "只要只要求", "按照按照片", "按照按照明", "继续继续教")
# Function characters that are double in no other phrase and in no name. Any other may be in two words (共同|同意,
# 值得|得到, 对|对手) or in a name.
_PRONOUNS = frozenset("们我你他她它您")
_CERTAINLY_ONCE = frozenset("的与把而但也这您她们吗呢且仍虽或")
_DOUBLED_FOR_EMPHASIS = frozenset("很更最")  # 很很, 最最: spoken language, rarely intended
_REMOVE_IF_UNINTENDED = marked("remove one, unless it is intended")
_AROUND = 42  # characters: a phrase of at most 20, twice
_DIGITS = tuple("0123456789.")
_PAIR = lazily(r"\b([^\W\d_]+)(?:[ \t]+\1\b)+(?!['’-])", re.IGNORECASE)
_WORD = lazily(r"(?:[^\W\d_]|[’'])+|[.!?;:\n]")
_LONGEST_PHRASE = 10  # words


def doubled_in_chinese(text: str, names: NameIndex | None = None) -> Iterator[Finding]:
    """Doubled words in a Chinese text. A character may be double in a name and at its end: 罗大同同志."""
    for finding in (*_characters(text), *_phrases(text), *_figures(text)):
        touched = [*names.around(text, finding.start, finding.end)] if names else []
        if not touched:
            yield finding if _is_fixed_by_replacement(finding, text) else finding._replace(replacement=None)
        elif not _is_part_of_names(text, finding, touched):
            yield finding._replace(replacement=None, severity="warning", fix=translated(_REMOVE_IF_UNINTENDED))


def _is_part_of_names(text: str, finding: Finding, names: Iterable[Occurrence]) -> bool:
    """Whether it is one repeated character that is inside names at all places except at most one."""
    in_names = {at for name in names for at in range(*name)}
    others = [at for at in range(finding.start, finding.end) if at not in in_names]
    return len(others) <= 1 and len(set(text[finding.start : finding.end])) == 1


def _is_fixed_by_replacement(finding: Finding, text: str) -> bool:
    """Whether nothing is doubled after the replacement. 我我们我们 must be corrected by a person."""
    start, end, replacement = finding.start, finding.end, finding.replacement or ""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    around = before + replacement + after
    first, last = len(before), len(before) + len(replacement)
    return not replacement or not any(
        each.start < last and each.end > first
        for check in (_characters, _phrases, _figures)
        for each in check.read(around)
    )


@within_sentence
def _characters(text: str) -> Iterator[Finding]:
    """A doubled character: 与与."""
    phrases, never = groups("repeats/function_characters"), characters("repeats/never_doubled")
    begin, at_start = characters("repeats/never_begin_doubled"), groups("repeats/clause_characters")
    for found in _CHARACTER.finditer(text):
        character = found[1]
        if character == "等":
            if len(found[0]) == 3:
                yield _finding(found, severity="warning")  # 等等|等待
        elif character in phrases:
            is_preposition = character == "以" and _TAKE_AS.match(text, max(0, found.start() - 1))
            if not is_preposition and not any(_is_in_phrase(each, found, text) for each in phrases[character]):
                is_certain = character in _CERTAINLY_ONCE
                yield _finding(found, character) if is_certain else _finding(found, severity="warning")
        elif character in never or character in _DOUBLED_FOR_EMPHASIS:
            yield _finding(found, severity="warning")
        elif (character in begin or character in at_start) and _begins_clause(found, text):
            phrases_after = at_start.get(character, ())
            if not any(text.startswith(phrase, found.start()) for phrase in phrases_after):
                yield _finding(found, severity="warning")


def _begins_clause(found: re.Match[str], text: str) -> bool:
    """Whether no word can end with the first of the characters: they begin a clause, or are after a pronoun."""
    before = text[max(0, found.start() - 1) : found.start()]
    return (
        len(found[0]) == 2
        and (not before or not re.match(f"[{_HAN}]", before) or before in _PRONOUNS)
        and bool(_WORD_NEXT.match(text, found.end()))
    )


def _is_in_phrase(phrase: str, found: re.Match[str], text: str) -> bool:
    """Whether the characters are in this phrase. A phrase of two words needs both, so 存在在， does not count."""
    twice = found[1] * 2
    start = found.start() - phrase.index(twice)
    if start < 0 or not text.startswith(phrase, start):
        return False
    is_one_word = not phrase.endswith(twice) or phrase[0] == phrase[1] or found[1] == "了"  # 实实在在, 没完没了了
    return is_one_word or _WORD_NEXT.match(text, found.end()) is not None


@within_sentence
def _phrases(text: str) -> Iterator[Finding]:
    """A doubled word or phrase of two or more characters: 进行进行, 认真贯彻认真贯彻."""
    for found in _PHRASE.finditer(text):
        phrase = found[1]
        if text.startswith(_TWO_WORDS, found.start()) or _has_two_negatives(text, found.start()):
            continue
        is_longer = text.startswith(_LONGER_WORD, found.end())
        if phrase in word_set("repeats/function_words"):
            yield _finding(found, phrase)
        elif phrase in word_set("repeats/rarely_doubled"):
            yield _finding(found, severity="warning")
        elif phrase[-1] == "了" and len(phrase) == 2:  # 来了来了，; not 受到了到了
            if re.match(f"[{_HAN}]", text[found.start() - 1 : found.start()]):
                yield _finding(found, severity="warning")
        elif phrase in word_set("repeats/doubled_on_purpose"):
            if _has_object(phrase, found, text):
                yield _finding(found, severity="warning")
        elif len(set(phrase)) == 1 or _ADVERBIAL.match(phrase):
            continue
        elif len(phrase) > 3:
            yield _finding(found)
        elif not is_longer and not _IS_WHOLE_CLAUSE.match(text, found.start() - 1):
            yield _finding(found, severity="warning")


def _has_object(phrase: str, found: re.Match[str], text: str) -> bool:
    """Whether a verb that may be doubled has an object, and nothing before it makes it colloquial."""
    if phrase in word_set("repeats/doubled_for_stress") or text.startswith(("对象", "小组", "型"), found.end()):
        return False
    if len(found[0]) != 2 * len(phrase) or not _OBJECT.match(text, found.end()):
        return False
    return not _COLLOQUIAL.search(text[max(0, found.start() - 4) : found.start()])


def _has_two_negatives(text: str, at: int) -> bool:
    return bool(_NEGATED_TWICE.match(text, at) or _NEGATED_QUESTION.match(text, at))


@within_sentence
def _figures(text: str) -> Iterator[Finding]:
    """A doubled figure: 2014年2014年."""
    for found in _FIGURE.finditer(text):
        if not text.endswith(_DIGITS, 0, found.start()):
            yield _finding(found, severity="warning")


def doubled_words(text: str, known: Proofreading) -> Iterator[Finding]:
    """Doubled words and phrases in a language with spaces; of the words, those that the language says."""
    for found in _PAIR.finditer(text) if known.never_doubled or known.rarely_doubled else ():
        word = found[1].lower()
        if word in known.never_doubled and not (word == "a" and "A" in found[0]):  # grade A a year ago
            yield _finding(found, found[1])
        elif word in known.never_doubled or word in known.rarely_doubled:
            yield _finding(found, severity="warning")
    words = list(_WORD.finditer(text.lower()))
    lowercase_words = [word[0] for word in words]
    last: dict[tuple[str, ...], int] = {}
    reported = 0
    for number, three in enumerate(zip(lowercase_words, lowercase_words[1:], lowercase_words[2:], strict=False)):
        before, last[three] = last.get(three), number
        if before is None or before < reported or number - before > _LONGEST_PHRASE:
            continue
        length = number - before
        phrase = lowercase_words[before:number]
        if length >= 3 and lowercase_words[number : number + length] == phrase and "\n" not in phrase:
            doubled_phrase, reported = " ".join(phrase), number + length
            start, end = words[before].start(), words[number + length - 1].end()
            yield Finding(start, end, translated("{words} is repeated", words=doubled_phrase), translated("remove one"))


def _finding(found: re.Match[str], replacement: str | None = None, severity: Severity | None = None) -> Finding:
    return Finding(
        found.start(),
        found.end(),
        translated("{words} is repeated", words=replacement or found[1]),
        translated("remove one") if severity is None else translated(_REMOVE_IF_UNINTENDED),
        replacement,
        severity,
    )
