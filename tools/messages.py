"""Updates the catalogues of messages from the code: `python -m tools.messages`.

New texts are added without a translation, texts that the code does not have any more are deleted, and a text that has
changed a little keeps its translation, marked as fuzzy until a person has looked at it.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from inspect import cleandoc
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src/speechgen"
CATALOGUES = PACKAGE / "messages"
PAGES = PACKAGE / "cli/code_pages"  # text files
HEADER = '# The messages of {room}/.\nmsgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
CONTENT = '"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'

# Whose first arguments are texts: how many of them.
TEXTS_OF = {"translated": 1, "marked": 1, "counted": 2}
# What typer.Option and typer.Argument show in help.
SHOWN_IN_HELP = ("help", "metavar")
_SIMILAR = 0.7  # how similar a new text is to one that is gone, to get its translation as a proposal
# Metavars of characters that are the same in every language.
_EXAMPLE = re.compile(r"\S.*? {4,}\S.*")  # of a filter: an expression, and what it prints
_UNTRANSLATED = re.compile(r"[\W\d_]*$|.*\|")


class Text(NamedTuple):
    """A text of the code, with its plural if it has one, and where it is."""

    singular: str
    plural: str
    file: Path
    line: int
    column: int

    @property
    def room(self) -> str:
        """The room whose catalogue has the text: `__main__` is the command line too, the pages of codes are apart."""
        if self.file.suffix == ".txt":
            return PAGES.name
        room, *rest = self.file.relative_to(PACKAGE).parts
        return room if rest else "cli"


class NotLiteralError(Exception):
    """A text that cannot be in a catalogue, because it is put together when the program runs."""


def texts(package: Path = PACKAGE) -> list[Text]:
    """All texts of the code, in the order of files and lines. Raises NotLiteralError."""
    found = {path: list(texts_of(path)) for path in sorted(package.rglob("*.py"))}
    for text in _of_filters(package):
        found[text.file].append(text)
    of_code = [text for each in found.values() for text in sorted(each, key=lambda text: (text.line, text.column))]
    return of_code + [text for path in sorted(PAGES.rglob("*.txt")) for text in _of_page(path)]


def _of_filters(package: Path) -> Iterator[Text]:
    """What the filters of each language do, as `speechgen templates --filters` shows it: their docstrings."""
    from speechgen.language import CODES, filters_of, language

    for code in CODES:
        for function in filters_of(language(code)).values():
            lines = cleandoc(function.__doc__ or "").splitlines()
            words = " ".join(" ".join(line for line in lines if not _EXAMPLE.fullmatch(line)).split())
            module = package.joinpath(*function.__module__.split(".")[1:]).with_suffix(".py")
            yield Text(words, "", module, function.__code__.co_firstlineno, 0)


def texts_of(path: Path) -> Iterator[Text]:
    """The texts of a module. Raises NotLiteralError."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for words in _in_call(node, path):
                yield Text(*words, path, node.lineno, node.col_offset)
        elif isinstance(node, ast.FunctionDef) and _is_shown(node, path):
            for paragraph in _paragraphs(ast.get_docstring(node) or ""):
                yield Text(paragraph, "", path, node.lineno, node.col_offset)


def _of_page(path: Path) -> Iterator[Text]:
    """The paragraphs of the page of a code."""
    from speechgen.messages import paragraphs

    _, _, page = path.read_text(encoding="utf-8").partition("\n\n")
    yield from (Text(each, "", path, 1, 0) for each in paragraphs(page))


