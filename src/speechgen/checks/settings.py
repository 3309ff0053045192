"""The check settings of a workspace: `check:` in speechgen.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks.facts import Event, OwnPhrase
from speechgen.checks.rules import RULES, codes_for, rule_named
from speechgen.checks.rules.days.events import is_session
from speechgen.checks.rules.days.written_dates import DateRange, date_range
from speechgen.language import codes_for as languages_for
from speechgen.messages import either, translated
from speechgen.model import SETTINGS, Day, Figure, Items, PackageError, Problem, Record, Text, origin_of
from speechgen.reading import JsonSchema, Schema, value_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechgen.checks.rule import Rule
    from speechgen.model import Place, Severity
    from speechgen.reading import Value

_OWN_WORDS = 0.6  # unrelated units have about 0.3 of their own words in common, copies 0.95
# Units with the same parts have about 0.5 of their sentences in common, and one pair in forty more than this; with the
# same wordings 0.95. Units that chose their parts have about 0.2 in common.
_SENTENCES = 0.75

_SESSIONS = ("党的二十届五中全会", "二十届中央纪委六次全会", "十四届全国人大五次会议")
_SHARE: JsonSchema = {"type": "number", "exclusiveMinimum": 0, "maximum": 1}
_SEVERITY: JsonSchema = {"type": "string", "enum": ["error", "warning", "hint"]}
_RATE: JsonSchema = {"type": "integer", "minimum": 20, "maximum": 600}
_MONTH: JsonSchema = {"type": "string", "format": "month"}
_EVENT: JsonSchema = {
    "name": {"title": "as speeches write it", "type": "string", "minLength": 2},
    "from": {"title": "first day, or month", **_MONTH},
    "until": {"title": "last day, or month", **_MONTH},
}
_PHRASES: JsonSchema = {"type": "array", "items": {"type": "string", "minLength": 2}}
_PHRASE: JsonSchema = {
    "right": {"title": "as it must be written; never reported", "type": "string", "minLength": 2},
    "wrong": {"title": "wrong forms; without them, all that is almost the phrase", **_PHRASES},
    "unless": {"title": "longer phrases that have a wrong form and are right", **_PHRASES},
}


def check_document(languages: Iterable[str], rules: Iterable[str]) -> JsonSchema:
    """The JSON Schema of `check:`, given the codes of the languages and of the rules."""
    rules = list(rules)
    codes: JsonSchema = {"type": "array", "items": {"type": "string", "enum": rules}}
    selection: JsonSchema = {
        "select": {"title": "only these rules", **codes},
        "add": {"title": "these rules too, such as those of installed packages", **codes},
        "ignore": {"title": "not these rules", **codes},
        "severity": {
            "title": "the severity of a rule's problems",
            "type": "object",
            "properties": dict.fromkeys(rules, _SEVERITY),
        },
    }
    rates = dict.fromkeys(languages, _RATE)
    return {
        "type": "object",
        "properties": {
            **selection,
            "rate": {
                "title": "reading rate by language: characters or words a minute",
                "type": "object",
                "properties": rates,
            },
            "alike": {
                "title": "the shares in common from which two units' speeches are reported as alike",
                "type": "object",
                "properties": {
                    "own_words": {"title": "of the words that the template does not have", **_SHARE},
                    "sentences": {"title": "of all sentences, apart from names, figures and dates", **_SHARE},
                },
            },
            "compare": {
                "title": "folders of other unit files, such as last year's: metrics equal to theirs are reported",
                "type": "array",
                "items": {"type": "string"},
            },
            "campaigns": {
                "title": "campaigns and political terms that the rule date does not know, or knows other days of",
                "type": "array",
                "items": {"type": "object", "required": ["name", "from"], "properties": _EVENT},
            },
            "sessions": {
                "title": "congresses and sessions that the rule date does not know, such as 党的二十届五中全会",
                "type": "array",
                "items": {"type": "object", "required": ["name", "from", "until"], "properties": _EVENT},
            },
            "phrases": {
                "title": "set phrases, names and words for the rule fixed-phrase",
                "type": "array",
                "items": {"type": "object", "required": ["right"], "properties": _PHRASE},
            },
            "paths": {
                "title": "other rules for some files",
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {"files": {"title": "such as units/x*.yaml", "type": "string"}, **selection},
                },
            },
        },
    }


class RuleSelection(NamedTuple):
    """Which rules apply to the files that match `files`. `select` None means all rules of the program."""

    files: str = "*"
    select: frozenset[str] | None = None
    add: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = {}


class Settings(NamedTuple):
    """The check settings of a workspace, or the defaults. Later selections override earlier ones.

    `rate` has the languages for which the workspace sets a reading rate. `own_words` and `sentences`: the shares in
    common from which two speeches are alike. `campaigns`, `sessions`, `phrases`: those that the workspace adds to the
    tables.
    """

    selections: tuple[RuleSelection, ...] = ()
    rate: Mapping[str, int] = {}
    own_words: float = _OWN_WORDS
    sentences: float = _SENTENCES
    compare: tuple[str, ...] = ()
    campaigns: tuple[Event, ...] = ()
    sessions: tuple[Event, ...] = ()
    phrases: tuple[OwnPhrase, ...] = ()

    def rules(self, *names: str) -> Iterator[tuple[Rule, Severity | None]]:
        """Yield the rules that apply to a speech whose files have these names, each with its severity if one is set."""
        chosen: dict[str, Severity | None] = dict.fromkeys(RULES)
        for selection in self.selections:
            if not any(fnmatchcase(name, selection.files) for name in names):
                continue
            if selection.select is not None:
                codes = (*RULES, *sorted(selection.select - RULES.keys()))
                chosen = {code: chosen.get(code) for code in codes if code in selection.select}
            chosen |= {code: chosen.get(code) for code in sorted(selection.add)}
            chosen = {code: selection.severity.get(code, given) for code, given in chosen.items()}
            for code in selection.ignore:
                chosen.pop(code, None)
        for code, severity in chosen.items():
            if rule := rule_named(code):
                yield rule, severity


def read_settings(value: Value | None) -> tuple[Settings, list[Problem]]:
    """The settings in `check:`, and the problems in them, such as unknown rule codes."""
    if value is None or value.content is None:
        return Settings(), []
    asked = value_at(value, ["rate"])
    languages = languages_for(asked.content if asked is not None and isinstance(asked.content, dict) else ())
    named = dict(_named_rules(value))
    record, problems = Schema(check_document(languages, codes_for(named))).read(value, "check")
    for code, place in named.items():
        try:
            rule_named(code)
        except PackageError as error:
            problems += (problem._replace(place=place) for problem in error.problems)
    paths, rate, alike = record.get("paths"), record.get("rate"), record.get("alike")
    selections = [_selection(record), *(_selection(each) for each in _items(paths) if isinstance(each, Record))]
    rates = rate.items() if isinstance(rate, Record) else ()
    campaigns, sessions = (
        [each for each in _items(record.get(key)) if isinstance(each, Record)] for key in ("campaigns", "sessions")
    )
    phrases = [each for each in _items(record.get("phrases")) if isinstance(each, Record)]
    if not problems:
        problems = [*_wrong_days((*campaigns, *sessions)), *_wrong_names(sessions), *_wrong_phrases(phrases)]
    return Settings(
        selections=tuple(selections),
        rate={language: int(each) for language, each in rates if isinstance(each, Figure)},
        own_words=_share(alike, "own_words", _OWN_WORDS),
        sentences=_share(alike, "sentences", _SENTENCES),
        compare=tuple(map(str, _items(record.get("compare")))),
        campaigns=tuple(map(_event, campaigns)),
        sessions=tuple(map(_event, sessions)),
        phrases=tuple(map(_phrase, phrases)),
    ), problems


def _named_rules(value: Value) -> Iterator[tuple[str, Place]]:
    """Each rule code in `check:`, and in its `paths:`, with its place."""
    content = value.content if isinstance(value.content, dict) else {}
    for key in ("select", "add", "ignore"):
        listed = content[key].content if key in content else ()
        yield from ((str(each.content), each.place) for each in (listed if isinstance(listed, list) else ()))
    severity = content["severity"].content if "severity" in content else {}
    yield from ((code, each.place) for code, each in (severity if isinstance(severity, dict) else {}).items())
    paths = content["paths"].content if "paths" in content else ()
    for each in paths if isinstance(paths, list) else ():
        yield from _named_rules(each)


def _selection(record: Record) -> RuleSelection:
    severity = record.get("severity")
    return RuleSelection(
        files=str(record.get("files", "*")),
        select=frozenset(map(str, _items(record["select"]))) if "select" in record else None,
        add=frozenset(map(str, _items(record.get("add")))),
        ignore=frozenset(map(str, _items(record.get("ignore")))),
        severity=dict(severity) if isinstance(severity, Record) else {},  # type: ignore[arg-type]  # checked by the schema
    )


def _event(record: Record) -> Event:
    first, last = _days(record, "from"), _days(record, "until")
    return Event(str(record.get("name", "")), first and first.first, last and last.last, SETTINGS)


def _phrase(record: Record) -> OwnPhrase:
    right, wrong, unless = record.get("right", ""), _items(record.get("wrong")), _items(record.get("unless"))
    return OwnPhrase(str(right), tuple(map(str, wrong)), tuple(map(str, unless)))


def _days(record: Record, key: str) -> DateRange | None:
    day = record.get(key)
    return date_range(day.year, day.month, day.day) if isinstance(day, Day) else None


def _wrong_days(records: Iterable[Record]) -> Iterator[Problem]:
    """Yield a problem for each event that ends before it begins."""
    for record in records:
        first, last = _days(record, "from"), _days(record, "until")
        origin = origin_of(record.get("until"))
        if first and last and origin and last.last < first.first:
            message = translated("until: {last} is before from: {first}", last=last.last, first=first.first)
            yield Problem(origin.place, "out-of-range", message, translated("correct one of them"))


def _wrong_names(records: Iterable[Record]) -> Iterator[Problem]:
    """Yield a problem for each session whose name is of another form than the rule reads."""
    for record in records:
        name = record.get("name")
        if isinstance(name, Text) and name._origin and not is_session(name):
            message = translated("{name} is not the name of a congress or session", name=name)
            yield Problem(
                name._origin.place,
                "unknown-choice",
                message,
                translated("write a name such as {examples}", examples=either(_SESSIONS)),
            )


def _wrong_phrases(records: Iterable[Record]) -> Iterator[Problem]:
    """Yield a problem for each wrong form that is the right one, or that no phrase in `unless` has."""
    for record in records:
        right, forms = str(record.get("right", "")), [*_items(record.get("wrong"))]
        for form in forms:
            if isinstance(form, Text) and form._origin and str(form) in right:
                yield Problem(
                    form._origin.place,
                    "unknown-choice",
                    translated("{form} is in {right}", form=form, right=right),
                    translated("write a wrong form of it"),
                )
        for phrase in _items(record.get("unless")):
            if isinstance(phrase, Text) and phrase._origin and not any(str(form) in phrase for form in forms):
                message = translated("{phrase} has none of the wrong forms", phrase=phrase)
                yield Problem(
                    phrase._origin.place, "unknown-choice", message, translated("write a longer phrase that has one")
                )


def _share(alike: object, key: str, default: float) -> float:
    share = alike.get(key) if isinstance(alike, Record) else None
    return float(share) if isinstance(share, Figure) else default


def _items(datum: object) -> Iterable[object]:
    return datum if isinstance(datum, Items) else ()
