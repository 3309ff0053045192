"""Preview's server: pages for this computer's own browser, and nothing for anybody else."""

from __future__ import annotations

import http.client
import os
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from speechgen.preview.server import Server
from speechgen.preview.units import Units

from .conftest import Run
from .workspaces import UNIT, example_workspace, replace, unit_file

Answer = tuple[int, str]
Ask = Callable[..., Answer]
PAGE = f"/units/{quote(UNIT)}"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = example_workspace(tmp_path)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def units(workspace: Path) -> Units:
    units = Units([])
    units.renew()
    units.survey()
    return units


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A preview that is only looked at: one for all tests."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.chdir(example_workspace(tmp_path_factory.mktemp("served")))
        units = Units([])
        units.renew()
        units.survey()
        server = Server(units, 0)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def ask(server: Server) -> Ask:
    """Sends a request as it stands, and gives the answer's status and words."""

    def asked(path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
        connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        words = answer.read().decode()
        connection.close()
        return answer.status, words

    return asked


def test_pages(ask: Ask) -> None:
    status, index = ask("/")
    assert status == 200
    assert index.count('<span class="state') == 8
    assert PAGE in index
    status, page = ask(PAGE)
    assert status == 200
    assert f"units/{UNIT}.yaml:2" in page
    assert ask(PAGE, "HEAD") == (200, "")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "speeches.example"},
        {"Host": "speeches.example:{port}"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:{port}.example"},
        {"Host": ""},
        {"Origin": "https://speeches.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["/", PAGE, "/changes"])
def test_others_are_refused(ask: Ask, server: Server, path: str, headers: dict[str, str]) -> None:
    filled = {name: value.format(port=server.port) for name, value in headers.items()}
    assert ask(path, **filled) == (403, "not for this origin")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_loopbacks_own_names_are_not(ask: Ask, server: Server, name: str) -> None:
    host = f"{name}:{server.port}"
    assert ask("/", Host=host, Origin=f"http://{host}", Sec_Fetch_Site="same-origin")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(ask: Ask, method: str) -> None:
    assert ask("/", method)[0] == 501


@pytest.mark.parametrize(
    "path",
    [
        "/speechgen.yaml",
        f"/units/{quote(UNIT)}.yaml",
        "/units/../speechgen.yaml",
        "/units/..%2Fspeechgen",
        "/units/%2Fetc%2Fpasswd",
        "/units/",
        "/units/" + "x" * 5000,
        "/etc/passwd",
        "//etc/passwd",
        "/%00",
        "/favicon.ico",
    ],
    ids=lambda path: path[:30],
)
def test_no_address_names_a_file(ask: Ask, path: str) -> None:
    status, page = ask(path)
    assert status == 404
    assert "没有这个单位" in page


def test_it_listens_on_loopback_alone(server: Server) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.port}/"


def test_a_page_may_not_be_framed_kept_or_guessed_at(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("GET", "/")
    headers = connection.getresponse().headers
    connection.close()
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_changes_are_told(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request("GET", "/changes")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"].startswith("text/event-stream")
    assert [answer.fp.readline(), answer.fp.readline()] == [b"data: 0\n", b"\n"]
    server.tell()
    assert answer.fp.readline() == b"data: 1\n"
    connection.close()


def test_a_page_is_as_the_files_are(units: Units, workspace: Path) -> None:
    replace(unit_file(workspace), ("name: 市中级人民法院", "name: 市法院"))
    page = units.page(UNIT)
    assert page is not None
    assert 'id="words-1" aria-describedby="note-1">市法院<' in page.decode()


def test_what_the_page_shows_beside_others(units: Units, workspace: Path) -> None:
    copy = unit_file(workspace, "县法院")
    copy.write_text(unit_file(workspace).read_text(encoding="utf-8").replace(UNIT, "县人民法院"), encoding="utf-8")
    units.renew({copy.resolve()})
    units.survey()
    page = units.page("县法院") or units.page(UNIT)
    assert page is not None
    assert "<code>alike</code>" in (units.page(UNIT) or b"").decode() + (units.page("县法院") or b"").decode()
    assert "100%" in units.index().decode()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_out_of_the_workspace_is_not_followed(units: Units, workspace: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("unit: {name: 不给人看}\n", encoding="utf-8")
    os.symlink(secret, workspace / "units" / "链接.yaml")
    units.renew()
    units.survey()
    page = units.page("链接")
    assert page is not None
    assert "outside-workspace" in page.decode()
    assert "不给人看" not in page.decode()
    assert "不给人看" not in units.index().decode()


def test_a_workspace_whose_settings_break_says_so_and_recovers(units: Units, workspace: Path) -> None:
    replace(workspace / "speechgen.yaml", ("formats: [", "formats: [doc, "))
    units.renew({(workspace / "speechgen.yaml").resolve()})
    units.survey()
    for page in (units.index(), units.page(UNIT) or b""):
        assert "speechgen.yaml:" in page.decode()
    replace(workspace / "speechgen.yaml", ("formats: [doc, ", "formats: ["))
    units.renew({(workspace / "speechgen.yaml").resolve()})
    assert "broken" not in units.index().decode().split("</style>")[1].split("<script>")[0]


def test_one_changed_unit_is_made_anew_and_no_other(units: Units, workspace: Path) -> None:
    before = dict(units.known)
    replace(unit_file(workspace), ("shortcomings: 33", "shortcomings: 34"))
    units.renew({unit_file(workspace).resolve()})
    units.survey()
    made = [path.stem for path, unit in units.known.items() if before[path] is not unit]
    assert made == [UNIT]


def test_a_new_name_concerns_every_unit(units: Units, workspace: Path) -> None:
    before = dict(units.known)
    replace(unit_file(workspace), ("name: 市中级人民法院", "name: 市法院"))
    units.renew({unit_file(workspace).resolve()})
    units.survey()
    assert all(before[path] is not unit for path, unit in units.known.items())


def test_a_port_that_is_taken_is_wrong_usage(run: Run, workspace: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("preview", "--port", str(port), "--no-open")
    assert result.exit_code == 2
    assert f"cannot serve at port {port}" in " ".join(result.output.split())


def test_without_a_workspace_nothing_is_served(run: Run) -> None:
    result = run("preview", "--no-open")
    assert result.exit_code == 1
    assert "error[no-workspace]" in result.output


def test_without_its_package_it_says_what_to_install(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = run("preview", "--no-open")
    assert result.exit_code == 1
    assert "pip install 'speechgen[preview]'" in result.output
