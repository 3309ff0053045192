"""Write a value as YAML on one line, for examples in new unit files and listings."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import yaml


def flow(value: Any) -> str:
    """`value` in YAML's flow style, mappings in their own order; an empty string for None and an empty text."""
    if value is None or value == "":
        return ""
    text: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, default_flow_style=True, sort_keys=False, width=10**6
    )
    return text.removesuffix("\n").removesuffix("\n...")


class _Dumper(yaml.SafeDumper):
    """Writes dates without quotes, and decimals exactly."""


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_Dumper.add_representer(Decimal, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", str(number)))
