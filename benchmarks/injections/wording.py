"""Repeated words and overlong sentences: `repeat`, `length`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import Injected, Kinds, added, is_han, matches, places, put, put_all, shuffled

# 了解, 了结 and others begin with a character that may be doubled correctly; 等等, 一一 and 天天 are words.
_FUNCTION_WORDS = "的和与把在是被就也都将要及而由向从对给让使"
_WORDS = [
    "我们",
    "以及",
    "对于",
    "通过",
    "由于",
    "因为",
    "进一步",
    "但是",
    "他们",
    "并且",
    "而且",
    "如果",
    "关于",
    "为了",
    "已经",
    "同志们",
]


def _function_word(clean: Clean, rng: Random) -> Iterator[Injected]:
    """与与: typed twice, or the word between them was deleted."""
    for word in shuffled(rng, list(_FUNCTION_WORDS)):
        for at in shuffled(rng, places(clean.text, word))[:2]:
            around = clean.text[at - 1], clean.text[at + 1]
            is_alone = word not in around and all(is_han(each) for each in around) and not _is_inside(clean, at)
            if is_alone and clean.is_chinese:
                yield put(clean, at, at + 1, word * 2)


def _is_inside(clean: Clean, at: int) -> bool:
    """Whether the character is part of a word, so that doubling it may be correct: 就就业问题, 与与会者, 以及及时."""
    return clean.text[at - 1 : at + 1] in _INSIDE or clean.text[at : at + 2] in _INSIDE


_INSIDE = """
    目的 的确 总和 温和 和谐 和平 饱和 和气 参与 与会 一把 把握 把关 把手 现在 存在 在座 在于
    正在 在建 在职 在校 在任 将来 将近 即将 方向 一向 向前 向东 对方 对手 对象 对策 对口 对话
    对照 对于 对比 对待 面对 针对 应对 绝对 相对 反对 核对 一对 从事 从前 从此 服从 而且 从而
    而今 由此 理由 自由 由来 以及 及时 涉及 普及 成就 就业 就近 就医 就地 就读 首都 给予 使用
    促使 使得 使命 要求 要点 重要 需要 主要 必要 要害 要素 纲要 要紧 要件 是否 但是 还是 凡是
    于是 就是 都是 不是 是非 是不 被子 也许 让步
"""


def _before_object(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A verb was typed twice before its object, or the first character of a clause."""
    if clean.is_chinese:
        verbs = ["提高", "落实", "总结", "推动", "检查", "支持", "鼓励", "宣传", "改进", "协调"]
        sentences = [f"要进一步{verb}{verb}这方面的工作。" for verb in verbs]
        yield from added(clean, rng, [*sentences, "大家都在看，用用行动来回答。", "相信同志们会会重视这件事。"])


