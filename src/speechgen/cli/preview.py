"""`speechgen preview`: show review pages in the browser and update them when files change."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import TemplateOption, UnitFiles
from speechgen.cli.printing import exit_on_problems, exit_on_system_error, usage_error
from speechgen.messages import reason_of, translated

if TYPE_CHECKING:
    from speechgen.preview import Server, Units

DEFAULT_PORT = 8765
IN_HELP = {"port": DEFAULT_PORT}  # the parameters of the texts below
# Seconds. With Python's default of 5 ms, a thread that reads 300 files while another computes waits for seconds.
_THREAD_SWITCH_INTERVAL = 0.0005
_SHUTDOWN_TIMEOUT = 2.0  # seconds to wait for the thread that reads files


def preview(
    files: UnitFiles = None,
    template: TemplateOption = None,
    port: Annotated[
        int | None,
        typer.Option(
            "--port",
            metavar="NUMBER",
            min=0,
            max=65535,
            help="Port to listen on. Default: {port}, or a free port if that is in use.",
        ),
    ] = None,
    is_opened: Annotated[
        bool | None,
        typer.Option(
            "--open/--no-open", help="Open the browser. Default: only if run in a terminal.", show_default=False
        ),
    ] = None,
) -> None:
    """Show the review pages of units in the browser, and update them when files change.

    The pages can be opened on this computer only. No file is written. Press Ctrl-C to stop.
    """
    from speechgen.model import require_extra
    from speechgen.pipeline import named_units
    from speechgen.preview import Units, watch_files

    with exit_on_problems():
        require_extra("preview")
        named_units(files or [])  # report files that do not exist before the server starts
    units = Units(files or [], template)
    units.refresh()
    server = _server(units, port)
    stop = threading.Event()
    sys.setswitchinterval(_THREAD_SWITCH_INTERVAL)
    watcher = threading.Thread(target=watch_files, args=(server, stop), daemon=True)
    watcher.start()
    started = translated("preview: {address} (on this computer only; press Ctrl-C to stop)", address=server.address)
    typer.echo(started, err=True)
    if is_opened if is_opened is not None else sys.stderr.isatty():
        typer.launch(server.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        typer.echo(translated("preview stopped"), err=True)
        return
    finally:
        stop.set()
        server.server_close()
        watcher.join(_SHUTDOWN_TIMEOUT)
    if server.error is not None:
        exit_on_system_error(server.error)
    raise typer.Exit(1)  # the watcher thread failed and stopped the server; its traceback is on standard error


def _server(units: Units, port: int | None) -> Server:
    """The server on the given port; without one on the default port, or on a free port if that is in use."""
    from speechgen.preview import Server

    if port is None:
        with suppress(OSError):  # in use, perhaps by another preview
            return Server(units, DEFAULT_PORT)
    try:
        return Server(units, port or 0)
    except OSError as error:
        reason = reason_of(error)
        usage_error(
            translated(
                "cannot listen on port {port}: {reason}; leave out --port to use a free port", port=port, reason=reason
            )
        )
