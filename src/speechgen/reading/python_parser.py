"""The parser for what libyaml does not read as YAML 1.2: PyYAML's in Python, with the corrected scanner."""

from __future__ import annotations

from typing import Any

import yaml
from yaml.composer import Composer
from yaml.parser import Parser

from speechgen.reading.yaml_resolver import Resolver
from speechgen.reading.yaml_scanner import YamlScanner


class PythonParser(YamlScanner, Parser, Composer, Resolver):
    """Reads YAML 1.2; takes seven times as long as libyaml."""

    def __init__(self, text: str) -> None:
        YamlScanner.__init__(self, text)
        Parser.__init__(self)
        Composer.__init__(self)
        Resolver.__init__(self)

    def compose_node(self, parent: Any, index: Any) -> yaml.Node | None:
        """The next node. An anchor may be used again: an alias refers to the last one above it (YAML 1.2.2, 7.1)."""
        if not self.check_event(yaml.AliasEvent):
            self.anchors.pop(self.peek_event().anchor, None)  # type: ignore[no-untyped-call]
        node: yaml.Node | None = super().compose_node(parent, index)
        return node
