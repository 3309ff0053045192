"""Names that a template uses and nothing declares: what is wrong, and which name may be meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from speechgen.messages import joined_words, translated
from speechgen.model import MANIFEST, Place, Problem, lazily
from speechgen.reading import nearest, path_steps, read_file, schema_at
from speechgen.template.files import COMMON, MAX_BYTES, SUFFIX
from speechgen.template.titles import with_title
from speechgen.template.value_steps import parts_of_value

if TYPE_CHECKING:
    from speechgen.template.files import Folder
    from speechgen.template.template import Template

PART_VALUES = ("body", "name", "title")  # of a part in speech.md.j2
_MACRO = lazily(r"{%[-+]?\s*macro\s+(\w+)")
_CLOCK = ("date", "datetime", "now", "strftime", "time", "today")


def unknown_macro(folder: Folder, name: str) -> tuple[str, str]:
    """What to say of a macro that a file calls, and neither defines nor imports: the message and the fix."""
    message = translated("there is no macro {name}", name=name)
    if name == "super":
        fix = translated("it is for blocks of a file that extends another")
        return translated("super() is used outside a block"), fix
    if name.lower() in _CLOCK:
        return message, translated("a speech has no clock: use a date of the unit file, such as dates.meeting")
    macros = _macros(folder)
    if name in macros:
        fix = translated("add {line} above it", line=f'{{% from "{macros[name]}" import {name} %}}')
        return translated("the macro {name} is not imported", name=name), fix
    near = nearest(name, list(macros))
    if near:
        return message, translated("did you mean {near}?", near=near)
    return message, translated("define it in this file, or import it from the file that does")


@lru_cache(maxsize=1)  # asked for each unknown value; a folder remembers its files too
def _macros(folder: Folder) -> Mapping[str, str]:
    """The macros of a template's files, and of the common files that it can import, each with its file."""
    found: dict[str, str] = {}
    for name in (*folder.names(f"{COMMON}**/*{SUFFIX}"), *folder.names(f"**/*{SUFFIX}")):
        path = folder.locate(name)
        with suppress(OSError):  # what cannot be read is reported where it is used
            text = read_file(path, MAX_BYTES).decode(errors="replace") if path is not None else ""
            found |= dict.fromkeys(_MACRO.findall(text), name)
    return found


def unknown_value(template: Template, path: str, own: Mapping[str, object]) -> tuple[str, str]:
    """What to say of a value that a template reads and nothing declares: the message and the fix.

    `own` are the values of the part that reads it.
    """
    path = re.sub(r"\[\d+\]", "[]", path)
    steps = path_steps(path)
    if steps[0] in template.manifest.lists and len(steps) > 1:
        return _unknown_in_part(str(steps[0]), str(steps[-1]))
    if steps[0] in ("self", "super"):
        fix = translated("put the words into a macro, and call that")
        return translated("the template uses {name}", name=steps[0]), fix
    if steps[0] == "loop":
        fix = translated("put it between {start} and {end}", start="{% for … %}", end="{% endfor %}")
        return translated("{name} is used outside a loop", name=path), fix
    meant = _meant(template, path, steps, own)
    if meant is None and path in _macros(template.folder):
        fix = translated("call it, as in {example}", example=f"{{{{ {path}(…) }}}}")
        return translated("{name} is a macro, and is not called", name=path), fix
    return _undeclared(path), meant or translated("declare it in {file}, or correct the name", file=MANIFEST)


def _unknown_in_part(list_name: str, name: str) -> tuple[str, str]:
    near = nearest(name, list(PART_VALUES))
    fix = (
        translated("did you mean {near}?", near=near)
        if near
        else translated("a part has {names}", names=joined_words(PART_VALUES))
    )
    message = translated("the template reads {name} of a part of {list}, which no part has", name=name, list=list_name)
    return message, fix


def _meant(template: Template, path: str, steps: list[str | int], own: Mapping[str, object]) -> str | None:
    """Which name may be meant; None if it is not known."""
    for length in range(len(steps) - 1, -1, -1):
        known = _known(template, steps[:length], own)
        step = steps[length]
        if not known or not isinstance(step, str):
            continue
        if step in known:  # declared, but has no such keys
            return None
        if near := nearest(step, known):
            above = path[: path.rfind(step)].rpartition("[].")[2] if length else ""
            title = schema_at(template.document, [*steps[:length], near]).get("title", "")
            return translated("did you mean {near}?", near=with_title(f"{above}{near}", str(title)))
        is_part_of_value = length > 0 and bool(parts_of_value(template, steps[:length]))
        return translated("choose from: {names}", names=joined_words(known)) if is_part_of_value else None
    return None


def _undeclared(path: str) -> str:
    """The message about a value that nothing declares; one in a list is a value of its items."""
    above, is_in_list, name = path.rpartition("[].")
    if not is_in_list:
        return translated("the template reads {path}, which is not declared", path=path)
    name_of_list = above.replace("[]", "")
    return translated(
        "the template reads {name} of the items of {list}, which is not declared", name=name, list=name_of_list
    )


def _known(template: Template, steps: list[str | int], own: Mapping[str, object]) -> list[str]:
    """The names that a template can read at a path."""
    if not steps:
        return [*own, *template.document.get("properties", {})]
    parts = parts_of_value(template, steps)
    return list(parts or schema_at(template.document, steps).get("properties", {}))


def missing_file(folder: Folder, name: str, place: Place) -> Problem:
    """The problem of a file that a template includes, imports or extends, and that does not exist."""
    names = [*folder.names(f"**/*{SUFFIX}"), *folder.names(f"{COMMON}**/*{SUFFIX}")]
    near = nearest(name, [each for each in names if each != name])
    message = translated("the template has no file {file}", file=name if len(name) < 100 else f"{name[:100]}…")
    if near:
        fix = translated("did you mean {near}?", near=near)
    elif name.startswith("/") or ".." in name:
        fix = translated("only files in the template's folder and in common/ can be used")
    else:
        fix = translated("add it, or correct the name")
    return Problem(place, "template-missing-file", message, fix)
