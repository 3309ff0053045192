"""The formats that a speech can be written in: one module each, one line each in `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from speechgen.formats.md import markdown
from speechgen.formats.txt import plain_text
from speechgen.speech import Speech

# By the suffix of the file and the name on the command line. A writer gives the whole file.
FORMATS: Mapping[str, Callable[[Speech], bytes]] = {
    "md": markdown,
    "txt": plain_text,
}
