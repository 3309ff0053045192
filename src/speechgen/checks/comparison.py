"""Speeches compared with one another: two that are alike, two units with the same figures."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks.facts import ComparisonFacts
from speechgen.checks.similarity import Likenesses

if TYPE_CHECKING:
    from speechgen.checks.checker import Checker
    from speechgen.checks.facts import Facts, MetricFact
    from speechgen.checks.suppression import Suppression
    from speechgen.checks.written import WrittenFile
    from speechgen.model import Problem, Speech

_FEWEST_METRICS = 3  # two units may well have the same two figures
_FAST = 1  # zlib's level


class Compared(NamedTuple):
    """What is kept of one speech, to compare it with others.

    `name` is its unit file, or the file of an edited speech. `words` are its own words, `metrics` its unit's exact
    figures. The rest is for its problems: `file` is where a rendered speech is written; `names` its files for the
    settings' `paths`; `root` its workspace, whose checker knows the settings.
    """

    name: str
    packed: bytes
    words: str
    metrics: tuple[tuple[str, str], ...]
    first_metric: tuple[MetricFact, ...]
    file: WrittenFile | None
    names: tuple[str, ...]
    suppressions: Mapping[str, Suppression]
    root: Path | None

    @classmethod
    def of(
        cls,
        name: str,
        speech: Speech,
        words: str,
        facts: Facts,
        *,
        names: tuple[str, ...],
        suppressions: Mapping[str, Suppression],
        root: Path | None,
        file: WrittenFile | None = None,
    ) -> Compared:
        """What is kept of `speech`, compressed: there may be ten thousand."""
        packed = zlib.compress(pickle.dumps(speech), _FAST)
        return cls(name, packed, words, exact_metrics(facts), facts.metrics[:1], file, names, suppressions, root)

    @property
    def speech(self) -> Speech:
        """The speech itself."""
        speech: Speech = pickle.loads(zlib.decompress(self.packed))  # noqa: S301 - packed by this process
        return speech


@dataclass
class Comparison:
    """The speeches of one run. `checkers` are those of their workspaces, by root."""

    checkers: Mapping[Path | None, Checker]
    _speeches: list[Compared] = field(default_factory=list)
    _likenesses: Likenesses = field(default_factory=Likenesses)
    _first: dict[tuple[tuple[str, str], ...], str] = field(default_factory=dict)
    _same_metrics: dict[str, str] = field(default_factory=dict)

    def add(self, compared: Compared) -> None:
        """Take in one more speech."""
        self._likenesses.add(compared.name, compared.words)
        self._speeches.append(compared._replace(words=""))
        other = self.add_metrics(compared.name, compared.metrics)
        if other is not None:
            self._same_metrics[compared.name] = other

    def add_metrics(self, name: str, metrics: tuple[tuple[str, str], ...]) -> str | None:
        """The unit file that was the first with these figures, if that is another one; else this one is from now on."""
        first = self._first.setdefault(metrics, name) if metrics else name
        return first if first != name else None

    def problems(self) -> Mapping[str, tuple[Problem, ...]]:
        """What is wrong with speeches only in comparison with others, by their names."""
        share = min((checker.settings.share for checker in self.checkers.values()), default=1.0)
        found = {name: ComparisonFacts(same_metrics=other) for name, other in self._same_metrics.items()}
        for number, likeness in self._likenesses.near(share):
            name = self._speeches[number].name
            found[name] = found.get(name, ComparisonFacts())._replace(alike=likeness)
        return {
            each.name: self.checkers[each.root].compare(each, found[each.name])
            for each in self._speeches
            if each.name in found
        }

    def nearest(self) -> Mapping[str, tuple[str, float]]:
        """For each speech the one that is most like it, however little, and the share of words in common."""
        return self._likenesses.nearest()

    def close(self) -> None:
        """Give back what the comparison needed."""
        self._likenesses.close()


def exact_metrics(facts: Facts) -> tuple[tuple[str, str], ...]:
    """All figures of a unit file, by name, to compare units by; none where there are too few to tell anything."""
    metrics = tuple((each.path, f"{each.value} {each.before} {each.after}") for each in facts.metrics)
    return metrics if len(metrics) >= _FEWEST_METRICS else ()
