"""Every command and option has a golden file, and every golden file has a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Annotated, Any

import pytest
import typer
from typer.main import get_command

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
