"""fixed-phrase: set phrases, names and words in a wrong form are found and fixed; what is right is left alone."""

from __future__ import annotations

import pytest
from pypinyin import Style, pinyin

from speechgen.checks.facts import Facts, OwnPhrase
from speechgen.checks.rules import RULES
from speechgen.checks.rules.phrases.entries import set_phrases, wrong_forms
from speechgen.checks.rules.phrases.finder import PhraseFinder
from speechgen.checks.rules.phrases.near_forms import alike
from speechgen.checks.rules.phrases.set_terms import sounding_like_set_terms
from speechgen.checks.tables import pairs, rows, word_list

from .rules import facts, findings, fixed, found

CODE = "fixed-phrase"
WRONG = wrong_forms(())
ALSO_RIGHT = {*word_list("phrases/also_right")}
TITLES = [title for table in ("laws", "regulations", "party_rules") for title in word_list(f"phrases/{table}")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("以习近平新时代中国特色思想为指导。", "以习近平新时代中国特色社会主义思想为指导。"),
        ("以习近平中国特色社会主义思想为指导。", "以习近平新时代中国特色社会主义思想为指导。"),
        ("以习近平新时期中国特色社会主义思想为指导。", "以习近平新时代中国特色社会主义思想为指导。"),  # in the table
        ("以习近平新时代中国特色社会注意思想为指导。", "以习近平新时代中国特色社会主义思想为指导。"),
        ("以习近平新时代中国特色社会主义理论为指导。", "以习近平新时代中国特色社会主义思想为指导。"),
        ("坚持以习近平总书记为核心的党中央。", "坚持以习近平同志为核心的党中央。"),
        ("坚定“四个意识”，做到‘四个自信’。", "增强“四个意识”，坚定‘四个自信’。"),
        ("增强两个维护，深刻把握“两个确立”的决定意义。", "做到两个维护，深刻把握“两个确立”的决定性意义。"),
        ("统筹推进“四个全面”战略布局。", "协调推进“四个全面”战略布局。"),
        ("围绕“五位一体”战略布局来抓。", "围绕“五位一体”总体布局来抓。"),
        ("要正衣冠、照镜子、洗洗澡、治治病。", "要照镜子、正衣冠、洗洗澡、治治病。"),
        ("加强党风廉洁建设。", "加强党风廉政建设。"),
        ("党的十九大六中全会以来。", "党的十九届六中全会以来。"),
        ("中国共产党第二十届全国代表大会。", "中国共产党第二十次全国代表大会。"),
        ("第十四次全国人民代表大会。", "第十四届全国人民代表大会。"),
        ("第十四届全国人民代表大会第二次全会。", "第十四届全国人民代表大会第二次会议。"),
        ("中国共产党第二十次中央委员会。", "中国共产党第二十届中央委员会。"),
        ("落实中央六项规定，践行三严三省。", "落实中央八项规定，践行三严三实。"),
        ("自由、平等、公正、法制，爱国、敬业、守信、友善。", "自由、平等、公正、法治，爱国、敬业、诚信、友善。"),
        ("三重两大事项，享乐主义和奢侈之风。", "三重一大事项，享乐主义和奢靡之风。"),
        ("住房与城乡建设局、纪检检察组来了。", "住房和城乡建设局、纪检监察组来了。"),
        ("按《中华人民共和国劳动和同法》办。", "按《中华人民共和国劳动合同法》办。"),
        ("要立说力行、厉兵抹马、遮遮俺俺、举足重轻。", "要立说立行、厉兵秣马、遮遮掩掩、举足轻重。"),
        ("做好聘用合同签定、防犯风险。", "做好聘用合同签订、防范风险。"),
        ("Please recieve this with baited breath.", "Please receive this with bated breath."),
        ("We should of known. Should of we said so?", "We should have known. Should have we said so?"),
    ],
)
def test_what_is_certain_is_an_error_and_fixed(before: str, after: str) -> None:
    assert {finding.severity for finding in findings(CODE, before)} == {None}
    assert fixed(CODE, before) == after
    assert found(CODE, after) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("学习近平总书记重要讲话。", "学习习近平总书记重要讲话。"),
        ("认真学习近平新时代中国特色社会主义思想。", "认真学习习近平新时代中国特色社会主义思想。"),
        ("贯彻近平总书记指示。", "贯彻习近平总书记指示。"),
        ("以习习近平同志为核心。", "以习近平同志为核心。"),
        ("学习习习近平总书记讲话。", "学习习近平总书记讲话。"),
        ("习进平总书记、习近乎同志、习近总书记、刁近平主席。", "习近平总书记、习近平同志、习近平总书记、习近平主席。"),
    ],
)
def test_the_general_secretary_has_one_name(before: str, after: str) -> None:
    assert fixed(CODE, before) == after
    assert found(CODE, after) == []
    assert found("near-name", before) == []  # one rule reports it


