"""Reads the catalogue of a language: compiled in an installed package, otherwise the .po files of the checkout."""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

_NAME = "speechgen.mo"


def catalogue(code: str) -> NullTranslations:
    """The texts in a language; for English, and where a text is missing, they are as in the code."""
    folder = Path(__file__).parent / code.replace("-", "_") / "LC_MESSAGES"
    try:
        return GNUTranslations(BytesIO((folder / _NAME).read_bytes()))  # put there by the build
    except OSError:
        pass
    files = sorted(folder.glob("*.po"))
    if not files:
        return NullTranslations()
    # Imported here: only in a checkout, where an edited text takes effect at once.
    from speechgen.messages.po_files import compiled

    return GNUTranslations(BytesIO(compiled(files)))
