"""Every filter with every kind of value: it prints words, or the problem says why not. Nothing else is raised."""

from __future__ import annotations

import re

import pytest

from speechgen.language import CODES, language
from speechgen.language.examples import example_values
from speechgen.template.filter_reference import filter_names
from speechgen.template.sandbox import Sandbox

VALUES = (
    *("none", "true", '"市住建局 office"', '""', "evaluation", "[]", "offices[0]", "offices", "-5", "0", "2.5"),
    *("0.000000000000001", "1000000000000000", "99999999999999999999", "nothing.here", "meeting", "started"),
    *("metrics.letters", "metrics.petitions", "metrics.satisfied"),
)
ARGUMENTS = {
    **dict.fromkeys(("relative", "to", "days_until", "months_until", "years_until"), "(meeting)"),
    **dict.fromkeys(("plus", "minus", "share", "per", "about", "near", "rounded"), "(20)"),
    **dict.fromkeys(("reject", "select"), '("even")'),
    **dict.fromkeys(("rejectattr", "selectattr"), '("letters")'),
    "metric": '("份")',
    "map": '("figure")',
    "plural": '("is", "are")',
}
COUNT = {"zh-CN": '("个方面")', "en": '("point", "points")'}
# A message never speaks of Python.
PYTHON = re.compile(r"object|NoneType|Decimal\(|Record|Figure|__|'str'|positional")
NAMES = [
    (code, name)
    for code in ("zh-CN", "en")
    for group in filter_names(language(code)).values()
    for name in group
    if name != "default"
]


def _printed(code: str, source: str) -> list[str]:
    """The words that a template prints, or the reason why it cannot."""
    sandbox = Sandbox(None, language(code))  # type: ignore[arg-type]  # it reads no files
    sandbox.from_string(source).render(example_values(language(code)))
    reasons = {failure.placeholder: failure.reason or f"missing: {failure.path}" for failure in sandbox.state.failures}
    return [reasons.get(words, words) for words, _ in sandbox.state.printed]


def test_all_filters_are_tried() -> None:
    assert len(NAMES) > 90
    assert {code for code, _ in NAMES} <= set(CODES)


