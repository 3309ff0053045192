"""PyYAML's parser, libyaml's if available, without its YAML 1.1 types: scalars stay text."""

from __future__ import annotations

from typing import Any

import yaml
from yaml.resolver import BaseResolver

PLAIN = "plain"  # the tag of a scalar that is neither quoted nor tagged


def _make_parser() -> type[Any]:
    class Resolver(BaseResolver):
        def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
            if kind is yaml.ScalarNode and implicit[0]:
                return PLAIN
            return super().resolve(kind, value, implicit)  # type: ignore[no-any-return,no-untyped-call]

    if yaml.__with_libyaml__:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]  # types-PyYAML does not declare it

        class Parser(CParser, Resolver):
            def __init__(self, text: str) -> None:
                CParser.__init__(self, text)
                Resolver.__init__(self)

        return Parser
    return _make_python_parser(Resolver)


def _make_python_parser(resolver: type[BaseResolver]) -> type[Any]:
    from yaml.composer import Composer
    from yaml.parser import Parser as YamlParser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class Parser(Reader, Scanner, YamlParser, Composer, resolver):  # type: ignore[misc,valid-type]
        def __init__(self, text: str) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            YamlParser.__init__(self)
            Composer.__init__(self)
            resolver.__init__(self)

    return Parser


YamlParser = _make_parser()
