"""Find the names in a speech: those in the unit file, and those before 同志 or after a post."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from speechgen.checks.facts import Facts
from speechgen.checks.reach import within_sentence
from speechgen.checks.rules.patterns import lazily

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_CALLED = lazily("同志(?!们)|先生|女士")
_BEFORE = lazily(rf"[{_HAN}]{{2,3}}$")
# A name of two or three characters may begin after these.
_BOUNDARY = lazily(
    rf"(?:^|[^{_HAN}]|书记|主任|主席|委员|教授|组员|经理|刚才|[局厅市县区乡镇院校处科部省组会所站队村]长|[员师由和与请])$"
)
_POST_AND_NAME = lazily(
    "(?:长(?<=[局厅市县区乡镇院校处科部省组会所站队村]长)|书记|主任|主席|委员|教授|组员|经理)"
    rf"([‹names/surnames_after_posts›][{_HAN}](?:[{_HAN}](?<![主作就说讲对在指表带的和与要会发介传通同等代出陪认强]))?)"
)


class SpokenName(NamedTuple):
    """The first place of a name in a speech.

    `person`: a person in the unit file; `addressed`: somebody called 同志; `possible`: words that may be a name.
    """

    start: int
    words: str
    kind: Literal["person", "addressed", "possible", "organisation"]

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.words)

    def moved(self, by: int) -> SpokenName:
        """The same name, `by` characters further on."""
        return self._replace(start=self.start + by)


def spoken_names(text: str, facts: Facts) -> tuple[SpokenName, ...]:
    """The names in a text, each once, people first."""
    people = tuple(dict.fromkeys(person.name for person in facts.people))
    organisations = (
        *facts.unit,
        *facts.subordinates,
        *facts.group,
        *facts.mentions,
        *filter(None, [facts.leading_body]),
    )
    names = {name: SpokenName(text.index(name), name, "person") for name in people if name in text}
    for name in (*_called(text), *_after_posts(text)):
        if not any(person in name.words or name.words in person for person in names):
            names[name.words] = name
    for organisation in organisations:
        if organisation in text:
            names.setdefault(organisation, SpokenName(text.index(organisation), organisation, "organisation"))
    return tuple(names.values())


@within_sentence
def _called(text: str) -> Iterator[SpokenName]:
    """Yield people who are called 同志: 刚才覃玉山同志."""
    for found in _CALLED.finditer(text):
        end = found.start()
        before = _BEFORE.search(text, max(0, end - 3), end)
        if before is None:
            continue
        for start in (end - 2, before.start()):
            if _BOUNDARY.search(text, max(0, start - 2), start):
                yield SpokenName(start, text[start:end], "addressed")
                break
        else:
            yield SpokenName(before.start(), before[0], "possible")


@within_sentence
def _after_posts(text: str) -> Iterator[SpokenName]:
    """Yield people after a post: 局长王昶."""
    for found in _POST_AND_NAME.finditer(text):
        yield SpokenName(found.start(1), found[1], "possible")
