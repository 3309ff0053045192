"""Links that lead out of a template or a workspace: what they lead to is not read, not copied and not changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..conftest import Run, spots

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")

HIDDEN = "words-that-nobody-sees"


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Path]:
    """A folder next to the workspace, which no command may change."""
    folder = tmp_path / "outside"
    (folder / "folder").mkdir(parents=True)
    for name, text in {
        "secret.txt": HIDDEN,
        "unit.yaml": f"unit: {{name: {HIDDEN}}}\n",
        "template.yaml": f"title: {HIDDEN}\nlanguage: en\n",
        "folder/one.md.j2": f"---\ntitle: One\n---\n{HIDDEN}\n",
        "folder/t.schema.json": "mine",
        "folder/example.md": "mine",
        "folder/example.yaml": f"unit: {{name: {HIDDEN}}}\n",
        "mixed.md": "# T\n\n我们要，,前进。\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    before = _contents(folder)
    yield folder
    assert _contents(folder) == before


@pytest.fixture
def workspace(run: Run, outside: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A workspace with the template `t` and the unit `a`."""
    for name, text in {
        "templates/t/template.yaml": "title: t\nlanguage: en\nparts: [points]\n",
        "templates/t/speech.md.j2": "---\ntitle: T\n---\nTo {{ unit.name }}.\n\n"
        "{% for each in points %}{{ each.body }}{% endfor %}\n",
        "templates/t/points/one.md.j2": "---\ntitle: One\n---\nThe first.\n",
        "templates/t/example.yaml": "template: t\nunit: {name: E}\npoints: [one]\n",
        "speechgen.yaml": "template: t\nformats: [md]\n",
        "units/a.yaml": "unit: {name: A}\npoints: [one]\n",
    }.items():
        path = tmp_path / "workspace" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "workspace")
    return run


def _contents(folder: Path) -> dict[str, bytes | None]:
    return {str(path): path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


def _link(name: str, target: Path) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        path.rename(f"{name}.before")
    path.unlink(missing_ok=True)
    path.symlink_to(target)


READERS = ("generate", "check", "explain a", "templates", "templates t", "templates --lint t", "schema t", "new B")


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("templates/t/template.yaml", "template.yaml"),
        ("templates/mass-line-summary/template.yaml", "template.yaml"),
        ("templates/t/example.yaml", "unit.yaml"),
        ("templates/t/speech.md.j2", "folder/one.md.j2"),
        ("templates/t/points", "folder"),
        ("templates/t/points/one.md.j2", "folder/one.md.j2"),
        ("templates/t/points/one.2.md.j2", "folder/one.md.j2"),
    ],
)
def test_a_file_of_a_template_that_is_a_link_out_of_it_is_not_read(
    workspace: Run, outside: Path, name: str, target: str
) -> None:
    _link(name, outside / target)
    for command in (*READERS, "init other -t templates/t", "templates --copy t mine", "templates mass-line-summary"):
        result = workspace(*command.split())
        assert result.exit_code in (0, 1)
        assert HIDDEN not in result.output
    read = [path for path in Path.cwd().rglob("*") if path.is_file() and not path.is_symlink()]
    assert read
    assert [path for path in read if HIDDEN in path.read_text(encoding="utf-8") and "outside" not in str(path)] == []


@pytest.mark.parametrize(("name", "target"), [("template.yaml", "template.yaml"), ("example.yaml", "unit.yaml")])
def test_such_a_link_is_reported_by_its_name(workspace: Run, outside: Path, name: str, target: str) -> None:
    _link(f"templates/t/{name}", outside / target)
    result = workspace("generate")
    assert (result.exit_code, spots(result)) == (1, [(f"templates/t/{name}", 1, 1, "unreadable")])
    assert "is a link out of the template's folder" in result.output


def test_a_link_in_a_template_is_not_copied(workspace: Run, outside: Path) -> None:
    _link("templates/t/notes.txt", outside / "secret.txt")
    result = workspace("templates", "--copy", "t", "mine")
    assert (result.exit_code, spots(result)) == (1, [("templates/t/notes.txt", 1, 1, "template-missing-file")])
    assert not Path("templates/mine").exists()


def test_a_template_with_a_huge_file_is_not_copied(workspace: Run) -> None:
    with open("templates/t/huge.bin", "wb") as file:
        file.truncate(10**10)
    result = workspace("templates", "--copy", "t", "mine")
    assert (result.exit_code, spots(result)) == (1, [("templates/t/huge.bin", 1, 1, "too-large")])


