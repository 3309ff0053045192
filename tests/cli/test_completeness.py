"""Every command and option has a golden file, and every golden file has a case; each case can be run in Chinese."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import Annotated, Any

import pytest
import typer
from tools.messages import texts
from typer.main import get_command

from speechgen.messages import choose

from ..conftest import Run
from ..messages.test_catalogues import TRANSLATED_ROOMS
from .cases import COMMANDS, GOLDENS, USAGE_ERROR, Case

ALL = tuple(
    each for command in sorted(COMMANDS - {"completeness"}) for each in import_module(f"tests.cli.test_{command}").CASES
)


def options(app: typer.Typer) -> Iterator[tuple[str, str]]:
    """Yield each command with each of its options, long and short."""
    program: Any = get_command(app)
    context: Any = program.make_context("speechgen", ["--help"], resilient_parsing=True)
    commands = {name: program.get_command(context, name) for name in program.list_commands(context)}
    for name, command in {"speechgen": program, **commands}.items():
        for parameter in command.get_params(context):
            if parameter.param_type_name == "option":
                for option in (*parameter.opts, *parameter.secondary_opts):
                    yield name, option


def untested(app: typer.Typer, cases: Iterable[Case]) -> list[tuple[str, str]]:
    """The options that no case uses; cases of usage errors do not count."""
    used = {
        (each.command, word.partition("=")[0])
        for each in cases
        if each.status != USAGE_ERROR
        for line in each.lines
        for word in line.split()
    }
    return sorted(set(options(app)) - used)


def test_every_option_of_every_command_is_tested() -> None:
    from speechgen.cli import app

    found = list(options(app))
    assert ("generate", "-o") in found
    assert ("generate", "--no-check") in found
    assert ("speechgen", "--install-completion") in found
    assert untested(app, ALL) == []


def test_an_option_without_a_case_is_found() -> None:
    app = typer.Typer(add_completion=False)

    @app.command()
    def generate(
        dry_run: bool = False, never: Annotated[bool, typer.Option("--never/--no-never", "-n")] = False
    ) -> None: ...

    @app.command()
    def new(strict: bool = False) -> None: ...

    missing = [("generate", "--never"), ("generate", "--no-dry-run"), ("generate", "--no-never"), ("generate", "-n")]
    assert untested(app, ALL) == [*missing, ("new", "--no-strict"), ("new", "--strict")]


def test_a_usage_error_is_not_a_test_of_an_option() -> None:
    app = typer.Typer(add_completion=False)

    @app.command()
    def generate(large: Annotated[bool, typer.Option("--large")] = False) -> None: ...

    @app.command()
    def new() -> None: ...

    wrong = [each for each in ALL if each.name == "large-without-word"]
    assert len(wrong) == 1
    assert ("generate", "--large") in untested(app, wrong)
    assert ("generate", "--large") not in untested(app, ALL)


def test_every_command_has_a_test_module() -> None:
    from speechgen.cli import app

    assert {name for name, _ in options(app)} | {"completeness"} == COMMANDS


def test_every_golden_file_has_a_case(request: pytest.FixtureRequest) -> None:
    names = [each.golden for each in ALL]
    assert len(set(names)) == len(names)
    if request.config.getoption("--refresh-goldens"):  # the goldens of all cases are written, and others deleted
        for path in set(GOLDENS.rglob("*.txt")) - set(names):
            path.unlink()
    else:
        assert set(names) == set(GOLDENS.rglob("*.txt"))


def _english_texts() -> re.Pattern[str]:
    """Any text of the catalogue of three words or more, in English, whatever its parameters are."""
    long = {each.plural or each.singular for each in texts() if each.singular.count(" ") > 1}
    assert len(long) > 300
    found = (
        "".join(re.escape(words) + (".+?" if name is not None else "") for words, name, *_ in Formatter().parse(text))
        for text in long
    )
    return re.compile(
        "|".join(f"^{each}|(?<=[ （：；│]){each}" for each in sorted(found) if re.search(r"\w+\\ \w+", each)),
        re.MULTILINE,
    )


ENGLISH_TEXTS = _english_texts()


def test_english_texts_are_found() -> None:
    assert ENGLISH_TEXTS.search("x:1:1: 错误[exists] the file exists already; not overwritten")
    assert not ENGLISH_TEXTS.search("x:1:1: 错误[exists] 已经有这个文件了，没有覆盖")


# Preview runs until it is stopped; a schema is for programs.
PRINTED = [each for each in ALL if "--lang" not in each.lines[0] and each.command not in ("preview", "schema")]


@pytest.mark.skipif(
    not {"rendering", "template"} <= set(TRANSLATED_ROOMS), reason="templates are not translated completely"
)
@pytest.mark.parametrize("case", PRINTED, ids=lambda case: f"{case.command}-{case.name}")
def test_what_is_printed_in_chinese_has_no_english_of_the_catalogue(
    case: Case, run: Run, workspace: Path, free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = workspace.parent / case.folder
    folder.mkdir(exist_ok=True)
    monkeypatch.chdir(folder)
    if case.before:
        case.before(run)
    if case.without:
        monkeypatch.setitem(sys.modules, case.without, None)
    monkeypatch.setenv("SPEECHGEN_LANG", "zh-CN")
    result = run(*shlex.split(case.lines[0].format(port=free_port)))
    choose("en")
    assert ENGLISH_TEXTS.findall(result.output) == []