def _echo(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The last clause of a sentence was pasted again after it."""
    if clean.is_chinese:
        clauses = ["提出了很多宝贵的意见", "这项工作抓得很实", "大家都看在眼里", "情况摸得很清楚"]
        yield from added(clean, rng, [f"督导组的同志跑了不少路，{clause}。{clause}。" for clause in clauses])


def _longer_word(clean: Clean, rng: Random) -> Iterator[Injected]:
    """通过通过: a word of two characters was pasted twice."""
    for word in shuffled(rng, _WORDS):
        for at in shuffled(rng, places(clean.text, word))[:2]:
            if clean.is_chinese and clean.text[at + len(word)] not in "，：":
                yield put(clean, at, at + len(word), word * 2)


def _english_word(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The the."""
    if not clean.is_chinese:
        for match in matches(clean, rng, r"(?<= )(the|of|and|to|in|is|a|for|with|we|are|on|at|by)(?= )"):
            yield put(clean, *match.span(), f"{match[0]} {match[0]}")


def _compared(clean: Clean, rng: Random) -> Iterator[Injected]:
    """同比…同比: the inserted figure had its own 同比."""
    for match in matches(clean, rng, r"([\u4e00-\u9fff“”]{2,12})(同比|环比)(下降|增长|减少|增加)"):
        word = match[2]
        forms = [
            f"{match[1]}{word}{word}{match[3]}",
            f"{word}{match[1]}{word}{match[3]}",
            f"{match[1]}{word}去年{word}{match[3]}",
        ]
        yield put(clean, *match.span(), rng.choice(forms))
    if clean.is_chinese:
        sentences = [
            "来访件数同比去年同比下降12.5%。",
            "同比去年，发文数量同比减少18件。",
            "会议数量同比同比减少一成。",
        ]
        sentences += [
            "与去年同比，投诉件数同比下降12.5%。",
            "同比投诉件数，也同比下降12.5%。",
            "信访件数环比上月环比下降8.4%。",
        ]
        yield from added(clean, rng, sentences)


def _sentence(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A sentence was copied instead of moved."""
    found = []
    for start, end in clean.paragraphs:
        at = start
        for sentence in clean.text[start:end].replace("。", "。\0").replace(". ", ".\0 ").split("\0"):
            is_long = len(sentence) >= (20 if clean.is_chinese else 60)
            if is_long and sentence.strip().endswith(("。", ".")) and not set("“”‘’（）") & set(sentence):
                found.append((at, at + len(sentence)))
            at += len(sentence)
    for start, end in shuffled(rng, found):
        sentence = clean.text[start:end].strip(" 　")
        _, to = rng.choice(clean.paragraphs)
        yield put(clean, to, to, ("" if clean.is_chinese else " ") + sentence, elsewhere=[(start, end)])


def _clause(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Part of a sentence was copied instead of moved."""
    for match in matches(clean, rng, r"(?<=[，。；])([\u4e00-\u9fff]{5,20})(?=[，。；])"):
        after = clean.text[match.end()]
        yield put(clean, *match.span(), match[0] + (after if after != "。" else "，") + match[0])


def _paragraph(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A whole paragraph was pasted twice."""
    for start, end in shuffled(rng, clean.paragraphs):
        _, to = rng.choice(clean.paragraphs)
        gap = "\n\n" if "\n\n" in clean.text[end : end + 2] else "\n"
        yield put(clean, to, to, gap + clean.text[start:end], elsewhere=[(start, end)])


def _minutes(clean: Clean, rng: Random) -> Iterator[Injected]:
    """The planned time is ten minutes and the speech takes thirty, or the reverse."""
    characters = sum(is_han(each) for each in clean.text) if clean.is_chinese else len(clean.text.split())
    own = characters / (180 if clean.is_chinese else 130)
    for factor in shuffled(rng, [0.3, 0.45, 0.6, 1.7, 2, 3]):
        given = clean.facts._replace(minutes=Decimal(max(1, round(own * factor))))
        yield Injected(clean.text, 0, len(clean.text), facts=given)


def _long_sentence(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Full stops became commas when the speech was compiled from reports."""
    limit, breaks, stop = (240, "；：？！…", "。") if clean.is_chinese else (500, ";:?!", ". ")
    for start, end in shuffled(rng, clean.paragraphs):
        stops: list[int] = []
        begun = at = start
        for sentence in clean.text[start:end].split(stop):
            if set(breaks) & set(sentence):
                stops, begun = [], at + len(sentence) + len(stop)
            elif at + len(sentence) - begun > limit and stops:
                yield put_all(clean, [(each, each + len(stop), _JOINED[stop]) for each in stops])
                break
            else:
                stops.append(at + len(sentence))
            at += len(sentence) + len(stop)


_JOINED = {"。": "，", ". ": ", and "}


def _long_sentence_added(clean: Clean, rng: Random) -> Iterator[Injected]:
    """One long sentence of a report with many clauses."""
    if clean.is_chinese:
        for _ in range(4):
            yield from added(clean, rng, [_LONG[0] + "，".join(rng.sample(_LONG[1:], len(_LONG) - 1)) + "。"])


_LONG = [
    "要在巩固已有成果的基础上",
    "把认真学习领会上级精神同研究解决本单位存在的突出问题结合起来",
    "把制定切实可行的工作方案同明确每一个阶段的时间节点结合起来",
    "把听取不同方面的意见同改进服务群众的方式方法结合起来",
    "把完成当前承担的各项任务同谋划今后一个时期的长远发展结合起来",
    "把严格执行已经出台的规章制度同及时堵塞新发现的管理漏洞结合起来",
    "把关心爱护在一线埋头苦干的同志同批评教育推诿扯皮的同志结合起来",
    "把抓好面上的统筹协调同盯住几个关键环节的具体落实结合起来",
    "把上一级组织的督促检查同本单位自身的对照整改结合起来",
    "把看得见的变化同群众实际的感受结合起来",
]


def _figure(clean: Clean, rng: Random) -> Iterator[Injected]:
    """12次12次: a figure was pasted twice."""
    for match in matches(clean, rng, r"(?<![\d.])\d{1,4}[次件份个名场户](?!\d)"):
        yield put(clean, *match.span(), match[0] * 2)


REPEAT: Kinds = {
    "figure": _figure,
    "function-word": _function_word,
    "longer-word": _longer_word,
    "before-object": _before_object,
    "echo": _echo,
    "english-word": _english_word,
    "compared": _compared,
    "sentence": _sentence,
    "clause": _clause,
    "paragraph": _paragraph,
}
LENGTH: Kinds = {"minutes": _minutes, "long-sentence": _long_sentence, "long-sentence-added": _long_sentence_added}
