"""`speechgen preview`: the review pages of a workspace, in the browser, as the files change."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import TemplateOption, UnitFiles
from speechgen.cli.printing import problems_reported, wrong_usage

if TYPE_CHECKING:
    from speechgen.preview import Server, Units

PORT = 8765
_SWITCH = 0.0005  # seconds: with Python's 5 ms, a thread that reads 300 files beside one that counts waits for seconds
_PATIENCE = 2.0  # seconds for what is being read when the preview is ended


def preview(
    files: UnitFiles = None,
    template: TemplateOption = None,
    port: Annotated[
        int | None,
        typer.Option(
            "--port", metavar="NUMBER", min=0, max=65535, help=f"Where to serve; {PORT}, or else any that is free."
        ),
    ] = None,
    is_opened: Annotated[
        bool | None,
        typer.Option("--open/--no-open", help="Open the browser; by default on a terminal.", show_default=False),
    ] = None,
) -> None:
    """Show the review pages of units in the browser, and show them anew as soon as a file changes.

    The pages are for this computer alone. Nothing is written. Ctrl-C ends it.
    """
    from speechgen.model import require_extra
    from speechgen.pipeline import named_units
    from speechgen.preview import Units, follow

    with problems_reported():
        require_extra("preview")
        named_units(files or [])  # what cannot be found is told before anything is served
    units = Units(files or [], template)
    units.renew()
    server = _server(units, port)
    stop = threading.Event()
    sys.setswitchinterval(_SWITCH)
    following = threading.Thread(target=follow, args=(server, stop), daemon=True)
    following.start()
    typer.echo(f"preview: {server.address} (for this computer alone; Ctrl-C ends it)", err=True)
    if is_opened if is_opened is not None else sys.stderr.isatty():
        typer.launch(server.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        typer.echo("preview has ended", err=True)
        return
    finally:
        stop.set()
        server.server_close()
        following.join(_PATIENCE)
    raise typer.Exit(1)  # the files could not be followed any more, as that thread has said


def _server(units: Units, port: int | None) -> Server:
    """The server at the port that was asked for, or at the usual one, or at any that is free."""
    from speechgen.preview import Server

    if port is None:
        with suppress(OSError):  # another preview has it
            return Server(units, PORT)
    try:
        return Server(units, port or 0)
    except OSError as error:
        wrong_usage(
            f"cannot serve at port {port}: {error.strerror or error}; leave --port out to have any that is free"
        )
