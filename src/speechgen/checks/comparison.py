"""Compare speeches across units: similar own words, sentences in common, and units with identical metrics."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from speechgen.checks.bytes_on_disk import BytesOnDisk
from speechgen.checks.common_sentences import SentenceIndex, sentences_of
from speechgen.checks.facts import ComparisonFacts
from speechgen.checks.packed_speech import packed, unpacked
from speechgen.checks.similarity import SimilarityIndex

if TYPE_CHECKING:
    from speechgen.checks.checker import Checker
    from speechgen.checks.facts import Facts, MetricFact
    from speechgen.checks.rule import Draft
    from speechgen.checks.suppression import Suppression
    from speechgen.checks.written import WrittenFile
    from speechgen.model import Place, Problem, Speech

_MIN_METRICS = 3  # one or two equal metrics may be a coincidence
_NO_SENTENCES = array("I")
_NONE = (None, 0.0)


class Compared(NamedTuple):
    """What is kept of one speech for comparing it with others.

    `name`: its unit file, or the file of an edited speech. `words`: its text without the template's. `sentences`: what
    `sentences_of` returned for it. `metrics`: the unit's exact figures. The other fields are needed to report problems:
    `file` is where a rendered speech is written; `parts` and `wordings` are those of its facts; `names` are matched
    against `paths:` in the settings; `root` identifies the workspace and so its checker.
    """

    name: str
    packed: bytes
    words: str
    sentences: array[int]
    metrics: tuple[tuple[str, str], ...]
    first_metric: tuple[MetricFact, ...]
    file: WrittenFile | None
    names: tuple[str, ...]
    suppressions: Mapping[str, Suppression]
    root: Path | None
    parts: Place | None
    wordings: tuple[tuple[str, int], ...]

    @classmethod
    def of(
        cls,
        name: str,
        draft: Draft,
        words: str,
        facts: Facts,
        *,
        names: tuple[str, ...],
        suppressions: Mapping[str, Suppression],
        root: Path | None,
        file: WrittenFile | None = None,
    ) -> Compared:
        """The record of a speech."""
        return cls(
            name,
            packed(draft.speech),
            words,
            sentences_of(draft, facts),
            exact_metrics(facts),
            facts.metrics[:1],
            file,
            names,
            suppressions,
            root,
            facts.parts if file else None,
            tuple(facts.wordings.items()) if file else (),
        )

    @property
    def speech(self) -> Speech:
        """The unpacked speech."""
        return unpacked(self.packed)


class Comparison:
    """Compares all speeches of one run. `checkers`: the checker of each workspace, by its root."""

    def __init__(self, checkers: Mapping[Path | None, Checker]) -> None:
        self.checkers = checkers
        self._speeches: list[tuple[str, Path | None]] = []  # name, workspace
        self._packed = BytesOnDisk()
        self._index = SimilarityIndex()
        self._sentences = SentenceIndex()
        self._first_with: dict[bytes, str] = {}  # unit files by a digest of their metrics
        self._same_metrics: dict[int, str] = {}

    def add(self, compared: Compared) -> None:
        """Add one speech. Raises OSError if it cannot be kept on the disk; then no other can be added."""
        # Needed again only if something is found; what has been added to the indexes is not.
        kept = compared._replace(words="", sentences=_NO_SENTENCES, metrics=())
        number = self._packed.append(pickle.dumps(kept, pickle.HIGHEST_PROTOCOL))
        self._speeches.append((compared.name, compared.root))
        self._index.add(compared.name, compared.words)
        self._sentences.add(compared.name, compared.sentences)
        other = self.add_metrics(compared.name, compared.metrics)
        if other is not None:
            self._same_metrics[number] = other

    def add_metrics(self, name: str, metrics: tuple[tuple[str, str], ...]) -> str | None:
        """The first unit file with the same metrics; None if `name` is the first."""
        first = self._first_with.setdefault(sha256(repr(metrics).encode()).digest(), name) if metrics else name
        return first if first != name else None

    def problems(self) -> Mapping[str, tuple[Problem, ...]]:
        """The problems that only show when speeches are compared, by the speeches' names. Each is made when it is read:
        of ten thousand speeches they would fill the memory.
        """
        similar = {each: (other, share) for each, other, share in self._index.similar(self._minimum("own_words"))}
        sentences = {
            each: other
            for each, other in self._sentences.similar(self._minimum("sentences"))
            # Otherwise it is reported for its own words, which are a part of all.
            if other != similar.get(each, _NONE)[0] and each != similar.get(other, _NONE)[0]
        }
        numbers = {
            name: number
            for number, (name, _) in enumerate(self._speeches)
            if number in similar or number in sentences or number in self._same_metrics
        }
        return _Problems(numbers, lambda number: self._problems_of(number, similar.get(number), sentences.get(number)))

    def _problems_of(self, number: int, similar: tuple[int, float] | None, other: int | None) -> tuple[Problem, ...]:
        checker = self.checkers[self._speeches[number][1]]
        sentences = None if other is None else self._sentences.common(number, other)
        if sentences is not None and sentences.share < checker.settings.sentences:
            sentences = None
        alike = None if similar is None else self._index.with_passage(number, *similar)
        found = ComparisonFacts(alike, sentences, self._same_metrics.get(number))
        return checker.compare(self._read(number), found) if any(found) else ()

    def _read(self, number: int) -> Compared:
        kept: Compared = pickle.loads(self._packed[number])  # noqa: S301 - packed by this run
        return kept

    def _minimum(self, limit: Literal["own_words", "sentences"]) -> float:
        return min((getattr(checker.settings, limit) for checker in self.checkers.values()), default=1.0)

    def most_similar(self) -> Mapping[str, tuple[str, float]]:
        """For each speech, the most similar other speech and the share of text in common, however small."""
        return self._index.most_similar()

    def close(self) -> None:
        """Delete the temporary files."""
        self._packed.close()
        self._index.close()
        self._sentences.close()


class _Problems(Mapping[str, "tuple[Problem, ...]"]):
    """The problems of each speech by its name, made when they are read. `numbers` are the indexes of the speeches."""

    def __init__(self, numbers: Mapping[str, int], problems_of: Callable[[int], tuple[Problem, ...]]) -> None:
        self._numbers = numbers
        self._problems_of = problems_of

    def __getitem__(self, name: str) -> tuple[Problem, ...]:
        return self._problems_of(self._numbers[name])

    def __contains__(self, name: object) -> bool:
        return name in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def exact_metrics(facts: Facts) -> tuple[tuple[str, str], ...]:
    """The metrics of a unit file as comparable text, by path; empty if there are too few to compare units by."""
    metrics = tuple((each.path, f"{each.value} {each.before} {each.after}") for each in facts.metrics)
    return metrics if len(metrics) >= _MIN_METRICS else ()
