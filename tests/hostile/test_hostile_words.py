"""Words that mean something in HTML, XML, JSON or a terminal: they are words in pages, Word files and reports."""

from __future__ import annotations

import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.dom.minidom import parseString

import pytest

from ..conftest import Run

# Each place gets one text of each kind.
MARKUP = (
    "<script>alert(1)</script>\"'><img src=x onerror=alert(1)></style></title><svg onload=alert(1)>]]><!-- &lt;b&gt;"
)
SIGNS = "javascript:alert(1)%0A::error::x\\u000a\u202eabc\u2066x\ufeff\u00ada" + "\u0300" * 200 + "\U000e0041\U00100000"
PLACES = (
    *("title", "description", "version", "value title", "metric title", "measure", "list title", "part title"),
    *("speech title", "author", "name", "short", "unknown key", "value", "own title", "own text", "person", "post"),
)
_FILES = {
    "t/template.yaml": "title: {title}\ndescription: {description}\nversion: {version}\nlanguage: en\n"
    "values: {{x: {{title: {value title}}}}}\nmetrics: {{m: {{title: {metric title}, measure: {measure}}}}}\n"
    "parts: {{points: {{title: {list title}}}}}\n",
    "t/points/one.md.j2": "---\ntitle: {part title}\n---\nThe body.\n",
    "t/speech.md.j2": "---\ntitle: {speech title}\nauthor: {author}\n---\nTo {{{{ unit.name }}}}, {{{{ x }}}}, "
    "{{{{ metrics.m }}}}.\n\n{{% for each in points %}}{{{{ each.title }}}}: {{{{ each.body }}}}\n\n{{% endfor %}}\n",
    "a.yaml": "template: ./t\nunit: {{name: {name}, short: {short}}}\nx: {value}\nmetrics: {{m: 3}}\n"
    "points: [one, {{title: {own title}, text: {own text}}}]\npeople: [{{name: {person}, post: {post}}}]\n"
    "? {unknown key}\n: 1\n",
}


class _Page(HTMLParser):
    """What a page has that the program's own pages do not."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts = 0
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        if tag in ("img", "svg", "iframe", "object"):
            self.foreign.append(tag)
        self.foreign += [name for name, value in attrs if name.startswith("on") or "script:" in (value or "")]


def _write(word: str, place: str) -> None:
    """The files of a unit with the word in a place; other places have plain words."""
    words = {
        each: json.dumps(word if each == place else f"w{number}", ensure_ascii=False)
        for number, each in enumerate(PLACES)
    }
    if place != "unknown key":
        words["unknown key"] = "minutes"
    for name, text in _FILES.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text.format_map(words), encoding="utf-8")


@pytest.mark.parametrize("place", PLACES)
def test_words_stay_words(run: Run, place: str) -> None:
    made: set[str] = set()
    for word in (MARKUP, SIGNS):
        _write(word, place)
        result = run("generate", "a.yaml", "-f", "md,docx,html", "-o", "out", "--force")
        assert result.exit_code in (0, 1)
        for page in Path("out").glob("*.html"):
            made.add("html")
            found = _Page()
            found.feed(page.read_bytes().decode("utf-8"))
            assert (found.scripts, found.foreign) == (1, [])
        for document in Path("out").glob("*.docx"):
            made.add("docx")
            with zipfile.ZipFile(document) as package:
                for name in package.namelist():
                    if name.endswith((".xml", ".rels")):
                        parseString(package.read(name))  # noqa: S318 - our own files
        _check_reports(run)
        for command in ("templates t", "explain a.yaml"):
            _is_safe_to_print(run(*command.split()).output)
    assert made == (set() if place == "unknown key" else {"html", "docx"}), result.output


def _check_reports(run: Run) -> None:
    for report in ("sarif", "json"):
        content = json.loads(run("check", "a.yaml", "-f", report).stdout)
        listed = content["runs"][0]["results"] if report == "sarif" else content["problems"]
        assert isinstance(listed, list)
    for line in run("check", "a.yaml", "-f", "github").stdout.splitlines():
        assert re.match(r"::(error|warning|notice) file=[^,]*,line=\d+,col=\d+,title=speechgen [\w-]+::", line)
    described = json.loads(run("templates", "t", "--json").stdout)
    assert "problems" in described


def _is_safe_to_print(output: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", output)
