"""The words that names of Chinese government departments consist of: 住房, 城乡, 建设 in 市住房和城乡建设局.

Departments have much the same tasks in every county. A word that ends in 局 or 委 is taken for a department if the
words before the suffix, read from right to left, are in these lists; 大局, 布局 and 常委 are not.
"""

from __future__ import annotations


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Fields of local government departments, in full and in short.
SECTORS = _words(
    """
    财政 教育 体育 文体 教体 科技 科学技术 工业 信息化 工业和信息化 工信 经信 经济 经贸 发展 改革 发改 民族 宗教
    民宗 民族宗教 公安 国家安全 民政 司法 人力资源 社会保障 人社 劳动 人事 国土 国土资源 自然资源 规划 资规 自规
    环境 环境保护 环保 生态 生态环境 住房 城乡 建设 住建 城建 房产 房地产 房管 住房保障 城市 城管 市政 公用 市容
    环卫 综合执法 行政执法 执法 交通 交通运输 运输 运管 水利 水务 农业 农村 农业农村 农牧 农机 农委 农办 畜牧 兽医
    渔业 海洋 水产 蚕业 果业 茶业 林业 林草 草原 园林 绿化 城市管理 商务 招商 商业 粮食 储备 物资 文化 广电 广播 电视
    新闻出版 出版 版权 旅游 文旅 文广 文广新 文广旅 卫生 健康 卫健 卫计 计划生育 计生 人口 退役军人 退役军人事务
    事务 应急 应急管理 安全 生产 安监 安全监管 监督 审计 国有资产 国资 监管 监督管理 市场 市监 市场监管
    市场监督管理 工商 行政管理 质量 技术 质监 食品 药品 食药监 药监 物价 统计 医疗 保障 医疗保障 医保 机关 机关事务
    管理 信访 政务 服务 政务服务 数据 大数据 行政审批 审批 服务管理 金融 金融监管 税务 国税 地税 国家税务 地方税务
    气象 地震 烟草 烟草专卖 专卖 邮政 盐务 档案 地方志 史志 供销 外事 侨务 台湾 老龄 扶贫 扶贫开发 乡村 振兴
    乡村振兴 移民 水库移民 库区 防震减灾 人防 人民防空 民防 国防动员 公路 铁路 航空 港航 港口 航道 海事 口岸
    检验检疫 文物 电影 体制 知识产权 能源 煤炭 煤管 电力 石油 投资 促进 投资促进 合作 经济合作 经合 中小企业
    民营经济 开发 交警 交管 监狱 戒毒 禁毒 消防 保密 密码 机构编制 老干部 水文 地质 矿产 测绘 勘察 设计 资源
    疾病预防控制 疾控 中医药 食品安全 社会 社会工作 工作 行政 财经 新区 劳动保障 计划 外经贸 外贸 对外贸易 农垦
    侨联 法制 经济发展 经发 科教 文教 社会事业 企业 产业 大数据管理 营商环境 粮食和物资储备
    """
)
# Those that do not make a department name on their own: 管理局 and 发展局 need the field that they manage or develop.
_GENERIC = _words(
    """
    管理 服务 监督 发展 事务 工作 生产 行政 技术 资源 保障 促进 社会 经济 城市 乡村 农村 机关 企业 产业 开发 合作
    计划 设计 监管
    """
)
# Fields of one character, in 市农委, 县教委.
_SHORT_COMMITTEES = frozenset("农教建经科商交体工")
# Fields of government committees with the short suffix 委; 常委, 政委 and 评委 are not departments.
_COMMITTEES = _words(
    """
    发改 发展改革 发展和改革 卫健 卫计 卫生健康 国资 住建 经信 经贸 农 农业 教育 计生 民宗 城管 交通 规划
    国有资产监督管理 建设 科技 改革
    """
)
# Names of companies that a city or county owns.
COMPANIES = _words(
    """
    城投 交投 国投 水务 水投 文旅 旅投 公交 城建 建投 产投 农投 能投 金投 城发 交通 建工 国资 粮油 供水 水利 农发
    工投
    """
)
_LONGEST = 8
_JOINTS = "和与及、"


def department(text: str, end: int, suffix: str) -> int | None:
    """Where the department name that ends at `end` begins, without its place: at the 住 of 市住房和城乡建设局.

    None if the words before `suffix` do not name a department.
    """
    at = end - len(suffix)
    parts: list[str] = []
    while True:
        stop = at - 1 if parts and at > 0 and text[at - 1] in _JOINTS else at
        part = next((size for size in range(min(_LONGEST, stop), 1, -1) if text[stop - size : stop] in SECTORS), 0)
        if not part:
            break
        at = stop - part
        parts.append(text[at:stop])
    words = text[at : end - len(suffix)]
    if suffix == "委":
        if words in _COMMITTEES:
            return at
        is_short = text[end - 2 : end - 1] in _SHORT_COMMITTEES and text[end - 3 : end - 2] in ("市", "县", "区", "省")
        return end - 2 if not words and is_short else None
    return None if all(part in _GENERIC for part in parts) else at
