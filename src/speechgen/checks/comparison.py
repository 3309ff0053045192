"""Compare speeches across units: similar own words, sentences in common, and units with identical metrics."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from speechgen.checks.bytes_on_disk import BytesOnDisk
from speechgen.checks.common_sentences import SentenceIndex, sentences_of
from speechgen.checks.facts import ComparisonFacts
from speechgen.checks.packed_speech import packed, unpacked
from speechgen.checks.similarity import SimilarityIndex

if TYPE_CHECKING:
    from array import array

    from speechgen.checks.checker import Checker
    from speechgen.checks.facts import Facts, MetricFact
    from speechgen.checks.rule import Draft
    from speechgen.checks.suppression import Suppression
    from speechgen.checks.written import WrittenFile
    from speechgen.model import Place, Problem, Speech

_MIN_METRICS = 3  # one or two equal metrics may be a coincidence


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
        self._speeches: list[Compared] = []
        self._packed = BytesOnDisk()
        self._numbers: list[int] = []  # of each speech in `_packed`
        self._index = SimilarityIndex()
        self._sentences = SentenceIndex()
        self._wordings: dict[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]] = {}
        self._first_with: dict[tuple[tuple[str, str], ...], str] = {}  # unit files by their metrics
        self._same_metrics: dict[str, str] = {}

    def add(self, compared: Compared) -> None:
        """Add one speech."""
        number = self._packed.append(compared.packed)
        self._index.add(compared.name, compared.words)
        self._sentences.add(compared.name, compared.sentences)
        wordings = self._wordings.setdefault(compared.wordings, compared.wordings)  # one object for a template
        self._speeches.append(compared._replace(packed=b"", words="", wordings=wordings))
        self._numbers.append(number)
        other = self.add_metrics(compared.name, compared.metrics)
        if other is not None:
            self._same_metrics[compared.name] = other

    def add_metrics(self, name: str, metrics: tuple[tuple[str, str], ...]) -> str | None:
        """The first unit file with the same metrics; None if `name` is the first."""
        first = self._first_with.setdefault(metrics, name) if metrics else name
        return first if first != name else None

    def problems(self) -> Mapping[str, tuple[Problem, ...]]:
        """The problems that only show when speeches are compared, by the speeches' names."""
        found = {name: ComparisonFacts(same_metrics=other) for name, other in self._same_metrics.items()}
        pairs = set()
        for number, similar in self._index.similar(self._minimum("own_words")):
            each = self._speeches[number]
            pairs.add(frozenset((each.name, similar.other)))
            found[each.name] = found.get(each.name, ComparisonFacts())._replace(alike=similar)
        for number, sentences in self._sentences.common(self._minimum("sentences")):
            each = self._speeches[number]
            is_reported = frozenset((each.name, sentences.other)) in pairs  # for its own words, which are a part of all
            if not is_reported and sentences.share >= self.checkers[each.root].settings.sentences:
                found[each.name] = found.get(each.name, ComparisonFacts())._replace(sentences=sentences)
        return {
            each.name: self.checkers[each.root].compare(each._replace(packed=self._packed[number]), found[each.name])
            for number, each in zip(self._numbers, self._speeches, strict=True)
            if each.name in found
        }

    def _minimum(self, limit: Literal["own_words", "sentences"]) -> float:
        return min((getattr(checker.settings, limit) for checker in self.checkers.values()), default=1.0)

    def most_similar(self) -> Mapping[str, tuple[str, float]]:
        """For each speech, the most similar other speech and the share of text in common, however small."""
        return self._index.most_similar()

    def close(self) -> None:
        """Delete the temporary files."""
        self._packed.close()
        self._index.close()


def exact_metrics(facts: Facts) -> tuple[tuple[str, str], ...]:
    """The metrics of a unit file as comparable text, by path; empty if there are too few to compare units by."""
    metrics = tuple((each.path, f"{each.value} {each.before} {each.after}") for each in facts.metrics)
    return metrics if len(metrics) >= _MIN_METRICS else ()
