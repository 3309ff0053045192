"""Requests that no browser sends, and unit files with hostile names: the preview answers, or closes the connection."""

from __future__ import annotations

import os
import re
import socket
import threading
from collections.abc import Callable, Iterator

import pytest

from speechgen.preview import Server, Units

Send = Callable[[str], bytes]
NAMES = ("<img src=x onerror=alert(1)>.yaml", "a%2fb.yaml", "..yaml", "a?b#c.yaml", "\udcff.yaml")


@pytest.fixture(scope="module")
def send(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Send]:
    """Sends the text as it is, with `HOST` replaced by the server's host, and returns all that is answered."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "units").mkdir()
    (folder / "t").mkdir()
    (folder / "speechgen.yaml").write_text("template: ./t\n", encoding="utf-8")
    (folder / "t/template.yaml").write_text("title: t\nlanguage: en\n", encoding="utf-8")
    (folder / "t/speech.md.j2").write_text("---\ntitle: T\n---\nTo {{ unit.name }}.\n", encoding="utf-8")
    for name in NAMES if os.name != "nt" else ("a.yaml",):
        (folder / "units" / name).write_text("unit: {name: '<script>alert(1)</script>'}\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.chdir(folder)
        units = Units([])
        units.refresh()
        units.refresh_index()
        server = Server(units, 0)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()

        def sent(text: str) -> bytes:
            with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
                answer = b""
                try:
                    connection.sendall(text.replace("HOST", f"127.0.0.1:{server.port}").encode("latin-1"))
                    connection.shutdown(socket.SHUT_WR)
                    while received := connection.recv(65536):
                        answer += received
                except OSError:  # the server has closed the connection
                    pass
                return answer

        yield sent
        server.shutdown()
        server.server_close()
        thread.join()


def _status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0


@pytest.mark.parametrize(
    ("request_", "statuses"),
    [
        ("GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n\r\n", {403}),
        ("GET / HTTP/1.1\r\nHost: evil.example\r\nHost: HOST\r\n\r\n", {403}),
        ("GET / HTTP/1.1\r\nHost: HOST.evil.example\r\n\r\n", {403}),
        ("GET / HTTP/1.1\r\nHost: 2130706433\r\n\r\n", {403}),
        ("GET / HTTP/1.0\r\n\r\n", {403}),
        ("GET / HTTP/1.1\r\nHost: HOST\r\nOrigin: null\r\n\r\n", {403}),
        ("GET / HTTP/1.1\r\nHost: HOST\r\nSec-Fetch-Site: none, cross-site\r\n\r\n", {403}),
        ("GET /units/..%5c..%5cetc%5cpasswd HTTP/1.1\r\nHost: HOST\r\n\r\n", {404}),
        ("GET /units/%00 HTTP/1.1\r\nHost: HOST\r\n\r\n", {404}),
        ("GET /units/%0d%0aSet-Cookie:x HTTP/1.1\r\nHost: HOST\r\n\r\n", {404}),
        ("GET file:///etc/passwd HTTP/1.1\r\nHost: HOST\r\n\r\n", {404}),
        (f"GET /units/{'%ff' * 2000} HTTP/1.1\r\nHost: HOST\r\n\r\n", {404}),
        (f"GET /{'a' * 100_000} HTTP/1.1\r\nHost: HOST\r\n\r\n", {0, 414}),
        (f"GET / HTTP/1.1\r\nHost: HOST\r\nX: {'a' * 100_000}\r\n\r\n", {0, 431}),
        (f"GET / HTTP/1.1\r\nHost: HOST\r\n{'X: 1' * 200}\r\n" + "X: 1\r\n" * 200 + "\r\n", {0, 431}),
        ("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", {0, 400}),
        ("\x00 / HTTP/1.1\r\nHost: HOST\r\n\r\n", {0, 400, 501}),
        ("GET / HTTP/9.9\r\nHost: HOST\r\n\r\n", {0, 400, 505}),
    ],
)
def test_a_request_that_is_refused(send: Send, request_: str, statuses: set[int]) -> None:
    answer = send(request_)
    assert _status(answer) in statuses
    assert b"Set-Cookie" not in answer.split(b"\r\n\r\n")[0]


@pytest.mark.parametrize("length", ["Content-Length: 52", "Transfer-Encoding: chunked"])
def test_the_body_of_a_request_is_not_taken_for_another(send: Send, length: str) -> None:
    answer = send(
        f"GET / HTTP/1.1\r\nHost: HOST\r\n{length}\r\n\r\n0\r\n\r\nGET /units/x HTTP/1.1\r\nHost: HOST\r\n\r\n"
    )
    assert (answer.count(b"HTTP/1.1 "), _status(answer)) == (1, 200)


def test_units_with_hostile_names_have_pages(send: Send) -> None:
    index = send("GET / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n")
    assert _status(index) == 200
    addresses = {address.decode() for address in re.findall(rb'href="(/units/[^"]+)"', index)}
    assert len(addresses) == (1 if os.name == "nt" else len(NAMES) - 1)  # ..yaml is hidden
    for address in addresses:
        page = send(f"GET {address} HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n")
        assert _status(page) == 200
        assert b"<img" not in page
        assert b"<script>alert" not in page
