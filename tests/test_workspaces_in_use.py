"""A workspace that is renamed, copied, put under git, and opened in Notepad, Word and the Finder."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from speechgen.pipeline.journal import NAME

from .conftest import ROOT, Run, spots

UNIT = ROOT / "tests/cli/workspace/units/市水务局.yaml"


@pytest.fixture
def workspace(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of two units; it is the current folder."""
    shutil.copytree(ROOT / "tests/cli/workspace", tmp_path / "spring")
    monkeypatch.chdir(tmp_path / "spring")
    settings = Path("speechgen.yaml")
    text = settings.read_text(encoding="utf-8")
    assert "formats: [txt]\n" in text
    settings.write_text(text.replace("formats: [txt]", "formats: [md, txt]"), encoding="utf-8")
    return tmp_path / "spring"


def _change_the_figure(unit: str = "市水务局") -> None:
    path = Path(f"units/{unit}.yaml")
    text = path.read_text(encoding="utf-8")
    assert "12" in text
    path.write_text(text.replace("12", "13"), encoding="utf-8")


# ── What nobody has changed ──


@pytest.mark.parametrize(
    "save",
    [
        lambda text: text.replace("\n", "\r\n").encode(),  # core.autocrlf
        lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),  # Notepad
        lambda text: (text + "\n").encode(),
        lambda text: text.rstrip("\n").encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("gb18030"),
    ],
    ids=["autocrlf", "Notepad", "a line end more", "a line end less", "UTF-16", "GB18030"],
)
def test_a_file_with_the_same_words_is_not_edited(run: Run, workspace: Path, save: object) -> None:
    assert callable(save)
    run("generate")
    for name in ("市水务局.md", "市水务局.txt", "市林业局.txt"):
        path = Path("speeches", name)
        path.write_bytes(save(path.read_text(encoding="utf-8")))
    journal = Path("speeches", NAME)
    journal.write_bytes(journal.read_bytes().replace(b"\n", b"\r\n"))
    assert "0 files written, 4 unchanged" in run("generate").output
    assert "checked 2 units: no problems" in run("check").output
    _change_the_figure()
    result = run("generate")
    assert (result.exit_code, spots(result)) == (0, [])
    assert "13" in Path("speeches/市水务局.txt").read_text(encoding="utf-8")


def test_a_changed_word_is_still_an_edit_whatever_the_line_ends(run: Run, workspace: Path) -> None:
    run("generate")
    speech = Path("speeches/市水务局.txt")
    speech.write_bytes(speech.read_text(encoding="utf-8").replace("12", "15").replace("\n", "\r\n").encode())
    before = speech.read_bytes()
    assert spots(run("generate")) == [("speeches/市水务局.txt", 1, 1, "kept")]
    assert speech.read_bytes() == before


def test_where_upper_and_lower_case_are_one_file_a_renamed_unit_keeps_its_speech(run: Run, workspace: Path) -> None:
    Path("units/市水务局.yaml").rename("units/Westmoor.yaml")
    run("generate", "-f", "txt")
    Path("units/Westmoor.yaml").rename("units/WESTMOOR.yaml")
    _change_the_figure("WESTMOOR")
    # The file system of Windows finds a file under both names; links do the same here.
    if not Path("speeches/WESTMOOR.txt").exists():
        Path("speeches/WESTMOOR.txt").symlink_to("Westmoor.txt")
        Path("speeches", NAME.upper()).symlink_to(NAME)
    result = run("generate", "-f", "txt")
    assert (result.exit_code, spots(result)) == (0, [])
    assert "13" in Path("speeches/WESTMOOR.txt").read_text(encoding="utf-8")


def test_a_new_workspace_tells_git_to_leave_its_files_as_they_are(run: Run) -> None:
    run("init", "spring")
    lines = Path("spring/.gitattributes").read_text(encoding="utf-8").split("\n")
    assert [line for line in lines if not line.startswith("#")] == ["* -text", "*.docx binary", ""]


