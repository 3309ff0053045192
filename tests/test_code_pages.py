"""The pages of `speechgen rules CODE` for the problems that no rule finds: each has one, and its examples are true.

An example is put into a small workspace, and run through the program: the wrong lines give the code, at the line with
the arrow and with the severity of the page; the right lines do not give it.
"""

from __future__ import annotations

import ast
import io
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeGuard

import pytest

from speechgen.checks.rules import RULES
from speechgen.cli import app
from speechgen.cli.code_pages import FOLDER, GROUPS, code_page, page_codes

from .conftest import ROOT, Run

PACKAGE = ROOT / "src/speechgen"
CODES = page_codes()
TEMPLATE = "走访小结"
# The lines of an example replace those of the same name in the first two of these files, and follow those of the third.
WORKSPACE = {
    "unit file": (
        "units/市教育局.yaml",
        """\
unit: {name: 市教育局}
dates: {meeting: 2025-05-12}
speaker: 张明
metrics:
  visits: 12
points: [progress]
""",
    ),
    "speechgen.yaml": ("speechgen.yaml", f"template: {TEMPLATE}\n"),
    "template.yaml": (
        f"templates/{TEMPLATE}/template.yaml",
        """\
title: 走访小结
language: zh-CN
values:
  speaker: {title: 讲话人, type: string, maxLength: 12}
  form: {title: 会议形式, enum: [线上, 线下]}
  hall: {title: 会场, type: string}
  area: {title: 面积, type: number}
  postcode: {title: 邮政编码, type: string, pattern: "^[0-9]{6}$"}
  guests: {title: 来宾, type: array, maxItems: 3, uniqueItems: true, items: {type: string}}
  staff:
    title: 人员
    type: object
    properties:
      total: {title: 总数, type: integer}
      groups:
        title: 分项
        type: array
        items:
          type: object
          properties: {name: {title: 名称, type: string}, count: {title: 人数, type: integer}}
    adds_up: {total: total, items: groups, figure: count}
metrics:
  visits: {title: 走访, measure: 次}
  reports: {title: 报告, measure: 份, at_most: visits}
  rate: {title: 满意率, measure: "%", decimals: 1}
  visitors: {title: 来访, measure: 人次, change: {increase: 增加}}
  petitions: {title: 信访量, measure: 件, change: {expected: decrease}}
parts:
  points: {title: 要点, minimum: 1}
""",
    ),
    "speech.md.j2": (
        f"templates/{TEMPLATE}/speech.md.j2",
        """\
---
title: 在{{ unit.name }}的讲话
author: "{{ speaker }}"
date: "{{ dates.meeting | date }}"
salutation: 同志们：
---
走访了{{ metrics.visits }}。{% if metrics.petitions %}群众的气顺了，信访量{{ metrics.petitions }}。{% endif %}
{%- if metrics.rate %}{{ metrics.rate }}满意。{% endif %}
{%- if metrics.reports %}交了{{ metrics.reports }}报告。{% endif %}
{%- if metrics.visitors %}来访多了{{ metrics.visitors.percent }}%。{% endif %}

{% if form or hall or postcode or area %}{{ area or "" }}{{ form or "" }}{{ hall or "" }}{{ postcode or "" }}{% endif %}

{% if guests %}{% for each in guests %}{{ each }}{% endfor %}{% endif %}

{% if staff %}{{ staff.total }}{% for each in staff.groups %}{{ each.name }}{{ each.count }}{% endfor %}{% endif %}

{% for point in points %}
{{ point.title }}。{{ point.body }}

{% endfor %}

""",
    ),
}
OTHER_FILES = {
    f"templates/{TEMPLATE}/example.yaml": WORKSPACE["unit file"][1],
    "units/市卫健委.yaml": WORKSPACE["unit file"][1].replace("市教育局", "市卫健委"),
    f"templates/{TEMPLATE}/points/progress.md.j2": "---\ntitle: 工作有进展\n---\n措施落得实。\n",
    f"templates/{TEMPLATE}/points/problems.md.j2": "---\ntitle: 问题还不少\n---\n整改要跟上。\n",
    "讲话.rtf": "各位同志，今天我讲三点意见。\n",
    "讲话.txt": "各位同志，今天我讲三点意见。\n",
}
# What no lines of a file can show: bytes, sizes, names of files, what an earlier run or a person has left, packages.
WITHOUT_EXAMPLE = {
    *("encoding", "unreadable", "too-large", "control-character", "empty-file", "too-deep", "file-name"),
    *("cannot-write", "kept", "orphan", "output-collision", "missing-style", "external-content", "outside-workspace"),
    *("template-test", "no-template", "no-skeleton", "no-workspace"),
    *("system", "missing-package", "worker-died", "internal-error", "rule", "filter", "language", "format"),
}
EXAMPLE = re.compile(r"Wrong, (?:in|on) (?:a|the)? ?(.+):\n((?:(?: {4}.*)?\n)+)Right:\n((?:(?: {4}.*)?\n)+)")
PROBLEM = re.compile(r"^(.*?):(\d+):\d+: (\w+)\[([a-z-]+)\]", re.MULTILINE)
ARROW = "  ←"


