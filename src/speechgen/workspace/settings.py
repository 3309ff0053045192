"""The settings of a workspace: `speechgen.yaml`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from speechgen.messages import LANGUAGES, translated
from speechgen.model import CONTROL, SETTINGS, Place, Problem, SpeechgenError, show, with_fix, workspace_root
from speechgen.reading import DRAFT, JsonSchema, Schema, Value, nearest, parse_yaml, read_text, value_at

Paper = Literal["A4", "Letter"]

DEFAULT_FORMATS = ("md", "txt")
DEFAULT_OUTPUT = "speeches"


def settings_document(*, formats: JsonSchema, check: JsonSchema) -> JsonSchema:
    """The JSON Schema of speechgen.yaml, given those of a format's name and of the rules' settings."""
    return {
        "$schema": DRAFT,
        "type": "object",
        "properties": {
            "template": {"type": "string"},
            "formats": {"type": "array", "minItems": 1, "items": formats},
            "output": {"type": "string"},
            "paper": {"type": "string", "enum": ["A4", "Letter"]},
            "messages": {"type": "string", "enum": list(LANGUAGES)},
            "shared": {"type": "object", "additionalProperties": True},
            "check": check,
        },
    }


# Formats and rules are defined in higher rooms: pipeline/plan.py and checks/settings.py validate these two keys.
_SETTINGS = Schema(
    settings_document(formats={"type": "string"}, check={"type": "object", "additionalProperties": True})
)


_KEYS = list(_SETTINGS.document["properties"])


class Workspace(NamedTuple):
    """A folder with `speechgen.yaml`. `shared` are the values that its units share, `check` the settings of the rules;
    None if there are none. `paper` is for languages that are not always on A4. `source` is the whole file, `text` as
    it is written, comments included.
    """

    root: Path
    template: str | None = None
    formats: tuple[str, ...] = DEFAULT_FORMATS
    output: Path = Path(DEFAULT_OUTPUT)
    paper: Paper = "A4"
    shared: Value | None = None
    check: Value | None = None
    source: Value | None = None
    text: str = ""


def find_workspace(start: Path) -> Workspace | None:
    """The workspace of `start` or of its nearest parent; otherwise None.

    Raises SpeechgenError if its settings have problems.
    """
    root = workspace_root(start)
    return read_workspace(root) if root else None


def read_workspace(root: Path) -> Workspace:
    """Read the workspace in the folder `root`. Raises SpeechgenError if its settings have problems."""
    shown = show(root / SETTINGS)
    text, problems = read_text(root / SETTINGS, shown)
    source, problems = parse_yaml(text, shown) if text is not None else (None, problems)
    if source is None or text is None or problems:
        raise SpeechgenError(problems)
    settings, problems = _SETTINGS.read(source)
    if problems:
        raise SpeechgenError(_shared_above(problems, source))
    if (named := value_at(source, ["output"])) is not None and CONTROL.search(str(named.content)):
        fix = translated("write the name of a folder, such as speeches")
        message = translated("output contains a control character")
        raise SpeechgenError([Problem(named.place, "control-character", message, fix)])
    template, formats, output = (settings.get(key) for key in ("template", "formats", "output"))
    return Workspace(
        root=root,
        template=template if isinstance(template, str) else None,
        formats=tuple(dict.fromkeys(map(str, formats))) if isinstance(formats, list) else DEFAULT_FORMATS,
        output=Path(output if isinstance(output, str) else DEFAULT_OUTPUT),
        paper="Letter" if settings.get("paper") == "Letter" else "A4",
        shared=value_at(source, ["shared"]),
        check=value_at(source, ["check"]),
        source=source,
        text=text,
    )


# What unit files have, whatever their template.
_OF_UNITS = ("unit", "dates", "metrics", "people", "mentions", "minutes")


def _shared_above(problems: list[Problem], source: Value) -> Iterator[Problem]:
    """The problems, with the place for a value that units share: people write it at the top of the settings."""
    assert isinstance(source.content, dict)  # noqa: S101 - parse_yaml gives mappings only
    keys = {child.key_place: key for key, child in source.content.items()}
    for problem in problems:
        key = keys.get(problem.place, "") if problem.code == "unknown-key" else ""
        if key in _OF_UNITS:
            fix = translated("put it under shared: if its units share it; otherwise in a unit file")
            yield problem._replace(fix=fix)
        elif key and nearest(key, _KEYS) is None:
            yield problem._replace(fix=with_fix(problem.fix or "", translated("what units share is under shared:")))
        else:
            yield problem


def default_template(start: Path) -> tuple[str, Workspace]:
    """The template of the workspace that contains `start`, and the workspace.

    Raises SpeechgenError if there is no workspace, or it does not name a template.
    """
    workspace = find_workspace(start)
    if workspace is None or workspace.template is None:
        place = Place(show(workspace.root / SETTINGS) if workspace else SETTINGS)
        message = translated("no {file} in this folder or a parent", file=SETTINGS)
        if workspace:
            message = translated("names no template")
        fix = translated("name a template; speechgen templates lists them")
        raise SpeechgenError([Problem(place, "no-template", message, fix)])
    return workspace.template, workspace
