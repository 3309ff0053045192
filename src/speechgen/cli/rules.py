"""`speechgen rules`: list the rules and the other problems, or show the manual page of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from speechgen.cli.arguments import JsonOption
from speechgen.cli.code_pages import CodePage, code_page, grouped_pages, page_codes
from speechgen.cli.printing import show_problems
from speechgen.messages import joined_words, marked, translated, translated_page
from speechgen.model import shown

if TYPE_CHECKING:
    from speechgen.checks.rules import Rule
    from speechgen.model import Problem, Severity

_OF_PACKAGE = marked("(of an installed package; check: {{add: [{code}]}} runs it)")


def _complete_code(incomplete: str) -> Iterator[str]:
    from speechgen.checks.rules import RULES, installed_codes

    yield from (code for code in (*RULES, *page_codes(), *installed_codes()) if code.startswith(incomplete))


def rules(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]",
            help="Code of a rule, such as count, or of another problem, such as missing-value.",
            autocompletion=_complete_code,
            show_default=False,
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """List the rules of check, and all other problems; with CODE, show its manual page."""
    from speechgen.checks.rules import RULES, codes_for, installed_codes, rule_named
    from speechgen.model import SpeechgenError

    page = code_page(code) if code is not None and code not in RULES else None
    if code is not None and page is None and code not in codes_for([code]):
        _unknown(code)
    chosen: list[Rule] = []
    broken: list[Problem] = []
    for each in [] if page else [code] if code is not None else [*RULES, *installed_codes()]:
        try:
            chosen += [found] if (found := rule_named(each)) else []
        except SpeechgenError as error:  # another package's rule
            broken += error.problems
    show_problems(broken)
    if json:
        _print_json(chosen, [page] if page else [] if code is not None else _all_pages())
    elif page is not None:
        _show_page(page.code, page.severity, "", page.page)
    elif code is None:
        _list(chosen)
    elif chosen:
        from speechgen.language import codes

        rule = chosen[0]
        _show_page(rule.code, rule.severity, joined_words(rule.languages or codes()), rule.page)
    if broken:
        raise typer.Exit(1)


def _unknown(code: str) -> NoReturn:
    """Report that there is no such code, and which may be meant; exit with status 2."""
    from speechgen.checks.rules import codes_for
    from speechgen.model import visible, with_fix
    from speechgen.reading import nearest

    near = nearest(code, [*codes_for([code]), *page_codes()])
    message = translated("unknown code {code}", code=visible(code))
    fix = translated("did you mean {near}?", near=near) if near else translated("speechgen rules lists all codes")
    typer.echo(with_fix(message, fix), err=True)
    raise typer.Exit(2)


def _print_json(chosen: list[Rule], pages: list[CodePage]) -> None:
    from json import dumps

    from speechgen.language import codes

    listed = [
        {
            "code": each.code,
            "severity": each.severity,
            "languages": each.languages or codes(),
            "page": translated_page(each.page),
        }
        for each in chosen
    ]
    problems = [{"code": each.code, "severity": each.severity, "page": translated_page(each.page)} for each in pages]
    typer.echo(dumps({"rules": listed, "problems": problems}, ensure_ascii=False, indent=2))


def _list(chosen: list[Rule]) -> None:
    """Print a line for each rule, and below, in groups, for each problem that no rule finds."""
    from speechgen.checks.rules import RULES

    for each in chosen:
        package = "" if each.code in RULES else f"  {translated(_OF_PACKAGE, code=each.code)}"
        _show_line(each.code, 16, each.severity, translated(each.summary) + package)
    typer.echo(f"\n{translated('Other problems, of files, values, templates and commands:')}")
    for title, pages in grouped_pages():
        typer.echo(f"\n{translated(title)}")
        for page in pages:
            _show_line(page.code, 23, page.severity, translated(page.summary))


def _show_line(code: str, width: int, severity: Severity, summary: str) -> None:
    typer.echo(f"{typer.style(f'{code:<{width}}', bold=True)}{shown(severity):<9}{summary}")


def _show_page(code: str, severity: Severity, languages: str, page: str) -> None:
    head = f"{typer.style(code, bold=True)}  {shown(severity)}  {languages}".rstrip()
    typer.echo(f"{head}\n\n{translated_page(page)}")


def _all_pages() -> list[CodePage]:
    return [page for _, pages in grouped_pages() for page in pages]
