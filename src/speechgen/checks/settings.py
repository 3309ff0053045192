"""How a workspace wants its speeches checked: `check:` in speechgen.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks.rules import RULES
from speechgen.language import CODES
from speechgen.model import Figure, Items, Record
from speechgen.reading import JsonSchema, Schema

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechgen.checks.rule import Rule
    from speechgen.model import Problem, Severity
    from speechgen.reading import Value

SHARE = 0.6  # of the words that came from values; by chance it is some 0.3, of copies 0.95

_CODES: JsonSchema = {"type": "array", "items": {"type": "string", "enum": list(RULES)}}
_SEVERITY: JsonSchema = {"type": "string", "enum": ["error", "warning", "hint"]}
_CHOICE: JsonSchema = {
    "select": {"title": "only these rules", **_CODES},
    "ignore": {"title": "not these rules", **_CODES},
    "severity": {
        "title": "how grave what a rule finds is",
        "type": "object",
        "properties": dict.fromkeys(RULES, _SEVERITY),
    },
}
DOCUMENT: JsonSchema = {
    "type": "object",
    "properties": {
        **_CHOICE,
        "rate": {
            "title": "characters or words a minute that are read aloud, by language",
            "type": "object",
            "properties": {code: {"type": "integer", "minimum": 20, "maximum": 600} for code in CODES},
        },
        "share": {
            "title": "the share of common words from which two units' speeches are alike",
            "type": "number",
            "exclusiveMinimum": 0,
            "maximum": 1,
        },
        "compare": {
            "title": "folders of other unit files, such as last year's: figures equal to theirs are told",
            "type": "array",
            "items": {"type": "string"},
        },
        "paths": {
            "title": "other rules for some files",
            "type": "array",
            "items": {
                "type": "object",
                "required": ["files"],
                "properties": {"files": {"title": "such as units/x*.yaml", "type": "string"}, **_CHOICE},
            },
        },
    },
}


class Choice(NamedTuple):
    """Which rules hold; `select` None is all of them."""

    files: str = "*"
    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = {}


class Settings(NamedTuple):
    """The settings of a workspace, or the defaults. A later choice overrides an earlier one.

    `rate` has the languages that the workspace gives a reading rate for.
    """

    choices: tuple[Choice, ...] = ()
    rate: Mapping[str, int] = {}
    share: float = SHARE
    compare: tuple[str, ...] = ()

    def rules(self, *names: str) -> Mapping[Rule, Severity | None]:
        """The rules that hold for a file with these names; the severity where the settings give one."""
        chosen: dict[str, Severity | None] = dict.fromkeys(RULES)
        for choice in self.choices:
            if not any(fnmatchcase(name, choice.files) for name in names):
                continue
            if choice.select is not None:
                chosen = {code: chosen.get(code) for code in RULES if code in choice.select}
            chosen = {code: choice.severity.get(code, given) for code, given in chosen.items()}
            for code in choice.ignore:
                chosen.pop(code, None)
        return {RULES[code]: severity for code, severity in chosen.items()}


def read_settings(value: Value | None) -> tuple[Settings, list[Problem]]:
    """The settings in `check:`, and every problem in them; a code that no rule has is one."""
    if value is None or value.content is None:
        return Settings(), []
    record, problems = Schema(DOCUMENT).read(value, "check")
    paths, rate, share = record.get("paths"), record.get("rate"), record.get("share")
    choices = [_choice(record), *(_choice(each) for each in _items(paths) if isinstance(each, Record))]
    rates = rate.items() if isinstance(rate, Record) else ()
    return Settings(
        choices=tuple(choices),
        rate={language: int(each) for language, each in rates if isinstance(each, Figure)},
        share=float(share) if isinstance(share, Figure) else SHARE,
        compare=tuple(map(str, _items(record.get("compare")))),
    ), problems


def _choice(record: Record) -> Choice:
    severity = record.get("severity")
    return Choice(
        files=str(record.get("files", "*")),
        select=frozenset(map(str, _items(record["select"]))) if "select" in record else None,
        ignore=frozenset(map(str, _items(record.get("ignore")))),
        severity=dict(severity) if isinstance(severity, Record) else {},  # type: ignore[arg-type]  # by the schema
    )


def _items(datum: object) -> Iterable[object]:
    return datum if isinstance(datum, Items) else ()
