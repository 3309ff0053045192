"""Check a template without a unit: compare the values it reads and declares; check its parts and its tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from jinja2 import TemplateError

from speechgen.model import MANIFEST, Place, Problem, SpeechgenError
from speechgen.pipeline.template_tests import test_problems
from speechgen.reading import find, leaves, nearest, path_steps
from speechgen.rendering import HEAD, template_problem
from speechgen.template import (
    COMMON,
    SUFFIX,
    Template,
    TemplateFile,
    included,
    own_values,
    own_values_problems,
    value_steps,
)

_PART_KEYS = ("title", "values")
_PART_VALUES = ("body", "name", "title")  # of an item of a list, in speech.md.j2


def lint_template(template: Template) -> list[Problem]:
    """All problems of a template."""
    try:
        problems = [*_front_matter(template), *_lists(template), *_compiled(template)]
        if not problems:
            problems += [*_undeclared(template), *_unread(template)]
        return problems + list(test_problems(template))
    except SpeechgenError as error:
        return list(error.problems)
    except TemplateError as error:  # in a file that is included
        return [template_problem(template, error)]


def _front_matter(template: Template) -> Iterator[Problem]:
    for file in template.files():
        known = HEAD if file is template.speech else _PART_KEYS
        for key, value in file.front.items():
            if key not in known:
                near = nearest(key, list(known))
                fix = f"did you mean {near}?" if near else f"known keys: {', '.join(known)}"
                yield Problem(value.key_place, "unknown-key", f"unknown key {key} in the front matter", fix)
        if "values" in file.front and template.declaring(file) is not file:
            message = "another wording of a part cannot declare values"
            first = template.declaring(file).shown
            yield Problem(file.front["values"].key_place, "unknown-key", message, f"declare them in {first}")
        if file is not template.speech and "title" not in file.front:
            yield Problem(Place(file.shown), "missing-value", "the part has no title", "add it to its front matter")
        if file is not template.speech:
            yield from own_values_problems(file)


def _lists(template: Template) -> Iterator[Problem]:
    """The problems of lists without parts, and of folders of parts without a list."""
    manifest = template.manifest.source
    for name in template.manifest.lists:
        if not template.parts[name]:
            value, _ = find(manifest, ["parts", name])
            message = f"the list {name} has no parts, which are files {name}/NAME{SUFFIX}"
            yield Problem(value.key_place, "missing-part", message, "add one, or delete the list")
    for folder in sorted({PurePosixPath(name).parent.name for name in template.folder.names(f"*/*{SUFFIX}")}):
        if folder not in template.manifest.lists:
            place = Place(f"{template.folder.shown}/{folder}")
            message = f"contains parts, but {MANIFEST} declares no list {folder}"
            yield Problem(place, "unlisted-parts", message, f"add {folder} to parts:")


def _compiled(template: Template) -> Iterator[Problem]:
    """The problems of files that do not compile: syntax errors, unknown filters, missing included files."""
    for file in template.files():
        names = [file.name, *(f"{file.name}#{field}" for field in file.front if field != "values")]
        for name in names:
            try:
                template.sandbox.get_template(name)
            except TemplateError as error:
                yield template_problem(template, error)
                break
        else:
            yield from _includes(template, file)


def _includes(template: Template, file: TemplateFile) -> Iterator[Problem]:
    for name, line in included(file):
        if template.folder.locate(name) is None:
            message = f"the template has no file {name}, or the file is outside the template's folder"
            yield Problem(Place(file.shown, line), "template-missing-file", message)


def _undeclared(template: Template) -> Iterator[Problem]:
    """The problems of values that are read but not declared."""
    seen: set[tuple[str, str]] = set()
    for file in template.files():
        for reference in template.references(file):
            # Bundled common files may read values that not every template declares.
            optional = reference.conditions and template.folder.name_of(reference.place.file).startswith(COMMON)
            if optional or (reference.path, file.name) in seen or _is_known(template, reference.path):
                continue
            seen.add((reference.path, file.name))
            near = nearest(reference.path, list(leaves(template.document)))
            fix = f"did you mean {near}?" if near else f"declare it in {MANIFEST}, or correct the name"
            message = f"the template reads {reference.path}, which is not declared"
            yield Problem(reference.place, "undeclared-value", message, fix)


def _is_known(template: Template, path: str) -> bool:
    steps = path_steps(path)
    if steps[0] in template.manifest.lists and len(steps) > 1:
        return len(steps) == 2 or steps[2] in _PART_VALUES
    return value_steps(template, steps) is not None


def _unread(template: Template) -> Iterator[Problem]:
    """The problems of values that are declared but not read."""
    manifest = template.manifest.source
    paths = {reference.path for file in template.files() for reference in template.references(file)}
    declared = {name: ["values", "properties", *_nested(name)] for name in leaves(template.manifest.values)}
    declared |= {f"metrics.{name}": ["metrics", name] for name in template.manifest.metrics}
    declared |= {name: ["parts", name] for name in template.manifest.lists}
    base = template.folder.base
    bundled = base.show(MANIFEST) if base else None  # a workspace that changes the template need not use all its values
    for path, steps in declared.items():
        value, _ = find(manifest, steps)
        if not _is_read(path, paths) and value.key_place.file != bundled:
            message = f"{path} is declared, but the template does not read it"
            yield Problem(value.key_place, "unread-value", message, "use it, or delete it")
    for parts in template.parts.values():
        for file in parts.values():
            used = {reference.path for reference in template.own_references(file)}
            for name in leaves({"properties": own_values(file)}):
                if not _is_read(name, used):
                    value, _ = find(file.front["values"], list(_nested(name)))
                    message = f"{name} is declared, but the part does not read it"
                    yield Problem(value.key_place, "unread-value", message, "use it, or delete it")


def _is_read(path: str, paths: Iterable[str]) -> bool:
    return any(read == path or read.startswith((f"{path}.", f"{path}[")) for read in paths)


def _nested(path: str) -> Iterator[str]:
    """The steps to a value's schema: its first name, then each step after `properties`, or `items`."""
    steps = path_steps(path)
    yield str(steps[0])
    for step in steps[1:]:
        if isinstance(step, int):
            yield "items"
        else:
            yield from ("properties", step)
