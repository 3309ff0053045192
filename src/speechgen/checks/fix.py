"""Apply safe fixes to speech files, template files and values in unit files.

Each file is read again and changed only at the words that a problem names; its encoding, byte order mark and line ends
are kept. The new text of a unit file is parsed: it must hold the same values except for the fixed words.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from speechgen.formats import format_of
from speechgen.model import UNIT_SUFFIXES, Edit, Problem
from speechgen.reading import Value, decode, encoding_of, parse_yaml

_MAX_VALUE_LINES = 2000  # lines of a value that are searched for its words


class Fixed(NamedTuple):
    """A file with its fixes applied. `content`: the new bytes. `made`: the number of fixes."""

    path: Path
    before: str
    after: str
    content: bytes
    made: int

    @property
    def diff(self) -> str:
        """The changes as a unified diff."""
        name = self.path.as_posix()
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True), self.after.splitlines(keepends=True), name, name
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def fixes(problems: Iterable[Problem]) -> Iterator[Fixed]:
    """Yield each file for which problems have safe fixes, with all fixes that do not overlap."""
    by_file: dict[str, list[Edit]] = {}
    for problem in problems:
        if problem.edit is not None and _is_editable(problem.edit.place.file):
            by_file.setdefault(problem.edit.place.file, []).append(problem.edit)
    for file, edits in by_file.items():
        fixed = _fixed(Path(file), edits)
        if fixed is not None:
            yield fixed


def _is_editable(file: str) -> bool:
    found = format_of(file)
    return file.endswith((*UNIT_SUFFIXES, ".j2")) or bool(found and found.read and found.is_text)


def _fixed(path: Path, edits: Sequence[Edit]) -> Fixed | None:
    content = path.read_bytes()
    text, _ = decode(content, str(path))
    if text is None:
        return None
    after, count = (_fix_values if path.suffix in UNIT_SUFFIXES else _fix_speech)(text, edits)
    if after == text:
        return None
    return Fixed(path, text, after, _encoded(after, content), count)


def _fix_speech(text: str, edits: Sequence[Edit]) -> tuple[str, int]:
    """The fixed text of a speech file, and the number of fixes. The last fixes are made first, so that places hold."""
    lines = re.split(r"(\r\n|\r|\n)", text)  # each line followed by its line end
    count = 0
    for words, fixes in sorted(_by_value(edits).items(), reverse=True):
        line, begin = lines[2 * (words.line - 1)], words.column - 1
        end = begin + len(words.words)
        if line[begin:end] == words.words:
            lines[2 * (words.line - 1)] = line[:begin] + _words_fixed(words.words, fixes) + line[end:]
            count += len(fixes)
    return "".join(lines), count


def _fix_values(text: str, edits: Sequence[Edit]) -> tuple[str, int]:
    """The fixed text of a unit file, and the number of fixes. Each fix is verified by parsing the result."""
    count = 0
    for words, fixes in _by_value(edits).items():
        fixed = _words_fixed(words.words, fixes)
        candidate = _with_value(text, words, fixed)
        if candidate is not None and _differs_only_by(text, candidate, words, fixed):
            text = candidate
            count += len(fixes)
    return text, count


class _Words(NamedTuple):
    """The words to fix in a value, and where the value begins in its file."""

    line: int
    column: int
    words: str


def _by_value(edits: Sequence[Edit]) -> Mapping[_Words, list[Edit]]:
    by_value: dict[_Words, list[Edit]] = {}
    for edit in _without_overlaps(edits):
        by_value.setdefault(_Words(edit.place.line, edit.place.column, edit.words), []).append(edit)
    return by_value


def _words_fixed(words: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        words = words[: edit.start] + edit.new + words[edit.end :]
    return words


def _without_overlaps(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield the edits that do not overlap an earlier one. The others are made when the file is checked again."""
    ends: dict[tuple[int, int, str], int] = {}
    for edit in sorted(set(edits), key=lambda edit: (edit.place, edit.start, edit.end)):
        key = (edit.place.line, edit.place.column, edit.words)
        if edit.start >= ends.get(key, -1):
            ends[key] = max(edit.end, edit.start + 1)
            yield edit


def _with_value(text: str, value: _Words, fixed: str) -> str | None:
    """The text with the value's words replaced; None if the file has them in another form (escaped, folded)."""
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: value.line - 1]) + value.column - 1
    end = sum(len(line) + 1 for line in lines[: value.line - 1 + _MAX_VALUE_LINES])
    at = text.find(value.words, start, end)
    return None if at < 0 else text[:at] + fixed + text[at + len(value.words) :]


def _differs_only_by(before: str, after: str, value: _Words, fixed: str) -> bool:
    """Whether two texts of a unit file hold the same values, except that `fixed` replaces the words of this value.

    The same words may also be in another value, or in another line of this one, for example in a name.
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
    """Whether the first occurrence of the words is certainly the right one: it is the only one, or a whole line."""
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
    """The text in the file's encoding, with its byte order mark."""
    encoding, mark = encoding_of(content)
    return mark + text.encode(encoding)
