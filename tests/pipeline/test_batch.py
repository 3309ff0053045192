"""Batches: an error in one unit does not stop the run, and after an interrupt no speech counts as edited.

Errors are injected from outside, when the program opens files and in the processes that it starts (audit events), so
that these tests do not depend on its modules.
"""

from __future__ import annotations

import errno
import gc
import itertools
import os
import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from speechgen.pipeline import FolderTarget, Verdict

from ..conftest import ROOT, Run, spots

EXAMPLE = (
    "template: site-visit-closing\n"
    + (ROOT / "templates/site-visit-closing/example.yaml")
    .read_text(encoding="utf-8")
    .split("template: site-visit-closing\n")[1]
)
WRITERS = ("output.py", "journal.py", "atomic_write.py", "file_lock.py")  # the modules that write speeches

Opened = Callable[[str, object], None]
_on_open: list[Opened] = []


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _on_open and isinstance(arguments[0], (str, bytes, os.PathLike)):
        _on_open[0](os.fsdecode(arguments[0]), arguments[1])


sys.addaudithook(_audit)  # cannot be removed; does nothing while `_on_open` is empty


@pytest.fixture
def on_open() -> Iterator[Callable[[Opened], None]]:
    """Sets a function that is called with the name and the mode of each file before it is opened; it may raise."""

    def watch(opened: Opened) -> None:
        _on_open[:] = [opened]

    yield watch
    _on_open.clear()


