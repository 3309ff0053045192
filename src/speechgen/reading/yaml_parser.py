"""PyYAML's parser, libyaml's if available, without its YAML 1.1 types: scalars stay text.

libyaml follows YAML 1.1 where it differs from YAML 1.2. What it refuses, and what has a construct that it reads
otherwise, is read again by `PythonParser`, which follows YAML 1.2. In files too large for it, such a construct is
refused.
"""

from __future__ import annotations

from typing import Any

import yaml

from speechgen.model import lazily
from speechgen.reading.yaml_resolver import PLAIN, Resolver

__all__ = ["PLAIN", "YamlParser", "compose"]

_ANCHOR_WITH_MARK = lazily(r"(?:^|[\s\[{,])(?P<mark>[&*])[^\s,\[\]{}]*[:?%@`]")
_QUESTION_MARK = lazily(r"[\[{,]\s*(?P<mark>\?)[^\s,\[\]{}]")
_COMMENT_WITHOUT_SPACE = lazily(r"[\"'\[\]{},|>][-+0-9]*(?P<mark>#)")
MAX_READ_AGAIN = 128 * 1024  # characters, which take up to a second; longer files are not typed by people


def compose(text: str) -> yaml.Node | None:
    """The root node of a text, or None for an empty text. Raises yaml.YAMLError."""
    if not text.endswith("\n"):
        text += "\n"  # its last line is then read like the others
    try:
        node: yaml.Node | None = YamlParser(text).get_single_node()
    except yaml.YAMLError as error:
        return _read_again(text, error)
    if not _may_be_misread(text):
        return node
    if len(text) <= MAX_READ_AGAIN:
        return _read_again(text, None)
    from speechgen.reading.large_files import refuse_misread

    refuse_misread(text, node, (_ANCHOR_WITH_MARK, _QUESTION_MARK, _COMMENT_WITHOUT_SPACE))
    return node


def _may_be_misread(text: str) -> bool:
    """Whether a text may have what libyaml reads otherwise: `&an:chor`, `*a:`, `{ ?a: b}`, `"a"# comment`."""
    has_anchor = "&" in text or "*" in text
    return bool(
        (has_anchor and _ANCHOR_WITH_MARK.search(text))
        or ("?" in text and _QUESTION_MARK.search(text))
        or _COMMENT_WITHOUT_SPACE.search(text)
    )


def _read_again(text: str, error: yaml.YAMLError | None) -> yaml.Node | None:
    """The root node by YAML 1.2. For what is not valid either, raises libyaml's `error`, or a later one."""
    from speechgen.reading.python_parser import PythonParser

    if error and (YamlParser is PythonParser or len(text) > MAX_READ_AGAIN):
        raise error
    try:
        return PythonParser(text).get_single_node()
    except yaml.YAMLError as again:
        raise (again if error is None or _index(again) > _index(error) else error) from None
    except RecursionError:
        raise (error or yaml.YAMLError("nested too deeply")) from None


def _index(error: yaml.YAMLError) -> int:
    """Where in the text a parser gave up."""
    mark = getattr(error, "problem_mark", None)
    return mark.index if mark else 0


def _make_parser() -> type[Any]:
    if not yaml.__with_libyaml__:
        from speechgen.reading.python_parser import PythonParser

        return PythonParser
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # types-PyYAML does not declare it

    class Parser(CParser, Resolver):
        def __init__(self, text: str) -> None:
            CParser.__init__(self, text)
            Resolver.__init__(self)

    return Parser


YamlParser = _make_parser()
