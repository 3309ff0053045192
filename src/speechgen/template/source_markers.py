"""Source markers: they record where each word of a rendered speech came from.

When a template is compiled, every expression that it prints is wrapped in a filter (see `render_state.py`), which
records the value and writes a marker. Each line of the template's own words begins with a marker of its file and line.
"""

from __future__ import annotations

import re

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

# Noncharacters, which no text contains (Unicode Standard, 23.7): rejected in templates (see `files.py`), removed from
# values, so that a marker cannot be forged. Not private-use characters: people's names are written with those.
VALUE, VALUE_END, NUMBER_END, LINE, LINE_END = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4"
RESERVED = re.compile("[\ufdd0-\ufddf\U0001fffe]")


class SourceMarker(NodeTransformer):
    """Wraps what a template prints, loops over, joins and compares in the filters of `RenderState`."""

    def __init__(self, name: str) -> None:
        self._name = name

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802 - named by jinja2's visitor
        """Count the start of each template, so that one that includes itself is stopped."""
        self.generic_visit(node)
        node.body.insert(0, _start(node.lineno))
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        """Count each call of a macro."""
        self.generic_visit(node)
        node.body.insert(0, _start(node.lineno))
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        """Replace every printed expression by its marker; mark each line of the template's own words."""
        self.generic_visit(node)
        node.nodes = [
            self._mark_lines(child)
            if isinstance(child, nodes.TemplateData)
            else _filtered("print", child, [nodes.Const(self._where(child.lineno), lineno=child.lineno)])
            for child in node.nodes
        ]
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """Count the items of a loop before it runs."""
        self.generic_visit(node)
        node.iter = _filtered("loop", node.iter, [nodes.Const(self._where(node.lineno), lineno=node.lineno)])
        return node

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802
        """Include the unit's wording of the file."""
        self.generic_visit(node)
        if isinstance(node.template, nodes.Const):
            node.template = _filtered("wording", node.template)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """Limit the length of `a ~ b`."""
        self.generic_visit(node)
        where = nodes.Keyword("where", nodes.Const(self._where(node.lineno), lineno=node.lineno), lineno=node.lineno)
        return _filtered("concat", node.nodes[0], node.nodes[1:], [where])

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        """Allow scalars only: Python cannot be stopped while it compares nested lists."""
        self.generic_visit(node)
        node.expr = _filtered("scalar", node.expr)
        for operand in node.ops:
            operand.expr = _filtered("container" if operand.op in ("in", "notin") else "scalar", operand.expr)
        return node

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802
        """Keep a template's own lists flat."""
        self.generic_visit(node)
        node.items = [item if isinstance(item, nodes.Const) else _filtered("scalar", item) for item in node.items]
        return node

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802
        """As lists, except the targets of `for` and `set`, which are not values."""
        self.generic_visit(node)
        if node.ctx == "load":
            node.items = [item if isinstance(item, nodes.Const) else _filtered("scalar", item) for item in node.items]
        return node

    def _mark_lines(self, node: nodes.TemplateData) -> nodes.TemplateData:
        lines = node.data.split("\n")
        node.data = "\n".join(marked_line(line, self._where(node.lineno + offset)) for offset, line in enumerate(lines))
        return node

    def _where(self, line: int) -> str:
        return f"{self._name}:{line}"


def marked_line(text: str, where: str) -> str:
    """A line of the template's own words, with its marker."""
    words = text.lstrip(" \t")
    indent = text[: len(text) - len(words)]
    return f"{indent}{LINE}{where}{LINE_END}{words}" if words else text


def _filtered(
    name: str, node: nodes.Node, args: list[nodes.Expr] | None = None, kwargs: list[nodes.Keyword] | None = None
) -> nodes.Filter:
    """The expression, passed through a filter of `RenderState`."""
    assert isinstance(node, nodes.Expr)  # noqa: S101 - jinja2 types the list of a `for` as any node
    return nodes.Filter(node, f" {name}", args or [], kwargs or [], None, None, lineno=node.lineno)


def _start(line: int) -> nodes.Output:
    return nodes.Output([_filtered("start", nodes.Const("", lineno=line))], lineno=line)
