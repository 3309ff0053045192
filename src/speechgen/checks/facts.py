"""The facts in a unit's values, as plain data for rules: names, people, days, figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from speechgen.checks.name_index import MAX_NAME, NameIndex, is_name_path, may_be_name
from speechgen.model import Datum, Day, Figure, Given, Items, Metric, Place, Record, Text, origin_of
from speechgen.reading import property_at, value_at
from speechgen.template import WORDINGS

if TYPE_CHECKING:
    from speechgen.checks.common_sentences import CommonSentences
    from speechgen.checks.other_units import OtherUnits
    from speechgen.checks.similarity import SimilarSpeech
    from speechgen.workspace import Unit, UnitContext


class Person(NamedTuple):
    """A person named in the files, with their posts. `path`: where, such as `unit.head`."""

    name: str
    posts: tuple[str, ...]
    path: str
    place: Place | None


class MetricFact(NamedTuple):
    """A metric: title and measure word as its template declares them (empty without a template), exact figures, and
    `words`, the metric as rendered. A change has `before` and `after`, any other metric `value`.
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


class Event(NamedTuple):
    """A campaign, a term or a session: its first and last day, if they are known, and where they are from."""

    name: str
    first: date | None
    last: date | None
    source: str


class OwnPhrase(NamedTuple):
    """A phrase that a workspace adds: how it is written, its wrong forms, and longer phrases with one that are right.

    Without wrong forms, all that is almost the phrase is wrong.
    """

    right: str
    wrong: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class ComparisonFacts(NamedTuple):
    """The results of comparing a speech with others. `alike`: the speech with the most similar own words, if they are
    too similar. `sentences`: those that are also in another speech, if they are too many. `same_metrics`: another unit
    file whose metrics are all the same.
    """

    alike: SimilarSpeech | None = None
    sentences: CommonSentences | None = None
    same_metrics: str | None = None


_NONE: Mapping[str, Any] = {}


class _Facts(NamedTuple):
    """What rules know of the unit. All fields are empty for a speech without a unit file.

    `unit`: the unit's name, short name and aliases, in this order, without duplicates. `others`: the names of the
    workspace's other units. `people`: everybody named in the files. `texts`: every text in the files. `metrics`: the
    metrics. `numbers`: every other number by its path. `titles`: the template's titles of these numbers, by which rules
    recognise them in a sentence (几点经验). `days`: every day by its path. `rate`: characters or words a minute; None:
    the usual rate of the language. `unused`: values of the unit file that the speech does not use.
    `printed`: the places of the texts that the speech prints. `comparison`: the results of comparing speeches. `parts`:
    where the unit file chooses its parts and wordings. `wordings`: how many the template has of each part and included
    file that has several. `file`: the unit file. `campaigns`, `sessions`, `phrases`: what the workspace adds to the
    tables of the rules.
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
    numbers: Mapping[str, Decimal] = _NONE
    titles: Mapping[str, str] = _NONE
    days: Mapping[str, Day] = _NONE
    minutes: Decimal | None = None
    minutes_place: Place | None = None
    rate: int | None = None
    others: OtherUnits | None = None
    unused: tuple[Given, ...] = ()
    printed: frozenset[Place | None] = frozenset()
    comparison: ComparisonFacts | None = None
    parts: Place | None = None
    wordings: Mapping[str, int] = _NONE
    file: str = ""
    campaigns: tuple[Event, ...] = ()
    sessions: tuple[Event, ...] = ()
    phrases: tuple[OwnPhrase, ...] = ()


class Facts(_Facts):
    """What rules know of the unit, and what follows from it, worked out when a rule first asks."""

    @property
    def meeting(self) -> Day | None:
        """The day of the meeting, if the files have it."""
        return self.days.get("dates.meeting")

    @cached_property
    def all_text(self) -> str:
        """Every text in the files, one per line. `name in facts.all_text` is whether the files contain a name."""
        return "\n".join([given.words for given in self.texts])

    @cached_property
    def named(self) -> str:
        """The texts that are names, one per line; without titles and sentences, which may have a misspelt name."""
        return "\n".join([given.words for given in self.texts if is_name_path(given.path)])

    @cached_property
    def own_texts(self) -> tuple[Given, ...]:
        """The texts in the unit file itself, without the values that all units share and the template's defaults."""
        return tuple(given for given in self.texts if given.place is not None and given.place.file == self.file)

    @cached_property
    def names(self) -> NameIndex:
        """Every name in the files, of units and people, found by its key."""
        return NameIndex(self._names)

    def is_in_name(self, text: str, start: int, end: int) -> bool:
        """Whether changing `text[start:end]` would change a name of the files or of the workspace's other units."""
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
        """The names, and all texts that look like one: a user's template may have a person under any key."""
        return NameIndex((*self._names, *(given.words for given in self.texts if may_be_name(given.words))))


