"""Finds the data paths that are about a value: a unit may have tens of thousands of values, and a speech of runs."""

from __future__ import annotations

from collections.abc import Iterable

from speechgen.reading import paths_above


class RelatedPaths:
    """Some data paths, such as those that a speech prints."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._numbers = {path: number for number, path in enumerate(dict.fromkeys(paths))}
        self._below: dict[str, list[str]] = {}
        for path in self._numbers:
            for above in (*paths_above(path), path):
                self._below.setdefault(above, []).append(path)

    def about(self, path: str) -> list[str]:
        """The paths of the value at `path`, of its parts and of the mappings that contain it, in their order."""
        above = [each for each in paths_above(path, ".") if each in self._numbers]
        return sorted([*self._below.get(path, ()), *above], key=self._numbers.__getitem__)

    def explaining(self, path: str) -> list[str]:
        """The paths of what the value at `path` is in, also a list, and of what is in it, in their order."""
        above = [each for each in paths_above(path) if each in self._numbers]
        below = [each for each in self._below.get(path, ()) if not each.startswith(f"{path}[")]
        return sorted([*above, *below], key=self._numbers.__getitem__)

    def items(self, path: str) -> list[str]:
        """The paths of the items of the list at `path`, and of their parts, in their order."""
        return [each for each in self._below.get(path, ()) if each.startswith(f"{path}[")]
