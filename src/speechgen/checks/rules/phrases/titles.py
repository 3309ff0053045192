"""Titles of laws, regulations and Party rules in 《》 that are almost those of the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from speechgen.checks.rule import Finding
from speechgen.checks.rules.patterns import lazily
from speechgen.checks.rules.phrases.near_forms import is_typed_for
from speechgen.checks.tables import word_list
from speechgen.messages import translated
from speechgen.model import Severity

_TITLE = lazily(r"《(?:中华人民共和国)?(?P<title>[^《》〈〉\n]{4,40}?)(?:（试行）|\(试行\)|（草案）|（修订）)?》")
_KEY = 2  # characters at the start or the end by which titles are looked up
_MIN_LENGTH = 8  # characters: with one word less or more, shorter titles are others
_LONG = 10  # characters; of shorter titles, one with another character is another
_LONGEST_WORD = 2
_KINDS = ("法", "条例", "规定", "准则", "办法", "细则", "规则", "章程", "意见")
# 《城市市容管理条例》 and the like are of a place; these words are also in titles that differ only by them.
_OTHER_TITLES = ("实施", "暂行", "若干", "修正", "管理", "特别", "工作条例")
_UNCERTAIN: Severity = "warning"


class _Difference(NamedTuple):
    """Where a title differs from one of the tables: `written` instead of `expected`."""

    written: str
    expected: str


def titles(text: str) -> Iterator[Finding]:
    """Yield each title in 《》 that is none of the tables and differs from one of them by a character or a word."""
    for found in _TITLE.finditer(text) if "《" in text else ():
        title = found["title"]
        known = _titles()
        if title in known or not title.endswith(_KINDS):
            continue
        near = {name for key in (title[:_KEY], title[-_KEY:]) for name in _by_key().get(key, ())}
        if any(name.endswith(title) for name in near):
            continue  # 《纪律处分条例》
        for name in sorted(near):
            if (finding := _finding(title, name, found.start("title"))) is not None:
                yield finding
                break


def _finding(title: str, name: str, start: int) -> Finding | None:
    message, fix = (
        translated("{title} differs from {right}", title=f"《{title}》", right=f"《{name}》"),
        translated("write {right}", right=f"《{name}》"),
    )
    if is_typed_for(title, name):
        return Finding(start, start + len(title), message, fix, name)
    written, expected = _difference(title, name)
    if len(name) < _MIN_LENGTH or any(word in _OTHER_TITLES for word in (written, expected)):
        return None
    if written and expected and len(name) < _LONG:
        return None
    if 0 < len(written) + len(expected) <= _LONGEST_WORD and not expected.endswith(_KINDS):
        what = (
            translated("{message}: {words} is missing", message=message, words=expected)
            if not written
            else translated("{message}: extra {words}", message=message, words=written)
            if not expected
            else translated("{message}: not {words}", message=message, words=written)
        )
        return Finding(start, start + len(title), what, fix, severity=_UNCERTAIN)
    return None


def _difference(title: str, name: str) -> _Difference:
    first = 0
    while first < min(len(title), len(name)) and title[first] == name[first]:
        first += 1
    last = 0
    while last < min(len(title), len(name)) - first and title[-1 - last] == name[-1 - last]:
        last += 1
    return _Difference(title[first : len(title) - last], name[first : len(name) - last])


@cache
def _titles() -> frozenset[str]:
    return frozenset((*word_list("phrases/laws"), *word_list("phrases/regulations"), *word_list("phrases/party_rules")))


@cache
def _by_key() -> Mapping[str, tuple[str, ...]]:
    """The titles by their first and by their last characters."""
    found: dict[str, tuple[str, ...]] = {}
    for title in sorted(_titles()):
        for key in {title[:_KEY], title[-_KEY:]}:
            found[key] = (*found.get(key, ()), title)
    return found
