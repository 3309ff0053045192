"""Templates that would run for ever or take all memory: each a `speech.md.j2`, or several files by name."""

# ruff: noqa: E501 - a template a line

from __future__ import annotations

_TEN_THOUSAND = "range(10000)"
_NAMES = "abcdefghij"

# Bodies of `speech.md.j2`, whose line 4 is the first.
RUNAWAY: dict[str, str] = {
    # Filters and tests whose arguments are enormous.
    "round to a billion decimals": "{{ 1 | round(10**9, 'ceil') }}",
    "round to a billion decimals down": "{{ 1 | round(1000000000, 'floor') }}",
    "round to a variable number of decimals": "{% set n = 10**9 %}{{ 1 | round(n, 'ceil') }}",
    "round in a map": "{{ [1, 2] | map('round', 10**9, 'ceil') | join }}",
    "round to minus a billion decimals": "{{ 1 | round(-10**9, 'floor') }}",
    "round of infinity": "{{ 1e999 | round }}",
    "int of infinity": "{{ 1e999 | int }}",
    "ceil of infinity": "{{ 1e999 | round(0, 'ceil') }}",
    "int of a text of digits": f"{{{{ '{'9' * 4000}' | int }}}}",
    "int of a text with an exponent": "{{ '1e999999999' | int }}",
    "int with a base": f"{{{{ '{'z' * 100_000}' | int(0, 36) }}}}",
    "float that is too large": "{{ 1e999 }}",
    "float that is not a number": "{{ 1e999 - 1e999 }}",
    "infinity in a condition": "{% if 1e999 > 1 %}a{% endif %}",
    "infinity in a range": "{% for i in range(1e999) %}a{% endfor %}",
    "figure of many digits": f"{{{{ {'9' * 100_000} }}}}",
    "hexadecimal figure": f"{{{{ 0x{'f' * 100_000} }}}}",
    "hexadecimal figure, multiplied": f"{{% set a = 0x{'f' * 60_000} %}}" + "{{ a * a * a }}",
    "division of figures": "{{ 1 / 10**23 / 10**23 }}",
    "power": "{{ 10 ** 10 ** 10 }}",
    "divisible by a long figure": f"{{% if 0x{'f' * 60_000} is divisibleby(0x{'e' * 60_000}) %}}a{{% endif %}}",
    "huge range": f"{{% for i in range(0x{'f' * 60_000}) %}}a{{% endfor %}}",
    "sum of long figures": f"{{{{ [0x{'f' * 60_000}] | sum }}}}",
    # Loops and calls.
    "recursive loop": "{% for x in [1, 2] recursive %}{% if loop.depth < 28 %}{{ loop([1, 2]) }}{% endif %}{% endfor %}",
    "recursive loop that prints nothing": "{% for x in [1, 2] recursive %}{% if loop.depth < 28 %}"
    "{% set a = loop([1, 2]) %}{% endif %}{% endfor %}",
    "recursive loop of ranges": f"{{% for x in {_TEN_THOUSAND} recursive %}}{{{{ loop({_TEN_THOUSAND}) }}}}{{% endfor %}}",
    "recursive loop without an end": "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "recursive loop under a name": "{% for x in [1, 2] recursive %}{% set f = loop %}"
    "{% if loop.depth < 28 %}{{ f([1, 2]) }}{% endif %}{% endfor %}",
    "loops in a loop": f"{{% for i in {_TEN_THOUSAND} %}}{{% for j in {_TEN_THOUSAND} %}}{{% endfor %}}{{% endfor %}}",
    "macros that call each other twice": "{% macro a(n) %}{% if n < 28 %}{{ a(n + 1) }}{{ a(n + 1) }}{% endif %}"
    "{% endmacro %}{{ a(0) }}",
    "macro that calls itself": "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "a hundred macros, each the last one twice": "{% macro m0() %}a{% endmacro %}"
    + "".join(f"{{% macro m{n} () %}}{{{{ m{n - 1}() }}}}{{{{ m{n - 1}() }}}}{{% endmacro %}}" for n in range(1, 60))
    + "{{ m59() }}",
    "caller that calls": "{% macro m(n) %}{{ caller(n) }}{{ caller(n) }}{% endmacro %}"
    "{% macro r(n) %}{% if n < 28 %}{% call(k) m(n) %}{{ r(k + 1) }}{% endcall %}{% endif %}{% endmacro %}{{ r(0) }}",
    "nested macros": "{% macro a(n) %}{% macro b(k) %}{{ a(k + 1) }}{{ a(k + 1) }}{% endmacro %}"
    "{% if n < 28 %}{{ b(n) }}{% endif %}{% endmacro %}{{ a(0) }}",
    "a loop with a long body": f"{{% for i in {_TEN_THOUSAND} %}}"
    + "{% if i < 0 %}a{% endif %}" * 5000
    + "{% endfor %}",
    "a loop that sets": f"{{% for i in {_TEN_THOUSAND} %}}" + "{% set a = i %}" * 6000 + "{% endfor %}",
    "a loop that only computes": f"{{% for i in {_TEN_THOUSAND} %}}{{% if {'i + ' * 30}1 %}}{{% endif %}}" * 40
    + "{% endfor %}" * 40,
    "loops with filters": f"{{% for i in {_TEN_THOUSAND} if {_TEN_THOUSAND} | sum > i %}}{{% endfor %}}",
    "loop.cycle over many": f"{{% for i in {_TEN_THOUSAND} %}}{{% set a = loop.cycle(*{_TEN_THOUSAND}) %}}{{% endfor %}}",
    "loop.changed over many": f"{{% for i in {_TEN_THOUSAND} %}}{{% set a = loop.changed(*{_TEN_THOUSAND}) %}}{{% endfor %}}",
    # Lazy filters in a row.
    "900 selects in a row": f"{{% set x = {_TEN_THOUSAND} %}}"
    + "{% set x = x | select('number') %}" * 900
    + "{{ x | join | length }}",
    "900 maps in a row": f"{{% set x = {_TEN_THOUSAND} %}}" + "{% set x = x | map('abs') %}" * 900 + "{{ x | sum }}",
    "30 selects in an expression": f"{{% for i in {_TEN_THOUSAND} %}}{{{{ {_TEN_THOUSAND}{' | select' * 30} | sum }}}}{{% endfor %}}",
    "900 uniques in a row": f"{{% set x = {_TEN_THOUSAND} %}}" + "{% set x = x | unique %}" * 900 + "{{ x | sum }}",
    "900 reverses in a row": f"{{% set x = {_TEN_THOUSAND} %}}" + "{% set x = x | reverse %}" * 900 + "{{ x | sum }}",
    "sorting in a loop": f"{{% for i in {_TEN_THOUSAND} %}}{{% set a = {_TEN_THOUSAND} | sort(reverse=true) %}}{{% endfor %}}",
    "map of a long attribute": f"{{{{ [unit] * 0 + {_TEN_THOUSAND} | map(attribute='{'0.' * 50_000}0') | join }}}}",
    "map of a long attribute of each": f"{{{{ {_TEN_THOUSAND} | map(attribute='{'a.' * 50_000}a', default=1) | sum }}}}",
    "map of map": f"{{{{ {_TEN_THOUSAND} | map('default', {_TEN_THOUSAND}) | map('join') | join }}}}",
    "sort by many attributes": f"{{{{ {_TEN_THOUSAND} | sort(attribute='{'a,' * 50_000}a') | join }}}}",
    "lower of many copies": "{% set a = 'A' * 1 %}{% set t = 'aB' %}"
    + "{% set t = t ~ t %}" * 17
    + "{% set l = [t] %}"
    + "{% set l = l + l %}" * 13
    + "{{ l | unique | join | length }}",
    "sort of many copies": "{% set t = 'aB' %}"
    + "{% set t = t ~ t %}" * 17
    + "{% set l = [t] %}"
    + "{% set l = l + l %}" * 13
    + "{{ l | sort | first | length }}",
    "upper of many copies": "{% set t = 'aB' %}"
    + "{% set t = t ~ t %}" * 17
    + "{% set l = [t] %}"
    + "{% set l = l + l %}" * 13
    + "{{ l | map('upper') | join | length }}",
    # Texts that grow.
    "join with a long separator": f"{{{{ {_TEN_THOUSAND} | join('{'a' * 100_000}') }}}}",
    "join with a long separator, unused": f"{{% set a = {_TEN_THOUSAND} | join('{'a' * 100_000}') %}}a",
    "join of long texts": "{% set t = 'aB' %}"
    + "{% set t = t ~ t %}" * 17
    + "{% set l = [t] %}"
    + "{% set l = l + l %}" * 13
    + "{% set a = l | join %}a",
    "series of long texts": "{% set t = 'aB' %}"
    + "{% set t = t ~ t %}" * 17
    + "{% set l = [t] %}"
    + "{% set l = l + l %}" * 13
    + "{% set a = l | series %}a",
    "sum of texts": "{% set t = 'aB' %}"
    + "{% set t = t ~ t %}" * 17
    + "{% set l = [t] %}"
    + "{% set l = l + l %}" * 13
    + "{% set a = l | sum(start='') %}a",
    "doubling with a plus": "{% set a = 'aaaaaaaaaa' %}" + "{% set a = a + a %}" * 40 + "{{ a }}",
    "doubling with a tilde": "{% set a = 'aaaaaaaaaa' %}" + "{% set a = a ~ a %}" * 40 + "{{ a | length }}",
    "doubling a list": "{% set a = [1] %}" + "{% set a = a + a %}" * 60 + "{{ a | length }}",
    "doubling a block": "{% set a %}aaaaaaaaaa{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40 + "{{ a }}",
    "doubling an unused block": "{% set a %}aaaaaaaaaa{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40,
    "doubling a macro": "".join(
        f"{{% macro {x} () %}}{'{{ ' + y + '() }}' if y else 'aaaa'}{'{{ ' + y + '() }}' if y else 'aaaa'}{{% endmacro %}}"
        for y, x in zip("\0" + _NAMES * 1, _NAMES, strict=False)
    ).replace("{{ \0() }}", "a" * 100_000)
    + "{{ j() }}",
    "template text in a loop": f"{{% for i in {_TEN_THOUSAND} %}}{'a' * 120_000}{{% endfor %}}",
    "template text in a loop in a macro": f"{{% macro m() %}}{{% for i in {_TEN_THOUSAND} %}}{'a' * 120_000}{{% endfor %}}"
    "{% endmacro %}{% set a = m() %}a",
    "template text in a loop in a block": f"{{% set a %}}{{% for i in {_TEN_THOUSAND} %}}{'a' * 120_000}{{% endfor %}}{{% endset %}}a",
    "template text in a loop in a filter": f"{{% filter length %}}{{% for i in {_TEN_THOUSAND} %}}{'a' * 120_000}{{% endfor %}}{{% endfilter %}}",
    "lines in a loop": f"{{% for i in {_TEN_THOUSAND} %}}\n" + "a\n\n" * 40_000 + "{% endfor %}",
    "printing one text often": f"{{% for i in {_TEN_THOUSAND} %}}{'{{ unit.name }}' * 5000}{{% endfor %}}",
    "printing figures often": f"{{% for i in {_TEN_THOUSAND} %}}{'{{ i }}' * 5000}{{% endfor %}}",
    "missing values often": f"{{% for i in {_TEN_THOUSAND} %}}{'{{ a }}' * 5000}{{% endfor %}}",
    "tests of missing values often": f"{{% for i in {_TEN_THOUSAND} %}}{'{% if a > 1 %}{% endif %}' * 400}{{% endfor %}}",
    # Nesting.
    "25 loops in each other": "{% for i in [1] %}" * 25 + "a" + "{% endfor %}" * 25,
    "25 loops of two": "{% for i in [1, 2] %}" * 25 + "a" + "{% endfor %}" * 25,
    "120 ifs in each other": "{% if unit %}" * 120 + "a" + "{% endif %}" * 120,
    "120 macros in each other": "{% macro a() %}" * 120 + "a" + "{% endmacro %}" * 120,
    "120 withs in each other": "{% with %}" * 120 + "a" + "{% endwith %}" * 120,
    "120 sets in each other": "{% set a %}" * 120 + "a" + "{% endset %}" * 120,
    "120 calls in each other": "{% macro m() %}{{ caller() }}{% endmacro %}"
    + "{% call m() %}" * 120
    + "a"
    + "{% endcall %}" * 120,
    "120 filter blocks in each other": "{% filter upper %}" * 120 + "a" + "{% endfilter %}" * 120,
    "parentheses": "{{ " + "(" * 8_000 + "1" + ")" * 8_000 + " }}",
    "90 parentheses": "{{ " + "(1 + " * 90 + "1" + ")" * 90 + " }}",
    "lists in lists": "{{ " + "[" * 8_000 + "]" * 8_000 + " }}",
    "nots": "{{ " + "not " * 8_000 + "1 }}",
    "signs": "{{ " + "-" * 8_000 + "1 }}",
    "a long sum": "{{ " + "1 + " * 8_000 + "1 }}",
    "a long text": "{{ " + "'a' ~ " * 8_000 + "'a' }}",
    "a long condition": "{% if " + "unit and " * 8_000 + "unit %}a{% endif %}",
    "a long comparison": "{% if " + "1 < " * 8_000 + "1 %}a{% endif %}",
    "a long chain of filters": "{{ 1" + " | abs" * 8_000 + " }}",
    "a long chain of tests": "{{ 1" + " is number" * 8_000 + " }}",
    "a long chain of attributes": "{{ unit" + ".a" * 8_000 + " }}",
    "a long chain of items": "{{ unit" + "[0]" * 8_000 + " }}",
    "a long chain of calls": "{{ range" + "()" * 8_000 + " }}",
    "a long chain of elifs": "{% if 0 %}" + "{% elif 0 %}" * 2_600 + "{% endif %}",
    "a long chain of else": "{{ " + "1 if 0 else " * 8_000 + "1 }}",
    "a long list": "{{ [" + "1," * 8_000 + "1] | sum(start='') }}",
    "a long mapping": "{{ {" + "1:1," * 8_000 + "1:1} }}",
    "many small prints": "{{ 1 }}" * 6_000 + "{{ [] }}",
    "many missing values": "".join(f"{{{{ x{n} }}}}\n\n" for n in range(2_100)),
    "many missing values in a paragraph": "".join(f"{{{{ x{n} }}}}" for n in range(2_100)),
    "many missing values in a condition": "".join(f"{{% if x{n} > 1 %}}{{% endif %}}" for n in range(1_200))
    + "a\n\n" * 8_000,
    "many macros": "".join(f"{{% macro m{n}() %}}{{% endmacro %}}" for n in range(2_600)) + "{{ m1 }}",
    "many blocks": "".join(f"{{% block b{n} %}}a{{% endblock %}}" for n in range(2_600)) + "{{ b1 }}",
    # Marks in the text, forged.
    "a forged mark": '{{ "\\ufdd1speech.md.j2:1\\ufdd2" ~ "99\\ufdd3" }}{{ [x] | join }}{{ nothing }}',
    "a forged mark in a join": '{% set a %}a{% endset %}{{ [a, "\\ufdd1speech.md.j2:1\\ufdd299\\ufdd3"] | join }}',
    "a forged separator": '{% set a %}a{% endset %}{{ [a, a] | join("\\ufdd1speech.md.j2:1\\ufdd299\\ufdd3") }}',
    "half a mark": "{% set a %}{{ unit.name }}{% endset %}{{ a[:5] }}",
    "the other half": "{% set a %}{{ unit.name }}{% endset %}{{ a[5:] }}",
    "a character of a mark": "{% set a %}{{ unit.name }}{% endset %}{{ a[0] }}{{ a | last }}",
    "a mark, reversed": "{% set a %}{{ unit.name }}{% endset %}{{ a | reverse }}",
    "a mark, sorted": "{% set a %}{{ unit.name }}{% endset %}{{ a | sort | join }}",
    "a mark, twice": "{% set a %}{{ unit.name }}{% endset %}{{ a | list | join }}{{ nothing }}",
    "the characters of a mark": "{% set a %}{{ unit.name }}{% endset %}{{ a | map('default') | join }}",
    "a mark, selected": "{% set a %}{{ unit.name }}{% endset %}{{ a | select | join }}",
    "a mark, unique": "{% set a %}{{ unit.name }}{{ unit.name }}{% endset %}{{ a | unique | join }}",
    "marks as text": "{% autoescape false %}{% set a %}{{ unit.name }}{% endset %}{{ a }}{% endautoescape %}",
    # The lexer and the parser.
    "open braces": "{" * 120_000,
    "open blocks": "{%" * 60_000,
    "open comments": "{#" * 60_000,
    "open expressions": "{{" * 60_000,
    "open quotes": "{{ " + "'" * 100_001 + " }}",
    "backslashes": "{{ '" + "\\" * 100_001 + "' }}",
    "signs of trimming": "{%-" * 40_000,
    "spaces": " " * 120_000 + "{%",
    "lines of spaces": ("  " * 50 + "\n") * 1000 + "{%",
    "digits": "{{ " + "1_" * 50_000 + " }}",
    "dots": "{{ " + "." * 100_000 + " }}",
    "raw": "{% raw %}" * 12_000,
}

