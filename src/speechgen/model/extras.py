"""Packages that only some work needs: `pip install 'speechgen[NAME]'` brings them."""

from __future__ import annotations

from importlib.util import find_spec

from speechgen.model.problem import Place, Problem, SpeechgenError

# What needs it, the module that it is imported by, and its package, by the name of the extra.
_EXTRAS = {"docx": ("Word files need", "docx", "python-docx"), "preview": ("preview needs", "watchfiles", "watchfiles")}


def need(extra: str) -> None:
    """Raises SpeechgenError where what the extra brings is not installed."""
    needs, module, package = _EXTRAS[extra]
    if find_spec(module) is None:
        fix = f"pip install 'speechgen[{extra}]'"
        raise SpeechgenError([Problem(Place("speechgen"), "missing-package", f"{needs} the package {package}", fix)])