@pytest.fixture(autouse=True)
def nothing_is_left_open() -> Iterator[None]:
    """Close the files that an interrupt has left open here, so that no other test is blamed for them."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


def _unit(path: str, name: str = "Westmoor", template: str = "site-visit-closing") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    text = EXAMPLE.replace("Westmoor", name).replace("site-visit-closing", template)
    Path(path).write_text(text, encoding="utf-8")


def _template(name: str, body: str) -> None:
    Path(name).mkdir()
    Path(name, "template.yaml").write_text("title: t\nlanguage: en\n", encoding="utf-8")
    Path(name, "speech.md.j2").write_text(f"---\ntitle: T\n---\n{body}\n", encoding="utf-8")


# ---- an error in one unit


DEEP = "{% for i in [1] %}" * 30 + "x" + "{% endfor %}" * 30


@pytest.mark.parametrize("body", ["{{ 1e999 }}", "{{ true | round(1e999) }}", DEEP])
def test_a_template_that_python_cannot_run_fails_only_its_own_unit(run: Run, body: str) -> None:
    _template("bad", body)
    _template("good", "Good evening.")
    for name, template in (("a", "good"), ("b", "bad"), ("c", "good")):
        Path(f"{name}.yaml").write_text(f"template: ./{template}\nunit: {{name: {name}}}\n", encoding="utf-8")
    result = run("generate", "a.yaml", "b.yaml", "c.yaml", "-o", "out", "-f", "txt")
    assert result.exit_code == 1
    assert sorted(path.name for path in Path("out").glob("*.txt")) == ["a.txt", "c.txt"]
    assert ("bad/speech.md.j2", 4, 1, "template-syntax") in spots(result)
    assert "3 units: 2 files written, 0 unchanged; 1 failed" in result.output


WAYS = {
    "md and txt": [],
    "review pages": ["-f", "html", "-f", "txt"],
    "without rules": ["--no-check"],
    "strict": ["--strict"],
    "dry run": ["--dry-run"],
    "Word": ["-f", "docx"],
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("failure", ["deleted", "permission denied", "exception"])
def test_a_unit_file_that_cannot_be_read_at_any_point_of_a_run_fails_alone(
    run: Run, on_open: Callable[[Opened], None], way: str, failure: str
) -> None:
    """The error occurs from the first, the second, … time that the program opens the file."""
    units = ["units/a.yaml", "units/b.yaml", "units/c.yaml"]  # similar, so that comparing them gives problems
    target = Path("units/b.yaml")
    Path("speechgen.yaml").write_text("formats: [md, txt]\n", encoding="utf-8")
    for number, unit in enumerate(units):
        _unit(unit, f"Westmoor {number}")
    count = 0

    def fail_from(at: int) -> Opened:
        def opened(name: str, _: object) -> None:
            nonlocal count
            if not name.endswith("b.yaml"):
                return
            count += 1
            if at <= count and failure == "deleted":
                target.unlink(missing_ok=True)
            elif at <= count and failure == "permission denied":
                raise PermissionError(errno.EACCES, "Permission denied", name)
            elif at <= count and failure == "exception":
                raise AssertionError("an unexpected\nerror")

        return opened

    on_open(fail_from(sys.maxsize))
    assert run("generate", *units, "-o", "whole", *WAYS[way]).exit_code == 0 or way == "strict"
    openings = count
    assert openings >= 1
    failures = 0
    for at in range(1, openings + 1):
        count = 0
        on_open(fail_from(at))
        result = run("generate", *units, "-o", f"out{at}", *WAYS[way])
        _on_open.clear()
        _unit("units/b.yaml", "Westmoor 1")
        assert "Traceback" not in result.output
        failures += 1
        assert result.exit_code == 1
        code = {"deleted": "unreadable", "permission denied": "unreadable", "exception": "internal-error"}[failure]
        assert ("units/b.yaml", 1, 1, code) in spots(result)
        assert re.search(r"^3 units: .*; [123] failed$" if way == "strict" else "; 1 failed$", result.output, re.M)
        if way not in ("strict", "dry run"):
            written = {path.stem.removesuffix("-large") for path in Path(f"out{at}").iterdir()} - {".speechgen"}
            assert written >= {"a", "c"}
    assert failures


def test_an_unexpected_exception_is_reported_in_one_line_with_a_fix(
    run: Run, on_open: Callable[[Opened], None]
) -> None:
    for name in ("a", "b"):
        _unit(f"{name}.yaml", name)

    def opened(name: str, _: object) -> None:
        if name.endswith("a.yaml"):
            raise AssertionError("an\nunexpected\nerror")

    on_open(opened)
    result = run("generate", "a.yaml", "b.yaml", "-o", "out", "--no-check")
    assert result.exit_code == 1
    (line,) = [line for line in result.output.splitlines() if "internal-error" in line]
    assert line.startswith("a.yaml:1:1: error[internal-error]")
    assert "AssertionError: an unexpected error" in line
    assert "report" in line
    assert Path("out/b.txt").is_file()
    assert "1 failed" in result.output


@pytest.mark.parametrize("name", ["b.txt", ".speechgen", ".tmp"])
def test_an_unexpected_exception_while_a_speech_is_written_fails_only_that_unit(
    run: Run, on_open: Callable[[Opened], None], name: str
) -> None:
    for unit in ("a", "b", "c"):
        _unit(f"{unit}.yaml", unit)
    failed_opens = 0

    def opened(path: str, mode: object) -> None:
        nonlocal failed_opens
        if path.endswith(name) and (mode != "r" or name == "b.txt"):
            failed_opens += 1
            if failed_opens == 1:
                raise ValueError("an unexpected error")

    on_open(opened)
    result = run("generate", "a.yaml", "b.yaml", "c.yaml", "-o", "out", "-f", "txt", "--no-check")
    assert failed_opens
    assert result.exit_code == 1
    failed = "b" if name == "b.txt" else "a"
    assert spots(result) == [(f"{failed}.yaml", 1, 1, "internal-error")]
    assert {path.name for path in Path("out").glob("*.txt")} == {"a.txt", "b.txt", "c.txt"} - {f"{failed}.txt"}
    assert "3 units: 2 files written, 0 unchanged; 1 failed" in result.output


def test_settings_that_are_deleted_during_a_run_are_reported(run: Run, on_open: Callable[[Opened], None]) -> None:
    _unit("units/a.yaml")
    settings = Path("speechgen.yaml")
    settings.write_text("formats: [html]\n", encoding="utf-8")
    count = 0

    def opened(name: str, _: object, at: int = sys.maxsize) -> None:
        nonlocal count
        count += name.endswith("speechgen.yaml")
        if count >= at:
            settings.unlink(missing_ok=True)

    on_open(opened)
    assert run("generate", "-o", "whole").exit_code == 0
    openings = count
    assert openings >= 1
    for at in range(1, openings + 1):
        count = 0
        settings.write_text("formats: [html]\n", encoding="utf-8")
        on_open(lambda name, mode, at=at: opened(name, mode, at))  # type: ignore[misc]
        result = run("generate", "units/a.yaml", "-o", f"out{at}")
        assert result.exit_code == 1
        assert ("speechgen.yaml", 1, 1, "unreadable") in spots(result)


# ---- the cache of compiled templates


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache."""
    folder = tmp_path / "cache"
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(variable, str(folder))
    return folder


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENOTDIR])
@pytest.mark.parametrize("is_filled", [False, True])
def test_a_cache_that_cannot_be_used_is_ignored(
    run: Run, on_open: Callable[[Opened], None], cache: Path, reason: int, is_filled: bool
) -> None:
    _unit("a.yaml")
    if is_filled:
        assert run("generate", "a.yaml", "-o", "first").exit_code == 0
        assert any(path.is_file() for path in cache.rglob("*"))
    failed_opens = 0

    def opened(name: str, _: object) -> None:
        nonlocal failed_opens
        if name.startswith(str(cache)):
            failed_opens += 1
            raise OSError(reason, os.strerror(reason), name)

    on_open(opened)
    result = run("generate", "a.yaml", "-o", "out")
    assert failed_opens
    assert result.exit_code == 0
    assert "2 files written" in result.output


