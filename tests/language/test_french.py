"""French: numerals, dates, figures and their spaces, elision, sentences, and what `check` knows about it."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.checks.facts import facts_of
from speechgen.checks.rule import Draft
from speechgen.checks.rules import RULES
from speechgen.formats.docx.sentences import Piece, sentences
from speechgen.formats.edited_speech import speech_of
from speechgen.language import CannotSay, detect_language, language
from speechgen.language.fr.elision import begins_with_vowel
from speechgen.language.fr.numerals import in_words
from speechgen.model import Day, Spoken
from speechgen.reading.schema import Schema
from speechgen.reading.yaml_file import parse_yaml

FR = language("fr")
N, U = "\u202f", "\u00a0"  # the thin space of figures, and the word space of « », : and %


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zéro"),
        (16, "seize"),
        (17, "dix-sept"),
        (21, "vingt et un"),
        (22, "vingt-deux"),
        (61, "soixante et un"),
        (70, "soixante-dix"),
        (71, "soixante et onze"),
        (77, "soixante-dix-sept"),
        (80, "quatre-vingts"),
        (81, "quatre-vingt-un"),
        (91, "quatre-vingt-onze"),
        (99, "quatre-vingt-dix-neuf"),
        (100, "cent"),
        (101, "cent un"),
        (200, "deux cents"),
        (201, "deux cent un"),
        (280, "deux cent quatre-vingts"),
        (1000, "mille"),
        (1001, "mille un"),
        (2000, "deux mille"),
        (80_000, "quatre-vingt mille"),
        (200_000, "deux cent mille"),
        (1_000_000, "un million"),
        (80_000_000, "quatre-vingts millions"),
        (200_000_000, "deux cents millions"),
        (1_234_567, "un million deux cent trente-quatre mille cinq cent soixante-sept"),
        (3_000_000_001, "trois milliards un"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert in_words(number) == words
    assert FR.filters["numeral"](number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "une"), (21, "vingt et une"), (81, "quatre-vingt-une"), (11, "onze"), (1001, "mille une"), (2, "deux")],
)
def test_feminine_numbers(number: int, words: str) -> None:
    assert FR.filters["numeral"](number, "f") == words


@given(st.integers(0, 10**16 - 1))
def test_every_number_has_words_of_its_own(number: int) -> None:
    words = in_words(number)
    assert _value(words) == number
    assert not re.search("milles|  ", words)


def _value(words: str) -> int:
    """The number that words mean, read from left to right."""
    units = {in_words(number): number for number in range(17)} | {"vingts": 20, "cents": 100, "cent": 100}
    units |= {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
    total = below = 0
    for word in re.split(r"[ -]| et ", words):
        name = word.removesuffix("s") if word.startswith(("mill", "bill")) else word
        if name in ("million", "milliard", "billion"):
            total, below = total + below * {"million": 10**6, "milliard": 10**9, "billion": 10**12}[name], 0
        elif name == "mille":
            # In a number of billions the thousands multiply what is before the noun only.
            below = (below or 1) * 1000
        elif name in ("cent", "cents"):
            thousands, rest = divmod(below, 1000)
            below = thousands * 1000 + (rest or 1) * 100
        elif name in ("vingt", "vingts") and below % 100 == 4:
            below += 76
        elif name != "et":
            below += units[name]
    return total + below


@pytest.mark.parametrize(
    ("place", "arguments", "words"),
    [
        (1, (), "premier"),
        (1, ("words", "f"), "première"),
        (4, (), "quatrième"),
        (5, (), "cinquième"),
        (9, (), "neuvième"),
        (10, (), "dixième"),
        (11, (), "11e"),
        (1, ("digits",), "1er"),
        (1, ("digits", "f"), "1re"),
        (1, ("adverb",), "premièrement"),
        (21, ("adverb",), "vingt et unièmement"),
        (80, ("adverb",), "quatre-vingtièmement"),
    ],
)
def test_positions_in_a_list(place: int, arguments: tuple[str, ...], words: str) -> None:
    assert FR.filters["ordinal"](place, *arguments) == words


@pytest.mark.parametrize(
    ("day", "form", "words"),
    [
        (Day(2025, 5, 1), "full", "1er mai 2025"),
        (Day(2025, 8, 31), "short", "31 août"),
        (Day(2025, 2), "full", "février 2025"),
        (Day(2025, 12, 1), "short-month", "décembre"),
    ],
)
def test_dates(day: Day, form: str, words: str) -> None:
    assert FR.filters["date"](day, form) == words


@pytest.mark.parametrize(
    ("first", "last", "arguments", "words"),
    [
        (Day(2015, 8, 28), Day(2015, 9, 4), (), "du 28 août au 4 septembre 2015"),
        (Day(2025, 5, 1), Day(2025, 5, 4), (), "du 1er au 4 mai 2025"),
        (Day(2025, 5, 1), Day(2025, 5, 4), ("short",), "du 1er au 4 mai"),
        (Day(2025, 12, 30), Day(2026, 1, 1), ("short",), "du 30 décembre 2025 au 1er janvier 2026"),
        (Day(2025, 8, 28), Day(2025, 9, 4), ("short", "–"), "28 août – 4 septembre"),
        (Day(2025, 1), Day(2025, 3), (), "de janvier à mars 2025"),
        (Day(2025, 10), Day(2026, 1), (), "d’octobre 2025 à janvier 2026"),
        (Day(2025, 5, 1), Day(2025, 5, 1), (), "1er mai 2025"),
        (30, 50, (), "de 30 à 50"),
        (30, 50, ("full", "–"), "30–50"),
    ],
)
def test_ranges(first: object, last: object, arguments: tuple[str, ...], words: str) -> None:
    assert FR.filters["to"](first, last, *arguments) == words


@pytest.mark.parametrize(
    ("value", "arguments", "words"),
    [
        ("1250000", (), "1,25 million d’euros"),
        ("2000000000", (), "2 milliards d’euros"),
        ("-12.5", (), f"-12,50{U}€"),
        ("3000000", ("franc|francs",), "3 millions de francs"),
        ("1", ("franc|francs",), "1 franc"),
    ],
)
def test_sums_of_money(value: str, arguments: tuple[str, ...], words: str) -> None:
    assert FR.filters["money"](Decimal(value), *arguments) == words


def test_quotation_marks_have_their_spaces_once() -> None:
    assert FR.filters["quoted"]("bravo") == f"«{U}bravo{U}»"
    assert FR.filters["quoted"]("« bravo »") == f"«{U}bravo{U}»"
    assert FR.filters["quoted"]("le “bravo” des autres") == f"«{U}le “bravo” des autres{U}»"


def test_nothing_and_one_are_singular() -> None:
    assert [FR.filters["plural"](Decimal(number), "jour", "jours") for number in ("0", "1", "1.9", "2")] == [
        *["jour"] * 3,
        "jours",
    ]


def test_times_of_day() -> None:
    assert [FR.filters["time_of_day"](time) for time in ("0:00", "1:00", "8:05", "12:00")] == [
        "minuit",
        f"1{U}heure",
        f"8{U}h{U}05",
        "midi",
    ]


@pytest.mark.parametrize(
    ("figure", "measure", "round_to", "printed"),
    [
        ("2413", "lettre|lettres", 100, f"plus de 2{N}400 lettres"),
        ("2400", "lettre|lettres", 100, f"2{N}400 lettres"),
        ("96", "visite|visites", 10, "près de 100 visites"),
        ("0", "lettre|lettres", None, "0 lettre"),
        ("1", "lettre|lettres", None, "1 lettre"),
        ("1.5", "kilomètre|kilomètres", None, "1,5 kilomètre"),
        ("2", "lettre|lettres", None, "2 lettres"),
        ("98.6", "%", None, f"98,6{U}%"),
        ("1250000", "€", None, "1,25 million d’euros"),
        ("12345.5", "€", None, f"12{N}345,5{U}€"),
        ("1500000", "habitant|habitants", 100_000, "1,5 million d’habitants"),
        ("2345678", "habitant|habitants", 100_000, "plus de 2,3 millions d’habitants"),
        ("3000000", "lettre|lettres", 1000, "3 millions de lettres"),
        ("-4", "degré|degrés", 10, "-4 degrés"),
        ("7", "", None, "7"),
    ],
)
def test_amounts(figure: str, measure: str, round_to: int | None, printed: str) -> None:
    assert FR.amount(Decimal(figure), measure=measure, round_to=round_to) == printed


@pytest.mark.parametrize(
    ("before", "after", "measure", "compared", "printed"),
    [
        (214, 92, "plainte|plaintes", None, f"en baisse de 57{U}%"),
        (92, 214, "plainte|plaintes", "sur un an", f"en hausse de 133{U}% sur un an"),
        (5, 5, "plainte|plaintes", None, "stable"),
        (0, 92, "plainte|plaintes", None, "en hausse, de 0 à 92"),
        (90, 94, "%", None, "en hausse de 4 points"),
        (90, 91, "%", None, "en hausse de 1 point"),
    ],
)
def test_changes(before: int, after: int, measure: str, compared: str | None, printed: str) -> None:
    assert FR.change(Decimal(before), Decimal(after), measure=measure, compared=compared) == printed


@pytest.mark.parametrize("word", ["Anne", "équipe", "Hélène", "habitants", "heures", "hier", "Yves", "œuvre", "Île"])
def test_small_words_are_shortened_before_a_vowel(word: str) -> None:
    assert begins_with_vowel(word)


@pytest.mark.parametrize("word", ["Martine", "onze", "Hassan", "haricots", "hausse", "Hugo", "Yann", "huit", "8 jours"])
def test_small_words_are_whole_before_other_sounds(word: str) -> None:
    assert not begins_with_vowel(word)


def test_a_word_that_is_never_shortened_is_reported() -> None:
    with pytest.raises(CannotSay, match=r"“pour” is not a form; the forms are de, le"):
        FR.filters["elided"]("Anne", "pour")


def test_years_have_no_space() -> None:
    assert FR.to_text(2014) == "2014"
    assert FR.to_text(12_014) == f"12{N}014"


def test_words_are_counted_with_their_figures_and_short_words() -> None:
    text = f"L’équipe a lu 12{N}413 lettres{N}; «{U}bravo{U}», dit-elle."
    assert FR.reading_aloud.length(text) == 7


def test_minutes_on_the_review_page() -> None:
    spoken = Spoken(2421, Decimal("17.3"), Decimal("15.6"), Decimal("20.8"))
    assert FR.labels.length(spoken) == f"2{N}421 mots, environ 17 minutes (16–21)"


def test_sentences_of_the_large_layout() -> None:
    text = f"M. Morel est là. «{U}Enfin{N}!{U}» Mme Roy rit… Et vous{N}? Oui, p. 3. À demain."
    assert ["".join(piece.text for piece in each).strip() for each in sentences([Piece(text, False)], "fr")] == [
        "M. Morel est là.",
        f"«{U}Enfin{N}!{U}»",
        "Mme Roy rit…",
        f"Et vous{N}?",
        "Oui, p. 3.",
        "À demain.",
    ]


def test_french_is_recognised() -> None:
    assert detect_language("Chers amis, nous voici réunis pour le départ de Martine.") == "fr"


HEAD = "Pour le départ de Martine\n24 octobre 2014\nChers amis,\n"


def _found(code: str, text: str, unit_file: str = "unit: {name: Mairie}") -> list[str]:
    value, _ = parse_yaml(unit_file, "unit.yaml")
    assert value is not None
    facts = facts_of(Schema({"type": "object"}).read(value)[0])
    draft = Draft(speech_of((HEAD + text).encode(), ".txt", "speech.txt"))
    assert draft.language == "fr"
    assert RULES[code].is_for("fr")
    return [draft.text[each.start : each.end] for each in RULES[code].find(draft, facts)]


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("repeat", "Nous pensons à vous et et à vos projets pour la suite.", ["et et"]),
        ("repeat", "Nous nous souvenons de ce que vous vous êtes dit.", []),
        ("date", "Le 31 avril, nous serons dans la cour.", ["31 avril"]),
        ("date", "Nous serons là le vendredi 24 octobre 2014, et le lundi 27.", []),
        ("date", "Nous serons là le jeudi 24 octobre 2014.", ["jeudi 24 octobre 2014"]),
        ("date", "Elle est arrivée le 1er mai 1983, dans la cour de la mairie.", []),
        ("placeholder", "Nous remercions XX pour le café.", ["XX"]),
        ("rare-character", "Nous le di\u00adsons dans la cour.", ["\u00ad"]),
        ("rare-character", f"Nous le disons{N}: «{U}bravo{U}» dans la cour.", []),
    ],
)
def test_rules(code: str, text: str, words: list[str]) -> None:
    assert _found(code, text) == words


def test_a_misspelt_surname_is_found_after_its_title() -> None:
    unit = "unit: {name: Mairie}\npeople: [{name: Martine Lefebvre}]"
    assert _found("near-name", "Nous saluons Mme Lefevbre pour le travail.", unit) == ["Lefevbre"]
    assert _found("near-name", "Nous saluons Mme Lefebvre pour le travail.", unit) == []


def test_the_date_line_is_compared_with_the_unit_file() -> None:
    unit = "unit: {name: Mairie}\ndates: {meeting: 2014-10-23}"
    assert _found("date", "Nous sommes là pour vous.", unit) == ["24 octobre 2014"]
