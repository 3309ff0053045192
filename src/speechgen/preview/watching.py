"""Following the files: what has changed is read again, and every page is told."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from speechgen.discovery import UNIT_SUFFIXES

if TYPE_CHECKING:
    from watchfiles import Change

    from speechgen.preview.server import Server

_READ = (*UNIT_SUFFIXES, ".j2")  # what pages are made from; speeches that are written meanwhile are not
_OFTEN = 500  # milliseconds after which it is asked whether there are other folders to look at


def follow(server: Server, stop: threading.Event) -> None:
    """Keep the pages of `server` up to date until `stop` is set."""
    from watchfiles import watch

    while not stop.is_set():
        folders = server.units.folders
        changes = watch(
            *folders,
            watch_filter=_is_read,
            stop_event=stop,
            step=50,
            debounce=400,
            rust_timeout=_OFTEN,
            yield_on_timeout=True,
            raise_interrupt=False,
        )
        for batch in changes:
            if batch:
                with suppress(OSError):  # a file that went while it was read: its going is the next change
                    server.units.renew({Path(path).resolve() for _, path in batch})
                    server.tell()
                    server.units.survey()
                server.tell()
            if server.units.folders != folders:
                break


def _is_read(_: Change, path: str) -> bool:
    return path.endswith(_READ)