def test_a_truncated_cache_is_ignored(run: Run, cache: Path) -> None:
    _unit("a.yaml")
    assert run("generate", "a.yaml", "-o", "first").exit_code == 0
    kept = [path for path in cache.rglob("*") if path.is_file()]
    assert kept
    for size in (0, 1, 20, 40, 60, 100, 1000):
        for path in kept:
            path.write_bytes(path.read_bytes()[:size])
        assert run("generate", "a.yaml", "-o", f"cut{size}").exit_code == 0


# ---- a process that dies

UNITS = 230  # enough for several processes
# Loaded in every process of the run: worker processes exit when they open the unit file of a victim.
KILLER = """
import os, sys

started = os.environ.setdefault("STARTED", str(os.getpid()))
os.cpu_count = lambda: 2


def at_open(event, arguments):
    name = str(arguments[0]) if event == "open" else ""
    if "victim" in name and name.endswith(".yaml") and str(os.getpid()) != started:
        log = os.open(os.environ["DEATHS"], os.O_CREAT | os.O_APPEND | os.O_RDWR)
        deaths = os.fstat(log).st_size
        if deaths < int(os.environ["MOST_DEATHS"]):
            os.write(log, b"x")
            os._exit(9)
        os.close(log)


sys.addaudithook(at_open)
"""


