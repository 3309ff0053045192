"""What the files say of a unit, as plain data for rules: names, people, days, figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from speechgen.checks.name_index import NameIndex, is_name_path, may_be_name
from speechgen.model import Datum, Day, Figure, Given, Items, Metric, Record, Text, origin_of
from speechgen.reading import property_at

if TYPE_CHECKING:
    from speechgen.checks.other_units import OtherUnits
    from speechgen.checks.similarity import Likeness
    from speechgen.model import Place
    from speechgen.workspace import UnitContext


class Person(NamedTuple):
    """A person whom the files name, with the posts that they give; `path` is where, such as `unit.head`."""

    name: str
    posts: tuple[str, ...]
    path: str
    place: Place | None


class MetricFact(NamedTuple):
    """A metric: its title and measure word as its template declares them (empty without one), exact figures, and the
    words in which the speech says it. `before` and `after` are of a change; else `value`.
    """

    path: str
    title: str
    measure: str
    words: str
    place: Place | None
    value: Decimal | None = None
    before: Decimal | None = None
    after: Decimal | None = None
    round_to: int | None = None


class ComparisonFacts(NamedTuple):
    """What is known of a speech only when it has been compared with others: the speech that it is most like, if any is
    too much alike, and the unit file that has all the same figures.
    """

    alike: Likeness | None = None
    same_metrics: str | None = None


@dataclass(frozen=True)
class Facts:
    """What rules know. Without a unit file, of a speech that somebody has sent, all of it is empty.

    `unit`: the unit's name, short name and aliases, in this order, without doubles. `others`: the names of the
    workspace's other units. `people`: everybody whom the files name. `texts`: every text of the files. `metrics`: the
    figures. `numbers`: every other number, and `titles`: what its template calls it, by the same path, so that a rule
    can tell 几点经验 by the words around it. `days`: every day by its path. `rate`: characters or words a
    minute; None is the usual rate of the speech's language. `unused`: what the unit file has and the speech never says.
    `comparison`: what comparing with other speeches shows.
    """

    unit: tuple[str, ...] = ()
    subordinates: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    leading_body: str | None = None
    campaign: tuple[str, ...] = ()
    author: Person | None = None
    people: tuple[Person, ...] = ()
    texts: tuple[Given, ...] = ()
    metrics: tuple[MetricFact, ...] = ()
    numbers: Mapping[str, Decimal] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, Day] = field(default_factory=dict)
    minutes: Decimal | None = None
    minutes_place: Place | None = None
    rate: int | None = None
    others: OtherUnits | None = None
    unused: tuple[Given, ...] = ()
    comparison: ComparisonFacts | None = None

    @property
    def meeting(self) -> Day | None:
        """The day of the meeting, where the files give it."""
        return self.days.get("dates.meeting")

    @cached_property
    def said(self) -> str:
        """Every text of the files, one a line: `name in facts.said` tells whether the files know a name."""
        return "\n".join([given.words for given in self.texts])

    @cached_property
    def names(self) -> NameIndex:
        """Every name that the files have, by its key, whosever it is."""
        return NameIndex(self._names)

    def is_in_name(self, text: str, start: int, end: int) -> bool:
        """Whether a change of `text[start:end]` would change a name of the files, or of the workspace's other units."""
        return self._protected.is_around(text, start, end) or (
            self.others is not None and self.others.index.is_around(text, start, end)
        )

    @cached_property
    def _names(self) -> frozenset[str]:
        given = (self.unit, self.subordinates, self.mentions, self.group, self.campaign, (self.leading_body or "",))
        people = (person.name for person in self.people)
        by_path = (given.words for given in self.texts if is_name_path(given.path))
        return frozenset((*(name for names in given for name in names), *people, *by_path))

    @cached_property
    def _protected(self) -> NameIndex:
        """The names, and what may be one: a template may have any key for a person."""
        return NameIndex((*self._names, *(given.words for given in self.texts if may_be_name(given.words))))


# Keys of people, and the list in which a unit file names people who stand nowhere else in it.
_PEOPLE = "people"


