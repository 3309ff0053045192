"""What a rule is: a function from a speech and what its unit file says to findings, and its documentation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from speechgen.language import CODES

if TYPE_CHECKING:
    from speechgen.checks.facts import Facts
    from speechgen.model import Kind, Place, Severity, Speech

CHINESE = ("zh-CN",)
CHINESE_AND_ENGLISH = ("zh-CN", "en")
EVERY_LANGUAGE = CODES  # of a rule that knows no words of any language

_SECTION = re.compile(r"^(Facts|Finds|Leaves alone|Fixes):[ \t]*\n((?:[ \t]+.*(?:\n|$)|\n)+)", re.MULTILINE)
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*[”’」』）)]*")


class Passage(NamedTuple):
    """A paragraph or heading as rules see it: `text` begins at `start` of the draft's text."""

    start: int
    text: str
    kind: Kind
    level: int

    @property
    def end(self) -> int:
        """Where it ends in the draft's text."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Draft:
    """A speech as rules read it: `text` is all of its paragraphs, parted by a line break each."""

    speech: Speech
    passages: tuple[Passage, ...] = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        passages, start = [], 0
        for paragraph in self.speech.paragraphs:
            passages.append(Passage(start, paragraph.text, paragraph.kind, paragraph.level))
            start = passages[-1].end + 1
        object.__setattr__(self, "passages", tuple(passages))
        object.__setattr__(self, "text", "\n".join(passage.text for passage in passages))

    @property
    def language(self) -> str:
        """The speech's BCP 47 tag."""
        return self.speech.language

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [passage.start for passage in self.passages]

    def number(self, at: int) -> int:
        """The index of the passage in which the character `at` of the text stands."""
        return max(0, bisect_right(self._starts, at) - 1)

    def passage(self, at: int) -> Passage:
        """The passage in which the character `at` of the text stands."""
        return self.passages[self.number(at)]

    @cached_property
    def body(self) -> Sequence[Passage]:
        """The passages that are read out as running text or headings: all but title, author, date and salutation."""
        return [passage for passage in self.passages if passage.kind in ("heading", "paragraph")]

    @cached_property
    def sentences(self) -> Sequence[tuple[int, int]]:
        """Where each sentence of the body begins and ends in the text: up to 。！？ with the marks that close it."""
        return [
            (passage.start + found.start(), passage.start + found.end())
            for passage in self.body
            for found in _SENTENCE.finditer(passage.text)
        ]


class Finding(NamedTuple):
    """What a rule found: the characters `start` to `end` of the draft's text, and what is wrong with them.

    `fix` tells a person what to do. `replacement` is given only where putting it in place of the characters is safe:
    it changes no meaning, whatever the sentence. `severity` where it is not the rule's own. `source` is the value that
    it is about, where that is not what said the words. `place` is where the problem stands if it is in the unit file,
    and no words of the speech show it.
    """

    start: int
    end: int
    message: str
    fix: str | None = None
    replacement: str | None = None
    severity: Severity | None = None
    source: Place | None = None
    place: Place | None = None


Find: TypeAlias = "Callable[[Draft, Facts], Iterator[Finding]]"


class Rule(NamedTuple):
    """One rule: its code, how grave what it finds is, for which languages it is, and its manual page."""

    code: str
    severity: Severity
    languages: tuple[str, ...]
    find: Find
    page: str

    @property
    def summary(self) -> str:
        """The first line of the manual page."""
        return self.page.split("\n", 1)[0]

    def examples(self, section: str) -> list[str]:
        """The lines below `Finds:`, `Leaves alone:`, `Fixes:` or `Facts:` of the manual page."""
        for name, lines in _SECTION.findall(self.page):
            if name == section:
                return [line.strip() for line in lines.split("\n") if line.strip()]
        return []

    @property
    def facts(self) -> str:
        """The unit file, in YAML, for which the examples of the manual page are meant."""
        return "\n".join(self.examples("Facts"))


def rule(code: str, *, severity: Severity = "error", languages: tuple[str, ...] = CHINESE) -> Callable[[Find], Rule]:
    """Make a rule of a generator of findings. Its docstring is the manual page; its examples are run as tests."""

    def make(find: Find) -> Rule:
        from inspect import cleandoc

        return Rule(code, severity, languages, find, cleandoc(find.__doc__ or ""))

    return make
