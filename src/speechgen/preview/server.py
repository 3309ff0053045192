"""The web server of the review pages, for browsers on this computer only.

It listens on the loopback interface. A web page of another site could still make a browser send it requests, so it
refuses requests whose Host is not a name of the loopback interface (DNS rebinding), and requests from other origins
(RFC 6454; Fetch Metadata Request Headers, W3C). It serves the pages only: no URL names a file.
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
_LOOPBACK_NAMES = (LOOPBACK, "localhost", "[::1]")
_ALLOWED_SITES = ("same-origin", "none")  # Sec-Fetch-Site of our own pages and of the address bar
_DEFAULT_HTTP_PORT = 80  # browsers leave it out of Host
_HEARTBEAT = 15.0  # seconds between two events of a connection if nothing changes
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}


class Server(ThreadingMixIn, TCPServer):
    """Serves the pages of `units` on the loopback interface. `port` 0 is any free port; one in use raises OSError."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows two servers could listen on one port

    def __init__(self, units: Units, port: int) -> None:
        self.units = units
        self._run = secrets.token_hex(4)  # in the version, so that pages of an earlier run reload
        self._changes = 0
        self._changed = threading.Condition()
        self.error: OSError | None = None  # that stopped the server
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def port(self) -> int:
        """The port that the server listens on."""
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        """The URL of the index."""
        return f"http://{LOOPBACK}:{self.port}/"

    def notify(self) -> None:
        """Tell every open page that files have changed."""
        with self._changed:
            self._changes += 1
            self._changed.notify_all()

    @property
    def version(self) -> str:
        """The version of the pages: it changes with every `notify`, and with every run of the server."""
        return f"{self._run}-{self._changes}"

    def wait_for_change(self, version: str) -> str:
        """The current version, once it differs from `version` or a heartbeat has passed."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != version, _HEARTBEAT)
            return self.version

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Print a traceback, unless the browser closed the connection."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "speechgen", ""
    timeout = 60

    def do_GET(self) -> None:
        """Serve the index, a unit's page or the stream of changes to browsers on this computer."""
        if not self._is_allowed():
            self._respond(HTTPStatus.FORBIDDEN, b"not for this origin", "text/plain")
            return
        self.close_connection = (
            self.close_connection or "Content-Length" in self.headers or "Transfer-Encoding" in self.headers
        )  # the body is not read, so it must not be taken for the next request
        path, version = self.path.partition("?")[0], self.server.version
        if path == "/changes" and self.command == "GET":
            self._stream_changes()
        elif path == "/":
            self._respond(HTTPStatus.OK, self.server.units.index(version))
        else:
            folder, _, key = path.removeprefix("/").partition("/")
            unit = unquote(key, errors="surrogateescape")
            page = self.server.units.page(unit, version) if folder == "units" else None
            status = HTTPStatus.NOT_FOUND if page is None else HTTPStatus.OK
            self._respond(status, page or missing_page(self.server.units.language, version))

    def do_HEAD(self) -> None:
        """As GET, without a body."""
        self.do_GET()

    def _is_allowed(self) -> bool:
        hosts = {f"{name}:{self.server.port}" for name in _LOOPBACK_NAMES}
        if self.server.port == _DEFAULT_HTTP_PORT:
            hosts |= set(_LOOPBACK_NAMES)
        host = ", ".join(self.headers.get_all("Host", [])).lower()
        origin = self.headers.get("Origin")
        is_same_origin = origin is None or origin.lower() == f"http://{host}"
        return host in hosts and is_same_origin and self.headers.get("Sec-Fetch-Site", "none") in _ALLOWED_SITES

    def _respond(self, status: HTTPStatus, content: bytes, kind: str = "text/html") -> None:
        self.send_response(status)
        self._send_headers({"Content-Type": f"{kind}; charset=utf-8", "Content-Length": str(len(content))})
        if self.command != "HEAD":
            self.wfile.write(content)

    def _stream_changes(self) -> None:
        """Send the current version and then each new one, as server-sent events (WHATWG HTML, 9.2)."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self._send_headers({"Content-Type": "text/event-stream"})
        version = self.server.version
        while True:
            self.wfile.write(f"data: {version}\n\n".encode())
            self.wfile.flush()
            version = self.server.wait_for_change(version)

    def _send_headers(self, own: dict[str, str]) -> None:
        for name, value in {**_HEADERS, **own}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Log nothing."""
