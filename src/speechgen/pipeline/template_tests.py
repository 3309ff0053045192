"""The tests of a template: unit files with the speeches that they must give, in its folder `tests/`.

`tests/NAME.yaml` must give `tests/NAME.md` or `tests/NAME.txt`; `example.yaml` gives `tests/example.md` or `.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from speechgen.formats import FORMATS, Manuscript, check_text
from speechgen.messages import translated
from speechgen.model import Place, Problem, SpeechgenError, bundled_templates, lazily, show
from speechgen.pipeline.atomic_write import atomic_write, require_inside, require_writable, write_problem
from speechgen.pipeline.bounded_diff import BoundedDiff
from speechgen.reading import read_file, read_text
from speechgen.rendering import render_context
from speechgen.template import COMMON, Folder, Template
from speechgen.workspace import Unit, read_unit, unit_context

FOLDER = "tests"
_FORMATS = ("md", "txt")
_WORD = lazily(r"[㐀-鿿]|[^\W㐀-鿿]+|\s+|[^\w\s]")
_CONTEXT = 12  # words around a difference


class _Test(NamedTuple):
    """A test: its unit file, and the files of its speech that exist."""

    name: str
    unit: Path
    speeches: tuple[Path, ...]

    @property
    def is_example(self) -> bool:
        return self.unit.parent.name != FOLDER


def test_problems(template: Template) -> Iterator[Problem]:
    """The problems of the example and the tests: units that give no speech, and speeches that are not as expected."""
    for test in _tests(template):
        contents, problems = _generated(template, test)
        yield from problems
        if contents is None:
            continue
        if not test.speeches and not test.is_example:
            message = translated(
                "the test has no speech: neither {first} nor {second}",
                first=f"{test.name}.md",
                second=f"{test.name}.txt",
            )
            yield Problem(Place(show(test.unit)), "template-test", message, _update(template.folder.shown))
        for path in test.speeches:
            yield from _differences(path, contents[path.suffix[1:]], template.folder.shown)


def update_tests(template: Template) -> list[Path]:
    """Write the speeches of the tests as they are generated now; a test without one gets a Markdown file.

    The files that changed. Raises SpeechgenError if a unit gives no speech, or a file cannot be written.
    """
    if _has_changed_common_files(template.folder):
        return []
    speeches: dict[Path, bytes] = {}
    folder = template.folder.path / FOLDER
    for test in _tests(template):
        contents, problems = _generated(template, test)
        if contents is None:
            raise SpeechgenError(problems)
        speeches |= {path: contents[path.suffix[1:]] for path in test.speeches or (folder / f"{test.name}.md",)}
    changed = [path for path, content in speeches.items() if not _is_unchanged(path, content)]
    for path in changed:
        try:
            require_inside(path, template.folder.path)
            require_writable(path)
            path.parent.mkdir(exist_ok=True)
            atomic_write(path, speeches[path])
        except OSError as error:
            raise SpeechgenError([write_problem(path, error)]) from error
    return changed


def _is_unchanged(path: Path, content: bytes) -> bool:
    """Whether a file has this content; git may have changed its line ends."""
    try:
        return read_file(path, 2 * len(content)).replace(b"\r\n", b"\n") == content
    except FileNotFoundError:
        return False


def _tests(template: Template) -> Iterator[_Test]:
    """The example, and the tests in the template's own folder.

    The speeches of a bundled template are not those of a workspace that changes it, or the common files it includes.
    """
    folder = template.folder
    own = [] if _has_changed_common_files(folder) else folder.names(f"{FOLDER}/*")
    own = [name for name in own if folder.root_number(name) == 0]
    units = {"example": template.example}
    for name in own:
        if name.endswith(".yaml"):
            units.setdefault(Path(name).stem, folder.path / name)
    for name, path in units.items():
        speeches = (f"{FOLDER}/{name}.{suffix}" for suffix in _FORMATS)
        yield _Test(name, path, tuple(folder.path / each for each in speeches if each in own))


def _has_changed_common_files(folder: Folder) -> bool:
    """Whether a bundled template is used in a workspace that has common files of its own."""
    is_bundled = folder.path.parent == bundled_templates()
    return is_bundled and any((root.path / COMMON).is_dir() for root in folder.commons[:-1])


def _generated(template: Template, test: _Test) -> tuple[dict[str, bytes] | None, list[Problem]]:
    """The speech in each format, None if there are errors; and all problems."""
    unit, problems = read_unit(test.unit, None)
    if not isinstance(unit, Unit) or problems:
        return None, problems
    speech, problems = render_context(unit_context(unit, template))
    if speech is None:
        return None, problems
    return {name: FORMATS[name].write(Manuscript(speech)) for name in _FORMATS}, problems


def _differences(path: Path, content: bytes, template: str) -> Iterator[Problem]:
    """A problem for each paragraph of an expected speech that is generated differently, with the words that differ."""
    expected, problems = read_text(path, show(path))
    if expected is None:
        yield from problems
        return
    expected = expected.replace("\r\n", "\n")
    try:
        check_text(expected, show(path))
    except SpeechgenError as error:
        yield from error.problems
        return
    diff = BoundedDiff()
    before = expected.split("\n")
    after = content.decode().split("\n")
    for kind, start, end, new_start, new_end in diff.opcodes(before, after):
        if kind == "equal":
            continue
        old, new = before[start:end], after[new_start:new_end]
        for number in range(max(len(old), len(new))):
            pair = ("".join(old[number : number + 1]), "".join(new[number : number + 1]))
            if any(line.strip() for line in pair):
                line = start + number + 1
                message = translated("the speech is now different: {words}", words=_word_diff(*pair, diff))
                yield Problem(Place(show(path), line), "template-test", message, _update(template))


def _update(template: str) -> str:
    return translated("if the new words are right: speechgen templates --update {template}", template=template)


def _word_diff(before: str, after: str, diff: BoundedDiff) -> str:
    """Two lines in one, word by word, as `git diff --word-diff` shows them: [-old-]{+new+}."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    shown: list[str] = []
    for kind, start, end, new_start, new_end in diff.opcodes(old, new):
        if kind == "equal":
            same = old[start:end]
            if len(same) > 2 * _CONTEXT:
                same = [*(same[:_CONTEXT] if shown else []), "…", *same[-_CONTEXT:]]
            shown.append("".join(same))
            continue
        shown.append(f"[-{''.join(old[start:end])}-]" if end > start else "")
        shown.append(f"{{+{''.join(new[new_start:new_end])}+}}" if new_end > new_start else "")
    return "".join(shown)
