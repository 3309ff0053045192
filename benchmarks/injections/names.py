"""Names and words that belong to another unit: `foreign-unit`, `level`, `own-name`."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.forms import FOREIGN, PLACES, WRONG_NAMES, WRONG_WORDS, form_of
from benchmarks.injections.injected import Injected, Kinds, added, places, put, shuffled
from benchmarks.injections.own import own_places


def _neighbour(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The speech was copied from another unit of the same workspace, and one name was left."""
    neighbours = [name for name in clean.neighbours if len(name) >= 3 and not clean.is_known(name)]
    for start, end, _ in own_places(clean, rng):
        if neighbours:
            yield put(clean, start, end, rng.choice(neighbours))


def _other_file(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The same, in a workspace of units of the same form."""
    names = _foreign(clean)
    for start, end, _ in own_places(clean, rng):
        if names:
            yield put(clean, start, end, rng.choice(names), facts=clean.with_names(tuple(names)))


def _in_passing(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The other unit's name was left in a sentence that does not begin with it."""
    names = _foreign(clean)
    frames = [
        "这些做法，{}的同志最有体会。",
        "下一步，希望{}再接再厉。",
        "今天这个会，也是{}自我加压的会。",
        "刚才看了{}的材料，很受启发。",
    ]
    if not clean.is_chinese:
        frames = ["Everyone at {} can be proud of that.", "We saw how much {} has changed."]
    if names:
        sentences = [frame.format(name) for frame in frames for name in names]
        yield from added(clean, rng, sentences, facts=clean.with_names(tuple(names)))


def _nobody(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The sample was of a unit that is not in the workspace."""
    names = _foreign(clean)
    for start, end, _ in own_places(clean, rng):
        if names and clean.is_chinese and form_of(clean) != "county":  # any speech may mention other counties
            yield put(clean, start, end, rng.choice(names))


def _nobody_title(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The sample's name was left in the title."""
    names = _foreign(clean)
    heading = clean.text.index("\n")
    for start, end, _ in own_places(clean, rng):
        if names and clean.is_chinese and end <= heading and form_of(clean) != "county":
            yield put(clean, start, end, rng.choice(names))


def _other_place(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A bureau of the same kind in another place: 清源市水利局 becomes 临江市水利局."""
    name = clean.facts.unit[0] if clean.facts.unit else ""
    place = next((each for each in PLACES if each in name), None)
    for start in shuffled(rng, places(clean.text, name)):
        if place and form_of(clean) != "county":
            other = rng.choice(["临江", "安平", "永昌", "东陵"])
            yield put(clean, start, start + len(name), name.replace(place, other), also=("own-name", "near-name"))


def _other_division(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A city or county of China where the unit's own city or county must be meant."""
    name = clean.facts.unit[0] if clean.facts.unit else ""
    level = next((level for place in PLACES for level in "市县" if f"{place}{level}" in name), "")
    frames = [
        "向所有关心支持{}发展的同志表示感谢。",
        "推动{}高质量发展，靠的是实干。",
        "为建设美好{}而努力奋斗。",
        "省直驻{}各单位也做了大量工作。",
    ]
    others = {"市": ["襄阳", "赣州", "绵阳"], "县": ["秭归", "于都", "盐亭"]}.get(level, [])
    yield from added(clean, rng, [frame.format(other) for frame in frames for other in others])


def _self(clean: Clean, rng: Random) -> Iterator[Injected]:
    """我局 in a school's speech."""
    yield from _wrong(
        clean,
        rng,
        "self",
        ["这既是对{}的肯定，也是对{}的鞭策。", "{}今年的工作，大家是看得见的。", "这件事关系{}的长远发展。"],
    )


def _whole(clean: Clean, rng: Random) -> Iterator[Injected]:
    """全校 in a bureau's speech."""
    frames = ["希望{}党员、干部再接再厉。", "{}上下要拧成一股绳。", "这项工作在{}已经形成共识。"]
    yield from _wrong(clean, rng, "whole", frames)


def _body(clean: Clean, rng: Random) -> Iterator[Injected]:
    """局党组 if the leading body is a party committee, or the reverse."""
    wrong = _wrong_words(clean, "body")
    body = clean.facts.leading_body
    for start in shuffled(rng, places(clean.text, body or "")):
        if wrong and body:
            yield put(clean, start, start + len(body), rng.choice(wrong), also=("own-name",))


def _body_added(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The same in an added sentence."""
    frames = ["请{}认真研究，抓好落实。", "{}要把主体责任扛在肩上。", "刚才{}已经表了态。"]
    yield from _wrong(clean, rng, "body", frames, also=("own-name",))


def _staff(clean: Clean, rng: Random) -> Iterator[Injected]:
    """纪检干部 at a water bureau: a real case."""
    frames = ["{}付出了辛勤的劳动。", "在这里，我向{}表示衷心的感谢。", "希望{}把这股劲头保持下去。"]
    yield from _wrong(clean, rng, "staff", frames)


def _below(clean: Clean, rng: Random) -> Iterator[Injected]:
    """各街道 in a bureau's speech, which has none."""
    frames = ["{}要对号入座，逐条整改。", "对{}的督促检查要抓得更紧。", "请{}抓好落实。"]
    yield from _wrong(clean, rng, "below", frames)


def _wrong(clean: Clean, rng: Random, kind: str, frames: list[str], also: tuple[str, ...] = ()) -> Iterator[Injected]:
    sentences = [frame.replace("{}", word) for frame in frames for word in _wrong_words(clean, kind)]
    yield from added(clean, rng, sentences, also=also)


def _wrong_words(clean: Clean, kind: str) -> list[str]:
    words = WRONG_WORDS.get(form_of(clean), {}).get(kind, "").split()
    return [word for word in words if not clean.is_known(word)] if clean.is_chinese else []


def _foreign(clean: Clean) -> list[str]:
    names = FOREIGN.get(form_of(clean), "").split(";" if not clean.is_chinese else None)
    return [name for name in names if not clean.is_known(name)]


def _group_number(clean: Clean, rng: Random) -> Iterator[Injected]:
    """第三督导组 in the speech of the fourth: the text was another group's."""
    for name in clean.facts.group:
        for number in "一二三四五六七八九":
            if f"第{number}" in name:
                other = rng.choice([each for each in "一二三四五六七八九" if each != number])
                for at in shuffled(rng, places(clean.text, name)):
                    wrong = name.replace(f"第{number}", f"第{other}")
                    yield put(clean, at, at + len(name), wrong, also=("foreign-unit", "near-name"))


def _group_kind(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The supervision group is called an inspection group, as in last year's campaign."""
    kinds = ["督导组", "指导组", "巡察组", "督查组", "检查组", "考核组"]
    for name in clean.facts.group:
        own = next((kind for kind in kinds if name.endswith(kind)), None)
        if own is None or len(name) < 5:
            continue
        for at in shuffled(rng, places(clean.text, name)):
            other = rng.choice([kind for kind in kinds if kind != own and kind not in clean.text])
            yield put(clean, at, at + len(name), name.removesuffix(own) + other, also=("foreign-unit", "near-name"))


def _rewritten(clean: Clean, rng: Random, names: list[tuple[int, int, str]]) -> Iterator[Injected]:
    """The name in a misremembered form that no file has: 教育实践活动 as 实践教育活动."""
    for start, end, name in names:
        wrong = [
            name.replace(right, form) for right, each in WRONG_NAMES.items() if right in name for form in each.split()
        ]
        wrong = [form for form in wrong if not clean.is_known(form)]
        if wrong:
            yield put(clean, start, end, rng.choice(wrong), also=("foreign-unit", "near-name"))


def _unit_form(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The unit by a name that it does not have, or had before the reform of the offices."""
    yield from _rewritten(clean, rng, own_places(clean, rng))


def _campaign_form(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The campaign by a name that it does not have."""
    found = [
        (at, at + len(name), name)
        for name in clean.facts.campaign[:2]
        for at in places(clean.text, name)
        if clean.text[at + len(name)] not in "办领"  # the campaign's office and leading group have their own names
    ]
    yield from _rewritten(clean, rng, shuffled(rng, found))


def _leading_body_form(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Two names for one leading body: 局党组 here, 局党委 there."""
    body = clean.facts.leading_body or ""
    for right, wrong in (
        ("党组", "党委"),
        ("党委", "党组"),
        ("党支部", "党总支"),
        ("党总支", "党支部"),
        ("党工委", "党委"),
    ):
        if body.endswith(right):
            form = body.removesuffix(right) + wrong
            for at in shuffled(rng, places(clean.text, body)):
                if not clean.is_known(form) and clean.text[at + len(body)] not in "书委会":
                    yield put(clean, at, at + len(body), form, also=("level", "near-name"))


def _author_post(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The deputy replaces the leader, but only one of the two lines was changed."""
    author = clean.facts.author
    if author is None or not clean.is_chinese:
        return
    line = next((line for line in clean.text.split("\n")[:4] if author.name in line), "")
    for post in author.posts:
        at = clean.text.find(line) + line.rfind(post)
        if post in line:
            for wrong in shuffled(rng, ["副组长", "联络员"]):
                yield put(clean, at, at + len(post), wrong, also=("name-post",))


FOREIGN_UNIT: Kinds = {
    "neighbour": _neighbour,
    "other-file": _other_file,
    "in-passing": _in_passing,
    "nobody": _nobody,
    "nobody-title": _nobody_title,
    "other-place": _other_place,
    "other-division": _other_division,
}
LEVEL: Kinds = {
    "self": _self,
    "whole": _whole,
    "body": _body,
    "body-added": _body_added,
    "staff": _staff,
    "below": _below,
}
OWN_NAME: Kinds = {
    "group-number": _group_number,
    "group-kind": _group_kind,
    "unit-form": _unit_form,
    "campaign-form": _campaign_form,
    "leading-body": _leading_body_form,
    "author-post": _author_post,
}