@pytest.mark.parametrize(
    "text",
    [
        "学习习近平总书记讲话，带头领学习近平总书记重要论述，他是我的大学同学习近平在回忆。",
        "附近平房多，最近平均价格涨了，在习近平平时的要求里。",
        "新时代中国特色社会主义思想、习近平法治思想、习近平生态文明思想。",
        "习近平新时代中国特色社会主义经济思想。",
        "全面从严治党、全面从严治警、全面从严治校。",
        "实现中华民族的伟大复兴，稳中求进的工作总基调，稳中求进为工作总基调，实施乡村振兴大战略。",
        "践行“四个意识”、践行“两个维护”，拥护“两个确立”，形式主义和官僚主义。",
        "做“两个确立”的坚定拥护者、“两个维护”的示范引领者。",
        "党的二十大和二十届三中全会，十四届全国人大三次会议，党的十八大、十九大。",
        "《纪律处分条例》《中国共产党支部工作条例（试行）》《清江市物业管理条例》《清江市养犬管理条例》。",
        "严以修身、严以用权、严以律己，谋事要实、创业要实、做人要实。",
        "标签定制、自己经历、规模排第一、来自已有的经验、地震兴起的地方、补充份额。",
        "企业间的竞争又是人才的竞争，应当适用新规定，政策制订以后再说。",
        "中国共产党第二十届中央委员会，第二十届中央纪委。",
        "信心凝聚力量，各行业各单位，勠力同心，坚韧不拔，共渡难关，度过难关。",
        "抓党建、树新风，一级带着一级干。",
        "The deep-seated issue is one of them.",
        "摔倒了就坐一会儿，累了就坐两分钟，有事就坐公交去，开完会就坐回车间。",
    ],
)
def test_what_is_right_is_not_reported(text: str) -> None:
    assert found(CODE, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("维护劳动者的合法权力。", ["合法权力"]),
        ("增强“四个自信”。", ["增强“四个自信”"]),
        ("打造“贵人服务·一视铜仁”品牌。", ["一视铜仁"]),
        ("按《党政领导干部选拔任用条例》办。", ["党政领导干部选拔任用条例"]),
        ("经济成份、份内之事。", ["成份", "份内"]),
        ("稳中快进工作总基调，为民务实廉。", ["稳中快进工作总基调", "为民务实廉"]),
        ("政治意识、大局意识、看齐意识。", ["政治意识、大局意识、看齐意识"]),
        ("排查安全引患，改善生态环竞。", ["安全引患", "生态环竞"]),
        ("要把握工作条理的要求，激发市场获利。", ["工作条理", "市场获利"]),
    ],
)
def test_what_may_be_right_is_a_warning_without_a_replacement(text: str, words: list[str]) -> None:
    assert found(CODE, text) == words
    assert {(finding.severity, finding.replacement) for finding in findings(CODE, text)} == {("warning", None)}


@pytest.mark.parametrize("unit", ["unit: {name: 清江市签定服务中心}", "people: [{name: 陈立竿, post: 局长}]"])
def test_names_in_the_unit_file_are_left_alone(unit: str) -> None:
    assert found(CODE, "清江市签定服务中心开了会。" if "签定" in unit else "局长陈立竿见影子长。", unit) == []


