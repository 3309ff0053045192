"""Whether a template file tests in which direction a metric changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes

from speechgen.template.files import SUFFIX
from speechgen.template.syntax import parse
from speechgen.template.value_references import included, path_of, value_references
from speechgen.template.wordings import first_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechgen.template.files import Folder, TemplateFile

_DIRECTIONS = ("decreased", "increased", "unchanged")


def tests_direction(folder: Folder, name: str, path: str) -> bool:
    """Whether the file `name` tests the direction of the metric at `path`.

    It does if it, or a file that includes it, reads `.decreased`, `.increased` or `.unchanged`, or compares `.before`
    with `.after`. A macro tests what it is called with.
    """
    file = folder.read(name)
    files = [] if file is None else [file, *_users(folder, name)]
    return any(_tests(folder, each, path) for each in files)


def _users(folder: Folder, name: str) -> Iterator[TemplateFile]:
    """The template's files that include or import the file `name`, or the file of which it is a wording."""
    names = {name, first_wording(folder, name)}
    for each in folder.names(f"**/*{SUFFIX}"):
        file = folder.read(each)
        if file is not None and any(used in names for used, _ in included(file)):
            yield file


def _tests(folder: Folder, file: TemplateFile, path: str) -> bool:
    if any(reference.path.removeprefix(f"{path}.") in _DIRECTIONS for reference in value_references(folder, file)):
        return True
    for node in parse(file.body, file).find_all((nodes.Compare, nodes.Getattr)):
        if isinstance(node, nodes.Getattr):
            if node.attr in _DIRECTIONS and _is_parameter(node.node):
                return True
        elif {f"{path}.before", f"{path}.after"} <= {path_of(each, {}) for each in node.find_all(nodes.Getattr)}:
            return True
    return False


def _is_parameter(node: nodes.Node) -> bool:
    """Whether a value has a name of its own, as a macro's parameter has."""
    return isinstance(node, nodes.Name)
