"""`speechgen preview`: its options. The pages are tested in tests/preview/test_preview.py."""

from __future__ import annotations

import http.client
import re
import socket
import socketserver
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest
import typer

from ..conftest import Run
from .cases import Case, case, each_line
from .conftest import Pinned

UNIT = "市水务局"


class Visit:
    """Requests a unit's page once, as a browser would."""

    def __init__(self) -> None:
        self.port = 0
        self.title = ""
        self.opened: list[str] = []

    def request_page(self, server: socketserver.TCPServer) -> None:
        self.port = server.socket.getsockname()[1]
        serving = threading.Thread(target=SERVE, args=(server, 0.02))
        serving.start()
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            connection.request("GET", f"/units/{quote(UNIT)}")
            page = connection.getresponse().read().decode()
            connection.close()
        finally:
            server.shutdown()
            serving.join()
        self.title = re.findall("<title>(.*)</title>", page)[0]


SERVE = socketserver.BaseServer.serve_forever


@pytest.fixture(autouse=True)
def visit(monkeypatch: pytest.MonkeyPatch) -> Iterator[Visit]:
    """Instead of serving until Ctrl-C, serve one request and raise KeyboardInterrupt; open no browser."""
    visit = Visit()

    def serve_forever(server: socketserver.TCPServer, *_: object) -> None:
        visit.request_page(server)
        raise KeyboardInterrupt

    monkeypatch.setattr(socketserver.BaseServer, "serve_forever", serve_forever)
    monkeypatch.setattr(typer, "launch", visit.opened.append)
    interval = sys.getswitchinterval()
    yield visit
    sys.setswitchinterval(interval)


CASES = (
    case("help", "preview --help", "preview -h"),
    case("help-in-chinese", "preview --lang zh-CN --help", "preview --help --lang=zh"),
    case("workspace", "preview", "preview units", f"preview {UNIT}", "preview --open", "preview --no-open"),
    case("template", "preview --template thanks", "preview -t thanks"),
    case("port", "preview --port {port}"),
    case("any-port", "preview --port 0"),
    case("port-too-high", "preview --port 65536", status=2),
    case("port-below-zero", "preview --port -1", status=2),
    case("port-is-no-number", "preview --port http", status=2),
    case("in-chinese", "preview --lang zh-CN"),
    case("port-is-no-number-in-chinese", "preview --port http --lang zh-CN", status=2),
    case("no-such-unit", "preview 市水物局", status=1),
    case("no-workspace", "preview", status=1, folder="empty"),
    case("lacks-a-package", "preview", status=1, without="watchfiles"),
    case("unknown-option", "preview --format html", status=2),
)


@each_line(CASES)
def test_preview(pinned: Pinned, case: Case, line: str) -> None:
    pinned(case, line)


@pytest.mark.parametrize(("options", "title"), [([], f"在{UNIT}的讲话"), (["-t", "thanks"], f"向{UNIT}致谢")])
def test_the_template_option_is_used(run: Run, workspace: Path, visit: Visit, options: list[str], title: str) -> None:
    run("preview", *options)
    assert title in visit.title


def test_open_opens_the_browser(run: Run, workspace: Path, visit: Visit) -> None:
    run("preview", "--open")
    assert visit.opened == [f"http://127.0.0.1:{visit.port}/"]


@pytest.mark.parametrize("options", [[], ["--no-open"]], ids=["no terminal", "--no-open"])
def test_the_browser_is_not_opened(run: Run, workspace: Path, visit: Visit, options: list[str]) -> None:
    assert run("preview", *options).exit_code == 0
    assert visit.opened == []


def test_the_port_option_is_used(run: Run, workspace: Path, visit: Visit, free_port: int) -> None:
    run("preview", "--port", str(free_port))
    assert visit.port == free_port


def test_if_the_default_port_is_in_use_a_free_one_is_used(run: Run, workspace: Path, visit: Visit) -> None:
    with socket.socket() as taken:
        with suppress(OSError):  # another program uses it already
            taken.bind(("127.0.0.1", 8765))
            taken.listen()
        assert run("preview").exit_code == 0
    assert visit.port not in {0, 8765}


def test_a_port_in_use_is_a_usage_error(run: Run, workspace: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("preview", "--port", str(port))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert f"cannot listen on port {port}" in result.stderr  # the rest is the system's message