def test_a_name_in_the_unit_file_does_not_hide_what_is_wrong_around_it() -> None:
    unit = "central_speech: {speaker: 习近平总书记}\npeople: [{name: 习近平, post: 总书记}]"
    text = "学习近平总书记讲话，以习近平新时代特色社会主义思想为指导。"
    assert found(CODE, text, unit) == ["学习近平", "习近平新时代特色社会主义思想"]


def test_a_term_with_a_word_beside_it_that_sounds_like_another_is_left_alone() -> None:
    assert found(CODE, "当前经济形式多样。") == []  # 形式多样 is a term too
    assert found(CODE, "要管好资源环竞争取上级支持。") == []  # 竞争 is a word


def test_names_that_sound_like_a_set_term_are_left_alone() -> None:
    assert found(CODE, "清江市生态环竞中心来了。") == ["生态环竞"]
    assert found(CODE, "清江市生态环竞中心来了。", "unit: {name: 清江市生态环竞中心}") == []


def test_no_set_term_is_reported_itself() -> None:
    terms = [
        first + seconds[at : at + 2]
        for first, seconds in rows("phrases/set_terms")
        for at in range(0, len(seconds) if seconds != "-" else 0, 2)
    ]
    assert len(terms) > 19_000
    assert [found.right for found in sounding_like_set_terms("\n".join(terms))] == []


def test_set_terms_are_of_two_words_of_two_characters() -> None:
    firsts = {first for first, _ in rows("phrases/set_terms")}
    assert {len(first) for first in firsts} == {2}
    for first, seconds in rows("phrases/set_terms"):
        words = [seconds[at : at + 2] for at in range(0, len(seconds), 2)] if seconds != "-" else []
        assert len(set(words)) == len(words), first
        assert {*words} <= firsts, first  # each word is in the table, for its sound


def test_each_character_has_its_usual_reading_once() -> None:
    read = [(syllable, character) for syllable, characters in rows("phrases/readings") for character in characters]
    assert len({character for _, character in read}) == len(read) > 4000
    assert [each for each in read if each[0] not in pinyin(each[1], style=Style.NORMAL, heteronym=True)[0]] == []


@pytest.mark.parametrize(
    ("meeting", "text", "reported"),
    [
        ("2024-05-06", "请县国土资源局牵头。", ["国土资源局"]),
        ("2024-05-06", "请国家卫生和计划生育委员会指导。", ["国家卫生和计划生育委员会"]),
        ("2018-05-06", "请县国土资源局牵头。", []),
        ("2019-12-06", "请县国土资源局牵头。", []),  # the reform is less than a year ago
        ("2024-05-06", "原县国土资源局的同志来了。2016年，环境保护部来过。县生态环境保护局、环境保护部门在场。", []),
        ("2024-05-06", "《国土资源部关于土地的意见》。", []),
    ],
)
def test_offices_that_a_reform_has_abolished_are_a_warning(meeting: str, text: str, reported: list[str]) -> None:
    unit = f"dates: {{meeting: {meeting}}}"
    assert found(CODE, text, unit) == reported
    assert {finding.severity for finding in findings(CODE, text, unit)} <= {"warning"}
    assert found(CODE, text) == []  # without a day nothing is known


def test_an_abolished_office_in_the_unit_file_is_left_alone() -> None:
    unit = "dates: {meeting: 2024-05-06}\nunit: {name: 清江县国土资源局}"
    assert found(CODE, "清江县国土资源局的同志们。", unit) == []


