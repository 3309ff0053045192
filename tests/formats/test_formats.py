"""`generate -f docx` and `-f html`: the files written and the problems reported."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from docx import Document

import speechgen

from ..conftest import ROOT, Run, spots
from ..workspaces import FEW, UNIT, example_workspace, replace, speech_of, unit_file


@pytest.fixture
def workspace(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = example_workspace(tmp_path, FEW)
    monkeypatch.chdir(root)
    return root


def _copy_to_another_unit(root: Path) -> Path:
    """Another unit file that differs in the unit's name only."""
    other = unit_file(root, "县法院")
    other.write_text(unit_file(root).read_text(encoding="utf-8").replace(UNIT, "县人民法院"), encoding="utf-8")
    return other


def test_word_files_are_read_as_the_same_speech(run: Run, workspace: Path) -> None:
    for options in ([], ["--large"]):
        assert run("generate", UNIT, "-f", "docx", *options).exit_code == 0
        read = speechgen.read_speech(workspace / "speeches" / f"{UNIT}{'-large' if options else ''}.docx")
        made = speech_of(workspace)
        words = [each.text.replace("\u3000", " ") for each in made.paragraphs]  # the reader's white space
        assert [each.text for each in read.paragraphs] == words
        assert [each.kind for each in read.paragraphs] == [each.kind for each in made.paragraphs]
        assert [each.level for each in read.paragraphs] == [each.level for each in made.paragraphs]


def test_a_second_run_changes_nothing(run: Run, workspace: Path) -> None:
    run("generate", UNIT, "-f", "docx", "-f", "html")
    assert "0 files written, 2 unchanged" in run("generate", UNIT, "-f", "docx", "-f", "html").output


def test_an_edited_word_file_is_not_overwritten(run: Run, workspace: Path) -> None:
    run("generate", UNIT, "-f", "docx")
    path = workspace / "speeches" / f"{UNIT}.docx"
    speech = speechgen.read_speech(path)
    first = speech.paragraphs[0]
    changed = speech._replace(paragraphs=(first._replace(runs=(first.runs[0]._replace(text="讲话稿"),)),))
    path.unlink()
    speechgen.write(changed, path, force=True)
    path.with_name(".speechgen").unlink()
    kept = path.read_bytes()
    result = run("generate", UNIT, "-f", "docx")
    assert "warning[kept]" in result.output
    assert path.read_bytes() == kept


@pytest.mark.parametrize("options", [[], ["--large"]], ids=str)
def test_problems_of_a_word_file_have_their_places_in_it(run: Run, workspace: Path, options: list[str]) -> None:
    replace(unit_file(workspace), ("vision: 公正高效", "vision: 公正高效的的"))
    reported = spots(run("generate", UNIT, "-f", "docx", *options))
    assert [code for _, _, _, code in reported] == ["repeat"]
    assert reported == spots(run("check", f"speeches/{UNIT}{'-large' if options else ''}.docx"))


def test_problems_of_a_review_page_have_their_places_in_the_unit_file(run: Run, workspace: Path) -> None:
    replace(unit_file(workspace), ("vision: 公正高效", "vision: 公正高效的的"))
    result = run("generate", UNIT, "-f", "html")
    assert [each[:2] for each in spots(result)] == [(f"units/{UNIT}.yaml", 12)]
    assert "(from" not in result.output  # the place is not printed twice


def test_the_reference_of_the_workspace_is_used(run: Run, workspace: Path) -> None:
    run("generate", UNIT, "-f", "docx", "-o", "plain.docx")

    reference = Document(str(workspace / "plain.docx"))
    reference.sections[0].header.paragraphs[0].text = "内部资料"
    reference.save(str(workspace / "reference.docx"))
    assert run("generate", UNIT, "-f", "docx").exit_code == 0
    written = Document(str(workspace / "speeches" / f"{UNIT}.docx"))
    assert written.sections[0].header.paragraphs[0].text == "内部资料"
    assert written.paragraphs[-1].text == speech_of(workspace).paragraphs[-1].text


