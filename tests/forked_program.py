"""The program in processes of its own, with other packages installed: forked, as importing it takes longer than a run.

The first process imports the program and generates a speech, so that its modules are loaded and its patterns compiled.
Where a test is about what a process imports, or the system has no fork, a new Python is started.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import IO, NamedTuple, NoReturn

ROOT = Path(__file__).parent.parent
EXAMPLES = ("life-meeting-review", "site-visit-closing")  # a template for each language


class Ended(NamedTuple):
    """The exit status of a process, and what it printed to both outputs."""

    status: int
    printed: str


class ForkedProgram:
    """Runs the program, with the packages in a folder installed, in the working folder of a user."""

    def __init__(self, cache: Path) -> None:
        self._environment = {"XDG_CACHE_HOME": str(cache), "COLUMNS": "200"}
        self._server: subprocess.Popen[str] | None = None

    def run(self, *arguments: str, folder: Path, site: Path) -> Ended:
        """Run `speechgen ARGUMENTS…`."""
        if sys.platform == "win32":
            return self.new_python("-m", "speechgen", *arguments, folder=folder, site=site)
        server = self._server = self._server or self._start()
        assert server.stdin
        assert server.stdout
        print(json.dumps((arguments, str(folder), str(site))), file=server.stdin, flush=True)
        return Ended(*json.loads(server.stdout.readline()))

    def new_python(self, *arguments: str, folder: Path, site: Path) -> Ended:
        """Run a new Python that can import the program and the packages."""
        done = subprocess.run(
            [sys.executable, "-X", "utf8", *arguments],
            cwd=folder,
            env=self._with_path(site),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return Ended(done.returncode, done.stdout)

    def close(self) -> None:
        if self._server:
            self._server.communicate()  # at the end of its input, it ends

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-X", "utf8", __file__],
            cwd=ROOT,
            env=self._with_path(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def _with_path(self, *folders: Path) -> dict[str, str]:
        path = os.pathsep.join(map(str, (ROOT / "src", *folders)))
        return {**os.environ, **self._environment, "PYTHONPATH": path}


# ---- the first process, and those that are forked from it


def _serve(requests: IO[str], answers: IO[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in EXAMPLES:
            shutil.copy(ROOT / f"templates/{name}/example.yaml", f"{folder}/{name}.yaml")
        assert _run(["generate", *(f"{name}.yaml" for name in EXAMPLES), "-f", "md", "-f", "txt"], folder) == 0
        os.chdir(ROOT)
    import docx  # noqa: F401 - which these speeches do not need

    assert "importlib.metadata" not in sys.modules  # or the packages of a run would not be looked for
    gc.freeze()  # or each process would copy what it looks at
    for request in requests:
        print(json.dumps(_forked(*json.loads(request))), file=answers, flush=True)


def _forked(arguments: list[str], folder: str, site: str) -> Ended:
    with tempfile.TemporaryFile() as output:
        child = os.fork()
        if child == 0:
            _become_program(arguments, folder, site, output.fileno())
        _, status = os.waitpid(child, 0)
        output.seek(0)
        return Ended(os.waitstatus_to_exitcode(status), output.read().decode("utf-8"))


def _become_program(arguments: list[str], folder: str, site: str, output: int) -> NoReturn:
    status = 1
    try:
        for stream in (1, 2):
            os.dup2(output, stream)
        sys.path[:1] = [folder, site]
        status = _run(arguments, folder)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _run(arguments: list[str], folder: str) -> int:
    from speechgen.__main__ import run

    os.chdir(folder)
    sys.argv = ["speechgen", *arguments]
    try:
        run()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


class InstalledProgram(NamedTuple):
    """The program with packages installed in `site`, and the folder of a workspace. Nothing ends in a traceback."""

    forked: ForkedProgram
    site: Path
    workspace: Path

    def run(self, *arguments: str, status: int = 0) -> str:
        """What `speechgen ARGUMENTS…` prints."""
        return _printed(self.forked.run(*arguments, folder=self.workspace, site=self.site), status)

    def python(self, code: str) -> str:
        """What a new Python prints that runs this code."""
        return _printed(self.forked.new_python("-c", code, folder=self.workspace, site=self.site), 0)


def _printed(ended: Ended, status: int) -> str:
    assert "Traceback" not in ended.printed
    assert ended.status == status, ended.printed
    return ended.printed


if __name__ == "__main__":
    with os.fdopen(os.dup(0), encoding="utf-8") as requests, os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        with open(os.devnull, "r+b", buffering=0) as nothing:
            for stream in (0, 1):
                os.dup2(nothing.fileno(), stream)
        _serve(requests, answers)
