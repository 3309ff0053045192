"""Run one rule on one text, as `speechgen check` does for an edited speech with a unit file."""

from __future__ import annotations

from speechgen.checks.facts import Facts, facts_of
from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules import RULES
from speechgen.formats.edited_speech import speech_of
from speechgen.reading.schema import Schema
from speechgen.reading.yaml_file import parse_yaml

BODY = "测试讲话\n\n同志们：\n"  # a title and a salutation: what follows is the body


def facts(unit_file: str) -> Facts:
    """The facts in a unit file without a template."""
    if not unit_file.strip():
        return Facts()
    value, problems = parse_yaml(unit_file, "unit.yaml")
    assert value is not None, problems
    values, problems = Schema({"type": "object"}).read(value)
    assert problems == []
    return facts_of(values)


def findings(code: str, text: str, unit_file: str | Facts = "", *, whole: bool = False) -> list[Finding]:
    """A rule's findings in a text. Line breaks or ¶ separate paragraphs; a `whole` text has title and salutation."""
    text = text.replace("¶", "\n")
    known = unit_file if isinstance(unit_file, Facts) else facts(unit_file)
    return list(RULES[code].find(draft(text, whole=whole), known))


def found(code: str, text: str, unit_file: str | Facts = "", *, whole: bool = False) -> list[str]:
    """The words that a rule reports in a text."""
    text = text.replace("¶", "\n")
    one = draft(text, whole=whole)
    return [one.text[each.start : each.end] for each in findings(code, text, unit_file, whole=whole)]


def fixed(code: str, text: str, unit_file: str | Facts = "", *, whole: bool = False) -> str:
    """The body of the text with all replacements of the rule made."""
    one = draft(text.replace("¶", "\n"), whole=whole)
    result = one.text
    for each in sorted(findings(code, text, unit_file, whole=whole), reverse=True, key=lambda finding: finding.start):
        if each.replacement is not None:
            result = result[: each.start] + each.replacement + result[each.end :]
    return result[one.body[0].start :] if one.body and not whole else result


def draft(text: str, *, whole: bool = False) -> Draft:
    """The text as rules read it."""
    return Draft(speech_of((text if whole else BODY + text).encode(), ".txt", "speech.txt"))
