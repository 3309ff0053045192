"""`speechgen rules`: list the rules, or show one rule's manual page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from speechgen.cli.arguments import JsonOption


def _complete_code(incomplete: str) -> Iterator[str]:
    from speechgen.checks.rules import RULES

    yield from (code for code in RULES if code.startswith(incomplete))


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
    from speechgen.checks.rules import RULES
    from speechgen.language import codes
    from speechgen.reading import nearest

    if code is not None and code not in RULES:
        near = nearest(code, list(RULES))
        hint = f"did you mean {near}?" if near else f"the rules are: {', '.join(RULES)}"
        typer.echo(f"unknown rule {code}; {hint}", err=True)
        raise typer.Exit(2)
    chosen = [RULES[code]] if code is not None else list(RULES.values())
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
    elif code is None:
        for each in chosen:
            typer.echo(f"{typer.style(f'{each.code:<16}', bold=True)}{each.severity:<9}{each.summary}")
    else:
        rule = chosen[0]
        languages = ", ".join(rule.languages or codes())
        typer.echo(f"{typer.style(rule.code, bold=True)}  {rule.severity}  {languages}\n\n{rule.page}")
