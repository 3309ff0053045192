"""Names that a package offers, and imports when they are first used: a run of one unit needs few of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def lazy_names(package: str, modules: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a package (PEP 562); `modules` has the module of each name.

    A name cannot be that of its module: once the module is imported, Python finds it in place of what it defines.
    """
    assert not {name for name, module in modules.items() if name == module}  # noqa: S101 - the reason is above

    def imported(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{modules[name]}"), name)

    return imported
