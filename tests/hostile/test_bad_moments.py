"""Escapes in front matter, files of a preview that become unreadable, and an interrupt at a bad moment."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
import watchfiles

from speechgen.pipeline import workers
from speechgen.preview import Server, watch

from ..conftest import Run, spots


@pytest.fixture
def template(run: Run) -> Run:
    """A workspace with a template and a unit."""
    for name, text in {
        "t/template.yaml": "title: T\nlanguage: en\nparts: {points: {title: P}}\n",
        "t/points/one.md.j2": "---\ntitle: One\n---\nWords.\n",
        "speechgen.yaml": "template: ./t\nformats: [md]\n",
        "units/one.yaml": "unit: {name: Westmoor}\npoints: [one]\n",
    }.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    _speech("T")
    return run


def _speech(title: str, field: str = "author") -> None:
    text = f"---\ntitle: T\n{field}: {title}\n---\n{{% for p in points %}}{{{{ p.title }}}}{{% endfor %}}\n"
    Path("t/speech.md.j2").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("escape", [r"\x1b]0;x\a", r"\uFDD0x:1\uFDD1", r"\uFDD2", r"\U0001FFFE0\U0001FFFE", r"\x07"])
def test_escapes_in_front_matter_are_read_as_the_characters_that_they_are(template: Run, escape: str) -> None:
    for field in ("author", "salutation", "date"):
        _speech(f'"a{escape}b"', field)
        result = template("generate")
        assert result.exit_code == 1
        assert [each[:2] for each in spots(result)] == [("t/speech.md.j2", 3)]
    _speech("T")
    Path("t/points/one.md.j2").write_text(f'---\ntitle: "a{escape}b"\n---\nWords.\n', encoding="utf-8")
    assert [each[:2] for each in spots(template("generate"))] == [("t/points/one.md.j2", 2)]
    assert not Path("speeches").exists()


def test_a_changed_file_whose_name_is_not_text_does_not_end_the_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    def unable(*folders: str, **options: object) -> Iterator[set[object]]:
        yield set()
        raise RuntimeError(r"Unable to decode path units/\xFF.yaml")  # as watchfiles has it

    monkeypatch.setattr(watchfiles, "watch", unable)
    changes = watch._changes([Path()], threading.Event())
    assert [next(changes) for _ in range(3)] == [False, True, True]


def test_a_preview_whose_folder_was_deleted_stops_with_the_error() -> None:
    class Units:
        @property
        def folders(self) -> set[Path]:
            raise FileNotFoundError(2, "No such file or directory")

    server, stop = SimpleNamespace(units=Units(), error=None, shutdown=lambda: None), threading.Event()
    watch.watch_files(cast(Server, server), stop)
    assert isinstance(server.error, FileNotFoundError)
    assert stop.is_set()


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="Windows has no signal masks")
def test_interrupts_wait_while_processes_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a process that has just started, one would print a traceback."""
    monkeypatch.setattr(workers, "MIN_FOR_PROCESSES", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    seen = list(workers.map_in_processes([1, 2], False, _is_blocked, _tool, _failed))
    assert seen == [True, True]
    assert not _is_blocked()


def _is_blocked() -> bool:
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def _tool(tool: bool, item: int) -> bool:
    return tool


def _failed(item: int, error: Exception) -> bool:
    raise error
