"""Review pages in the browser, updated when files change.

In: the files named on the command line. Out: a web server on this computer. Imports `pipeline` and the rooms below.
"""

from __future__ import annotations

from speechgen.preview.server import Server
from speechgen.preview.units import Units
from speechgen.preview.watch import watch_files

__all__ = [
    "Server",
    "Units",
    "watch_files",
]
