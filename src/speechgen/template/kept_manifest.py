"""A template's manifest and schema, kept between runs: reading and making them takes 8 ms, what was kept 0.7."""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from speechgen.language import CODES, codes_for
from speechgen.model import MANIFEST
from speechgen.reading import value_at
from speechgen.template.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechgen.reading import JsonSchema
    from speechgen.template.files import Folder
    from speechgen.template.listing import Stamp
    from speechgen.template.manifest import Manifest

_PACKAGE = os.path.dirname(os.path.dirname(__file__))
# Whose modules read a manifest.
ROOMS = ("template", "reading", "reading/schema", "model", "language", "language/en", "language/fr", "language/zh_cn")


class KeptManifest:
    """The manifest of a folder, if an earlier run has found no problem in it."""

    def __init__(self, folder: Folder) -> None:
        self._kept = Kept("manifest", str(folder.path), _stamp(folder), _modules())

    def earlier(self) -> Manifest | None:
        """The manifest that an earlier run has read; None if it must be read."""
        data = self._kept.earlier()
        with suppress(Exception):  # a spoilt file
            if isinstance(data, bytes):
                manifest: Manifest = pickle.loads(data)  # noqa: S301 - only this user can write it
                return manifest
        return None

    def keep(self, manifest: Manifest) -> None:
        """Keep a manifest that has been read without problems, if it depends on nothing but its files."""
        if _is_of_bundled_language(manifest) and value_at(manifest.source, ["requires"]) is None:
            self._kept.keep(pickle.dumps(manifest, pickle.HIGHEST_PROTOCOL))


# The JSON Schema of a template's unit files, and how many wordings there are of what has several.
UnitFiles: TypeAlias = "tuple[JsonSchema, Mapping[str, int]]"


class KeptUnitFiles:
    """These, if an earlier run has found them. They are found again after a change of any of the template's files."""

    def __init__(self, folder: Folder, manifest: Manifest) -> None:
        stamp = folder.stamp() if _is_of_bundled_language(manifest) else None
        self._kept = Kept("unit-files", str(folder.path), stamp, _modules())

    def earlier(self) -> UnitFiles | None:
        """What an earlier run has found; None if it must be found."""
        data = self._kept.earlier()
        with suppress(Exception):  # a spoilt file
            if isinstance(data, bytes):
                schema, wordings = pickle.loads(data)  # noqa: S301 - only this user can write it
                return schema, wordings
        return None

    def keep(self, found: UnitFiles) -> None:
        """Keep this for later runs."""
        self._kept.keep(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))


def _is_of_bundled_language(manifest: Manifest) -> bool:
    """Whether no other package has a part in what a template in this language is."""
    return codes_for([manifest.language]) == CODES


def _stamp(folder: Folder) -> Mapping[str, Mapping[str, Stamp]] | None:
    """The stamps of the manifests that are read; None if not known. A folder that changes only parts has none."""
    stamp = folder.stamp()
    if stamp is None:
        return None
    found: dict[str, dict[str, Stamp]] = {}
    for root in folder.roots:
        files = stamp[root.show("")]
        if MANIFEST not in files and (root.path / MANIFEST).exists():  # Template.yaml, where case makes no difference
            return None
        found[root.show("")] = {name: files[name] for name in (MANIFEST,) if name in files}
    return found


@cache
def _modules() -> tuple[str, ...]:
    return tuple(_find_modules())


def _find_modules() -> Iterator[str]:
    for room in ROOMS:
        with os.scandir(f"{_PACKAGE}/{room}") as entries:
            yield from sorted(f"../{room}/{entry.name}" for entry in entries if entry.name.endswith(".py"))
