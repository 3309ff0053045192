"""What the rules of `check` know about Chinese, in addition to the rules that are for Chinese only."""

from __future__ import annotations

from speechgen.language.proofreading import Proofreading

PROOFREADING = Proofreading(thanks=("谢谢", "感谢", "再次感谢", "衷心感谢", "再一次感谢"))
