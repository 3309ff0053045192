"""Speeches as bytes: a run keeps all of its speeches until they are compared, ten thousand of them."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING

from speechgen.model import Paragraph, Place, Run, Source, Speech

if TYPE_CHECKING:
    from collections.abc import Sequence


def packed(speech: Speech) -> bytes:
    """The speech as bytes. Pickling the same takes four times as long, because of its many tuples with names."""
    sources: dict[Source, int] = {}
    paragraphs = []
    for kind, runs, level, marker in speech.paragraphs:
        texts, bolds, numbers = [], [], []
        for text, is_bold, source in runs:
            texts.append(text)
            bolds.append(is_bold)
            numbers.append(sources.setdefault(source, len(sources)))
        paragraphs.append((kind, level, marker, texts, bolds, numbers))
    plain = [(tuple(template), path, value and tuple(value), also) for template, path, value, also in sources]
    return marshal.dumps((speech.language, plain, paragraphs))


def unpacked(content: bytes) -> Speech:
    """The speech that `packed` returned as bytes."""
    language, plain, paragraphs = marshal.loads(content)  # noqa: S302 - packed by this run
    sources = [_source(*each) for each in plain]
    return Speech(
        language,
        tuple(
            Paragraph(
                kind,
                tuple(Run(text, bold, sources[at]) for text, bold, at in zip(texts, bolds, numbers, strict=True)),
                level,
                marker,
            )
            for kind, level, marker, texts, bolds, numbers in paragraphs
        ),
    )


def _source(
    template: Sequence[str | int], path: str | None, value: Sequence[str | int] | None, also: tuple[str, ...]
) -> Source:
    return Source(Place(*template), path, Place(*value) if value else None, also)  # type: ignore[arg-type]  # as packed
