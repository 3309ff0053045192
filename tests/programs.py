"""Programs and fonts that some tests need and a machine may lack.

python3 -m tests.programs     # prints the Debian packages of what is missing; needs only Python

Tests whose programs are missing or do not run are skipped: `pytest -r s` shows why, and with `pytest --no-skips` they
fail.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

FANDOL = Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol")
LIBERATION = Path("/usr/share/fonts/truetype/liberation")
_POPPLER = ("pdftotext", "pdftohtml", "pdfinfo", "pdftoppm")
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
LANGUAGE_SERVERS = ("1.25", "2.0")  # of yaml-language-server, which editors show unit files with
SECONDS = 60  # after which a program counts as hanging: LibreOffice takes about 5 for its first page


def chromium() -> str | None:
    """The path of Chromium or Chrome."""
    return next(filter(None, map(shutil.which, _CHROMIUM)), None)


def missing() -> dict[str, str]:
    """What this machine lacks, with the Debian package of each."""
    is_there = {
        ("chromium", "chromium"): chromium() is not None,
        ("soffice", "libreoffice-writer-nogui"): shutil.which("soffice") is not None,
        **{(name, "poppler-utils"): shutil.which(name) is not None for name in _POPPLER},
        ("node", "nodejs"): shutil.which("node") is not None,
        ("npm", "npm"): shutil.which("npm") is not None,
        ("Fandol fonts", "texlive-lang-chinese"): (FANDOL / "FandolSong-Regular.otf").is_file(),
        ("Liberation fonts", "fonts-liberation"): (LIBERATION / "LiberationSerif-Regular.ttf").is_file(),
    }
    return dict(need for need, there in is_there.items() if not there)


def why_no_browser() -> str | None:
    """Why no browser can be started; None if one is installed, whether or not it starts."""
    return _lack("chromium")


@cache
def why_no_pdf() -> str | None:
    """Why PDF files cannot be read; otherwise None."""
    return _lack(*_POPPLER) or next(filter(None, (_failure(name, "-v") for name in _POPPLER)), None)


def language_server(version: str) -> list[str]:
    """The command of yaml-language-server. `.ci/run` installs it in a folder per version and names their folder."""
    folder = Path(os.environ.get("SPEECHGEN_LANGUAGE_SERVERS", "."), version)
    return ["node", str(folder / "node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"]


def why_no_language_server(version: str) -> str | None:
    """The reason why yaml-language-server cannot be started, or None as far as can be seen without starting it."""
    if lack := _lack("node"):
        return lack
    folder = os.environ.get("SPEECHGEN_LANGUAGE_SERVERS")
    if folder is None:
        return "no yaml-language-server here: .ci/run installs it, and sets SPEECHGEN_LANGUAGE_SERVERS"
    install = f"npm install --prefix {folder}/{version} yaml-language-server@{version}"
    return None if Path(language_server(version)[1]).is_file() else f"no yaml-language-server {version}: {install}"


@cache
def why_no_pages() -> str | None:
    """Why Word files cannot be converted to PDF and read; otherwise None. Converts a line of text to find out."""
    lack = _lack("soffice", "Fandol fonts", "Liberation fonts") or why_no_pdf()
    if lack:
        return lack
    with tempfile.TemporaryDirectory(prefix="speechgen-probe-") as scratch:
        text = Path(scratch, "probe.txt")
        text.write_text("probe\n", encoding="utf-8")
        failure = _failure(*soffice(Path(scratch)), str(text))
        return failure or (None if text.with_suffix(".pdf").is_file() else "soffice writes no PDF file")


def soffice(folder: Path) -> list[str]:
    """The command that converts documents, given as arguments, to PDF in `folder`; its profile is there too."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    return ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]


def _lack(*names: str) -> str | None:
    lacking = {name: package for name, package in missing().items() if name in names}
    return f"no {', '.join(lacking)} here (Debian: {' '.join(sorted(set(lacking.values())))})" if lacking else None


def _failure(*command: str) -> str | None:
    """How a command fails; otherwise None."""
    with tempfile.TemporaryFile() as output:
        try:
            process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
        except OSError as error:
            return f"{command[0]} does not start: {error.strerror}"
        try:
            status = process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            _kill(process)
            return f"{command[0]} does not end within {SECONDS} seconds"
        output.seek(0)
        last = output.read().decode(errors="replace").strip().rpartition("\n")[2]
    return f"{command[0]} ends with status {status}: {last}" if status else None


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the process and its children: `soffice` is a script that starts the program."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


if __name__ == "__main__":
    print(*sorted(set(missing().values())))
