"""What libyaml reads otherwise than YAML 1.2 says, in files too large to be read again by the Python parser."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

import yaml

from speechgen.model import lazily

LARGE_FILE = "may be misread in a large file"  # the problem in errors
_COMMENT = lazily(r"(?:^|[ \t])#", re.MULTILINE)
_ANCHOR = lazily(r"&\S+\s*")


def refuse_misread(text: str, root: yaml.Node | None, patterns: Iterable[re.Pattern[str]]) -> None:
    """Raise yaml.MarkedYAMLError at the first match of a pattern that is not in a text or a comment."""
    found = sorted(match.end("mark") - 1 for pattern in patterns for match in pattern.finditer(text))
    if not found or root is None:
        return
    spans = sorted(_texts(text, root))
    starts = [start for start, _ in spans]

    def is_in_text(at: int) -> bool:
        position = bisect_right(starts, at) - 1
        return position >= 0 and at < spans[position][1]

    comment = line_end = -1  # of the line that was looked at last: a line may be as long as the file
    for at in found:
        if is_in_text(at):
            continue
        if at >= line_end:
            line_start, line_end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            marks = (match.end() - 1 for match in _COMMENT.finditer(text, line_start, line_end))
            comment = next((each for each in marks if not is_in_text(each)), line_end)
        if at <= comment:
            mark = yaml.Mark("", at, text.count("\n", 0, at), at - line_start, None, 0)
            raise yaml.MarkedYAMLError(None, None, LARGE_FILE, mark)


def _texts(text: str, root: yaml.Node) -> Iterator[tuple[int, int]]:
    """Where each text begins, after its anchor, and ends."""
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            anchor = _ANCHOR.match(text, node.start_mark.index)
            yield anchor.end() if anchor else node.start_mark.index, node.end_mark.index
        elif isinstance(node, yaml.MappingNode):
            waiting += [each for pair in node.value for each in pair]
        else:
            waiting += node.value
