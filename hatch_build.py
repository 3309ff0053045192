"""Compiles the catalogues of messages for a wheel. An editable install reads the .po files themselves."""

from __future__ import annotations

import importlib.util
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[misc,type-arg,unused-ignore]
    """Adds a speechgen.mo for each language; the .po files are left out of the wheel by pyproject.toml."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues into a temporary folder, from which they are put into the wheel."""
        if version == "editable":
            return
        self._compiled = tempfile.TemporaryDirectory()
        messages = Path(self.root) / "src/speechgen/messages"
        for folder in sorted(messages.glob("*/LC_MESSAGES")):
            content = _compiler(messages / "po_files.py").compiled(sorted(folder.glob("*.po")))
            target = Path(self._compiled.name) / f"{folder.parent.name}.mo"
            target.write_bytes(content)
            build_data["force_include"][str(target)] = (
                f"speechgen/messages/{folder.parent.name}/LC_MESSAGES/speechgen.mo"
            )

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Delete the temporary folder."""
        if version != "editable":
            self._compiled.cleanup()


def _compiler(path: Path) -> Any:
    """The module at `path`, without the package around it, whose dependencies are not installed."""
    spec = importlib.util.spec_from_file_location("po_files", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
