"""What several tests share: running the program in its own folder, and refreshing golden files."""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings
from typer.testing import CliRunner, Result

from speechgen.messages import ENGLISH, choose

from .forked_program import ForkedProgram

ROOT = Path(__file__).parent.parent

os.environ["SPEECHGEN_LANG"] = "en"  # of messages, whatever the language of the system; tests of others choose theirs

settings.register_profile("speechgen", deadline=None)  # no timed assertions: what is slow is measured in benchmarks/
settings.load_profile("speechgen")

Run = Callable[..., Result]
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh-goldens", action="store_true", help="rewrite the golden files; review the diff")
    parser.addoption("--no-skips", action="store_true", help="a test that would be skipped fails, with the reason")


def pytest_collection_finish() -> None:
    gc.freeze()  # what the tests are made of: each collection of garbage would look at it again
    gc.set_threshold(20_000)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _failed_if_skipped((yield), item.config)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _failed_if_skipped((yield), collector.config)


def _failed_if_skipped(report: Report, config: pytest.Config) -> Report:
    if config.getoption("--no-skips") and isinstance(report.longrepr, tuple):  # the file, line and reason of a skip
        report.outcome, report.longrepr = "failed", report.longrepr[2]
    return report


def compare_golden(path: Path, words: str, *, refresh: bool) -> None:
    """Compare words with a golden file, byte for byte, or write it."""
    if refresh:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(words.encode())
    assert words == path.read_bytes().decode()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares words to a golden file, or writes it."""

    def compare(name: str, words: str) -> None:
        compare_golden(ROOT / "tests/goldens" / name, words, refresh=request.config.getoption("--refresh-goldens"))

    return compare


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Runs `speechgen ARGUMENTS…` in a new folder, as its user would."""
    from speechgen.cli import app

    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(app, list(arguments), catch_exceptions=False)

    yield invoke
    choose(ENGLISH)  # a run may have chosen another language


@pytest.fixture(scope="session")
def forked_program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForkedProgram]:
    program = ForkedProgram(tmp_path_factory.mktemp("cache"))
    yield program
    program.close()


def spots(result: Result) -> list[tuple[str, int, int, str]]:
    """File, line, column and code of each problem that a run reported."""
    found = re.findall(r"^(.+?):(\d+):(\d+): \w+\[([\w-]+)\]", result.output, re.MULTILINE)
    return [(file, int(line), int(column), code) for file, line, column, code in found]
