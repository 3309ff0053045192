"""Following the files: when one has changed, all is read again that it concerns, and every page is told."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechgen.preview.server import Server

_OFTEN = 250  # milliseconds after which it is asked whether there are other folders to look at


def follow(server: Server, stop: threading.Event) -> None:
    """Keep the pages of `server` up to date until `stop` is set. Pages that nobody keeps so any more are not served."""
    try:
        _follow(server, stop)
    finally:
        if not stop.is_set():
            server.shutdown()


def _follow(server: Server, stop: threading.Event) -> None:
    units = server.units
    while not stop.is_set():
        folders = units.folders
        # What has changed before these folders are followed is found by the first look.
        for number, changed in enumerate(_changes(folders, stop)):
            if changed or number == 0 or units.are_loose:
                look(server)
            if units.folders != folders:
                break


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


def look(server: Server) -> None:
    """Read what has changed, and let every page know."""
    with suppress(OSError):  # a file that went while it was read: its going is the next change
        if server.units.renew():
            server.tell()
        if not server.units.is_surveyed:
            server.units.survey()
            server.tell()
