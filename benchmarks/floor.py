"""The minimal script: PyYAML's C loader, plain Jinja rendering, plain writes. Nothing is checked or escaped.

python floor.py FOLDER OUTPUT
"""

import sys
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader

folder, output = map(Path, sys.argv[1:])
output.mkdir(exist_ok=True)
environment = Environment(loader=FileSystemLoader(folder))  # noqa: S701 - as in a typical script
templates = {"txt": environment.get_template("speech.txt.j2"), "md": environment.get_template("speech.md.j2")}
for path in sorted((folder / "units").iterdir()):
    values = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for suffix, template in templates.items():
        (output / f"{path.stem}.{suffix}").write_text(template.render(values), encoding="utf-8")
