"""Work on many units spread over several processes. A process that dies takes no other unit with it."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from speechgen.unexpected import WorkerDiedError

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

SEVERAL = 200  # units from which the start of more processes pays (benchmarks/batch.py)
_CHUNK = 20  # units that a process works on before it hands them over
_AHEAD = 3  # chunks that each process may be ahead of the writing: whole speeches wait there, in memory
_MOST = 8  # processes; the one that writes keeps no more than these busy
_TRIES = 2  # times that a unit is tried in a process of its own: the first may be killed for what others used

_Tool = TypeVar("_Tool")
_Job = TypeVar("_Job")
_Done = TypeVar("_Done")


def spread(
    jobs: Sequence[_Job],
    tool: _Tool,
    make: Callable[[], _Tool],
    work: Callable[[_Tool, _Job], _Done],
    failed: Callable[[_Job, Exception], _Done],
) -> Generator[_Done, None, None]:
    """What `work` gives for each job, in their order: with `tool` in this process, or in several that make one each.

    `work` raises nothing. `failed` is asked where a job ends its process: the jobs that were being worked on are then
    done again, one at a time in a process of its own, so that only those fail that end it again.
    """
    processes = min(_MOST, os.cpu_count() or 1)
    if len(jobs) < SEVERAL or processes == 1:
        yield from (work(tool, job) for job in jobs)
        return
    done = 0
    while done < len(jobs):
        try:
            for result in _in_chunks(jobs[done:], partial(_pool, processes, make), processes * _AHEAD, work):
                done += 1
                yield result
        except Exception:  # a process died, could not be started, or could not hand its results over
            doubtful = jobs[done : done + processes * _AHEAD * _CHUNK]
            for result in _one_by_one(doubtful, partial(_pool, 1, make), tool, work, failed):
                done += 1
                yield result


def _in_chunks(
    jobs: Sequence[_Job],
    start: Callable[[], ProcessPoolExecutor],
    ahead: int,
    work: Callable[[_Tool, _Job], _Done],
) -> Generator[_Done, None, None]:
    with start() as pool:
        try:
            chunks = (jobs[first : first + _CHUNK] for first in range(0, len(jobs), _CHUNK))
            begun = deque(pool.submit(_work, work, chunk) for chunk in islice(chunks, ahead))
            while begun:
                done = begun.popleft().result()
                begun.extend(pool.submit(_work, work, chunk) for chunk in islice(chunks, 1))
                yield from done
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _one_by_one(
    jobs: Sequence[_Job],
    start: Callable[[], ProcessPoolExecutor],
    tool: _Tool,
    work: Callable[[_Tool, _Job], _Done],
    failed: Callable[[_Job, Exception], _Done],
) -> Generator[_Done, None, None]:
    from concurrent.futures import BrokenExecutor

    done = tries = 0
    while done < len(jobs):
        pool = _started(start)
        if pool is None:
            yield from (work(tool, job) for job in jobs[done:])
            return
        with pool:
            try:
                while done < len(jobs):
                    result = pool.submit(_work, work, [jobs[done]]).result()
                    done, tries = done + 1, 0
                    yield from result
            except Exception as error:
                tries += 1
                if tries == _TRIES:
                    yield failed(jobs[done], WorkerDiedError() if isinstance(error, BrokenExecutor) else error)
                    done, tries = done + 1, 0


def _started(start: Callable[[], ProcessPoolExecutor]) -> ProcessPoolExecutor | None:
    """A pool with a process in it; None where the system gives no more processes."""
    try:
        pool = start()
        pool.submit(int)
    except (OSError, ImportError, RuntimeError):
        return None
    return pool


def _pool(processes: int, make: Callable[[], _Tool]) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(processes, initializer=_begin, initargs=(make,))


# In a process of the pool: the tool that it keeps from one job to the next.
_TOOLS: list[Any] = []


def _begin(make: Callable[[], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the writing process's to handle
    _TOOLS[:] = [make()]


def _work(work: Callable[[_Tool, _Job], _Done], jobs: Sequence[_Job]) -> list[_Done]:
    return [work(_TOOLS[0], job) for job in jobs]
