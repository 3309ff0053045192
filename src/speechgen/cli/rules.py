"""`speechgen rules`: list the rules, or show one rule's manual page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import JsonOption
from speechgen.cli.printing import show_problems

if TYPE_CHECKING:
    from speechgen.checks.rules import Rule
    from speechgen.model import Problem


def _complete_code(incomplete: str) -> Iterator[str]:
    from speechgen.checks.rules import RULES, installed_codes

    yield from (code for code in (*RULES, *installed_codes()) if code.startswith(incomplete))


def rules(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]", help="Code of a rule, such as count.", autocompletion=_complete_code, show_default=False
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """List the rules that check applies; with CODE, show the rule's manual page."""
    from speechgen.checks.rules import RULES, codes_for, installed_codes, rule_named
    from speechgen.language import codes
    from speechgen.model import SpeechgenError, visible
    from speechgen.reading import nearest

    if code is not None and code not in (known := codes_for([code])):
        near = nearest(code, list(known))
        hint = f"did you mean {near}?" if near else f"the rules are: {', '.join(known)}"
        typer.echo(f"unknown rule {visible(code)}; {hint}", err=True)
        raise typer.Exit(2)
    chosen: list[Rule] = []
    broken: list[Problem] = []
    for each_code in [code] if code is not None else [*RULES, *installed_codes()]:
        try:
            chosen += [found] if (found := rule_named(each_code)) else []
        except SpeechgenError as error:  # another package's rule
            broken += error.problems
    show_problems(broken)
    if json:
        from json import dumps

        listed = [
            {
                "code": each.code,
                "severity": each.severity,
                "languages": each.languages or codes(),
                "page": each.page,
            }
            for each in chosen
        ]
        typer.echo(dumps({"rules": listed}, ensure_ascii=False, indent=2))
    elif code is None or not chosen:
        for each in chosen:
            package = (
                "" if each.code in RULES else f"  (of an installed package; check: {{add: [{each.code}]}} runs it)"
            )
            typer.echo(f"{typer.style(f'{each.code:<16}', bold=True)}{each.severity:<9}{each.summary}{package}")
    else:
        rule = chosen[0]
        languages = ", ".join(rule.languages or codes())
        typer.echo(f"{typer.style(rule.code, bold=True)}  {rule.severity}  {languages}\n\n{rule.page}")
    if broken:
        raise typer.Exit(1)
