"""What text that is not UTF-8 looks like.

Almost any bytes are valid GB18030; text in other encodings becomes rare characters in it, as in M黮ler for Müller.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from speechgen.model import lazily

# The first bytes in GB 2312 of punctuation and signs (rows 1 to 3), and of the 3,755 characters of level 1.
_SIGNS, _LEVEL_1 = range(0xA1, 0xA4), range(0xB0, 0xD8)
_LEVEL_1_A_TO_R = range(0xB0, 0xC9)  # by pinyin: half of the characters of a Chinese text, and all of a Korean one
# The first bytes in Big5 of punctuation, and of the 5,401 characters of level 1.
_BIG5_USUAL = (0xA1, 0xA2, *range(0xA4, 0xC7))
_MIN_SHARE, _MIN_SHARE_IN_NAMES = 0.75, 0.3  # 0.9 and more of a speech is usual; of a name such as 贺璟瑄, a third
_MAX_NAME = 4  # characters
_OTHER_SHARE = 0.9
_MIN_KANA = 0.2
_MIN_KOREAN = 30  # characters; fewer may all be read a to r by chance
_MIN_UNKNOWN, _UNKNOWN_SHARE = 20, 0.2  # of traditional characters in GB18030, more than a third are usual
_MOST_OF_UTF8 = lazily(rb"[\xe0-\xff]")  # the first bytes of characters from U+0800 on
_EUROPEAN = lazily("[\xa0-\u017f\u0300-\u04ff]+")
_NON_ASCII = lazily(r"[^\0-\x7f]+")
# Letters with accents in words, two of them at most (größer), and marks around words.
_WESTERN = lazily(
    r"(?<![^\0-\x7f])(?:[ß-öø-ÿœšž](?![A-Z0-9])|[À-ÖØ-ÞŒŠŽ](?=[A-Za-z\s])|(?<=[A-Za-z])[ß-öø-ÿœšž][ß-öø-ÿœšž’](?=[a-z])"
    r"|’(?=[a-z\s])|[“‘„«‹¿¡](?=[A-Za-z])|[’”»›–—…•€£§©®™°·ªº\xa0]+(?=[^\w]|$))(?![^\0-\x7f’”»›–—…\xa0])"
)


def guessed_utf16(source: bytes) -> str | None:
    """The byte order of UTF-16 without a mark in which the text is Chinese; None if it is not."""
    for encoding in ("utf-16-le", "utf-16-be"):
        wide = _decoded(source, encoding)
        if len(wide) > _MAX_NAME and _looks_chinese(wide):
            return encoding
    return None


def may_be_gb18030(source: bytes) -> bool:
    """Whether valid UTF-8 may rather be a few Chinese characters in GB18030, such as 医院: valid in both.

    In UTF-8 they are letters that no language of speeches has.
    """
    if _MOST_OF_UTF8.search(source):
        return False
    wide = _wide(source.decode("utf-8", "replace"))
    if not wide or _EUROPEAN.fullmatch(wide):
        return False
    chinese = _decoded(source, "gb18030")
    return bool(chinese) and _share(_leads(chinese), _LEVEL_1, of=len(chinese)) == 1


def other_encodings(source: bytes) -> list[str] | None:
    """The encodings that text looks like if it does not look like Chinese in GB18030; None if it does, or may.

    The list is empty if it looks like none that is known.
    """
    text = _wide(source.decode("gb18030", "replace"))
    if _looks_chinese(text):
        return None
    found = [name for name, looks_like in _OTHERS.items() if looks_like(source)]
    is_unknown = len(text) >= _MIN_UNKNOWN and _share(_leads(text), _SIGNS, _LEVEL_1, of=len(text)) < _UNKNOWN_SHARE
    return found if found or is_unknown else None


def _looks_chinese(text: str) -> bool:
    """Whether the characters that are not ASCII are those of Chinese text in simplified characters."""
    wide = _wide(text)
    leads = _leads(wide)
    if _share(leads, _SIGNS, _LEVEL_1, of=len(wide)) < (_MIN_SHARE if len(wide) > _MAX_NAME else _MIN_SHARE_IN_NAMES):
        return False
    characters = round(_share(leads, _LEVEL_1, of=1))
    return characters < _MIN_KOREAN or _share(leads, _LEVEL_1_A_TO_R, of=characters) < _OTHER_SHARE


def _looks_western(source: bytes) -> bool:
    text = source.decode("cp1252", "replace")
    found = sum(len(each[0]) for each in _WESTERN.finditer(text))
    return found >= _OTHER_SHARE * len(_wide(text))


def _looks_traditional(source: bytes) -> bool:
    wide = _decoded(source, "cp950")
    return len(wide) > 1 and _share(wide.encode("cp950")[::2], _BIG5_USUAL, of=len(wide)) >= _OTHER_SHARE


def _looks_japanese(source: bytes, encoding: str) -> bool:
    wide = _decoded(source, encoding)
    return len(wide) > _MAX_NAME and len(re.findall("[\u3041-\u30fe]", wide)) >= _MIN_KANA * len(wide)


def _looks_korean(source: bytes) -> bool:
    wide = _decoded(source, "euc_kr")
    return len(wide) >= _MIN_KOREAN and len(re.findall("[\uac00-\ud7a3]", wide)) >= _OTHER_SHARE * len(wide)


_OTHERS: dict[str, Callable[[bytes], bool]] = {
    "Western European (cp1252)": _looks_western,
    "Big5": _looks_traditional,
    "Shift_JIS": lambda source: _looks_japanese(source, "cp932"),
    "EUC-JP": lambda source: _looks_japanese(source, "euc_jp"),
    "EUC-KR": _looks_korean,
}


def _decoded(source: bytes, encoding: str) -> str:
    """The characters that are not ASCII; none if the bytes are not valid in the encoding."""
    try:
        return _wide(source.decode(encoding))
    except UnicodeDecodeError:
        return ""


def _wide(text: str) -> str:
    """The characters that are not ASCII."""
    return "".join(_NON_ASCII.findall(text))


def _leads(wide: str) -> bytes:
    """The first bytes of the characters that are in GB 2312."""
    return wide.encode("gb2312", "ignore")[::2]


def _share(leads: bytes, *wanted: Collection[int], of: int) -> float:
    """How many of the bytes are wanted, as a share of a number; 1 of no characters."""
    others = leads.translate(None, bytes(each for group in wanted for each in group))
    return (len(leads) - len(others)) / of if of else 1
