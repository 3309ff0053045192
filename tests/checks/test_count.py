"""count: announced numbers that differ from their list; numbers of anything else are not reported."""

from __future__ import annotations

from decimal import Decimal

import pytest

from speechgen.checks.facts import Facts

from .rules import findings, found

TWO = "¶一是学习。学得深。¶二是整改。改得实。"
THREE = f"{TWO}¶三是作风。抓得长。"
SECTIONS = "¶一、成绩¶成绩很大。¶二、问题¶问题不少。¶三、要求¶要求很高。"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我们感到有四个方面的特点：一是深，二是实，三是长。", ["四个方面"]),
        ("有四个特点，一是深，二是实，三是长。", ["四个特点"]),
        ("有四个方面的变化。一是快了，二是实了，三是好了。", ["四个方面"]),
        ("这里有三个变化尤其可贵。一是快了，二是实了。", ["三个变化"]),
        ("问题出在四个环节：第一，学；第二，改；第三，督。", ["四个环节"]),
        ("由此得到的教训有三个方面。一方面，学得浅。另一方面，改得慢。", ["三个方面"]),
        ("要抓好五项措施：一是学；二是改；三是督；四是评。", ["五项"]),
        ("当前有三大任务：一是稳，二是进，三是改，四是防。", ["三大任务"]),
        ("概括起来是两句话：一是学，二是改，三是干。", ["两句话"]),
        ("重点抓四件事：首先，学；其次，改；最后，干。", ["四件事"]),
        ("要处理好四对关系：一是破与立，二是点与面，三是近与远。", ["四对"]),
        ("经验有三条：其一，学；其二，改；其三，督；其四，评。", ["三条"]),
        ("靠的是四条：一靠学，二靠改，三靠干。", ["四条"]),
        ("只做四件事：一看防火，二问收成，三听牢骚。", ["四件事"]),
        ("具体办法有四：一查用电，二查纳税，三查用工。", ["四"]),
        ("老百姓有四盼：一盼路通，二盼水清，三盼灯亮。", ["四盼"]),
        ("情况分为四类：第一类，好；第二类，中；第三类，差。", ["四类"]),
        ("有三种情况：一种是好，另一种是差。", ["三种"]),
        ("有两层意思：第一层，学；第二层，改；第三层，干。", ["两层"]),
        ("需要把握好三点：①学；②改。", ["三点"]),
        ("需要把握好三点：（1）学；（2）改；（3）督；（4）评。", ["三点"]),
        ("措施有三条：一、学；二、改。", ["三条"]),
        ("要做到4个方面：一是学，二是改，三是干。", ["4个方面"]),
        ("会前主要做了3件事。¶一是学。¶二是改。", ["3件事"]),
        (
            "要在十二个方面下功夫：一是甲，二是乙，三是丙，四是丁，五是戊，六是己，七是庚，八是辛，九是壬，十是癸。",
            ["十二个方面"],
        ),
        (f"我们感到有四个方面的特点。{THREE}", ["四个方面"]),
        (f"我们感到有四个方面的特点给我们留下了很深的印象。{THREE}", ["四个方面"]),
        (f"问题集中在四个方面，需要引起重视。{THREE}", ["四个方面"]),
        (f"我提两点建议，与大家共勉。{THREE}", ["两点"]),
        (f"我提两点建议，供参考。说得不对的地方，请批评。{THREE}", ["两点"]),
        (f"概括起来，有四个问题需要重视，其中两个是大家自己提出来的。{THREE}", ["四个问题"]),
        (f"县委对此提出四点要求。{THREE}", ["四点"]),
        ("我讲四句话。¶第一句话，学。¶第二句话，改。¶第三句话，干。", ["四句话"]),
        ("片子里剖析了四起案件，我逐一说几句。¶第一起，受贿案。¶第二起，失职案。¶第三起，泄密案。", ["四起"]),
        (f"二、四点建议{THREE}", ["四点"]),
        ("三、抓好五项工作¶（一）学。要学。¶（二）改。要改。¶（三）干。要干。", ["五项"]),
        (f"二、再讲四条道理¶我琢磨了一路，觉得有这么三条。{THREE}", ["四条"]),
        (f"下面，我讲两个方面的意见。{SECTIONS}", ["两个方面"]),
        (f"下面，我就活动情况谈两点意见：{SECTIONS}", ["两点"]),
        (f"今天我讲四个问题：成绩怎么看，问题怎么找，今后怎么办。{SECTIONS}", ["四个问题"]),
        (f"今天的反馈分四个部分：成绩怎么看，问题怎么找，今后怎么办。{SECTIONS}", ["四个部分"]),
        (f"一年来的工作，概括起来是四句话。{SECTIONS}", ["四句话"]),
        (f"全年的工作，归纳起来，主要有两个方面，向大家汇报。{SECTIONS}", ["两个方面"]),
        (f"存在的问题，梳理下来是四个方面、九种表现。{SECTIONS}", ["四个方面"]),
        (f"主要做法，可以归纳为四条。{SECTIONS}", ["四条"]),
        ("班子查摆的问题主要有3个方面。一是学。二是改。三是干。四是督。", ["3个方面"]),
        ("我只提四个建议。¶第一个建议，学。¶第二个建议，改。¶第三个建议，干。¶还有一点要提醒。", ["四个建议"]),
        (f"一、成绩¶很大。¶二、要求{THREE}¶以上四点，请抓好落实。", ["四点"]),
        (f"{THREE[1:]}¶以上四点，请大家抓好落实。", ["四点"]),
        (f"{THREE[1:]}¶上述两个方面，请大家抓好落实。", ["两个方面"]),
        (f"{THREE[1:]}¶这四条，条条都要落实。", ["四条"]),
        ("做法是：一是学，二是改，三是干。以上两点，要记牢。", ["两点"]),
        ("一是学习。存在三个问题：一是慢；二是散。¶二是整改。改得好。", ["三个问题"]),
        ("我讲两点意见。¶一要学。要做好三项工作：一是读；二是谈。¶二要改。", ["三项"]),
        ("存在两个问题。一是学得慢，有两个原因，一是人少，二是事多，三是钱紧；二是改得慢。", ["两个原因"]),
        ("树立四个理念，以更大合力，促进发展。一是创新理念，二是服务理念，三是法治理念。", ["四个理念"]),
        ("强化“四种意识”。一要有大局意识，二要有责任意识，三要有服务意识。", ["四种"]),
        ("我们着力“三抓”推进。¶一抓组织。好。¶二抓队伍。好。¶三抓阵地。好。¶四抓项目。好。", ["三抓"]),
        ("全面推行“四抓”。一抓学习，二抓整改，三抓作风。", ["四抓"]),
        ("周青、林松、何平等两名同志受到表彰。", ["两名同志"]),
        ("There are three findings: first, time; second, money.", ["three findings"]),
        ("The panel makes four recommendations.¶1. Keep it open.¶2. Hold reviews.¶3. Share.", ["four recommendations"]),
        ("Three findings stand out.¶First, time is short.¶Second, money is shorter.", ["Three findings"]),
    ],
)
def test_a_number_that_differs_from_its_list_is_an_error(text: str, words: list[str]) -> None:
    assert found("count", text) == words
    assert {finding.severity for finding in findings("count", text)} == {None}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("有两个原因：一是认识不到位。", ["两个原因"]),
        ("会后有两项工作要抓紧。另一项是，把名单报上来。", ["两项"]),
        ("青石镇、白水镇、柳林乡、河口乡三个乡镇抓得紧。", ["三个乡镇"]),
    ],
)
def test_an_uncertain_case_is_a_warning(text: str, words: list[str]) -> None:
    assert found("count", text) == words
    assert {finding.severity for finding in findings("count", text)} == {"warning"}


