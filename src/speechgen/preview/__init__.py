"""Review pages in the browser, up to date as files change.

In: names from the command line. Out: a server on this computer. Imports `pipeline` and the rooms below.
"""

from __future__ import annotations

from speechgen.preview.server import Server
from speechgen.preview.units import Units
from speechgen.preview.watching import follow

__all__ = [
    "Server",
    "Units",
    "follow",
]
