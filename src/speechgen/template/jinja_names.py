"""The filters and tests of Jinja that a template may use, with their documentation.

Those that format, multiply or call are left out. `round`, `int` and `sum` are our own: Jinja's compute in binary
fractions, and take any text for 0.
"""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.messages import marked

# By what they are about. Of each: its arguments, what it does, and examples as in the docstrings of other filters.
JINJA_FILTERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    marked("Figures"): {
        "abs": ("", marked("A number without its minus."), "-5 | abs    5"),
        "max": (
            'attribute="…"',
            marked("The largest item of a list."),
            "[3, 5, 4] | max    5",
            '(offices | max(attribute="letters")).name    Eastside',
        ),
        "min": ('attribute="…"', marked("The smallest item of a list."), "[3, 5, 4] | min    3"),
        "int": ("", marked("The whole part of a number."), "3.7 | int    3"),
        "round": (
            'digits=0, method="common"',
            marked('A number rounded half up; the methods are "common", "ceil" (up) and "floor" (down).'),
            "2.5 | round    3",
            '29 | round(-1, "floor")    20',
        ),
        "sum": (
            "attribute",
            marked("The sum of a list of numbers or of metrics, or of what its items have under `attribute`."),
            "[1, 2, 3] | sum    6",
            'offices | sum("letters")    65',
        ),
    },
    marked("Texts and lists"): {
        "capitalize": (
            "",
            marked("A text with a capital first letter, and the others small."),
            '"HELLO" | capitalize    Hello',
        ),
        "first": ("", marked("The first item."), '["A", "B"] | first    A'),
        "join": (
            'separator="", attribute="…"',
            marked("The items of a list as one text."),
            '["A", "B"] | join("/")    A/B',
            'offices | join("/", attribute="name")    Eastside/Westside',
        ),
        "last": ("", marked("The last item."), '["A", "B"] | last    B'),
        "length": (
            "",
            marked("The number of items of a list, or of characters of a text."),
            "evaluation | length    4",
        ),
        "lower": ("", marked("A text in small letters."), '"Hello" | lower    hello'),
        "map": (
            marked('filter, or attribute="…"'),
            marked("Each item through a filter, or what each item has under `attribute`."),
            '["a", "b"] | map("upper") | join    AB',
            'offices | map(attribute="name") | join("/")    Eastside/Westside',
        ),
        "reject": (
            marked("test, its arguments"),
            marked("The items for which a test is false."),
            '[1, 2, 3] | reject("even") | join("/")    1/3',
        ),
        "rejectattr": (
            marked("attribute, test, its arguments"),
            marked("The items whose attribute is missing, empty or 0, or for whose attribute a test is false."),
            '(offices | rejectattr("letters", "divisibleby", 2) | first).name    Westside',
        ),
        "reverse": ("", marked("The items from the last to the first."), "[1, 2, 3] | reverse | join    321"),
        "select": (
            marked("test, its arguments"),
            marked("The items for which a test is true."),
            '[1, 2, 3] | select("odd") | join("/")    1/3',
        ),
        "selectattr": (
            marked("attribute, test, its arguments"),
            marked("The items whose attribute is given and not 0, or for whose attribute a test is true."),
            '(offices | selectattr("letters", "divisibleby", 2) | first).name    Eastside',
        ),
        "sort": (
            'reverse=false, case_sensitive=false, attribute="…"',
            marked("The items in order: numbers, dates, or texts by their characters."),
            "[2, 3, 1] | sort | join    123",
            '(offices | sort(attribute="letters") | first).name    Westside',
        ),
        "title": ("", marked("A text with a capital at the start of each word."), '"open door" | title    Open Door'),
        "trim": ("", marked("A text without spaces at its ends."), '"  A " | trim    A'),
        "unique": (
            'case_sensitive=false, attribute="…"',
            marked("The items without repetitions."),
            '["A", "B", "A"] | unique | join    AB',
        ),
        "upper": ("", marked("A text in capitals."), '"Hello" | upper    HELLO'),
    },
    marked("Missing values"): {
        "default": (
            "value",
            marked("Another value if this one is missing."),
            'host | default("A")    A',
            '"B" | default("A")    B',
        ),
    },
}
WORD_FILTERS = ("capitalize", "lower", "title", "trim", "upper")  # of one text
JINJA_TESTS: Mapping[str, tuple[str, ...]] = {
    "boolean": ("", marked("True or false."), '"yes" if true is boolean else "no"    yes'),
    "defined": ("", marked("The value is given."), '"yes" if meeting is defined else "no"    yes'),
    "divisibleby": ("number", marked("A number divides it."), '"yes" if 12 is divisibleby(3) else "no"    yes'),
    "even": ("", marked("An even number."), '"yes" if 12 is even else "no"    yes'),
    "false": ("", marked("False."), '"yes" if metrics.petitions.increased is false else "no"    yes'),
    "integer": ("", marked("A whole number."), '"yes" if offices[0].letters is integer else "no"    yes'),
    "iterable": ("", marked("A list or a text."), '"yes" if evaluation is iterable else "no"    yes'),
    "mapping": ("", marked("A record with keys, or a metric."), '"yes" if offices[0] is mapping else "no"    yes'),
    "none": ("", marked("Jinja's `none`."), '"yes" if none is none else "no"    yes'),
    "number": ("", marked("A number."), '"yes" if offices[0].letters is number else "no"    yes'),
    "odd": ("", marked("An odd number."), '"yes" if 12 is odd else "no"    no'),
    "sequence": ("", marked("A list or a text."), '"yes" if evaluation is sequence else "no"    yes'),
    "string": ("", marked("A text."), '"yes" if "A" is string else "no"    yes'),
    "true": ("", marked("True."), '"yes" if metrics.petitions.decreased is true else "no"    yes'),
    "undefined": ("", marked("The value is missing."), '"yes" if host is undefined else "no"    yes'),
}
