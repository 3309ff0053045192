"""The bounds that SECURITY.md states are those in force."""

from __future__ import annotations

import re
from collections.abc import Mapping

from speechgen.formats import bounds as edited
from speechgen.formats.docx import package_bounds as word
from speechgen.formats.docx import reference_file
from speechgen.reading import limits as reading
from speechgen.reading import yaml_file, yaml_parser
from speechgen.reading.schema import validate
from speechgen.template import limits as rendering
from speechgen.template import tree_limits
from speechgen.template.declared_values import MAX_PATTERNS

from ..conftest import ROOT

IN_FORCE = {
    "a unit file, and any other YAML file": (yaml_file.MAX_BYTES,),
    "nesting of values in YAML": (reading.MAX_DEPTH,),
    "a YAML file that is read by all of YAML 1.2": (yaml_parser.MAX_READ_AGAIN,),
    "patterns that a template declares": (MAX_PATTERNS, validate.MAX_PATTERN_BYTES),
    "a figure in a unit file": (validate.LONGEST_FIGURE,),
    "what one render writes": (rendering.MAX_CHARACTERS,),
    "what one render executes": (rendering.MAX_STEPS, int(rendering.MAX_SECONDS)),
    "values that are missing in one render": (rendering.MAX_FAILURES,),
    "a file of a template": (tree_limits.MAX_NODES,),
    "nesting of blocks and expressions in a template": (tree_limits.MAX_DEPTH, tree_limits.MAX_LOOPS),
    "an edited speech": (edited.MAX_CHARACTERS,),
    "lines of an edited speech, or paragraphs in Word": (edited.MAX_LINES,),
    "a `reference.docx`": (reference_file.MAX_SIZE,),
    "parts of a Word file": (word.MAX_PARTS,),
    "a Word file, unpacked": (word.MAX_UNPACKED,),
    "XML in one part of a Word file": (word.MAX_XML,),
    "tags and attributes of a Word file": (word.MAX_MARKUP,),
}
_UNITS = {"MiB": 1 << 20, "KiB": 1 << 10}
_FIGURE = re.compile(r"([0-9][0-9,]*)(?: ([MK]iB))?")


def _stated() -> Mapping[str, tuple[int, ...]]:
    """The figures in each row of the table."""
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8").split("\n## Bounds\n")[1]
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", text, re.MULTILINE)[2:]
    return {
        of: tuple(int(each[1].replace(",", "")) * _UNITS.get(each[2], 1) for each in _FIGURE.finditer(bound))
        for of, bound in rows
    }


def test_the_table_has_the_bounds_in_force() -> None:
    assert _stated() == IN_FORCE


def test_both_readmes_refer_to_it() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        assert "SECURITY.md#bounds" in (ROOT / name).read_text(encoding="utf-8")
