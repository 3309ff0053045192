"""A language that is added as in CONTRIBUTING.md: every command and every format works for its templates.

The recipe is followed in a copy of the repository; tests/test_contributing.py runs its own commands.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from docx import Document
from docx.oxml.ns import qn

from ..conftest import ROOT
from ..recipes import copy_repository, recipes, run_python

TEMPLATE = {
    "template.yaml": """\
title: Visite de clôture
language: fr
metrics:
  letters: {title: Lettres lues, measure: lettres, round_to: 100, examples: [2413]}
  complaints: {title: Plaintes, measure: plaintes, change: true, examples: [{before: 40, after: 26}]}
parts:
  findings: {title: Points forts, minimum: 1}
""",
    "speech.md.j2": """\
---
title: Clôture de la visite, {{ unit.name }}
date: "{{ dates.meeting | date }}"
salutation: "Mesdames et messieurs,"
---
Nous avons lu {{ metrics.letters }}. Les plaintes sont passées {{ metrics.complaints }}.

Nous retenons {{ findings | count("point fort", "points forts") }}. Merci à {{ unit.short or unit.name }}.

{% for each in findings %}
**{{ each.title }}**. {{ each.body }}

{% endfor %}
""",
    "findings/records.md.j2": "---\ntitle: Des dossiers bien tenus\n---\nNous nous sommes perdus nulle part.\n",
    "findings/people.md.j2": "---\ntitle: Une équipe\n---\nDirigée par {{ unit.head.name }}.\n",
    "findings/order.md.j2": "---\ntitle: De l'ordre\n---\nGrâce à {{ unit.head.name }}.\n",
    "example.yaml": """\
unit: {name: Maison des Associations, short: la Maison}
dates: {meeting: 2014-10-24}
metrics:
  letters: 2413
  complaints: {before: 40, after: 26}
findings: [records]
""",
}
SPEECH = """\
# Clôture de la visite, Maison des Associations

24 octobre 2014

Mesdames et messieurs,

Nous avons lu plus de 2 400 lettres. Les plaintes sont passées de 40 à 26 plaintes.

Nous retenons 1 point fort. Merci à la Maison.

**Des dossiers bien tenus**. Nous nous sommes perdus nulle part.
"""


class Program(NamedTuple):
    """The copy of the repository, and the folder of a workspace for its new language."""

    root: Path
    workspace: Path

    def run(self, *arguments: str, status: int = 0) -> str:
        return self._python("-m", "speechgen", *arguments, status=status)

    def python(self, code: str) -> str:
        return self._python("-c", code)

    def _python(self, *arguments: str, status: int = 0) -> str:
        done = run_python(self.root, *arguments, folder=self.workspace)
        assert done.returncode == status, done.stdout
        return done.stdout


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program with French, and a workspace with the template's example as its first unit."""
    root = tmp_path_factory.mktemp("copy")
    copy_repository(root)
    recipes()["A language"].follow(root)
    _write(root / "templates/visite", TEMPLATE)
    program = Program(root, root / "workspace")
    program.workspace.mkdir()
    program.run("init", ".", "--template", "visite")
    settings = program.workspace / "speechgen.yaml"
    text = settings.read_text(encoding="utf-8")
    assert "\nformats: [md, txt]" in text
    text = text.replace("\nformats: [md, txt]", "\nformats: [md, txt, docx, html]")
    settings.write_text(f"{text}check: {{rate: {{fr: 120}}}}\n", encoding="utf-8")
    program.run("generate")
    return program


def _speech(program: Program, suffix: str) -> Path:
    [file] = (program.workspace / "speeches").glob(f"*.{suffix}")
    return file


def test_markdown(program: Program) -> None:
    assert _speech(program, "md").read_text(encoding="utf-8") == SPEECH


def test_plain_text(program: Program) -> None:
    text = _speech(program, "txt").read_text(encoding="utf-8")
    assert "\n\nNous retenons 1 point fort. Merci à la Maison.\n" in text


def test_word_marks_the_words_as_french(program: Program) -> None:
    document = Document(str(_speech(program, "docx")))
    assert document.paragraphs[-1].text == "Des dossiers bien tenus. Nous nous sommes perdus nulle part."
    languages = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"fr"}


def test_word_for_the_lectern_has_a_paragraph_for_each_sentence(program: Program) -> None:
    program.run("generate", "--large", "--format", "docx", "--output", "large")
    [file] = (program.workspace / "large").glob("*.docx")
    said = [paragraph.text.strip() for paragraph in Document(str(file)).paragraphs]
    assert "Nous retenons 1 point fort." in said


