"""Template files: found in the template's folders only, and split into front matter and body."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from speechgen.messages import language, reason_of, translated
from speechgen.model import CONTROL, NONCHARACTER, Place, Problem, SpeechgenError, lazily
from speechgen.reading import JsonSchema, Value, decode, parse_yaml, read_file, read_strictly
from speechgen.template.listing import Listing, Stamp, files_below, is_file_within, names_in
from speechgen.template.manifest_schema import front_matter_schema
from speechgen.template.source_markers import RESERVED

MAX_BYTES = 128 * 1024  # of one template file; a long speech has 30 KB of text
SUFFIX = ".md.j2"
_UNQUOTED = lazily(r"[ ]*(?P<key>[\w-]+:)[ ]+(?P<value>\{[{%].*)")
_CONTROL = lazily("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_REFUSED_IN_NAMES = lazily(f"{CONTROL.pattern}|{NONCHARACTER.pattern}")
COMMON = "common/"  # the folder next to the templates whose files every template can include


class TemplateFile(NamedTuple):
    """One `.md.j2` file. `body` begins with a line break for each line of front matter, so that line numbers match.
    `values` are those that a part declares in its front matter, as JSON.
    """

    name: str
    shown: str
    front: dict[str, Value]
    body: str
    values: JsonSchema = MappingProxyType({})

    @property
    def title(self) -> str:
        """The title of a part as its front matter has it, before rendering; empty if it has none."""
        title = self.front.get("title")
        return title.content if title is not None and isinstance(title.content, str) else ""


class Root(NamedTuple):
    """A folder that template files are looked for in, and its name in problems; empty for the bundled templates."""

    path: Path
    shown: str

    def show(self, name: str) -> str:
        """The name in problems of a file in it."""
        return f"{self.shown}/{name}" if self.shown else name


class Folder:
    """A template's folder, and its name in problems (`shown`).

    `base` is the bundled template that this folder of a workspace changes: a file that the folder does not have is
    taken from there. `commons` are the folders whose `common/` it can include, first the workspace's, then the bundled.
    """

    __slots__ = ("_files", "_found", "_listings", "_wordings", "base", "commons", "path", "shown")

    def __init__(self, path: Path, shown: str, commons: tuple[Root, ...], base: Root | None = None) -> None:
        self.path = path
        self.shown = shown
        self.commons = commons
        self.base = base
        self._files: dict[str, TemplateFile | None] = {}
        self._found: dict[str, int | None] = {}
        self._listings: dict[str, Listing] = {}
        self._wordings: dict[str, tuple[str, ...]] = {}

    @property
    def roots(self) -> tuple[Root, ...]:
        """The folders of the template's own files, in the order in which they are looked for."""
        own = Root(self.path, self.shown)
        return (own,) if self.base is None else (own, self.base)

    def locate(self, name: str) -> Path | None:
        """The path of a file of the template, or of a common file; None if it does not exist.

        A symbolic link that leads out of its folder does not exist either.
        """
        number = self.root_number(name)
        return None if number is None else self._roots(name)[number].path.joinpath(*PurePosixPath(name).parts)

    def root_number(self, name: str) -> int | None:
        """The number of the folder that a file is taken from, in the order in which they are looked for; or None."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def wordings(self, name: str) -> tuple[str, ...]:
        """The files with the wordings of the file `name`, itself first.

        If a workspace replaces the file, the bundled template's further wordings of it are replaced too.
        """
        if name not in self._wordings:
            self._wordings[name] = tuple(self._find_wordings(name))
        return self._wordings[name]

    def _find_wordings(self, name: str) -> Iterator[str]:
        yield name
        stem, number = name.removesuffix(SUFFIX), 1
        root = self.root_number(name)
        while name.endswith(SUFFIX) and root is not None:
            number += 1
            following = f"{stem}.{number}{SUFFIX}"
            found = self.root_number(following)
            if found is None or found > root:
                return
            yield following

    def _find(self, name: str) -> int | None:
        if name.startswith("/") or "\\" in name or ":" in name or "\0" in name:
            return None
        for number, root in enumerate(self._roots(name)):
            listing = self._listing(root, common=number >= len(self.roots))
            # The listing has no links, and names as they are written.
            try:
                if name in listing.files or is_file_within(root.path, name):
                    return number
            except PermissionError as error:
                raise _unreadable(root.show(name), error) from error
        return None

    def _listing(self, root: Root, *, common: bool) -> Listing:
        path = f"{root.path}/{COMMON}" if common else str(root.path)
        if path not in self._listings:
            self._listings[path] = files_below(path, COMMON if common else "")
        return self._listings[path]

    def stamp(self) -> Mapping[str, Mapping[str, Stamp]] | None:
        """What differs after any change of a file that the template has or may include; None if that is not known.

        The keys are the names of the folders in problems.
        """
        listings = {root.show(""): self._listing(root, common=False) for root in self.roots}
        listings |= {root.show(COMMON): self._listing(root, common=True) for root in self.commons}
        if not all(each.is_complete for each in listings.values()):
            return None
        return {shown: each.files for shown, each in listings.items()}

    def _roots(self, name: str) -> tuple[Root, ...]:
        return (*self.roots, *self.commons) if name.startswith(COMMON) else self.roots

    def show(self, name: str) -> str:
        """The file's name in problems; of a bundled common file `common/…`."""
        return self._roots(name)[self.root_number(name) or 0].show(name)

    def name_of(self, shown: str) -> str:
        """The name of a file in the template, from its name in problems."""
        for root in (*self.roots, *self.commons):
            if root.shown and shown.startswith(f"{root.shown}/"):
                return shown.removeprefix(f"{root.shown}/")
        return shown

    def names(self, pattern: str) -> list[str]:
        """The names of the files that match a pattern such as `evaluation/*.md.j2`, sorted.

        Raises SpeechgenError if that folder cannot be listed.
        """
        found: set[str] = set()
        for number, root in enumerate(self._roots(pattern)):
            try:
                found.update(names_in(root.path, self._listing(root, common=number >= len(self.roots)), pattern))
            except PermissionError as error:
                raise _unreadable(root.show(pattern.rpartition("/")[0]), error) from error
        return sorted(found)

    def read(self, name: str) -> TemplateFile | None:
        """A file of the template; None if it does not exist. Raises SpeechgenError if it cannot be read."""
        if name not in self._files:
            path = self.locate(name)
            self._files[name] = None if path is None else _read(path, name, self.show(name))
        return self._files[name]