def test_the_message_has_the_items_of_the_list() -> None:
    too_many, too_few = (
        findings("count", "有四个方面：一是深，二是实，三是长。"),
        findings("count", "有两点：一是深，二是实，三是长。"),
    )
    assert [each.message for each in too_many] == ["四个方面 is followed by a list of 3 items: 一是, 二是, 三是"]
    assert [each.fix for each in too_many] == ["correct the number, or add the missing items"]
    assert [each.fix for each in too_few] == ["correct the number, or remove the extra items"]
    assert {each.replacement for each in too_many + too_few} == {None}
    back = findings("count", f"{THREE[1:]}¶以上四点，请大家抓好落实。")
    assert [each.message for each in back] == ["四点 is preceded by a list of 3 items: 一是, 二是, 三是"]


@pytest.mark.parametrize(
    "text",
    [
        f"我们感到有三个方面的特点。{THREE}¶这三个方面，值得珍惜。",
        f"下面，我讲三个方面的意见。{SECTIONS}",
        f"一年来的工作，概括起来是三句话。{SECTIONS}",
        f"存在的问题，归纳起来是三个方面、九种表现。{SECTIONS}",
        f"归纳起来是一个目标、两个抓手、五项重点。{SECTIONS}",
        f"老校长的办学经验，概括起来是两句话。我体会很深。{SECTIONS}",
        "我提三个建议。¶第一个建议，学。¶第二个建议，改。¶还有一个建议，干。",
        f"我讲三点。¶一、成绩¶很大。¶二、问题¶不少。¶三、要求{TWO}¶以上三点，请抓好落实。",
        "强化“三种意识”。一要有大局意识，二要有责任意识，三要有服务意识。",
        "学习“四个意识”的论述。一是大局意识树得牢，二是核心意识树得牢。",
        "青石镇、白水镇、柳林乡和河口乡四个乡镇抓得紧，青石镇、白水镇、柳林乡等九个乡镇报了方案。",
        "做好动员部署、学习教育，查摆问题、开展批评，整改落实、建章立制三个环节的工作。",
        "以机关、学校、村组为代表的三位一体格局已经形成。",
        f"我讲三点，前两点是要求，第三点是希望。{THREE}",
        "一是学习。存在两个问题：一是慢；二是散。¶二是整改。要做到三个到位：一要人到，二要心到，三要手到。",
        "存在三个问题。一是学得慢，有两个原因，一是人少，二是事多；二是改得慢；三是干得慢。",
        "三个环节环环相扣。有三个问题：一是慢，二是散，再一个就是软。",
        "主要有三点：第一，学得慢。第二，改得慢。最后一点，报得慢。",
        "我提三点要求：第一，要学。第二，要改。最后，要干。",
        "我提三点建议。¶首先，学。¶其次，改。¶再次，干。¶最后，祝大家新年快乐！",
        "一方面，有三个村没有动静；另一方面，有两个村走在前头。",
        "班子里有两类同志：一类是新来的，一类是老同志。",
        "大家提了三条意见，两条是关于作风的，一条是关于学习的。",
        "我们组有四个人：一个是老张，三个是新来的。",
        "We saw the three groups. First, the young; second, the old.",
        "In five days the six members met staff. First, we looked; second, we asked.",
    ],
)
def test_correct_numbers_are_not_reported(text: str) -> None:
    assert found("count", text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"刚才，王书记总结了六点经验，我完全赞成。{THREE}",
        "他归纳的六点体会，我都赞成。一是实，二是新。",
        "县委提出的三条措施要落实好。一是抓学习，二是抓整改。",
        "刚才，李局长讲了四点意见。下面，我讲三个问题。" + SECTIONS,
        f"下面，请李局长讲四点要求。{SECTIONS}",
        "要贯彻“八项重要任务”：一是抓学习，二是抓整改。",
        "要落实中央八项规定精神。一是精简会议，二是压缩经费。",
        "要增强四个意识、坚定四个自信、做到两个维护。一是抓学习，二是抓整改，三是抓作风。",
        "要践行“三严三实”，统筹“五位一体”。一是抓学习，二是抓整改。",
        "我们走访了三个乡镇、五个村，同六名同志谈了话。一是看现场，二是听意见。",
        "两级书记都要上手。一是带头学，二是带头改，三是带头干。",
        "用三个月时间检查了四个单位。一是查账目，二是查制度。",
        "十个方面的工作都有进步。一是抓得紧，二是抓得实。",
        "共发现问题29个，其中三个比较突出。一是慢，二是散。",
        "共查出8个问题。一是慢，二是散，三是软。",
        "共发现八个问题，主要有：一是学习不够，二是整改不实。",
        "去年我们制定了十二条措施。一是精简会议，二是压缩经费。",
        "今年就是：一个目标、两个抓手、三项重点、四个保障。一是盯紧目标，二是用好抓手。",
        "要推动三个转变，实现两个提升。一是理念变，二是方法变，三是作风变。",
        f"为此，要处理好两个关系。{SECTIONS}",
        f"要坚持两个导向：问题导向、目标导向。{SECTIONS}",
        "一、四项任务经受了检验，成效应当肯定¶（一）学习好。¶（二）整改好。",
        "第三点建议是：一是学，二是改。",
        "从1个点发展到3.5个点，一是快，二是稳。",
        "以上四点，请大家抓好落实。",
        "这三项制度，每一项都写明了责任。",
        "今天我讲四点意见，大家边听边想。我们先看看成绩。",
    ],
)
def test_numbers_of_anything_else_are_not_reported(text: str) -> None:
    assert found("count", text) == []


