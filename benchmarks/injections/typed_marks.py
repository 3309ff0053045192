"""Marks and digits that an input method or another program has typed wrong: `punctuation`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import Inject, Injected, Kinds, added, matches, put

_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_SENTENCES: Mapping[str, tuple[str, ...]] = {
    "one-dash": ("作风问题—归根到底是立场问题。", "这是一次考试－也是一次检阅。", "群众盼什么-我们就干什么。"),
    "dots": ("会后还要走访、座谈、回访...每一步都要走实。", "有的同志会说，年年如此。。。", "话说了一半…又咽了回去。"),
    "circle-zero": ("这个办法是二○一二年定下的。", "从二〇○九年起就有了规定。", "要在二O一五年以前完成。"),
    "full-digits": ("全年走访了３６户群众。", "整改率达到９５％。", "２０１３年的账还没有结清。"),
    "angle-brackets": ("要认真学习<党章>。", "<<工作条例>>要人人知晓。", "大家手里都有一本<工作手册>。"),
    "mixed-date": ("2013年九月以前要见到成效。", "二〇一三年9月前要见到成效。", "6月二十日以前报来材料。"),
}


def _sentences(kind: str) -> Inject:
    def inject(clean: Clean, rng: Random) -> Iterator[Injected]:
        if clean.is_chinese:
            yield from added(clean, rng, _SENTENCES[kind])

    return inject


def _full_digits(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A figure in full-width digits."""
    for match in matches(clean, rng, r"(?<![\d.,])\d{2,4}(?=[份户件人条个名次年])"):
        if clean.is_chinese:
            yield put(clean, *match.span(), match[0].translate(_FULL))
    yield from _sentences("full-digits")(clean, rng)


def _angle_brackets(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A title in < > or << >>."""
    for match in matches(clean, rng, r"《([^《》\n]{2,20})》"):
        yield put(clean, *match.span(), rng.choice(["<{}>", "<<{}>>"]).format(match[1]))
    yield from _sentences("angle-brackets")(clean, rng)


TYPED_MARKS: Kinds = {
    "one-dash": _sentences("one-dash"),
    "dots": _sentences("dots"),
    "circle-zero": _sentences("circle-zero"),
    "full-digits": _full_digits,
    "angle-brackets": _angle_brackets,
    "mixed-date": _sentences("mixed-date"),
}
