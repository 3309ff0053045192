"""Patterns are compiled on first use, so that an invalid one would show only in a speech that needs it."""

from __future__ import annotations

import gc
import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest

import speechgen
from speechgen.model import lazily
from speechgen.model.patterns import LazyPattern


def _all_patterns() -> list[LazyPattern]:
    for module in pkgutil.walk_packages(speechgen.__path__, "speechgen."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    return [each for each in gc.get_objects() if isinstance(each, LazyPattern)]


def test_every_pattern_of_the_program_is_valid() -> None:
    patterns = _all_patterns()
    assert len(patterns) > 300
    invalid = []
    for each in patterns:
        try:
            assert each.compiled().pattern == each.pattern
        except re.error as error:
            invalid.append(f"{each.pattern!r}: {error}")
    assert not invalid


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    wrong = lazily("(")
    with pytest.raises(re.error):
        wrong.search("words")


def test_a_lazy_pattern_does_what_the_pattern_does() -> None:
    lazy, pattern = lazily("(?P<figure>[0-9]+)人", re.IGNORECASE), re.compile("(?P<figure>[0-9]+)人", re.IGNORECASE)
    text = "来了12人，走了3人"
    assert [found.span("figure") for found in lazy.finditer(text)] == [each.span(1) for each in pattern.finditer(text)]
    assert lazy.sub("X", text) == pattern.sub("X", text)
    assert lazy.split(text) == pattern.split(text)
    assert lazy.flags == pattern.flags


def test_no_pattern_is_compiled_elsewhere() -> None:
    files = [
        file for file in Path(speechgen.__file__).parent.rglob("*.py") if file.parts[-2:] != ("model", "patterns.py")
    ]
    assert len(files) > 200
    assert not [str(file) for file in files if "re.compile(" in file.read_text(encoding="utf-8")]
