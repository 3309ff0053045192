"""The problems of a large run: printed in order, each once, whether they fit into memory, on the disk or neither."""

from __future__ import annotations

import errno
import json
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.checks import BytesOnDisk
from speechgen.cli import ordered_problems
from speechgen.cli.ordered_problems import OrderedProblems
from speechgen.cli.reports.json_text import json_text
from speechgen.model import Place, Problem, Spot

problems = st.builds(
    Problem,
    st.builds(Place, st.sampled_from(["units/a.yaml", "speeches/a.md"]), st.integers(1, 3), st.integers(1, 3)),
    st.sampled_from(["tab", "repeat", "figure"]),
    st.sampled_from(["one", "another"]),
    st.sampled_from([None, "write one"]),
)


@given(st.lists(problems, max_size=40), st.integers(1, 10), st.integers(0, 5))
def test_problems_are_in_order_and_each_is_there_once(found: list[Problem], in_memory: int, on_disk: int) -> None:
    appended = []

    def append(disk: BytesOnDisk, content: bytes) -> int:
        appended.append(content)
        if len(appended) > on_disk:
            raise OSError(errno.ENOSPC, "No space left on device")
        return original(disk, content)

    original = BytesOnDisk.append
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ordered_problems, "_IN_MEMORY", in_memory)
        patch.setattr(ordered_problems, "_READ_AT_ONCE", 3)
        patch.setattr(BytesOnDisk, "append", append)
        ordered = OrderedProblems(found)
    expected = sorted(dict.fromkeys(found), key=lambda each: each.order)
    assert list(ordered) == expected
    assert list(ordered) == expected  # a report may read them twice


def test_fifty_thousand_problems_take_little_memory() -> None:
    def found() -> Iterator[Problem]:
        for number in range(50_000):
            text = f"第{number}个村的的会议开得好。" * 10
            spot = Spot(text, 5, 7, 1)
            yield Problem(Place(f"speeches/{number % 977}.md", number), "repeat", "的的", severity="warning", spot=spot)

    list(OrderedProblems(found()))[:0]  # imports what it needs
    tracemalloc.start()
    try:
        number = sum(1 for _ in OrderedProblems(found()))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert number == 50_000
    assert peak < 6 * 1024 * 1024  # all of them: 40 MiB


_plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text('a\n"\\é汉{[,'),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
_with_lists = st.dictionaries(st.text(max_size=3), _plain | st.lists(_plain, max_size=3).map(tuple), max_size=4)


@given(_with_lists, st.booleans())
def test_json_in_pieces_is_what_json_dumps_gives(value: dict[str, Any], is_nested: bool) -> None:
    """The tuples are given as iterators."""
    lazy = {key: iter(each) if isinstance(each, tuple) else each for key, each in value.items()}
    if is_nested:
        text = "".join(json_text({"runs": iter([lazy]), "version": 1}))
        value = {"runs": [value], "version": 1}
    else:
        text = "".join(json_text(lazy))
    assert text == json.dumps(value, ensure_ascii=False, indent=2)
