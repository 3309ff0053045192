"""Optional packages: `pip install 'speechgen[EXTRA]'` installs those of one extra."""

from __future__ import annotations

from importlib.util import find_spec

from speechgen.messages import translated
from speechgen.model.problem import Place, Problem, SpeechgenError

# By extra: the module that is imported, the package that provides it.
_EXTRAS = {"docx": ("docx", "python-docx"), "preview": ("watchfiles", "watchfiles")}


def require_extra(extra: str) -> None:
    """Check that the package of an extra is installed. Raises SpeechgenError if it is not."""
    module, package = _EXTRAS[extra]
    if find_spec(module) is None:
        if extra == "docx":
            message = translated("Word files need the package {package}", package=package)
        else:
            message = translated("preview needs the package {package}", package=package)
        fix = f"pip install 'speechgen[{extra}]'"
        raise SpeechgenError([Problem(Place("speechgen"), "missing-package", message, fix)])