@pytest.fixture
def batch_with_victims(tmp_path: Path) -> Callable[[int, set[int]], subprocess.CompletedProcess[str]]:
    """Runs `generate` on many units; the victims kill the process that works on them, up to a number of deaths."""
    (tmp_path / "hooks").mkdir()
    (tmp_path / "hooks/sitecustomize.py").write_text(KILLER, encoding="utf-8")
    (tmp_path / "t").mkdir()
    (tmp_path / "t/template.yaml").write_text("title: t\nlanguage: en\n", encoding="utf-8")
    (tmp_path / "t/speech.md.j2").write_text("---\ntitle: T\n---\nTo {{ unit.name }}.\n", encoding="utf-8")

    def generate(deaths: int, victims: set[int]) -> subprocess.CompletedProcess[str]:
        for number in range(UNITS):
            name = f"u{number:03}{'victim' if number in victims else ''}"
            unit = tmp_path / "u" / f"{name}.yaml"
            unit.parent.mkdir(exist_ok=True)
            unit.write_text(f"template: ../t\nunit: {{name: {name}}}\n", encoding="utf-8")
        search = os.pathsep.join([str(tmp_path / "hooks"), *filter(None, sys.path)])
        environment = {**os.environ, "PYTHONPATH": search, "DEATHS": str(tmp_path / "deaths")}
        result = subprocess.run(
            [sys.executable, "-m", "speechgen", "generate", "u", "-o", "out", "-f", "txt", "--no-check"],
            env={**environment, "MOST_DEATHS": str(deaths)},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert (tmp_path / "deaths").exists()  # otherwise no process died
        assert "Traceback" not in result.stderr
        return result

    return generate


Victims = Callable[[int, set[int]], subprocess.CompletedProcess[str]]


def test_the_units_of_a_process_that_died_are_retried(batch_with_victims: Victims, tmp_path: Path) -> None:
    result = batch_with_victims(1, {33})
    assert result.returncode == 0
    assert f"{UNITS} units: {UNITS} files written, 0 unchanged; 0 failed" in result.stderr
    assert len(list((tmp_path / "out").glob("*.txt"))) == UNITS


@pytest.mark.parametrize("victims", [{0}, {33, 34, 215}, {UNITS - 1}])
def test_a_unit_that_kills_its_process_every_time_is_reported_and_fails_alone(
    batch_with_victims: Victims, tmp_path: Path, victims: set[int]
) -> None:
    result = batch_with_victims(1000, victims)
    assert result.returncode == 1
    reported = re.findall(r"^(\S+):1:1: error\[worker-died\] .+; .+$", result.stderr, re.MULTILINE)
    assert reported == [f"u/u{number:03}victim.yaml" for number in sorted(victims)]
    assert f"{UNITS - len(victims)} files written, 0 unchanged; {len(victims)} failed" in result.stderr
    assert len(list((tmp_path / "out").glob("*.txt"))) == UNITS - len(victims)
    assert (tmp_path / "out/u100.txt").read_text(encoding="utf-8") == "T\n\nTo u100.\n"


# ---- an interrupt


def _generate(run: Run, name: str) -> str:
    _unit("a.yaml", name)
    return run("generate", "a.yaml", "-o", "out", "-f", "txt", "--no-check").output


@pytest.mark.parametrize("stopped", ["a.txt", "b.txt"])
def test_after_an_interrupt_right_after_a_file_was_replaced_no_speech_counts_as_edited(
    run: Run, monkeypatch: pytest.MonkeyPatch, stopped: str
) -> None:
    """Interrupted at the second speech, the journal is rewritten on the way out."""

    def generate(name: str) -> str:
        for unit in ("a", "b"):
            _unit(f"{unit}.yaml", name)
        return run("generate", "a.yaml", "b.yaml", "-o", "out", "-f", "txt", "--no-check").output

    replace = os.replace

    def replace_and_stop(source: str, target: Path) -> None:
        replace(source, target)
        if Path(target).name == stopped:
            raise KeyboardInterrupt

    generate("Westmoor")
    monkeypatch.setattr(os, "replace", replace_and_stop)
    assert "interrupted" in generate("Eastmoor")
    monkeypatch.setattr(os, "replace", replace)
    assert "Eastmoor" in Path(f"out/{stopped}").read_text(encoding="utf-8")
    assert "2 files written" in generate("Northmoor")
    assert all("Northmoor" in Path(f"out/{name}.txt").read_text(encoding="utf-8") for name in ("a", "b"))


def _interrupt_at(step: int) -> Callable[[FrameType, str, object], Any]:
    """A trace function that interrupts the run at a step (a line or a return) of the code that writes speeches."""
    passed = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal passed
        if os.path.basename(frame.f_code.co_filename) not in WRITERS:  # Path is slow: asked at each call
            return None
        passed += 1
        if passed == step:
            raise KeyboardInterrupt
        return trace

    return trace


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # for files that were being opened
def test_after_an_interrupt_at_any_step_of_a_write_the_next_run_writes_the_new_speech(tmp_path: Path) -> None:
    """Each file is complete, the old or the new speech, and known as generated."""
    folder = tmp_path / "out"

    def write(number: int) -> list[Verdict]:
        target = FolderTarget()
        try:
            return [target.put(folder, name, f"N{number}.\n".encode()) for name in ("a.txt", "a.md")]
        finally:
            target.close()

    write(0)
    for step in itertools.count(1):
        traced = sys.gettrace()
        sys.settrace(_interrupt_at(step))
        try:
            write(2 * step - 1)
            is_interrupted = False
        except KeyboardInterrupt:
            is_interrupted = True
        finally:
            sys.settrace(traced)
        for name in ("a.txt", "a.md"):
            written = (folder / name).read_text(encoding="utf-8")
            assert written in {f"N{2 * step - each}.\n" for each in (1, 2)}
        if not is_interrupted:
            break
        assert write(2 * step) == ["changed", "changed"], f"after step {step}"
    assert step > 60


def test_after_a_kill_before_a_file_is_replaced_and_a_run_for_other_units_its_speech_does_not_count_as_edited(
    run: Run, tmp_path: Path
) -> None:
    _generate(run, "Westmoor")
    _unit("a.yaml", "Eastmoor")
    hook = "import os, sys\nsys.addaudithook(lambda event, _: os._exit(9) if event == 'os.rename' else None)\n"
    (tmp_path / "hooks").mkdir()
    (tmp_path / "hooks/sitecustomize.py").write_text(hook, encoding="utf-8")
    search = os.pathsep.join([str(tmp_path / "hooks"), *filter(None, sys.path)])
    killed = subprocess.run(
        [sys.executable, "-m", "speechgen", "generate", "a.yaml", "-o", "out", "-f", "txt", "--no-check"],
        env={**os.environ, "PYTHONPATH": search, "XDG_CACHE_HOME": os.devnull},  # without a cache, which renames too
        check=False,
    )
    assert killed.returncode == 9
    assert "Westmoor" in Path("out/a.txt").read_text(encoding="utf-8")
    for name in ("Southmoor", "Overmoor"):  # the second run finds two lines for b.txt, and reduces them to one
        _unit("b.yaml", name)
        assert run("generate", "b.yaml", "-o", "out", "-f", "txt", "--no-check").exit_code == 0
    assert "1 file written" in _generate(run, "Northmoor")
    assert "Northmoor" in Path("out/a.txt").read_text(encoding="utf-8")


def test_the_journal_does_not_grow(run: Run) -> None:
    for number in range(4):
        _generate(run, f"Westmoor {number}")
    journal = Path("out/.speechgen").read_text(encoding="utf-8")
    assert (journal.count("  a.txt\n"), journal.count("\n")) == (1, 2)  # and the line with its unit file