def test_the_manual_page_says_how_many_words_the_tables_have() -> None:
    terms = sum(len(seconds) // 2 for _, seconds in rows("phrases/set_terms") if seconds != "-")
    page = " ".join(RULES[CODE].page.split())
    assert f"in {terms // 100 * 100:,} set terms" in page
    assert f"{len(rows('phrases/misspellings')) // 100 * 100:,} words that are often mistyped" in page
    assert f"In {len(word_list('phrases/idioms')) // 100 * 100:,} idioms" in page
    assert f"titles of {len(TITLES) // 10 * 10} laws" in page


def test_every_listed_wrong_form_is_found_and_its_right_form_is_not() -> None:
    assert len(WRONG) > 1400
    text = {written: f"他说，{written}，这里要改。" for written in WRONG}
    assert [written for written, said in text.items() if not found(CODE, said)] == []
    right = sorted({each.right for each in WRONG.values()} | {*set_phrases(())})
    assert [words for words in right if found(CODE, f"他说，{words}，没有错。")] == []


def test_every_phrase_that_has_a_wrong_form_and_is_right_is_left_alone() -> None:
    for written, entry in WRONG.items():
        for phrase in entry.unless.split() if entry.unless != "-" else ():
            assert written in phrase
            reported = found(CODE, f"他说{phrase}。")
            assert written not in reported, (written, phrase)


def test_every_title_is_right_and_one_word_less_is_reported() -> None:
    assert [title for title in TITLES if found(CODE, f"按照《{title}》办。")] == []
    assert len(TITLES) > 400
    assert found(CODE, "《中国共产党纪律处份条例》") == ["中国共产党纪律处份条例"]
    assert found(CODE, "《中国共产党党内监督工作条例》") == ["中国共产党党内监督工作条例"]


def test_every_idiom_is_found_with_a_character_that_sounds_alike() -> None:
    sounding: dict[str, str] = {}
    for line in pairs("phrases/syllables").values():
        for character in line:
            sounding.setdefault(character, line)
    for idiom in word_list("phrases/idioms"):
        assert len(idiom) == 4, idiom
        for at, character in enumerate(idiom):
            other = next((each for each in sounding[character] if each not in idiom), None)
            written = f"{idiom[:at]}{other}{idiom[at + 1 :]}"
            if other and written not in ALSO_RIGHT | set(set_phrases(())):
                assert found(CODE, f"他说，{written}。"), written


def test_the_sounds_are_those_of_pypinyin() -> None:
    for syllable, characters in rows("phrases/syllables"):
        for character in characters:
            assert syllable in pinyin(character, style=Style.NORMAL, heteronym=True)[0], character


def test_lookalikes_are_alike_and_others_are_not() -> None:
    for group in word_list("phrases/lookalikes"):
        assert all(alike(group[0], other) for other in group[1:]), group
    assert not alike("铁", "花")


def test_a_workspace_adds_phrases() -> None:
    own = (
        OwnPhrase("清江先锋行动", ("清江先峰行动",), ("清江先峰行动队",)),
        OwnPhrase("青石湾流域生态补偿"),
        OwnPhrase("民族成份登记表"),
        OwnPhrase("签定"),
    )
    known = Facts(phrases=own)
    assert found(CODE, "清江先峰行动开始了，清江先峰行动队也来了。", known) == ["清江先峰行动"]
    assert found(CODE, "青石湾流域生态补尝、青石湾流域生态补偿。", known) == ["青石湾流域生态补尝"]
    assert found(CODE, "签定协议，严于律已。", known) == ["严于律已"]
    assert found(CODE, "清江先峰行动开始了。", facts("")) == []


def test_the_first_speech_of_a_run_is_read_like_the_others() -> None:
    own = (OwnPhrase("清江先锋行动", ("清江先峰行动",)), OwnPhrase("学、查、改"), OwnPhrase("青石湾流域生态补偿"))
    phrases = [*WRONG, *set_phrases(()), *(idiom[::-1] for idiom in word_list("phrases/idioms")), "先锋清江先峰行动"]
    phrases += [phrase[:2] + phrase[3:] for phrase in set_phrases(())] + ["查、学、改", "学、改", "青石湾流域生态补尝"]
    assert len(phrases) > 4000
    later = PhraseFinder(own)
    total = 0
    for at in range(0, len(phrases), 40):
        text = "他说，" + "；".join(phrases[at : at + 40]) + "。"
        matches = list(later.find(text))
        assert list(PhraseFinder(own).find(text)) == matches
        total += len(matches)
    assert total > 1500


def test_a_long_first_speech_is_read_like_the_others() -> None:
    text = "要抓好落实。" * 4000 + "他说严于律已，要照镜子、正衣冠、治治病、洗洗澡。"
    assert [text[each.start : each.end] for each in PhraseFinder().find(text)] == [
        "严于律已",
        "照镜子、正衣冠、治治病、洗洗澡",
    ]
