"""What is before and after a place where the unit's own place must be meant, and where another is rightly named."""

from __future__ import annotations

from speechgen.checks.rules.patterns import lazily

# In the expressions ‹…› stands for words of this table.
WORDS = "names/words_around_places"
_CLAUSE = r"(?:^|[。！？；，：—“\n])[ \u3000]*"
_GOOD = "(?:‹names/words_around_places good›|(?<!改革)开放)"
_GROWS = (
    "的?(?:‹names/words_around_places how›)*(?:‹names/words_around_places grows›)"
    "(?!银行|趋势|的?(?:经验|做法|模式|成就))"
)
_STEP = "(?:实施|建设|共建|打造|创建|构建|复兴|振兴|推进)"
_CARES = "(?:‹names/words_around_places cares›)"
_WATCH = "(?:‹names/words_around_places watch›)"
_FOLK = "(?:‹names/words_around_places folk›)(?!‹names/words_around_places folk_names›)"
_LEVEL = "[省市县区州]?"
_BODY = rf"(?:{_LEVEL}党?委|人大|(?:人民)?政府|政协|纪委)"
_CONGRESS = rf"{_LEVEL}(?:中共)?第[一二三四五六七八九十百\d]{{1,3}}[届次](?:人民代表大会|代表大会|委员会|党代会|政协)"

