"""The command `speechgen` that also prints, on standard error, which detectors made each finding."""

from __future__ import annotations

import json
import sys

from benchmarks.injections import detectors
from speechgen.__main__ import run

if __name__ == "__main__":
    detectors.record()
    try:
        run()
    finally:
        print(json.dumps(detectors.recorded()), file=sys.stderr)