class Example(NamedTuple):
    """Where the lines are; the wrong ones and the right ones; the line with the arrow, 0 if there is none."""

    where: str
    wrong: str
    right: str
    line: int


def example(code: str) -> Example | None:
    page = code_page(code)
    assert page is not None
    found = EXAMPLE.search(page.page)
    if found is None:
        return None
    wrong, right = ([line[4:] for line in lines.rstrip("\n").split("\n")] for lines in found.groups()[1:])
    line = next((number for number, each in enumerate(wrong, start=1) if each.endswith(ARROW)), 0)
    return Example(found[1], "\n".join(wrong).replace(ARROW, ""), "\n".join(right), line)


EXAMPLES = {code: found for code in CODES if (found := example(code))}


def write_workspace(folder: Path) -> None:
    for name, content in (*WORKSPACE.values(), *OTHER_FILES.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def put(folder: Path, where: str, lines: str) -> tuple[str, int]:
    """Put the lines into a file of the workspace; its name, and the number of lines before them."""
    name, content = WORKSPACE[where]
    if where == "speech.md.j2":
        (folder / name).write_text(f"{content}{lines}\n", encoding="utf-8")
        return name, content.count("\n")
    blocks = _blocks(lines)
    others = [block for name, block in _blocks(content).items() if name not in blocks and blocks]
    if len(blocks) == 1:
        lines = "".join(_with_others(key, block, content) for key, block in blocks.items())
    (folder / name).write_text(f"{lines}\n{''.join(others)}", encoding="utf-8")
    return name, 0


def _blocks(lines: str) -> dict[str, str]:
    """The lines of each key at the top, by the key."""
    return {found[1]: found[0] for found in re.finditer(r"^(\w+)[:： ].*\n?(?:[^\w\n].*\n?)*", lines, re.MULTILINE)}


def _with_others(name: str, block: str, content: str) -> str:
    """The declarations of an example, with those of `content` under the same key."""
    head, _, declared = block.partition("\n")
    rest = [
        each[0]
        for each in re.finditer(r"^  (\w+):.*\n(?:    .*\n)*", _blocks(content).get(name, ""), re.MULTILINE)
        if f"  {each[1]}:" not in declared
    ]
    return f"{head}\n{declared.rstrip()}\n{''.join(rest)}" if head.endswith(":") else block


def reported(run: Run, folder: Path, where: str, lines: str) -> list[tuple[str, int, str]]:
    """What the program reports for the lines: code, line of the example, severity."""
    write_workspace(folder)
    if where == "command line":
        outputs = [run(*shlex.split(line)[1:]).output for line in lines.split("\n")]
        return [(code, 1, severity) for output in outputs for _, _, severity, code in PROBLEM.findall(output)]
    name, before = put(folder, where, lines)
    commands: list[tuple[str, ...]] = [("generate", "--dry-run")]
    if where in ("template.yaml", "speech.md.j2"):
        commands.append(("templates", "--lint", f"templates/{TEMPLATE}"))
    return [
        (code, int(line) - before if file == name else 0, severity)
        for command in commands
        for file, line, severity, code in PROBLEM.findall(run(*command).output)
    ]


# Codes that one expression takes from elsewhere: a word without a hyphen may be another thing there.
SHORT_CODES = {"encoding", "filter", "format", "language", "rule", "tab"}
NOT_CODES = {"full-width"}
CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")


def given_codes(package: Path) -> dict[str, str]:
    """The codes that the problems of a package may have, with the place that has them.

    Where the code of a problem is a variable, all words of the module that look like a code; where it is part of
    another value, those of the modules too that it imports from its own room.
    """
    given: dict[str, str] = {}
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        codes = [node.args[1] for node in ast.walk(tree) if _is_problem(node) and len(node.args) > 1]
        given |= {str(code.value): _place(path, package, code) for code in codes if isinstance(code, ast.Constant)}
        others = [code for code in codes if not isinstance(code, ast.Constant) and ast.unparse(code) != "rule.code"]
        modules = [path] if others else []
        if any(not isinstance(code, ast.Name) for code in others):
            modules += _imported(tree, path, package)
        for module in modules:
            words = (each for each in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(each, ast.Constant))
            given |= {word.value: _place(module, package, word) for word in words if _is_code(word.value)}
    return given


def _is_problem(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem"


def _imported(tree: ast.Module, path: Path, package: Path) -> Iterator[Path]:
    """The modules of the same room that a module imports."""
    room = path.relative_to(package).parts[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"speechgen.{room}."):
            module = package.joinpath(*str(node.module).split(".")[1:]).with_suffix(".py")
            if module.is_file():
                yield module


def _place(path: Path, package: Path, node: ast.expr) -> str:
    return f"{path.relative_to(package)}:{node.lineno}"


def _is_code(word: object) -> TypeGuard[str]:
    return isinstance(word, str) and word not in NOT_CODES and (word in SHORT_CODES or bool(CODE.fullmatch(word)))


def test_every_code_of_the_program_has_a_page_and_every_page_a_code() -> None:
    given = given_codes(PACKAGE)
    assert len(given) > 70
    assert {code: where for code, where in given.items() if code not in CODES and code not in RULES} == {}
    assert set(CODES) - set(given) == set()
    assert set(CODES) & set(RULES) == set()


def test_every_code_that_a_golden_file_or_a_document_shows_has_a_page() -> None:
    invented = {"code", "shouting"}  # the form of a message, and the rule of a recipe
    paths = [*(ROOT / "tests").rglob("*.txt"), *ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    shown = {
        (code, path.name)
        for path in paths
        for code in re.findall(r"\b(?:error|warning|hint)\[([a-z-]+)\]", path.read_text("utf-8", "replace"))
    }
    assert len(shown) > 100
    assert {code for code, _ in shown} - invented - set(CODES) - set(RULES) == set()


def test_the_folder_has_only_pages_of_a_known_group() -> None:
    files = {path for path in FOLDER.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert {path.parent.name for path in files if path.suffix == ".txt"} == set(GROUPS)
    assert {path.name for path in files if path.suffix != ".txt"} == {"__init__.py"}
    assert len(CODES) == sum(path.suffix == ".txt" for path in files)  # no code is in two groups


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_what_is_wrong_why_and_what_to_do(code: str) -> None:
    page = code_page(code)
    assert page is not None
    assert page.severity in ("error", "warning")
    paragraphs = [each for each in page.page.split("\n\n") if not each.startswith(("Wrong", " "))]
    assert len(paragraphs) == 3
    assert all(each.endswith(".") for each in paragraphs)
    assert len(page.summary) < 100


@pytest.mark.parametrize("code", CODES)
def test_a_page_in_chinese_has_no_sentence_in_english(run: Run, code: str) -> None:
    result = run("rules", code, "--lang", "zh-CN")
    assert result.exit_code == 0
    head, *rest = [line for line in result.stdout.split("\n") if line and not line.startswith("    ")]
    assert head.startswith(code)
    assert len(rest) >= 3
    assert [line for line in rest if not re.search("[\u4e00-\u9fff]", line)] == []
    assert [line for line in rest if re.search("[a-z]{2,} [a-z]{2,} [a-z]{2,}", re.sub("`[^`]*`", "", line))] == []


def test_the_workspace_of_the_examples_has_no_problems(run: Run, tmp_path: Path) -> None:
    write_workspace(tmp_path)
    assert PROBLEM.findall(run("generate", "--dry-run").output) == []
    linted = PROBLEM.findall(run("templates", "--lint", f"templates/{TEMPLATE}").output)
    assert [code for _, _, _, code in linted] == []


def test_every_page_has_an_example_where_lines_can_show_the_problem() -> None:
    assert len(EXAMPLES) > 50
    assert set(CODES) - set(EXAMPLES) == WITHOUT_EXAMPLE


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_wrong_lines_have_the_problem_at_the_arrow(run: Run, tmp_path: Path, code: str) -> None:
    found = reported(run, tmp_path, EXAMPLES[code].where, EXAMPLES[code].wrong)
    page = code_page(code)
    assert page is not None
    assert (code, EXAMPLES[code].line, page.severity) in found


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_right_lines_do_not_have_the_problem(run: Run, tmp_path: Path, code: str) -> None:
    found = reported(run, tmp_path, EXAMPLES[code].where, EXAMPLES[code].right)
    assert [each for each in found if each[0] == code or each[2] == "error"] == []


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("command", [["check"], ["generate", "--dry-run"]])
@pytest.mark.parametrize("stream", [_Terminal, io.StringIO])
def test_a_terminal_shows_once_how_to_read_about_a_problem(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], stream: type[io.StringIO]
) -> None:
    write_workspace(tmp_path)
    put(tmp_path, "unit file", "dates:\n  meeting: 2025-02-30")
    printed = stream()
    monkeypatch.setattr("sys.stderr", printed)
    app(command, standalone_mode=False)
    lines = printed.getvalue().splitlines()
    assert sum("error[impossible-date]" in line for line in lines) == 1
    assert [line for line in lines if "speechgen rules CODE" in line] == (lines[-1:] if stream is _Terminal else [])


def test_a_terminal_shows_nothing_of_codes_where_there_is_no_problem(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_workspace(tmp_path)
    printed = _Terminal()
    monkeypatch.setattr("sys.stderr", printed)
    app(["generate", "--dry-run"], standalone_mode=False)
    assert "2 units" in printed.getvalue()
    assert "CODE" not in printed.getvalue()


def test_sarif_has_the_page_of_each_code(run: Run, tmp_path: Path) -> None:
    write_workspace(tmp_path)
    put(tmp_path, "unit file", "dates:\n  meeting: 2025-02-30")
    log = json.loads(run("check", "市教育局", "-f", "sarif").stdout)
    described = {each["id"]: each for each in log["runs"][0]["tool"]["driver"]["rules"]}
    assert described["impossible-date"]["shortDescription"] == {"text": "There is no such day."}
    assert "meeting: 2025-02-30" in described["impossible-date"]["fullDescription"]["text"]
    assert described["impossible-date"]["defaultConfiguration"] == {"level": "error"}
