"""ordinal: ordinals out of sequence in every series and in nested lists; correct numbering is not reported."""

from __future__ import annotations

import pytest

from .rules import findings, found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一是学习。二是整改。四是作风。", ["四是"]),
        ("一是学习；三是整改；四是作风。", ["三是"]),
        ("一是学习。二是整改。二是作风。四是廉洁。", ["二是"]),
        ("一是学习。¶二是整改。¶四是作风。¶四是廉洁。", ["四是"]),
        ("二是学习；三是整改。", ["二是"]),
        ("一是学习。¶一是整改。¶三是作风。", ["一是"]),
        ("做法是：一是读；一是谈；二是写。", ["一是"]),
        ("一是学习。¶二是整改。¶一是作风。", ["一是"]),
        ("一要学习。¶二要整改。¶四要作风。", ["四要"]),
        ("怎么办？一要有人管，三要有账看。", ["三要"]),
        ("首先抓学习，其次抓整改，其次抓作风。", ["其次"]),
        ("首先，学习。再次，整改。最后，作风。", ["再次"]),
        ("首先，学习。第二，整改。第三，作风。", ["第二"]),
        ("首先，学习。¶第二，整改。¶最后，作风。", ["第二"]),
        ("第一，学习。第三，整改。", ["第三"]),
        ("第一、学习；第二、整改；第二、作风。", ["第二"]),
        ("第二，学习。¶第三，整改。", ["第二"]),
        ("其一，学习。其三，整改。", ["其三"]),
        ("一则人少，三则事多。", ["三则"]),
        ("一来人少，二来钱紧，四来事多。", ["四来"]),
        ("一曰真，二曰实，四曰廉。", ["四曰"]),
        ("一靠学习，二靠整改，四靠作风。", ["四靠"]),
        ("一看现场，二看账本，二看人员。", ["二看"]),
        ("一抓学习、二抓整改、四抓作风。", ["四抓"]),
        ("一学理论，二学业务，四学法律。", ["四学"]),
        ("一查思想，二查工作，四查作风。", ["四查"]),
        ("一、成绩¶很大。¶三、问题¶不少。", ["三、"]),
        ("一、成绩¶很大。¶二、问题¶不少。¶二、要求¶很多。", ["二、"]),
        ("二、成绩¶很大。¶三、问题¶不少。", ["二、"]),
        ("（一）学习。好。¶（三）整改。好。", ["（三）"]),
        ("(一)学习。好。¶(三)整改。好。", ["(三)"]),
        ("1.学习。好。¶3.整改。好。", ["3."]),
        ("（1）学习。好。¶（3）整改。好。", ["（3）"]),
        ("措施有：（1）学习；（2）整改；（4）作风。", ["（4）"]),
        ("①学习；③整改。", ["③"]),
        ("措施有：一、学习；二、整改；四、作风。", ["四、"]),
        ("第一件事，修路。¶第三件事，通水。", ["第三件"]),
        ("一、成绩¶（一）学习。好。¶（二）整改。好。¶二、问题¶（二）慢。¶（三）散。", ["（二）"]),
        ("一、成绩¶（一）学习。好。¶二、整改¶改得好。¶二、问题¶不少。", ["二、"]),
        ("一是学习。要做到：一是读，三是谈。¶二是整改。", ["三是"]),
        ("一是学习。要做到：一要读，二要谈，二要写。¶二是整改。", ["二要"]),
        ("The points are: first, time; second, money; fourth, people.", ["fourth"]),
        ("1. Keep it open.¶3. Share it.", ["3."]),
    ],
)
def test_an_ordinal_out_of_sequence_is_an_error(text: str, words: list[str]) -> None:
    assert found("ordinal", text) == words
    assert {finding.severity for finding in findings("ordinal", text)} == {None}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一要学习。¶二是整改。¶三要作风。", ["二是"]),
        ("做法是：一是读。二要谈。三是写。", ["二要"]),
        ("第一，学习。第二，整改。其三，作风。", ["其三"]),
        ("分三类：第一类，好；第二类，中；第四类，差。", ["第四类"]),
        ("主要有以下原因：一是认识不到位。", ["一是"]),
        ("一要提高认识。要学深悟透。", ["一要"]),
        ("原因如下：其一，认识不到位。", ["其一"]),
        ("一、成绩¶很大。¶同志们，再见。", ["一、"]),
        ("我们要把学习抓好。其次，要把整改抓实。", ["其次"]),
        ("（一）学习。好。¶（二）整改。好。¶一、问题¶不少。¶二、要求¶很多。", ["（一）"]),
        ("一、成绩¶（一）学习。好。¶1.深。¶2.实。¶（二）整改。好。¶二、问题¶1.慢。¶2.散。", ["1."]),
        ("一、成绩¶很大。¶二、问题¶不少。¶一、要求¶很多。¶二、打算¶很好。", ["一、"]),
    ],
)
def test_an_uncertain_case_is_a_warning(text: str, words: list[str]) -> None:
    assert found("ordinal", text) == words
    assert {finding.severity for finding in findings("ordinal", text)} == {"warning"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一方面要把学习抓好。", ["一方面"]),
        ("我们要抓学习。¶另一方面，要抓整改。", ["另一方面"]),
        ("首先，把账算清。最后，把事办好。", ["最后"]),
    ],
)
def test_a_missing_side_or_middle_is_a_hint(text: str, words: list[str]) -> None:
    assert found("ordinal", text) == words
    assert {finding.severity for finding in findings("ordinal", text)} == {"hint"}


