"""Source markers: they record where each word of a rendered speech came from.

When a template is compiled, every expression that it prints is wrapped in a filter (see `render_state.py`), which
records the value and writes a marker. Each line of the template's own words begins with a marker of its file and line.
"""

from __future__ import annotations

from functools import lru_cache
from math import isfinite

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

from speechgen.messages import translated
from speechgen.model import lazily
from speechgen.template.source_lines import KEPT, PARAGRAPH_END, mark_lines

# Noncharacters, which no text contains (Unicode Standard, 23.7): rejected in templates (see `files.py`), removed from
# values, so that a marker cannot be forged. Not private-use characters: people's names are written with those.
VALUE, VALUE_END, NUMBER_END, LINE, LINE_END = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4"
RESERVED = lazily("[\ufdd0-\ufddf\U0001fffe]")


class SourceMarker(NodeTransformer):
    """Wraps what a template prints, loops over, joins and compares in the filters of `RenderState`."""

    def __init__(self, name: str) -> None:
        self._name = name

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802 - named by jinja2's visitor
        """Count the start of each template, so that one that includes itself is stopped."""
        return self._counted(node)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        """Count each call of a macro."""
        return self._counted(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802
        """Count each call of `caller`."""
        return self._counted(node)

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802
        """Count each use of a block, also by `super`."""
        return self._counted(node)

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
        """Count the turns of a loop before it runs, by the size of what each executes."""
        turn = nodes.Const(size(node), lineno=node.lineno)
        if node.recursive:
            self._counted(node)
        else:
            self.generic_visit(node)
        node.iter = _filtered("loop", node.iter, [nodes.Const(self._where(node.lineno), lineno=node.lineno), turn])
        return node

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802
        """Include the unit's wording of the file."""
        self.generic_visit(node)
        if isinstance(node.template, nodes.Const):
            node.template = _filtered("wording", node.template)
        return self._computed_file(node)

    def visit_Extends(self, node: nodes.Extends) -> nodes.Node:  # noqa: N802
        """Count the files whose names are computed."""
        self.generic_visit(node)
        return self._computed_file(node)

    visit_Import = visit_FromImport = visit_Extends  # noqa: N815

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        """Count what `a[b:c]` copies, which Jinja leaves to Python."""
        self.generic_visit(node)
        if not isinstance(node.arg, nodes.Slice):
            return node
        bounds = (node.arg.start, node.arg.stop, node.arg.step)
        return _filtered("part", node.node, [each or nodes.Const(None, lineno=node.lineno) for each in bounds])

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """Limit the length of `a ~ b`."""
        self.generic_visit(node)
        where = nodes.Keyword("where", nodes.Const(self._where(node.lineno), lineno=node.lineno), lineno=node.lineno)
        return _filtered("concat", node.nodes[0], node.nodes[1:], [where])

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        """Allow scalars only: Python cannot be stopped while it compares nested lists."""
        self.generic_visit(node)
        operands = [node.expr, *(each.expr for each in node.ops if each.op not in ("in", "notin"))]
        has_text = any(isinstance(each, nodes.Const) and isinstance(each.value, str) for each in operands)
        compared = "compared_with_text" if has_text else "compared"
        node.expr = self._used(compared, node.expr)
        for operand in node.ops:
            operand.expr = self._used("container" if operand.op in ("in", "notin") else compared, operand.expr)
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Node:  # noqa: N802
        """Record missing values that are tested, except for whether they are given."""
        self.generic_visit(node)
        if node.name not in ("defined", "undefined"):
            node.node = self._used("needed", node.node)
            node.args = [each if isinstance(each, nodes.Const) else self._used("needed", each) for each in node.args]
        return node

    def visit_FilterBlock(self, node: nodes.FilterBlock) -> nodes.Node:  # noqa: N802
        """Refuse it: it would change the words of values, and of marks, in a whole block."""
        message = translated(
            "{tag} cannot be used; filter each value, as in {example}",
            tag="{% filter %}",
            example="{{ value | upper }}",
        )
        raise self._refused(message, node)

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        """Refuse a filter, as above."""
        if node.filter is not None:
            message = translated("{tag} with a filter cannot be used; filter each value in it", tag="{% set %}")
            raise self._refused(message, node)
        return self.generic_visit(node)

    def _refused(self, message: str, node: nodes.Node) -> TemplateSyntaxError:
        return TemplateSyntaxError(message, node.lineno, self._name)

    def visit_If(self, node: nodes.If) -> nodes.Node:  # noqa: N802
        """Record missing values that a condition computes with."""
        self.generic_visit(node)
        node.test = self._condition(node.test)
        return node

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node:  # noqa: N802
        """As `if`."""
        self.generic_visit(node)
        node.test = self._condition(node.test)
        return node

    def visit_Const(self, node: nodes.Const) -> nodes.Node:  # noqa: N802
        """Read 0.1 as the exact decimal that is written, not as the binary fraction next to it."""
        if isinstance(node.value, float) and isfinite(node.value):
            return _filtered("decimal", nodes.Const(repr(node.value), lineno=node.lineno))
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

    def _counted(self, node: nodes.Template | nodes.Macro | nodes.CallBlock | nodes.Block | nodes.For) -> nodes.Node:
        """The node, whose body counts its size when it starts."""
        start = _filtered("start", nodes.Const(size(node), lineno=node.lineno))
        self.generic_visit(node)
        node.body.insert(0, nodes.Output([start], lineno=node.lineno))
        return node

    def _computed_file(self, node: nodes.Node) -> nodes.Node:
        if not isinstance(node.template, (nodes.Const, nodes.Filter)):  # type: ignore[attr-defined]
            node.template = _filtered("file", node.template)  # type: ignore[attr-defined]
        return node

    def _condition(self, test: nodes.Node) -> nodes.Expr:
        """The test of an `if`, with its computations wrapped; names alone are conditions whether a value is given."""
        if isinstance(test, nodes.Not):
            test.node = self._condition(test.node)
        elif isinstance(test, (nodes.And, nodes.Or)):
            test.left, test.right = self._condition(test.left), self._condition(test.right)
        elif isinstance(test, (nodes.BinExpr, nodes.UnaryExpr, nodes.Filter)):
            return self._used("condition", test)
        assert isinstance(test, nodes.Expr)  # noqa: S101 - jinja2 types the test of an `if` as any node
        return test

    def _used(self, name: str, node: nodes.Node) -> nodes.Filter:
        """The expression, passed through a filter that records it with its line if it is missing."""
        return _filtered(name, node, [nodes.Const(self._where(node.lineno), lineno=node.lineno)])

    def _mark_lines(self, node: nodes.TemplateData) -> nodes.TemplateData:
        node.data = _with_markers(node.data, self._name, node.lineno)
        return node

    def _where(self, line: int) -> str:
        return f"{self._name}:{line}"


@lru_cache(maxsize=1024)
def marked_text(text: str, name: str, line: int) -> str:
    """A text of a template's own words that begins in a line of the file `name`, with its markers."""
    return _with_markers(mark_lines(text), name, line)


def _with_markers(data: str, name: str, first: int) -> str:
    return "\n".join(_marked_line(line, f"{name}:{number}") for number, line in enumerate(data.split("\n"), first))


def _marked_line(line: str, where: str) -> str:
    line = line.replace(KEPT, "")
    words = line.lstrip(" \t")
    indent = line[: len(line) - len(words)]
    return f"{indent}{LINE}{where}{LINE_END}{words}" if words.strip(PARAGRAPH_END) else line


def _filtered(
    name: str, node: nodes.Node, args: list[nodes.Expr] | None = None, kwargs: list[nodes.Keyword] | None = None
) -> nodes.Filter:
    """The expression, passed through a filter of `RenderState`."""
    assert isinstance(node, nodes.Expr)  # noqa: S101 - jinja2 types the list of a `for` as any node
    return nodes.Filter(node, f" {name}", args or [], kwargs or [], None, None, lineno=node.lineno)


def size(tree: nodes.Node) -> int:
    """The number of nodes in a syntax tree: the work of executing it once, without its loops."""
    count, waiting = 0, [tree]
    while waiting:
        count += 1
        waiting.extend(waiting.pop().iter_child_nodes())
    return count
