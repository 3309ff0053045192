"""Map a function over many items in several processes. If a process dies, only the item that killed it fails."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from speechgen.messages import choose, language
from speechgen.pipeline.unexpected import WorkerDiedError

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

MIN_FOR_PROCESSES = 200  # items from which several processes are faster (benchmarks/batch.py)
_CHUNK = 20  # items that a process works on at once
_AHEAD = 3  # chunks per process that may be ready but not consumed: they are in memory
_MAX_PROCESSES = 8  # the consuming process cannot keep more of them busy
_TRIES = 2  # of an item alone in a process: the first may be killed because others use too much memory

_Tool = TypeVar("_Tool")
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def map_in_processes(
    items: Sequence[_Item],
    tool: _Tool,
    make: Callable[[], _Tool],
    work: Callable[[_Tool, _Item], _Result],
    failed: Callable[[_Item, Exception], _Result],
) -> Generator[_Result, None, None]:
    """Yield `work(tool, item)` for each item, in order: in this process with `tool`, or in several, each with its own
    tool from `make`.

    `work` must not raise. If a process dies, the items in progress are tried again, one at a time in a process of their
    own; for those that kill it again, `failed` gives the result.
    """
    processes = min(_MAX_PROCESSES, os.cpu_count() or 1)
    if len(items) < MIN_FOR_PROCESSES or processes == 1:
        yield from (work(tool, item) for item in items)
        return
    done = 0
    while done < len(items):
        try:
            for result in _in_chunks(items[done:], partial(_pool, processes, make), processes * _AHEAD, work):
                done += 1
                yield result
        except Exception:  # a process died, could not be started, or could not return its results
            in_progress = items[done : done + processes * _AHEAD * _CHUNK]
            for result in _one_by_one(in_progress, partial(_pool, 1, make), tool, work, failed):
                done += 1
                yield result


def _in_chunks(
    items: Sequence[_Item],
    start: Callable[[], ProcessPoolExecutor],
    ahead: int,
    work: Callable[[_Tool, _Item], _Result],
) -> Generator[_Result, None, None]:
    pool = start()
    try:
        chunks = (items[first : first + _CHUNK] for first in range(0, len(items), _CHUNK))
        submitted = deque(pool.submit(_work, work, chunk) for chunk in islice(chunks, ahead))
        while submitted:
            done = submitted.popleft().result()
            submitted.extend(pool.submit(_work, work, chunk) for chunk in islice(chunks, 1))
            yield from done
    finally:
        # Wait: a pool that still ends when Python exits can print a traceback, "Bad file descriptor".
        pool.shutdown(wait=True, cancel_futures=True)


def _one_by_one(
    items: Sequence[_Item],
    start: Callable[[], ProcessPoolExecutor],
    tool: _Tool,
    work: Callable[[_Tool, _Item], _Result],
    failed: Callable[[_Item, Exception], _Result],
) -> Generator[_Result, None, None]:
    from concurrent.futures import BrokenExecutor

    done = tries = 0
    while done < len(items):
        pool = _started(start)
        if pool is None:
            yield from (work(tool, item) for item in items[done:])
            return
        with pool:
            try:
                while done < len(items):
                    result = pool.submit(_work, work, [items[done]]).result()
                    done, tries = done + 1, 0
                    yield from result
            except Exception as error:
                tries += 1
                if tries == _TRIES:
                    yield failed(items[done], WorkerDiedError() if isinstance(error, BrokenExecutor) else error)
                    done, tries = done + 1, 0


def _started(start: Callable[[], ProcessPoolExecutor]) -> ProcessPoolExecutor | None:
    """A pool with a running process; None if the system cannot start one."""
    try:
        return start()
    except (OSError, ImportError, RuntimeError):
        return None


def _pool(processes: int, make: Callable[[], _Tool]) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(processes, initializer=_initialize, initargs=(make, language()))
    with _interrupts_blocked():
        pool.submit(int)  # starts its processes
    return pool


@contextmanager
def _interrupts_blocked() -> Generator[None, None, None]:
    """Deliver interrupts later: one that reaches a new process before `_initialize` would print a traceback."""
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# In a process of the pool: its tool, kept for all its items.
_TOOLS: list[Any] = []


def _initialize(make: Callable[[], object], code: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process handles interrupts
    threading.Thread(target=_end_with_parent, daemon=True).start()
    choose(code)
    _TOOLS[:] = [make()]


def _end_with_parent() -> None:
    """End this process when the main process has ended: killed, it cannot end its processes itself."""
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(work: Callable[[_Tool, _Item], _Result], items: Sequence[_Item]) -> list[_Result]:
    return [work(_TOOLS[0], item) for item in items]
