"""A language that another installed package offers: every command and every format works for its templates.

The package is the module `plin.py` of this folder with an entry point, in a folder of its own on Python's path.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from ..conftest import ROOT
from ..forked_program import ForkedProgram, InstalledProgram

PACKAGE = {
    "speechgen_plin-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: speechgen-plin\nVersion: 1.0\n",
    "speechgen_plin-1.0.dist-info/entry_points.txt": "[speechgen.languages]\nqpl = speechgen_plin\n",
}
TEMPLATE = {
    "template.yaml": """\
title: Vizito
language: qpl
metrics:
  letters: {title: Leteros, measure: leter, round_to: 100, examples: [2413]}
  complaints: {title: Plendos, measure: plendo, change: true, examples: [{before: 40, after: 26}]}
parts:
  findings: {title: Bons, minimum: 1}
""",
    "speech.md.j2": """\
---
title: Vizito, {{ unit.name }}
date: "{{ dates.meeting | date }}"
salutation: "Kara amikos,"
---
Nos lego {{ metrics.letters }} kon
vu. Plendos pasa {{ metrics.complaints }}.

Nos havi {{ findings | count("bon") }} eta jaro. Dank ad {{ unit.short or unit.name }}.

{% for each in findings %}
**{{ each.title }}**. {{ each.body }}

{% endfor %}
""",
    "findings/records.md.j2": "---\ntitle: Klara leteros\n---\nNos nos perda nul leter.\n",
    "findings/people.md.j2": "---\ntitle: Bona grupo\n---\nKon {{ unit.head.name }}.\n",
    "findings/order.md.j2": "---\ntitle: Bona ordo\n---\nDank ad {{ unit.head.name }}.\n",
    "example.yaml": """\
unit: {name: Domo Blanka, short: la Domo}
dates: {meeting: 2014-10-24}
metrics:
  letters: 2413
  complaints: {before: 40, after: 26}
findings: [records]
""",
}
SPEECH = """\
# Vizito, Domo Blanka

24 dek 2014

Kara amikos,

Nos lego plu 2'400 leter kon vu. Plendos pasa ze 40 ad 26 plendo.

Nos havi 1 bon eta jaro. Dank ad la Domo.

**Klara leteros**. Nos nos perda nul leter.
"""


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def program(forked_program: ForkedProgram, tmp_path_factory: pytest.TempPathFactory) -> InstalledProgram:
    """The program with Plin, and a workspace with the template's example as its first unit."""
    site = tmp_path_factory.mktemp("site")
    _write(site, PACKAGE)
    shutil.copy(Path(__file__).with_name("plin.py"), site / "speechgen_plin.py")
    program = InstalledProgram(forked_program, site, tmp_path_factory.mktemp("workspace"))
    _write(program.workspace / "vizito", TEMPLATE)
    program.run("init", ".", "--template", "vizito")
    settings = program.workspace / "speechgen.yaml"
    text = settings.read_text(encoding="utf-8")
    assert "\nformats: [md, txt]" in text
    text = text.replace("\nformats: [md, txt]", "\nformats: [md, txt, docx, html]")
    settings.write_text(f"{text}check: {{rate: {{qpl: 90}}}}\n", encoding="utf-8")
    program.run("generate")
    return program


def _speech(program: InstalledProgram, suffix: str) -> Path:
    [file] = (program.workspace / "speeches").glob(f"*.{suffix}")
    return file


def test_markdown(program: InstalledProgram) -> None:
    assert _speech(program, "md").read_text(encoding="utf-8") == SPEECH


def test_plain_text(program: InstalledProgram) -> None:
    assert "\n\nNos havi 1 bon eta jaro. Dank ad la Domo.\n" in _speech(program, "txt").read_text(encoding="utf-8")


def test_word_marks_the_words_as_in_the_language(program: InstalledProgram) -> None:
    document = Document(str(_speech(program, "docx")))
    assert document.paragraphs[-1].text == "Klara leteros. Nos nos perda nul leter."
    assert {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))} == {"qpl"}


def test_word_for_the_lectern_has_a_paragraph_for_each_sentence(program: InstalledProgram) -> None:
    program.run("generate", "--large", "--format", "docx", "--output", "large")
    [file] = (program.workspace / "large").glob("*.docx")
    assert "Nos havi 1 bon eta jaro." in [paragraph.text.strip() for paragraph in Document(str(file)).paragraphs]


def test_the_review_page_has_the_labels_of_the_language_and_english_ones_for_the_others(
    program: InstalledProgram,
) -> None:
    page = _speech(program, "html").read_text(encoding="utf-8")
    assert '<article id="speech" class="speech" lang="qpl">' in page
    assert "Nul plendo." in page
    assert "What to do" in page or "Speech only" in page


def test_previews_pages(program: InstalledProgram) -> None:
    pages = program.python(
        "from speechgen.preview import Units\n"
        "units = Units([]); units.refresh(); units.refresh_index()\n"
        "print(units.index('1').decode(), units.page('example', '1').decode())\n"
        "from speechgen.preview.pages import missing_page; print(missing_page(units.language, '1').decode())\n"
    )
    assert pages.count('<html lang="qpl"') == 3
    assert "Eta domos" in pages
    assert "Nul domo" in pages


def test_new_writes_a_unit_file_in_the_words_of_the_language(program: InstalledProgram) -> None:
    program.run("new", "Domo Verda")
    file = program.workspace / "units/Domo Verda.yaml"
    text = file.read_text(encoding="utf-8")
    file.unlink()
    assert "# For the template “Vizito”." in text
    assert "  # plena nomo, debado, for example Riverside Community Trust\n  name: Domo Verda\n" in text
    assert "# name, needed by order, people, for example Ruth Adeyemi\n" in text
    assert "Leteros, debado, for example 2413" in text


