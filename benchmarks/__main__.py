"""Run all benchmarks and print the README's table, with machine and date.

python -m benchmarks            # all benchmarks, takes some minutes
python -m benchmarks --quick    # 100 units, to check that it works
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from benchmarks import batch, checking, single, word
from benchmarks.measure import Row


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument(
        "--quick", action="store_true", help="100 units instead of 1,000 and 10,000; the ratios are not meaningful"
    )
    parser.add_argument("--into", type=Path, help="replace the table in this README")
    options = parser.parse_args()
    few, many = (100, 200) if options.quick else (1_000, 10_000)
    with tempfile.TemporaryDirectory(prefix="speechgen-bench-") as scratch:
        folder = Path(scratch)
        rows = [
            *batch.rows(folder, few, many),
            *checking.rows(folder, few, many),
            *word.rows(folder, few // 5),
            *single.rows(folder, runs=5 if options.quick else 25),
        ]
    text = _table(rows)
    print(text)
    if options.into:
        _replace_table(options.into, text)


def _table(rows: list[Row]) -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in ("typer", "jinja2", "pyyaml", "python-docx"))
    machine = (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"
    )
    lines = [
        f"{datetime.datetime.now(tz=datetime.timezone.utc).date()}, {machine}, {versions}:",
        "",
        "| job | program | time | peak memory | against speechgen |",
        "| --- | --- | ---: | ---: | ---: |",
    ]
    return "\n".join(lines + [row.cells() for row in rows])


def _replace_table(readme: Path, text: str) -> None:
    """Replace the text between the README's markers."""
    before, _, rest = readme.read_text(encoding="utf-8").partition("<!-- benchmark -->\n")
    _, _, after = rest.partition("<!-- /benchmark -->\n")
    if not after:
        sys.exit(f"{readme} lacks the markers <!-- benchmark --> and <!-- /benchmark -->")
    readme.write_text(f"{before}<!-- benchmark -->\n{text}\n<!-- /benchmark -->\n{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
