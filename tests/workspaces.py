"""Copies of the example workspace, for the tests of the review page and of preview."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

import speechgen

from .conftest import ROOT

UNIT = "市中级人民法院"


FEW = (UNIT, "市人民医院", "青石镇")  # enough to compare units, and for tests that generate all


def example_workspace(folder: Path, units: Collection[str] | None = None) -> Path:
    """A copy of the example workspace in `folder`, with all of its units or with these only."""
    root = folder / "workspace"
    shutil.copytree(ROOT / "examples" / "workspace", root, ignore=shutil.ignore_patterns("speeches"))
    for path in (root / "units").iterdir():
        if units is not None and path.stem not in units:
            path.unlink()
    return root


def unit_file(root: Path, unit: str = UNIT) -> Path:
    return root / "units" / f"{unit}.yaml"


def replace(path: Path, *pairs: tuple[str, str]) -> None:
    """Edit a file as a person would: each of the words must be there."""
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def speech_of(root: Path, unit: str = UNIT) -> speechgen.Speech:
    loaded = speechgen.load_unit(unit_file(root, unit))
    return speechgen.render(speechgen.load_template(loaded.template[0]), loaded)
