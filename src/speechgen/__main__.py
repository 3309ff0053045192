"""The entry point of `speechgen` and `python -m speechgen`."""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
from typing import NoReturn


def main() -> None:
    """Run the command line, and end the process."""
    try:
        run()
    except SystemExit as end:
        _leave(end.code)
        raise


def run() -> None:
    """Run the command line. Raises SystemExit."""
    for stream in (sys.stdout, sys.stderr):
        # A Chinese name must not crash a run in a Windows console with another code page.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    # A run is short and creates few reference cycles; collecting them takes a tenth of the time of one speech.
    gc.disable()
    from speechgen.model import keep_patterns_of_imports

    keep_patterns_of_imports()
    from speechgen.cli import app

    try:
        app()
    except OSError as error:  # from --help: those of a command are problems like others
        _end(error)
    except SystemExit as end:
        _flush(has_failed=bool(end.code))
        raise
    finally:
        # At exit, Python searches all objects for cycles; of those in the frozen generation it frees what it must.
        gc.freeze()


def _leave(status: object) -> None:
    """End the process without freeing each of its objects, which takes 5 ms: the system frees them all at once.

    Not if something waits for the end of the program: another thread, a debugger or a profiler.
    """
    threads = sys.modules.get("threading")
    if (threads and threads.active_count() > 1) or sys.gettrace() or sys.getprofile() or sys.flags.interactive:
        return
    if status is None or isinstance(status, int):
        atexit._run_exitfuncs()
        _flush(has_failed=bool(status))
        if sys.stderr is not None:
            sys.stderr.flush()
        os._exit((status or 0) & 0xFF)


def _flush(*, has_failed: bool) -> None:
    """Write what is left of the output: at exit, Python itself would print a traceback if the disk is full."""
    if sys.stdout is None:  # it has been closed
        return
    try:
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        _end(error, is_reported=has_failed)


def _end(error: OSError | ValueError, *, is_reported: bool = False) -> NoReturn:
    """Report that the output cannot be written, and exit: what is left of it cannot be written at exit either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not is_reported and getattr(error, "errno", None) != errno.EPIPE:
        from speechgen.messages import reason_of, translated
        from speechgen.model import Place, Problem

        message = translated("cannot be written: {reason}", reason=reason_of(error))
        sys.stderr.write(f"{Problem(Place(translated('standard output')), 'system', message)}\n")
    sys.exit(1)


if __name__ == "__main__":
    main()
