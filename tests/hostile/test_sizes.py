"""Files of any size, devices that look like files, and links to themselves: one line, and little is read."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from speechgen.pipeline.bounded_diff import BoundedDiff
from speechgen.reading import path_steps, paths_above, read_file, regular_file

from ..conftest import Run

WITHOUT_LINKS = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")


@pytest.fixture
def units(run: Run) -> Run:
    """A workspace with a template of one sentence and one unit."""
    for name, text in {
        "templates/t/template.yaml": "title: T\nlanguage: en\n",
        "templates/t/speech.md.j2": "---\ntitle: T\n---\nTo {{ unit.name }}.\n",
        "templates/t/example.yaml": "template: t\nunit: {name: Westmoor}\n",
        "speechgen.yaml": "template: t\nformats: [md]\n",
        "units/one.yaml": "unit: {name: Westmoor}\n",
    }.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    return run


def _huge(name: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    with open(name, "wb") as file:
        file.truncate(3 * 1024**3)  # of which nothing is on the disk


@pytest.mark.parametrize("options", [(), ("--force",), ("--dry-run",), ("--prune",)])
def test_a_huge_file_in_the_place_of_a_speech_is_not_read(units: Run, options: tuple[str, ...]) -> None:
    _huge("speeches/one.md")
    result = units("generate", *options)
    assert result.exit_code == 1
    assert "speeches/one.md:1:1: error[cannot-write] cannot be written: it is larger than 64 MiB" in result.output
    assert Path("speeches/one.md").stat().st_size == 3 * 1024**3


def test_a_huge_file_in_a_template_is_not_read(units: Run) -> None:
    """A macro that is not known is looked for in all files of the template."""
    _huge("templates/t/left-over.md.j2")
    _huge("templates/t/tests/example.md")
    Path("templates/t/speech.md.j2").write_text("---\ntitle: T\n---\n{{ greet() }}\n", encoding="utf-8")
    result = units("templates", "--lint", "t")
    assert "error[undeclared-value] there is no macro greet" in result.output


def test_a_device_that_looks_like_a_file_and_has_nothing_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Device:
        def read(self, size: int) -> None:
            assert size == 11

    @contextmanager
    def opened(path: str) -> Iterator[Device]:
        yield Device()

    monkeypatch.setattr(regular_file, "_opened", opened)
    with pytest.raises(OSError, match="not a file"):
        read_file("kmsg", 10)


@WITHOUT_LINKS
@pytest.mark.parametrize("name", ["speeches", "units", "schemas", "templates", "reference.docx", "units/two.yaml"])
@pytest.mark.parametrize("line", ["check", "generate", "new Eastfield", "check units/two.yaml", "templates --lint t"])
def test_a_link_to_itself(units: Run, name: str, line: str) -> None:
    if Path(name).exists():
        Path(name).rename("moved")
    Path(name).symlink_to(Path(name).name)
    result = units(*line.split())
    assert result.exit_code in (0, 1, 2)  # and no exception


@WITHOUT_LINKS
def test_a_reference_of_a_template_cannot_be_a_link_out_of_its_folder(units: Run) -> None:
    Path("other.docx").write_bytes(b"words of others")
    Path("templates/t/reference.docx").symlink_to("../../other.docx")
    result = units("generate", "-f", "docx")
    assert "templates/t/reference.docx:1:1: error[template-missing-file] is a link out of the" in result.output


def test_an_expected_speech_that_repeats_its_words(units: Run) -> None:
    """Comparing such texts takes the cube of their length."""
    old, new = ["a", " "] * 3000, ["a", " ", "b", " "] * 1500
    kinds = [each[0] for each in BoundedDiff().opcodes(old, new)]
    assert kinds == ["equal", "replace", "equal"]
    assert [each[0] for each in BoundedDiff().opcodes(["x", "y"], ["x", "z"])] == ["equal", "replace"]


@pytest.mark.parametrize("key", ["²", "٣", "1" * 5000])
def test_keys_that_are_nearly_numbers(units: Run, key: str) -> None:
    assert path_steps(f"a.{key}") == ["a", key]
    Path("units/one.yaml").write_text(f'unit: {{name: Westmoor}}\n? "{key}"\n: 1\n', encoding="utf-8")
    assert "there is no value" in units("explain", "units/one.yaml", f"people item {key}: name").output


def test_a_key_of_many_dots_has_few_beginnings() -> None:
    assert list(paths_above("a.b[0].c")) == ["a", "a.b", "a.b[0]"]
    assert list(paths_above("a.b[0].c", ".")) == ["a", "a.b[0]"]
    assert len(list(paths_above("." * 100_000))) == 200


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is /dev/full on Linux")
def test_help_on_a_full_disk() -> None:
    command = [sys.executable, "-m", "speechgen", "--help"]
    with open("/dev/full", "wb") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith(b"standard output:1:1: error[system] cannot be written")


def test_names_on_the_command_line_are_shown_without_changing_direction(units: Run) -> None:
    assert "unknown code a\\u202eb" in units("rules", "a\u202eb").output
    assert "next: cd a\\u202eb" in units("init", "a\u202eb").output
