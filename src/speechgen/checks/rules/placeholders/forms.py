"""Forms of placeholders in every language and in English; `chinese_forms` has the Chinese ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from speechgen.messages import marked

if TYPE_CHECKING:
    from speechgen.model import Severity

# What is wrong, for messages.
MISSING = marked("{words} is a placeholder")
BLANK = marked("{words} has a blank where a number or name is missing")
EMPTY = marked("{words} is empty")
NOTE = marked("{words} is a drafting note")
TEMPLATE = marked("{words} is left over from a template")
NOT_REPORTED = ""  # correct here, though a later form matches it
NO_VALUE = marked("{words} is what programs write for a missing value")

# Symbols that people type for words to be filled in.
CROSS = "XxＸｘ×✕✖╳Ⅹ"
LINE = "_＿﹍"
STAR = "*＊"
RING = "〇○◯●◎"
BOX = "□■▢☐◻△▲◇◆※"
SPACE = " \t\xa0\u2002\u2003\u2009\u3000"
NUMERAL = "〇○零一二三四五六七八九十百千万亿两"


class Form(NamedTuple):
    """A form of placeholder: a `pattern` that begins with one of `first_characters`, and the message for it.

    `in_body`: only reported in headings and paragraphs; the title, author and date may use it for layout.
    """

    first_characters: str
    pattern: str
    message: str = MISSING
    severity: Severity | None = None
    in_body: bool = False


_PAIRS = ("（）", "()", "（)", "(）", "【】", "[]", "〔〕", "《》", "〈〉", "“”", "‘’", "「」", "『』", "{}", "<>")
_EMPTY_PAIR = "|".join(f"{re.escape(pair[0])}[{SPACE}]*{re.escape(pair[1])}" for pair in _PAIRS)
_NOT_TEN = "".join(f"(?<!{part} XX)(?<!{part} XXX)" for part in ("Part", "Chapter", "Volume", "Article", "Annex"))

COMMON_FORMS = (
    # XX, ×××, XX\XX\XX; not XXL, not the Roman numerals XX, XXI.
    Form(
        CROSS,
        rf"(?<![A-Za-z{CROSS}])[{CROSS}]{{2,}}(?:[\\/／.-][{CROSS}]{{2,}})*(?![A-Za-z]|世纪|染色体){_NOT_TEN}",
    ),
    Form("Xx", r"(?<![\w.])[Xx]\.[Xx]{1,2}(?![\w.])|(?<=\[)[Xx](?=\])"),
    # 201X年
    Form(
        CROSS + LINE + STAR,
        rf"(?<=[12]\d\d)(?<![A-Za-z\d]\d\d\d)[{CROSS}{LINE}{STAR}](?!\w|\.\w)|(?<=[12]\d\d)[{CROSS}*](?=年)",
    ),
    Form(LINE, rf"[{LINE}]{{2,}}(?:[ \\/]?[{LINE}]{{2,}})*|_(?: _)+|[＿﹍]"),
    Form("_", r"(?<![\w.])_(?!\w)|(?<=[\u3400-\u9fff])_(?=[\u3400-\u9fff])"),
    Form(STAR, rf"[{STAR}]{{3,}}(?:[\\/][{STAR}]{{2,}})*"),
    # ○○局; not 二〇〇八年, not 〇〇后
    Form(RING, rf"(?<![{NUMERAL}{RING}\d])[{RING}]{{2,}}(?![{RING}后])"),
    Form(BOX, rf"[{BOX}]{{2,}}"),
    Form("（(【[〔《〈“‘「『{<", rf"(?<![A-Za-z])(?:{_EMPTY_PAIR})", EMPTY),
    Form(
        "（(【[",
        rf"[（(【\[][{SPACE}]*(?:[●•·?？{RING}{BOX}—-]|…{{1,2}}(?![^）)】]))[{SPACE}]*[）)】\]](?<!\[…\])",
        MISSING,
        "warning",
    ),
    Form("{}%", r"\{\{[^{}\n]{0,80}\}\}|\{%[^\n]{0,80}?%\}|\{\{|\}\}|\{%|%\}|\{#|#\}|%\([a-z_]{1,20}\)[sd]", TEMPLATE),
    Form("{$", r"\$?\{[A-Za-z_][\w. ]{0,30}\}", TEMPLATE),
    # Fields of Word's mail merge: «Unit_Name», «F2»; not what is quoted: « Harbour », «清风»
    Form("«", r"«[A-Za-z]\w*_\w*»|«[A-Z]\d{1,2}»", TEMPLATE),
    Form("Tt", r"(?<![A-Za-z])(?:TODO|TBD|TBC|TBA|Todo|todo|Tbd|tbd|tbc)(?![A-Za-z])", NOTE),
    Form("F", r"FIXME", NOTE),
    Form("LlYD", r"[Ll]orem ipsum|YYYY(?:年|[-/.]MM)?(?:MM月)?(?:DD日)?|(?<![A-Za-z])DD日"),
    Form("#", r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)", NO_VALUE),
)

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FIELDS = (
    "insert|name|date|time|title|unit|number|figure|amount|place|venue|organi[sz]ation|department|college|council|add"
    "|fill|your|blank|placeholder|tb[cd]|to be|role|post|year|month|day|first name|last name|check|confirm|speaker"
)
_LATER = (
    "tb[cd]|insert [^)\\n]{1,40}|names?|dates?|figures?|numbers?|fill in[^)\\n]{0,20}"
    "|to be (?:confirmed|completed|added|supplied|inserted|advised|decided|announced|agreed|filled)[^)\\n]{0,20}"
)
# After these, null, nan and undefined are ordinary words: a null hypothesis, an undefined role, my nan.
_AFTER = (
    "a",
    "an",
    "the",
    "my",
    "your",
    "his",
    "her",
    "our",
    "their",
    "and",
    "or",
    "is",
    "are",
    "was",
    "were",
    "be",
    "left",
)
_NOT_PROSE = "".join(f"(?<!{word} )" for word in _AFTER) + r"(?<![\w.-])"

ENGLISH_FORMS = (
    Form("Xx×", r"(?<=[£$€])[Xx×](?![A-Za-z])|(?<![\w.+-])[Xx×](?=%| per ?cent\b)"),
    Form("Xx", rf"(?<![\w.+-])[Xx](?= (?:{_MONTHS}) \d)"),
    Form("X", r"(?<=Mr )X\b|(?<=Ms )X\b|(?<=Mrs )X\b|(?<=Dr )X\b", MISSING, "warning"),
    Form("*?", r"(?<!\S)(?:\*\*|\?{2,})(?![^\s,.;:])"),
    Form("«", rf"«(?i:{_FIELDS})»", TEMPLATE),
    Form("[<", rf"[\[<][{SPACE}]*(?i:{_FIELDS})\b[^\]>\n]{{0,40}}[\]>]", NOTE),
    Form("(", rf"\((?i:{_LATER})\)", NOTE),
    Form("iI", r"\b[Ii]nsert [a-z ]{1,30}? here\b", NOTE),
    Form("N", r"(?<=[a-z,] )None\b(?! of\b| the\b| other\b| but\b)|\b(?:NaN|NULL)\b|\bN/A\b", NO_VALUE),
    Form("n", rf"{_NOT_PROSE}(?:null|nan)(?![\w-]| and void| hypothes| result| set| vote)", NO_VALUE, "warning"),
    Form("u", rf"{_NOT_PROSE}undefined\b", NO_VALUE, "warning"),
)
