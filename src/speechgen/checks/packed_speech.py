"""Speeches as bytes: a run keeps all of its speeches until they are compared, ten thousand of them."""

from __future__ import annotations

import marshal
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from speechgen.checks.lazy_paragraph import lazy_paragraph
from speechgen.model import Place, Run, Source, Speech

if TYPE_CHECKING:
    from collections.abc import Sequence


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
    """The speech that `packed` returned as bytes."""
    language, sources, paragraphs = marshal.loads(content)  # noqa: S302 - packed by this run
    read = (
        lazy_paragraph(kind, text, partial(_runs, text, lengths, bolds, numbers, sources), level, marker)
        for kind, level, marker, text, lengths, bolds, numbers in paragraphs
    )
    return Speech(language, tuple(read))


def _runs(
    text: str,
    lengths: Sequence[int],
    bolds: Sequence[bool],
    numbers: Sequence[int],
    sources: Sequence[Sequence[Any]],
) -> tuple[Run, ...]:
    return tuple(
        Run(text[end - length : end], bold, _source(*sources[number]))
        for end, length, bold, number in zip(accumulate(lengths), lengths, bolds, numbers, strict=True)
    )


def _source(
    template: Sequence[str | int], path: str | None, value: Sequence[str | int] | None, also: tuple[str, ...]
) -> Source:
    return Source(Place(*template), path, Place(*value) if value else None, also)  # type: ignore[arg-type]  # as packed
