"""Speeches as bytes: a run keeps all of its speeches until they are compared, ten thousand of them."""

from __future__ import annotations

import marshal
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, cast

from speechgen.model import Paragraph, Place, Run, Source, Speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechgen.model import Kind


def packed(speech: Speech) -> bytes:
    """The speech as bytes. Pickling the same takes four times as long, because of its many tuples with names."""
    sources: dict[Source, int] = {}
    paragraphs = []
    for kind, runs, level, marker in speech.paragraphs:
        lengths, bolds, numbers = [], [], []
        for text, is_bold, source in runs:
            lengths.append(len(text))
            bolds.append(is_bold)
            numbers.append(sources.setdefault(source, len(sources)))
        paragraphs.append((kind, level, marker, "".join([text for text, _, _ in runs]), lengths, bolds, numbers))
    plain = [(tuple(template), path, value and tuple(value), also) for template, path, value, also in sources]
    return marshal.dumps((speech.language, plain, paragraphs))


def unpacked(content: bytes) -> Speech:
    """The speech that `packed` returned as bytes. The runs of a paragraph are made when they are asked for: a problem
    is about one paragraph of thirty.
    """
    language, sources, paragraphs = marshal.loads(content)  # noqa: S302 - packed by this run
    read = tuple(_PackedParagraph(sources, *each) for each in paragraphs)
    return Speech(language, cast("tuple[Paragraph, ...]", read))


class _PackedParagraph:
    """What a `Paragraph` has."""

    def __init__(
        self,
        sources: Sequence[Sequence[Any]],
        kind: Kind,
        level: int,
        marker: str,
        text: str,
        lengths: Sequence[int],
        bolds: Sequence[bool],
        numbers: Sequence[int],
    ) -> None:
        self.kind = kind
        self.level = level
        self.marker = marker
        self.text = text
        self._sources = sources
        self._runs = lengths, bolds, numbers

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        lengths, bolds, numbers = self._runs
        ends = accumulate(lengths)
        return tuple(
            Run(self.text[end - length : end], bold, _source(*self._sources[number]))
            for end, length, bold, number in zip(ends, lengths, bolds, numbers, strict=True)
        )

    def _replace(self, **changes: Any) -> Paragraph:
        return Paragraph(self.kind, changes.pop("runs", None) or self.runs, self.level, self.marker)._replace(**changes)


def _source(
    template: Sequence[str | int], path: str | None, value: Sequence[str | int] | None, also: tuple[str, ...]
) -> Source:
    return Source(Place(*template), path, Place(*value) if value else None, also)  # type: ignore[arg-type]  # as packed
