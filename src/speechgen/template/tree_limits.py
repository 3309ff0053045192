"""Parse a template file. What the parser, Jinja's compiler or Python's cannot take is a syntax error at its line.

Each of them calls itself for each level of nesting, and Python allows 20 nested loops and 100 nested blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import TemplateSyntaxError, nodes
from jinja2.parser import Parser

from speechgen.messages import translated
from speechgen.template.limits import LARGEST
from speechgen.template.source_markers import RESERVED

if TYPE_CHECKING:
    from jinja2 import Environment

MAX_NODES = 5_000  # the longest bundled file has 180
MAX_DEPTH = 60  # of blocks and expressions in each other; the bundled templates have 12
MAX_LOOPS = 12  # in each other


def parsed(environment: Environment, source: str, name: str | None, filename: str | None) -> nodes.Template:
    """The syntax tree of a template. Raises jinja2.TemplateSyntaxError."""
    parser = Parser(environment, source, name, filename)
    try:
        tree = parser.parse()
    except TemplateSyntaxError as error:
        error.name = name  # the lexer of Jinja 3.1 gives the file name instead
        raise
    except RecursionError:
        message = translated("blocks or parentheses are nested too deeply")
    except ValueError:  # Python's limit on the digits of an integer
        message = translated("a number is too large")
    else:
        problem = next(_problems(tree), None)
        if problem is None:
            return tree
        raise TemplateSyntaxError(problem[1], problem[0], name, filename)
    raise TemplateSyntaxError(message, parser.stream.current.lineno, name, filename)


class _Node(NamedTuple):
    node: nodes.Node
    line: int
    depth: int
    loops: int


def _walk(tree: nodes.Node) -> Iterator[_Node]:
    """Each node with its line, how deeply it is nested, and in how many loops. It does not call itself."""
    waiting = [_Node(tree, tree.lineno, 0, 0)]
    while waiting:
        each = waiting.pop()
        yield each
        loops = each.loops + isinstance(each.node, nodes.For)
        for child in each.node.iter_child_nodes():
            waiting.append(_Node(child, child.lineno or each.line, each.depth + 1, loops))  # operands have no line


def _problems(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """The line and the message of each reason why a template is not accepted."""
    for number, (node, line, depth, loops) in enumerate(_walk(tree)):
        if number > MAX_NODES:
            yield (
                line,
                translated(
                    "the file has more than {number:,} expressions and blocks; write it as several files",
                    number=MAX_NODES,
                ),
            )
        if depth > MAX_DEPTH or loops > MAX_LOOPS:
            yield line, translated("blocks or parentheses are nested too deeply, or an expression is too long")
        if isinstance(node, nodes.Const) and (message := _of_constant(node.value)):
            yield line, message
        if isinstance(node, (nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
            yield line, translated("`autoescape` cannot be used")


def _of_constant(value: object) -> str:
    if isinstance(value, str) and RESERVED.search(value):
        return translated("a text contains a noncharacter (U+FDD0 to U+FDDF, U+1FFFE)")
    if isinstance(value, (int, float)) and (not isfinite(value) if isinstance(value, float) else abs(value) >= LARGEST):
        return translated("a number is too large")
    return ""
