"""Set phrases in a wrong form, and phrases that are said once in another form: `fixed-phrase`, `variant`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from benchmarks.injections.clean import Clean
from benchmarks.injections.injected import Inject, Injected, Kinds, added, places, put, shuffled

# Words of speeches, and what is typed for them.
_TYPED_FOR = {
    "贯彻落实": "贯切落实",
    "以身作则": "以身做则",
    "部署": "布署",
    "再接再厉": "再接再励",
    "卓有成效": "卓有成校",
    "脚踏实地": "脚踏实底",
    "持之以恒": "持之以衡",
    "一如既往": "一如继往",
    "融会贯通": "融汇贯通",
    "举一反三": "举一返三",
    "实事求是": "实是求是",
    "廉洁自律": "廉洁自率",
    "查漏补缺": "查漏补却",
    "真抓实干": "真抓实感",
    "坚持不懈": "坚持不屑",
    "齐抓共管": "齐抓共营",
    "统筹兼顾": "统筹兼故",
    "求真务实": "求真务时",
}
_MISTYPED = (
    "要时刻绷紧安全这根玄，决不能掉以轻心。",
    "对反映的问题，要按步就班地办，不要一轰而上。",
    "领导干部要身先士足，做到令行静止。",
    "大家反应热烈，都说这次学习受益非浅。",
    "成绩来之不意，要备加珍惜。",
    "对苗头性问题，要防微杜建、未雨稠缪。",
    "要发扬不怕吃苦的精神，决不能好高骛远、急功进利。",
    "会议纪录要及时归档。",
    "工作中不能顾此失比，更不能张官李戴。",
    "这项制度要一以惯之地坚持下去。",
    "要迎难而上，破斧沉舟，务求必胜。",
    "要敢于直面问题，不能讳疾忌衣。",
    "对典型案例要深刻剖析，引以为介。",
    "各单位要各施其职、各负其责。",
    "走马观花、浮光略影式的检查要不得。",
    "双方鉴定了责任书，任务落实到人。",
    "要坚决克服松劲懈殆的情绪。",
    "要把群众的呼声当作第一信号，急群众之所及。",
)
_FORMULAS = (
    "要深刻领悟“两个确立”的决定意义。",
    "要增强“四个自信”，坚定“四个意识”，做到“两个维护”。",
    "要坚持以习近平中国特色社会主义思想为指导。",
    "要全面贯彻习近平新时代中国特色社会主义理论。",
    "要严守政治纪律和政治规距。",
    "要按照“照镜子、正衣冠、治治病、洗洗澡”的总要求抓好整改。",
    "要自觉践行“三严三时”。",
    "要弘扬伟大建党精神，铭记“不忘使命、牢记初心”。",
    "要坚持科学执政、民主执政、依法从政。",
    "要贯彻创新、协调、绿色、开放、共建的新发展理念。",
    "要统筹推进“五位一体”总体布局，协调推进“四个全面”总体布局。",
)
_LEADER = (
    "要认真学习近平总书记的重要讲话精神。",
    "要深入贯彻近平总书记的重要指示。",
    "要更加紧密地团结在以习习近平同志为核心的党中央周围。",
    "习近总书记强调，作风建设永远在路上。",
    "要坚决落实习平总书记的要求。",
)
_CONGRESSES = (
    "要认真学习贯彻党的二十大三中全会精神。",
    "中国共产党第二十届全国代表大会描绘了蓝图。",
    "要深入贯彻党的十九次六中全会精神。",
    "第十四次全国人大一次会议选出了新的领导人员。",
)
_TITLES = (
    "违反《中国共产党纪律处理条例》的，要严肃处理。",
    "要对照《关于新形势下党内政治生活若干准则》查找差距。",
    "要学好《中国共产党廉洁自律规则》。",
    "选人用人要遵守《党政领导干部选拔聘用工作条例》。",
)
# A word that an input method gives for another that sounds the same.
_SOUNDING = (
    "要压实安全生产主体则任，把隐患排查到位。",
    "各级各部门要通筹推进，确保圆满完成全年任务。",
    "要持续优化营商环竟，让企业安心发展。",
    "会议由分管副县长主恃，各乡镇主要负责同志参加。",
    "要坚持文题导向，把整改落实到位。",
    "要加快产业转形，推动高质量发展。",
    "干部要深入基成，倾听群众呼声。",
    "要健全长效机治，防止问题反弹。",
    "要抓好重点工做，补齐民生短板。",
    "认真履行只责，做到守土有责。",
    "要强化宗旨意试，办好民生实事。",
    "全面提升服务水评，让群众满意。",
)
_OFFICES = (
    "请县人力资源与社会保障局牵头办理。",
    "市发展与改革委员会要做好项目储备。",
    "这件事请县农业与农村局会同办理。",
    "县退役军人事物局要跟进服务。",
)
# Offices with other names since the reforms of 2018 and 2019.
_FORMER = (
    "请市国土资源局做好用地保障。",
    "这项工作由市环境保护局负责督促。",
    "请卫生和计划生育委员会配合。",
)
_REFORMED = 2020  # the first year in which the old names are certainly wrong
_IN_ENGLISH = (
    "The committee should of acted sooner.",
    "They did it for all intensive purposes.",
    "We waited with baited breath for the results.",
    "The college must tow the line.",
    "The panel could care less about the format, and made due with little.",
)
_WRONG_DAYS = (
    "党的二十大于2022年10月26日在北京开幕。",
    "党的十九大于2017年11月18日在北京召开。",
    "2012年10月8日，党的十八大在北京开幕。",
    "党的二十届三中全会于2024年7月5日至8日召开。",
    "党的十八届三中全会于2013年12月9日至12日在北京召开。",
)
# Three sentences with a phrase, and one with another word or another order.
_SAID_OTHERWISE = (
    (
        "要打响幸福清江便民服务品牌。今年推出幸福清江便民服务品牌。明年擦亮幸福清江便民服务品牌。",
        "群众认得幸福清江惠民服务品牌。",
    ),
    (
        "全面开展水源地保护专项行动。持续推进水源地保护专项行动。认真总结水源地保护专项行动。",
        "支持水源地保护专项活动。",
    ),
    (
        "坚持党员干部带头示范做法。推广党员干部带头示范做法。宣传党员干部带头示范做法。",
        "完善党员干部率先示范做法。",
    ),
    ("要用好村民议事会制度。要建好村民议事会制度。要管好村民议事会制度。", "还要看好村民理事会制度。"),
    ("建设区域一流的现代化港口。打造区域一流的现代化港口。服务区域一流的现代化港口。", "瞄准区域一流的现代化港湾。"),
    ("推进清廉机关创建工作。深化清廉机关创建工作。评议清廉机关创建工作。", "总结清廉机关创优工作。"),
    ("弘扬求真务实优良作风。传承求真务实优良作风。倡导求真务实优良作风。", "坚守务实求真优良作风。"),
)


def _typed_instead(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Words of the speech with another character."""
    for word in shuffled(rng, list(_TYPED_FOR)):
        for at in places(clean.text, word)[:1]:
            yield put(clean, at, at + len(word), _TYPED_FOR[word])