def test_the_reference_of_the_template_is_used_if_the_workspace_has_none(run: Run, workspace: Path) -> None:

    own = workspace / "templates" / "mass-line-summary"
    shutil.copytree(ROOT / "templates" / "mass-line-summary", own)
    run("generate", UNIT, "-f", "docx", "-o", "plain.docx")
    for folder, words in ((own, "模板的"), (workspace, "工作区的")):
        reference = Document(str(workspace / "plain.docx"))
        reference.sections[0].header.paragraphs[0].text = words
        reference.save(str(folder / "reference.docx"))
        assert run("generate", UNIT, "-f", "docx").exit_code == 0
        written = Document(str(workspace / "speeches" / f"{UNIT}.docx"))
        assert written.sections[0].header.paragraphs[0].text == words


def test_a_style_missing_in_the_reference_is_reported(run: Run, workspace: Path) -> None:

    Document().save(str(workspace / "reference.docx"))  # python-docx's own styles have no author and no salutation
    result = run("generate", UNIT, "-f", "docx")
    assert result.exit_code == 1
    assert [(file, code) for file, _, _, code in spots(result)] == [("reference.docx", "missing-style")] * 3
    assert re.findall(r"has no style named (\w+)", result.output) == ["Author", "Date", "Salutation"]
    assert not (workspace / "speeches").exists()


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 broken", "不是文件".encode(), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_an_unreadable_reference_is_reported(run: Run, workspace: Path, content: bytes) -> None:
    (workspace / "reference.docx").write_bytes(content)
    result = run("generate", UNIT, "-f", "docx")
    assert result.exit_code == 1
    assert spots(result) == [("reference.docx", 1, 1, "unreadable")]
    assert run("generate", UNIT, "-f", "txt").exit_code == 0


def test_a_folder_named_reference_docx_is_reported(run: Run, workspace: Path) -> None:
    (workspace / "reference.docx").mkdir()
    result = run("generate", UNIT, "-f", "docx")
    assert result.exit_code == 1
    assert spots(result) == [("reference.docx", 1, 1, "unreadable")]


def test_english_speeches_on_letter_paper(run: Run, tmp_path: Path) -> None:

    assert run("init", "visits", "--template", "site-visit-closing").exit_code == 0
    settings = tmp_path / "visits" / "speechgen.yaml"
    for paper, width in (("A4", 210), ("Letter", 216)):
        settings.write_text(settings.read_text(encoding="utf-8") + f"paper: {paper}\n", encoding="utf-8")
        assert run("generate", "visits/units/example.yaml", "-f", "docx").exit_code == 0
        page = Document(str(tmp_path / "visits" / "speeches" / "example.docx")).sections[0].page_width
        assert page is not None
        assert round(page.mm) == width
        settings.write_text(settings.read_text(encoding="utf-8").replace(f"paper: {paper}\n", ""), encoding="utf-8")