@pytest.mark.parametrize(("code", "name"), NAMES)
def test_any_value_prints_or_says_why_not(code: str, name: str) -> None:
    call = name + (COUNT[code] if name == "count" else ARGUMENTS.get(name, ""))
    printed = _printed(code, "".join(f"{{{{ ({value}) | {call} }}}}" for value in VALUES))
    assert len(printed) == len(VALUES)
    assert [words for words in printed if PYTHON.search(words)] == []
    missing = printed[VALUES.index("nothing.here")]
    assert missing == "missing: nothing.here"


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, name in NAMES if name in ARGUMENTS])
def test_any_argument_prints_or_says_why_not(code: str, name: str) -> None:
    for given in ("12", "meeting", "metrics.letters", "offices"):
        called = (f"{{{{ {given} | {name}({value}) }}}}" for value in VALUES if name != "map" or value[0] != '"')
        if name in ("plural", "map", "select", "reject", "selectattr", "rejectattr"):  # their arguments are names
            continue
        printed = _printed(code, "".join(called))
        assert [words for words in printed if PYTHON.search(words)] == []


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ('"abc" | money', "is a text, not a number"),
        ("offices | money", "a list is not a number"),
        ("none | figure", "nothing is not a number"),
        ("metrics.letters | figure", "a metric is not a number; use its `.value`, or `exact` or `rounded`"),
        ("metrics.petitions | figure", "a metric is not a number; use its `.before`, `.after` or `.percent`"),
        ("metrics.petitions | exact", "a change has two figures; use its `.before` or its `.after`"),
        ("metrics.emails | rounded", "it is not declared what to round it to; write a step, such as `rounded(100)`"),
        ("4.3 | rounded(1)", "a metric is rounded to 2 or more"),
        ("metrics.letters | plus(metrics.satisfied)", "figures in “份” and “%” cannot be added or compared"),
        ("metrics.letters | plus(days=3)", "days can be added to a date, not to a metric"),
        ("metrics.letters | plus", "say which figures, in parentheses"),
        ("meeting | plus", "say how long, such as `days=3` or `months=1`"),
        ("meeting | plus(2.5)", "2.5 is not a whole number"),
        ("meeting | plus(years=9000)", "the date is outside the calendar"),
        ("meeting | minus(days=99999999999)", "the date is outside the calendar"),
        ("started | plus(days=3)", "2014-01 is a month; write the day too, such as 2014-01-15"),
        ("started | weekday", "2014-01 is a month; write the day too"),
        ("started | days_until(meeting)", "2014-01 is a month; write the day too"),
        ("meeting | to(arrived)", "the range from 2014-10-24 to 2014-10-21 runs backwards; exchange the two"),
        ("50 | to(30)", "the range from 50 to 30 runs backwards; exchange the two"),
        ("started | to(meeting)", "a range is from day to day or from month to month; 2014-01 is a month"),
        ("metrics.letters | to(metrics.satisfied)", "a range needs figures with one measure word, not “份” and “%”"),
        ('meeting | date("{dya}")', "“{dya}” is not a part of a date; the parts are {year}, {month}, {day}"),
        ('meeting | date("{day")', "a bracket is missing in “{day”; write each part as {year}"),
        ('meeting | date("long")', "“long” is not a form; the forms are full, chinese, short"),
        ('"24.10.2014" | as_day', "“24.10.2014” is not a date; write it as 2014-10-24, a month as 2014-10"),
        ('"2014-02-30" | as_day', "2014-02 has 28 days, not 30"),
        ("metrics.letters | per(0)", "a figure per head needs a number of heads above 0"),
        ("metrics.letters | share(0)", "a share needs a total above 0"),
        ('metrics.letters | metric("份", 0)', "a number cannot be rounded to 0; use 10, 100 or 1000"),
        ('"四风" | quoted("()")', "“()” is not a pair of quotation marks; the pairs are “” ‘’ 《》"),
        ('"" | quoted', "there are no words to quote"),
        ('offices | sum("visits")', "missing: "),
        ('"一百" | int', "is a text, not a number"),
    ],
)
def test_the_reason_says_what_to_write(expression: str, reason: str) -> None:
    [printed] = _printed("zh-CN", f"{{{{ {expression} }}}}")
    assert printed.startswith(reason) or reason in printed


@pytest.mark.parametrize("expression", ["meeting | date(1, 2, 3)", "3 | count", "metrics.letters | exact(2)"])
def test_wrong_arguments_name_the_filter_and_the_command(expression: str) -> None:
    name = expression.split("| ")[1].split("(", maxsplit=1)[0]
    with pytest.raises(TypeError, match=f"`{name}` takes other arguments; see `speechgen templates --filters {name}`"):
        _printed("zh-CN", f"{{{{ {expression} }}}}")


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("metrics.letters + metrics.emails", "`+` cannot be used on a metric and a metric; use `plus`"),
        ("meeting - arrived", "`-` cannot be used on a day and a day; use `days_until`"),
        ("meeting + 3", "use `plus(days=…)`"),
        ("3 / metrics.emails.value | figure", "write (a + b) | filter"),
        ('"x" if meeting < "2014-10-01" else "y"', 'a date can only be compared with a date, such as "2014-10-24"'),
        ('"x" if meeting == "2014-10-24" else "y"', 'a date can only be compared with a date, such as "2014-10-24"'),
        ('"x" if metrics.emails == "226" else "y"', "write it without quotes"),
        ('"x" if metrics.petitions > 3 else "y"', "a change cannot be compared; compare its `.before`"),
    ],
)
def test_an_operator_that_does_not_fit_names_the_filter_that_does(expression: str, message: str) -> None:
    with pytest.raises(TypeError, match=re.escape(message)):
        _printed("zh-CN", f"{{{{ {expression} }}}}")


def test_a_condition_on_an_unsuitable_value_is_a_problem_and_not_false() -> None:
    sandbox = Sandbox(None, language("en"))  # type: ignore[arg-type]  # it reads no files
    sandbox.from_string("{% if metrics.letters | minus(metrics.satisfied) %}A{% endif %}").render(
        example_values(language("en"))
    )
    assert [failure.reason for failure in sandbox.state.failures] == [
        "figures in “letter|letters” and “%” cannot be added or compared; use their `.value`"
    ]
