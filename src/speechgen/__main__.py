"""`speechgen`, and `python -m speechgen`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in another code page must not end a run on a Chinese name.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    # A run makes few cycles and ends soon; to look for them is a tenth of the time of a single speech.
    gc.disable()
    from speechgen.cli import app

    app()


if __name__ == "__main__":
    main()
