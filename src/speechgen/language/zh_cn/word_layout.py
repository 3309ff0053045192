"""The layout of Chinese Word files: GB/T 9704-2012, which only has A4."""

from __future__ import annotations

from speechgen.language.word_layout import WordLayout

_CLOSING = "”’」』）)】》"

WORD_LAYOUT = WordLayout(
    styles="zh-CN",
    is_always_a4=True,
    has_east_asian_font=True,
    # The sentence may continue after a quotation that ends with ？ or ！: “怎么办？”他问。
    sentence_end=(
        f"[！？!?]+(?![！？!?。，、；：{_CLOSING}])"
        f"|[！？!?]+[{_CLOSING}]+(?=[“‘])"
        f"|[！？!?]*。+[！？!?]*[{_CLOSING}]*(?![。！？!?，、；：的{_CLOSING}])"
    ),
)
