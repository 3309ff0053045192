"""Installed packages whose language or filter fails: one line, and other speeches are not affected."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from speechgen.language import registry
from speechgen.model import entry_points
from speechgen.template import installed_filters

from ..conftest import Run, spots

Offer = Callable[[str, str], None]
FAILING = {
    "raises": "raise RuntimeError('no')",
    "ends the program": "raise SystemExit(3)",
    "is not Python": "def (",
    "has no language": "",
    "has something else": "LANGUAGE = up = 5\nLIKENESS = 'much'\n",
    "fails when asked": "def LIKENESS(text): raise ValueError('no')\ndef up(value): raise SystemExit(4)\n",
}


@pytest.fixture
def offer(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Offer]:
    """Offers the module `failing`, with this code, to a group of entry points."""
    for name, text in {
        "t/speech.md.j2": "---\ntitle: T\n---\nTo {{ unit.name | up }}.\n",
        "own/template.yaml": "title: t\nlanguage: en\n",
        "own/speech.md.j2": "---\ntitle: T\n---\nTo {{ unit.name }}.\n",
        "a.yaml": "unit: {name: A}\n",
        "speech.md": "# Xyz\n\nQwe rty.\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    offered: list[EntryPoint] = []
    monkeypatch.setattr(
        importlib.metadata, "entry_points", lambda group: [each for each in offered if each.group == group]
    )
    monkeypatch.syspath_prepend(str(tmp_path / "packages"))

    def offered_as(code: str, group: str) -> None:
        is_filter = group == installed_filters.GROUP
        (tmp_path / "packages").mkdir()
        (tmp_path / "packages/failing.py").write_text(code, encoding="utf-8")
        (tmp_path / "t/template.yaml").write_text(f"title: t\nlanguage: {'en' if is_filter else 'xx'}\n", "utf-8")
        offered.append(EntryPoint(*(("up", "failing:up") if is_filter else ("xx", "failing")), group))

    _forget()
    yield offered_as
    monkeypatch.undo()
    monkeypatch.delitem(__import__("sys").modules, "failing", raising=False)
    _forget()


def _forget() -> None:
    for cached in (
        entry_points.offered,
        registry.language,
        installed_filters.installed_filter,
    ):
        cached.cache_clear()


@pytest.mark.parametrize("code", FAILING.values(), ids=FAILING)
@pytest.mark.parametrize("group", [registry.GROUP, installed_filters.GROUP])
def test_a_package_that_fails(run: Run, offer: Offer, code: str, group: str) -> None:
    offer(code, group)
    result = run("generate", "a.yaml", "-t", "./t")
    assert (result.exit_code, len(spots(result))) == (1, 1)
    assert "internal-error" not in result.output
    assert run("templates", "--lint", "t").exit_code == 1
    assert run("templates", "--filters", "t").exit_code in (0, 1)
    for command in (
        "generate a.yaml -t ./own",
        "check speech.md",
        "rules",
    ):  # a language that is not sure is looked for
        assert run(*command.split()).exit_code == 0
