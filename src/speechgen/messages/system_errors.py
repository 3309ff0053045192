"""Why the system does not do what it was asked, in the language of messages."""

from __future__ import annotations

from speechgen.messages.translate import marked, translated

# What the C library says; Windows has these reasons in its own language.
REASONS = (
    marked("No such file or directory"),
    marked("Permission denied"),
    marked("Operation not permitted"),
    marked("File exists"),
    marked("Is a directory"),
    marked("Not a directory"),
    marked("Directory not empty"),
    marked("File name too long"),
    marked("Too many levels of symbolic links"),
    marked("No space left on device"),
    marked("Disk quota exceeded"),
    marked("Read-only file system"),
    marked("Device or resource busy"),
    marked("Text file busy"),
    marked("Too many open files"),
    marked("Input/output error"),
    marked("Invalid argument"),
    marked("Address already in use"),
    marked("Cannot allocate memory"),
    marked("Stale file handle"),
)


def reason_of(error: OSError | ValueError) -> str:
    """Why, without the number of the error and the name of the file."""
    reason = getattr(error, "strerror", None)
    return translated(reason) if isinstance(reason, str) else str(error)
