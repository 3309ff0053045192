"""Chinese forms of placeholders: one symbol before a noun, 某局, notes in brackets, blanks."""

from __future__ import annotations

from speechgen.checks.rules.placeholders.forms import (
    BLANK,
    BOX,
    CROSS,
    NO_VALUE,
    NOT_REPORTED,
    NOTE,
    NUMERAL,
    RING,
    SPACE,
    STAR,
    TEMPLATE,
    Form,
)

_HAN = "\u3400-\u9fff"
_BEFORE = f"{_HAN}，、“（》”"  # a blank after these is inside a sentence

# Before these, one X, * or □ is a placeholder for a name: X局, but not X光, X射线; 市, but not 市场.
_PEOPLE = (
    "同志(?![们间情式])|先生|女士|老师|教授|书记|主任|主席|董事长|总经理"
    "|[部省市县区局厅处科镇乡村院校所站队组会]长(?!期)"
)
_ORGANISATIONS = (
    "届|局(?![域部面势限内])|厅|处(?![理置于在方])|科(?![技学幻普])|市(?![场民值面])|县|区(?![块间域别分])|镇|乡(?!亲)"
    "|村|街道|社区|省(?!略)|州|党委|党组|党工委|党?总?支部|委(?!托)|办(?![公理法事学])|院|[大中小]学|学校|公司|集团"
    "|企业(?!家)|单位|部(?![件分署队落位])|站(?!点)|所(?![谓以有在需])|队(?!伍)|中心|行业|政府|法院|检察院|领导|医院|[协学商工]会|委员会|管委会|联合会|居委会|村委会|支队|银行"
)
# Before these, it is a placeholder for a number.
_MEASURES = (
    "年(?![级龄轻份])|月|日(?![常益均])|号|时(?![代间尚期刻])|场(?![所地面景效])|份|条(?!件)|件(?!数)|次(?![方数])"
    "|名(?![单称字义誉])|个(?![性别体人])|位(?![置数于])|人(?![才员民力工体们类生口数物格文大造])|项(?!目)|起|户(?!籍)"
    "|篇|批(?![评准判])|期(?![间待望限货])|轮|[万亿千百]|元(?![素旦])|亩|公里|米|吨|[%％]|余|倍|小时|分钟|天(?![然气空])"
    "|周(?!期)|岁|类(?!似)|种(?![植子])|家(?![长庭])|座(?!谈)|台(?![账阶])|辆|本(?![来讲报文])|册|支(?![部持出])|间(?!接)|栋|页"
    "|季度|阶段|方面|大类"
)
_COUNTABLE = "(?:[份条次起户人%％亿]|场(?![所地面景])|个(?![别性体人])|名(?!字)|件(?!事)|项(?!目)|万(?!一))"
_NOUN = f"(?:{_PEOPLE}|{_ORGANISATIONS}|{_MEASURES})"
_COUNTED = "共了约达近计第为有至过"  # a number is expected after these: 共召开了  场
# Between these and a measure word no number is missing.
_COUNTING_WORDS = "这那每几多各某哪一二三四五六七八九十百千万两半数整单首末本上下"
# In reports of a case 王某, 张某某, 某局一名干部 and 某局原局长 are not placeholders.
_SURNAMES = "‹names/surnames_of_cases›"
_NOT_A_CASE = "(?!的?(?:一[名个位家所]|原|有[名个位一]|曾|几[名个位]|个别))"
_ORGANS = "[省市县区镇乡]?(?:委(?!托)|党委|党组|党工委|局(?![部面])|厅|办(?![公理法事学]))|党?总?支部|领导小组"
_ANY_UNIT = "单位|部门|公司|企业(?!家)|集团(?!军)|学校|医院|[省市县区镇乡村]|社区|街道|领导"

_SYMBOL = rf"[{CROSS}]|\*(?!\*|[^*\n]{{1,80}}[。：！？；，]\*)|＊"
_OPEN, _CLOSE, _INSIDE = r"[（(【\[〔〈<{]", r"[）)】\]〕〉>}]", r"[^（(【\[〔）)】\]〕<>{}\n]"
_FIELD_NAMES = "‹placeholders/words field_names›"
_KINDS = "校园院系门室位镇乡村街道区县市省业司团社所站队局厅委办处科会部组行店厂矿场馆"  # 学校, 部门, 科室 …
# 有待核实, 尚待确认 are ordinary words.
_TO_BE = "(?<![有尚亟还仍对等期接招优])待"
_REQUESTS = "(?:请|需|须|自行|另行)"
_TO_DO = "‹placeholders/words to_do›"

_LATER = "(?:定|补充?|填写?|核实?|确认)"
_EMPTY_VALUES = "‹placeholders/words values›"