# Templates of several files, by their name.
RUNAWAY_FILES: dict[str, dict[str, str]] = {
    "a file that includes itself twice": {"speech.md.j2": "{% include 'speech.md.j2' %}{% include 'speech.md.j2' %}"},
    "files that include the next twice": {
        "speech.md.j2": "{% include 'a0.md.j2' %}",
        **{f"a{n}.md.j2": f"{{% include 'a{n + 1}.md.j2' %}}" * 2 for n in range(30)},
        "a30.md.j2": "a",
    },
    "an include in a loop": {
        "speech.md.j2": f"{{% for i in {_TEN_THOUSAND} %}}{{% include 'a.md.j2' %}}{{% endfor %}}",
        "a.md.j2": "a" * 120_000,
    },
    "an include of nothing in a loop": {
        "speech.md.j2": f"{{% for i in {_TEN_THOUSAND} %}}{{% for j in {_TEN_THOUSAND} %}}{{% include 'a.md.j2' %}}"
        "{% endfor %}{% endfor %}",
        "a.md.j2": "",
    },
    "includes whose names are computed": {
        "speech.md.j2": "{% for i in range(10000) %}{% include 'a' ~ i %}{% endfor %}",
    },
    "includes that may be missing": {
        "speech.md.j2": "{% for i in range(10000) %}{% include 'a' ~ i ignore missing %}{% endfor %}{{ nothing }}",
    },
    "an include of many names": {
        "speech.md.j2": "{% for i in range(10000) %}{% include ["
        + "'a'," * 10_000
        + "'b'] ignore missing %}{% endfor %}{{ nothing }}",
    },
    "an import of itself": {"speech.md.j2": "{% import 'speech.md.j2' as a %}{{ a.b() }}"},
    "imports of each other": {
        "speech.md.j2": "{% import 'a.md.j2' as a %}",
        "a.md.j2": "{% import 'speech.md.j2' as b %}",
    },
    "files that import the next twice": {
        "speech.md.j2": "{% import 'a0.md.j2' as a %}{{ nothing }}",
        **{f"a{n}.md.j2": f"{{% import 'a{n + 1}.md.j2' as a with context %}}" * 2 for n in range(30)},
        "a30.md.j2": "a",
    },
    "a file that extends itself": {"speech.md.j2": "{% extends 'speech.md.j2' %}"},
    "files that extend each other": {
        "speech.md.j2": "{% extends 'a.md.j2' %}",
        "a.md.j2": "{% extends 'speech.md.j2' %}",
    },
    "a chain of extends with super twice": {
        "speech.md.j2": "{% extends 'a0.md.j2' %}{% block b %}{{ super() }}{{ super() }}{% endblock %}",
        **{
            f"a{n}.md.j2": f"{{% extends 'a{n + 1}.md.j2' %}}{{% block b %}}{{{{ super() }}}}{{{{ super() }}}}{{% endblock %}}"
            for n in range(30)
        },
        "a30.md.j2": "{% block b %}a{% endblock %}",
    },
    "a chain of 400 extends": {
        "speech.md.j2": "{% extends 'a0.md.j2' %}",
        **{f"a{n}.md.j2": f"{{% extends 'a{n + 1}.md.j2' %}}" for n in range(400)},
        "a400.md.j2": "{{ nothing }}",
    },
    "a block in a loop": {
        "speech.md.j2": "{% for i in range(10000) %}{% block b scoped %}{% for j in range(10000) %}"
        "{% endfor %}{% endblock %}{% endfor %}",
    },
    "a block that prints itself": {"speech.md.j2": "{% block b %}{{ self.b() }}{{ self.b() }}{% endblock %}"},
    "fifty large files": {
        "speech.md.j2": "".join(f"{{% include 'a{n}.md.j2' %}}" for n in range(50)),
        **{f"a{n}.md.j2": "{{ 1 }}" * 2_400 for n in range(50)},
    },
}
