"""The entry point of `speechgen` and `python -m speechgen`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # A Chinese name must not crash a run in a Windows console with another code page.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    # A run is short and creates few reference cycles; collecting them takes a tenth of the time of one speech.
    gc.disable()
    from speechgen.cli import app

    app()


if __name__ == "__main__":
    main()
