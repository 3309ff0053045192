"""The lists in the clean speeches, from `lists.yaml`, with the places of their announcements and items."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict

import yaml

from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import NUMERALS, Span, numeral, places

_ENGLISH = ["", "one", "two", "three", "four", "five", "six", "seven"]
_ORDINALS = ["", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh"]


class _Written(TypedDict, total=False):
    announce: str | None
    after: str
    marks: str
    renumbered: bool


@dataclass(frozen=True)
class Listing:
    """A list with the places of its announced number, if any, and of its items and their marks.

    `is_lined`: each item begins a line. `renumbered`: the format renumbers the items, as Markdown does.
    """

    announced: Span | None
    words: str
    items: tuple[Span, ...]
    marks: tuple[str, ...]
    is_lined: bool
    renumbered: bool

    @property
    def span(self) -> Span:
        """From the announcement, or the first item if there is none, to the end of the list."""
        return (self.announced or self.items[0])[0], self.items[-1][1]

    @property
    def items_span(self) -> Span:
        """From the first item to the end of the last."""
        return self.items[0][0], self.items[-1][1]

    @property
    def is_numbered(self) -> bool:
        """Whether its marks hold numbers: 一看, 二问 do, 一方面, 另一方面 do not."""
        return [_number_of(mark) for mark in self.marks[:2]] == [1, 2]

    @property
    def is_counted_on(self) -> bool:
        """Whether a mark follows from the one before it: 三是 from 二是."""
        return mark_number(self.marks[0], 2) == self.marks[1] != self.marks[0]


def lists_of(clean: Clean) -> list[Listing]:
    """The lists of a speech. Raises LookupError if a hand-written speech no longer has one."""
    found = []
    for written in _written().get(clean.source, []):
        listing = _find(clean, written)
        if listing:
            found.append(listing)
        elif clean.template is None:
            raise LookupError(f"{clean.name} has no list {written}: lists.yaml is older than the speech")
    return found


def _number_of(mark: str) -> int | None:
    if mark_number(mark, 1) == mark_number(mark, 2):
        return None
    return next((number for number in range(1, 8) if mark_number(mark, number) == mark), None)


def mark_number(mark: str, number: int) -> str:
    """A mark with another number: 一是 and 3 give 三是, First, and 2 give Second,."""
    for ordinal in _ORDINALS[1:]:
        if ordinal in mark:
            return mark.replace(ordinal, _ORDINALS[number])
    for at, character in enumerate(mark):
        if character.isdigit():
            return mark[:at] + str(number) + mark[at + 1 :]
        if character in NUMERALS:
            return mark[:at] + numeral(number) + mark[at + 1 :]
    return mark


def said_number(words: str, number: int) -> str:
    """The number in the same form as the one in `words`: 四, 4, 两, four."""
    if words.isdigit():
        return str(number)
    if words.lower() in _ENGLISH:
        return _ENGLISH[number].capitalize() if words[0].isupper() else _ENGLISH[number]
    return numeral(number, counting=True)


@cache
def _written() -> dict[str, list[_Written]]:
    found: dict[str, list[_Written]] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return found


def _find(clean: Clean, written: _Written) -> Listing | None:
    announced, number, start = _announcement(clean.text, written)
    if start is None:
        return None
    marks = written["marks"].split("|")
    if len(marks) == 1:
        marks = [mark_number(marks[0], each) for each in range(1, 8)]
    is_lined = written["in"] == "line"  # type: ignore[typeddict-item]  # `in` cannot be a field's name
    found: list[tuple[int, str]] = []
    for mark in marks[: number or len(marks)]:
        at = _mark(clean, mark, found[-1][0] + 1 if found else start, is_lined=is_lined)
        if at is None:
            break
        found.append((at, mark))
    if len(found) < 2 or (number and len(found) != number):
        return None
    items = []
    for index, (at, _) in enumerate(found):
        is_last = index + 1 == len(found)
        items.append((at, _end(clean.text, at, is_lined=is_lined) if is_last else found[index + 1][0]))
    words = clean.text[announced[0] : announced[1]] if announced else ""
    return Listing(announced, words, tuple(items), tuple(mark for _, mark in found), is_lined, "renumbered" in written)


def _announcement(text: str, written: _Written) -> tuple[Span | None, int | None, int | None]:
    """The place of the announced number, the number, and where the items may begin."""
    if not written["announce"]:
        after = written.get("after", "")
        at = text.find(after)
        return None, None, (at + len(after) if at >= 0 else None)
    before, behind = written["announce"].split("<>")
    for number in range(2, 8):
        for words in {numeral(number, counting=True), str(number), *(_ENGLISH[number : number + 1])}:
            for said in {words, words.capitalize()}:
                at = text.find(before + said + behind)
                if at >= 0:
                    start = at + len(before)
                    return (start, start + len(said)), number, start + len(said) + len(behind)
    return None, None, None


def _mark(clean: Clean, mark: str, start: int, *, is_lined: bool) -> int | None:
    """The position of the next occurrence of the mark, at the start of a line after white space and heading marks."""
    for at in places(clean.text, mark):
        line = clean.text.rfind("\n", 0, at) + 1
        if at < start:
            continue
        if is_lined and not clean.text[line:at].strip(" 　#*"):
            return at
        if not is_lined:
            return at if "\n" not in clean.text[start:at] or clean.text[start] == "\n" else None
    return None


def _end(text: str, start: int, *, is_lined: bool) -> int:
    """The end of the last item: the end of its line or of its sentence."""
    line = text.find("\n", start)
    line = len(text) if line < 0 else line
    if is_lined:
        return line
    sentence = min((at for mark in ("。", "！", ". ") if (at := text.find(mark, start)) >= 0), default=line)
    return min(line, sentence + 1)
