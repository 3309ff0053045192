"""Relations between the figures of a speech, from `figures.yaml`, and wrong figures that break them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import yaml

from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import Span, places


@dataclass(frozen=True)
class Relation:
    """Related figures: the kind of relation in `figures.yaml`, and the place of each figure."""

    kind: str
    spans: tuple[Span, ...]
    numbers: tuple[float, ...]

    def is_broken(self, numbers: tuple[float, ...], decimals: int) -> bool:
        """Whether no rounding saves these numbers. `decimals` are those of the last, the percentage or the rest."""
        rounding = 10.0**-decimals
        if self.kind == "same":
            return numbers[0] != numbers[1]
        if self.kind == "sum":
            return abs(numbers[0] - sum(numbers[1:])) > rounding / 100
        if self.kind == "difference":
            return abs(numbers[0] - numbers[1] - numbers[2]) > rounding / 100
        first, second, percent = numbers
        if self.kind == "share":
            true = first / second * 100 if second else 0
        else:
            true = abs(second - first) / first * 100 if first else 0
        return abs(true - percent) > max(2 * rounding, 0.01 * percent)


def relations(clean: Clean) -> list[Relation]:
    """The relations of a speech. Raises LookupError if a hand-written speech no longer has a figure of one."""
    found = []
    for entry in _written().get(clean.source, []):
        for kind, anchors in entry.items():
            spans = [_figure(clean.text, anchor) for anchor in anchors]
            if kind in {"share", "change"}:
                spans[2] = _nearest(clean.text, anchors[2], [span for span in spans[:2] if span])
            known = tuple(span for span in spans if span is not None)
            if len(known) == len(spans):
                numbers = tuple(number_at(clean.text, span) for span in known)
                found.append(Relation(kind, known, numbers))
            elif clean.template is None:
                raise LookupError(f"{clean.name} has no {anchors}: figures.yaml is older than the speech")
    return [each for each in found if not each.is_broken(each.numbers, decimals_of(clean, each.spans[-1]))]


def number_at(text: str, span: Span) -> float:
    """The number at this place."""
    return float(text[span[0] : span[1]].replace(",", ""))


def decimals_of(clean: Clean, span: Span) -> int:
    """The number of decimals of the figure at this place."""
    return len(clean.text[span[0] : span[1]].partition(".")[2])


def near(words: str, rng: Random) -> Iterator[str]:
    """Typical wrong figures: two digits swapped, one digit wrong, omitted or doubled, one more or one less."""
    digits = [at for at, character in enumerate(words) if character.isdigit()]
    for _ in range(40):
        at = rng.choice(digits)
        way = rng.randrange(4)
        if way == 0 and at + 1 in digits:
            wrong = words[:at] + words[at + 1] + words[at] + words[at + 2 :]
        elif way == 1:
            wrong = words[:at] + rng.choice("123456789") + words[at + 1 :]
        elif way == 2 and len(digits) > 2:
            wrong = words[:at] + words[at + 1 :]
        elif "." not in words and "," not in words:
            wrong = str(int(words) + rng.choice([-2, -1, 1, 2]))
        else:
            continue
        if wrong != words and wrong[0] in "123456789" and wrong[-1].isdigit() and ",," not in wrong:
            yield wrong


@cache
def _written() -> Mapping[str, list[Mapping[str, list[str]]]]:
    found: Mapping[str, list[Mapping[str, list[str]]]] = yaml.safe_load(
        Path(__file__).with_name("figures.yaml").read_text(encoding="utf-8")
    )
    return found


def _figure(text: str, anchor: str) -> Span | None:
    """The place of the figure in <>; the first one, if the words occur more than once."""
    before, _, rest = anchor.partition("<")
    figure, _, behind = rest.partition(">")
    at = text.find(before + figure + behind)
    return None if at < 0 else (at + len(before), at + len(before) + len(figure))


def _nearest(text: str, anchor: str, others: list[Span]) -> Span | None:
    """The first percentage after the other figures, or after the first of them."""
    before, _, rest = anchor.partition("<")
    figure, _, behind = rest.partition(">")
    starts = [at + len(before) for at in places(text, before + figure + behind)]
    for end in (max((end for _, end in others), default=0), others[0][1] if others else 0):
        start = min((at for at in starts if end < at < end + 120), default=None)
        if start is not None:
            return start, start + len(figure)
    return None