CHINESE_FORMS = (
    # X局, X届, X月, *同志, 张X同志; not 9+3+X, not iPhone X, not 2×3米.
    Form(CROSS + STAR, rf"(?<![A-Za-z0-9+＋－—{CROSS}{STAR}-])(?<![A-Za-z] )(?:{_SYMBOL})(?={_NOUN})"),
    # Bold Markdown in a .txt file is not a placeholder: **一是抓落实。**
    Form("*", rf"(?:(?<=[\n。！？；：（“ .])|(?<![^\n]))\*\*(?!{_NOUN})[^*\n]{{2,80}}\*\*(?!\*)", NOT_REPORTED),
    Form("*", rf"\*\*(?!{_NOUN})[^*\n]{{2,12}}\*\*(?!\*)|\*\*[^*\n]{{2,80}}[。：！？；，]\*\*(?!\*)", NOT_REPORTED),
    Form(STAR, rf"\*\*(?!\*)|＊＊|(?<=[12]\d)\*{{1,2}}(?=年)|(?<=[{_HAN}])\*(?=[，。、；）])"),
    # 党的X大, 二十届*中全会
    Form(CROSS + STAR + RING, rf"(?<=党的)[{CROSS}{STAR}{RING[1:]}]{{1,3}}(?=大)"),
    Form(CROSS + STAR + RING, rf"(?<=届)[{CROSS}{STAR}{RING[1:]}]{{1,3}}(?=中全会)"),
    Form(RING + BOX, rf"(?<=[{_HAN}])(?<![{NUMERAL}])[{RING[1:]}{BOX}](?={_PEOPLE}|{_ORGANISATIONS})"),
    # 共召开??场, ……同志, ##局; not ……同志们
    Form("?？#＃~～@-－…", rf"(?<=[{_COUNTED}])(?:[#＃~～@－-]{{2,8}}|…{{1,2}})(?={_COUNTABLE})"),
    Form("?？", rf"(?<=[{_HAN}])[?？]{{2,8}}(?={_COUNTABLE})"),
    # 共？人, 走访初中？所，
    Form("?？", rf"(?<=[{_COUNTED}])[?？](?={_COUNTABLE})|(?<=[{_HAN}])[?？](?=(?:{_MEASURES}|所)[，。；、）])"),
    Form("?？", r"[?？](?=年[?？])|(?<=年)[?？](?=[金银铜月])"),
    # 院士N位, 近N名
    Form("N", rf"(?<=[{_HAN}])(?<!第)N(?={_COUNTABLE}|[位名家所])", severity="warning"),
    Form("?？#＃~～@-－…", r"(?:[?？#＃~～@－-]{2,8}|…{1,2})(?=同志(?![们，]))|(?<![#＃@])[#＃@]{2,}(?=[市县区局同])"),
    # 某局, 某党委, 某同志; not 某些, 某种
    Form("某", rf"(?<!某)某{{1,4}}(?:{_ORGANS}){_NOT_A_CASE}"),
    Form("某", rf"(?<![某{_SURNAMES}])(?:某{{1,4}}(?:{_PEOPLE})|某{{2,4}}(?:{_ORGANISATIONS}))"),
    Form("某", r"(?<!某)某{1,4}同志(?!们)|某年某月(?:某日)?", severity="warning"),
    Form(
        "某",
        rf"(?<![某{_SURNAMES}])某{{2,4}}(?!人(?!民)|[事年月某])|某(?:{_ANY_UNIT}){_NOT_A_CASE}",
        severity="warning",
    ),
    # 各学校（单位）, 乡镇（街道、单位）: what else is meant; not 由（单位）主持
    Form("（(", rf"(?<=[{_KINDS}])[（(](?:单位|部门)[）)]", NOT_REPORTED),
    # 附件：1.任务分工表（略）: published without its attachments
    Form("（(", r"(?<=[表单录案图册函件书则法本稿])[（(]略[）)](?=[；;。]?(?:\n|$))", NOT_REPORTED),
    Form("«", rf"«(?:{_FIELD_NAMES})»", TEMPLATE),
    # 【待补】, （此处…）, （待核实）, （姓名）, [name]
    Form("（(【[〔〈<{", rf"{_OPEN}[{SPACE}]*(?:{_FIELD_NAMES})[{SPACE}]*{_CLOSE}", NOTE),
    Form("（(【[〔<", rf"{_OPEN}{_INSIDE}{{0,12}}{_TO_BE}[定补核填查确完明商添续]{_INSIDE}{{0,12}}{_CLOSE}", NOTE),
    Form("（(【[〔<", rf"{_OPEN}(?:此处|此段|此句|此数|该处|该数|这里)(?!有|响起){_INSIDE}{{0,30}}{_CLOSE}", NOTE),
    Form(
        "（(【[〔<", rf"{_OPEN}{_INSIDE}{{0,6}}{_REQUESTS}{_INSIDE}{{0,6}}(?:{_TO_DO}){_INSIDE}{{0,12}}{_CLOSE}", NOTE
    ),
    Form("【[<", rf"[【\[<]{_INSIDE}{{0,12}}(?:{_TO_DO}){_INSIDE}{{0,8}}[】\]>]", NOTE),
    Form("[<", r"[\[<][A-Za-z][A-Za-z _./-]{0,30}[\]>]", TEMPLATE),
    Form("《", r"《(?:文件名称?|书名|名称|标题|题目)》"),
    # 待定同志, 待补份, 时间：待定。 Not 待查的线索.
    Form("待", rf"{_TO_BE}{_LATER}(?=同志|[场份条件个名次人项万%％][，。；、）余多])", NOTE),
    Form("待", r"(?<=地点|时间|日期|人选|人员|名单|数据|数字|金额)待[定补]", NOTE, "warning"),
    Form("待", rf"(?<=[：:])待{_LATER}(?=[，。；、）\n])", NOTE, "warning"),
    Form("Nnu", rf"(?<![A-Za-z0-9_.-])(?<![A-Za-z] )(?:{_EMPTY_VALUES})(?![A-Za-z0-9_-]| [A-Za-z])", NO_VALUE),
    # 2014年 月 日, 2014年10月 日, 年 月 日; not 出生年月日, not 10 月 24 日
    Form("年", rf"年[{SPACE}]+月(?:[{SPACE}\d]*日)?|(?<=\d)年月(?:日|(?=[，。、至到起底初末中上下）]))", BLANK),
    Form("月", rf"(?<=[\d{SPACE}])月[{SPACE}]+日(?![均产报常照本用夜晚期子军语程])", BLANK),
    Form("月", r"(?<=\d)月日(?=[）)，。；、上下至到起前\n])", BLANK),
    Form(SPACE, rf"(?<![{SPACE}])[{SPACE}]+月[{SPACE}]+日|(?<![{SPACE}\d])[{SPACE}]+[%％]", BLANK),
    # 第 次, 党的 大, 届 中全会, 〔2014〕 号
    Form("第", rf"第[{SPACE}]+(?![{NUMERAL}{SPACE}\d])", BLANK),
    Form("第", r"(?<![及落门次等品])第(?:次|届|季度|批次|督导组|巡[察视]组)", BLANK),
    Form(SPACE, rf"(?<=党的)[{SPACE}]+[大届]|(?<=届)[{SPACE}]+中全会", BLANK),
    Form("〕]］", rf"(?<=\d)[〕\]］][{SPACE}]*号(?![召码])", BLANK),
    # 刚才，  同志; 共召开座谈会  场; 帮助群众解决问题 个，
    Form(
        SPACE,
        rf"(?:(?<=[，、：；。由和与及对请让据随长记任员席])|(?<=刚才))[{SPACE}]+同志(?![们，])",
        BLANK,
        in_body=True,
    ),
    Form(
        SPACE,
        rf"(?<=[{_HAN}])(?<![{_COUNTING_WORDS}])[{SPACE}](?:{_MEASURES})(?=[，。；、）余多])",
        BLANK,
        in_body=True,
    ),
    Form(SPACE, rf"(?<=[{_BEFORE}])(?:[{SPACE}]{{2,}}|\u3000)(?:{_MEASURES}|同志(?![们，]))", BLANK, in_body=True),
    Form(SPACE, rf"(?<=\d)[{SPACE}]{{2,}}(?=年)", BLANK),
    # Not 书记：张三  校长：李四
    Form(
        SPACE,
        rf"(?<=[{_BEFORE}])[{SPACE}]{{2,}}(?![{_HAN}]{{1,8}}(?:[（(][^）)\n]{{1,8}}[）)])?[：:]){_NOUN}",
        BLANK,
        in_body=True,
    ),
    # Any other gap; not the gaps between names or inside a name: 张三　　李四　　王五, 王  强    记录：林  松
    Form(
        SPACE,
        rf"(?!(?<=[^{_HAN}][{_HAN}])[{SPACE}]{{2,}}[{_HAN}](?![{_HAN}]))(?<=[{_HAN}，、“（])(?<![{SPACE}：][{_HAN}]{{2}})(?<![{SPACE}：][{_HAN}]{{3}})"
        rf"(?<![{SPACE}：][{_HAN}][{SPACE}][{_HAN}])(?<![{SPACE}：][{_HAN}][{SPACE}]{{2}}[{_HAN}])"
        rf"[{SPACE}]{{2,}}(?=[{_HAN}，。、；）”])(?![{_HAN}]{{2,4}}(?:[{SPACE}]|\n|$))",
        BLANK,
        "warning",
        in_body=True,
    ),
    # A sentence whose name is missing: 同志作了总结
    Form("同", r"(?<![^\n，。；])同志(?=(?:作|就|代表|主持|宣读|传达|通报)|的(?:讲话|报告|发言|表态|总结))", BLANK),
)
