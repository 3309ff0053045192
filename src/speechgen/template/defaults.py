"""The `default`s that a template declares: of its values, and of the items of their lists."""

from __future__ import annotations

from speechgen.reading import Value


def defaults_of(schema: Value) -> Value | None:
    """The `default`s of a JSON Schema as a tree of values, each with its place in the template; None without any."""
    content = schema.content
    if not isinstance(content, dict):
        return None
    if "default" in content:
        return content["default"]
    properties = content.get("properties")
    if properties is None or not isinstance(properties.content, dict):
        return None
    children = {name: default for name, child in properties.content.items() if (default := defaults_of(child))}
    return Value.mapping(children, schema.file, schema.line, schema.column) if children else None


def with_item_defaults(value: Value, schema: Value) -> Value:
    """`value` with the `default`s that `schema` declares for the items of its lists, however deep.

    A default of a value that is not in a list belongs to the lowest layer (see `defaults_of`).
    """
    declared, content = schema.content, value.content
    if not isinstance(declared, dict):
        return value
    properties, items = declared.get("properties"), declared.get("items")
    if isinstance(content, dict) and properties is not None and isinstance(properties.content, dict):
        changed = {
            key: filled
            for key, child in properties.content.items()
            if key in content and (filled := with_item_defaults(content[key], child)) is not content[key]
        }
        return value.replace({**content, **changed}) if changed else value
    if isinstance(content, list) and items is not None:
        default = defaults_of(items)
        filled_items = [_filled(with_item_defaults(each, items), default) for each in content]
        if any(new is not old for new, old in zip(filled_items, content, strict=True)):
            return _with_items(value, filled_items)
    return value


def _filled(item: Value, default: Value | None) -> Value:
    """An item of a list with the defaults of its keys. An empty key inherits, as in layers; `~` does not."""
    if default is None or not isinstance(default.content, dict) or not isinstance(item.content, dict):
        return item
    content = dict(item.content)
    for key, child in default.content.items():
        given = content.get(key)
        if given is None or (given.content is None and not given.is_null):
            content[key] = child
        else:
            content[key] = _filled(given, child)
    return item.replace(content) if any(content[key] is not item.content.get(key) for key in content) else item


def _with_items(value: Value, items: list[Value]) -> Value:
    filled = Value(items, value.plain, value.file, value.line, value.column)
    filled.key_line, filled.key_column = value.key_line, value.key_column
    return filled
