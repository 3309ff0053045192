"""Processes that build units in parallel have the language of the main process, however they are started."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator

import pytest

from speechgen.messages import ENGLISH, choose, translated
from speechgen.pipeline import workers


@pytest.fixture(params=multiprocessing.get_all_start_methods())
def start_method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(workers, "MIN_FOR_PROCESSES", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    before = multiprocessing.get_start_method()
    multiprocessing.set_start_method(request.param, force=True)
    yield request.param
    multiprocessing.set_start_method(before, force=True)
    choose(ENGLISH)


def _in_words(_tool: object, text: str) -> str:
    return f"{multiprocessing.current_process().name}: {translated(text)}"


def _failed(text: str, error: Exception) -> str:
    raise AssertionError(text) from error


def test_processes_speak_the_language_of_the_main_process(start_method: str) -> None:
    choose("zh-CN")
    results = list(workers.map_in_processes(["no problems", "no problems"], None, int, _in_words, _failed))
    assert [each.partition(": ")[2] for each in results] == ["没有问题", "没有问题"]
    assert "MainProcess" not in {each.partition(": ")[0] for each in results}
