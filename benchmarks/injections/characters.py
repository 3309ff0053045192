"""Names with characters that fonts lack or few people can read: `rare-character`."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import Injected, Kinds, Span, added, matches, places, put, shuffled

# Outside the 3,500 characters of the first list of the 通用规范汉字表; the last six are not in GBK.
_GIVEN = "犇翀堃赟彧頔祎奡昶罡垚焱燚㛃㕫𬀩𫖯𬭎𬍛"
_SURNAMES = "郄逄亓昝笪郗爨麴"
_PLACES = ["鄚州镇", "盱眙县", "儋州市", "睢县", "歙县", "瀍河区", "邳州市", "鄄城县"]


def _given_name(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A given name with such a character."""
    for name in _names(clean, rng):
        yield from _renamed(clean, name, name[:-1] + rng.choice(_GIVEN))


def _surname(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A rare surname."""
    for name in _names(clean, rng):
        yield from _renamed(clean, name, rng.choice(_SURNAMES) + name[1:])


def _place(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A place in the unit file with such a name."""
    known = [name for name in clean.facts.mentions if name.endswith(("镇", "县", "乡", "区")) and len(name) == 3]
    for name in shuffled(rng, known):
        yield from _renamed(clean, name, rng.choice(_PLACES))


def _in_speech(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A name that is only in the speech."""
    if clean.is_chinese:
        surnames, frames = "王李张刘", ["{}同志的发言，给我印象很深。", "前些天，{}同志还给我们打来电话。"]
        sentences = [
            frame.format(surname + rare) for frame in frames for surname in surnames for rare in rng.sample(_GIVEN, 2)
        ]
        yield from added(clean, rng, sentences)


def _lost(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A character that was lost when the speech was saved in another encoding, or pasted from a PDF."""
    for match in matches(clean, rng, r"(?<=[\u4e00-\u9fff])[\u4e00-\u9fff](?=[\u4e00-\u9fff])"):
        yield put(clean, *match.span(), rng.choice(["\ufffd", "\ufffd\ufffd", "\ue0a1", "\uf0b7", "锟斤拷"]))


def _lost_in_name(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A rare character of a name was lost, in the unit file too."""
    for name in _names(clean, rng):
        yield from _renamed(clean, name, name[:-1] + rng.choice("\ufffd\ue5e5\uf8ff"))


def _names(clean: Clean, rng: Random) -> list[str]:
    """The people named both in the unit file and in the speech."""
    names = {person.name for person in clean.facts.people if clean.is_chinese and "某" not in person.name}
    return shuffled(rng, sorted(name for name in names if name in clean.text and name in clean.file_text))


def _renamed(clean: Clean, name: str, new: str) -> Iterator[Injected]:
    """Replace the name everywhere, in the unit file too."""
    spans: tuple[Span, ...] = tuple((at, at + len(new)) for at in places(clean.text.replace(name, new), new))
    if spans and not clean.is_known(new):
        facts = clean.with_file(clean.file_text.replace(name, new))
        yield Injected(clean.text.replace(name, new), *spans[0], elsewhere=spans[1:], facts=facts)


RARE_CHARACTER: Kinds = {
    "given-name": _given_name,
    "surname": _surname,
    "place": _place,
    "in-speech": _in_speech,
    "lost": _lost,
    "lost-in-name": _lost_in_name,
}
