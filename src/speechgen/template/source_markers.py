"""Marks: how each word of a rendered speech keeps the place that it came from.

While a template is compiled, every expression that it prints is wrapped in a filter of the ledger (see `ledger.py`),
which keeps the value's words aside and leaves a mark in the text. The template's own words get a mark at the start of
each line: its file and line.
"""

from __future__ import annotations

import re

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

# Noncharacters, which no text has (Unicode Standard, 23.7): refused in templates (see `files.py`), taken out of values,
# so that a mark cannot be forged. Private-use characters will not do: people's names are written with them.
VALUE, VALUE_END, NUMBER_END, LINE, LINE_END = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4"
RESERVED = re.compile("[\ufdd0-\ufddf\U0001fffe]")


class Marker(NodeTransformer):
    """Wraps what a template prints, loops over, joins and compares in the ledger's filters (`ledger.filters`)."""

    def __init__(self, name: str) -> None:
        self._name = name

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802 - named by jinja2's visitor
        """Count a step at the start of each template, so that one that includes itself ends."""
        self.generic_visit(node)
        node.body.insert(0, _tick(node.lineno))
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        """Count a step for each call of a macro."""
        self.generic_visit(node)
        node.body.insert(0, _tick(node.lineno))
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        """Mark every printed expression, and each line of the template's own words."""
        self.generic_visit(node)
        node.nodes = [
            self._mark_lines(child)
            if isinstance(child, nodes.TemplateData)
            else _call("mark", child, [nodes.Const(self._where(child.lineno), lineno=child.lineno)])
            for child in node.nodes
        ]
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """Count the turns of a loop before it begins."""
        self.generic_visit(node)
        node.iter = _call("each", node.iter, [nodes.Const(self._where(node.lineno), lineno=node.lineno)])
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """Bound the length of `a ~ b`."""
        self.generic_visit(node)
        where = nodes.Keyword("where", nodes.Const(self._where(node.lineno), lineno=node.lineno), lineno=node.lineno)
        return _call("glue", node.nodes[0], node.nodes[1:], [where])

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        """Compare scalars only: to compare lists of lists may take for ever, out of anyone's reach."""
        self.generic_visit(node)
        node.expr = _call("scalar", node.expr)
        for operand in node.ops:
            operand.expr = _call("container" if operand.op in ("in", "notin") else "scalar", operand.expr)
        return node

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802
        """Keep a template's own lists flat."""
        self.generic_visit(node)
        node.items = [item if isinstance(item, nodes.Const) else _call("scalar", item) for item in node.items]
        return node

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802
        """As lists; the targets of a loop or of `set` are not values."""
        self.generic_visit(node)
        if node.ctx == "load":
            node.items = [item if isinstance(item, nodes.Const) else _call("scalar", item) for item in node.items]
        return node

    def _mark_lines(self, node: nodes.TemplateData) -> nodes.TemplateData:
        lines = node.data.split("\n")
        node.data = "\n".join(marked_line(line, self._where(node.lineno + offset)) for offset, line in enumerate(lines))
        return node

    def _where(self, line: int) -> str:
        return f"{self._name}:{line}"


def marked_line(text: str, where: str) -> str:
    """The template's own words, as a compiled template would mark them."""
    words = text.lstrip(" \t")
    indent = text[: len(text) - len(words)]
    return f"{indent}{LINE}{where}{LINE_END}{words}" if words else text


def _call(
    name: str, node: nodes.Node, args: list[nodes.Expr] | None = None, kwargs: list[nodes.Keyword] | None = None
) -> nodes.Filter:
    """The expression, passed through one of the ledger's filters."""
    assert isinstance(node, nodes.Expr)  # noqa: S101 - jinja2 types the list of a `for` as any node
    return nodes.Filter(node, f" {name}", args or [], kwargs or [], None, None, lineno=node.lineno)


def _tick(line: int) -> nodes.Output:
    return nodes.Output([_call("tick", nodes.Const("", lineno=line))], lineno=line)