class Parts(Mapping[str, TemplateFile]):
    """The parts of one list by name, sorted. A part is read when it is first used."""

    def __init__(self, folder: Folder, list_name: str) -> None:
        self._folder = folder
        self._list = list_name
        found = folder.names(f"{list_name}/*{SUFFIX}")
        names = {PurePosixPath(name).name.removesuffix(SUFFIX) for name in found}
        self._names = tuple(sorted(name for name in names if not _is_further_wording(name, names)))

    def __getitem__(self, name: str) -> TemplateFile:
        """A part. Raises SpeechgenError if its file cannot be read, or is outside the template's folder."""
        if name not in self._names:
            raise KeyError(name)
        file = self._folder.read(f"{self._list}/{name}{SUFFIX}")
        if file is None:
            shown = self._folder.show(f"{self._list}/{name}{SUFFIX}")
            raise _broken(shown, 1, "template-missing-file", translated("is outside the template's folder"))
        return file

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _is_further_wording(name: str, names: Container[str]) -> bool:
    """Whether a part is another wording (see wordings.py): `leadership.2`, where there is `leadership`."""
    first, _, number = name.rpartition(".")
    return number.isascii() and number.isdigit() and first in names


def _read(path: Path, name: str, shown: str) -> TemplateFile:
    if found := _REFUSED_IN_NAMES.search(name):
        message = translated(
            "the file's name contains the character {character}, which is not for texts",
            character=_code_point(found[0]),
        )
        raise _broken(shown, 1, "file-name", message, translated("rename the file"))
    try:
        source = read_file(path, MAX_BYTES)
    except OSError as error:
        raise _unreadable(shown, error) from error
    if len(source) > MAX_BYTES:
        raise _broken(shown, 1, "too-large", translated("is larger than {size} KiB", size=MAX_BYTES // 1024))
    text, problems = decode(source, shown)
    if text is None:
        raise SpeechgenError(problems)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_characters(text, shown, 1)
    return _split(text, name, shown)


def _refuse_characters(text: str, shown: str, first_line: int) -> None:
    """Raise SpeechgenError for a control character, or one that our markers are made of."""
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + first_line
        message = translated("contains the control character {character}", character=_code_point(found[0]))
        raise _broken(shown, line, "control-character", message, translated("delete it"))
    if found := RESERVED.search(text):
        line = text.count("\n", 0, found.start()) + first_line
        message = translated("contains a noncharacter (U+FDD0 to U+FDDF, U+1FFFE)")
        raise _broken(shown, line, "template-syntax", message, translated("delete it"))


def _split(text: str, name: str, shown: str) -> TemplateFile:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return TemplateFile(name, shown, {}, text)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        fix = translated("add a line --- after it")
        raise _broken(shown, 1, "template-syntax", translated("the front matter is not closed"), fix)
    if end == 1:
        return TemplateFile(name, shown, {}, "\n" * 2 + "\n".join(lines[2:]))
    unquoted = list(_unquoted(lines[1:end], shown))
    if unquoted:
        raise SpeechgenError(unquoted)
    front, problems = parse_yaml("\n".join(lines[1:end]) + "\n", shown, first_line=2)
    if front is None or problems:
        raise SpeechgenError(problems)
    assert isinstance(front.content, dict)  # noqa: S101 - parse_yaml gives mappings only
    for value in front.content.values():
        if isinstance(value.content, str):  # in double quotes, YAML reads \x1b as the character itself
            _refuse_characters(" ".join(value.content.split("\n")), shown, value.line)
    given, problems = read_strictly(front, front_matter_schema(name == f"speech{SUFFIX}", language()))
    if problems:
        raise SpeechgenError(problems)
    body = "\n" * (end + 1) + "\n".join(lines[end + 1 :])
    return TemplateFile(name, shown, front.content, body, given.get("values", {}))


def _unquoted(lines: Sequence[str], shown: str) -> Iterator[Problem]:
    """The problems of values that begin with a print or a tag: without quotes, YAML reads a mapping in braces."""
    for number, line in enumerate(lines, start=2):
        found = _UNQUOTED.match(line)
        if found:
            value = found["value"].rstrip()
            mark = "'" if '"' in value and "'" not in value else '"'
            text = value.replace('"', r"\"") if mark == '"' else value
            fix = translated("write {line}", line=f"{found['key']} {mark}{text}{mark}")
            message = translated("a value that begins with {opening} must be in quotes", opening=value[:2])
            yield Problem(Place(shown, number, found.start("value") + 1), "yaml-syntax", message, fix)


def _unreadable(shown: str, error: OSError) -> SpeechgenError:
    fix = translated("check its permissions") if isinstance(error, PermissionError) else None
    return _broken(shown, 1, "unreadable", translated("cannot be read: {reason}", reason=reason_of(error)), fix)


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


def _broken(shown: str, line: int, code: str, message: str, fix: str | None = None) -> SpeechgenError:
    return SpeechgenError([Problem(Place(shown, line), code, message, fix)])