# ── Units that are gone ──


def test_prune_removes_only_what_nobody_has_edited(run: Run, workspace: Path) -> None:
    run("generate")
    Path("speeches/市水务局.txt").write_text("改过的讲话。\n", encoding="utf-8")
    Path("speeches/手写.txt").write_text("自己写的讲话。\n", encoding="utf-8")
    Path("units/市水务局.yaml").unlink()
    result = run("generate")
    assert spots(result) == [("speeches/市水务局.md", 1, 1, "orphan")]
    assert "warning[orphan] the unit has no file in units/; its speech is left over: 市水务局.md, 市水务局.txt; " in (
        result.output
    )
    assert spots(run("check")) == [("speeches/市水务局.md", 1, 1, "orphan")]
    run("generate", "--prune", "--dry-run")
    assert Path("speeches/市水务局.md").exists()
    result = run("generate", "--prune")
    assert result.exit_code == 0
    assert spots(result) == [("speeches/市水务局.txt", 1, 1, "orphan")]
    assert "市水务局.txt was edited" in result.output
    assert sorted(path.name for path in Path("speeches").glob("*.*")) == sorted(
        [NAME, "市林业局.md", "市林业局.txt", "市水务局.txt", "手写.txt"]
    )


@pytest.mark.parametrize("gone", ["units/市水务局.yaml.txt", "units/市水务局.yml", "其他/市水务局.yaml"])
def test_the_speech_of_a_unit_whose_file_is_elsewhere_is_not_removed(run: Run, workspace: Path, gone: str) -> None:
    run("generate")
    Path(gone).parent.mkdir(exist_ok=True)
    Path("units/市水务局.yaml").rename(gone)
    assert "orphan" not in run("generate", "--prune").output
    assert Path("speeches/市水务局.txt").exists()


def test_a_unit_put_away_below_the_units_has_no_speech(run: Run, workspace: Path) -> None:
    run("generate")
    Path("units/旧").mkdir()
    Path("units/市水务局.yaml").rename("units/旧/市水务局.yaml")
    assert spots(run("generate")) == [("speeches/市水务局.md", 1, 1, "orphan")]


def test_prune_removes_nothing_outside_the_folder_of_speeches(run: Run, workspace: Path) -> None:
    run("generate")
    journal = Path("speeches", NAME)
    line = journal.read_text(encoding="utf-8").split("\n")[0]
    Path("notes.txt").write_bytes(Path("speeches", line[66:]).read_bytes())
    with journal.open("a", encoding="utf-8") as file:
        file.write(f"{line[:64]}  ../notes.txt\n{line[:64]}  {NAME}\n")
    assert run("generate", "--prune").exit_code == 0
    assert Path("notes.txt").exists()
    assert journal.exists()


def test_large_print_belongs_to_its_unit(run: Run, workspace: Path) -> None:
    run("generate", "-f", "docx", "--large")
    assert "orphan" not in run("generate").output
    Path("units/市水务局.yaml").unlink()
    assert spots(run("generate")) == [("speeches/市水务局-large.docx", 1, 1, "orphan")]


# ── Names ──


@pytest.mark.parametrize("name", ["5.12纪念馆", "St. Mary's College", "G312.沿线 段", "Acme Inc.", "3.15投诉中心.分部"])
def test_a_unit_with_a_dot_in_its_name_can_be_named(run: Run, workspace: Path, name: str) -> None:
    assert run("new", name).exit_code == 0
    file = next(path for path in Path("units").iterdir() if path.name.startswith(name[:3]))
    assert file.name == f"{name.rstrip('.')}.yaml"
    text = Path(UNIT).read_text(encoding="utf-8").replace(Path(UNIT).stem, "县地震局")
    file.write_text(text, encoding="utf-8")
    result = run("generate", name)
    assert result.exit_code == 0, result.output
    assert Path(f"speeches/{file.stem}.txt").exists()
    assert run("check", name, "--unit", name).exit_code == 0
    assert run("explain", name, "unit.name").exit_code == 0