@pytest.mark.parametrize(
    ("text", "message", "fix"),
    [
        ("一是学习。二是整改。四是作风。", "四是 follows 二是", "三是 is expected"),
        ("一是学习。二是整改。二是作风。", "二是 is used twice in one list", "三是 is expected"),
        ("二是学习；三是整改。", "二是 begins a list without 一是", "一是 is expected"),
        ("一要学习。¶二是整改。¶三要作风。", "二是 is in a list of 一要, 二要", "二要 is expected"),
        ("首先，学习。第二，整改。", "第二 is in a list of 首先, 其次", "其次 is expected"),
        (
            "原因如下：一是认识不到位。",
            "一是 is the only item: no 二是 follows",
            "add the missing items or remove the ordinal",
        ),
        ("（一）学习。好。¶（三）整改。好。", "（三） follows （一）", "（二） is expected"),
        ("1、学习。好。¶3、整改。好。", "3、 follows 1、", "2、 is expected"),
        ("First, time.¶Third, money.", "Third follows First", "Second is expected"),
    ],
)
def test_message_and_fix(text: str, message: str, fix: str) -> None:
    assert [(each.message, each.fix, each.replacement) for each in findings("ordinal", text)] == [(message, fix, None)]


@pytest.mark.parametrize(
    "text",
    [
        "一是学习。做法有两条：一是读，二是谈。¶二是整改。",
        "一是学习，有两个原因，一是深，二是实；二是整改；三是作风。",
        "一、成绩¶（一）学习。好。¶（二）整改。好。¶二、问题¶（一）慢。¶（二）散。",
        "一、总则¶（一）思想。¶（二）原则。¶二、任务¶（三）学习。¶（四）整改。",  # as decisions of the State Council
        "一、成绩¶（一）学习。好。¶1.深。¶2.实。¶（二）整改。好。¶1.快。¶2.稳。¶二、问题¶不少。",
        "首先，我代表督导组表示感谢！¶一是学习。¶二是整改。¶最后，祝大家顺利！",
        "最要紧的是学习，其次是整改，再次是作风。",
        "主要是人少，其次是事多。",
        "一个原因是人少，二是事多。",
        "首要的是学习，二是整改。",
        "一是学习，再就是整改。",
        "一方面任务重，同时人手紧。",
        "既要看到成绩，又要看到不足。另一方面，还要看到希望。",
        "一要花钱，就来找财政。",
        "有的同志一怕得罪人，二怕丢选票，三怕惹麻烦。",
        "一要想干，二要会干，三靠本事。",
        "一不怕苦、二不怕死，一不做、二不休。",
        "第一步走好了，第二步才稳。",
        "第一个到场的是老王，第一个发言的也是老王，第四十八个才是我。",
        "账要算清楚，一是一、二是二。",
        "“一是学习，三是整改”，这句话说错了。",
        "初二（3）班、第（四）项、十九届二中全会。",
        "主要有三点：一是学习。¶学得很深。¶二是整改。¶三是作风。",
        "1.抓学习。（1）学原文；（2）学原理。¶2.抓整改。（1）改问题；（2）改作风。",
        "First, thank you. I have two points. First, time; second, money.",
    ],
)
def test_correct_numbering_and_idioms_are_not_reported(text: str) -> None:
    assert found("ordinal", text) == []