def unit_facts(context: UnitContext, others: OtherUnits | None = None) -> Facts:
    """The facts in a unit's values, whether or not they are complete; `others` are the workspace's other units."""
    template = context.template
    if template is None:
        return replace(facts_of(context.data), others=others)
    metrics = {name: declared.title for name, declared in template.manifest.metrics.items()}
    facts = replace(facts_of(context.data, metrics), others=others)
    titles = {path: property_at(template.schema.document, path).get("title") for path in facts.numbers}
    return replace(facts, titles={path: str(title) for path, title in titles.items() if title})


def facts_of(values: Record, titles: Mapping[str, str] | None = None) -> Facts:
    """The facts in a unit's values, all layers merged. `titles` are the metrics' titles."""
    texts, numbers, days, people = [], {}, {}, []
    for path, datum, record in _leaves(values):
        origin = origin_of(datum)
        place = origin.place if origin else None
        if isinstance(datum, Day):
            days[path] = datum
        elif isinstance(datum, Figure):
            numbers[path] = Decimal(datum)
        elif isinstance(datum, str) and datum:
            texts.append(Given(path, str(datum), place))
            if path.endswith(".name") and record is not None and path.rpartition(".")[0] and _is_person(record, path):
                people.append(Person(str(datum), _posts(record.get("post")), path.rpartition(".")[0], place))
    unit = _record(values, "unit")
    author = next((person for person in people if person.path == "group.leader"), None)
    minutes = values.get("minutes")
    return Facts(
        unit=_names(unit),
        subordinates=_texts(unit.get("subordinates")),
        mentions=_texts(values.get("mentions")),
        group=_names(_record(values, "group")),
        leading_body=str(body) if (body := _record(values, "leading_body").get("name")) else None,
        campaign=_names(_record(values, "campaign")),
        author=author,
        people=tuple(people),
        texts=tuple(texts),
        metrics=tuple(_metrics(_record(values, "metrics"), titles or {})),
        numbers={path: number for path, number in numbers.items() if not path.startswith("metrics.")},
        days=days,
        minutes=Decimal(minutes) if isinstance(minutes, Figure) else None,
        minutes_place=minutes._origin.place if isinstance(minutes, Figure) and minutes._origin else None,
    )


def _leaves(datum: Datum, path: str = "", record: Record | None = None) -> Iterator[tuple[str, Datum, Record | None]]:
    """Every scalar with its path and the mapping that holds it."""
    if isinstance(datum, Record):
        for key, child in datum.items():
            yield from _leaves(child, f"{path}.{key}" if path else key, datum)
    elif isinstance(datum, Items):
        for index, child in enumerate(datum):
            yield from _leaves(child, f"{path}[{index}]", record)
    else:
        yield path, datum, record


def _is_person(record: Record, path: str) -> bool:
    """Whether a mapping with a name is a person: it has a post, or stands among the people."""
    return "post" in record or path.startswith(_PEOPLE)


def _posts(post: Datum | None) -> tuple[str, ...]:
    """局党组书记、局长: two posts."""
    return tuple(filter(None, str(post or "").split("、")))


def _record(values: Record, key: str) -> Record:
    found = values.get(key)
    return found if isinstance(found, Record) else Record()


def _names(record: Record) -> tuple[str, ...]:
    """The name, the short name and the aliases of a unit, a group or a campaign."""
    names = [record.get("name"), record.get("short"), *_texts(record.get("aliases"))]
    return tuple(dict.fromkeys(str(name) for name in names if isinstance(name, str) and name))


def _texts(datum: Datum | None) -> tuple[str, ...]:
    if isinstance(datum, Text):
        return (str(datum),)
    return tuple(str(item) for item in datum if isinstance(item, Text)) if isinstance(datum, Items) else ()


def _metrics(metrics: Record, titles: Mapping[str, str]) -> Iterator[MetricFact]:
    for name, metric in metrics.items():
        origin = origin_of(metric)
        parts = metric if isinstance(metric, Record) else Record({"value": metric})
        value, before, after = (_decimal(parts.get(key)) for key in ("value", "before", "after"))
        if value is not None or after is not None:
            words = str(metric) if isinstance(metric, Metric) else ""
            place = origin.place if origin else None
            measure = str(parts.get("measure", ""))
            yield MetricFact(f"metrics.{name}", titles.get(name, ""), measure, words, place, value, before, after)


def _decimal(datum: Datum | None) -> Decimal | None:
    return Decimal(datum) if isinstance(datum, Figure) else None
