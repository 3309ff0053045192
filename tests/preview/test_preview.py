"""Preview's server: it serves the pages to browsers on this computer only, and updates them when files change."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from speechgen.preview.server import Server
from speechgen.preview.units import Units

from ..conftest import ROOT, Run
from ..workspaces import FEW, UNIT, example_workspace, replace, unit_file

Answer = tuple[int, str]
Ask = Callable[..., Answer]
PAGE = f"/units/{quote(UNIT)}"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = example_workspace(tmp_path, FEW)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def units(workspace: Path) -> Units:
    units = Units([])
    units.refresh()
    units.refresh_index()
    return units


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running preview whose files do not change, shared by the tests."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.chdir(example_workspace(tmp_path_factory.mktemp("served"), FEW))
        units = Units([])
        units.refresh()
        units.refresh_index()
        server = Server(units, 0)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def ask(server: Server) -> Ask:
    """Sends a request with exactly these headers, and returns the status and the body."""

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


def test_the_index_and_the_page_of_a_unit_are_served(ask: Ask) -> None:
    status, index = ask("/")
    assert status == 200
    assert index.count('<span class="state') == len(FEW)
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
def test_requests_for_other_hosts_or_from_other_origins_are_refused(
    ask: Ask, server: Server, path: str, headers: dict[str, str]
) -> None:
    filled = {name: value.format(port=server.port) for name, value in headers.items()}
    assert ask(path, **filled) == (403, "not for this origin")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_all_names_of_the_loopback_interface_are_accepted(ask: Ask, server: Server, name: str) -> None:
    host = f"{name}:{server.port}"
    assert ask("/", Host=host, Origin=f"http://{host}", Sec_Fetch_Site="same-origin")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_other_methods_are_refused(ask: Ask, method: str) -> None:
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
def test_no_url_names_a_file(ask: Ask, path: str) -> None:
    status, page = ask(path)
    assert status == 404
    assert "Unit not found" in page


def test_it_listens_on_the_loopback_interface_only(server: Server) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.port}/"


def test_a_page_cannot_be_framed_cached_or_read_as_another_type(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("GET", "/")
    headers = connection.getresponse().headers
    connection.close()
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_open_pages_are_notified_of_changes(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request("GET", "/changes")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"].startswith("text/event-stream")
    run, _, number = server.version.partition("-")
    assert [answer.fp.readline(), answer.fp.readline()] == [f"data: {server.version}\n".encode(), b"\n"]
    server.notify()
    assert answer.fp.readline() == f"data: {run}-{int(number) + 1}\n".encode()
    connection.close()


def _page(units: Units, unit: str = UNIT) -> str:
    return (units.page(unit, "1") or b"").decode()


def _index(units: Units) -> str:
    """The index without style and scripts."""
    return units.index("1").decode().split("</style>")[1].split("<script>")[0]


def test_a_page_is_built_from_the_current_files(units: Units, workspace: Path) -> None:
    replace(unit_file(workspace), ("name: 市中级人民法院", "name: 市法院"))
    assert 'id="words-1" aria-describedby="note-1">市法院<' in _page(units)


def test_a_page_has_the_version_it_was_built_from(units: Units) -> None:
    assert '<html lang="en" data-version="7">' in (units.page(UNIT, "7") or b"").decode()


def test_nothing_is_read_again_if_no_file_has_changed(units: Units) -> None:
    assert not units.refresh()
    assert units.is_index_current


def test_problems_found_by_comparing_units_are_on_the_page(units: Units, workspace: Path) -> None:
    copy = unit_file(workspace, "县法院")
    copy.write_text(unit_file(workspace).read_text(encoding="utf-8").replace(UNIT, "县人民法院"), encoding="utf-8")
    assert units.refresh()
    units.refresh_index()
    pages = [_page(units), _page(units, "县法院")]
    assert sorted("<code>alike</code>" in page for page in pages) == [False, True]
    rows = [row for row in _index(units).split("<tr ") if "法院.yaml" in row]
    assert [re.findall(r">(\d+)% ", row) for row in rows] == [["96"], ["96"]]


def test_a_single_unit_is_compared_when_another_is_added(workspace: Path) -> None:
    for unit in FEW:
        if unit != UNIT:
            unit_file(workspace, unit).unlink()
    units = Units([])
    units.refresh()
    units.refresh_index()
    assert "<code>alike</code>" not in _page(units)
    test_problems_found_by_comparing_units_are_on_the_page(units, workspace)


@pytest.mark.skipif(sys.platform == "win32", reason="creating links needs a permission there")
def test_a_link_to_a_file_outside_the_workspace_is_not_shown(units: Units, workspace: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("unit: {name: 不给人看}\n", encoding="utf-8")
    os.symlink(secret, workspace / "units" / "链接.yaml")
    units.refresh()
    units.refresh_index()
    assert "outside-workspace" in _page(units, "链接")
    assert "不给人看" not in _page(units, "链接") + _index(units)


def test_broken_settings_are_reported_and_pages_recover(units: Units, workspace: Path) -> None:
    replace(workspace / "speechgen.yaml", ("formats: [", "formats: [doc, "))
    assert units.refresh()
    for page in (_index(units), _page(units)):
        assert "speechgen.yaml:3" in page
    assert UNIT not in _page(units).split("<title>")[1].split("</title>")[0].replace(f"units/{UNIT}.yaml", "")
    replace(workspace / "speechgen.yaml", ("formats: [doc, ", "formats: ["))
    assert units.refresh()
    units.refresh_index()
    assert "speechgen.yaml:3" not in _index(units)
    assert f"在{UNIT}党的" in _page(units).split("<title>")[1]


@pytest.mark.parametrize("file", ["template.yaml", "speech.md.j2"])
def test_pages_recover_from_a_broken_template_outside_the_workspace(workspace: Path, tmp_path: Path, file: str) -> None:
    template = tmp_path / "own"
    shutil.copytree(ROOT / "templates" / "mass-line-summary", template)
    units = Units([], str(template))
    units.refresh()
    units.refresh_index()
    assert template.resolve() in units.folders
    words = (template / file).read_text(encoding="utf-8")
    (template / file).write_text("{% if {", encoding="utf-8")
    assert units.refresh()
    assert f"own/{file}" in _page(units)
    assert template.resolve() in units.folders
    (template / file).write_text(words, encoding="utf-8")
    assert units.refresh()
    assert f"在{UNIT}党的" in _page(units).split("<title>")[1]


def test_a_workspace_that_is_broken_at_the_start_is_watched(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace.parent)
    replace(workspace / "speechgen.yaml", ("formats: [", "formats: [doc, "))
    units = Units([Path("workspace/units")])
    assert units.refresh()
    assert "workspace/speechgen.yaml:3" in _index(units)
    assert workspace.resolve() in units.folders
    replace(workspace / "speechgen.yaml", ("formats: [doc, ", "formats: ["))
    assert units.refresh()
    units.refresh_index()
    assert _index(units).count('<span class="state') == len(FEW)


def test_only_the_changed_unit_is_built_again(units: Units, workspace: Path) -> None:
    before = dict(units.cache)
    replace(unit_file(workspace), ("shortcomings: 33", "shortcomings: 334"))
    assert units.refresh()
    units.refresh_index()
    assert [path.stem for path, unit in units.cache.items() if before[path] is not unit] == [UNIT]


def test_a_changed_unit_name_rebuilds_every_unit(units: Units, workspace: Path) -> None:
    before = dict(units.cache)
    replace(unit_file(workspace), ("name: 市中级人民法院", "name: 市法院"))
    assert units.refresh()
    units.refresh_index()
    assert len(units.cache) == len(FEW)
    assert all(before[path] is not unit for path, unit in units.cache.items())


def test_units_can_be_renamed_moved_away_and_back(units: Units, workspace: Path) -> None:
    unit_file(workspace).rename(unit_file(workspace, "县法院"))
    assert units.refresh()
    units.refresh_index()
    assert units.page(UNIT, "1") is None
    assert f"在{UNIT}党的" in _page(units, "县法院")
    shutil.move(workspace / "units", workspace / "later")
    assert units.refresh()
    assert "no-units" in _page(units, "县法院")
    shutil.move(workspace / "later", workspace / "units")
    assert units.refresh()
    assert f"在{UNIT}党的" in _page(units, "县法院")


def test_the_index_lists_edited_speeches(run: Run, units: Units, workspace: Path) -> None:
    run("generate", UNIT, "-f", "txt")
    path = workspace / "speeches" / f"{UNIT}.txt"
    path.write_text(path.read_text(encoding="utf-8") + "谢谢！\n", encoding="utf-8")
    units.refresh_index()
    (row,) = [row for row in _index(units).split("<tr ") if f"units/{UNIT}.yaml" in row]
    assert f"edited by hand (checked by speechgen check): <code>{UNIT}.txt</code>" in row
    assert _index(units).count("edited by hand") == 1


def test_a_unit_file_outside_a_workspace_is_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "standalone.yaml"
    shutil.copy(ROOT / "examples" / "standalone.yaml", file)
    units = Units([Path("standalone.yaml")])
    assert units.refresh()
    units.refresh_index()
    assert tmp_path.resolve() not in units.folders
    assert units.has_loose_units
    file.write_text("unit：\n", encoding="utf-8")
    assert units.refresh()
    assert "full-width-colon" in _page(units, "standalone")


def test_an_error_in_a_page_is_printed_to_the_terminal(
    server: Server, ask: Ask, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(version: str) -> bytes:
        raise ValueError("an error of the program")

    monkeypatch.setattr(server.units, "index", fails)
    with pytest.raises(http.client.RemoteDisconnected):
        ask("/")
    assert "an error of the program" in capsys.readouterr().err
