"""Word and text files that are hostile, broken or far too large: one line, bounded memory, nothing fetched."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import Run, spots
from .word_files import PARAGRAPH, READ, REFUSED, word_file

BUILDERS: dict[str, Callable[[], bytes]] = {**{name: refused[0] for name, refused in REFUSED.items()}, **READ}
LONG_TEXTS = {
    "lines.txt": ("Speech\n\n" + "x\n" * 990_000, 10_001, "has more than 10,000 lines"),
    "links.md": ("# Speech\n\n" + "[a]: b\n" * 200_000, 10_001, "has more than 10,000 lines"),
    "one-line.txt": ("Speech\n\n" + "word " * 50_000, 3, "has more than 200,000 characters"),
    "returns.txt": ("Speech\r\r" + "x\r" * 20_000, 10_001, "has more than 10,000 lines"),
}
# 500 MiB of memory; the seconds are far above what the files take, and end a program that never would.
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_DATA, (500 << 20, 500 << 20))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
import socket
socket.socket.connect = lambda *arguments: sys.exit("connects to the network")
from speechgen.cli import app
app(sys.argv[1:])
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all hostile files."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, build in BUILDERS.items():
        (folder / f"{name}.docx").write_bytes(build())
    for name, (text, _, _) in LONG_TEXTS.items():
        (folder / name).write_bytes(text.encode())
    return folder


def _run_limited(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LIMITED, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot limit a program's memory this way")
def test_all_files_are_read_or_refused_in_bounded_memory(files: Path) -> None:
    """In one process; each problem that refuses a file is one line with its place."""
    result = _run_limited(files, "check", *sorted(path.name for path in files.iterdir()))
    assert (result.returncode, "Traceback" in result.stderr, "internal-error" in result.stderr) == (1, False, False)
    found = re.findall(r"^(\S+?):(\d+):1: error\[(too-large|unreadable)\] (.*)$", result.stderr, re.MULTILINE)
    expected = {f"{name}.docx": ("1", code, words) for name, (_, code, words) in REFUSED.items()}
    expected |= {name: (str(line), "too-large", words) for name, (_, line, words) in LONG_TEXTS.items()}
    assert sorted(file for file, _, _, _ in found) == sorted(expected)
    for file, line, code, message in found:
        assert (line, code) == expected[file][:2], file
        assert expected[file][2] in message, file


@pytest.mark.parametrize("name", BUILDERS)
def test_a_hostile_reference_document(units: Run, name: str, files: Path) -> None:
    shutil.copy(files / f"{name}.docx", "reference.docx")
    result = units("generate", "-f", "docx", "--no-check")
    if name in READ:
        assert (result.exit_code, Path("speeches/a.docx").exists()) == (0, True)
    else:
        _, code, words = REFUSED[name]
        assert (result.exit_code, spots(result)) == (1, [("reference.docx", 1, 1, code)])
        assert words in result.output


@pytest.fixture
def units(run: Run) -> Run:
    """A workspace with a unit `a`."""
    Path("t").mkdir()
    Path("t/template.yaml").write_text("title: t\nlanguage: en\n", encoding="utf-8")
    Path("t/speech.md.j2").write_text("To {{ unit.name }}.\n", encoding="utf-8")
    Path("speechgen.yaml").write_text("template: ./t\n", encoding="utf-8")
    Path("units").mkdir()
    Path("units/a.yaml").write_text("unit: {name: Westmoor}\n", encoding="utf-8")
    return run


@pytest.mark.parametrize(
    ("body", "place", "words"),
    [
        (PARAGRAPH + "<w:p/>" * 10_000, "10001:1", "has more than 10,000 paragraphs"),
        (
            f"{PARAGRAPH}<w:p/><w:p><w:r><w:t>{'ab ' * 70_000}</w:t></w:r></w:p>",
            "3:1",
            "has more than 200,000 characters",
        ),
    ],
)
def test_a_word_file_that_is_too_long_is_refused_at_its_paragraph(run: Run, body: str, place: str, words: str) -> None:
    Path("a.docx").write_bytes(word_file(body))
    result = run("check", "a.docx")
    assert result.exit_code == 1
    assert result.output.startswith(f"a.docx:{place}: error[too-large] {words}")


@pytest.mark.parametrize("text", ["<!--" * 40_000, "a" + " " * 190_000 + "b", "a" + " #" * 90_000, "- " * 90_000 + "a"])
def test_markdown_that_is_searched_for_an_end(run: Run, text: str) -> None:
    """None of these took seconds, but hours."""
    Path("a.md").write_text(f"# Speech\n\n{text}\n", encoding="utf-8")
    assert run("check", "a.md").exit_code == 0


@pytest.mark.parametrize("text", ["1 #", "a  # #"])
def test_a_number_sign_at_the_end_of_a_paragraph_is_text(text: str) -> None:
    from speechgen.formats import speech_of

    speech = speech_of(f"# Speech #\n\n{text}\n".encode(), ".md", "a.md")
    assert [paragraph.text for paragraph in speech.paragraphs] == ["Speech", text]