def test_check_runs_the_rules_that_need_no_words_and_those_that_the_language_has_words_for(
    program: InstalledProgram,
) -> None:
    """`nos nos` is right in Plin; `za za` is not."""
    unit = program.workspace / "units/example.yaml"
    original = unit.read_text(encoding="utf-8")
    unit.write_text(f"{original.replace('la Domo}', 'za za XX 31 ses}')}minutes: 90\n", encoding="utf-8")
    found = program.run("check", "units/example.yaml", status=1)
    unit.write_text(original, encoding="utf-8")
    assert re.findall(r"^(\S+?:\d+:\d+): (\w+)\[([\w-]+)\]", found, re.MULTILINE) == [
        ("speeches/example.txt:1:1", "warning", "length"),
        ("speeches/example.txt:8:34", "warning", "repeat"),
        ("speeches/example.txt:8:40", "error", "placeholder"),
        ("speeches/example.txt:8:43", "error", "date"),
    ]
    assert re.search(r"\d+ vortos take .*, at 75 to 100 a minute", found)
    assert "31 ses: ses has 30 days" in found


def test_check_reads_edited_speeches(program: InstalledProgram) -> None:
    assert "no problems" in program.run("check", "speeches/example.md", "speeches/example.docx")


@pytest.mark.parametrize("suffix", ["md", "txt", "docx"])
def test_the_language_of_an_edited_speech_is_known_without_its_unit_file(
    program: InstalledProgram, suffix: str
) -> None:
    code = f"import speechgen; print(speechgen.read_speech('speeches/example.{suffix}').language)"
    assert program.python(code) == "qpl\n"


@pytest.mark.parametrize(("name", "language"), [("mass-line-summary", "zh-CN"), ("site-visit-closing", "en")])
def test_speeches_in_other_languages_are_known_without_looking_for_packages(
    program: InstalledProgram, name: str, language: str
) -> None:
    speech = ROOT / f"templates/{name}/tests/example.md"
    code = (
        f"import sys, speechgen; print(speechgen.read_speech({str(speech)!r}).language,"
        " 'importlib.metadata' in sys.modules, 'speechgen_plin' in sys.modules)"
    )
    assert program.python(code) == f"{language} False False\n"


def test_templates(program: InstalledProgram) -> None:
    assert "no problems" in program.run("templates", "--lint", "vizito")
    assert "  figure\n    A number in digits" in program.run("templates", "--filters", "vizito")


def test_a_new_template_needs_a_skeleton(program: InstalledProgram) -> None:
    found = program.run("templates", "--new", "nova", "--language", "qpl", status=1)
    assert "nova:1:1: error[no-skeleton] there is no new template in qpl; copy a template" in found


def test_rules_for_every_language_name_it(program: InstalledProgram) -> None:
    assert program.run("rules", "placeholder").startswith("placeholder  error  zh-CN, en")
    assert "qpl" in program.run("rules", "placeholder").split("\n")[0]
    assert "qpl" not in program.run("rules", "level").split("\n")[0]


def test_schema(program: InstalledProgram) -> None:
    assert '"description": "plena nomo"' in program.run("schema", "vizito")
    assert '"qpl": {' in program.run("schema", "--settings")


def test_explain(program: InstalledProgram) -> None:
    assert "metrics.letters = 2413\n    from units/example.yaml:5:12" in program.run(
        "explain", "example", "metrics.letters"
    )


def test_an_unknown_language_is_reported_with_those_that_there_are(program: InstalledProgram) -> None:
    _write(program.workspace / "other", {**TEMPLATE, "template.yaml": "title: Vizito\nlanguage: xx\n"})
    found = program.run("templates", "--lint", "other", status=1)
    shutil.rmtree(program.workspace / "other")
    assert re.search(
        r"other/template\.yaml:2:11: error\[unknown-choice\] language: .*xx; .*\bzh-CN, en\b.*\bqpl", found
    )


def test_a_package_that_cannot_be_imported_is_reported(program: InstalledProgram, tmp_path: Path) -> None:
    _write(tmp_path, PACKAGE)
    (tmp_path / "speechgen_plin.py").write_text("import not_installed\n", encoding="utf-8")
    found = program._replace(site=tmp_path).run("generate", "--output", "again", status=1)
    message = "speechgen_plin:1:1: error[language] the language qpl of the package speechgen-plin cannot"
    assert message in found
    assert "Traceback" not in found


def test_a_package_that_cannot_be_imported_does_not_stop_other_languages(
    program: InstalledProgram, tmp_path: Path
) -> None:
    _write(tmp_path, PACKAGE)
    (tmp_path / "speechgen_plin.py").write_text("import not_installed\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Nos havi 1 bon eta jaro.\n", encoding="utf-8")
    assert "no problems" in program._replace(site=tmp_path).run("check", str(tmp_path / "a.txt"))


def test_generating_imports_no_other_language(program: InstalledProgram) -> None:
    loaded = program.python(
        "import sys; from speechgen.__main__ import run; sys.argv = ['speechgen', 'generate', '--output', 'again']\n"
        "try: run()\n"
        "except SystemExit: pass\n"
        "print(sorted({each.split('.')[2] for each in sys.modules if each.startswith('speechgen.language.')}))"
    )
    assert "'registry'" in loaded
    assert "'en'" not in loaded
    assert "'zh_cn'" not in loaded, loaded
