"""Figures that differ from the unit file or contradict each other: `figure`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import Inject, Injected, Kinds, added, matches, places, put, shuffled
from benchmarks.injections.relations import Relation, decimals_of, near, relations


def _metric(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Either the speech or the unit file was corrected, but not the other."""
    for start, end, words in _metrics(clean, rng):
        match = re.search(r"\d[\d,.]*", words)
        if match:
            right = float(match[0].replace(",", ""))
            for wrong in near(match[0], rng):
                # A rounded figure must differ by more than its rounding; an exact one by any amount.
                if abs(float(wrong.replace(",", "")) - right) >= max(1, 0.12 * right):
                    yield put(clean, start, end, words[: match.start()] + wrong + words[match.end() :])
                    break


def _direction(clean: Clean, rng: Random) -> Iterator[Injected]:
    """下降57% as a rise."""
    opposites = {
        "下降": "上升",
        "减少": "增加",
        "上升": "下降",
        "增长": "下降",
        "增加": "减少",
        "缩短": "延长",
        "提高": "降低",
    }
    for start, end, words in _metrics(clean, rng):
        for right, wrong in opposites.items():
            if right in words:
                yield put(clean, start, end, words.replace(right, wrong))
    for relation in _relations(clean, rng, "change"):
        start, end = relation.spans[2]
        for right, wrong in opposites.items():
            if clean.text[:start].endswith(right):
                yield put(clean, start - len(right), start, wrong, elsewhere=relation.spans)


def _broken(kind: str, which: slice, doc: str) -> Inject:
    """An injection that changes one figure of a relation so that it no longer holds."""

    def inject(clean: Clean, rng: Random) -> Iterator[Injected]:
        for relation in _relations(clean, rng, kind):
            index = rng.choice(range(len(relation.spans))[which])
            start, end = relation.spans[index]
            for wrong in near(clean.text[start:end], rng):
                numbers = list(relation.numbers)
                numbers[index] = float(wrong.replace(",", ""))
                changed = tuple(numbers)
                if relation.is_broken(changed, decimals_of(clean, relation.spans[-1])):
                    yield put(clean, start, end, wrong, elsewhere=relation.spans)
                    break

    inject.__doc__ = doc
    return inject


