"""Watching the files: when one changes, read it again and notify the open pages."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechgen.preview.server import Server

_POLL_INTERVAL = 250  # milliseconds between checks for folders that have to be watched in addition


def watch_files(server: Server, stop: threading.Event) -> None:
    """Keep the pages of `server` up to date until `stop` is set; if that fails, stop the server."""
    changed = threading.Event()
    index_thread = threading.Thread(target=_stopping_server, args=(_refresh_index, server, changed, stop), daemon=True)
    index_thread.start()
    try:
        _stopping_server(_refresh, server, changed, stop)
    finally:
        changed.set()
        index_thread.join()


def _stopping_server(
    work: Callable[[Server, threading.Event, threading.Event], None],
    server: Server,
    changed: threading.Event,
    stop: threading.Event,
) -> None:
    """Run `work`; if it ends before `stop` is set, it has failed: stop the server, whose pages would be stale."""
    try:
        work(server, changed, stop)
    except OSError as error:  # the current folder was deleted
        server.error = error
    finally:
        if not stop.is_set():
            stop.set()
            server.shutdown()


def _refresh(server: Server, changed: threading.Event, stop: threading.Event) -> None:
    """Refresh the units after each change and notify the pages; set `changed` for the index, which takes longer."""
    units = server.units
    while not stop.is_set():
        folders = units.folders
        # The first round finds what changed before these folders were watched.
        for number, is_changed in enumerate(_changes(folders, stop)):
            if is_changed or number == 0 or units.has_loose_units:
                with suppress(OSError):  # a file was deleted while it was read: its deletion is the next change
                    if units.refresh():
                        server.notify()
                if not units.is_index_current:
                    changed.set()
            if units.folders != folders:
                break


def _refresh_index(server: Server, changed: threading.Event, stop: threading.Event) -> None:
    """Update the index after each change."""
    while changed.wait() and not stop.is_set():
        changed.clear()
        with suppress(OSError):
            server.units.refresh_index()
            server.notify()


def _changes(folders: Iterable[Path], stop: threading.Event) -> Iterator[bool]:
    """Yield whether something in the folders has changed, several times a second until `stop` is set."""
    from watchfiles import watch

    try:
        for changes in watch(
            *folders,
            watch_filter=None,
            stop_event=stop,
            step=50,
            debounce=400,
            rust_timeout=_POLL_INTERVAL,
            yield_on_timeout=True,
            raise_interrupt=False,
        ):
            yield bool(changes)
    # A folder that may not be read, more folders than the system can watch, or (a RuntimeError of watchfiles) a changed
    # file whose name is not valid UTF-8: check again and again.
    except (OSError, RuntimeError):
        while not stop.wait(_POLL_INTERVAL / 1000):
            yield True
