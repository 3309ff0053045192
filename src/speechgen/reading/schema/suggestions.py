"""What an unknown name may be meant for: by similar names, and by the titles that a template gives to names."""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.messages import either, joined_words, translated

_SIMILAR = 0.6
_MAX_SUGGESTED = 3
_SHORTEST = 2  # characters


def nearest(name: str, known: list[str]) -> str | None:
    """The known name that is most similar; None if none is."""
    import difflib
    import unicodedata

    folded = {unicodedata.normalize("NFKC", each).casefold().replace("-", "_"): each for each in reversed(known)}
    wanted = unicodedata.normalize("NFKC", name).casefold().replace("-", "_").strip()
    matches = difflib.get_close_matches(wanted, folded, n=1, cutoff=_SIMILAR)
    return folded[matches[0]] if matches else None


def suggestion(name: str, titles: Mapping[str, str]) -> str | None:
    """The known names that `name` may be meant for, as a question; None if there is none.

    `titles` may be empty texts.
    """
    found = meant_names(name, titles)
    return (
        translated("did you mean {names}?", names=either(_titled(each, titles[each]) for each in found))
        if found
        else None
    )


def meant_names(name: str, titles: Mapping[str, str]) -> list[str]:
    """The known names that `name` may be meant for.

    Somebody who reads 班子成员上党课 above `lectures:` may write the title, or part of it, where the key belongs.
    """
    near = nearest(name, list(titles))
    return [near] if near else _by_title(name, titles)


def titled(titles: Mapping[str, str]) -> str:
    """The names with their titles, listed."""
    if not any(titles.values()):
        return joined_words(titles)
    return translated("; ").join(_titled(name, title) for name, title in titles.items())


def _titled(name: str, title: str) -> str:
    return translated("{name} ({title})", name=name, title=title) if title else name


def _by_title(name: str, titles: Mapping[str, str]) -> list[str]:
    """The names whose titles are `name`, or have most of it in common; none if that is true of too many."""
    wanted = _folded(name)
    shares = {each: _share(wanted, _folded(title)) for each, title in titles.items() if title}
    best = max(shares.values(), default=0.0)
    found = [each for each, share in shares.items() if share == best]
    exact = [each for each in found if _folded(titles[each]) == wanted]
    return exact or (found if best >= _SIMILAR and len(found) <= _MAX_SUGGESTED else [])


def _folded(text: str) -> str:
    import unicodedata

    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _share(wanted: str, title: str) -> float:
    """How much of `wanted` is in a title: 0 if they do not have two Chinese characters or four letters in a row.

    Two characters, such as 名称, are in many titles: they must be half of it.
    """
    import difflib

    blocks = difflib.SequenceMatcher(None, wanted, title, autojunk=False).get_matching_blocks()
    longest = max((wanted[block.a : block.a + block.size] for block in blocks), key=len)
    if len(longest) < (4 if longest.isascii() else 2):
        return 0.0
    if len(wanted) == _SHORTEST and len(title) > 2 * _SHORTEST:
        return 0.0
    return sum(block.size for block in blocks) / len(wanted)
