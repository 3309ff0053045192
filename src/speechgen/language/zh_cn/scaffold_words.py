"""The texts of a new unit file, in Chinese."""

from __future__ import annotations

from speechgen.language.scaffold_words import ScaffoldWords

SCAFFOLD_WORDS = ScaffoldWords(
    intro="按模板“{title}”填写。标“必填”的都要填；选填的，填好后删去行首的 # 号。冒号、逗号、引号用半角。",
    needed="必填",
    optional="选填",
    needed_by="选了 {parts} 就必填",
    shared="已由 {place} 给出，要改才填",
    default="不填就用模板的：{value}",
    example="例如",
    parts="从下面选，删去行首的 # 号；次序就是讲话里的次序，也可以自己写：- {title: …, text: …}",
    joint="，",
    parts_joint="、",
)
