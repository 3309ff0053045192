"""Run `speechgen` on many workspaces, each in a process of its own that may take 5 seconds and 500 MB.

A line of standard input has a workspace as JSON: a command line and the content of each file. The line of standard
output for it has what the run gave. The processes are forked, as starting Python takes longer than most of the runs,
after a run in the first process that loads the modules and compiles the patterns of the rules.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import tempfile
from pathlib import Path

SECONDS = 5
MEGABYTES = 500


_ORDINARY = {
    "speechgen.yaml": "template: ./t\nformats: [md]\n",
    "t/template.yaml": "title: t\nlanguage: en\n",
    "t/speech.md.j2": "---\ntitle: T\n---\nTo {{ unit.name }}{{ nothing }}.\n",
    "units/u.yaml": "unit: {name: X}\n",
}


def _run(line: str, files: dict[str, str], *, limited: bool = True) -> dict[str, object]:
    from typer.testing import CliRunner

    from speechgen.cli import app

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        for name, content in files.items():
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_text(content, encoding="utf-8")
        if limited:
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
        result = CliRunner().invoke(app, line.split())
        os.chdir("/")
    exception = None if isinstance(result.exception, SystemExit) else result.exception
    return {"status": result.exit_code, "output": result.output[:20_000], "traceback": repr(exception)[:500]}


def _forked(line: str, files: dict[str, str]) -> dict[str, object]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "w", encoding="utf-8") as pipe:
            json.dump(_run(line, files), pipe)
            pipe.flush()
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        given = pipe.read()
    os.waitpid(child, 0)
    return json.loads(given) if given else {"status": None, "output": "", "traceback": "killed"}


if __name__ == "__main__":
    _run("generate", _ORDINARY, limited=False)  # loads once, for all
    gc.freeze()  # or each process would copy what it looks at
    for workspace in sys.stdin:
        print(json.dumps(_forked(*json.loads(workspace))), flush=True)
