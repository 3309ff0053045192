"""Names and files that cannot be used: one line, status 1, no traceback, and no wait for a pipe that nobody writes."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from ..conftest import Run, spots

LONG = "a" * 5000
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs pipes and permissions of POSIX")


@pytest.fixture
def workspace(run: Run) -> Run:
    """A workspace with one unit, `a`."""
    Path("t").mkdir()
    Path("t/template.yaml").write_text("title: t\nlanguage: en\n", encoding="utf-8")
    Path("t/speech.md.j2").write_text("---\ntitle: T\n---\nTo {{ unit.name }}.\n", encoding="utf-8")
    Path("speechgen.yaml").write_text("template: ./t\nformats: [md]\n", encoding="utf-8")
    Path("units").mkdir()
    _unit("a")
    return run


def _unit(stem: str) -> None:
    Path(f"units/{stem}.yaml").write_text(f"unit: {{name: N{stem}}}\n", encoding="utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "generate {}",
        "generate -o {}",
        "generate -o {}/x",
        "generate -t {}",
        "check {}",
        "check {}.md",
        "check -u {} a",
        "explain {}",
        "init {}",
        "templates {}",
        "templates --lint {}",
        "templates --new {}",
        "templates --copy {}",
        "schema {}",
        "preview --no-open {}",
    ],
)
def test_a_name_that_is_too_long(workspace: Run, line: str) -> None:
    result = workspace(*line.format(LONG).split())
    assert result.exit_code == 1
    assert "File name too long" in result.output or "no template has this name" in result.output
    assert len(spots(result)) == 1


@POSIX
@pytest.mark.parametrize("command", ["generate units/pipe.yaml", "check units/pipe.yaml", "explain units/pipe.yaml"])
def test_a_pipe_as_unit_file(workspace: Run, command: str) -> None:
    os.mkfifo("units/pipe.yaml")
    result = workspace(*command.split())
    assert (result.exit_code, spots(result)) == (1, [("units/pipe.yaml", 1, 1, "unreadable")])
    assert "it is a pipe or a device, not a file" in result.output


@POSIX
def test_a_pipe_or_a_device_in_the_units_folder_is_no_unit(workspace: Run) -> None:
    os.mkfifo("units/pipe.yaml")
    os.symlink("/dev/zero", "units/zero.yaml")
    result = workspace("generate")
    assert (result.exit_code, "1 file written" in result.output) == (0, True)


@POSIX
@pytest.mark.parametrize("name", ["x.md", "x.txt", "x.docx"])
def test_a_pipe_or_a_device_as_speech(workspace: Run, name: str) -> None:
    os.mkfifo(name)
    result = workspace("check", name)
    assert (result.exit_code, spots(result)) == (1, [(name, 1, 1, "unreadable")])
    os.unlink(name)
    os.symlink("/dev/zero", name)
    assert workspace("check", name).exit_code == 1


@POSIX
def test_a_pipe_in_the_place_of_a_speech_that_is_written(workspace: Run) -> None:
    Path("speeches").mkdir()
    os.mkfifo("speeches/a.md")
    result = workspace("generate")
    assert (result.exit_code, spots(result)) == (1, [("speeches/a.md", 1, 1, "cannot-write")])
    assert stat.S_ISFIFO(os.stat("speeches/a.md").st_mode)
    assert workspace("check").exit_code == 1


@POSIX
@pytest.mark.parametrize("name", ["speechgen.yaml", "t/template.yaml", "t/speech.md.j2", "reference.docx"])
def test_a_pipe_in_the_place_of_a_file_of_the_workspace(workspace: Run, name: str) -> None:
    Path(name).unlink(missing_ok=True)
    os.mkfifo(name)
    result = workspace("generate", "units/a.yaml", "-t", "./t", "-f", "docx")
    assert result.exit_code == (0 if name == "speechgen.yaml" else 1), result.output  # a pipe makes no workspace
    assert "Traceback" not in result.output


def test_a_control_character_in_the_output_folder(workspace: Run) -> None:
    Path("speechgen.yaml").write_text('template: ./t\noutput: "a\\0b"\n', encoding="utf-8")
    result = workspace("generate")
    assert (result.exit_code, spots(result)) == (1, [("speechgen.yaml", 2, 9, "control-character")])


@pytest.mark.parametrize("name", ["f.pdf", "out/f.PDF", "f.doc", "f.wps", "f.xlsx"])
def test_an_output_file_of_a_format_that_is_not_written_is_no_folder(workspace: Run, name: str) -> None:
    result = workspace("generate", "-o", name)
    assert result.exit_code == 2
    assert "files are not written; choose from: .md, .txt, .docx, .html" in " ".join(result.output.split()).replace(
        "│ │ ", ""
    )
    assert not Path(name).exists()


@pytest.mark.parametrize("arguments", [["a-large"], ["a", "--large"], ["--large"]])
def test_the_large_print_of_a_unit_does_not_overwrite_a_unit_called_large(workspace: Run, arguments: list[str]) -> None:
    pytest.importorskip("docx")
    _unit("a-large")
    result = workspace("generate", *arguments, "-f", "docx")
    assert result.exit_code == 1
    assert "output-collision" in {code for *_, code in spots(result)}
    assert not Path("speeches/a-large.docx").exists()


@POSIX
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A.yaml", "a.yaml"),
        ("Straßenamt.yaml", "straßenamt.yaml"),
        ("Caf\u00e9.yaml", "Cafe\u0301.yaml"),
        ("ÉCOLE.yaml", "e\u0301cole.yaml"),
        ("b.yaml", "b.yml"),
        ("b.yaml", "B.YML"),
    ],
)
def test_units_whose_speeches_are_one_file_on_other_systems(workspace: Run, one: str, other: str) -> None:
    """Whether both are generated at once, or one after the other. The names of files are as the system gives them."""
    Path("units/a.yaml").unlink()
    for name in (one, other):
        Path("units", name).write_text("unit: {name: N}\n", encoding="utf-8")
    both = {(f"units/{name}", 1, 1, "output-collision") for name in (one, other)}
    assert set(spots(workspace("generate"))) == both
    for name in (one, other):
        result = workspace("generate", f"units/{name}")
        assert (result.exit_code, spots(result)) == (1, [(f"units/{name}", 1, 1, "output-collision")])
    assert not Path("speeches").exists() or not list(Path("speeches").glob("[!.]*"))
    assert workspace("generate", f"units/{one}", "-o", "mine.md").exit_code == 0


@POSIX
@pytest.mark.parametrize("name", ["x-large", "X-LARGE", "X-large"])
def test_the_large_print_of_a_unit_whose_name_differs_in_case(workspace: Run, name: str) -> None:
    pytest.importorskip("docx")
    _unit("x")
    _unit(name)
    for arguments in ([name], ["x", "--large"]):
        result = workspace("generate", *arguments, "-f", "docx")
        assert (result.exit_code, {code for *_, code in spots(result)}) == (1, {"output-collision"})
    assert workspace("generate", "x", "-f", "docx").exit_code == 0


@POSIX
def test_a_read_only_speech_is_not_replaced(workspace: Run) -> None:
    workspace("generate")
    Path("speeches/a.md").chmod(0o444)
    before = Path("speeches/a.md").read_text(encoding="utf-8")
    Path("units/a.yaml").write_text("unit: {name: Other}\n", encoding="utf-8")
    result = workspace("generate")
    assert (result.exit_code, spots(result)) == (1, [("speeches/a.md", 1, 1, "cannot-write")])
    assert "cannot be written: the file is read-only" in result.output
    assert Path("speeches/a.md").read_text(encoding="utf-8") == before


def test_a_folder_of_units_that_cannot_be_listed_is_not_empty(workspace: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """As root, every folder can be listed: the system's answer is made up."""
    listed = os.listdir

    def refused(path: str) -> list[str]:
        if str(path).endswith("units"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "listdir", refused)
    for command in ("generate", "check"):
        result = workspace(command)
        assert result.exit_code == 1
        assert "units:1:1: error[system] cannot be used: Permission denied" in result.output


@POSIX
@pytest.mark.parametrize(
    "command",
    ["generate", "check", "explain a", "init w", "new N", "templates", "templates x", "schema", "preview --no-open"],
)
def test_a_current_folder_that_has_been_deleted(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    result = run(*command.split())
    expected = ".:1:1: error[system] the current folder does not exist any more; go to another folder\n"
    assert (result.exit_code, result.output) == (1, expected)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("command", "redirect"),
    [
        ("templates", ">/dev/full"),
        ("generate -o - -f md", ">/dev/full"),
        ("check --json", ">/dev/full"),
        ("check --json", ">&-"),
    ],
)
def test_standard_output_that_is_full_or_closed(workspace: Run, command: str, redirect: str) -> None:
    line = f"{sys.executable} -m speechgen {command} {redirect}"
    result = subprocess.run(["/bin/sh", "-c", line], capture_output=True, encoding="utf-8", check=False)
    assert "Traceback" not in result.stderr
    assert "Exception ignored" not in result.stderr
    if redirect == ">/dev/full":
        assert result.returncode == 1
        assert "cannot be written: " in result.stderr
        assert len(result.stderr.strip().splitlines()) == 1