def _sentences(sentences: Sequence[str]) -> Inject:
    """Each of these sentences in a Chinese speech."""

    def inject(clean: Clean, rng: Random) -> Iterator[Injected]:
        if clean.is_chinese:
            yield from added(clean, rng, sentences, also=("near-name", "date", "repeat"))

    return inject


def _said_otherwise(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A phrase that the speech has three times, and once with another word."""
    if clean.is_chinese and clean.template is None:
        yield from added(clean, rng, ["".join(each) for each in _SAID_OTHERWISE])


def _former(clean: Clean, rng: Random) -> Iterator[Injected]:
    """Offices under a name that they no longer have on the day of the meeting."""
    if clean.is_chinese and clean.facts.meeting is not None and clean.facts.meeting.year > _REFORMED:
        yield from added(clean, rng, _FORMER)


def _english(clean: Clean, rng: Random) -> Iterator[Injected]:
    """English phrases that are written as they sound."""
    if not clean.is_chinese:
        yield from added(clean, rng, _IN_ENGLISH)


def _stated_day(clean: Clean, rng: Random) -> Iterator[Injected]:
    """A day on which a congress was not held."""
    if clean.is_chinese:
        yield from added(clean, rng, _WRONG_DAYS, also=("fixed-phrase",))


FIXED_PHRASE: Kinds = {
    "typed-instead": _typed_instead,
    "mistyped": _sentences(_MISTYPED),
    "formula": _sentences(_FORMULAS),
    "leader": _sentences(_LEADER),
    "congress": _sentences(_CONGRESSES),
    "title": _sentences(_TITLES),
    "office": _sentences(_OFFICES),
    "sounding": _sentences(_SOUNDING),
    "former-office": _former,
    "english": _english,
}
DATE: Kinds = {"stated-day": _stated_day}
VARIANT: Kinds = {"said-otherwise": _said_otherwise}
