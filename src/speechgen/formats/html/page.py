"""Rendering self-contained HTML pages: style and scripts are inline, and a policy blocks everything else.

The Content Security Policy (W3C, Level 3) has the hashes of the style and of each script, so that a script in a value
would not run even if it were not escaped.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from speechgen.language import language_of_page, page_labels
from speechgen.messages import language
from speechgen.model import lazily, with_fix
from speechgen.reading import path_for_people
from speechgen.template import bytecode_cache

_FOLDER = Path(__file__).parent
# Characters that change the direction of text (Unicode Standard Annex 9): shown as code points, not applied.
_BIDI_CONTROLS = lazily("([\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])")


def render_page(template: str, *, code: str, version: str | None, **values: object) -> bytes:
    """A page about speeches in the language `code`, rendered from a template in this folder.

    With a `version` it may connect to the preview server.
    """
    live = version is not None
    scripts = ("page.js", "live.js") if live else ("page.js",)
    page = _environment().get_template(template)
    return page.render(
        style=_static_file("page.css"),
        scripts=[_static_file(name) for name in scripts],
        policy=_policy(scripts, live=live),
        live=live,
        version=version,
        labels=page_labels(code),
        language=language_of_page(code),
        messages=language(),
        **values,
    ).encode(errors="replace")  # names of files may not be valid UTF-8


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=bytecode_cache(),
        auto_reload=False,
    )
    environment.filters["visible"] = _visible
    environment.filters["for_people"] = path_for_people
    environment.globals["with_fix"] = with_fix
    return environment


def _visible(text: str) -> Markup:
    """The text as HTML, with bidirectional control characters shown as code points."""
    parts = _BIDI_CONTROLS.split(text)
    return Markup("").join(
        Markup('<span class="mark">U+{:04X}</span>').format(ord(part)) if index % 2 else escape(part)
        for index, part in enumerate(parts)
    )


@lru_cache(maxsize=8)
def _static_file(name: str) -> Markup:
    return Markup((_FOLDER / name).read_text(encoding="utf-8"))  # noqa: S704 - the project's own style and scripts


def _policy(scripts: tuple[str, ...], *, live: bool) -> str:
    allowed = {
        "default-src": "'none'",
        "style-src": _csp_hash("page.css"),
        "script-src": " ".join(map(_csp_hash, scripts)),
        "connect-src": "'self'" if live else "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


@lru_cache(maxsize=8)
def _csp_hash(name: str) -> str:
    digest = hashlib.sha256(_static_file(name).encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