def test_a_template_with_a_yaml_file_that_is_not_text_is_copied(workspace: Run) -> None:
    Path("templates/t/table.yaml").write_bytes(b"\xff\xfe\x00\xd8")
    assert workspace("templates", "--copy", "t", "mine").exit_code == 0
    assert Path("templates/mine/table.yaml").read_bytes() == b"\xff\xfe\x00\xd8"


@pytest.mark.parametrize(
    ("link", "command", "file"),
    [
        ("schemas", "new B", "schemas/t.schema.json"),
        ("units", "new B", "units/B.yaml"),
        ("other/schemas", "init other -t templates/t", "other/schemas/t.schema.json"),
        ("templates/t/tests", "templates --update t", "templates/t/tests/example.md"),
    ],
)
def test_nothing_is_written_to_a_folder_that_is_a_link_out(
    workspace: Run, outside: Path, link: str, command: str, file: str
) -> None:
    _link(link, outside if link == "other/schemas" else outside / "folder")  # init keeps a schema that exists
    result = workspace(*command.split())
    assert (result.exit_code, spots(result)) == (1, [(file, 1, 1, "cannot-write")])
    assert "its folder is a link to another place" in result.output


def test_templates_are_not_created_in_a_folder_that_is_a_link_out(workspace: Run, outside: Path) -> None:
    _link("templates", outside / "folder")
    for command in ("templates --new fresh --language en", "templates --copy mass-line-summary"):
        result = workspace(*command.split())
        assert (result.exit_code, [code for *_, code in spots(result)]) == (1, ["cannot-write"])


@pytest.mark.parametrize("name", ["speeches/a.md", "speeches/a.md.bak", "units/B.yaml", "schemas/t.schema.json"])
@pytest.mark.parametrize("target", ["secret.txt", "nothing.txt"])
def test_no_link_in_place_of_a_written_file_is_followed(workspace: Run, outside: Path, name: str, target: str) -> None:
    Path("speeches").mkdir()
    Path("speeches/a.md").write_text("edited\n", encoding="utf-8")
    _link(name, outside / target)
    for command in ("generate", "generate --force", "new B"):
        assert workspace(*command.split()).exit_code in (0, 1)
    assert not (outside / "nothing.txt").exists()


@pytest.mark.parametrize("target", ["secret.txt", "nothing.txt", "/dev/zero", "/dev/null"])
def test_a_list_of_generated_files_that_is_a_link_is_neither_read_nor_written(
    workspace: Run, outside: Path, target: str
) -> None:
    _link("speeches/.speechgen", outside / target)
    result = workspace("generate")
    assert (result.exit_code, spots(result)) == (1, [("speeches/a.md", 1, 1, "cannot-write")])
    assert "the list of generated files, is a link; delete .speechgen in this folder" in result.output
    assert workspace("check").exit_code == 0


@pytest.mark.parametrize("kind", ["a pipe", "much too large"])
def test_a_list_of_generated_files_that_is_no_usable_file(workspace: Run, kind: str) -> None:
    Path("speeches").mkdir()
    if kind == "a pipe":
        os.mkfifo("speeches/.speechgen")
    else:
        with open("speeches/.speechgen", "wb") as file:
            file.truncate(10**10)
    result = workspace("generate")
    assert (result.exit_code, spots(result)) == (1, [("speeches/a.md", 1, 1, "cannot-write")])
    assert workspace("check").exit_code == 0


def test_a_hard_link_in_place_of_the_list_of_generated_files_keeps_its_content(workspace: Run, outside: Path) -> None:
    Path("speeches").mkdir()
    os.link(outside / "secret.txt", "speeches/.speechgen")
    assert workspace("generate").exit_code == 0
    assert "  a.md" in Path("speeches/.speechgen").read_text(encoding="utf-8")


@pytest.mark.parametrize("how", ["a file", "its folder"])
def test_a_fix_is_not_written_through_a_link(workspace: Run, outside: Path, how: str) -> None:
    if how == "a file":
        _link("speeches/mixed.md", outside / "mixed.md")
    else:
        _link("speeches", outside)
    result = workspace("check", "--fix", "speeches/mixed.md")
    assert (result.exit_code, spots(result)) == (1, [("speeches/mixed.md", 1, 1, "cannot-write")])
    assert f"it is a link to another file; fix that file: {outside / 'mixed.md'}" in result.output


def test_a_fix_of_a_file_with_a_second_name_changes_only_the_first(workspace: Run, outside: Path) -> None:
    Path("speeches").mkdir()
    os.link(outside / "mixed.md", "speeches/mixed.md")
    assert workspace("check", "--fix", "speeches/mixed.md").exit_code == 0
    assert "，," not in Path("speeches/mixed.md").read_text(encoding="utf-8")
