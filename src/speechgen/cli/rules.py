"""`speechgen rules`: list the rules, or show one rule's manual page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from speechgen.cli.arguments import JsonOption
from speechgen.cli.printing import show_problems
from speechgen.messages import joined_words, marked, translated, translated_page

if TYPE_CHECKING:
    from speechgen.checks.rules import Rule
    from speechgen.model import Problem

_OF_PACKAGE = marked("(of an installed package; check: {{add: [{code}]}} runs it)")


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
    from speechgen.model import SpeechgenError, shown, visible, with_fix
    from speechgen.reading import nearest

    if code is not None and code not in (known := codes_for([code])):
        near = nearest(code, list(known))
        message = translated("unknown rule {code}", code=visible(code))
        all_rules = translated("the rules are: {codes}", codes=joined_words(known))
        fix = translated("did you mean {near}?", near=near) if near else all_rules
        typer.echo(with_fix(message, fix), err=True)
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
                "page": translated_page(each.page),
            }
            for each in chosen
        ]
        typer.echo(dumps({"rules": listed}, ensure_ascii=False, indent=2))
    elif code is None or not chosen:
        for each in chosen:
            package = "" if each.code in RULES else f"  {translated(_OF_PACKAGE, code=each.code)}"
            summary = translated(each.summary)
            typer.echo(f"{typer.style(f'{each.code:<16}', bold=True)}{shown(each.severity):<9}{summary}{package}")
    else:
        rule = chosen[0]
        languages = joined_words(rule.languages or codes())
        typer.echo(
            f"{typer.style(rule.code, bold=True)}  {shown(rule.severity)}  {languages}\n\n{translated_page(rule.page)}"
        )
    if broken:
        raise typer.Exit(1)
