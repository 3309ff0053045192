"""A workspace's settings and units, and the layers from which a unit's values come."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from speechgen.discovery import SETTINGS, show, workspace_root
from speechgen.formats import FORMATS
from speechgen.problem import Place, Problem, SpeechgenError
from speechgen.schema import DRAFT, JsonSchema, Schema, value_at
from speechgen.yamlfile import Value, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechgen.formats.manuscript import Paper
    from speechgen.template import Template

DEFAULT_FORMATS = ("md", "txt")
DEFAULT_OUTPUT = "speeches"


def settings_document(check: JsonSchema) -> JsonSchema:
    """The JSON Schema of speechgen.yaml; `check` is that of the rules' settings."""
    return {
        "$schema": DRAFT,
        "type": "object",
        "properties": {
            "template": {"type": "string"},
            "formats": {"type": "array", "minItems": 1, "items": {"type": "string", "enum": list(FORMATS)}},
            "output": {"type": "string"},
            "paper": {"type": "string", "enum": ["A4", "Letter"]},
            "shared": {"type": "object", "additionalProperties": True},
            "check": check,
        },
    }


# The rules' settings are read where the rules are known: checks/settings.py.
_SETTINGS = Schema(settings_document(check={"type": "object", "additionalProperties": True}))


class Workspace(NamedTuple):
    """A folder with `speechgen.yaml`. `shared` are the values that its units share, `check` the settings of the rules;
    None where there are none. `paper` is what English speeches are printed on.
    """

    root: Path
    template: str | None = None
    formats: tuple[str, ...] = DEFAULT_FORMATS
    output: Path = Path(DEFAULT_OUTPUT)
    paper: Paper = "A4"
    shared: Value | None = None
    check: Value | None = None


class Unit(NamedTuple):
    """One unit file, and the workspace that it belongs to, if any. `shown` is its name in problems."""

    path: Path
    shown: str
    own: Value
    workspace: Workspace | None = None

    @property
    def template(self) -> tuple[str, Path]:
        """The template that the unit file names, or else its workspace, and the folder from which a path to it goes.

        Raises SpeechgenError where neither names one.
        """
        named = value_at(self.own, ["template"])
        if named is not None and isinstance(named.content, str):
            return named.content, self.path.parent
        if self.workspace and self.workspace.template:
            return self.workspace.template, self.workspace.root
        mend = "add a line template: NAME, or give -t NAME"
        raise SpeechgenError([Problem(self.own.place, "missing-value", "the file names no template", mend)])

    def layers(self, template: Template | None) -> Iterator[tuple[str, Value]]:
        """The layers, lowest first: the template's defaults, the workspace's shared values, the unit file's own."""
        if template is not None:
            yield "template", template.defaults
        if self.workspace and self.workspace.shared is not None:
            yield "workspace", self.workspace.shared
        yield "unit", self.own

    def values(self, template: Template | None) -> Value:
        """The unit's values from all layers; without a template, from its files alone."""
        base, *higher = [layer for _, layer in self.layers(template)]
        for layer in higher:
            base = merge(base, layer)
        return base


def merge(lower: Value, higher: Value) -> Value:
    """Mappings key by key, anything else replaced.

    An empty value in the higher layer takes a lower value away, but a key without values takes no mapping away.
    """
    if isinstance(lower.content, dict) and higher.content is None:
        return lower
    if not isinstance(lower.content, dict) or not isinstance(higher.content, dict):
        return higher
    content = dict(lower.content)
    for key, child in higher.content.items():
        below = content.get(key)
        content[key] = child if below is None else merge(below, child)
    return higher.replace(content)


def find_workspace(start: Path) -> Workspace | None:
    """The workspace whose folder is `start` or the nearest one above it.

    Raises SpeechgenError where its settings have problems.
    """
    root = workspace_root(start)
    return read_workspace(root) if root else None


def read_workspace(root: Path) -> Workspace:
    """The workspace in the folder `root`. Raises SpeechgenError where its settings have problems."""
    source, problems = read_yaml(root / SETTINGS, show(root / SETTINGS))
    if source is None or problems:
        raise SpeechgenError(problems)
    settings, problems = _SETTINGS.read(source)
    if problems:
        raise SpeechgenError(problems)
    template, formats, output = (settings.get(key) for key in ("template", "formats", "output"))
    return Workspace(
        root=root,
        template=template if isinstance(template, str) else None,
        formats=tuple(dict.fromkeys(map(str, formats))) if isinstance(formats, list) else DEFAULT_FORMATS,
        output=Path(output if isinstance(output, str) else DEFAULT_OUTPUT),
        paper="Letter" if settings.get("paper") == "Letter" else "A4",
        shared=value_at(source, ["shared"]),
        check=value_at(source, ["check"]),
    )


def read_unit(path: Path, workspace: Workspace | None) -> tuple[Unit | None, list[Problem]]:
    """The unit file at `path`, or why it cannot be read."""
    try:
        path.name.encode()
    except UnicodeEncodeError:  # from an archive of another system
        mend = "rename the file: its speech, and the list of what was generated, are called by it"
        return None, [Problem(Place(show(path)), "file-name", "the file's name is no text in UTF-8", mend)]
    own, problems = read_yaml(path, show(path))
    return (None if own is None else Unit(path, show(path), own, workspace)), problems


def load_unit(path: str | Path) -> Unit:
    """The unit file at `path`, with the workspace that it lies in. Raises SpeechgenError where it cannot be read."""
    path = Path(path)
    unit, problems = read_unit(path, find_workspace(path.resolve().parent))
    if unit is None or problems:
        raise SpeechgenError(problems)
    return unit


def default_template(start: Path) -> tuple[str, Path]:
    """The template of the workspace around `start`, and the workspace's folder.

    Raises SpeechgenError where there is no workspace, or it names no template.
    """
    workspace = find_workspace(start)
    if workspace is None or workspace.template is None:
        place = Place(show(workspace.root / SETTINGS) if workspace else SETTINGS)
        message = "names no template" if workspace else "there is none here, or above"
        raise SpeechgenError(
            [Problem(place, "no-template", message, "name a template; speechgen templates lists them")]
        )
    return workspace.template, workspace.root
