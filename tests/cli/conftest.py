"""Fixtures that run a command line in a small workspace and compare the result with its golden file."""

from __future__ import annotations

import shlex
import shutil
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import Run, compare_golden
from .cases import HERE, Case, files_of, normalized, transcript

Pinned = Callable[[Case, str], None]


@pytest.fixture(autouse=True)
def _same_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal 100 columns wide without colour, whatever runs the tests: help is formatted for the terminal."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    for name in ("TERMINAL_WIDTH", "GITHUB_ACTIONS", "FORCE_COLOR", "PY_COLORS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("typer.rich_utils.MAX_WIDTH", None)  # in case it was imported before
    monkeypatch.setattr("typer.rich_utils.FORCE_TERMINAL", False)
    monkeypatch.setattr("rich.console.detect_legacy_windows", lambda: False)  # it would draw other box corners


@pytest.fixture
def workspace(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the folder `workspace`; it is the current folder."""
    shutil.copytree(HERE / "workspace", tmp_path / "workspace")
    monkeypatch.chdir(tmp_path / "workspace")
    return tmp_path / "workspace"


@pytest.fixture
def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture
def pinned(
    request: pytest.FixtureRequest,
    run: Run,
    workspace: Path,
    free_port: int,
    monkeypatch: pytest.MonkeyPatch,
) -> Pinned:
    """Runs a line of a case and compares the exit status with the table and everything else with the golden file."""

    def compare(case: Case, line: str) -> None:
        folder = workspace.parent / case.folder
        folder.mkdir(exist_ok=True)
        monkeypatch.chdir(folder)
        if case.before:
            case.before(run)
        if case.without:
            monkeypatch.setitem(sys.modules, case.without, None)
        before = files_of(folder)
        result = run(*shlex.split(line.format(port=free_port)))
        port = free_port if "{port}" in line else None
        text = normalized(transcript(case, result, before, files_of(folder)), folder, port)
        assert result.exit_code == case.status, text
        compare_golden(case.golden, text, refresh=request.config.getoption("--refresh-goldens"))

    return compare
