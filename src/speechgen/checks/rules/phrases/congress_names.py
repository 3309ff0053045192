"""Names of congresses and sessions with the measure word of another: 二十大三中全会, 第二十届全国代表大会."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.checks.rule import Finding
from speechgen.checks.rules.patterns import lazily
from speechgen.messages import translated

_NUMBER = "[一二三四五六七八九十]{1,3}"
# A congress of the Party is the nth, 第…次; it elects the nth Central Committee, 第…届, which has plenary sessions.
_PLENUM = lazily(rf"(?P<term>{_NUMBER})[大次](?=第?[一二三四五六七八九]中全会)")
_PARTY = lazily(rf"(?:党的|中国共产党|中共)第?(?P<term>{_NUMBER})届(?=全国代表大会)")
_COMMITTEE = lazily(rf"第(?P<term>{_NUMBER})次(?=中央(?:纪律检查)?委员会(?!全体|扩大|会议)|中央纪委)")
# The National People's Congress, and its sessions: 第十四届全国人民代表大会第一次会议.
_PEOPLES = lazily(rf"第?(?P<term>{_NUMBER})次(?=全国人民代表大会|全国人大(?!常))")
_SESSION = lazily(rf"届全国(?:人民代表大会|人大)第?(?P<term>{_NUMBER})(?:次全会|中全会|次全体会议)")


def congress_names(text: str) -> Iterator[Finding]:
    """Yield each name of a congress or session with the measure word of another."""
    for found in _PLENUM.finditer(text) if "中全会" in text else ():
        message = translated(
            "{written}: the plenary sessions are those of a Central Committee (届), not of a congress", written=found[0]
        )
        yield _changed(found.start(), found.end(), f"{found['term']}届", message)
    for found in _PARTY.finditer(text) if "届全国代表大会" in text else ():
        right = found[0][:-1] + "次"
        message = translated("{written}: a national congress of the Party has 次, not 届", written=found[0])
        yield _changed(found.start(), found.end(), right, message)
    for found in _COMMITTEE.finditer(text) if "次中央" in text else ():
        right = found[0][:-1] + "届"
        message = translated("{written}: a Central Committee has 届, not 次", written=found[0])
        yield _changed(found.start(), found.end(), right, message)
    for found in _PEOPLES.finditer(text) if "次全国人" in text else ():
        right = found[0][:-1] + "届"
        message = translated("{written}: a National People's Congress has 届, not 次", written=found[0])
        yield _changed(found.start(), found.end(), right, message)
    for found in _SESSION.finditer(text) if "届全国人" in text else ():
        start = found.start("term") - (1 if text[found.start("term") - 1] == "第" else 0)
        right = f"{text[start : found.end('term')]}次会议"
        message = translated(
            "{written}: a National People's Congress has 会议, not 全会", written=text[start : found.end()]
        )
        yield _changed(start, found.end(), right, message)


def _changed(start: int, end: int, right: str, message: str) -> Finding:
    return Finding(start, end, message, translated("write {right}", right=right), right)