CERTAIN = (
    (  # 省市驻正宁各单位
        lazily("(?:[省市州县区央中直]|各级)、?驻$"),
        lazily(f"{_LEVEL}(?:各级?|有关|的)?(?:单位|部门|企业|部队|官兵|机构|高校|院校)"),
    ),
    (  # 关心支持邢台发展
        lazily(rf"{_CARES}(?:、|和|与|并)?{_CARES}[着过]?$"),
        lazily(rf"{_LEVEL}的?(?:各项|经济|社会|改革|教育|公安|卫生|城市)*(?:发展|建设|改革|事业|工作)"),
    ),
    (  # 为现代化美好淮北建设
        lazily(rf"(?:{_GOOD}[的之]?新?|{_STEP}大)$"),
        lazily(rf"{_LEVEL}(?:建设|而|作出|做出|贡献|努力|奋斗|新篇章|新画卷|新局面|新家园|的|[，。！、]|$)"),
    ),
    (lazily("(?:服务|保障|建设|共建|打造)新$"), lazily(f"{_LEVEL}(?:建设|发展|大局|[，。！])")),
    (  # 佛山市市长 程远
        lazily(r"^[（(\s]*$"),
        lazily(
            rf"(?:人民政府)?(?:{_LEVEL}委)?(?:代理?|常务副|副)?(?:[省市县区州]长|主席|书记)"
            r"[ \u3000]+[\u4e00-\u9fff]{1,2}[ \u3000]*[\u4e00-\u9fff]{1,2}[）)\s]*$"
        ),
    ),
    (lazily("(?:我|我谨|谨|并)代表(?:中共)?$"), lazily(rf"(?:{_BODY}|[全各]|人民|广大|干部)")),
    (lazily("新时代$"), lazily("(?:人|城市)?(?:精神|答卷|篇章|故事|风采)")),
    (lazily("”新$"), lazily("")),
    (
        lazily("(?:在(?:中共)?|中共)$"),
        lazily(rf"{_LEVEL}委[^，。；]{{0,8}}(?:坚强|正确|统一)?(?:领导|带领)|{_CONGRESS}"),
    ),
)
LIKELY = (
    (  # 3月15日，保靖县召开…
        lazily(r"(?:^|，)[ \u3000]*(?:20\d\d年)?(?:\d+月)?\d+日(?:上午|下午|晚上?|凌晨)?，$"),
        lazily("(?!在|人民)[^，。；]{0,40}?(?:召开|举行|举办)"),
    ),
    (  # 贺州市委、市政府要坚决…
        lazily(_CLAUSE + "$"),
        lazily(
            rf"{_BODY}(?:、{_LEVEL}(?:委|(?:人民)?政府))*(?:‹names/words_around_places acts›)"
            "|[县市]?(?:党政)?(?:领导)?班子"
        ),
    ),
    (lazily(rf"(?:{_CLAUSE}|[为对让把使是给向])$"), lazily(rf"{_LEVEL}{_GROWS}")),
    (lazily("(?:‹names/words_around_places steps›)了?新?$"), lazily(f"{_LEVEL}{_GROWS}")),
    (  # 推动了山西省的扫黑除恶专项斗争
        lazily(rf"(?:{_CLAUSE}|推动了?|就|对|关于|抓好|促进了?|加强|开展|汇报了?|通报了?|总结了?|回顾了?|肯定了?)$"),
        lazily(
            rf"{_LEVEL}的?(?:第[一二三四五六七八九十两]+[批届次轮]"
            "|(?:扫黑除恶|教育|学习教育|主题教育|教育整顿|党史|政法)[^，。；]{0,6}(?:专项斗争|活动|整顿|教育|工作))"
        ),
    ),
    (
        lazily("(?:汇报了?|通报了?|总结了?|回顾了?|肯定了?)$"),
        lazily(rf"{_LEVEL}[^，。；、]{{0,14}}(?:情况|工作|成绩|成效)"),
    ),
    (
        lazily(_CLAUSE + "$"),
        lazily(
            "[省县市]?(?:地处|位于|[东西南北]临|下辖|拥有|自古|素有|历史悠久|是一[座个片块方])|[县市]?(?:是|永远是)我们"
        ),
    ),
    (lazily(""), lazily(rf"{_LEVEL}上一?[轮次]{_WATCH}")),
    (
        lazily("(?:对|进驻)$"),
        lazily(rf"{_LEVEL}(?:的|各级)?(?:开展|进行|集中|常规)[^，。；]{{0,8}}{_WATCH}"),
    ),
    (  # 督导组进驻贺州，
        lazily(r"组[^，。；]{0,6}(?:进驻|督导|巡视|巡察|督导检查|指导)了?$|特派督导$"),
        lazily(rf"{_LEVEL}(?:工作|动员|开展|扫黑|党委|党政|[，。！的]|$)"),
    ),
    (lazily("组[^，。；]{0,8}$|^[ \u3000]*$"), lazily(f"{_LEVEL}工作动员")),
    (lazily(""), lazily(rf"{_LEVEL}(?:党委、人大|四大班子|四套班子|几大班子|领导班子及)")),
    (lazily(rf"(?:{_CLAUSE}|全体|广大|带领|团结|是|为|向)$"), lazily(rf"(?:全[市县]|广大|各族)?{_FOLK}")),
    (lazily(rf"{_CLAUSE}$"), lazily("[县市]?(?:全[市县]|经济社会|各项事业|国民经济|城乡|社会事业|的各项)")),
    (
        lazily("(?:热爱|扎根|深爱|建设|奉献|情系|欢迎(?:大家|各位|你们)?来到|这就是|我们|在|爱我|兴我)$"),
        lazily("[县市]?这[座片块方]|[，。！、”]"),
    ),
    (lazily(r"(?:弘扬|践行|培育|传承|彰显|塑造|展现)$"), lazily("(?:人|城市)?精神")),
    (lazily(rf"{_STEP}[^，。；、“]{{0,4}}{_GOOD}$|(?:为|复兴|建设)大$"), lazily("")),
    (lazily("(?:成为|是)$"), lazily("(?:发展)?的(?:底色|靓丽名片|名片|标志|主旋律|品牌)")),
    (lazily("[让使]$"), lazily("(?:的?[天水山]更|更加|更具)")),
    (lazily("具有$"), lazily("特[色点]")),
    (lazily("[把将]$"), lazily(f"{_LEVEL}(?:建设|建成|打造|办成|变成)")),
    (lazily("视察$"), lazily(f"{_LEVEL}(?:时|的|重要)")),
    (lazily("驻$"), lazily("(?:各|的各)(?:级|单位|部门|企业)")),
    (  # 打造出“济南标杆”
        lazily("(?:树起|打造|贡献|展现|讲好|打响|彰显|擦亮|形成|书写|提供|作出|交出)[了出]?“?$"),
        lazily("(?:标杆|样板|品牌|力量|担当|智慧|答卷|篇章|名片|作为|贡献|故事|声音|方案)"),
    ),
    (lazily("(?:是对|就对|对)$"), lazily(f"{_LEVEL}(?:的)?(?:党风廉政|党的建设|各项|经济社会)?工作")),
)
# In quotation marks too.
BRANDS = (
    (lazily(f"{_GOOD}$"), lazily("[县市]?[”·]")),
    (lazily("“$"), lazily("(?:人|城市)?(?:精神|标杆|样板)”")),
    (lazily("[爱兴建知]我$"), lazily("[、”，]")),
)
WEAK = (
    (lazily("对$"), lazily("[省县市]?(?:广大|各级|全体)?(?:党员)?、?干部")),
    (lazily(_CLAUSE + "$"), lazily("[县市]?(?:广大|各级)?(?:党员)?干部(?!群众的)")),
    (lazily(rf"(?:{_CLAUSE}|是)$"), lazily("[省县市]?(?:‹names/words_around_places turns›)")),
)

MENTIONED_BEFORE = lazily(
    "(?:‹names/words_around_places visited›|(?<!参)与|(?<!大家来)(?<!各位来)(?<!你们来)到"
    "|欢迎(?!来到|大家来到|各位来到|你们来到)|[东西南北][起临靠接])$"
    "|(?<!深入)(?<!结合)(?<!立足)(?<![存现内潜])在$"
)
MENTIONED_AFTER = lazily(
    "[县市]?(?:‹names/words_around_places named›|是(?:省会|全省|全国|我国|国内|世界|著名)|人[，。、的在是]"
    "|会议(?!精神|室|上)|以[东西南北]|师[^范生]|市?的(?:‹names/words_around_places whose›))"
)
COMPARED = lazily("‹names/words_around_places compared›")
# Between two places in a list.
NEIGHBOURS = lazily("[县市]?(?:、|和|与|及|以及|或|至|到|同|跟|—+|－|-|~|～|／|/)?")
PERSON_BETWEEN = lazily(
    r"(?:(?!同志|代表|传达|[了的由在与和向对])[^，。；：！？\n“”]){0,24}?"
    r"(?:‹names/words_around_places posts›)[ \u3000]*"
)
