"""How Chinese Word files are laid out: GB/T 9704-2012, which has A4 alone."""

from __future__ import annotations

from speechgen.language.word_layout import WordLayout

_CLOSING = "”’」』）)】》"

WORD_LAYOUT = WordLayout(
    styles="zh-CN",
    is_always_a4=True,
    has_east_asian_font=True,
    # A quotation may ask or call and the sentence go on behind it: “怎么办？”他问。
    sentence_end=(
        f"[！？!?]+(?![！？!?。，、；：{_CLOSING}])"
        f"|[！？!?]+[{_CLOSING}]+(?=[“‘])"
        f"|[！？!?]*。+[！？!?]*[{_CLOSING}]*(?![。！？!?，、；：的{_CLOSING}])"
    ),
)
