"""The rules on texts that nobody tuned them for: false findings, missed defects, and damage by --fix.

python -m benchmarks.unseen DIR            # a table
python -m benchmarks.unseen DIR --list     # every finding without a judgement, to be judged
python -m benchmarks.unseen DIR --misses   # also the injected defects that are not found

DIR has texts, and next to NAME.txt, each optional:

NAME.yaml             the unit file
NAME.judged.yaml      a list of {code: …, line: …, words: …, defect: …}, true if the finding is a defect of the text
NAME.injections.yaml  a list of {code: …, old: …, new: …}: `old`, which the text has once, becomes `new`, and the rule
                      `code` should report it. A text with one defect at a time is checked, with the unit file.

Exit status 1 if there are findings without a judgement, or if a limit below is not kept.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from typer.testing import CliRunner

from speechgen.cli import app

PER = 20_000
MAXIMUM_FALSE_ERRORS = {"without": 0.5, "with": 1.0}  # per 20,000 characters, without and with unit files
MINIMUM_TRUE = 0.8  # share of a rule's errors that are true
MINIMUM_RECALL = 0.9  # of a rule; hints count too, since length and rare-character promise no more for some defects
MINIMUM_TOTAL_RECALL = 0.95
JUDGED = ("error", "warning")


class Finding(NamedTuple):
    severity: str
    code: str
    line: int
    start: int
    end: int
    words: str
    message: str


class Judgement(NamedTuple):
    code: str
    line: int
    words: str
    defect: bool

    def is_of(self, finding: Finding) -> bool:
        """Whether it judges this finding: the words may have become longer or shorter."""
        same_place = (self.code, self.line) == (finding.code, finding.line)
        return same_place and (self.words in finding.words or finding.words in self.words)


class Injection(NamedTuple):
    code: str
    old: str
    new: str


class Text(NamedTuple):
    name: str
    content: str
    unit: Path | None
    judgements: tuple[Judgement, ...]
    injections: tuple[Injection, ...]

    def judgement(self, finding: Finding) -> bool | None:
        return next((each.defect for each in self.judgements if each.is_of(finding)), None)


def main(arguments: Sequence[str] | None = None) -> None:
    options = _options(arguments)
    texts = list(read_texts(options.folder))
    if not texts:
        sys.exit(f"{options.folder} has no .txt files")
    print(f"{len(texts)} texts, {_characters(texts)} characters\n")
    kept = [_report_findings(texts, units, options.list) for units in MAXIMUM_FALSE_ERRORS]
    kept.append(_report_injections(texts, options.misses))
    kept.append(_report_damage(texts))
    sys.exit(0 if all(kept) else 1)


def read_texts(folder: Path) -> Iterator[Text]:
    """The texts of a folder, with what is next to them. Raises ValueError if an injection's place is not unique."""
    for path in sorted(folder.glob("*.txt")):
        content = path.read_text(encoding="utf-8")
        unit = path.with_suffix(".yaml")
        judgements = (Judgement(**each) for each in _entries(path.with_suffix(".judged.yaml")))
        injections = tuple(Injection(**each) for each in _entries(path.with_suffix(".injections.yaml")))
        for each in injections:
            if content.count(each.old) != 1:
                raise ValueError(f"{path.name} has {each.old!r} {content.count(each.old)} times, not once")
        yield Text(path.stem, content, unit if unit.exists() else None, tuple(judgements), injections)


def _entries(path: Path) -> list[dict[str, Any]]:
    return (yaml.safe_load(path.read_text(encoding="utf-8")) or []) if path.exists() else []


def findings(content: str, unit: Path | None) -> list[Finding]:
    """What `speechgen check` reports in a text."""
    with tempfile.TemporaryDirectory() as folder:
        output = _check(Path(folder), content, unit, "--json", "--all")
    problems = [each for each in json.loads(output)["problems"] if each["file"].endswith(".txt")]
    return [
        Finding(
            problem["severity"],
            problem["code"],
            problem["line"],
            problem["column"] - 1,
            problem.get("end_column", problem["column"]) - 1,
            problem.get("words", ""),
            problem["message"],
        )
        for problem in problems
    ]


def fixed(content: str, unit: Path | None) -> str:
    """The text after `speechgen check --fix`."""
    with tempfile.TemporaryDirectory() as folder:
        _check(Path(folder), content, unit, "--fix")
        return (Path(folder) / "speech.txt").read_text(encoding="utf-8")


def _check(folder: Path, content: str, unit: Path | None, *options: str) -> str:
    speech = folder / "speech.txt"
    speech.write_text(content, encoding="utf-8")
    result = CliRunner().invoke(app, ["check", str(speech), *(["-u", str(unit.resolve())] if unit else []), *options])
    if result.exit_code not in (0, 1) or (result.exception and not isinstance(result.exception, SystemExit)):
        raise RuntimeError(f"speechgen check failed: {result.output}") from result.exception
    return result.stdout