def test_a_unit_with_a_dot_that_does_not_exist_is_unknown(run: Run, workspace: Path) -> None:
    shutil.copy(UNIT, "units/5.12纪念馆.yaml")
    result = run("generate", "5.12纪年馆")
    assert result.exit_code == 1
    assert result.output == "5.12纪年馆:1:1: error[unknown-unit] no unit has this name; did you mean 5.12纪念馆?\n"


def test_files_of_editors_and_systems_are_skipped(run: Run, workspace: Path) -> None:
    run("generate", "-f", "docx")
    for stray in ("units/._市水务局.yaml", "units/~$水务局.yaml", "units/.DS_Store", "units/.~市水务局.yaml"):
        Path(stray).write_bytes(b"\0\1")
    for stray in ("speeches/~$水务局.docx", "speeches/._市水务局.docx", "speeches/.DS_Store", "speeches/._a.txt"):
        Path(stray).write_bytes(b"\0\1")
    for stray in ("._study.md.j2", "~$study.md.j2"):
        Path("templates/thanks/points", stray).write_bytes(b"\0\1")
    Path("templates/thanks/._other").mkdir()
    Path("templates/thanks/other").mkdir()
    Path("templates/thanks/other/._a.md.j2").write_bytes(b"\0\1")
    for command in (
        ["generate"],
        ["check"],
        ["check", "units", "speeches"],
        ["check", *map(str, sorted(Path("speeches").iterdir()))],
        ["generate", *map(str, sorted(Path("units").iterdir()))],
        ["templates", "--lint", "thanks"],
    ):
        result = run(*command)
        assert (result.exit_code, spots(result)) == (0, []), result.output
    result = run("check", "speeches/~$水务局.docx")
    assert result.exit_code == 1
    assert spots(result) == [("speeches/~$水务局.docx", 1, 1, "stray-file")]


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("石桥镇.yaml.txt", ".yaml.txt"),
        ("石桥镇.yml.TXT", ".yml.TXT"),
        ("石桥镇。yaml", "。yaml"),
        ("石桥镇.yaml.doc", ".yaml.doc"),
    ],
)
def test_a_unit_file_with_a_wrong_suffix_is_recognised(run: Run, workspace: Path, name: str, ending: str) -> None:
    shutil.copy(UNIT, f"units/{name}")
    for command in (["generate"], ["check"], ["generate", "石桥镇"], ["check", f"units/{name}"], ["explain", "石桥镇"]):
        result = run(*command)
        assert result.exit_code == 1
        assert spots(result) == [(f"units/{name}", 1, 1, "file-name")]
        assert (
            f"is meant as a unit file, but its name must end in .yaml, not in {ending}; rename it to 石桥镇.yaml; "
        ) in result.output
    assert Path("speeches/市水务局.txt").exists()
    shutil.copy(UNIT, "units/石桥镇.yaml")
    assert "石桥镇.yaml exists too: keep the right one under that name, and delete the other" in run("check").output


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04\x14\0\x06\0\xff\xfe", "an Excel or Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an Excel or Word file"),
        (b"{\\rtf1\\ansi}", "a Word file"),
        (b"%PDF-1.7\n", "a PDF file"),
    ],
)
def test_a_file_of_an_office_program_that_was_renamed_is_named(
    run: Run, workspace: Path, content: bytes, kind: str
) -> None:
    Path("units/数据.yaml").write_bytes(content)
    result = run("generate", "数据")
    assert result.exit_code == 1
    assert result.output.startswith(
        f"units/数据.yaml:1:1: error[encoding] is {kind}, not a text file, whatever its name ends in; "
        "copy what it says into a text file\n"
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_unit_file_in_utf_16_needs_no_byte_order_mark(run: Run, workspace: Path, encoding: str) -> None:
    path = Path("units/市水务局.yaml")
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    result = run("generate", "市水务局")
    assert (result.exit_code, spots(result)) == (0, [])


@pytest.mark.parametrize("name", ["市水务局 - 副本", "市水务局(1)", "Copy of 市水务局", "石桥镇"])
def test_a_copied_unit_file_with_the_old_name_in_it_is_reported_there(run: Run, workspace: Path, name: str) -> None:
    shutil.copy(UNIT, f"units/{name}.yaml")
    result = run("check")
    assert (f"units/{name}.yaml", 1, 14, "same-name") in spots(result)
    assert (
        f"units/{name}.yaml:1:14: warning[same-name] 市水务局 is also the unit in units/市水务局.yaml:1; "
        "if this file was copied, correct the name\n"
    ) in result.output


def test_a_unit_file_with_a_suffix_in_capitals_is_a_unit_file(run: Run, workspace: Path) -> None:
    shutil.copy(UNIT, "units/石桥镇.YAML")
    assert run("generate", "石桥镇").exit_code == 0
    assert Path("speeches/石桥镇.txt").exists()


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("数据.xlsx", "数据"),
        ("名单.docx", "名单"),
        ("石桥镇.yaml", "石桥镇"),
        ("units/石桥镇", "石桥镇"),
        ("各单位情况.CSV", "各单位情况"),
    ],
)
def test_new_asks_what_is_meant_by_the_name_of_a_file(run: Run, workspace: Path, name: str, unit: str) -> None:
    before = sorted(Path("units").iterdir())
    result = run("new", name, "城关镇")
    assert result.exit_code == 1
    assert spots(result) == [(name, 1, 1, "unit-name")]
    assert (
        "is the name of a file; new takes the name of a unit, and creates units/NAME.yaml; for a unit with this name: "
        f"speechgen new {unit}"
    ) in result.output
    assert sorted(Path("units").iterdir()) == sorted([*before, Path("units/城关镇.yaml")])


