"""Names that differ within a speech that has no unit file: `own-name`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.forms import FOREIGN, WRONG_NAMES, form_of
from benchmarks.injections.injected import Injected, Kinds, places, put, put_all, shuffled
from benchmarks.injections.kinds_of_units import other_ending
from benchmarks.injections.own import own_places
from speechgen.checks.facts import Facts

# Two names of which an organisation has one: the other is from before a reform, or misremembered.
_PAIRS = [
    ("市文化广电和旅游局", "市文化旅游广电局"),
    ("市自然资源和规划局", "市自然资源与规划局"),
    ("市人力资源和社会保障局", "市社会保障和人力资源局"),
    ("市市场监督管理局", "市市场管理监督局"),
    ("市发展和改革委员会", "市发展和改革局"),
    ("市卫生健康委员会", "市卫生健康局"),
    ("市退役军人事务局", "市退役军人事务委员会"),
    ("市交通运输局", "市运输交通局"),
]


# Short names of units, with others that the full name could have.
_SHORT_FORMS = {"市住建局": "市建设局 市城建局 市住房局", "市环保局": "市环境局"}


def _title_left(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The title has the sample's unit, all of the speech its own."""
    names = [name for name in FOREIGN.get(form_of(clean), "").split() if not clean.is_known(name)]
    heading = clean.text.index("\n")
    for start, end, _ in own_places(clean, rng):
        if names and clean.is_chinese and end <= heading:
            others = [(at, at + len(own)) for own in clean.facts.unit[:2] for at in places(clean.text, own) if at > end]
            if len(others) < 2:  # the speech hardly names its unit, and may be about the one in the title
                return
            yield put(clean, start, end, rng.choice(names), elsewhere=others, facts=Facts(), also=("foreign-unit",))


def _title_form(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The unit in the title by a name that it does not have; the speech has the right one."""
    heading = clean.text.index("\n")
    names = [name for name in clean.facts.unit if name in clean.text[heading:]]
    for start, end, name in own_places(clean, rng):
        wrong = [
            name.replace(right, form) for right, each in WRONG_NAMES.items() if right in name for form in each.split()
        ]
        wrong = [
            form for form in wrong if not any(_may_be_short(form, own) or _may_be_short(own, form) for own in names)
        ]
        if wrong and end <= heading:
            yield put(clean, start, end, rng.choice(wrong), facts=Facts(), also=("foreign-unit", "near-name"))


def _ending(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The title has the right name, one sentence calls the bureau a committee."""
    heading = clean.text.index("\n")
    for start, end, name in own_places(clean, rng):
        is_in_title = name in clean.text[:heading]
        wrong = other_ending(clean, rng, name) if start > heading and is_in_title else None
        if wrong and clean.text[end] not in "委党政办":
            yield put(clean, start, end, wrong, facts=Facts(), also=("foreign-unit", "near-name", "level"))


def _may_be_short(one: str, other: str) -> bool:
    """Whether all characters of one are in the other, in this order: it may be a short form of the name."""
    characters = iter(other)
    return all(each in characters for each in one)


def _author_group(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The line below the title has another group than the title or the speech: 第三督导组 and 第四督导组."""
    lines = clean.text.split("\n")
    first = len(lines[0]) + 1
    author = next((line for line in lines[1:3] if "组" in line), "")
    for match in shuffled(rng, list(re.finditer(r"第([一二三四五六七八九])", author))):
        start = first + clean.text[first:].index(author) + match.start(1)
        if clean.text.count(match[0]) > 1:
            wrong = rng.choice([each for each in "一二三四五六七八九" if f"第{each}" not in clean.text])
            others = [(at, at + len(match[0])) for at in places(clean.text, match[0]) if at != start - 1]
            yield put(clean, start, start + 1, wrong, elsewhere=others, facts=Facts())


def _two_short_forms(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The unit, in full in the title, by two short names."""
    for right, others in _SHORT_FORMS.items():
        for at in shuffled(rng, places(clean.text, right)):
            wrong = rng.choice(others.split())
            if clean.text.count(right) > 2 and wrong not in clean.text:
                yield put(clean, at, at + len(right), wrong, facts=Facts(), also=("foreign-unit", "near-name"))


def _two_names(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Another organisation with two names in two paragraphs, in a speech with a unit file or without one."""
    frames = ["这件事由{}牵头。", "刚才，{}的同志也来了。", "这里要感谢{}的支持。", "会后请{}把账对清楚。"]
    paragraphs = clean.paragraphs
    if clean.is_chinese and len(paragraphs) > 1:
        for names in shuffled(rng, [pair for pair in _PAIRS if not any(map(clean.is_known, pair))]):
            ends = sorted(end for _, end in rng.sample(paragraphs, 2))
            sentences = [rng.choice(frames).format(name) for name in shuffled(rng, names)]
            injected = put_all(clean, [(end, end, each) for end, each in zip(ends, sentences, strict=True)])
            yield Injected(injected.text, injected.start, injected.end, facts=rng.choice([Facts(), None]))


WITHOUT_UNIT_FILE: Kinds = {
    "title-left": _title_left,
    "title-form": _title_form,
    "ending-without-file": _ending,
    "author-group": _author_group,
    "two-short-forms": _two_short_forms,
    "two-names": _two_names,
}
