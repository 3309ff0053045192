"""Names that differ within a speech that has no unit file: `own-name`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.forms import FOREIGN, WRONG_NAMES, form_of
from benchmarks.injections.injected import Injected, Kinds, put, put_all, shuffled
from benchmarks.injections.own import own_places
from speechgen.checks.facts import Facts

# Two names of which an organisation has one: the other is from before a reform, or misremembered.
_PAIRS = [
    ("市文化广电和旅游局", "市文化旅游广电局"),
    ("市自然资源和规划局", "市自然资源与规划局"),
    ("市政务服务管理局", "市政务服务管理办公室"),
    ("市机关事务管理局", "市机关事务管理中心"),
    ("市发展和改革委员会", "市发展和改革局"),
    ("市卫生健康委员会", "市卫生健康局"),
    ("市退役军人事务局", "市退役军人事务委员会"),
    ("市第二人民医院", "市第二医院"),
    ("市供销合作社联合社", "市供销合作联合社"),
    ("市残疾人联合会", "市残疾人协会"),
]


def _title_left(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The title has the sample's unit, all of the speech its own."""
    names = [name for name in FOREIGN.get(form_of(clean), "").split() if not clean.is_known(name)]
    heading = clean.text.index("\n")
    for start, end, _ in own_places(clean, rng):
        if names and clean.is_chinese and end <= heading:
            yield put(clean, start, end, rng.choice(names), facts=Facts(), also=("foreign-unit",))


def _title_form(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The unit in the title by a name that it does not have; the speech has the right one."""
    heading = clean.text.index("\n")
    yield from _rewritten(clean, rng, [each for each in own_places(clean, rng) if each[1] <= heading])


def _unit_form(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The title has the right name, one sentence another one."""
    heading = clean.text.index("\n")
    yield from _rewritten(clean, rng, [each for each in own_places(clean, rng) if each[0] > heading])


def _rewritten(clean: Clean, rng: Random, names: list[tuple[int, int, str]]) -> Iterator[Injected]:
    for start, end, name in names:
        wrong = [
            name.replace(right, form) for right, each in WRONG_NAMES.items() if right in name for form in each.split()
        ]
        wrong = [form for form in wrong if not clean.is_known(form)]
        if wrong:
            yield put(clean, start, end, rng.choice(wrong), facts=Facts(), also=("foreign-unit", "near-name"))


def _author_group(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The line below the title has another group than the title or the speech: 第三督导组 and 第四督导组."""
    lines = clean.text.split("\n")
    first = len(lines[0]) + 1
    author = next((line for line in lines[1:3] if "组" in line), "")
    for match in shuffled(rng, list(re.finditer(r"第([一二三四五六七八九])", author))):
        start = first + clean.text[first:].index(author) + match.start(1)
        if clean.text.count(match[0]) > 1:
            wrong = rng.choice([each for each in "一二三四五六七八九" if f"第{each}" not in clean.text])
            yield put(clean, start, start + 1, wrong, facts=Facts())


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
    "form-without-file": _unit_form,
    "author-group": _author_group,
    "two-names": _two_names,
}
