"""References of JSON Schema, wherever a schema is read: nothing is asked for, and nothing waits for a silent server."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..conftest import Run

COMMANDS = ("generate", "check", "schema own", "templates own", "templates --lint own", "new B", "init w -t own")
TEMPLATE = "templates/own/template.yaml"
PLACES = {
    "a value": (TEMPLATE, "title: t\nlanguage: en\nvalues: {{x: {{title: X, $ref: '{0}'}}}}\n"),
    "a JSON Schema": (TEMPLATE, "title: t\nlanguage: en\nvalues: {{type: object, $ref: '{0}', properties: {{}}}}\n"),
    "its definitions": (
        TEMPLATE,
        "title: t\nlanguage: en\nvalues: {{$defs: {{d: {{$ref: '{0}'}}}}, properties: {{x: {{$ref: '#/$defs/d'}}}}}}\n",
    ),
    "the manifest itself": (TEMPLATE, "title: t\nlanguage: en\n$ref: '{0}'\n$schema: '{0}'\n"),
    "a metric": (TEMPLATE, "title: t\nlanguage: en\nmetrics: {{m: {{title: M, $ref: '{0}'}}}}\n"),
    "a change of a bundled template": ("templates/mass-line-summary/template.yaml", "values: {{x: {{$ref: '{0}'}}}}\n"),
    "the settings": ("speechgen.yaml", "template: own\n$ref: '{0}'\nshared: {{$ref: '{0}'}}\n"),
    "a unit file": ("units/a.yaml", "$schema: '{0}'\n$ref: '{0}'\nunit: {{name: A}}\n"),
}


@pytest.fixture
def silent() -> Iterator[tuple[str, socket.socket]]:
    """The address of a server that accepts connections and never answers, and its socket."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/schema.json", server


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("target", ["a silent server", "/dev/zero", "another file", "itself"])
def test_no_reference_is_followed(run: Run, silent: tuple[str, socket.socket], place: str, target: str) -> None:
    address, server = silent
    Path("outside.json").write_text('{"const": "words-that-nobody-sees"}', encoding="utf-8")
    targets = {"/dev/zero": "file:///dev/zero", "another file": Path("outside.json").absolute().as_uri(), "itself": "#"}
    file, text = PLACES[place]
    for name, content in {
        TEMPLATE: "title: t\nlanguage: en\n",
        "templates/own/speech.md.j2": "---\ntitle: T\n---\nTo {{ unit.name }}.\n",
        "templates/own/example.yaml": "template: own\nunit: {name: E}\n",
        "speechgen.yaml": f"template: {'mass-line-summary' if 'bundled' in place else 'own'}\n",
        "units/a.yaml": "unit: {name: A}\nx: 5\n",
        file: text.format(targets.get(target, address)),
    }.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(content, encoding="utf-8")
    for command in COMMANDS:
        result = run(*command.split())
        assert result.exit_code in (0, 1)
        assert "words-that-nobody-sees" not in result.output
    server.settimeout(0)
    with pytest.raises(BlockingIOError):  # nobody has connected
        server.accept()
