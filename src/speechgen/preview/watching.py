"""Following the files: when one has changed, all is read again that it concerns, and every page is told."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechgen.preview.server import Server

_OFTEN = 250  # milliseconds after which it is asked whether there are other folders to look at


def follow(server: Server, stop: threading.Event) -> None:
    """Keep the pages of `server` up to date until `stop` is set. Pages that nobody keeps so any more are not served."""
    changed = threading.Event()
    surveying = threading.Thread(target=_ending, args=(_survey, server, changed, stop), daemon=True)
    surveying.start()
    try:
        _ending(_follow, server, changed, stop)
    finally:
        changed.set()
        surveying.join()


def _ending(
    work: Callable[[Server, threading.Event, threading.Event], None],
    server: Server,
    changed: threading.Event,
    stop: threading.Event,
) -> None:
    """Do the work, and where it ends by itself, end the server too: a fault of ours is not to look like fresh pages."""
    try:
        work(server, changed, stop)
    finally:
        if not stop.is_set():
            stop.set()
            server.shutdown()


def _follow(server: Server, changed: threading.Event, stop: threading.Event) -> None:
    """Renew the pages where a file has changed, and tell it at once: the index may take longer."""
    units = server.units
    while not stop.is_set():
        folders = units.folders
        # What has changed before these folders are followed is found by the first look.
        for number, is_changed in enumerate(_changes(folders, stop)):
            if is_changed or number == 0 or units.are_loose:
                with suppress(OSError):  # a file that went while it was read: its going is the next change
                    if units.renew():
                        server.tell()
                if not units.is_surveyed:
                    changed.set()
            if units.folders != folders:
                break


def _survey(server: Server, changed: threading.Event, stop: threading.Event) -> None:
    """Bring the index up to date after each change."""
    while changed.wait() and not stop.is_set():
        changed.clear()
        with suppress(OSError):
            server.units.survey()
            server.tell()


def _changes(folders: Iterable[Path], stop: threading.Event) -> Iterator[bool]:
    """Whether something has changed in the folders, several times a second until `stop` is set."""
    from watchfiles import watch

    try:
        for changes in watch(
            *folders,
            watch_filter=None,
            stop_event=stop,
            step=50,
            debounce=400,
            rust_timeout=_OFTEN,
            yield_on_timeout=True,
            raise_interrupt=False,
        ):
            yield bool(changes)
    except (
        OSError
    ):  # a folder that may not be read, or more of them than the system follows: it is looked again and again
        while not stop.wait(_OFTEN / 1000):
            yield True
