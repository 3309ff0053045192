"""The JSON Schemas of a template cannot refer to other files or to the network."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..conftest import Run, spots

HIDDEN = "words-that-no-message-shows"

REFERENCES = {
    "a file": "{$ref: 'FILE'}",
    "an address": "{$ref: 'http://127.0.0.1:PORT/x.json'}",
    "an address below an identifier": "{$id: 'http://127.0.0.1:PORT/x.json', type: string}",
    "a dynamic reference": "{$dynamicRef: 'FILE'}",
    "a schema of its own kind": "{$schema: 'http://127.0.0.1:PORT/x.json', type: string}",
    "in a list": "{anyOf: [{type: integer}, {$ref: 'FILE'}]}",
    "a name without an address": "{$ref: other.json}",
    "a device": "{$ref: 'file:///dev/zero'}",
}


@pytest.fixture
def listener() -> Iterator[tuple[int, list[object]]]:
    """A local port, and the addresses that have connected to it."""
    connected: list[object] = []
    server = socket.create_server(("127.0.0.1", 0))

    def listen() -> None:
        while True:
            try:
                connection, address = server.accept()
            except OSError:
                return
            connected.append(address)
            connection.close()

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    yield server.getsockname()[1], connected
    server.close()


@pytest.mark.parametrize("where", ["template.yaml", "a part"])
@pytest.mark.parametrize("reference", REFERENCES)
def test_a_reference_that_leads_outside_is_reported_and_not_followed(
    run: Run, listener: tuple[int, list[object]], tmp_path: Path, reference: str, where: str
) -> None:
    port, connected = listener
    secret = tmp_path / "secret.json"
    secret.write_text(f'{{"const": "{HIDDEN}"}}')
    schema = REFERENCES[reference].replace("FILE", secret.as_uri()).replace("PORT", str(port))
    in_manifest, in_part = (schema, "{type: string}") if where == "template.yaml" else ("{type: string}", schema)
    for name, text in {
        "own/template.yaml": f"title: t\nlanguage: en\nvalues:\n  properties:\n    x: {in_manifest}\n"
        "parts:\n  points: {title: P}\n",
        "own/speech.md.j2": "---\ntitle: T\n---\n{{ x }}\n{% for each in points %}{{ each.body }}\n{% endfor %}\n",
        "own/points/one.md.j2": f"---\ntitle: One\nvalues:\n  y: {in_part}\n---\n{{{{ y }}}}\n",
        "own/example.yaml": "unit: {name: A}\nx: x\npoints: [{one: {y: y}}]\n",
        "unit.yaml": "template: own\nunit: {name: A}\nx: x\npoints: [{one: {y: y}}]\n",
    }.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text)
    file, line = ("own/template.yaml", 5) if where == "template.yaml" else ("own/points/one.md.j2", 4)
    for command in (["generate", "unit.yaml"], ["check", "unit.yaml"], ["templates", "--lint", "own"]):
        result = run(*command)
        assert result.exit_code == 1
        assert (file, line, "template-manifest") in [(each[0], each[1], each[3]) for each in spots(result)]
        assert HIDDEN not in result.output
    assert connected == []


def test_a_reference_within_the_template_is_followed(run: Run) -> None:
    for name, text in {
        "own/template.yaml": "title: t\nlanguage: en\nvalues:\n  $defs: {short: {type: string, maxLength: 3}}\n"
        "  properties:\n    x: {$ref: '#/$defs/short'}\n",
        "own/speech.md.j2": "---\ntitle: T\n---\n{{ x }} is said.\n",
        "unit.yaml": "template: own\nunit: {name: A}\nx: wording\n",
    }.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text)
    result = run("generate", "unit.yaml")
    assert (result.exit_code, spots(result)) == (1, [("unit.yaml", 3, 4, "text-length")])
