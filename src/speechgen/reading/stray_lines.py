"""Words and lines that belong to no value, because the one before them has ended, and why it has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from speechgen.messages import translated
from speechgen.model import Place, Problem, lazily

_HEADER = lazily(r"(?:^|[:\-] +)(?P<header>[|>][-+]?(?P<number>[0-9]?)[-+]?)[ \t]*(?:#.*)?$")
_COMMENT = lazily(r"(?:^|\s)#")
_CLOSED = lazily(r"(?:[:\-,] +|^ *)(?:\"[^\"]*|'[^']*)?[\"']\s*$")
_TAB_AFTER_DASH = lazily(r" *(?:- +)*- *(?P<tab>\t)[ \t]*(?:[-?][ \t]|[^\"'#]*:(?:[ \t]|$))")
_WIDE_INDENT = lazily(r"[ \t]*[^\S \t]")


def stray_problem(lines: Sequence[str], number: int, place: Place) -> Problem | None:
    """The problem of what is at `place`, in the line of that `number`, if it follows a value that has ended."""
    line = lines[number]
    before, mark = line[: place.column - 1].strip(), line[place.column - 1 : place.column]
    if mark == ":" and not before.strip("-?: "):
        return Problem(
            place, "yaml-syntax", translated("there is no key before the colon"), translated("write key: value")
        )
    if before and before != "-":
        if mark in ("]", "}"):
            message = translated("this {mark} has no opening bracket", mark=mark)
            return Problem(place, "yaml-syntax", message, translated("delete it"))
        message = (
            translated("there are words after the end of the value")
            if mark.isalnum()
            else translated("there is {mark} after the end of the value", mark=mark)
        )
        fix = translated("delete what follows it, or put the whole value in quotes")
        return Problem(place, "yaml-syntax", message, fix)
    return None if mark in "-#" else _line_problem(lines, number, place)


def invisible_problem(line: str, place: Place) -> Problem | None:
    """The problem of a line that has nothing but tabs or other blanks that are not spaces, or is indented by them."""
    if line.strip() == "" and line.strip(" "):
        if "\t" in line:
            code, message = "tab", translated("there is a tab in an empty line")
        elif "\u3000" in line:
            code, message = "full-width-space", translated("there is a full-width space in an empty line")
        else:
            code, message = "full-width-space", translated("there is an invisible character in an empty line")
        at = len(line) - len(line.lstrip(" "))
        return Problem(place._replace(column=at + 1), code, message, translated("delete it"))
    if (found := _WIDE_INDENT.match(line)) and "\t" not in found[0]:
        message, fix = (
            translated("YAML cannot be indented with full-width spaces"),
            translated("indent with ASCII spaces"),
        )
        return Problem(place._replace(column=found.end()), "full-width-space", message, fix)
    if found := _TAB_AFTER_DASH.match(line):
        message = translated("there is a tab after the dash")
        fix = translated("write `- ` with a space before a key or another dash")
        return Problem(place._replace(column=found.end("tab")), "tab", message, fix)
    return None


def second_document(lines: Sequence[str], number: int, place: Place) -> Problem:
    """The problem of a line where another document would begin: after `...`, after `%` or after a text."""
    last = min(number, len(lines) - 1)  # the parser may have read to the end
    above = next((at for at in range(last, -1, -1) if lines[at].startswith("...")), None)
    if above is not None:
        place = place._replace(line=place.line - number + above, column=1)
        message = translated("... ends the document, and there is more after it")
        return Problem(place, "yaml-syntax", message, translated("delete this line"))
    if any(line.startswith("%") for line in lines[:number]):
        message = translated("a line --- must follow the lines that begin with %")
        return Problem(place, "yaml-syntax", message, translated("delete those lines"))
    message = translated("this line belongs to no key, and the value above it has ended")
    return Problem(place, "yaml-syntax", message, translated("write lines of the form key: value"))


def _line_problem(lines: Sequence[str], number: int, place: Place) -> Problem | None:
    """The problem of a line whose text belongs to the value above it, which has ended."""
    above = number - 1
    while above > 0 and not lines[above].strip():
        if (invisible := invisible_problem(lines[above], place._replace(line=place.line - number + above))) is not None:
            return invisible
        above -= 1
    if number and (header := _HEADER.search(lines[above])):
        return _less_indented(lines, header, above, number, place)
    if number and _COMMENT.search(lines[above]):
        message = translated("a comment ends the text above it, so this line belongs to nothing")
        fix = translated("move the comment above the text, or correct the indentation")
        return Problem(place, "yaml-syntax", message, fix)
    if number and _CLOSED.search(lines[above]):
        message = translated("the text above ends at its quotation mark, so this line belongs to nothing")
        fix = translated("put the whole text in one pair of quotation marks")
        return Problem(place, "yaml-syntax", message, fix)
    return None


def _less_indented(
    lines: Sequence[str], header: re.Match[str], above: int, number: int, place: Place
) -> Problem | None:
    """The problem of the first line of a text after `|` or `>`: its indentation is less than it must be."""
    if header["number"]:
        line = place.line - number + above
        message = translated(
            "the text is indented less than {header} in line {line} asks for", header=header["header"], line=line
        )
        return Problem(place, "yaml-syntax", message, translated("delete the {number}", number=header["number"]))
    for blank in range(above + 1, number):
        if len(lines[blank]) >= place.column:
            message = translated("this empty line has more spaces than the text below it")
            place = place._replace(line=place.line - number + blank, column=1)
            return Problem(place, "yaml-syntax", message, translated("delete its spaces"))
    return None
