"""`speechgen` without a command: version, help, completion, unknown commands."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from ..conftest import Run
from .cases import Case, case, each_line
from .conftest import Pinned

CASES = (
    case("version", "--version", "--version generate"),
    case("help", "--help", "-h"),
    case("help-in-chinese", "--lang zh-CN --help", "--help --lang zh"),
    case("no-arguments", "", status=2),
    case("unknown-command", "generat", status=2),
    case("unknown-command-like-no-other", "xyzzy", status=2),
    case("unknown-command-in-chinese", "--lang zh generat", status=2),
    case("unknown-language", "--lang fr generate", status=2),
    case("unknown-option", "--verbose", status=2),
    case("show-completion", "--show-completion"),
    case("install-completion", "--install-completion", folder="empty"),
)
PROGRAM = [sys.executable, "-X", "utf8", "-m", "speechgen"]
MAIN = (
    "import sys; from speechgen.__main__ import run; sys.argv = ['speechgen', *sys.argv[1:]]\n"
    "try: run()\n"
    "except SystemExit as end: print('STATUS', end.code or 0)\n"
    "print('LOADED', sorted({'jinja2', 'yaml', 'jsonschema_rs', 'pydantic', 'speechgen.language'} & set(sys.modules)))"
)


@pytest.fixture(autouse=True)
def _bash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The shell is bash and the home folder is empty."""
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("bash", "/bin/bash"))
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "empty"))


@each_line(CASES)
def test_speechgen(pinned: Pinned, case: Case, line: str) -> None:
    pinned(case, line)


def test_completion_is_installed_for_bash(run: Run, tmp_path: Path) -> None:
    script = run("--show-completion").stdout
    assert "_SPEECHGEN_COMPLETE=complete_bash" in script
    run("--install-completion")
    installed = tmp_path / "empty/.bash_completions/speechgen.sh"
    assert installed.read_text(encoding="utf-8") == script.rstrip("\n")
    assert (tmp_path / "empty/.bashrc").read_text(encoding="utf-8") == f"\nsource '{installed}'\n"


def test_it_runs_as_a_module() -> None:
    done = subprocess.run([*PROGRAM, "--version"], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"speechgen {version('speechgen')}\n", "")


@pytest.mark.parametrize(
    ("arguments", "status", "expected"),
    [
        (["--help"], 0, "Usage: speechgen [OPTIONS] COMMAND"),
        (["-h"], 0, "Usage: speechgen [OPTIONS] COMMAND"),
        ([], 2, "Usage: speechgen [OPTIONS] COMMAND"),
        (["generate", "--help"], 0, "Usage: speechgen generate [OPTIONS] [FILE]..."),
        (["--version"], 0, f"speechgen {version('speechgen')}"),
    ],
    ids=lambda value: " ".join(value) or "nothing" if isinstance(value, list) else "",
)
def test_help_loads_neither_jinja_nor_yaml_nor_languages(arguments: list[str], status: int, expected: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", MAIN, *arguments], capture_output=True, encoding="utf-8", check=True
    )
    assert expected in done.stdout
    assert done.stdout.splitlines()[-2:] == [f"STATUS {status}", "LOADED []"]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["gen"], "generate"),
        (["--ver"], "--version"),
        (["generate", "--dry"], "--dry-run"),
        (["schema", "noti"], "notice"),
        (["schema", "insp"], "inspection-feedback"),
        (["generate", "市水"], "市水务局"),
        (["generate", "units/市水"], "units/市水务局.yaml"),
        (["check", "--unit", "市水"], "市水务局"),
        (["explain", ""], "市林业局"),
    ],
    ids=" ".join,
)
def test_completion_offers(workspace: Path, words: list[str], offered: str) -> None:
    line = " ".join(["speechgen", *words])
    asked = {"_SPEECHGEN_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words))}
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", MAIN],
        env={**os.environ, **asked},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert offered in done.stdout.split()
    assert "LOADED []" in done.stdout


def test_the_tour_of_a_new_user(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("init", "spring").exit_code == 0
    monkeypatch.chdir("spring")
    assert run("generate").exit_code == 0
    assert run("new", "市教育局").exit_code == 0
    assert "市教育局" in Path("units/市教育局.yaml").read_text(encoding="utf-8")
    assert run("generate", "市教育局").exit_code == 1  # the new file lacks required values


def test_the_process_ends_with_all_that_waits_for_its_end(tmp_path: Path) -> None:
    program = (
        "import atexit, sys; from speechgen.__main__ import main; atexit.register(print, 'at the end', flush=True)\n"
        "sys.argv = ['speechgen', *sys.argv[1:]]; main()"
    )
    for argument, status in (("--version", 0), ("generat", 2)):
        finished = subprocess.run(
            [sys.executable, "-c", program, argument], capture_output=True, cwd=tmp_path, encoding="utf-8", check=False
        )
        assert finished.returncode == status
        assert finished.stdout.endswith("at the end\n")
        assert ("speechgen" in finished.stdout) if status == 0 else ("generat" in finished.stderr)


def test_the_process_waits_for_its_threads(tmp_path: Path) -> None:
    program = (
        "import sys, threading; from speechgen.__main__ import main; sys.argv = ['speechgen', '--version']\n"
        "wait = threading.main_thread().join\n"
        "threading.Thread(target=lambda: (wait(), print('the thread has ended', flush=True))).start(); main()"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, cwd=tmp_path, encoding="utf-8", check=True
    )
    assert finished.stdout.endswith("the thread has ended\n")