def _in_call(call: ast.Call, path: Path) -> Iterator[tuple[str, str]]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in TEXTS_OF and isinstance(call.func, ast.Name):
        found = call.args[: TEXTS_OF[name]]
        if any(isinstance(each, ast.JoinedStr | ast.BinOp) for each in found):
            raise NotLiteralError(f"{path}:{call.lineno}: {name} needs one literal; what changes is a parameter")
        literals = [each.value for each in found if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        if len(literals) == TEXTS_OF[name]:
            yield literals[0], (literals[1] if len(literals) > 1 else "")
    elif name in ("Option", "Argument", "TyperOption", "Typer"):
        for keyword in call.keywords:
            if keyword.arg in SHOWN_IN_HELP:
                if keyword.arg == "help" and isinstance(keyword.value, ast.JoinedStr | ast.BinOp):
                    raise NotLiteralError(f"{path}:{call.lineno}: help needs one literal")
                if isinstance(keyword.value, ast.Constant) and not _UNTRANSLATED.match(str(keyword.value.value)):
                    yield str(keyword.value.value), ""


def _is_shown(function: ast.FunctionDef, path: Path) -> bool:
    """Whether the docstring is help or a manual page: that of a command is, in the module of its name; a rule's is."""
    decorators = (each.func for each in function.decorator_list if isinstance(each, ast.Call))
    if any(isinstance(each, ast.Name) and each.id == "rule" for each in decorators):
        return True
    return path.parent == PACKAGE / "cli" and function.name == path.stem


def _paragraphs(docstring: str) -> Iterator[str]:
    from speechgen.messages import paragraphs

    yield from (each for each in paragraphs(docstring) if not each.startswith(" "))


def updated(language: str, found: Iterable[Text]) -> dict[Path, str]:
    """The content of each catalogue of a language for these texts, with the translations that there are."""
    folder = CATALOGUES / language.replace("-", "_") / "LC_MESSAGES"
    before = Catalog(locale=language.replace("-", "_"))
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            for entry in read_po(file, locale=before.locale):
                if entry.id:
                    before[entry.id] = entry
    template = Catalog()
    rooms: dict[str, str] = {}
    for text in found:
        rooms.setdefault(text.singular, text.room)
        place = (text.file.relative_to(PACKAGE).as_posix(), 0)
        template.add((text.singular, text.plural) if text.plural else text.singular, locations=[place])
    removed = [entry.id for entry in before if isinstance(entry.id, str) and entry.id and entry.id not in template]
    before.update(template, no_fuzzy_matching=True)
    translations = {entry.id: entry.string for entry in before.obsolete.values() if entry.string}
    for entry in before:
        if isinstance(entry.id, str) and entry.id and not entry.string:
            for similar in get_close_matches(entry.id, removed, n=1, cutoff=_SIMILAR):
                entry.string = translations.get(similar, "")
                entry.flags.add("fuzzy")
    contents = {}
    for room in sorted(set(rooms.values())):
        after = Catalog(locale=before.locale)
        for entry in before:
            if entry.id and rooms[entry.id if isinstance(entry.id, str) else entry.id[0]] == room:
                entry.locations = sorted(set(entry.locations))
                after[entry.id] = entry
        contents[folder / f"{room}.po"] = _written(after, language, room)
    return contents


def _written(catalog: Catalog, language: str, room: str) -> str:
    output = BytesIO()
    write_po(output, catalog, width=0, omit_header=True, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    entries = output.getvalue().decode().strip("\n")
    header = HEADER.format(language=language.replace("-", "_"), room=room)
    return f"{header}{CONTENT}{entries}\n"


def languages() -> list[str]:
    """The languages with a catalogue."""
    return sorted(path.parent.name.replace("_", "-") for path in CATALOGUES.glob("*/LC_MESSAGES"))


def main() -> int:
    """Write the catalogues, and print how many texts have no translation."""
    found = texts()
    open_texts = 0
    for language in languages():
        contents = updated(language, found)
        for path in {*contents, *next(iter(contents)).parent.glob("*.po")}:
            if path in contents:
                path.write_text(contents[path], encoding="utf-8", newline="\n")
            else:
                path.unlink()
        for path, content in sorted(contents.items()):
            catalog = read_po(BytesIO(content.encode()), locale=language.replace("-", "_"))
            missing = [each for each in catalog if each.id and (each.fuzzy or not (each.string and all(each.string)))]
            open_texts += len(missing)
            sys.stdout.write(f"{path.relative_to(ROOT)}: {len(catalog)} texts, {len(missing)} to translate\n")
    return 1 if open_texts else 0


if __name__ == "__main__":
    sys.exit(main())
