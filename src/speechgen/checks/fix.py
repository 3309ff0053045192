"""Fixes that are safe to make, made in the files: of finished speeches, and of values in unit files.

A file is read anew, changed at the very words that a problem named, and replaced in one step in the encoding, with the
mark and the line ends that it had. A unit file must then hold the same values but for the words that were fixed.
"""

from __future__ import annotations

import codecs
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from speechgen.model import Edit, Problem
from speechgen.reading import Value, decode, parse_yaml

_EDITABLE = (".txt", ".md", ".yaml", ".yml")
_BLOCK_LINES = 2000  # lines of a value, at most, in which its words are looked for


class Fixed(NamedTuple):
    """A file with its fixes: its text before and after, and its bytes after. `made` is how many fixes there are."""

    path: Path
    before: str
    after: str
    content: bytes
    made: int

    @property
    def diff(self) -> str:
        """What changes, as a unified diff."""
        name = self.path.as_posix()
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True), self.after.splitlines(keepends=True), name, name
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def fixes(problems: Iterable[Problem]) -> Iterator[Fixed]:
    """Each file that problems offer safe fixes for, with as many of them as can be made at once."""
    by_file: dict[str, list[Edit]] = {}
    for problem in problems:
        if problem.edit is not None and problem.edit.place.file.endswith(_EDITABLE):
            by_file.setdefault(problem.edit.place.file, []).append(problem.edit)
    for file, edits in by_file.items():
        fixed = _fixed(Path(file), edits)
        if fixed is not None:
            yield fixed


def _fixed(path: Path, edits: Sequence[Edit]) -> Fixed | None:
    content = path.read_bytes()
    text, _ = decode(content, str(path))
    if text is None:
        return None
    after, count = (_fix_values if path.suffix in (".yaml", ".yml") else _fix_speech)(text, edits)
    if after == text:
        return None
    return Fixed(path, text, after, _encoded(after, content), count)


def _fix_speech(text: str, edits: Sequence[Edit]) -> tuple[str, int]:
    """The text of a finished speech with its fixes: each at its place, last ones first."""
    lines = re.split(r"(\r\n|\r|\n)", text)  # each followed by its end
    count = 0
    for words, fixes in sorted(_by_value(edits).items(), reverse=True):
        line, begin = lines[2 * (words.line - 1)], words.column - 1
        end = begin + len(words.words)
        if line[begin:end] == words.words:
            lines[2 * (words.line - 1)] = line[:begin] + _words_fixed(words.words, fixes) + line[end:]
            count += len(fixes)
    return "".join(lines), count


def _fix_values(text: str, edits: Sequence[Edit]) -> tuple[str, int]:
    """The text of a unit file with the fixes of its values, each proved by reading it once more."""
    count = 0
    for words, fixes in _by_value(edits).items():
        fixed = _words_fixed(words.words, fixes)
        candidate = _with_value(text, words, fixed)
        if candidate is not None and _differs_only_by(text, candidate, words, fixed):
            text = candidate
            count += len(fixes)
    return text, count


class _Words(NamedTuple):
    """The words of a value, and where the value begins in its file."""

    line: int
    column: int
    words: str


def _by_value(edits: Sequence[Edit]) -> Mapping[_Words, list[Edit]]:
    by_value: dict[_Words, list[Edit]] = {}
    for edit in _apart(edits):
        by_value.setdefault(_Words(edit.place.line, edit.place.column, edit.words), []).append(edit)
    return by_value


def _words_fixed(words: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        words = words[: edit.start] + edit.new + words[edit.end :]
    return words


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits, but for those that overlap with one before: they are made when the file is checked again."""
    ends: dict[tuple[int, int, str], int] = {}
    for edit in sorted(set(edits), key=lambda edit: (edit.place, edit.start, edit.end)):
        key = (edit.place.line, edit.place.column, edit.words)
        if edit.start >= ends.get(key, -1):
            ends[key] = max(edit.end, edit.start + 1)
            yield edit


def _with_value(text: str, value: _Words, fixed: str) -> str | None:
    """The text with other words in the value; None where they do not stand there as they are said."""
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: value.line - 1]) + value.column - 1
    end = sum(len(line) + 1 for line in lines[: value.line - 1 + _BLOCK_LINES])
    at = text.find(value.words, start, end)
    return None if at < 0 else text[:at] + fixed + text[at + len(value.words) :]


def _differs_only_by(before: str, after: str, value: _Words, fixed: str) -> bool:
    """Whether two unit files hold the same, but for the value that begins at this place, in which words became those.

    The same words may stand in another value, or in another line of this one: in a name there.
    """
    one, _ = parse_yaml(before, "")
    other, problems = parse_yaml(after, "")
    if one is None or other is None or problems:
        return False
    first, second = list(_scalars(one)), list(_scalars(other))
    if [path for path, _ in first] != [path for path, _ in second]:
        return False
    differing = [
        (old, str(new.content))
        for (_, old), (_, new) in zip(first, second, strict=True)
        if str(old.content) != str(new.content)
    ]
    if len(differing) != 1:
        return False
    ((old, new_text),) = differing
    text = str(old.content)
    is_there = (old.line, old.column) == (value.line, value.column)
    return is_there and new_text == text.replace(value.words, fixed, 1) and _is_first(text, value.words)


def _is_first(text: str, words: str) -> bool:
    """Whether the first place of the words in a text is theirs: it is the only one, or a whole line."""
    at = text.find(words)
    line = text[text.rfind("\n", 0, at) + 1 :].split("\n", 1)[0]
    return line.strip() == words.strip() or text.find(words, at + 1) < 0


def _scalars(value: Value, path: str = "") -> Iterator[tuple[str, Value]]:
    if isinstance(value.content, dict):
        for key, child in value.content.items():
            yield from _scalars(child, f"{path}.{key}")
    elif isinstance(value.content, list):
        for index, child in enumerate(value.content):
            yield from _scalars(child, f"{path}[{index}]")
    else:
        yield path, value


def _encoded(text: str, content: bytes) -> bytes:
    """The text in the encoding, with the mark, that the file had."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if content.startswith(mark):
            return mark + text.encode(encoding)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return text.encode("gb18030")
    return text.encode()
