"""Checking many speeches: compared with generating them; growth with the number of unit names."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Row, program, run, side_by_side
from benchmarks.units import EXAMPLE

# Text for each unit: two units of a real workspace share a third of it, not all as copies of one file would.
_OWN = "开门听意见时走村入户坐下来和群众一起算账把矛盾一件一件摆到桌面上再商量出办法谁来做哪天做完都写进台账月底对账"


def rows(scratch: Path, few: int, many: int) -> Iterator[Row]:
    """The rows for `few` units, alone and in a workspace of `many`."""
    workspace = scratch / "checking"
    write_varied_workspace(workspace, few)
    generate = [program("speechgen"), "generate", "--no-check", "--force", "-f", "txt"]
    check = [program("speechgen"), "check", "--format", "json"]
    taken = side_by_side(
        {"generate": lambda: run(generate, workspace), "check": lambda: run(check, workspace, allowed=(0, 1))}, runs=3
    )
    seconds, peak = taken["generate"]
    job = f"{few:,} units of 4,000 characters"
    yield Row(job, "speechgen generate --no-check, text", seconds, 1, peak)
    checked, peak = taken["check"]
    yield Row(job, f"speechgen check: all rules, {few:,} names", checked, checked / seconds, peak)
    large = scratch / "many-names"
    write_varied_workspace(large, many)
    names = [f"unit{index:05}" for index in range(few)]
    longer, peak = run([*check, *names], large, allowed=(0, 1))
    yield Row(job, f"speechgen check: the same units among {many:,} names", longer, longer / seconds, peak)


def write_varied_workspace(folder: Path, number: int) -> None:
    """A workspace of `number` unit files, each with its own names, figures and points, about 4,000 characters."""
    (folder / "units").mkdir(parents=True)
    (folder / "speechgen.yaml").write_text("template: mass-line-summary\n", encoding="utf-8")
    example = EXAMPLE.read_text(encoding="utf-8").split("# ── 建议")[0]
    for index in range(number):
        chance = random.Random(index)  # noqa: S311 - reproducible units
        own = ["".join(chance.sample(_OWN, 18)) for _ in range(24)]
        text = example.replace("住房和城乡建设局", f"第{index}建设局").replace("市住建局", f"第{index}局")
        text = text.replace("aliases: [住建局, 建设局]", f"aliases: [{index}建局]")
        text = text.replace("forums: 23", f"forums: {20 + index % 70}").replace(
            "letters: 2413", f"letters: {2000 + index}"
        )
        text += f"  - title: 自己写的一条\n    text: {'，'.join(own[:12])}。{'，'.join(own[12:])}。\n"
        text += "recommendations: [study, wrap-up, conduct]\n"
        (folder / "units" / f"unit{index:05}.yaml").write_text(text, encoding="utf-8")
