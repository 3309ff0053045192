"""The command line: one module for each command."""

from __future__ import annotations

import typer

from speechgen.cli.check import check
from speechgen.cli.explain import explain
from speechgen.cli.generate import generate
from speechgen.cli.init import init
from speechgen.cli.new import new
from speechgen.cli.schema import schema
from speechgen.cli.templates import templates
from speechgen.cli.version import version_option

app = typer.Typer(
    name="speechgen",
    help="Fill one speech template for many units, from one YAML file per unit.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback()(version_option)
for command in (init, new, generate, check, templates, explain, schema):
    app.command()(command)
