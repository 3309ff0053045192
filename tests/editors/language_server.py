"""A client of yaml-language-server: what an editor shows in a unit file."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import IO, Any

_SETTINGS = {
    "yaml": {
        "schemaStore": {"enable": False},
        "validate": True,
        "hover": True,
        "completion": True,
        "format": {"enable": False},
    }
}


class LanguageServer:
    """One server in the folder `root`, driven over standard input and output; it ends with the `with` block."""

    def __init__(self, command: list[str], root: Path) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root)
        self._number = 0
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        text = {"hover": {"contentFormat": ["markdown"]}, "completion": {"completionItem": {"snippetSupport": True}}}
        workspace = {"configuration": True}
        self._ask(
            "initialize",
            processId=None,
            rootUri=root.as_uri(),
            capabilities={"textDocument": text, "workspace": workspace},
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=_SETTINGS)

    def __enter__(self) -> LanguageServer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, file: Path, text: str | None = None) -> list[tuple[int, str]]:
        """Open a file, with `text` instead of its own; the line and message of each error that the editor shows."""
        uri = file.as_uri()
        self._diagnostics.pop(uri, None)
        words = file.read_text(encoding="utf-8") if text is None else text
        self._tell("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": words})
        while uri not in self._diagnostics:
            self._receive()
        return [(each["range"]["start"]["line"] + 1, each["message"]) for each in self._diagnostics[uri]]

    def hover(self, file: Path, line: int, column: int) -> str:
        """What is shown over the word at a place, counted from 1."""
        found = self._ask("textDocument/hover", textDocument={"uri": file.as_uri()}, position=_position(line, column))
        return str(found["contents"]["value"]) if found else ""

    def completions(self, file: Path, line: int, column: int) -> dict[str, str]:
        """The words that are offered at a place, counted from 1, with their descriptions."""
        found = self._ask(
            "textDocument/completion", textDocument={"uri": file.as_uri()}, position=_position(line, column)
        )
        items = found["items"] if isinstance(found, dict) else found
        return {each["label"]: _words(each.get("documentation", "")) for each in items}

    def _ask(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def _tell(self, method: str, **parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _receive(self) -> dict[str, Any]:
        """The server's next message. Its own questions are answered, and what it finds in files is kept."""
        output = _pipe(self._process.stdout)
        length = 0
        while line := output.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(output.read(length))
        if "method" in message and "id" in message:
            wanted = message["params"].get("items", []) if message["method"] == "workspace/configuration" else None
            answer = None if wanted is None else [_SETTINGS.get(each.get("section")) for each in wanted]
            self._send({"id": message["id"], "result": answer})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        pipe = _pipe(self._process.stdin)
        pipe.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        pipe.flush()


def _position(line: int, column: int) -> dict[str, int]:
    return {"line": line - 1, "character": column - 1}


def _words(documentation: str | dict[str, str]) -> str:
    return documentation if isinstance(documentation, str) else documentation["value"]


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe
