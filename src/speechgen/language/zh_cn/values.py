"""Values as Chinese text, without a filter."""

from __future__ import annotations

from speechgen.language.to_text import make_to_text
from speechgen.language.zh_cn.dates import date
from speechgen.language.zh_cn.figures import figure

to_text = make_to_text(figure, date)