def test_settings_name_formats_as_the_command_line_does(run: Run, workspace: Path) -> None:
    path = Path("speechgen.yaml")
    text = "".join(line for line in path.read_text(encoding="utf-8").splitlines(True) if "formats" not in line)
    path.write_text(f"{text}formats: [Word, markdown]\n", encoding="utf-8")
    assert run("generate", "市水务局").exit_code == 0
    assert sorted(path.name for path in Path("speeches").glob("市*")) == ["市水务局.docx", "市水务局.md"]
    path.write_text(f"{text}formats: [md, pdf]\n", encoding="utf-8")
    line = path.read_text(encoding="utf-8").count("\n")
    assert spots(run("generate")) == [("speechgen.yaml", line, 15, "unknown-choice")]


# ── A template in a folder ──


@pytest.mark.parametrize("target", ["autumn", "deep/er/autumn", "."])
def test_init_writes_a_path_to_the_template_that_resolves(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    shutil.copytree(ROOT / "tests/cli/workspace/templates", tmp_path / "模板 #1")
    assert run("init", target, "-t", "模板 #1/thanks").exit_code == 0
    monkeypatch.chdir(tmp_path / target)
    result = run("generate")
    assert (result.exit_code, spots(result)) == (0, []), result.output
    assert Path("speeches/example.txt").exists()
    assert run("new", "城关镇").exit_code == 0


# ── Open in Word ──


@pytest.mark.parametrize(
    "lock", ["~$水务局第一.docx", "~$市水务局第一.docx", ".~市水务局第一.docx", ".~lock.市水务局第一.docx#"]
)
def test_a_speech_that_is_open_in_word_is_not_replaced(run: Run, workspace: Path, lock: str) -> None:
    Path("units/市水务局.yaml").rename("units/市水务局第一.yaml")
    run("generate", "-f", "docx")
    speech = Path("speeches/市水务局第一.docx")
    before = speech.read_bytes()
    Path("speeches", lock).write_bytes(b"\0")
    _change_the_figure("市水务局第一")
    for command in (["generate", "-f", "docx"], ["generate", "-f", "docx", "--force"]):
        result = run(*command)
        assert result.exit_code == 1
        assert result.output.startswith(
            "speeches/市水务局第一.docx:1:1: error[cannot-write] cannot be written: it is open in Word; close it in "
            f"Word, or delete {lock} if it is not open; then run the command again\n"
        )
        assert speech.read_bytes() == before
    Path("speeches", lock).unlink()
    assert run("generate", "-f", "docx").exit_code == 0
    assert speech.read_bytes() != before
    Path("speeches", lock).write_bytes(b"\0")
    Path("units/市水务局第一.yaml").unlink()
    result = run("generate", "--prune", "-f", "docx")
    assert result.exit_code == 1
    assert "cannot be removed: it is open in Word; close it in Word" in result.output
    assert speech.exists()


def test_a_speech_that_word_does_not_let_read_is_to_be_closed(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("generate", "-f", "docx")
    Path("speeches/~$水务局.docx").write_bytes(b"\0")
    opened = os.open

    def refused(path: str, *arguments: int) -> int:
        if str(path).endswith(".docx"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(path, *arguments)

    monkeypatch.setattr(os, "open", refused)
    result = run("check", "speeches/市水务局.docx")
    assert result.exit_code == 1
    assert (
        "speeches/市水务局.docx:1:1: error[unreadable] cannot be read: it is open in Word; close it in Word; then run"
    ) in result.output


# ── Lists ──


@pytest.mark.parametrize(
    ("written", "column", "words"),
    [
        ("[市财政局、市教育局、市卫健局]", 12, "3: 市财政局、市教育局、市卫健局; write [市财政局, 市教育局, 市卫健局]"),
        ("[ 市财政局；市教育局 ]", 13, "2: 市财政局；市教育局; write [市财政局, 市教育局]"),
        ("[市财政局; 市教育局]", 12, "2: 市财政局; 市教育局; write [市财政局, 市教育局]"),
    ],
)
def test_one_item_that_looks_like_several_is_reported(
    run: Run, workspace: Path, written: str, column: int, words: str
) -> None:
    path = Path("units/市水务局.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}mentions: {written}\n", encoding="utf-8")
    result = run("check", "市水务局")
    assert result.exit_code == 0
    assert spots(result) == [("units/市水务局.yaml", text.count("\n") + 1, column, "one-item")]
    assert (
        f"warning[one-item] mentions has one item that looks like {words}, with ASCII commas; if it is one item, put it"
        " in quotes"
    ) in result.output
    path.write_text(f'{text}mentions: ["市财政局、市教育局", 市卫健局]\n', encoding="utf-8")
    assert "one-item" not in run("check", "市水务局").output
    path.write_text(f'{text}mentions: ["市财政局、市教育局"]\n', encoding="utf-8")
    assert run("check", "市水务局").exit_code == 0
    assert "one-item" not in run("check", "市水务局").output


@pytest.mark.parametrize(
    ("file", "line", "column"), [("speechgen.yaml", 1, 11), ("units/市水务局.yaml", 1, 11)], ids=["settings", "unit"]
)
def test_an_unknown_template_is_reported_where_it_is_named(
    run: Run, workspace: Path, file: str, line: int, column: int
) -> None:
    path = Path(file)
    lines = [each for each in path.read_text(encoding="utf-8").split("\n") if not each.startswith("template:")]
    path.write_text("\n".join(["template: thank", *lines]), encoding="utf-8")
    for command in (["generate", "市水务局"], ["check", "市水务局"], ["explain", "市水务局"]):
        result = run(*command)
        assert result.exit_code == 1
        assert result.output.startswith(
            f"{file}:{line}:{column}: error[unknown-template] no template has the name thank; did you mean thanks?\n"
        )
