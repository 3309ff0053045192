"""Merges the mappings of two files: layers of values, and a workspace's changes of a template."""

from __future__ import annotations

from speechgen.reading.yaml_file import Value


def merge(lower: Value, higher: Value) -> Value:
    """Merge mappings key by key; otherwise the higher value replaces the lower one.

    An empty key inherits the lower value; `null` or `~`, written on purpose, takes it away.
    """
    if higher.content is None and not higher.is_null:
        return higher if lower.content is None and not lower.is_null else lower
    if not isinstance(lower.content, dict) or not isinstance(higher.content, dict):
        return higher
    content = dict(lower.content)
    for key, child in higher.content.items():
        below = content.get(key)
        content[key] = child if below is None else merge(below, child)
    return higher.replace(content)
