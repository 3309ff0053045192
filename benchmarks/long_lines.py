"""Checking very long lines: the time must grow with their length, not with its square.

python -m benchmarks.long_lines

Prints the seconds for each repeated piece of text. Exit status 1 if twice the text takes more than three times as long.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import process_time

import speechgen

# Characters that begin many patterns and end few.
PIECES = (
    *("，", "(", '"', "“", "、一", "1-", "…", " 会", "a@b.c ,", "1千", "9", "第一、", "。”", "《", "<会"),
    *("某", "X", "　", "局", "市", "同志", "2014年", "去年", "一是", "近", "%", "的的", "the "),
)
LENGTH = 50_000  # characters
MAX_GROWTH = 3
NOISE = 0.2  # seconds


def _seconds(piece: str, length: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "speech.txt")
        path.write_text(f"讲话\n同志们：\n会议开始。{piece * (length // len(piece))}\n", encoding="utf-8")
        speech = speechgen.read_speech(path)
        best = float("inf")
        for _ in range(2):
            start = process_time()
            speechgen.check(speech)
            best = min(best, process_time() - start)
        return best


def main() -> int:
    slow = 0
    for piece in PIECES:
        short, long = _seconds(piece, LENGTH), _seconds(piece, 2 * LENGTH)
        is_slow = long > NOISE + MAX_GROWTH * short
        slow += is_slow
        print(f"{piece!r:12} {short:6.2f} s {long:6.2f} s{'  grows too fast' if is_slow else ''}", flush=True)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
