"""One unit, as most runs have it: nothing is imported that it does not need, and a later run makes nothing again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from ..workspaces import UNIT, example_workspace, unit_file

_GENERATE = """
import json, sys
from speechgen.__main__ import run
sys.argv = ["speechgen", "generate", *sys.argv[1:]]
try:
    run()
except SystemExit as end:
    print(json.dumps([end.code or 0, sorted(sys.modules)]))
"""
# What problems, other units, other languages, edited speeches, comparing and what is kept need.
NOT_NEEDED = {
    "ahocorasick_rs",
    "jsonschema_rs",
    "speechgen.checks.common_sentences",
    "speechgen.checks.comparison",
    "speechgen.checks.other_units",
    "speechgen.checks.rules.days.month_names",
    "speechgen.checks.rules.names.foreign_words",
    "speechgen.checks.rules.phrases.english_phrases",
    "speechgen.checks.similarity",
    "speechgen.formats.block",
    "speechgen.reading.schema.errors",
    "speechgen.template.syntax",
    "speechgen.template.tree_limits",
    "speechgen.template.unit_schema",
    "speechgen.template.value_references",
}


def _run(root: Path, cache: Path, hash_seed: int) -> set[str]:
    """Generate one unit in a process of its own. The modules that it has imported."""
    finished = subprocess.run(
        [sys.executable, "-c", _GENERATE, str(unit_file(root)), "-f", "md,txt"],
        cwd=root,
        env={**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONHASHSEED": str(hash_seed)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    status, modules = json.loads(finished.stdout.splitlines()[-1])
    assert status == 0, finished.stderr
    return set(modules)


def _files(cache: Path) -> dict[Path, tuple[int, int]]:
    found = {path: path.stat() for path in cache.rglob("*") if path.is_file()}
    return {path: (status.st_mtime_ns, status.st_ino) for path, status in found.items()}


@pytest.mark.skipif(sys.platform != "linux", reason="the cache folder is given as on Linux")
def test_a_later_run_imports_and_makes_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    root, cache = example_workspace(tmp_path, [UNIT]), tmp_path / "cache"
    for seed in (1, 2):
        _run(root, cache, seed)
    kept = _files(cache)
    modules = _run(root, cache, 3)
    assert _files(cache) == kept
    assert {path.name.split("-")[0] for path in kept} > {"patterns", "manifest", "unit", "references"}
    assert all(find_spec(each) for each in NOT_NEEDED)
    assert NOT_NEEDED & modules == set()
