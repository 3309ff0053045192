"""What text that is not UTF-8 looks like.

Almost any bytes are valid GB18030; text in other encodings becomes rare characters in it, as in M黮ler for Müller.
"""

from __future__ import annotations

from collections.abc import Collection

from speechgen.model import lazily
from speechgen.reading.improbability import GB18030, bits_as_chinese, bits_by_encoding

# The first bytes in GB 2312 of punctuation and signs (rows 1 to 3), and of the 3,755 characters of level 1.
_SIGNS, _LEVEL_1 = range(0xA1, 0xA4), range(0xB0, 0xD8)
_MIN_SHARE = 0.75  # 0.9 and more of a speech is usual
_MAX_NAME = 4  # characters; shorter texts are not recognised
_CERTAIN = 2.5  # bits: of 3,600 short texts in each of six other encodings none is then read as Chinese
_POSSIBLE = 12.0
_MAX_NAMED = 3
_MIN_UNKNOWN, _UNKNOWN_SHARE = 20, 0.2  # of traditional characters in GB18030, more than a third are usual
_EUROPEAN = lazily("[\xa0-\u017f\u0300-\u04ff]+")
# A letter next to an ASCII letter, one alone, or a word in Greek or Cyrillic; not ŵķ, which is 诺姆 in GB18030.
_EUROPEAN_WORD = lazily(
    r"[A-Za-z][^\0-\x7f]|[^\0-\x7f][A-Za-z]|(?<![^\0-\x7f])[^\0-\x7f](?![^\0-\x7f])|[\xa0-\xbf]"
    r"|(?<![^\0-\x7f])(?:[\u0370-\u03ff]+|[\u0400-\u04ff]+)(?![^\0-\x7f])"
)
_NON_ASCII = lazily(r"[^\0-\x7f]+")


def guessed_utf16(source: bytes) -> str | None:
    """The byte order of UTF-16 without a mark in which the text is Chinese; None if it is not."""
    for encoding in ("utf-16-le", "utf-16-be"):
        wide = _decoded(source, encoding)
        if len(wide) > _MAX_NAME and _looks_chinese(wide):
            chinese = bits_as_chinese(source, encoding)
            return encoding if chinese + _CERTAIN <= min(bits_by_encoding(source).values()) else None
    return None


def may_be_gb18030(source: bytes) -> bool:
    """Whether valid UTF-8 may rather be a few Chinese characters in GB18030, such as 医院: valid in both.

    In UTF-8 they are letters that no language of speeches has. The text has no character from U+0800 on.
    """
    text = source.decode("utf-8", "replace")
    wide = _wide(text)
    if not wide or (_EUROPEAN.fullmatch(wide) and _EUROPEAN_WORD.search(text)):
        return False
    chinese = _decoded(source, "gb18030")
    return bool(chinese) and _share(_leads(chinese), _LEVEL_1, of=len(chinese)) == 1


def other_encodings(source: bytes) -> list[str] | None:
    """The encodings that a text may be in, the most probable first; None if it is surely Chinese in GB18030.

    The list is empty if it looks like none that is known.
    """
    bits = bits_by_encoding(source)
    chinese = bits.pop(GB18030)
    best = min(bits.values())
    if best - chinese >= _CERTAIN:
        text = _wide(source.decode("gb18030", "replace"))
        is_unknown = len(text) >= _MIN_UNKNOWN and _share(_leads(text), _SIGNS, _LEVEL_1, of=len(text)) < _UNKNOWN_SHARE
        return [] if is_unknown else None
    likely = sorted((name for name in bits if bits[name] < best + _CERTAIN), key=bits.__getitem__)[:_MAX_NAMED]
    return [*likely, GB18030] if chinese < best + _POSSIBLE else likely


def _looks_chinese(text: str) -> bool:
    """Whether the characters that are not ASCII are those of Chinese text in simplified characters."""
    wide = _wide(text)
    leads = _leads(wide)
    return _share(leads, _SIGNS, _LEVEL_1, of=len(wide)) >= _MIN_SHARE


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
