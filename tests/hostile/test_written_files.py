"""Nothing outside the output folder is written, and no file is taken for generated that is not."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from speechgen.pipeline import OutputFolder
from speechgen.pipeline.atomic_write import atomic_write, this_computer

from ..conftest import Run, spots

ESCAPE = "\x1b]0;owned\x07"


@pytest.fixture
def units(run: Run) -> Run:
    """A workspace with a template of one sentence."""
    Path("t").mkdir()
    Path("t/template.yaml").write_text("title: t\nlanguage: en\n", encoding="utf-8")
    Path("t/speech.md.j2").write_text("---\ntitle: T\n---\nTo {{ unit.name }}.\n", encoding="utf-8")
    Path("speechgen.yaml").write_text("template: ./t\nformats: [md]\n", encoding="utf-8")
    Path("units").mkdir()
    _unit("victim")
    return run


def _unit(stem: str, name: str = "Westmoor") -> None:
    Path(f"units/{stem}.yaml").write_text(f"unit: {{name: {name}}}\n", encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no control characters in file names")
@pytest.mark.parametrize("character", ["\n", "\r", "\t", "\x1b", "\x7f", "\x85", "\u2028"])
def test_a_file_name_with_a_control_character_is_refused_and_shown_in_one_line(units: Run, character: str) -> None:
    _unit(f"a{character}b")
    result = units("generate")
    assert result.exit_code == 1
    assert "error[file-name] the file's name contains the control character U+" in result.output
    assert character in "\n\t" or character not in result.output
    assert all(len(line.splitlines()) == 1 for line in result.output.split("\n") if line)
    assert sorted(path.name for path in Path("speeches").iterdir()) == [".speechgen", "victim.md"]


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no line breaks in file names")
def test_a_file_name_cannot_add_a_line_to_the_journal(tmp_path: Path) -> None:
    """The name is another line of the journal, by which an edited file would count as generated."""
    import hashlib

    edited = tmp_path / "victim.md"
    edited.write_bytes(b"edited\n")
    line = f"{hashlib.sha256(edited.read_bytes()).hexdigest()}  victim.md"
    folder = OutputFolder(tmp_path)
    folder.write(f"x\n{line}", b"1")
    folder.close()
    assert OutputFolder(tmp_path).is_edited("victim.md")
    assert not OutputFolder(tmp_path).is_edited(f"x\n{line}")
    assert OutputFolder(tmp_path).write("victim.md", b"generated\n") == "kept"


def test_a_line_of_the_journal_cannot_name_a_file_in_another_folder(units: Run) -> None:
    Path("speeches").mkdir()
    lines = (f"{'0' * 64}  ../units/victim.yaml", f"{'0' * 64}  sub/victim.md", f"{'0' * 63}  victim.md")
    Path("speeches/.speechgen").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert units("generate", "--prune").exit_code == 0
    assert Path("units/victim.yaml").exists()


@pytest.mark.parametrize("where", ["key", "unknown key", "value", "name"])
def test_control_characters_in_values_do_not_reach_the_terminal(units: Run, where: str) -> None:
    escaped = r'"\e]0;owned\a"'
    texts = {
        "key": f"unit: {{name: W}}\n{escaped}: 1\n",
        "unknown key": f"unit: {{name: W, {escaped}: 1}}\n",
        "value": f"template: {escaped}\nunit: {{name: W}}\n",
        "name": f"unit: {{name: {escaped}}}\n",
    }
    Path("units/victim.yaml").write_text(texts[where], encoding="utf-8")
    for command in (["generate"], ["check"], ["explain", "victim"], ["generate", "-o", "-"]):
        output = units(*command).output
        assert "\x1b" not in output
        assert "\x07" not in output
    if "key" in where:
        place = ("units/victim.yaml", 2, 1) if where == "key" else ("units/victim.yaml", 1, 17)
        assert (*place, "control-character") in spots(units("generate"))


def test_characters_that_turn_the_text_around_are_shown_as_escapes(units: Run) -> None:
    Path("units/victim.yaml").write_text('unit: {name: W}\n"a\u202eb": 1\n', encoding="utf-8")
    output = units("generate").output
    assert "\u202e" not in output
    assert "a\\u202eb" in output


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights on Windows")
def test_no_link_in_place_of_a_temporary_file_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine", encoding="utf-8")
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(os, "urandom", lambda size: b"\0" * size)  # the worst case: the name is foreseen
    opened: list[str] = []
    original = os.open

    def with_a_link(path: str, *arguments: int) -> int:
        if str(path).endswith(".tmp"):
            opened.append(path)
            os.symlink(outside, path)
        return original(path, *arguments)

    monkeypatch.setattr(os, "open", with_a_link)
    with pytest.raises(FileExistsError):
        atomic_write(folder / "a.txt", b"1")
    assert opened
    assert outside.read_text(encoding="utf-8") == "mine"


def test_two_temporary_files_have_different_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []
    original = os.open

    def noted(path: str, *arguments: int) -> int:
        names.append(path)
        return original(path, *arguments)

    monkeypatch.setattr(os, "open", noted)
    atomic_write(tmp_path / "a.txt", b"1")
    atomic_write(tmp_path / "a.txt", b"2")
    assert len({name for name in names if name.endswith(".tmp")}) == 2


def test_a_backup_is_complete_or_there_is_none(units: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    units("generate")
    speech = Path("speeches/victim.md")
    speech.write_text("edited\n", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert units("generate", "--force").exit_code == 1
    assert speech.read_text(encoding="utf-8") == "edited\n"
    assert [path.name for path in Path("speeches").iterdir() if ".bak" in path.name] == []
    monkeypatch.undo()


def test_temporary_files_of_processes_that_have_ended_are_removed(units: Run) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True
    ).stdout.strip()
    folder = Path("speeches")
    folder.mkdir()
    mine = folder / f".speechgen-{this_computer()}-{ended}-00.tmp"
    elsewhere = folder / f".speechgen-00000000-{ended}-00.tmp"
    running = folder / f".speechgen-{this_computer()}-{os.getpid()}-00.tmp"
    for path in (mine, elsewhere, running):
        path.write_bytes(b"")
    units("generate")
    assert [path.exists() for path in (mine, elsewhere, running)] == [os.name == "nt", True, True]


@pytest.mark.skipif(os.name == "nt", reason="needs pipes that child processes inherit")
def test_the_processes_of_a_batch_end_with_the_process_that_started_them(tmp_path: Path) -> None:
    (tmp_path / "t").mkdir()
    (tmp_path / "t/template.yaml").write_text("title: t\nlanguage: en\n", encoding="utf-8")
    (tmp_path / "t/speech.md.j2").write_text("---\ntitle: T\n---\nTo {{ unit.name }}.\n", encoding="utf-8")
    (tmp_path / "u").mkdir()
    for number in range(300):
        text = f"template: ../t\nunit: {{name: U{number}}}\n"
        (tmp_path / f"u/u{number}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "hooks").mkdir()
    # Each process says that it works, and then works for ever on its first unit.
    hook = (
        "import os, sys, threading\n"
        "started = os.getpid()\n"
        "def at_open(event, arguments):\n"
        "    if event == 'open' and str(arguments[0]).endswith('.yaml') and '/u' in str(arguments[0])\\\n"
        "       and os.getpid() != started:\n"
        "        os.write(int(os.environ['WORKS']), b'x')\n"
        "        threading.Event().wait()\n"
        "sys.addaudithook(at_open)\n"
    )
    (tmp_path / "hooks/sitecustomize.py").write_text(hook, encoding="utf-8")
    read, write = os.pipe()
    search = os.pathsep.join([str(tmp_path / "hooks"), *filter(None, sys.path)])
    batch = subprocess.Popen(
        [sys.executable, "-m", "speechgen", "generate", "u", "-o", "out", "-f", "txt", "--no-check"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": search, "WORKS": str(write)},
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        assert pipe.read(1) == b"x"  # a process works
        batch.kill()
        batch.wait()
        assert set(pipe.read()) <= set(b"x")  # reads until no process has the pipe open
