"""The catalogues have every text of the code, in good Chinese."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po
from tools.messages import CATALOGUES, PACKAGE, TEXTS_OF, NotLiteralError, languages, texts, texts_of, updated

# Rooms that print nothing in English only.
TRANSLATED_ROOMS = (
    "cli",
    "formats",
    "language",
    "messages",
    "model",
    "pipeline",
    "preview",
    "reading",
    "rendering",
    "template",
    "workspace",
)
# Modules of the room language/ whose words are those of speeches and unit files.
OF_SPEECHES = {"en", "fr", "zh_cn", "scaffold_words.py", "unit_titles.py"}
# Parts of a translation that are not Chinese: quoted code, options, names of files, parameters.
CODE = re.compile(r"`[^`]*`|\{\w*[^}]*\}(?::\{\w+\})*|\[[^\]]*\]|\w+=\"[^\"]*\"")
HALF_WIDTH = re.compile(
    r"(?<=[\u3400-\u9fff）”」])[,;:!?()]|[,;:!?()](?=[\u3400-\u9fff（“「])|(?<=[\u3400-\u9fff])\.(?!\.)"
)
OPTIONS = ("Option", "Argument", "TyperOption", "Typer")  # their help is in the catalogue
# Words for pip and Git, names of Word's styles, HTML, and a measure word.
COMMAND = re.compile(r"pip install |\*\.docx binary$|(body text|list \w+|table (grid|text))$|<span |percentage point")
PYTHON_ERRORS = ("AttributeError", "TypeError", "ValueError", "MarkedYAMLError", "ScannerError", "YAMLError")
# Rooms whose errors of Python are printed: a template raises them.
PRINTED_ERRORS = ("template",)
# What Jinja and Python say is looked for by these, and printed in other words.
LOOKED_FOR_BY = ("lazily", "fullmatch", "partition")
# What errors of Jinja and the YAML parser, and figures of people, are recognised by: words that are never printed.
COMPARED = frozenset(
    """\
Missing parameter for attribute name
a block scalar
an alias
an anchor
another document
begin of print statement
begin of statement block
block end
block sequence entries
cannot start any token
document start
end of print statement
end of statement block
end of template
expected key
find expected ':'
flow mapping
flow node
flow sequence
map requires a filter argument
mapping keys are not
mapping values are not allowed
may be misread in a large file
more than
nesting depth
node content
per cent
quoted scalar
simple key
template data / text
undefined alias
""".splitlines()
)
TEMPLATE_CODE = re.compile(r"\{[{%].*?[%}]\}")
EXAMPLE = re.compile(r"\S {4,}\S")  # an expression and what it prints, in the reference of filters
# Words of programmers, which the reader of these messages is not.
JARGON = re.compile("映射|标量|键值|字符串|布尔|解析|渲染|实例|回退")


def entries() -> Iterator[tuple[str, str, str]]:
    """Language, text and translation; for a text with a number, the plural."""
    for code in languages():
        for path in sorted((CATALOGUES / code.replace("-", "_")).rglob("*.po")):
            for entry in read_po(BytesIO(path.read_bytes()), locale=code.replace("-", "_")):
                if entry.id:
                    text = entry.id if isinstance(entry.id, str) else entry.id[-1]
                    words = entry.string if isinstance(entry.string, str) else (entry.string or ("",))[0]
                    yield code, text, "" if entry.fuzzy else words


ENTRIES = list(entries())


def test_the_catalogues_are_those_of_the_code() -> None:
    """If not, run `python -m tools.messages`, and translate what is new."""
    found = texts()
    assert len(found) > 100
    assert languages() == ["zh-CN"]
    for code in languages():
        contents = updated(code, found)
        there = set((CATALOGUES / code.replace("-", "_")).rglob("*.po"))
        assert there == set(contents)
        assert [path for path in contents if path.read_text(encoding="utf-8") != contents[path]] == []


def test_every_text_is_translated() -> None:
    assert len(ENTRIES) > 100
    assert [text for _, text, words in ENTRIES if not words] == []


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_a_translation_has_the_parameters_of_its_text() -> None:
    assert fields("{a:<8}, {b}") == {"a", "b"}
    assert [(text, words) for _, text, words in ENTRIES if fields(text) != fields(words)] == []


def wrong_marks(words: str) -> list[str]:
    """Straight quotes, and half-width marks next to Chinese."""
    words = CODE.sub("字", words)
    return re.findall("[\"']", words) + HALF_WIDTH.findall(words)


def test_chinese_has_full_width_marks_and_curly_quotes() -> None:
    assert wrong_marks("没有这个文件: 请看(下面), 再写 'x'。") == ["'", "'", ":", "(", ")"]
    assert wrong_marks("没有 {file}，写上 `a: b` 或 -f md,txt（第3行）：“好”。") == []
    assert [(words, found) for _, _, words in ENTRIES if (found := wrong_marks(words))] == []


def test_chinese_does_without_the_words_of_programmers() -> None:
    assert [words for _, _, words in ENTRIES if JARGON.search(words)] == []


def test_a_sentence_ends_as_in_english() -> None:
    """A summary without a full stop has none in Chinese; help has one."""
    ends = [(text, words) for _, text, words in ENTRIES if text.endswith(".") and text.count(" ") > 2]
    assert len(ends) > 40
    assert [each for each in ends if not re.search(r"[。？）\]]$", each[1])] == []


def test_a_text_that_is_put_together_is_refused(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    for wrong in ('translated(f"no {name}")', 'translated("no " + name)', 'counted("one", f"{n} files", n)'):
        module.write_text(f"{wrong}\n", encoding="utf-8")
        with pytest.raises(NotLiteralError, match=r"module\.py:1"):
            list(texts_of(module))
    module.write_text(
        'translated("no {name}" " here", name=name)\ncounted("{number} file", "{number} files", 3)\n', "utf-8"
    )
    assert [each[:2] for each in texts_of(module)] == [("no {name} here", ""), ("{number} file", "{number} files")]


def test_a_text_that_has_changed_keeps_its_translation_as_a_proposal() -> None:
    before, after = "preview stopped", "preview has stopped"
    found = [each._replace(singular=after) if each.singular == before else each for each in texts()]
    content = updated("zh-CN", found)[CATALOGUES / "zh_CN/LC_MESSAGES/cli.po"]
    assert f'#, fuzzy\nmsgid "{after}"\nmsgstr "审阅页已关闭"\n' in content
    assert f'"{before}"' not in content


def english_only(path: Path) -> Iterator[str]:
    """Words of a module that are in no catalogue: not those for programmers, in docstrings and errors of Python."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    unprinted = (*TEXTS_OF, *OPTIONS, *(PYTHON_ERRORS if path.parent.name not in PRINTED_ERRORS else ()))
    yield from (f"{path.name}:{line}: {words}" for line, words in _constants(tree, unprinted) if _is_printed(words))


