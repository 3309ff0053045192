"""Reading the lists of a speech: their items, nested lists, and words that only look like an item."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.checks.facts import Facts
from speechgen.checks.rule import Draft
from speechgen.checks.rules import RULES
from speechgen.checks.rules.lists.list_reader import numbered_lists
from speechgen.formats.edited_speech import speech_of

from .rules import BODY, draft


def lists(text: str) -> list[str]:
    """The ordinals of each list, joined by spaces, in the order of the lists."""
    one = draft(text.replace("¶", "\n"))
    return [" ".join(one.text[item.start : item.end] for item in each.items) for each in numbered_lists(one)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("一是学习。二是整改。三是作风。", "一是 二是 三是"),
        ("一要学习；二要整改；三要作风。", "一要 二要 三要"),
        ("第一，学习。第二，整改。", "第一 第二"),
        ("第一是学习，第二是整改。", "第一 第二"),
        ("首先，学习。其次，整改。再次，作风。最后，廉洁。", "首先 其次 再次 最后"),
        ("其一，学习；其二，整改。", "其一 其二"),
        ("一则人少，二则事多。", "一则 二则"),
        ("一来人少，二来事多。", "一来 二来"),
        ("一曰真，二曰实。", "一曰 二曰"),
        ("一靠学习，二靠整改，三靠作风。", "一靠 二靠 三靠"),
        ("只做三件事：一看防火，二问收成，三听牢骚。", "一看 二问 三听"),
        ("一方面要快，另一方面要稳。", "一方面 另一方面"),
        ("一方面要快，一方面要稳。", "一方面 一方面"),
        ("两种倾向，一个是急，一个是慢。", "一个 一个"),
        ("一种情况是急，另一种情况是慢，还有一种情况是乱。", "一种 另一种 还有一种"),
        ("第一类，好；第二类，中；第三类，差。", "第一类 第二类 第三类"),
        ("第一件事，修路。¶第二件事，通水。", "第一件 第二件"),
        ("第一个方面，学习。¶第二个方面，整改。", "第一个方面 第二个方面"),
        ("其中第一种形态100人次，第二种形态15人次。", "第一种 第二种"),
        ("一、成绩¶很大。¶二、问题¶不少。", "一、 二、"),
        ("（一）学习。学得深。¶（二）整改。改得实。", "（一） （二）"),
        ("(一)学习。学得深。¶(二)整改。改得实。", "(一) (二)"),
        ("1.学习。学得深。¶2.整改。改得实。", "1. 2."),
        ("1、学习。学得深。¶2、整改。改得实。", "1、 2、"),
        ("（1）学习。学得深。¶（2）整改。改得实。", "（1） （2）"),
        ("①学习；②整改。", "① ②"),
        ("措施有：一、学习；二、整改；三、作风。", "一、 二、 三、"),
        ("措施有：（1）学习；（2）整改。", "（1） （2）"),
        ("主要原因一是人少，二是事多。", "一是 二是"),
        ("一是学习。¶学得很深。¶二是整改。¶改得很实。", "一是 二是"),  # each item is several paragraphs
        ("主要有三点：一是学习。¶二是整改。¶三是作风。", "一是 二是 三是"),  # begins inside a paragraph
        ("一是学习。二是整改。¶三是作风。四是廉洁。", "一是 二是 三是 四是"),
        ("一、二十大精神要学¶二、三项工作要抓", "一、 二、"),
        ("一是学习。二是整改。¶群众也说好。三是作风。", "一是 二是 三是"),  # a remark in between
        ("一是领导带班。二是二十四小时值班。三是有事报告。", "一是 二是 三是"),
        ("第一个问题，会多。¶第二个问题，表多。¶第三点，文多。", "第一个 第二个 第三点"),
        ("The points are: first, time; second, money; and third, people.", "first second third"),
        ("First, time is short.¶Second, money is shorter.¶Finally, people are tired.", "First Second Finally"),
        ("There are two causes. The first is time. The second is money.", "The first The second"),
    ],
)
def test_every_series_is_read(text: str, items: str) -> None:
    assert lists(text) == [items]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("一是学习。做法有两条：一是读，二是谈。¶二是整改。", ["一是 二是", "一是 二是"]),
        ("一是学习，有两个原因，一是深，二是实；二是整改；三是作风。", ["一是 二是 三是", "一是 二是"]),
        ("一要学习。一要读，二要谈。¶二要整改。", ["一要 二要", "一要 二要"]),
        ("一是学习。首先读，其次谈，最后写。¶二是整改。", ["一是 二是", "首先 其次 最后"]),
        (
            "一、成绩¶（一）学习。好。¶（二）整改。好。¶二、问题¶（一）慢。¶（二）散。",
            ["一、 二、", "（一） （二）", "（一） （二）"],
        ),
        ("（一）学习。好。¶1.深。好。¶2.实。好。¶（二）整改。好。", ["（一） （二）", "1. 2."]),
        ("一、成绩¶一是学习。¶二是整改。¶二、问题¶一是慢。¶二是散。", ["一、 二、", "一是 二是", "一是 二是"]),
        ("三条：一是学，二是改。两点：一是快，二是好。", ["一是 二是", "一是 二是"]),
        ("一方面快，另一方面稳。一方面学，另一方面改。", ["一方面 另一方面", "一方面 另一方面"]),
        ("首先，看清形势。¶其次，压实责任，最后落到人。¶最后，严守纪律。", ["首先 其次 最后"]),
        ("首先，看清形势。先看水，其次看路，最后看桥。¶其次，压实责任。", ["首先 其次", "其次 最后"]),
        ("第一阶段抓动员。¶第二阶段抓检查，最后列出清单，其次建账。¶第三阶段抓整改。", ["第一阶段 第二阶段 第三阶段"]),
        (
            "1.陈  立（副书记）¶一、履职¶尽责。¶二、不足¶学得少。¶2.林松（副镇长）¶一、履职¶尽责。¶二、不足¶走得少。",
            ["1. 2.", "一、 二、", "一、 二、"],
        ),
        ("一、要求¶1.学习。好。¶2.整改。好。¶附件：1.检查分组表¶2.整改清单（样式）", ["一、", "1. 2.", "1. 2."]),
        ("附件：1.任务分工（略）¶2.评议表（式样）¶3.若干措施（试行）", ["1. 2. 3."]),
        ("附：1.参会名单¶2.座次表（初定方案）¶3.路线图", ["1. 2. 3."]),
    ],
)
def test_a_list_inside_an_item_is_a_list_of_its_own(text: str, items: list[str]) -> None:
    assert lists(text) == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("一是学习。二是整改。四是作风。五是廉洁。", ["一是 二是 四是 五是"]),
        ("一是学习。二是整改。二是作风。四是廉洁。", ["一是 二是 二是 四是"]),
        ("一是学习。¶二是整改。¶一是作风。¶四是廉洁。", ["一是 二是 一是 四是"]),
        ("一要学习。¶二是整改。¶三要作风。", ["一要 二是 三要"]),
        ("首先，学习。第二，整改。第三，作风。", ["首先 第二 第三"]),
        ("一是学习。做法有：二是读，三是谈。¶二是整改。", ["一是 二是", "二是 三是"]),
        ("一是学习。做法有：一是读，三是谈。¶二是整改。", ["一是 二是", "一是 三是"]),
        ("一、成绩¶（一）学习。好。¶二、整改。好。¶二、问题¶不少。", ["一、 二、", "（一） 二、"]),
        ("一看防火，二问收成，四听牢骚。", ["一看 二问 四听"]),
    ],
)
def test_an_item_with_a_wrong_ordinal_stays_in_its_list(text: str, items: list[str]) -> None:
    assert lists(text) == items


@pytest.mark.parametrize(
    "text",
    [
        "账要算清楚，一是一、二是二。",
        "对内是团结，对外统一是大局，唯一是人民，原因之一是人少。",
        "“一是学习，二是整改”，这句话说得好。",
        "第一书记要到位，第二产业要提质，第三天就见效。",
        "三农工作很重要，二手房市场在回暖，四川来的同志也到了。",
        "二、三季度抓紧，一、二、三等奖各有归属。",
        "第一、第二、第三巡察组列席，两支队伍名列第六、第七。",
        "第一要务是发展，第一时间到现场。",
        "一来二去，大家就熟了。一般来说，一些同志还不适应。",
        "其一生清贫。其二子也从军。",
        "二〇二四年三月开会，十一月验收，五四青年节放假。",
        "一抓到底，一看就懂，二话不说，三下五除二。",
        "最后，祝大家工作顺利！",
        "增长2.3个百分点，到了1.5万人。",
        "At first, we were sceptical; the second floor is closed.",
    ],
)
def test_other_numerals_are_not_items(text: str) -> None:
    assert lists(text) == []


# Words that begin items, announce lists, and separate them.
PIECES = [
    *"一二三四五六七八九十两123、，。；：！？“”（）¶ 是要", "一是", "二是", "三是", "四是", "一要", "二要", "三要",
    "首先，", "其次，", "再次，", "最后，", "第一，", "第二，", "第三，", "第一类", "第二类", "第三件事", "其一，",
    "其二，", "一则", "二来", "三曰", "一靠", "二看", "三听", "一方面", "另一方面", "一个是", "另一种是", "一、",
    "二、", "三、", "（一）", "（二）", "（3）", "1.", "2.", "①", "②", "有四个方面：", "我提三点建议。",
    "两种情况，", "以上三点，", "这两个问题", "10个方面", "抓好工作。", "先学后改", "First, ", "Second, ",
    "The first is ", "three points: ",
]  # fmt: skip


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40), language=st.sampled_from(["zh-CN", "en"]))
def test_items_in_any_order_are_read_and_each_is_in_one_list(pieces: list[str], language: str) -> None:
    text = "".join(pieces).replace("¶", "\n")
    one = Draft(speech_of((BODY + text).encode(), ".txt", "s.txt")._replace(language=language))
    items = [item.start for each in numbered_lists(one) for item in each.items]
    assert len(items) == len(set(items))
    assert all(each.items == sorted(each.items, key=lambda item: item.start) for each in numbered_lists(one))
    for code in ("count", "ordinal"):
        places = [(found.start, found.end) for found in RULES[code].find(one, Facts())]
        assert all(0 <= start < end <= len(one.text) for start, end in places)
        assert len(places) == len(set(places))
