"""Pages that need nothing but themselves: style and scripts stand in them, and a policy lets nothing else run.

The policy (W3C, Content Security Policy Level 3) names the hashes of the style and of each script, so that nothing in a
value could run even if it were not escaped.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from speechgen.template import bytecode_cache

_HERE = Path(__file__).parent
# Marks that turn the direction of what follows (Unicode Standard Annex 9): shown by their names, and never obeyed.
_DIRECTIONS = re.compile("([\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])")


def filled(template: str, *, version: str | None, **values: object) -> bytes:
    """A page from its template in this folder. One of a `version` follows the files: it may ask its server."""
    live = version is not None
    scripts = ("page.js", "live.js") if live else ("page.js",)
    page = _environment().get_template(template)
    return page.render(
        style=_safe("page.css"),
        scripts=[_safe(name) for name in scripts],
        policy=_policy(scripts, live=live),
        live=live,
        version=version,
        **values,
    ).encode()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        loader=FileSystemLoader(_HERE),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=bytecode_cache(),
        auto_reload=False,
    )
    environment.filters["visible"] = _visible
    return environment


def _visible(text: str) -> Markup:
    """A text with its marks of direction shown by their code points."""
    parts = _DIRECTIONS.split(text)
    return Markup("").join(
        Markup('<span class="mark">U+{:04X}</span>').format(ord(part)) if index % 2 else escape(part)
        for index, part in enumerate(parts)
    )


@lru_cache(maxsize=8)
def _safe(name: str) -> Markup:
    return Markup((_HERE / name).read_text(encoding="utf-8"))  # noqa: S704 - the project's own style and scripts


def _policy(scripts: tuple[str, ...], *, live: bool) -> str:
    allowed = {
        "default-src": "'none'",
        "style-src": _hash("page.css"),
        "script-src": " ".join(map(_hash, scripts)),
        "connect-src": "'self'" if live else "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


@lru_cache(maxsize=8)
def _hash(name: str) -> str:
    digest = hashlib.sha256(_safe(name).encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
