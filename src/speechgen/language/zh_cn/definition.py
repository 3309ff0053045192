"""What rendering needs of Chinese."""

from __future__ import annotations

from speechgen.language.contract import Language
from speechgen.language.zh_cn.figures import amount, change
from speechgen.language.zh_cn.filters import FILTERS
from speechgen.language.zh_cn.values import to_text

LANGUAGE = Language(
    code="zh-CN",
    to_text=to_text,
    amount=amount,
    change=change,
    filters=FILTERS,
    points="个百分点",
    paragraph_indent="\u3000\u3000",
    joins_lines_without_space=True,
)