def _is_printed(words: str) -> bool:
    return not (COMMAND.match(words) or words in COMPARED or EXAMPLE.search(words))


def _constants(node: ast.AST, unprinted: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):  # a docstring
        return
    if isinstance(node, ast.Call) and _name(node) in (*unprinted, *LOOKED_FOR_BY):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_sentence(node.value):
        yield node.lineno, node.value
    for child in ast.iter_child_nodes(node):
        yield from _constants(child, unprinted)


def _is_sentence(words: str) -> bool:
    return bool(re.search("[a-z]{2,} [a-z]{2,}", TEMPLATE_CODE.sub("", words)))


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def test_english_only_is_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        'echo(f"{n} files written")\necho(translated("no file here"))\necho("a-name")\n', encoding="utf-8"
    )
    assert list(english_only(module)) == ["module.py:1:  files written"]
    module.write_text('raise TypeError("no list here")\n', encoding="utf-8")
    assert list(english_only(module)) == []
    (tmp_path / "template").mkdir()
    module = module.rename(tmp_path / "template" / "module.py")
    assert list(english_only(module)) == ["module.py:1: no list here"]


def test_what_is_compared_is_in_the_code() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))]
    assert COMPARED - {words for tree in trees for _, words in _constants(tree, (*TEXTS_OF, *OPTIONS))} == set()


@pytest.mark.parametrize("room", TRANSLATED_ROOMS)
def test_a_translated_room_prints_nothing_in_english_only(room: str) -> None:
    modules = [path for path in sorted((PACKAGE / room).rglob("*.py")) if not OF_SPEECHES & set(path.parts)]
    assert modules
    assert [words for path in modules for words in english_only(path)] == []


def test_a_language_says_what_it_cannot_say_in_the_language_of_messages() -> None:
    raised = [
        (path.name, node.lineno, node.args[0])
        for path in sorted((PACKAGE / "language").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _name(node) == "CannotSay"
    ]
    assert len(raised) > 30
    assert [
        (*place, ast.unparse(words)) for *place, words in raised if isinstance(words, ast.Constant | ast.JoinedStr)
    ] == []
