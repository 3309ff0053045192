"""Files and folders that the user may not read or write: one line says which, and nothing is taken for missing."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..conftest import ROOT, Run

NOBODY = 65534
FILES = {
    "speechgen.yaml": "template: t\nformats: [md]\n",
    "templates/t/template.yaml": "title: t\nlanguage: en\nparts: [points]\n",
    "templates/t/speech.md.j2": "---\ntitle: T\n---\n{% for each in points %}{{ each.body }}{% endfor %}\n",
    "templates/t/points/one.md.j2": "---\ntitle: One\n---\nTo {{ unit.name }}.\n",
    "templates/t/tests/x.yaml": "template: t\nunit: {name: X}\npoints: [one]\n",
    "templates/t/example.yaml": "template: t\nunit: {name: E}\npoints: [one]\n",
    "units/a.yaml": "unit: {name: A}\npoints: [one]\n",
    "speeches/own.md": "# 讲话\n\n我们要，,前进。\n",
}
pytestmark = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs root, to become another user")


@pytest.fixture
def workspace(run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """A workspace of another user, in a folder that this user can enter, unlike those of pytest."""
    if not all(each.stat().st_mode & stat.S_IXOTH for each in ROOT.parents):
        pytest.skip("other users cannot read the program here")
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    monkeypatch.chdir(folder)
    try:
        for name, text in FILES.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(text, encoding="utf-8")
        run("generate")  # imports what the program needs: other users may not read where it is installed
        for path in (Path(), *Path().rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        yield run
    finally:
        monkeypatch.undo()
        shutil.rmtree(folder)


def _refuse(name: str, mode: int) -> None:
    os.chown(name, 0, 0)
    os.chmod(name, mode)


def _as_another_user(run: Run, line: str) -> tuple[int, str]:
    """The status and the output of a command that another user runs."""
    for encoding in ("utf-16-le", "utf-32-le"):  # Python imports them when they are used first
        "".encode(encoding)
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        status = 99
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            result = run(*line.split())
            status = result.exit_code if result.exception is None or isinstance(result.exception, SystemExit) else 98
            os.write(write, result.output.encode())
        finally:
            os._exit(status)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        output = pipe.read().decode()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), output


@pytest.mark.parametrize(
    ("name", "mode", "line", "expected"),
    [
        ("units", 0o000, "generate", "units:1:1: error[system] cannot be used"),
        ("units", 0o000, "check units", "units:1:1: error[system] cannot be used"),
        ("speeches", 0o000, "check", "speeches:1:1: error[system] cannot be used"),
        ("speeches", 0o000, "generate -o speeches", "speeches/a.md:1:1: error[cannot-write] cannot be written"),
        ("speeches/.speechgen", 0o000, "check", "speeches/.speechgen:1:1: error[system] cannot be used"),
        (
            "speeches/.speechgen",
            0o000,
            "generate",
            "speeches/a.md:1:1: error[cannot-write] cannot be written: .speechgen, the list of generated files, cannot "
            "be read: Permission denied; check the permissions of .speechgen",
        ),
        ("templates", 0o000, "generate", "templates/t/template.yaml:1:1: error[unreadable] cannot be read"),
        ("templates", 0o444, "templates t", "templates/t/template.yaml:1:1: error[unreadable] cannot be read"),
        ("templates", 0o111, "templates", "templates:1:1: error[system] cannot be used"),
        ("templates/t", 0o000, "templates", "templates/t/template.yaml:1:1: error[unreadable] cannot be read"),
        ("templates/t/points", 0o000, "generate", "templates/t/points:1:1: error[unreadable] cannot be read"),
        ("templates/t/points", 0o444, "generate", "templates/t/points/one.md.j2:1:1: error[unreadable] cannot be read"),
        ("templates/t/points", 0o111, "explain a", "templates/t/points:1:1: error[unreadable] cannot be read"),
        ("templates/t/points", 0o000, "templates --copy t new", "templates/t/points:1:1: error[unreadable] cannot be"),
        ("templates/t/tests", 0o000, "templates --lint t", "templates/t/tests:1:1: error[unreadable] cannot be read"),
    ],
)
def test_what_cannot_be_read_is_not_taken_for_missing(
    workspace: Run, name: str, mode: int, line: str, expected: str
) -> None:
    _refuse(name, mode)
    status, output = _as_another_user(workspace, line)
    assert (status, output.count("error[")) == (1, 1), output
    assert expected in output
    assert "Permission denied" in output


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("speeches/own.md", "check --fix speeches/own.md"),
        ("templates/t/tests/x.md", "templates --update t"),
        ("templates/t/points/one.md.j2", "templates --fix t"),
    ],
)
def test_a_read_only_file_is_not_replaced_by_a_fix(workspace: Run, name: str, line: str) -> None:
    manifest, part = Path("templates/t/template.yaml"), Path("templates/t/points/one.md.j2")
    if "--fix t" in line:
        manifest.write_text(manifest.read_text(encoding="utf-8").replace("en", "zh-CN"), encoding="utf-8")
        part.write_text("---\ntitle: 学习\n---\n学得好,大家都学。\n", encoding="utf-8")
    Path(name).touch()
    before = Path(name).read_bytes()
    _refuse(name, 0o444)
    status, output = _as_another_user(workspace, line)
    assert status == 1
    assert f"{name}:1:1: error[cannot-write] cannot be written: the file is read-only" in output
    assert Path(name).read_bytes() == before


def test_programs_get_the_problem_of_a_folder_that_cannot_be_read_as_json(workspace: Run) -> None:
    _refuse("units", 0o000)
    status, output = _as_another_user(workspace, "check --json")
    assert status == 1
    assert output.startswith("{")
    assert '"code": "system"' in output