def test_the_review_page_has_english_labels(program: Program) -> None:
    page = _speech(program, "html").read_text(encoding="utf-8")
    assert '<article id="speech" class="speech" lang="fr">' in page
    assert "No problems." in page


def test_previews_pages(program: Program) -> None:
    pages = program.python(
        "from speechgen.preview import Units\n"
        "units = Units([]); units.refresh(); units.refresh_index()\n"
        "print(units.index('1').decode(), units.page('example', '1').decode())\n"
        "from speechgen.preview.pages import missing_page; print(missing_page(units.language, '1').decode())\n"
    )
    assert pages.count('<html lang="fr"') == 3
    assert "All units" in pages
    assert "Unit not found" in pages


def test_new_writes_a_unit_file_with_english_words(program: Program) -> None:
    program.run("new", "Maison des Jeunes")
    text = (program.workspace / "units/Maison des Jeunes.yaml").read_text(encoding="utf-8")
    (program.workspace / "units/Maison des Jeunes.yaml").unlink()
    assert "# For the template “Visite de clôture”." in text
    assert "  # full name, needed, for example Riverside Community Trust\n  name: Maison des Jeunes\n" in text
    assert "# name, needed by order, people, for example Ruth Adeyemi\n" in text
    assert "Lettres lues, needed, for example 2413" in text


def test_check_runs_the_rules_for_every_language(program: Program) -> None:
    """Doubled words are for Chinese and English alone: `nous nous` is right in French."""
    unit = program.workspace / "units/example.yaml"
    original = unit.read_text(encoding="utf-8")
    unit.write_text(f"{original.replace('la Maison}', 'la XX}')}minutes: 90\n", encoding="utf-8")
    found = program.run("check", "units/example.yaml", status=1)
    unit.write_text(original, encoding="utf-8")
    assert re.findall(r"^(\S+?:\d+:\d+): (\w+)\[([\w-]+)\]", found, re.MULTILINE) == [
        ("speeches/example.txt:1:1", "warning", "length"),
        ("speeches/example.txt:8:40", "error", "placeholder"),
    ]
    assert "39 words take" in found


def test_check_reads_edited_speeches(program: Program) -> None:
    assert "no problems" in program.run("check", "speeches/example.md", "speeches/example.docx")


@pytest.mark.parametrize("suffix", ["md", "txt", "docx"])
def test_an_edited_speech_is_known_as_french_without_its_unit_file(program: Program, suffix: str) -> None:
    code = "import sys, speechgen; print(speechgen.read_speech(sys.argv[1]).language)"
    assert program.python(code.replace("sys.argv[1]", repr(f"speeches/example.{suffix}"))) == "fr\n"


@pytest.mark.parametrize(("name", "language"), [("mass-line-summary", "zh-CN"), ("site-visit-closing", "en")])
def test_speeches_in_other_languages_are_known_as_before(program: Program, name: str, language: str) -> None:
    speech = ROOT / f"tests/goldens/{name}.md"
    assert (
        program.python(f"import speechgen; print(speechgen.read_speech({str(speech)!r}).language)") == f"{language}\n"
    )


def test_templates(program: Program) -> None:
    assert "visite  fr  Visite de clôture" in program.run("templates")
    assert re.search(
        r"^  figure\n    A number in digits, thousands", program.run("templates", "--filters", "visite"), re.M
    )
    assert "no problems" in program.run("templates", "--lint", str(program.root / "templates/visite"))


def test_the_examples_of_its_filters_print_what_they_say(program: Program) -> None:
    """By the test that the project's own languages have."""
    checked = program.python(
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from tests.language.test_language import EXAMPLES, test_examples_print_what_they_say\n"
        "french = [each for each in EXAMPLES if each[0] == 'fr']\n"
        "for each in french: test_examples_print_what_they_say(*each)\n"
        "print([expression for _, expression, _ in french])"
    )
    assert "2413 | figure" in checked


def test_schema(program: Program) -> None:
    assert '"description": "full name"' in program.run("schema", "visite")
    assert '"fr": {' in program.run("schema", "--settings")


def test_explain(program: Program) -> None:
    assert "metrics.letters = 2413\n    from units/example.yaml:5:12" in program.run(
        "explain", "example", "metrics.letters"
    )


def test_generating_imports_no_other_language(program: Program) -> None:
    loaded = program.python(
        "import sys; from speechgen.__main__ import main; sys.argv = ['speechgen', 'generate', '--output', 'again']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({each.split('.')[2] for each in sys.modules if each.startswith('speechgen.language.')}))"
    )
    assert "'fr'" in loaded
    assert "'en'" not in loaded
    assert "'zh_cn'" not in loaded