_MAX_PEOPLE = 200  # more than a file has: rules compare them with the text, and with each other
_MAX_POSTS = 8  # of one person
_PEOPLE = "people"  # the list of people whom the unit file names nowhere else


def unit_facts(context: UnitContext, others: OtherUnits | None = None) -> Facts:
    """The facts in a unit's values; the values may be incomplete. `others`: the workspace's other units."""
    template, file = context.template, context.unit.shown
    if template is None:
        return facts_of(context.data)._replace(others=others, file=file)
    metrics = {name: declared.title for name, declared in template.manifest.metrics.items()}
    facts = facts_of(context.data, metrics)._replace(others=others, file=file)
    titles = {path: property_at(template.schema.document, path).get("title") for path in facts.numbers}
    return facts._replace(
        titles={path: str(title) for path, title in titles.items() if title},
        parts=_parts_place(context.unit, template.manifest.lists),
        wordings=template.wording_counts,
    )


def _parts_place(unit: Unit, lists: Iterable[str]) -> Place:
    """Where the unit file sets wordings, otherwise its first list of parts, otherwise line 1."""
    found = (value_at(unit.own, [key]) for key in (WORDINGS, *lists))
    return next((value.key_place for value in found if value is not None), Place(unit.shown))


def facts_of(values: Record, titles: Mapping[str, str] | None = None) -> Facts:
    """The facts in a unit's values, all layers merged. `titles`: the titles of the metrics."""
    texts, numbers, days = [], {}, {}
    people: list[Person] = []
    for path, datum, record in _leaves(values):
        origin = origin_of(datum)
        place = origin.place if origin else None
        if isinstance(datum, Day):
            days[path] = datum
        elif isinstance(datum, Figure):
            numbers[path] = Decimal(datum)
        elif isinstance(datum, str) and datum:
            texts.append(Given(path, str(datum), place))
            if record is not None and _is_person(record, path, datum) and len(people) < _MAX_PEOPLE:
                people.append(Person(str(datum), _posts(record.get("post")), path.rpartition(".")[0], place))
    unit = _record(values, "unit")
    author = next((person for person in people if person.path == "group.leader"), None)
    minutes = values.get("minutes")
    return Facts(
        unit=_names(unit),
        subordinates=_texts(unit.get("subordinates")),
        mentions=_texts(values.get("mentions")),
        group=_names(_record(values, "group")),
        leading_body=next(iter(_texts(_record(values, "leading_body").get("name"))), "") or None,
        campaign=_names(_record(values, "campaign")),
        author=author,
        people=tuple(people),
        texts=tuple(texts),
        metrics=tuple(_metrics(_record(values, "metrics"), titles or {})),
        numbers={path: number for path, number in numbers.items() if not path.startswith(("metrics.", "dates."))},
        days=days,
        minutes=Decimal(minutes) if isinstance(minutes, Figure) else None,
        minutes_place=minutes._origin.place if isinstance(minutes, Figure) and minutes._origin else None,
    )


def _leaves(datum: Datum, path: str = "", record: Record | None = None) -> Iterator[tuple[str, Datum, Record | None]]:
    """Yield every scalar with its path and the mapping that contains it."""
    if isinstance(datum, Record):
        for key, child in datum.items():
            yield from _leaves(child, f"{path}.{key}" if path else key, datum)
    elif isinstance(datum, Items):
        for index, child in enumerate(datum):
            yield from _leaves(child, f"{path}[{index}]", record)
    else:
        yield path, datum, record


def _is_person(record: Record, path: str, words: str) -> bool:
    """Whether a value is the name of a person: in a mapping that has a post, or in the list of people."""
    is_name = path.endswith(".name") and len(words) <= MAX_NAME
    return is_name and bool(path.rpartition(".")[0]) and ("post" in record or path.startswith(_PEOPLE))


def _posts(post: Datum | None) -> tuple[str, ...]:
    """The posts in a text: two in 局党组书记、局长."""
    return tuple(each for each in str(post or "").split("、") if 0 < len(each) <= MAX_NAME)[:_MAX_POSTS]


def _record(values: Record, key: str) -> Record:
    found = values.get(key)
    return found if isinstance(found, Record) else Record()


def _names(record: Record) -> tuple[str, ...]:
    """The name, the short name and the aliases of a unit, a group or a campaign."""
    names = [record.get("name"), record.get("short"), *_texts(record.get("aliases"))]
    return tuple(dict.fromkeys(str(name) for name in names if isinstance(name, str) and 0 < len(name) <= MAX_NAME))


def _texts(datum: Datum | None) -> tuple[str, ...]:
    items = [datum] if isinstance(datum, Text) else datum if isinstance(datum, Items) else []
    return tuple(str(item) for item in items if isinstance(item, Text) and len(item) <= MAX_NAME)


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
