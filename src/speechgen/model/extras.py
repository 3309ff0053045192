"""Optional packages: `pip install 'speechgen[EXTRA]'` installs those of one extra."""

from __future__ import annotations

from importlib.util import find_spec

from speechgen.model.problem import Place, Problem, SpeechgenError

# By extra: the start of the message, the module that is imported, the package that provides it.
_EXTRAS = {"docx": ("Word files need", "docx", "python-docx"), "preview": ("preview needs", "watchfiles", "watchfiles")}


def require_extra(extra: str) -> None:
    """Check that the package of an extra is installed. Raises SpeechgenError if it is not."""
    what_needs, module, package = _EXTRAS[extra]
    if find_spec(module) is None:
        message = f"{what_needs} the package {package}"
        fix = f"pip install 'speechgen[{extra}]'"
        raise SpeechgenError([Problem(Place("speechgen"), "missing-package", message, fix)])
