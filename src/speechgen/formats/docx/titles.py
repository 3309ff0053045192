"""Breaking a long title into lines of about the same length, and not within words.

GB/T 9704-2012, 7.3.1, requires lines that keep words whole, in a symmetrical shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from speechgen.model import lazily

if TYPE_CHECKING:
    from speechgen.model import Paragraph

_WIDE = lazily(r"[\u2014-\u2026\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
# Words of titles that must not be broken.
_WORDS = """
教育实践活动 党纪学习教育 主题教育 学习教育
习近平 新时代 中国特色 社会主义 思想 群众路线 民主生活会 组织生活会 党风廉政 领导班子 学习贯彻 乡村振兴 提升年
教育 实践 活动 专题 主题 总结 动员 推进 部署 表彰 座谈 经验 交流 启动 开幕 闭幕 大会 年会 会议 会上 仪式 典礼
讲话 致辞 发言 点评 报告 意见 情况 反馈 巡察 巡视 督导 检查 建设 作风 工作 改革 发展 安全 生产 人民 政府 医院 学校
"""
_WORD = lazily("|".join(sorted(_WORDS.split(), key=len, reverse=True)))
# Costs: the breaks with the lowest sum are used.
_IN_WORD, _UNKNOWN, _AT_WORD, _AT_RUN = 9.0, 4.0, 2.0, 0.0  # of a break, by where it is
_UNEVEN = 1 / 8  # of a line, times the square of the characters by which it differs from the average
_EXTRA_LINE = 3.0  # of a line more than necessary
_NOT_AT_LINE_START = "的和与及、，。）》”时上"
_NOT_AT_LINE_END = "在向对与和及、（《“"


def title_lines(paragraph: Paragraph, max_length: int) -> list[str]:
    """The lines of a title, of at most `max_length` characters each; one line if the title is not Chinese."""
    text = paragraph.text
    if len(text) <= max_length or max_length < 2 or len(_WIDE.findall(text)) < len(text) * 0.9:
        return [text]
    costs = _costs(paragraph)
    fewest = -(-len(text) // max_length)
    few, more = _best(costs, fewest, max_length), _best(costs, fewest + 1, max_length)
    _, ends = min(few, (more[0] + _EXTRA_LINE, more[1]))
    return [text[begin:end] for begin, end in zip((0, *ends), (*ends, len(text)), strict=True)]


def _best(costs: Sequence[float], lines: int, max_length: int) -> tuple[float, tuple[int, ...]]:
    """The lowest cost of breaking a title into a number of lines, and where those lines end."""
    length, average = len(costs), len(costs) / lines
    # The cost and the line ends, by the end of the last line so far.
    cheapest: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for left in range(lines - 1, -1, -1):
        ways = [
            (end, cost + _UNEVEN * (end - begin - average) ** 2 + costs[end % length], (*ends, end))
            for begin, (cost, ends) in cheapest.items()
            for end in range(max(begin + 1, length - left * max_length), min(begin + max_length, length - left) + 1)
        ]
        cheapest = {end: (cost, ends) for end, cost, ends in sorted(ways, reverse=True)}
    cost, ends = cheapest[length]
    return cost, ends[:-1]


def _costs(paragraph: Paragraph) -> list[float]:
    """The cost of a line break before each character; 0 for the first, which has none before it."""
    text = paragraph.text
    costs = [_UNKNOWN] * len(text)
    for word in _WORD.finditer(text):
        costs[word.start()] = _AT_WORD
        costs[word.start() + 1 : word.end()] = [_IN_WORD] * (len(word[0]) - 1)
        if word.end() < len(text):
            costs[word.end()] = _AT_WORD
    for end in accumulate(len(run.text) for run in paragraph.runs):
        if end < len(text):
            costs[end] = _AT_RUN  # the text before and after comes from different places: a value, and the template
    for index in range(1, len(text)):
        if text[index] in _NOT_AT_LINE_START or text[index - 1] in _NOT_AT_LINE_END:
            costs[index] = _IN_WORD
    costs[0] = 0.0
    return costs
