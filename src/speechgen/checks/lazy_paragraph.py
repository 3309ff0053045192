"""Paragraphs whose runs are made when they are asked for: a problem is about one paragraph of thirty."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, cast

from speechgen.model import Kind, Paragraph, Run


def lazy_paragraph(
    kind: Kind, text: str, make_runs: Callable[[], tuple[Run, ...]], level: int, marker: str
) -> Paragraph:
    """A paragraph with this text; `make_runs` gives its runs."""
    return cast("Paragraph", _LazyParagraph(kind, text, make_runs, level, marker))


class _LazyParagraph:
    """What a `Paragraph` has, except that it is not a tuple."""

    def __init__(
        self, kind: Kind, text: str, make_runs: Callable[[], tuple[Run, ...]], level: int, marker: str
    ) -> None:
        self.kind = kind
        self.text = text
        self.level = level
        self.marker = marker
        self._make_runs = make_runs

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        return self._make_runs()

    def _replace(self, **changes: Any) -> Paragraph:
        runs = changes.pop("runs", None)
        return Paragraph(self.kind, self.runs if runs is None else runs, self.level, self.marker)._replace(**changes)