def test_check_of_units_works_without_python_docx(run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace(workspace / "speechgen.yaml", ("formats: [md, txt]", "formats: [docx]"))
    replace(unit_file(workspace), ("vision: 公正高效", "vision: 公正高效的的"))
    monkeypatch.setitem(sys.modules, "docx", None)
    assert [code for _, _, _, code in spots(run("check", UNIT))] == ["repeat"]


@pytest.mark.parametrize("arguments", [["generate", UNIT, "-f", "docx"], ["check", "speech.docx"]])
def test_a_missing_package_is_reported_with_the_command_to_install_it(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    (workspace / "speech.docx").write_bytes(b"PK")
    monkeypatch.setitem(sys.modules, "docx", None)
    result = run(*arguments)
    assert result.exit_code == 1
    assert result.output.count("pip install 'speechgen[docx]'") == 1
    assert len(result.output.strip().splitlines()) <= 3


def test_a_page_shows_problems_found_by_comparing_units(run: Run, workspace: Path) -> None:
    _copy_to_another_unit(workspace)
    result = run("generate", "-f", "html", "-f", "txt")
    assert result.output.count("[alike]") == 1
    pages = [path.read_text(encoding="utf-8") for path in (workspace / "speeches").glob("*法院.html")]
    assert len(pages) == 2
    assert sum("<code>alike</code>" in page for page in pages) == 1
    assert "0 files written, 8 unchanged" in run("generate", "-f", "html", "-f", "txt").output


def test_a_page_is_the_same_whichever_units_are_generated(run: Run, workspace: Path) -> None:
    other = _copy_to_another_unit(workspace)
    run("generate", "-f", "html")
    page = workspace / "speeches" / f"{UNIT}.html"
    assert "<code>alike</code>" in page.read_text(encoding="utf-8")
    result = run("generate", UNIT, "-f", "html")
    assert "0 files written, 1 unchanged" in result.output
    assert result.output.count("[alike]") == 1
    assert run("generate", UNIT, "-f", "html", "-o", "-").output.count("<code>alike</code>") == 1
    other.unlink()
    run("generate", UNIT, "-f", "html")
    assert "<code>alike</code>" not in page.read_text(encoding="utf-8")


def test_pages_are_compared_with_edited_speeches_not_with_what_would_be_generated(run: Run, workspace: Path) -> None:
    _copy_to_another_unit(workspace)
    run("generate", "-f", "txt")
    for path in (workspace / "speeches").glob("县法院.txt"):
        path.write_text("同志们：\n　　谢谢大家！\n", encoding="utf-8")
    replace(workspace / "speechgen.yaml", ("formats: [md, txt]", "formats: [html, txt]"))
    assert "[alike]" not in run("generate").output
    assert "[alike]" in run("generate", "--force").output


def test_without_check_the_page_shows_the_same_length(run: Run, workspace: Path) -> None:
    settings = workspace / "speechgen.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "check: {rate: {zh-CN: 100}}\n", encoding="utf-8")
    page = workspace / "speeches" / f"{UNIT}.html"
    for options in ([], ["--no-check"]):
        run("generate", UNIT, "-f", "html", *options)
        assert "about 19 minutes" in page.read_text(encoding="utf-8")


def test_without_check_the_page_says_so(run: Run, workspace: Path) -> None:
    assert run("generate", UNIT, "-f", "html", "--no-check").exit_code == 0
    assert "Not checked" in (workspace / "speeches" / f"{UNIT}.html").read_text(encoding="utf-8")


def test_check_of_units_writes_no_files(run: Run, workspace: Path) -> None:
    replace(workspace / "speechgen.yaml", ("formats: [md, txt]", "formats: [docx, html]"))
    (workspace / "reference.docx").write_bytes(b"not asked for")
    assert run("check", UNIT).exit_code == 0
    assert not (workspace / "speeches").exists()


def test_a_page_written_from_python_has_no_values(workspace: Path) -> None:
    speechgen.write(speech_of(workspace), workspace / "page.html")
    page = (workspace / "page.html").read_text(encoding="utf-8")
    assert "mass-line-summary/speech.md.j2:2" in page
    assert '<tbody role="rowgroup">\n</tbody>' in page


@pytest.mark.parametrize("words", ["公正\\uFFFE高效", "公正\\0高效", "公正\\x0B高效"])
def test_characters_that_files_cannot_contain_are_left_out(run: Run, workspace: Path, words: str) -> None:
    replace(unit_file(workspace), ("vision: 公正高效的人民法院", f'vision: "{words}的人民法院"'))
    assert run("generate", UNIT, "-f", "docx", "-f", "html", "-f", "txt").exit_code == 0
    text = (workspace / "speeches" / f"{UNIT}.txt").read_text(encoding="utf-8")
    assert re.search("公正 ?高效的人民法院", text)


def test_private_use_characters_in_names_are_kept(run: Run, workspace: Path) -> None:
    replace(unit_file(workspace), ("尹正平", "尹\ue000平"))
    result = run("generate", UNIT, "-f", "docx", "-f", "txt")
    assert "[rare-character]" in result.output
    for name in ("docx", "txt"):
        read = speechgen.read_speech(workspace / "speeches" / f"{UNIT}.{name}")
        assert "尹\ue000平同志" in read.text


def test_a_value_without_readable_characters_is_missing(run: Run, workspace: Path) -> None:
    replace(unit_file(workspace), ("vision: 公正高效的人民法院", 'vision: "\\0\\uFFFF"'))
    result = run("generate", UNIT)
    assert result.exit_code == 1
    assert [each[:2] for each in spots(result)] == [(f"units/{UNIT}.yaml", 12)]
    assert "no printable characters" in result.output


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such file names")
def test_a_file_name_that_is_not_text_fails_only_its_unit(run: Run, workspace: Path) -> None:
    strange = os.fsdecode(os.fsencode(str(workspace / "units")) + b"/\xd5\xf2.yaml")
    shutil.copy(unit_file(workspace), strange)
    result = run("generate", "-f", "docx", "-f", "html", "-f", "md")
    assert "error[file-name]" in result.output
    assert "9 files written, 0 unchanged; 1 failed" in result.output


def test_several_processes_write_the_same_files(run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = ["-f", "docx", "-f", "html", "--large"]
    assert "6 files written" in run("generate", *options).output
    monkeypatch.setattr("speechgen.pipeline.workers.MIN_FOR_PROCESSES", 2)
    assert "0 files written, 6 unchanged" in run("generate", *options).output


def test_strict_writes_no_file_of_a_speech_with_an_error(run: Run, workspace: Path) -> None:
    replace(unit_file(workspace), ("vision: 公正高效", "vision: 公正高效的的"))
    result = run("generate", "--strict", "-f", "html", "-f", "docx")
    assert result.exit_code == 1
    assert result.output.count("[repeat]") == 1
    assert not list((workspace / "speeches").glob(f"{UNIT}.*"))
    assert len(list((workspace / "speeches").glob("*.html"))) == len(FEW) - 1


def test_check_reads_edited_word_files_whatever_formats_are_set(run: Run, workspace: Path) -> None:
    for options in ([], ["--large"]):
        run("generate", UNIT, "-f", "docx", *options)
        path = workspace / "speeches" / f"{UNIT}{'-large' if options else ''}.docx"
        document = Document(str(path))
        document.paragraphs[-1].add_run("谢谢谢谢，，各位XX！")
        document.save(str(path))
        codes = {code for file, _, _, code in spots(run("check")) if file == f"speeches/{path.name}"}
        assert {"placeholder", "punctuation"} <= codes


def test_large_word_files_have_names_of_their_own(run: Run, workspace: Path) -> None:
    run("generate", UNIT, "-f", "docx")
    run("generate", UNIT, "-f", "docx", "--large", "-f", "txt")
    names = sorted(path.name for path in (workspace / "speeches").iterdir() if path.suffix)
    assert names == [f"{UNIT}-large.docx", f"{UNIT}.docx", f"{UNIT}.txt"]
    run("generate", UNIT, "--large", "-o", "讲台.docx")
    assert (workspace / "讲台.docx").is_file()


def test_an_unknown_unit_is_reported(run: Run, workspace: Path) -> None:
    result = run("check", "市人民医园")
    assert result.exit_code == 1
    assert "error[unknown-unit] no unit has this name; did you mean 市人民医院?" in result.output


def test_large_without_docx_is_a_usage_error(run: Run, workspace: Path) -> None:
    result = run("generate", UNIT, "--large")
    assert result.exit_code == 2
    assert "add -f docx" in result.output
