"""The rule interface: a function from a speech and the facts of its unit to findings, with a manual page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from speechgen.checks.reach import Found
from speechgen.language import CHINESE, ENGLISH
from speechgen.model import lazily

if TYPE_CHECKING:
    from speechgen.checks.facts import Facts
    from speechgen.model import Kind, Place, Run, Severity, Speech

# The languages of a rule. One for every language finds what needs no words of a language, and what the words that a
# language has in its `proofreading.py` let it find.
ONLY_CHINESE = (CHINESE,)
CHINESE_AND_ENGLISH = (CHINESE, ENGLISH)
EVERY_LANGUAGE: tuple[str, ...] = ()
BODY: frozenset[Kind] = frozenset(("heading", "paragraph", "item", "row"))

_SECTION = lazily(r"^(Facts|Finds|Leaves alone|Fixes):[ \t]*\n((?:[ \t]+.*(?:\n|$)|\n)+)", re.MULTILINE)
_SENTENCE = lazily(r"[^。！？!?\n\t]+[。！？!?]*[”’」』）)]*")
# In other languages than Chinese.
_SENTENCE_BEFORE_SPACE = lazily(r"""(?:[^.!?。！？\t]|[.!?](?=[a-z\d,;]))+[.!?。！？]*[’”"')]*""")


def sentence_pattern(language: str) -> re.Pattern[str]:
    """The pattern of a sentence within one passage."""
    return _SENTENCE if language == CHINESE else _SENTENCE_BEFORE_SPACE


_Found = TypeVar("_Found", bound=Found)


class Passage(NamedTuple):
    """A paragraph, heading, list item or row; its `text` begins at offset `start` of the draft's text."""

    start: int
    text: str
    kind: Kind
    level: int

    @property
    def end(self) -> int:
        """The offset in the draft's text after its last character."""
        return self.start + len(self.text)


class Draft:
    """A speech as rules read it. `text`: all of its paragraphs, joined by line breaks."""

    def __init__(self, speech: Speech) -> None:
        passages, start = [], 0
        for paragraph in speech.paragraphs:
            text = paragraph.text
            passages.append(Passage(start, text, paragraph.kind, paragraph.level))
            start += len(text) + 1
        self.speech = speech
        self.passages = tuple(passages)
        self.text = "\n".join([passage.text for passage in passages])
        self._run_starts: dict[int, Sequence[int]] = {}

    @property
    def language(self) -> str:
        """The speech's BCP 47 tag."""
        return self.speech.language

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character of the text."""
        return frozenset(self.text)

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [passage.start for passage in self.passages]

    def number(self, at: int) -> int:
        """The index of the passage that has the character `at` of the text."""
        return max(0, bisect_right(self._starts, at) - 1)

    def passage(self, at: int) -> Passage:
        """The passage that has the character `at` of the text."""
        return self.passages[self.number(at)]

    def run(self, at: int) -> Run:
        """The run that has the character `at` of the text."""
        number = self.number(at)
        return self.speech.paragraphs[number].runs[self.run_number(number, at - self.passages[number].start)]

    def run_number(self, number: int, offset: int) -> int:
        """The index of the run that has the character `offset` of a passage; the last run's for any after it."""
        return max(0, bisect_right(self.run_starts(number), offset) - 1)

    def run_starts(self, number: int) -> Sequence[int]:
        """Where each run of a passage begins in it."""
        if number not in self._run_starts:
            lengths = (len(run.text) for run in self.speech.paragraphs[number].runs[:-1])
            self._run_starts[number] = list(accumulate(lengths, initial=0))
        return self._run_starts[number]

    @cached_property
    def body(self) -> Sequence[Passage]:
        """The headings, paragraphs, list items and rows: all passages but title, author, date and salutation."""
        return [passage for passage in self.passages if passage.kind in BODY]

    @cached_property
    def sentences(self) -> Sequence[tuple[int, int]]:
        """Start and end in the text of each sentence of the body; it ends after 。！？ and closing marks, or its cell.
        In other languages than Chinese a full stop inside a figure does not end one.
        """
        sentence = sentence_pattern(self.language)
        return [found.span() for each in self.body for found in sentence.finditer(self.text, each.start, each.end)]

    def within(self, passages: Iterable[Passage], found: Sequence[_Found]) -> list[_Found]:
        """What of the things that were found in the text, in their order, begins in these passages."""
        starts = [each.start for each in found]
        within: list[_Found] = []
        for passage in passages:
            within += found[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        return within


class Finding(NamedTuple):
    """A defect found by a rule: the characters `start` to `end` of the draft's text, and what is wrong with them.

    `fix` says what to do. `replacement`: new text for the characters, given only if it is safe, that is, if it cannot
    change the meaning of any sentence. `severity`: given if it differs from the rule's. `source`: the value that the
    finding is about, if the words come from elsewhere. `place`: given if the defect is in the unit file, whether or
    not words of the speech show it.
    """

    start: int
    end: int
    message: str
    fix: str | None = None
    replacement: str | None = None
    severity: Severity | None = None
    source: Place | None = None
    place: Place | None = None

    def moved(self, by: int) -> Finding:
        """The same finding, `by` characters further on."""
        return self._replace(start=self.start + by, end=self.end + by)


Find: TypeAlias = "Callable[[Draft, Facts], Iterator[Finding]]"
FindInValues: TypeAlias = "Callable[[Facts, str], Iterator[Finding]]"  # the language of the unit's template


class Rule(NamedTuple):
    """One rule: its code, default severity, languages (none: every language), function and manual page."""

    code: str
    severity: Severity
    languages: tuple[str, ...]
    find: Find
    page: str

    def is_for(self, language: str) -> bool:
        """Whether the rule knows the language with this code."""
        return not self.languages or language in self.languages

    @property
    def summary(self) -> str:
        """The first line of the manual page."""
        return self.page.split("\n", 1)[0]

    def examples(self, section: str) -> list[str]:
        """The lines of a section of the manual page: `Finds`, `Leaves alone`, `Fixes` or `Facts`."""
        for name, lines in _SECTION.findall(self.page):
            if name == section:
                return [line.strip() for line in lines.split("\n") if line.strip()]
        return []

    @property
    def facts(self) -> str:
        """The unit file, in YAML, that the examples of the manual page are checked with."""
        return "\n".join(self.examples("Facts"))


def rule(
    code: str, *, severity: Severity = "error", languages: tuple[str, ...] = ONLY_CHINESE
) -> Callable[[Find], Rule]:
    """Decorate a generator of findings to make it a rule. Its docstring is the manual page; tests run its examples."""

    def make(find: Find) -> Rule:
        from inspect import cleandoc

        return Rule(code, severity, languages, find, cleandoc(find.__doc__ or ""))

    return make