KNOWN = Facts()._replace(
    numbers={"host.lessons": Decimal(6), "host.measures": Decimal(3), "central_speech.experiences": Decimal(6)},
    titles={
        "host.lessons": "总结里讲了几点经验",
        "host.measures": "总结最后提出了几条深化运用成果的措施",
        "central_speech.experiences": "讲话总结的基本经验有几条",
    },
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("陈志远同志总结的五点经验，句句都是心里话。", ["五点"]),
        ("特别是他最后提出的两条措施，是管用的。", ["两条"]),
        ("习近平总书记在讲话中归纳出“五条基本经验”。", ["五条"]),
        ("陈志远同志总结的六点经验，句句都是心里话。", []),
        ("习近平总书记在讲话中归纳出“六条基本经验”。", []),
        ("省里介绍的五点体会，值得学习。", []),  # no title in the unit file matches 体会
        ("习近平总书记总结的五点经验，要学深悟透。", []),  # the title is about another speaker
        ("我们有两条措施：一是学，二是改。", []),
    ],
)
def test_numbers_in_other_peoples_words_are_compared_with_the_unit_file(text: str, words: list[str]) -> None:
    assert found("count", text, KNOWN) == words
    assert found("count", text) == []


def test_the_message_has_the_number_and_path_in_the_unit_file() -> None:
    [finding] = findings("count", "陈志远同志总结的五点经验，句句都是心里话。", KNOWN)
    assert finding.message == "五点经验 is 6 in the unit file (host.lessons)"
    assert finding.fix == "correct the speech or the unit file"