def _repeated(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A figure that is repeated at the end was updated in only one place."""
    if clean.is_chinese:
        for match in matches(
            clean,
            rng,
            r"(?<=[，。；、：])([\u4e00-\u9fff]{4,14})(\d{2,}(?:\.\d+)?)(余?[\u4e00-\u9fff%]{1,3})(?=[，。；])",
        ):
            label, figure, measure = match.groups()
            if (
                label.endswith(("年", "月", "至", "第", "达到", "到"))
                or "去年" in label
                or measure[0] in "年月日时点岁至到室号"
            ):
                continue
            for wrong in near(figure, rng):
                if abs(float(wrong) - float(figure)) >= 0.12 * float(figure):
                    frames = [
                        "前面讲到，{}，这个数字大家要记住。",
                        "刚才说过，{}，来得不容易。",
                        "回头看，{}，很说明问题。",
                    ]
                    sentence = rng.choice(frames).format(label + wrong + measure)
                    for injected in added(clean, rng, [sentence]):
                        yield _also_at(injected, label + figure + measure)
                    break


def _also_at(injected: Injected, words: str) -> Injected:
    spans = tuple((at, at + len(words)) for at in places(injected.text, words))
    return Injected(injected.text, injected.start, injected.end, spans)


def _exact_and_more(clean: Clean, rng: Random) -> Iterator[Injected]:
    """2413余份: the exact figure was inserted, but 余 was left."""
    for match in matches(clean, rng, _COUNT + r"(?=[场份条件户项次人个名处家张座起])"):
        if match[0][-1] not in "05" and len(match[0]) >= 2:
            yield put(clean, *match.span(), match[0] + rng.choice(["余", "余", "多"]))


def _two_roundings(clean: Clean, rng: Random) -> Iterator[Injected]:
    """近…余, 约…左右, 超过…以上, 2400多余: two words of approximation."""
    measures = r"(人次|万元|亿元|[场份条件户项次人个名处家张座起天])"
    for match in matches(clean, rng, _COUNT + measures + r"(?=[，。；、])"):
        number = match[1]
        if clean.text[match.start() - 1] in "近约超过第至到":
            continue
        rough = str(round(int(number), 1 - len(number))) if len(number) > 1 else number
        forms = [
            f"近{rough}余{match[2]}",
            f"将近{rough}余{match[2]}",
            f"约{rough}{match[2]}左右",
            f"大约{rough}{match[2]}左右",
        ]
        forms += [
            f"{rough}多余{match[2]}",
            f"近{rough}{match[2]}左右",
            f"近{rough}多{match[2]}",
            f"约{rough}余{match[2]}",
        ]
        forms += [
            f"超过{rough}{match[2]}以上",
            f"约{rough}多{match[2]}",
            f"{rough}余{match[2]}左右",
            f"大约{rough}余{match[2]}",
        ]
        yield put(clean, *match.span(), rng.choice(forms if len(number) > 1 else [f"约{rough}{match[2]}左右"]))
    for match in matches(clean, rng, r"(?<![近约\d])(\d+)余" + measures):
        yield put(clean, *match.span(), rng.choice([f"近{match[0]}", f"{match[1]}多余{match[2]}", f"{match[0]}左右"]))


def _times_less(clean: Clean, rng: Random) -> Iterator[Injected]:
    """下降1倍: nothing can fall by 1倍."""
    for match in matches(clean, rng, r"(?:下降|减少|缩短)(?:了)?\d+(?:\.\d+)?%"):
        yield put(clean, *match.span(), _less(rng))
    if clean.is_chinese:
        subjects = ["来访的件数比年初{}。", "会议数量比去年{}。", "办理时间比过去{}。", "群众投诉{}。"]
        yield from added(clean, rng, [subject.format(_less(rng)) for subject in subjects for _ in range(3)])


def _less(rng: Random) -> str:
    verb = rng.choice(["下降", "减少", "降低", "下降了", "减少了", "缩短了", "压减了"])
    return verb + rng.choice(["1倍", "2倍", "一倍", "两倍", "近一倍", "1.5倍", "3倍"])


def _metrics(clean: Clean, rng: Random) -> list[tuple[int, int, str]]:
    """Start, end and path of the metrics in the speech that are rendered as in the unit file."""
    found = []
    for metric in clean.facts.metrics:
        words = metric.words
        for at in places(clean.text, words) if clean.template and re.search(r"\d{2}", words) else []:
            if not clean.text[at - 1].isdigit():
                found.append((at, at + len(words), words))
    return shuffled(rng, found)


def _relations(clean: Clean, rng: Random, kind: str) -> list[Relation]:
    return shuffled(rng, [relation for relation in relations(clean) if relation.kind == kind])


_COUNT = r"(?<![\d.〔第（(])(?<!20\d\d年)(\d{1,6})"
FIGURE: Kinds = {
    "metric": _metric,
    "direction": _direction,
    "total": _broken("sum", slice(0, 1), "The total is another than its parts give."),
    "part": _broken("sum", slice(1, None), "One part was brought up to date, the total was not."),
    "share": _broken("share", slice(2, 3), "The percentage is that of last month."),
    "share-of-other": _broken("share", slice(0, 2), "The figures were changed, the percentage was not."),
    "change": _broken("change", slice(2, 3), "The percentage does not follow from before and after."),
    "change-of-other": _broken("change", slice(0, 2), "Before or after was changed, the percentage was not."),
    "difference": _broken("difference", slice(0, 3), "The difference is another."),
    "twice": _broken("same", slice(0, 2), "The same figure with two values."),
    "repeated": _repeated,
    "exact-and-more": _exact_and_more,
    "two-roundings": _two_roundings,
    "times-less": _times_less,
}
