"""The tags of YAML nodes, without YAML 1.1's types."""

from __future__ import annotations

from typing import Any

import yaml
from yaml.resolver import BaseResolver

PLAIN = "plain"  # the tag of a scalar that is neither quoted nor tagged


class Resolver(BaseResolver):
    """Gives plain scalars the tag `PLAIN`, whatever they look like."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        if kind is yaml.ScalarNode and implicit[0]:
            return PLAIN
        return super().resolve(kind, value, implicit)  # type: ignore[no-any-return,no-untyped-call]
