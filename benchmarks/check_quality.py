"""Precision and recall of `speechgen check`: defects are injected into clean speeches, then the rules are run.

python -m benchmarks.check_quality                     # every rule; a minute or two
python -m benchmarks.check_quality --rule date --misses 20
python -m benchmarks.check_quality --false             # list the problems reported in the clean speeches
python -m benchmarks.check_quality --detectors         # list how many defects each function of the rules finds

Exit status 1 if a rule finds fewer than 95% of its defects, or if the clean speeches have more than one false error
per 20,000 characters; with --detectors, also if one of them finds none of all defects.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks.injections import CODES, IN_FILES, KINDS, workspaces
from benchmarks.injections.clean import speeches
from benchmarks.injections.detectors import detectors as all_detectors
from benchmarks.injections.detectors import finds, record
from benchmarks.injections.found import Detector, is_found, sentence_around
from benchmarks.injections.injected import Inject, Injected
from benchmarks.injections.tally import Miss, Tally, markdown, severities
from speechgen.checks.rules import RULES
from speechgen.model.problem import Problem, Spot

MINIMUM_RECALL = 0.95
MAXIMUM_FALSE_ERRORS = 1.0  # per 20,000 characters
PER = 20_000


def main() -> None:
    options = _options()
    if options.detectors:
        record()
    print(f"seed {options.seed}, {options.rounds} rounds", file=sys.stderr)
    clean = [each for each in speeches() if not options.file or options.file in each.name]
    codes = [code for code in options.rule or CODES if code in RULES]
    detectors = {each.name: Detector(each) for each in clean}
    tallies = {code: Tally(code) for code in codes}
    for code, kinds in KINDS.items():
        for each in clean if code in tallies else []:
            for kind, inject in kinds.items():
                if not options.kind or kind in options.kind:
                    tallies[code].add(_inject(detectors[each.name], code, kind, inject, options))
    for tally in workspaces.tallies(IN_FILES, codes, options.seed, options.rounds) if not options.file else []:
        tallies[tally.code].add(tally)
    reported = [problem for each in clean for problem in detectors[each.name].problems(each.text, codes)]
    false: Counter[tuple[str, str]] = Counter((problem.code, problem.severity) for problem in reported)
    in_files = workspaces.false_problems([code for code in ("unused", "alike") if code in codes and not options.file])
    false += Counter((each["code"], each["severity"]) for each in in_files)
    characters = sum(len("".join(each.text.split())) for each in clean)
    errors = sum(number for (_, severity), number in false.items() if severity == "error")
    rate = errors / characters * PER

    print(markdown(tallies.values(), false, [code for code in CODES if code not in RULES]))
    print(f"\n{characters:,} characters in {len(clean)} clean speeches: {severities(false)};")
    print(f"{rate:.2f} errors per {PER:,} characters.")
    for tally in tallies.values():
        _print_misses(tally.misses[: options.misses])
    idle = _print_detectors(tallies.values()) if options.detectors else []
    if options.false:
        for problem in reported:
            print(f"{problem}\n    {_around(problem)}")
        for other in in_files:
            print(f"{other['file']}:{other['line']}: {other['severity']}[{other['code']}] {other['message']}")
    _exit(tallies.values(), rate, [] if options.rule or options.kind or options.file else idle)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.check_quality", description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--seed", type=int, default=20141024, help="a different seed injects defects at different places"
    )
    parser.add_argument("--rounds", type=int, default=1, help="injections of each kind into each speech")
    parser.add_argument("--rule", action="append", choices=CODES, metavar="CODE", help="only this rule; repeatable")
    parser.add_argument("--kind", action="append", metavar="KIND", help="only this kind of defect; repeatable")
    parser.add_argument("--file", metavar="WORDS", help="only speeches whose file name contains WORDS")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list the first N misses of each rule")
    parser.add_argument("--false", action="store_true", help="list the problems reported in the clean speeches")
    parser.add_argument("--detectors", action="store_true", help="list how many defects each detector finds")
    return parser.parse_args()


def _inject(detector: Detector, code: str, kind: str, inject: Inject, options: argparse.Namespace) -> Tally:
    """The tally of the injections of one kind into one speech."""
    clean, tally = detector.clean, Tally(code)
    if not detector.is_for(code):
        return tally
    rng = Random(zlib.crc32(f"{options.seed} {clean.name} {code} {kind}".encode()))  # noqa: S311  # not for security
    for injected in islice(inject(clean, rng), options.rounds):
        new = detector.new_problems(injected, code)
        miss = None if is_found(injected, new) else Miss(clean.name, kind, _said(injected), new)
        tally.count(kind, miss)
        tally.by_detector += finds(problem.message for problem in new if is_found(injected, [problem]))
    return tally


def _said(injected: Injected) -> str:
    """The sentence of the injected words, which are between ⟦ and ⟧."""
    text, start, end = injected.text, injected.start, injected.end
    first, last = sentence_around(text, start, end)
    return f"{text[max(first, start - 60) : start]}⟦{text[start:end][:160]}⟧{text[end : min(last, end + 60)]}".strip()


def _around(problem: Problem) -> str:
    spot = problem.spot or Spot("", 0, 0, 0)
    return f"{spot.text[max(0, spot.start - 50) : spot.start]}⟦{spot.words}⟧{spot.text[spot.end : spot.end + 50]}"


def _print_misses(misses: Sequence[Miss]) -> None:
    for miss in misses:
        print(f"\nmissed {miss.code}/{miss.kind} in {'/'.join(Path(miss.name).parts[-2:])}: {miss.sentence}")
        for problem in miss.reported[:3]:
            print(f"    reported elsewhere: {problem}")


def _print_detectors(tallies: Iterable[Tally]) -> list[str]:
    """Print the finds of each detector, the fewest first. Returns those that find nothing."""
    number: Counter[str] = sum((tally.by_detector for tally in tallies), Counter())
    names = sorted(all_detectors(), key=lambda name: (number[name], name))
    for name in names:
        print(f"{number[name]:5} {name}")
    return [name for name in names if not number[name]]


def _exit(tallies: Iterable[Tally], rate: float, idle: Sequence[str]) -> None:
    low = [tally.code for tally in tallies if tally.injected and tally.recall < MINIMUM_RECALL]
    if low:
        print(f"recall below {MINIMUM_RECALL:.0%}: {', '.join(low)}", file=sys.stderr)
    if rate > MAXIMUM_FALSE_ERRORS:
        print(f"more than {MAXIMUM_FALSE_ERRORS:.0f} false error per {PER:,} characters", file=sys.stderr)
    if idle:
        print(f"these detectors find none of the defects: {', '.join(idle)}", file=sys.stderr)
    sys.exit(1 if low or idle or rate > MAXIMUM_FALSE_ERRORS else 0)


if __name__ == "__main__":
    main()
