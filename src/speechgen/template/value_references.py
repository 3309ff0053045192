"""Which values a template file reads: found in its Jinja syntax tree, so that required values need no declaration.

A value is required unless a condition guards it: `{% if x %}`, `x or y`, `x if x else y`, `x | default(…)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from jinja2 import nodes

from speechgen.messages import translated
from speechgen.model import Place, Problem, SpeechgenError
from speechgen.template.references import OTHER_CONDITION, ValueReference
from speechgen.template.scope import DataPath, Scope
from speechgen.template.syntax import parse

if TYPE_CHECKING:
    from speechgen.template.files import Folder, TemplateFile


_CALLABLE = ("caller", "loop", "range", "super")
MAX_DEPTH = 20  # nested includes and macro calls
MAX_FILES = 2_000  # includes and macro calls in all


def value_references(folder: Folder, file: TemplateFile) -> Iterator[ValueReference]:
    """Every value that a template file reads, in its front matter, its body, and the files and macros that it uses.

    Raises SpeechgenError if a file has a syntax error.
    """
    try:
        yield from _references(folder, file)
    except RecursionError as error:
        message = translated("expressions or blocks are nested too deeply")
        raise SpeechgenError([Problem(Place(file.shown), "template-syntax", message)]) from error


def _references(folder: Folder, file: TemplateFile) -> Iterator[ValueReference]:
    finder = _ReferenceFinder(folder)
    scope = Scope(file.shown, {}, {})
    for name, value in file.front.items():
        if name != "values" and isinstance(value.content, str):
            tree = parse("\n" * (value.line - 1) + value.content, file)
            yield from finder.statements(tree.body, scope)
    yield from finder.statements(parse(file.body, file).body, scope)


def included(file: TemplateFile) -> Iterator[tuple[str, int]]:
    """The name and the line of each file that a template file includes, imports or extends.

    Raises SpeechgenError if a file has a syntax error.
    """
    tree = parse(file.body, file)
    for kind in (nodes.Include, nodes.FromImport, nodes.Import, nodes.Extends):
        for node in tree.find_all(kind):
            template = getattr(node, "template", None)
            if isinstance(template, nodes.Const) and not getattr(node, "ignore_missing", False):
                yield str(template.value), node.lineno


def uses(folder: Folder, file: TemplateFile) -> Iterator[TemplateFile]:
    """The files that a template file includes, imports or extends, in each wording; not those that do not exist.

    Raises jinja2.TemplateSyntaxError.
    """
    for name, _ in included(file):
        for wording in folder.wordings(name):
            used = folder.read(wording)
            if used is not None:
                yield used


class _ReferenceFinder:
    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._trees: dict[str, tuple[nodes.Template, str] | None] = {}
        self._left = MAX_FILES

    def _parse(self, name: str, scope: Scope) -> tuple[nodes.Template, str] | None:
        """The tree of a file that another one uses, and its name in problems; None if it is open, or too many are."""
        self._left -= 1
        if name not in self._trees:
            file = self._folder.read(name)
            self._trees[name] = None if file is None else (parse(file.body, file), file.shown)
        tree = self._trees[name]
        return None if tree is None or tree[1] in scope.open or self._left < 0 else tree

    def statements(self, body: Iterable[nodes.Node], scope: Scope) -> Iterator[ValueReference]:
        """The values that a sequence of statements reads; names bound by one are known to the next."""
        body = list(body)
        extends = next((node for node in body if isinstance(node, nodes.Extends)), None)
        for node in body:
            if extends is not None and isinstance(node, (nodes.Extends, nodes.Block, nodes.Output)):
                continue  # of a file that extends another, only the blocks are rendered, where the other has them
            if isinstance(node, nodes.Macro):
                scope = replace(scope, macros={**scope.macros, node.name: (node, scope.file)})
            elif isinstance(node, nodes.Assign):
                yield from self.expression(node.node, scope)
                names = [target.name for target in node.find_all(nodes.Name) if target.ctx == "store"]
                path = path_of(node.node, scope.names) if len(names) == 1 else None
                scope = scope.bind(dict.fromkeys(names, path))
            elif isinstance(node, nodes.AssignBlock):
                yield from self.statements(node.body, scope)
                scope = scope.bind({node.target.name: None} if isinstance(node.target, nodes.Name) else {})
            elif isinstance(node, (nodes.FromImport, nodes.Import)):
                scope = self._imported(node, scope)
            else:
                yield from self._statement(node, scope)
        if extends is not None:
            yield from self._extended(extends, body, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> Iterator[ValueReference]:
        if isinstance(node, nodes.If):
            yield from self._if(node, scope)
        elif isinstance(node, nodes.For):
            yield from self._for(node, scope)
        elif isinstance(node, nodes.Include):
            if isinstance(node.template, nodes.Const) and scope.depth < MAX_DEPTH:
                for name in self._folder.wordings(str(node.template.value)):
                    parsed = self._parse(name, scope)
                    if parsed is not None:
                        inner = scope.inside(parsed[1], parsed[1])
                        yield from self.statements(parsed[0].body, inner)
        elif isinstance(node, nodes.Block):
            yield from self._block(node, scope)
        elif isinstance(node, nodes.Expr):
            yield from self.expression(node, scope)
        elif isinstance(node, nodes.With):
            for value in node.values:
                yield from self.expression(value, scope)
            names = [target.name for target in node.targets if isinstance(target, nodes.Name)]
            paths = [path_of(value, scope.names) for value in node.values]
            yield from self.statements(node.body, scope.bind(dict(zip(names, paths, strict=False))))
        else:
            for field in ("body", "nodes"):
                yield from self.statements(getattr(node, field, None) or [], scope)

    def _extended(self, node: nodes.Extends, body: Iterable[nodes.Node], scope: Scope) -> Iterator[ValueReference]:
        parsed = self._parse(str(node.template.value), scope) if isinstance(node.template, nodes.Const) else None
        if parsed is None or scope.depth >= MAX_DEPTH:
            return
        own = {
            each.name: (*scope.blocks.get(each.name, ()), (each, scope.file))
            for each in body
            if isinstance(each, nodes.Block)
        }
        inner = replace(scope.inside(parsed[1], parsed[1]), blocks={**scope.blocks, **own})
        yield from self.statements(parsed[0].body, inner)

    def _block(self, node: nodes.Block, scope: Scope) -> Iterator[ValueReference]:
        """The values of the block that replaces this one; with `super()`, also of the block that it replaces."""
        for block, file in (*scope.blocks.get(node.name, ()), (node, scope.file)):
            yield from self.statements(block.body, replace(scope, file=file).bind({"super": None}))
            calls = [call.node for call in block.find_all(nodes.Call)]
            if not any(isinstance(each, nodes.Name) and each.name == "super" for each in calls):
                break

    def _if(self, node: nodes.If, scope: Scope) -> Iterator[ValueReference]:
        yield from self._condition(node.test, scope)
        yield from self.statements(node.body, scope.when(_conditions(node.test, scope.names)))
        otherwise = scope.when([OTHER_CONDITION])
        for branch in node.elif_:
            yield from self._condition(branch.test, otherwise)
            yield from self.statements(branch.body, otherwise.when(_conditions(branch.test, scope.names)))
        yield from self.statements(node.else_, otherwise)

    def _condition(self, test: nodes.Node, scope: Scope) -> Iterator[ValueReference]:
        """The values that the test of an `if` reads. Compared values are required: a missing one is an error."""
        if isinstance(test, nodes.Not):
            yield from self._condition(test.node, scope)
        elif isinstance(test, nodes.And):
            yield from self._condition(test.left, scope)
            yield from self._condition(test.right, scope.when(_conditions(test.left, scope.names)))
        elif isinstance(test, (nodes.Compare, nodes.Test)):
            yield from self.expression(test, scope)
        else:
            yield from self.expression(test, scope.when([OTHER_CONDITION]))

    def _for(self, node: nodes.For, scope: Scope) -> Iterator[ValueReference]:
        yield from self.expression(node.iter, scope)
        path = path_of(node.iter, scope.names)
        targets = [
            name.name for name in [node.target, *node.target.find_all(nodes.Name)] if isinstance(name, nodes.Name)
        ]
        item = f"{path}[]" if path and isinstance(node.target, nodes.Name) else None
        inner = scope.bind({**dict.fromkeys(targets, item), "loop": None})
        if node.test is not None:
            yield from self.expression(node.test, inner.when([OTHER_CONDITION]))
        yield from self.statements(node.body, inner)
        yield from self.statements(node.else_, scope.when([OTHER_CONDITION]))

    def expression(self, node: nodes.Node, scope: Scope) -> Iterator[ValueReference]:
        """The values that an expression reads."""
        path = path_of(node, scope.names)
        if path is not None:
            yield ValueReference(path, Place(scope.file, node.lineno), scope.conditions)
        elif isinstance(node, nodes.Or):
            yield from self.expression(node.left, scope.when([OTHER_CONDITION]))
            yield from self.expression(node.right, scope.when([OTHER_CONDITION]))
        elif isinstance(node, nodes.And):
            yield from self.expression(node.left, scope.when([OTHER_CONDITION]))
            yield from self.expression(node.right, scope.when(_conditions(node.left, scope.names)))
        elif isinstance(node, nodes.CondExpr):
            yield from self.expression(node.test, scope.when([OTHER_CONDITION]))
            yield from self.expression(node.expr1, scope.when(_conditions(node.test, scope.names)))
            if node.expr2 is not None:
                yield from self.expression(node.expr2, scope.when([OTHER_CONDITION]))
        elif isinstance(node, nodes.Filter) and node.name == "default" and node.node is not None:
            yield from self.expression(node.node, scope.when([OTHER_CONDITION]))
            yield from self._children(node, scope, skip=node.node)
        elif isinstance(node, nodes.Test) and node.name in ("defined", "undefined"):
            yield from self.expression(node.node, scope.when([OTHER_CONDITION]))
        elif isinstance(node, nodes.Call):
            yield from self._call(node, scope)
        else:
            yield from self._children(node, scope)

    def _children(self, node: nodes.Node, scope: Scope, skip: nodes.Node | None = None) -> Iterator[ValueReference]:
        for child in node.iter_child_nodes():
            if child is not skip:
                yield from self.expression(child, scope)

    def _call(self, node: nodes.Call, scope: Scope) -> Iterator[ValueReference]:
        macro = scope.macros.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        if macro is None and isinstance(node.node, nodes.Name) and node.node.name not in (*_CALLABLE, *scope.names):
            yield ValueReference(f"{node.node.name}()", Place(scope.file, node.lineno), scope.conditions)
            yield from self._children(node, scope, skip=node.node)
            return
        self._left -= 1
        if macro is None or macro[0] in scope.open or scope.depth >= MAX_DEPTH or self._left < 0:
            is_known = macro is not None or path_of(node.node, scope.names) in _CALLABLE
            yield from self._children(node, scope, skip=node.node if is_known else None)
            return
        definition, file = macro
        given = dict(zip((arg.name for arg in definition.args), node.args, strict=False))
        given |= {keyword.key: keyword.value for keyword in node.kwargs}
        names: dict[str, DataPath] = {arg.name: None for arg in definition.args}
        for name, value in given.items():
            names[name] = path_of(value, scope.names)
            if names[name] is None:
                yield from self.expression(value, scope)
        inner = scope.inside(definition, file).bind({**names, "caller": None, "varargs": None})
        yield from self.statements(definition.body, inner)

    def _imported(self, node: nodes.FromImport | nodes.Import, scope: Scope) -> Scope:
        parsed = self._parse(str(node.template.value), scope) if isinstance(node.template, nodes.Const) else None
        if parsed is None or isinstance(node, nodes.Import):
            return scope.bind({node.target: None} if isinstance(node, nodes.Import) else {})
        macros = {each.name: (each, parsed[1]) for each in parsed[0].find_all(nodes.Macro)}
        pairs = [name if isinstance(name, tuple) else (name, name) for name in node.names]
        return replace(
            scope, macros={**scope.macros, **{alias: macros[name] for name, alias in pairs if name in macros}}
        )


def path_of(node: nodes.Node, names: Mapping[str, DataPath]) -> str | None:
    """The data path of an expression such as `unit.head.post`; None if it is anything else."""
    if isinstance(node, nodes.Name):
        return names.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        base = path_of(node.node, names)
        return f"{base}.{node.attr}" if base else None
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        base = path_of(node.node, names)
        return (f"{base}.{node.arg.value}" if isinstance(node.arg.value, str) else f"{base}[]") if base else None
    return None


def _conditions(test: nodes.Node, names: Mapping[str, DataPath]) -> list[str]:
    """The data paths that are given if `test` is true; `OTHER_CONDITION` if it tests anything else."""
    path = path_of(test, names)
    if path is not None:
        return [path]
    if isinstance(test, nodes.And):
        return [*_conditions(test.left, names), *_conditions(test.right, names)]
    return [OTHER_CONDITION]
