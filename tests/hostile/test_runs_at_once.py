"""Several runs at once, and files that change while a run goes on: nothing is lost, one line says what is wrong."""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
import sys
import tempfile
from pathlib import Path

import pytest

from speechgen.pipeline.journal import Journal

from ..conftest import ROOT, Run, spots

NAMES = 40


@pytest.fixture
def units(run: Run) -> Run:
    """A workspace with the units `a`, `b` and `c`."""
    Path("units").mkdir()
    Path("t").mkdir()
    Path("t/template.yaml").write_text("title: t\nlanguage: en\n", encoding="utf-8")
    Path("t/speech.md.j2").write_text("---\ntitle: T\n---\nTo {{ unit.name }}.\n", encoding="utf-8")
    Path("speechgen.yaml").write_text("template: ./t\nformats: [md]\n", encoding="utf-8")
    for name in "abc":
        Path(f"units/{name}.yaml").write_text(f"unit: {{name: N{name}}}\n", encoding="utf-8")
    return run


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that share the program")
def test_five_processes_lose_no_line_of_the_list_of_generated_files(tmp_path: Path) -> None:
    """Each writes its names twice, the second time with other words, and then reduces the list."""
    children = [_forked(tmp_path, number) for number in range(5)]
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 5
    lines = (tmp_path / ".speechgen").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[0-9a-f]{64}  \d+-\d+\.md", line) for line in lines)
    journal = Journal(tmp_path)
    names = [f"{number}-{name}.md" for number in range(5) for name in range(NAMES)]
    assert [name for name in names if not journal.knows(name, b"new")] == []


def _forked(folder: Path, number: int) -> int:
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        for content in (b"old", b"new"):
            journal = Journal(folder)
            for name in range(NAMES):
                journal.add(f"{number}-{name}.md", content)
                journal.confirm(f"{number}-{name}.md")
            journal.close()
        status = 0
    finally:
        os._exit(status)


def test_two_runs_that_write_in_turns(tmp_path: Path) -> None:
    """The second has opened the list before the first replaces it by a shorter one."""
    first, second = Journal(tmp_path), Journal(tmp_path)
    first.add("a.md", b"old")
    second.add("b.md", b"old")
    first.close()
    first = Journal(tmp_path)
    first.add("a.md", b"new")
    first.confirm("a.md")
    first.close()
    assert len((tmp_path / ".speechgen").read_text(encoding="utf-8").splitlines()) == 2
    second.add("c.md", b"new")
    second.close()
    found = Journal(tmp_path)
    assert [found.knows(*each) for each in (("a.md", b"new"), ("b.md", b"old"), ("c.md", b"new"))] == [True] * 3


@pytest.mark.parametrize("how", ["deleted", "renamed", "a folder", "a loop of links"])
def test_a_unit_that_goes_while_a_run_goes_on(units: Run, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    """When `a` has been written, `b` goes: its speech is written from what was read at the start, or it is reported."""
    original = os.replace

    def replaced(source: str, target: Path) -> None:
        original(source, target)
        if Path(target).name == "a.md":
            if how == "renamed":
                original("units/b.yaml", "units/d.yaml")
            else:
                os.unlink("units/b.yaml")
            if how == "a folder":
                os.mkdir("units/b.yaml")
            if how == "a loop of links" and sys.platform != "win32":
                os.symlink("b.yaml", "units/b.yaml")

    monkeypatch.setattr(os, "replace", replaced)
    result = units("generate", "--no-check")
    written = sorted(path.name for path in Path("speeches").glob("*.md"))
    if result.exit_code == 0:
        assert written == ["a.md", "b.md", "c.md"]
    else:
        assert (result.exit_code, spots(result)) == (1, [("units/b.yaml", 1, 1, "unreadable")])
        assert written == ["a.md", "c.md"]


@pytest.mark.parametrize("command", ["generate", "check --fix speeches/own.md", "templates --update t", "new B"])
def test_a_full_disk(units: Run, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    Path("speeches").mkdir()
    Path("speeches/own.md").write_text("# T\n\n我们要，,前进。\n", encoding="utf-8")
    Path("t/example.yaml").write_text("unit: {name: E}\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in Path.cwd().rglob("*") if path.is_file()}

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    result = units(*command.split())
    assert result.exit_code == 1
    assert {code for *_, code in spots(result)} == {"cannot-write"}
    assert "No space left on device" in result.output
    after = {path: path.read_bytes() for path in Path.cwd().rglob("*") if path.is_file() and path.name != ".speechgen"}
    assert after == before


def test_a_cache_that_cannot_be_written_is_not_used(units: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("cache").write_text("a file, not a folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(Path("cache").absolute()))
    assert units("generate").exit_code == 0
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/full")
    assert units("generate", "--force").exit_code == 0


@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="needs root, to be another user in a process")
@pytest.mark.parametrize("file", ["units/b.yaml", "t/template.yaml", "t/speech.md.j2", "speechgen.yaml", "speeches"])
def test_a_file_of_another_user(units: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    """Run as `nobody`, in a folder that belongs to it except for one file of root's."""
    if not all(each.stat().st_mode & stat.S_IXOTH for each in ROOT.parents):
        pytest.skip("other users cannot read the program here")
    units("generate")  # imports what the program needs: other users may not read where it is installed
    folder = tempfile.mkdtemp()  # which other users can enter, unlike those of pytest
    try:
        os.chmod(folder, 0o755)  # noqa: S103 - so that another user can enter it
        shutil.copytree(tmp_path, Path(folder, "workspace"))
        monkeypatch.chdir(Path(folder, "workspace"))
        _check_as_another_user(units, file)
    finally:
        monkeypatch.undo()
        shutil.rmtree(folder)


def _check_as_another_user(units: Run, file: str) -> None:
    Path("units/b.yaml").write_text("unit: {name: Another}\n", encoding="utf-8")
    for path in (Path(), *Path().rglob("*")):
        os.chown(path, 65534, 65534)
    os.chown(file, 0, 0)
    os.chmod(file, 0o600 if Path(file).is_file() else 0o700)
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        status = 99
        try:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            result = units("generate")
            os.write(write, result.output.encode())
            status = result.exit_code
        finally:
            os._exit(status)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        output = pipe.read().decode()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1, output
    assert re.search(rf"^{re.escape(file)}\S*:1:1: error\[(unreadable|cannot-write|system)\]", output, re.MULTILINE)
    assert "Permission denied" in output


def test_a_list_of_the_same_size_with_lines_of_another_run_is_kept(tmp_path: Path) -> None:
    """The other run has replaced the list between the reading and the first writing of this one."""
    one = Journal(tmp_path)
    one.add("a.md", b"1")
    one.close()
    late = Journal(tmp_path)
    path = tmp_path / ".speechgen"
    path.write_text(path.read_text(encoding="utf-8").replace("a.md", "b.md"), encoding="utf-8")
    for content in (b"old", b"new"):
        late.add("c.md", content)
        late.confirm("c.md")
    late.close()
    assert Journal(tmp_path).knows("b.md", b"1")
    assert Journal(tmp_path).knows("c.md", b"new")
