"""Where a long title breaks: in lines of about one length, between words as far as these are known.

GB/T 9704-2012, 7.3.1, asks for lines that keep words whole, in a symmetrical shape.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechgen.model import Paragraph

_WIDE = re.compile(r"[\u2014-\u2026\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
# Words of titles that are not to be broken.
_WORDS = """
教育实践活动 党纪学习教育 主题教育 学习教育
习近平 新时代 中国特色 社会主义 思想 群众路线 民主生活会 组织生活会 党风廉政 领导班子 学习贯彻 乡村振兴 提升年
教育 实践 活动 专题 主题 总结 动员 推进 部署 表彰 座谈 经验 交流 启动 开幕 闭幕 大会 年会 会议 会上 仪式 典礼
讲话 致辞 发言 点评 报告 意见 情况 反馈 巡察 巡视 督导 检查 建设 作风 工作 改革 发展 安全 生产 人民 政府 医院 学校
"""
_WORD = re.compile("|".join(sorted(_WORDS.split(), key=len, reverse=True)))
_IN_WORD, _UNKNOWN, _AT_WORD, _AT_ORIGIN = 9.0, 4.0, 2.0, 0.0  # how bad a break is
_UNEVEN = 1 / 8  # how bad a line is that is longer or shorter than an even one by a character; it grows by the square
_ONE_MORE = 3.0  # how bad a line is that the words could do without
_BEGINS_NO_LINE = "的和与及、，。）》”时上"
_ENDS_NO_LINE = "在向对与和及、（《“"


def title_lines(paragraph: Paragraph, most: int) -> list[str]:
    """The lines of a title, of at most `most` characters each; one line where it fits, or is not Chinese."""
    text = paragraph.text
    if len(text) <= most or most < 2 or len(_WIDE.findall(text)) < len(text) * 0.9:
        return [text]
    costs = _costs(paragraph)
    fewest = -(-len(text) // most)
    few, more = _best(costs, fewest, most), _best(costs, fewest + 1, most)
    _, ends = min(few, (more[0] + _ONE_MORE, more[1]))
    return [text[begin:end] for begin, end in zip((0, *ends), (*ends, len(text)), strict=True)]


def _best(costs: Sequence[float], lines: int, most: int) -> tuple[float, tuple[int, ...]]:
    """The best breaks into a number of lines, after how bad they are."""
    length, even = len(costs), len(costs) / lines
    reached: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}  # by the end of the lines so far
    for left in range(lines - 1, -1, -1):
        ways = [
            (end, bad + _UNEVEN * (end - begin - even) ** 2 + costs[end % length], (*ends, end))
            for begin, (bad, ends) in reached.items()
            for end in range(max(begin + 1, length - left * most), min(begin + most, length - left) + 1)
        ]
        reached = {end: (bad, ends) for end, bad, ends in sorted(ways, reverse=True)}
    bad, ends = reached[length]
    return bad, ends[:-1]


def _costs(paragraph: Paragraph) -> list[float]:
    """How bad a break before each character is; there is none before the first."""
    text = paragraph.text
    costs = [_UNKNOWN] * len(text)
    for word in _WORD.finditer(text):
        costs[word.start()] = _AT_WORD
        costs[word.start() + 1 : word.end()] = [_IN_WORD] * (len(word[0]) - 1)
        if word.end() < len(text):
            costs[word.end()] = _AT_WORD
    for end in accumulate(len(run.text) for run in paragraph.runs):
        if end < len(text):
            costs[end] = _AT_ORIGIN  # words of another origin begin here
    for index in range(1, len(text)):
        if text[index] in _BEGINS_NO_LINE or text[index - 1] in _ENDS_NO_LINE:
            costs[index] = _IN_WORD
    costs[0] = 0.0
    return costs