_EXCERPT = "在全市教育工作会议上的讲话（节选）¶同志们："


@pytest.mark.parametrize(
    "text",
    [
        "二、问题¶不少。¶三、要求¶很多。",
        "（三）整改。要一抓到底。¶（四）作风。要一改到底。¶二、要求¶（一）学习。好。¶（二）整改。好。",
    ],
)
def test_an_excerpt_may_begin_with_a_later_item(text: str) -> None:
    assert found("ordinal", f"{_EXCERPT}¶{text}", whole=True) == []
    assert found("ordinal", text) != []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("二、问题¶不少。¶四、要求¶很多。", ["四、"]),
        ("二、问题¶（二）散。不少。¶（三）慢。很多。¶三、要求¶很多。", ["（二）"]),
        ("第二，学习。¶第三，整改。", ["第二"]),
    ],
)
def test_other_items_of_an_excerpt_are_in_sequence(text: str, words: list[str]) -> None:
    assert found("ordinal", f"{_EXCERPT}¶{text}", whole=True) == words


def test_the_first_of_several_people_may_be_below_the_title() -> None:
    people = (
        "柳湾小学领导班子述职报告¶1.林  松（校长）¶我讲工作。¶一、教学¶好。¶二、队伍¶好。¶{}周青（副校长）¶我讲德育。"
    )
    assert found("ordinal", people.format("2."), whole=True) == []
    assert found("ordinal", people.format("3."), whole=True) == ["3."]


def test_an_item_that_begins_with_the_numeral_one_is_an_item() -> None:
    assert found("ordinal", "一是一把手起示范。¶二是一班人齐心。¶三是一抓到底。") == []
    assert found("ordinal", "大家一是一、二是二，说得实在。") == []
    assert found("ordinal", "一是一把手起示范。¶三是一抓到底。") == ["三是"]


def test_lists_below_a_wrong_number_are_checked() -> None:
    text = "一、家底¶好。¶二、差距¶有四个。¶（一）大。¶（二）中。¶三、小。¶（四）微。¶三、打算¶1.分。¶2.清。"
    assert found("ordinal", text)


@pytest.mark.parametrize(
    "text",
    [
        "开局良好。三明和清江结成了对子。大会召开，三明、永安都派人来了。",
        "景区火爆，三清山索道开工。五保户集中供养。",
        "全面实施“八大行动”⑨，打造“一典范”⑩。",
        "一是养老工程。（1）建成家园6个。（2）补贴到人。二是就业工程。（3）办班9期。（4）援助到户。三是交通工程。（5）修路3公里。",
        "第一产业大而不强，第二、三产业比重不高。",
        "第七个五年计划时期，变化很大。第七个五年计划的目标已经实现。",
    ],
)
def test_names_notes_and_plans_are_no_ordinals(text: str) -> None:
    assert found("ordinal", text) == []
