"""Every word of the tables makes a difference: a rule finds it, or a name is read with it."""

from __future__ import annotations

import pytest

from speechgen.checks.rules.characters.pronunciation import needs_pinyin, places, surname
from speechgen.checks.rules.names.departments import department
from speechgen.checks.rules.names.leading_bodies import kinds_with_leading_body
from speechgen.checks.rules.names.persons import parse_posts
from speechgen.checks.rules.names.unit_kinds import kind_of
from speechgen.checks.rules.names.words_before_names import ends_in_common_word
from speechgen.checks.tables import characters, groups, pairs, word_list, word_set

from .rules import found


@pytest.mark.parametrize("name", ["repeats/function_words", "repeats/rarely_doubled"])
def test_doubled_words_are_reported(name: str) -> None:
    assert [word for word in word_list(name) if not found("repeat", f"这一点，{word}{word}，要说清楚。")] == []


def test_words_that_are_doubled_on_purpose_are_left_alone() -> None:
    reported = [
        word for word in word_list("repeats/doubled_on_purpose") if found("repeat", f"我们{word}{word}，再作决定。")
    ]
    assert reported == []


def test_characters_that_are_never_doubled_are_reported() -> None:
    once = characters("repeats/never_doubled") | set(groups("repeats/function_characters"))
    assert [each for each in sorted(once) if not found("repeat", f"他说，{each}{each}，大家记住。")] == []


def test_phrases_with_a_doubled_character_are_left_alone() -> None:
    for character, phrases in groups("repeats/function_characters").items():
        assert [phrase for phrase in phrases if character * 2 not in phrase] == []


def test_every_sector_makes_a_department() -> None:
    generic = word_set("names/generic_sectors")
    sectors = word_list("names/sectors")
    assert generic < set(sectors)
    assert [
        each for each in sectors if department(f"市{each}局", len(each) + 2, "局") != (None if each in generic else 1)
    ] == []
    assert [each for each in word_list("names/committees") if department(f"市{each}委", len(each) + 2, "委") != 1] == []


def test_every_rank_is_read() -> None:
    ranks = word_list("names/ranks")
    assert [rank for rank in ranks if not rank.endswith(parse_posts((f"县里{rank}",))[0].rank)] == []
    assert word_set("names/single_posts") <= set(ranks)
    assert {post for posts in groups("names/heads").values() for post in posts} <= word_set("names/single_posts")


def test_every_ending_shows_its_kind() -> None:
    kinds = groups("names/unit_kinds")
    assert [end for kind, ends in kinds.items() for end in ends if kind_of(f"清江{end}") != kind] == []
    bodies = groups("names/leading_body_prefixes")
    assert set(bodies) | set(groups("names/heads")) <= set(kinds)
    assert all(kind in kinds_with_leading_body(prefix) for kind, prefixes in bodies.items() for prefix in prefixes)


def test_every_reading_is_given() -> None:
    for family, pinyin in pairs("characters/surname_readings").items():
        assert surname(f"{family}明", "person") == (family, pinyin)
    for place in places():
        assert place in "".join(found("rare-character", f"我们去{place.removesuffix('县')}县学习。"))


def test_well_known_characters_are_uncommon_ones_that_need_no_pinyin() -> None:
    known = characters("characters/well_known")
    assert [each for each in sorted(known) if needs_pinyin(each) or each.encode("gb2312")[0] < 0xD8] == []


def test_surnames() -> None:
    surnames = characters("names/surnames")
    assert characters("names/common_surnames") <= surnames
    assert characters("names/rare_surnames") <= surnames
    assert [word for word in word_list("names/not_names") if word[0] not in surnames] == []
    assert all(len(name) == 2 for name in word_list("names/compound_surnames"))
    assert all(ends_in_common_word(word, 2) for word in word_list("names/common_words"))
