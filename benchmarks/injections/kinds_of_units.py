"""The unit as another kind of organisation: `own-name`, `level`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.forms import form_of
from benchmarks.injections.injected import Injected, Kinds, added, put
from benchmarks.injections.own import own_places

# Endings of names, with those of other kinds; not those with which another organisation may exist: 市第一小学.
_ENDINGS = {
    "管理委员会": ["管理局", "办事处"],
    "委员会": ["局", "办公室"],
    "集团有限公司": ["集团有限责任公司", "集团股份公司"],
    "医院": ["卫生院", "医疗中心"],
    "协会": ["联合会", "商会", "学会"],
    "街道": ["镇", "乡"],
    "社区": ["村"],
    "局": ["委", "委员会", "厅"],
    "镇": ["乡", "街道"],
    "县": ["区", "市"],
}


def _ending(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A bureau is called a committee, a hospital a clinic."""
    for start, end, name in own_places(clean, rng):
        wrong = other_ending(clean, rng, name)
        if wrong and clean.text[end] not in "委党政办":
            yield put(clean, start, end, wrong, also=("foreign-unit", "near-name", "level"))


def other_ending(clean: Clean, rng: Random, name: str) -> str | None:
    """The name of another kind of unit: 市水利委 for 市水利局; None if this name has none that nobody uses."""
    ending = next((each for each in _ENDINGS if name.endswith(each)), None)
    stem = name.removesuffix(ending or "")
    if ending is None or not clean.is_chinese or len(stem) < 2:  # 市医院 is not written as 市卫生院
        return None
    wrong = stem + rng.choice(_ENDINGS[ending])
    is_own = any(wrong.endswith(each) for each in clean.facts.unit)  # 市城投公司, as 城投公司 is an alias
    return None if is_own or clean.is_known(wrong) else wrong


def _subdistrict(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A street's office in the speech to another unit: the sample was a street's."""
    if clean.is_chinese and form_of(clean) not in {"street", "community", "county", "zone", ""}:
        frames = [
            "{}要把责任扛起来。",
            "{}高度重视，带头学、带头改。",
            "会后请{}抓好落实。",
            "一年来，{}做了大量工作。",
        ]
        words = ["街道党工委、办事处", "街道办事处", "街道班子", "街道领导班子", "街道党工委", "街道机关", "街道干部"]
        yield from added(clean, rng, [frame.format(word) for frame in frames for word in words], also=("own-name",))


def _street_as_town(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A town's offices in the speech to a street, or to a community in one."""
    if clean.is_chinese and form_of(clean) in {"street", "community"}:
        frames = [
            "{}要把责任扛起来。",
            "{}高度重视，带头学、带头改。",
            "会后请{}抓好落实。",
            "一年来，{}做了大量工作。",
        ]
        words = ["镇党委、政府", "镇党委", "镇政府", "镇领导班子", "镇机关干部"]
        yield from added(clean, rng, [frame.format(word) for frame in frames for word in words], also=("own-name",))


def _part_of_another(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A school's union in the speech to a unit of another kind, a bureau's in that to a school."""
    form = form_of(clean)
    word = "局" if form in {"school", "hospital"} else "校"
    if clean.is_chinese and form in {"school", "hospital", "court", "bureau", "enterprise", "town"} - (
        {"bureau"} if word == "局" else set()
    ):
        frames = ["希望{}积极发挥作用。", "会后请{}抓好落实。", "{}要把方案拿出来。"]
        words = [f"{word}工会", f"{word}团委"]
        yield from added(clean, rng, [frame.format(each) for frame in frames for each in words], also=("own-name",))


def _court_above(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The leading body of a court of another level, for the court's own."""
    if clean.is_chinese and form_of(clean) == "court":
        sentences = [
            "一年来，在省高院党组的坚强领导下，各项工作有了新起色。",
            "在最高法院党组的正确领导下，全体干警团结一心。",
        ]
        yield from added(clean, rng, sentences, also=("level", "foreign-unit"))


def _county_as_district(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The committee of a district, in a place whose committee is a county's; or the reverse."""
    for word, other in (("县", "区"), ("区", "县")):
        known = [each for each in clean.known if f"{word}委" in each]
        if clean.is_chinese and known and f"{other}委" not in clean.text + "".join(clean.known):
            sentences = [f"要按照{other}委的部署抓好整改。", f"这项工作，{other}委盯得很紧。"]
            yield from added(clean, rng, sentences, also=("own-name", "foreign-unit"))


def _spoken_for(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The head of a hospital speaks in the speech to a unit of another kind."""
    if clean.is_chinese and form_of(clean) in {"bureau", "court", "town", "enterprise"}:
        sentences = ["我代表医院向大家致敬。", "我谨代表医院，对同志们表示感谢。"]
        yield from added(clean, rng, sentences, also=("own-name", "foreign-unit"))


def _system(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The procuratorates in the speech to a court."""
    if clean.is_chinese and form_of(clean) == "court" and "检察" not in clean.text:
        yield from added(clean, rng, ["这是检察系统的一件大事。", "要总结检察机关系统的好经验。"])


def _meeting(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The title names the meeting of a county, the speaker that of a city."""
    at = clean.text.find("总结大会", 0, 120)
    if clean.is_chinese and at >= 0:
        title, shift = "全县教育工作会议", len("全县教育工作会议") - len("总结大会")
        for each in added(clean, rng, ["这次全市教育工作会议开得很好。"]):
            text = each.text[:at] + title + each.text[at + len("总结大会") :]
            yield replace(each, text=text, start=each.start + shift, end=each.end + shift)


ENDINGS: Kinds = {"ending": _ending, "court-above": _court_above}
OFFICES: Kinds = {
    "subdistrict": _subdistrict,
    "street-as-town": _street_as_town,
    "part-of-another": _part_of_another,
    "county-as-district": _county_as_district,
    "spoken-for": _spoken_for,
    "system": _system,
    "meeting": _meeting,
}
