"""Tests whose programs are missing, or do not run, are skipped with the reason; with --no-skips they fail."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from . import programs
from .conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="programs are shell scripts here")
WORKS = "exit 0"
NO_TESTS, INTERRUPTED = pytest.ExitCode.NO_TESTS_COLLECTED, pytest.ExitCode.INTERRUPTED
PROGRAMS = ("chromium", "soffice", "pdftotext", "pdftohtml", "pdfinfo", "pdftoppm", "node", "npm")

Program = Callable[[str, str], None]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """Makes a program; the only ones on the path are those that a test makes. The fonts are there."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for name, font in (("FANDOL", "FandolSong-Regular.otf"), ("LIBERATION", "LiberationSerif-Regular.ttf")):
        monkeypatch.setattr(programs, name, tmp_path)
        (tmp_path / font).touch()

    def make(name: str, script: str) -> None:
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)

    _forget()
    yield make
    _forget()


def _forget() -> None:
    programs.why_no_pdf.cache_clear()
    programs.why_no_pages.cache_clear()


def test_what_a_machine_lacks_is_reported(program: Program, tmp_path: Path) -> None:
    assert programs.why_no_browser() == "no chromium here (Debian: chromium)"
    assert programs.why_no_pages() == "no soffice here (Debian: libreoffice-writer-nogui)"
    (tmp_path / "FandolSong-Regular.otf").unlink()
    assert set(programs.missing()) == {*PROGRAMS, "Fandol fonts"}


def test_a_machine_with_all_programs_can_convert_pages(program: Program) -> None:
    for name in PROGRAMS:
        program(name, WORKS)
    program("soffice", 'while [ $# -gt 1 ]; do shift; done; : >"${1%.txt}.pdf"')
    assert programs.missing() == {}
    assert programs.why_no_browser() is None
    assert programs.why_no_pages() is None


def test_without_fonts_there_are_no_pages(program: Program, tmp_path: Path) -> None:
    for name in PROGRAMS:
        program(name, WORKS)
    (tmp_path / "FandolSong-Regular.otf").unlink()
    assert programs.why_no_pages() == "no Fandol fonts here (Debian: texlive-lang-chinese)"


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo one; echo no display >&2; exit 77", "soffice ends with status 77: no display"),
        (WORKS, "soffice writes no PDF file"),
        ("kill -9 $$", "soffice ends with status -9: "),
    ],
)
def test_a_soffice_that_converts_nothing_is_reported(script: str, reason: str, program: Program) -> None:
    for name in PROGRAMS:
        program(name, WORKS)
    program("soffice", script)
    assert programs.why_no_pages() == reason


def test_a_program_that_hangs_is_ended(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROGRAMS:
        program(name, WORKS)
    program("pdftotext", "while :; do :; done")
    monkeypatch.setattr(programs, "SECONDS", 0.2)
    assert programs.why_no_pages() == "pdftotext does not end within 0.2 seconds"


def test_a_machine_without_the_language_server_says_how_it_is_installed(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert programs.why_no_language_server("2.0") == "no node here (Debian: nodejs)"
    program("node", WORKS)
    monkeypatch.setenv("SPEECHGEN_LANGUAGE_SERVERS", str(tmp_path))
    install = f"npm install --prefix {tmp_path}/2.0 yaml-language-server@2.0"
    assert programs.why_no_language_server("2.0") == f"no yaml-language-server 2.0: {install}"
    server = Path(programs.language_server("2.0")[1])
    server.parent.mkdir(parents=True)
    server.touch()
    assert programs.why_no_language_server("2.0") is None


@pytest.mark.parametrize("reason", ["", "pytest.skip('no wings here', allow_module_level=True)"])
def test_no_skips_makes_a_failure_of_each_skip(reason: str, tmp_path: Path) -> None:
    skipped = f"import pytest\n{reason}\ndef test_flight():\n    pytest.skip('no wings here')\n"
    (tmp_path / "test_flight.py").write_text(skipped, encoding="utf-8")
    assert _pytest(tmp_path, "-rs")[0] in (0, NO_TESTS)
    status, output = _pytest(tmp_path, "--no-skips")
    assert status in (1, INTERRUPTED)
    assert "no wings here" in output


def _pytest(folder: Path, option: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", option, str(folder)]
    env = {**os.environ, "PYTEST_ADDOPTS": ""}
    done = subprocess.run(command, cwd=ROOT, env=env, check=False, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout
