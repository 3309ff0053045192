"""Markdown that speeches do not have is refused by its name, at the template's line, by lint and by generate."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..conftest import Run, spots

TEMPLATE = "title: t\nlanguage: en\nvalues:\n  properties:\n    place: {title: Where, type: string, examples: [Hall]}\n"
EXAMPLE = "template: own\nunit: {name: X}\ndates: {meeting: 2025-01-02}\nplace: Hall\n"

REFUSED = {
    "A word <!-- hidden --> here.": "a comment",
    "<!--": "a comment",
    "See [the page](https://example.org).": "a link",
    "See [the page][1].": "a link",
    "[1]: https://example.org": "a link's address",
    "See <https://example.org>.": "a link",
    "See [{{ place }}]({{ place }}).": "a link",
    "![A picture](x.png)": "an image",
    "A word[^1].": "a footnote",
    "> Words of another": "a quotation",
    "```": "a block of code",
    "~~~ text": "a block of code",
    "Type `speechgen`.": "code",
    "Type ``a ` b``.": "code",
    "One<br>two": "HTML",
    "<b>One</b>": "HTML",
    "<div class='x'>": "HTML",
    "An *important* word.": "italics",
    "An ***important*** word.": "italics",
    "An _important_ word.": "italics or bold",
    "An __important__ word.": "italics or bold",
    "A ~~wrong~~ word.": "struck-out text",
    "* * *": "a line across the page",
    "-----": "a line across the page",
    "===": "a heading underlined with ===",
    "We met ｛｛ place ｝｝.": "a full-width bracket",
    "We met {unit.name}.": "a value in single brackets",
    "We met { { unit.name } }.": "a value in single brackets",
    "##Heading": "a heading without a space after #",
    "a | b\n--- | ---": "a table row without | at its start",
    "- an `item`": "code",
    "## A `heading`": "code",
    "| `a` |\n|---|": "code",
}
ALLOWED = [
    "5 * 3 = 15 and 2 * 2 = 4.",
    "a < b, c > d, x<5",
    "One [word] (and another) [ ] here.",
    "snake_case_word and ____ and 10~20",
    "A back`tick",
    r"\*as it is\* \[x\](y) \<b> \`x\` \_y\_ \> z",
    "-5 degrees, #1 and +1",
    "It is 2.5% | 3%",
    "A set {a, b} of two",
]


def _write(line: str, *, in_branch: bool = False) -> None:
    text = f"{{% if place == 'Nowhere' %}}\n{line}\n{{% endif %}}" if in_branch else f"\n{line}"
    for name, content in {
        "own/template.yaml": TEMPLATE,
        "own/speech.md.j2": f"---\ntitle: T\n---\nWe meet in {{{{ place }}}}.\n\n{text}\n",
        "own/example.yaml": EXAMPLE,
    }.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(content, encoding="utf-8")


@pytest.mark.parametrize("line", REFUSED)
def test_it_is_refused_by_lint_and_generate(run: Run, line: str) -> None:
    _write(line)
    at = 7 + (line.count("\n") if "---" in line and line.startswith("a") else 0)
    for arguments in (["templates", "--lint", "own"], ["generate", "own/example.yaml", "-t", "own"]):
        result = run(*arguments)
        assert result.exit_code == 1
        assert spots(result)[0] == ("own/speech.md.j2", at, 1, "template-markdown")
        assert f"{REFUSED[line]}" in result.output
    assert not Path("example.md").exists()


def test_lint_finds_it_in_a_branch_that_the_example_does_not_take(run: Run) -> None:
    _write("An *important* word.", in_branch=True)
    assert ("own/speech.md.j2", 7, 1, "template-markdown") in spots(run("templates", "--lint", "own"))
    assert run("generate", "own/example.yaml", "-t", "own").exit_code == 0


@pytest.mark.parametrize("line", ALLOWED)
def test_what_only_looks_like_it_is_not_refused(run: Run, line: str) -> None:
    _write(line)
    assert "template-markdown" not in run("templates", "--lint", "own").output
    assert run("generate", "own/example.yaml", "-t", "own", "--no-check").exit_code == 0


TABLES = {
    "| a | b |": ("a table without a line |---|---|", 7),
    "| a | b |\n|---|": ("the line |---| has 1 cells, the first row 2", 8),
    "| a |\n|---|\n| b | c |": ("the row has 2 cells, the table 1 columns", 9),
    "| a |\n|---|\n\n| b |": ("a table without a line |---|---|", 10),
}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_is_not_one_is_reported(run: Run, table: str) -> None:
    _write(table)
    result = run("generate", "own/example.yaml", "-t", "own")
    assert result.exit_code == 1
    assert spots(result) == [("own/speech.md.j2", TABLES[table][1], 1, "template-markdown")]
    assert TABLES[table][0] in result.output


MERGED = {
    "{% for x in [1, 2] %}\nPoint {{ x }}.\n{% endfor %}": True,
    "{% if place %}\n{% for x in [1, 2] %}\n{{ x }}\n{% endfor %}\n{% endif %}": True,
    "{% for x in [1, 2] %}\nPoint {{ x }}.\n\n{% endfor %}": False,
    "{% for x in [1, 2] %}Point {{ x }}. {% endfor %}": False,
    "They are:\n{% for x in [1, 2] %}\nPoint {{ x }}.\n{% endfor %}": False,
    "{% for x in [1, 2] %}\n{{ x }}{% if not loop.last %}, {% endif %}\n{% endfor %}": False,
    "{% for x in [1, 2] %}\n- {{ x }}\n{% endfor %}": False,
    "{% for x in [1, 2] %}\nLine {{ x }}\\\n{% endfor %}": False,
    "{% for x in [1, 2] %}\n{% set y = x %}\n{% endfor %}": False,
}


@pytest.mark.parametrize("loop", MERGED)
def test_lint_says_where_the_items_of_a_loop_become_one_paragraph(run: Run, loop: str) -> None:
    _write(loop)
    result = run("templates", "--lint", "own")
    line = 7 + loop.split("{% for", maxsplit=1)[0].count("\n")
    expected = [("own/speech.md.j2", line, 1, "merged-items")] if MERGED[loop] else []
    assert [each for each in spots(result) if each[3] == "merged-items"] == expected
    assert ("put a blank line before {% endfor %}" in result.output) == MERGED[loop]


POINTS = {
    "We do this:\n1.study\n2.change": [8, 9],
    "要做到：\n一、学习\n（二）整改\n①巩固\n•提高\n-总结": [8, 9, 10, 11, 12],
    "要做到：\n\n一、学习\n\n（二）整改": [],
    "## 要做到\n一、学习": [],
    "要做到：  \n一、学习\\\n二、整改": [],
    "要做到：\n1. 学习\n2. 整改": [],
    "　　各位早上好。\n　　今天讲学习。": [8],
    "各位早上好。\n今天讲学习。": [],
    "各位早上好。\n今天讲学习。\n再讲整改。\n\n谢谢大家。": [],
    "增长了\n3.5%，\n-5度。": [],
    "{#\n一、\n二、\n#}": [],
    "{% if place %}\n一、学习\n{% else %}\n二、整改\n{% endif %}": [],
}


@pytest.mark.parametrize("text", POINTS)
def test_lint_says_where_a_point_of_a_list_becomes_part_of_the_paragraph_above(run: Run, text: str) -> None:
    _write(text)
    result = run("templates", "--lint", "own")
    assert [line for _, line, _, code in spots(result) if code == "merged-lines"] == POINTS[text]
    assert ("put a blank line before it" in result.output) == bool(POINTS[text])


def test_lint_says_that_a_speech_pasted_without_blank_lines_is_one_paragraph(run: Run) -> None:
    _write("各位早上好。\n今天讲学习。\n再讲整改。\n谢谢大家。")
    path = Path("own/speech.md.j2")
    path.write_text("各位早上好。\n今天到{{ place }}。\n再讲整改。\n谢谢大家。\n", encoding="utf-8")
    result = run("templates", "--lint", "own")
    assert [each[3] for each in spots(result)].count("merged-lines") == 1
    assert "the whole speech is one paragraph, as it has no blank line; put a blank line between paragraphs" in (
        result.stderr
    )


@pytest.mark.parametrize(
    ("written", "correct"),
    [
        ("{{ unit.name }}", '"{{ unit.name }}"'),
        ("{% if place %}{{ place }}{% endif %}", '"{% if place %}{{ place }}{% endif %}"'),
        ('{{ place or "Hall" }}', "'{{ place or \"Hall\" }}'"),
    ],
)
def test_a_title_that_needs_quotes_is_shown_with_them(run: Run, written: str, correct: str) -> None:
    _write("Text.")
    speech = Path("own/speech.md.j2")
    speech.write_text(speech.read_text(encoding="utf-8").replace("title: T", f"title: {written}"), encoding="utf-8")
    result = run("templates", "--lint", "own")
    assert result.exit_code == 1
    assert spots(result)[0] == ("own/speech.md.j2", 2, 8, "yaml-syntax")
    assert f"must be in quotes; write title: {correct}" in result.output
