"""The server of the review pages: for this computer's own browser, and nobody else.

It listens on the loopback interface only. A page of another site could still make a browser ask it: so a request whose
Host is none of loopback's names (DNS rebinding) is refused, and one that another origin sends (RFC 6454; Fetch Metadata
Request Headers, W3C). There is nothing to be had from it but the pages: no address names a file.
"""

from __future__ import annotations

import os
import secrets
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from typing import Any
from urllib.parse import unquote

from speechgen.preview.pages import missing_page
from speechgen.preview.units import Units

LOOPBACK = "127.0.0.1"
_NAMES = (LOOPBACK, "localhost", "[::1]")
_OWN = ("same-origin", "none")  # the site that a request comes from: this one, or the address bar
_USUAL_PORT = 80  # which browsers do not say
_BEAT = 15.0  # seconds after which a browser that waits is told that the server is there
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}


class Server(ThreadingMixIn, TCPServer):
    """Serves the pages of `units` on loopback. `port` 0 takes any that is free. Raises OSError where it is taken."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would let two servers have one port

    def __init__(self, units: Units, port: int) -> None:
        self.units = units
        self._run = secrets.token_hex(4)  # a page of an earlier run knows by it that it is old
        self._changes = 0
        self._changed = threading.Condition()
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        """Where the index is."""
        return f"http://{LOOPBACK}:{self.port}/"

    def tell(self) -> None:
        """Let every page know that something has changed."""
        with self._changed:
            self._changes += 1
            self._changed.notify_all()

    @property
    def version(self) -> str:
        """What the pages of this run are made from by now."""
        return f"{self._run}-{self._changes}"

    def version_after(self, version: str) -> str:
        """The version as soon as it is another, or some seconds have passed."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != version, _BEAT)
            return self.version

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle of an answer is nothing to be told; anything else is."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "speechgen", ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer a page of ours, or the person at this computer; nobody else."""
        if not self._is_ours():
            self._answer(HTTPStatus.FORBIDDEN, b"not for this origin", "text/plain")
            return
        self.close_connection = self.close_connection or "Content-Length" in self.headers  # what follows is no request
        path, version = self.path.partition("?")[0], self.server.version
        if path == "/changes" and self.command == "GET":
            self._stream()
        elif path == "/":
            self._answer(HTTPStatus.OK, self.server.units.index(version))
        else:
            folder, _, key = path.removeprefix("/").partition("/")
            page = self.server.units.page(unquote(key), version) if folder == "units" else None
            status = HTTPStatus.NOT_FOUND if page is None else HTTPStatus.OK
            self._answer(status, page or missing_page(self.server.units.language, version))

    def do_HEAD(self) -> None:
        """As GET, without the page."""
        self.do_GET()

    def _is_ours(self) -> bool:
        hosts = {f"{name}:{self.server.port}" for name in _NAMES}
        if self.server.port == _USUAL_PORT:
            hosts |= set(_NAMES)
        host = self.headers.get("Host", "").lower()
        origin = self.headers.get("Origin")
        is_same = origin is None or origin.lower() == f"http://{host}"
        return host in hosts and is_same and self.headers.get("Sec-Fetch-Site", "none") in _OWN

    def _answer(self, status: HTTPStatus, content: bytes, kind: str = "text/html") -> None:
        self.send_response(status)
        self._send_headers({"Content-Type": f"{kind}; charset=utf-8", "Content-Length": str(len(content))})
        if self.command != "HEAD":
            self.wfile.write(content)

    def _stream(self) -> None:
        """Server-sent events (WHATWG HTML, 9.2): the version now, then each new one."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self._send_headers({"Content-Type": "text/event-stream"})
        version = self.server.version
        while True:
            self.wfile.write(f"data: {version}\n\n".encode())
            self.wfile.flush()
            version = self.server.version_after(version)

    def _send_headers(self, own: dict[str, str]) -> None:
        for name, value in {**_HEADERS, **own}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Nobody reads a log of one's own requests."""
