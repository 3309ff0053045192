"""Which language messages are in: the option, the variable, the workspace's setting, the system's language, English."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence

ENGLISH = "en"
LANGUAGES = ("zh-CN", ENGLISH)
OPTION = "--lang"
VARIABLE = "SPEECHGEN_LANG"

_BY_SUBTAG = {code.split("-")[0]: code for code in LANGUAGES}
_OF_SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set decides, as in POSIX
# A top-level key. Messages need it before the file is read as YAML, which takes longer than --help. Not compiled here:
# few runs need it.
_SETTING = rb"""(?m)^(["']?)messages\1[ \t]*:[ \t]+(["']?)([A-Za-z_-]+)\2[ \t]*(?:#.*)?\r?$"""
_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_WINDOWS_PRIMARY = 0x3FF  # the bits of a Windows language identifier that are the language without its region
_WINDOWS_CHINESE = 0x04


def chosen(option: str | None, setting: Callable[[], str | None], environment: Mapping[str, str]) -> str:
    """The language of messages. `setting` gives that of the workspace; it is asked only if nothing before it decides.

    A language that there is not is passed over: where it was asked for, that is reported.
    """
    return (
        known(option)
        or known(environment.get(VARIABLE))
        or known(setting())
        or known(_system(environment, sys.platform))
        or ENGLISH
    )


def known(code: str | None) -> str | None:
    """The language of messages for a code such as zh, zh_CN.UTF-8 or en-GB; None if there is none."""
    subtag = re.match(r"[A-Za-z]+", code or "")
    return _BY_SUBTAG.get(subtag[0].lower()) if subtag else None


def option_in(arguments: Sequence[str]) -> str | None:
    """What `--lang` is given as on a command line; it is needed before the command line is understood."""
    given = None
    words = iter(arguments)
    for word in words:
        if word == "--":
            break
        if word == OPTION:
            given = next(words, None)
        elif word.startswith(f"{OPTION}="):
            given = word.removeprefix(f"{OPTION}=")
    return given


def setting_in(content: bytes) -> str | None:
    """What the settings of a workspace have as `messages:`, whatever else is wrong with them."""
    encoding = _UTF_16.get(content[:2])
    if encoding:
        content = content[2:].decode(encoding, "replace").encode()
    found = re.search(_SETTING, content.removeprefix(b"\xef\xbb\xbf"))
    return found[3].decode() if found else None


def _system(environment: Mapping[str, str], platform: str) -> str | None:
    for name in _OF_SYSTEM:
        if environment.get(name):
            return environment[name]
    if platform == "win32":
        return _of_windows()
    return _of_macos() if platform == "darwin" else None


def _of_windows() -> str | None:
    """The language of the menus, not of the formats of dates."""
    import ctypes

    identifier = int(ctypes.windll.kernel32.GetUserDefaultUILanguage())  # type: ignore[attr-defined,unused-ignore]
    return "zh" if identifier & _WINDOWS_PRIMARY == _WINDOWS_CHINESE else None


def _of_macos() -> str | None:
    """The first of the preferred languages. Terminals set LANG, so that this is asked rarely."""
    import subprocess

    command = ["/usr/bin/defaults", "read", "-g", "AppleLanguages"]
    try:
        listed = subprocess.run(command, capture_output=True, text=True, check=False, timeout=2).stdout  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    first = re.search(r"[A-Za-z]{2,3}(?:-[A-Za-z]+)*", listed)
    return first[0] if first else None
