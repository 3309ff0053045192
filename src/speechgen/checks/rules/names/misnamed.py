"""The unit, called by a form of its name that its file, or without one its title, does not have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft, Finding
from speechgen.checks.rules.names.bodies import Body, bodies
from speechgen.checks.rules.names.departments import department
from speechgen.checks.rules.names.kinds import kind_of
from speechgen.checks.rules.names.known import KnownNames
from speechgen.checks.rules.names.own import Own, is_within
from speechgen.checks.rules.names.slots import stands_for_the_unit

_DEPARTMENTS = ("局", "委", "厅", "委员会")
_MORE = ("事务", "管理", "工作", "服务", "发展", "监督", "监督管理")
_PLACES = ("镇", "乡", "街道", "县")
# The forms that a name's own is taken for; not 委员, 市场, 区域, which are other words.
_OTHER_FORMS = {
    "委员会": re.compile("局|厅"),
    "局": re.compile("委员会|委(?![员托派屈任])|厅"),
    "厅": re.compile("委员会|委(?![员托派屈任])|局"),
    "县": re.compile("市(?!场)|区(?![域别])"),
    "镇": re.compile("街道(?!办)"),
}


def misnamed(draft: Draft, facts: Facts, own: Own) -> Iterator[Finding]:
    """The unit by a name that is not its own: 市住建委, 市建设局 for 市住建局."""
    known = KnownNames(facts, own)
    told: set[int] = set()
    for body in bodies(draft.text):
        difference = "" if own.is_body(body) or known.mentions(draft.text, body) else _difference(body, own)
        if difference == "form":
            told.add(body.end)
            yield _wrong_form(body.start, body.end, body.name, own)
        elif difference == "words" and len(own.names) > 1:
            certainty = stands_for_the_unit(draft, body)
            message = f"{body.name} is not among the unit's names ({', '.join(own.names)})"
            fix = f"write {own.short}, or add it to the unit's aliases"
            yield Finding(body.start, body.end, message, fix, severity=None if certainty == "sure" else "warning")
    for start, end in _other_forms(draft.text, own):
        said = draft.text[start:end]
        if end not in told and said not in facts.said:
            told.add(end)
            yield _wrong_form(start, end, said, own)


def two_names(draft: Draft, own: Own) -> Iterator[Finding]:
    """市住建局 and 市建设局 in one speech, both short for the unit in the title."""
    fields = [
        (body, _field(body.name))
        for body in bodies(draft.text)
        if body.form in _DEPARTMENTS and not own.is_body(body) and _difference(body, own) == "words"
    ]
    counts = Counter(field for _, field in fields)
    usual = counts.most_common(1)[0][0] if len(counts) > 1 else ""
    for body, field in fields:
        if usual and field != usual:
            message = f"{body.name} and {usual}{body.form} are two names for one body"
            yield Finding(body.start, body.end, message, "use one of them", severity="warning")


def title_alone(draft: Draft, own: Own) -> Iterator[Finding]:
    """A unit that only the title names, where the speech is about another one."""
    title = next((passage for passage in draft.passages if own.name in passage.text), None)
    if title is None or own.is_in(draft.text[title.end :]):
        return
    later = [body for body in bodies(draft.text) if body.start > title.end]
    others = Counter(body.name for body in later if stands_for_the_unit(draft, body))
    other, times = others.most_common(1)[0] if others else ("", 0)
    if times > 1 and not any(own.is_form(body.name) for body in later):
        at = title.start + title.text.index(own.name)
        message = f"the title says {own.name}, and the speech is about {other}"
        yield Finding(at, at + len(own.name), message, "write the unit's name in the title")


def _wrong_form(start: int, end: int, said: str, own: Own) -> Finding:
    source = "the unit file" if own.is_given else "the title"
    message = f"{said} is not {own.short}, as {source} has it"
    return Finding(start, end, message, f"write {own.short}", severity=None if own.is_given else "warning")


def _difference(body: Body, own: Own) -> Literal["form", "words", ""]:
    """How a body's name differs that is meant for the unit: in its form (市住建委), or in its words (市建设局)."""
    if body.form in _PLACES:
        proper = body.name.removesuffix(body.form)
        others = tuple(proper + form for form in _PLACES if form != body.form)
        return "form" if any(name.endswith(others) for name in own.names) else ""
    if body.level and own.level and body.level != own.level:
        return ""
    if body.form not in _DEPARTMENTS:
        return "words" if kind_of(body.name) == own.kind and own.is_form(body.name) else ""
    field = _field(body.name)
    if not field or not any(_is_same_field(field, _field(name)) for name in own.names):
        return ""
    return "words" if _form_of(body.name) == _form_of(own.name) else "form"


def _is_same_field(field: str, own: str) -> bool:
    if not own:
        return False
    is_longer = is_within(own, field) and (len(own) > 2 or field.removeprefix(own) in _MORE)
    return is_within(field, own) or is_longer


def _form_of(name: str) -> str:
    return "委" if name.endswith("委员会") else name[-1]


def _field(name: str) -> str:
    """住房和城乡建设 of 市住房和城乡建设局; empty of what is no department."""
    form = next((form for form in ("委员会", "局", "委", "厅") if name.endswith(form)), "")
    start = department(name, len(name), form) if form else None
    if start is None and form == "委":
        start = department(name[:-1] + "局", len(name), "局")
    return "" if start is None else name[start : -len(form)]


def _other_forms(text: str, own: Own) -> Iterator[tuple[int, int]]:
    """The unit's name with the form of another kind: 市林业委 for 市林业局, 岚溪市 for 岚溪县."""
    for name in own.forms:
        form = next((form for form in _OTHER_FORMS if name.endswith(form)), "")
        stem = name.removesuffix(form)
        at = text.find(stem) if form and len(stem) > 1 else -1
        while at >= 0:
            other = _OTHER_FORMS[form].match(text, at + len(stem))
            is_anothers = text.endswith(("省", "市", "县", "区", "国家", "级"), 0, at)
            if other and not is_anothers and not own.is_called(text[at : other.end()]):
                yield at, other.end()
            at = text.find(stem, at + 1)