def _report_findings(texts: Sequence[Text], units: str, lists: bool) -> bool:
    """Print what the rules report in the texts as they are. Whether everything is judged, and the limits are kept."""
    seen: Counter[tuple[str, str, bool | None]] = Counter()
    chosen = [each for each in texts if units == "without" or each.unit]
    for text in chosen:
        for finding in findings(text.content, text.unit if units == "with" else None):
            if finding.severity in JUDGED:
                verdict = text.judgement(finding)
                seen[finding.code, finding.severity, verdict] += 1
                if lists and verdict is None:
                    severity, code, line, *_, words, message = finding
                    print(text.name, severity, code, line, words, message, sep="\t")
    counts = {
        code: [seen[code, severity, verdict] for severity in JUDGED for verdict in (True, False, None)]
        for code in sorted({code for code, _, _ in seen})
    }
    columns = [f"{each}s {word}" for each in JUDGED for word in ("true", "false", "not judged")]
    rows = [(code, *each, _share(each[0], each[0] + each[1])) for code, each in counts.items()]
    _print_table((f"{units} unit files", *columns, "errors true"), rows)
    false = sum(each[1] for each in counts.values())
    rate = false / max(1, _characters(chosen)) * PER
    print(f"{false} false errors, {rate:.2f} in {PER} characters\n")
    enough = all(each[0] >= MINIMUM_TRUE * (each[0] + each[1]) for each in counts.values())
    return enough and rate <= MAXIMUM_FALSE_ERRORS[units] and not any(each[2] or each[5] for each in counts.values())


def _report_injections(texts: Iterable[Text], misses: bool) -> bool:
    """Print how many injected defects are found. Whether enough are."""
    found: Counter[tuple[str, str]] = Counter()
    for text in texts:
        before = findings(text.content, text.unit) if text.injections else []
        for injection in text.injections:
            result = how_found(text, injection, before)
            found[injection.code, result] += 1
            if misses and result in ("other rule", "missed"):
                print(text.name, injection.code, repr(injection.old), repr(injection.new), result, sep="\t")
    results = ("error", "warning", "hint", "other rule", "missed")
    rows: list[tuple[object, ...]] = []
    kept = True
    for code in [*sorted({code for code, _ in found}), "together"]:
        counts = [
            sum(n for (c, r), n in found.items() if r == result and code in (c, "together")) for result in results
        ]
        minimum = MINIMUM_TOTAL_RECALL if code == "together" else MINIMUM_RECALL
        kept = kept and sum(counts[:3]) >= minimum * sum(counts)
        rows.append((code, sum(counts), *counts, _share(sum(counts[:3]), sum(counts))))
    _print_table(("injected", "defects", *results, "found"), rows)
    print()
    return kept


def how_found(text: Text, injection: Injection, before: Sequence[Finding]) -> str:
    """The severity of what the rule reports that it did not report `before`; otherwise "other rule" or "missed"."""
    changed = text.content.replace(injection.old, injection.new)
    first = changed[: text.content.index(injection.old)].count("\n") + 1
    lines = range(first, first + injection.new.count("\n") + 1)
    after = findings(changed, text.unit)
    new = Counter((each.severity, each.code, each.words) for each in after)
    new -= Counter((each.severity, each.code, each.words) for each in before)
    severities = {severity for severity, code, _ in new if code == injection.code}
    if severities:
        return next(each for each in ("error", "warning", "hint") if each in severities)
    known = {(severity, words) for severity, _, words in new if severity in JUDGED}
    here = (each for each in after if each.line in lines)
    return "other rule" if any((each.severity, each.words) in known for each in here) else "missed"


def _report_damage(texts: Iterable[Text]) -> bool:
    """Print what --fix changes besides true defects and injected ones. Whether that is nothing."""
    damaged = list(dict.fromkeys(damages(texts)))
    for name, what in damaged:
        print(f"--fix damages {name}: {what}")
    print(f"--fix damages {len({name for name, _ in damaged})} texts")
    return not damaged


def damages(texts: Iterable[Text]) -> Iterator[tuple[str, str]]:
    """Texts, as they are and with a defect, in which --fix changes words that are no defect."""
    for text in texts:
        for unit in dict.fromkeys((None, text.unit)):
            true = [each for each in findings(text.content, unit) if text.judgement(each)]
            for line, start, end, words in changes(text.content, fixed(text.content, unit)):
                if not any(each.line == line and each.start <= end and start <= each.end for each in true):
                    yield text.name, f"line {line}: {words}"
        known = Counter(words for *_, words in changes(text.content, fixed(text.content, text.unit)))
        for injection in text.injections:
            if _is_damaged(text, injection, known):
                yield text.name, f"{injection.old} → {injection.new}"


def _is_damaged(text: Text, injection: Injection, known: Counter[str]) -> bool:
    """Whether --fix changes words away from the defect that it does not change in the text as it is (`known`)."""
    at = text.content.index(injection.old)
    before, changed = text.content[:at], text.content.replace(injection.old, injection.new)
    first, start = before.count("\n") + 1, at - (before.rfind("\n") + 1)
    last = first + injection.new.count("\n")
    end = start + len(injection.new) if first == last else len(injection.new) - injection.new.rindex("\n") - 1
    away = Counter(
        words
        for line, begin, stop, words in changes(changed, fixed(changed, text.unit))
        if not (first, start) <= (line, stop)
        or not (line, begin) <= (last, end)
        or len(words.split(" → ")[1]) > max(len(injection.old), len(injection.new))
    )
    return bool(away - known)


def changes(before: str, after: str) -> Iterator[tuple[int, int, int, str]]:
    """The line, start and end of each change, and what was changed to what."""
    for number, (old, new) in enumerate(zip(before.split("\n"), after.split("\n"), strict=True), 1):
        for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind != "equal":
                yield number, start, end, f"{old[start:end]} → {new[new_start:new_end]}"


def _characters(texts: Iterable[Text]) -> int:
    return sum(len("".join(each.content.split())) for each in texts)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "-"


def _print_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    print(f"| {' | '.join(head)} |\n|{' --- |' * len(head)}")
    for row in rows:
        print(f"| {' | '.join(map(str, row))} |")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--list", action="store_true", help="list the findings without a judgement")
    parser.add_argument("--misses", action="store_true", help="list the injected defects that are not found")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
