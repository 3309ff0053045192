"""Check a template without a unit: compare the values it reads and declares; check its parts and its tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from jinja2 import TemplateSyntaxError, nodes

from speechgen.messages import translated
from speechgen.model import MANIFEST, Place, Problem, SpeechgenError
from speechgen.pipeline.lint_declarations import declaration_problems
from speechgen.pipeline.template_marks import mark_problems
from speechgen.pipeline.template_tests import test_problems
from speechgen.reading import find, leaves, path_steps
from speechgen.rendering import TEMPLATE_ERRORS, own_words_problems, template_problem
from speechgen.template import (
    COMMON,
    PART_VALUES,
    SUFFIX,
    Template,
    TemplateFile,
    declared_values,
    included,
    misnamed_files,
    missing_file,
    own_values,
    own_values_problems,
    parse,
    syntax_problem,
    unknown_macro,
    unknown_value,
    value_steps,
)

_ABOUT_NAMES = ("template-", "undeclared-")


def lint_template(template: Template) -> list[Problem]:
    """All problems of a template."""
    if unreadable := [*misnamed_files(template.folder), *_unreadable(template)]:
        return unreadable
    try:
        problems = [*_front_matter(template), *_lists(template), *_compiled(template), *declaration_problems(template)]
        is_compiled = not problems
        if is_compiled:
            problems += [*own_words_problems(template), *_undeclared(template), *mark_problems(template)]
        problems = _once(problems, list(test_problems(template)))
        if is_compiled and not any(each.code.startswith(_ABOUT_NAMES) for each in problems):
            problems += _unread(template)  # a misspelt name would leave the right one unread
        return problems
    except SpeechgenError as error:
        return list(error.problems)


def _once(found: list[Problem], by_tests: list[Problem]) -> list[Problem]:
    """The problems, one for each line: what a test says of an attribute or a call is more exact."""
    exact = {each.place[:2] for each in by_tests if each.code == "template-unsafe"}
    kept = [each for each in found if each.place[:2] not in exact]
    lines = {each.place[:2] for each in kept}
    return kept + [each for each in by_tests if each.place[:2] not in lines]


def _unreadable(template: Template) -> Iterator[Problem]:
    """The problems of parts that cannot be read."""
    for parts in template.parts.values():
        for name in parts:
            try:
                list(template.wordings(parts[name]))
            except SpeechgenError as error:
                yield from error.problems


def _front_matter(template: Template) -> Iterator[Problem]:
    for file in template.files():
        if "values" in file.front and template.declaring(file) is not file:
            message = translated("another wording of a part cannot declare values")
            fix = translated("declare them in {file}", file=template.declaring(file).shown)
            yield Problem(file.front["values"].key_place, "unknown-key", message, fix)
        if file is not template.speech and "title" not in file.front:
            fix = translated("add title: TEXT between two lines --- at the top of the file")
            yield Problem(Place(file.shown), "missing-value", translated("the front matter has no title"), fix)
        if not file.body.strip() and (file.front or file is template.speech):
            is_speech = file is template.speech
            message = translated("the template has no text") if is_speech else translated("the part has no text")
            yield Problem(Place(file.shown), "empty-file", message, translated("write it below the front matter"))
        if file is not template.speech:
            yield from own_values_problems(file)


def _lists(template: Template) -> Iterator[Problem]:
    """The problems of lists without parts, and of folders of parts without a list."""
    manifest = template.manifest.source
    for name in template.manifest.lists:
        if not template.parts[name]:
            value, _ = find(manifest, ["parts", name])
            file_name = f"{name}/{translated('NAME')}{SUFFIX}"
            message = translated("the list {name} has no parts, which are files {file}", name=name, file=file_name)
            yield Problem(value.key_place, "missing-part", message, translated("add one, or delete the list"))
    for folder in sorted({PurePosixPath(name).parent.name for name in template.folder.names(f"*/*{SUFFIX}")}):
        if folder not in template.manifest.lists:
            place = Place(f"{template.folder.shown}/{folder}")
            message = translated("contains parts, but {file} declares no list {name}", file=MANIFEST, name=folder)
            yield Problem(place, "unlisted-parts", message, translated("add {name} to parts:", name=folder))


def _compiled(template: Template) -> Iterator[Problem]:
    """The problems of files that do not compile: syntax errors, unknown filters, missing included files."""
    for file in template.files():
        names = [file.name, *(f"{file.name}#{field}" for field in file.front if field != "values")]
        for name in names:
            try:
                template.sandbox.get_template(name)
            except TEMPLATE_ERRORS as error:
                yield template_problem(template, error)
                break
        else:
            yield from _includes(template, file)
            yield from _unknown_names(template, file)


def _includes(template: Template, file: TemplateFile) -> Iterator[Problem]:
    for name, line in included(file):
        if template.folder.locate(name) is None:
            yield missing_file(template.folder, name, Place(file.shown, line))


def _unknown_names(template: Template, file: TemplateFile) -> Iterator[Problem]:
    """The problems of filters and tests that do not exist, also in conditions that the example does not have."""
    for kind, node_type, known in (
        ("filter", nodes.Filter, template.sandbox.filters),
        ("test", nodes.Test, template.sandbox.tests),
    ):
        for node in parse(file.body, file).find_all(node_type):
            if known.get(node.name) is None:
                error = TemplateSyntaxError(f"No {kind} named '{node.name}'.", node.lineno, file.name)
                yield syntax_problem(error, file.shown, file.body, {kind: known})


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
            if reference.path.endswith("()"):
                message, fix = unknown_macro(template.folder, reference.path.removesuffix("()"))
            else:
                message, fix = unknown_value(template, reference.path, own_values(template.declaring(file)))
            yield Problem(reference.place, "undeclared-value", message, fix)


def _is_known(template: Template, path: str) -> bool:
    steps = path_steps(path)
    if steps[0] in template.manifest.lists and len(steps) > 1:
        return len(steps) == 2 or steps[2] in PART_VALUES
    return value_steps(template, steps) is not None


def _unread(template: Template) -> Iterator[Problem]:
    """The problems of values that are declared but not read."""
    manifest = template.manifest.source
    paths = {reference.path for file in template.files() for reference in template.references(file)}
    declared = {name: ["properties", *_nested(name)] for name in leaves(template.manifest.values)}
    declared |= {f"metrics.{name}": ["metrics", name] for name in template.manifest.metrics}
    declared |= {name: ["parts", name] for name in template.manifest.lists}
    base = template.folder.base
    bundled = base.show(MANIFEST) if base else None  # a workspace that changes the template need not use all its values
    for path, steps in declared.items():
        value, _ = find(template.manifest.declared if steps[0] == "properties" else manifest, steps)
        if not _is_read(path, paths) and value.key_place.file != bundled:
            message = translated("{name} is declared, but the template does not read it", name=path)
            yield Problem(value.key_place, "unread-value", message, translated("use it, or delete it"))
    for parts in template.parts.values():
        for file in parts.values():
            used = {reference.path for reference in template.own_references(file)}
            for name in leaves({"properties": own_values(file)}):
                if not _is_read(name, used):
                    declared_by_part = declared_values(file.front.get("values"))
                    assert declared_by_part is not None  # noqa: S101 - it declares `name`
                    value, _ = find(declared_by_part, ["properties", *_nested(name)])
                    message = translated("{name} is declared, but the part does not read it", name=name)
                    yield Problem(value.key_place, "unread-value", message, translated("use it, or delete it"))


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
