"""Words that are a mistake if doubled, and the phrases in which they are correct."""

from __future__ import annotations

from collections.abc import Iterator


def _with_phrases(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each single character with the phrases after it."""
    words = text.split()
    starts = [at for at, word in enumerate(words) if len(word) == 1]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        yield words[start], tuple(words[start + 1 : end])


# Chinese function words of one character, each with the phrases in which it may be double: a word ends in it and the
# next begins with it (存在在, 了了解), or a word has it twice. From the words in a large dictionary that begin or end
# with it, tested on a month of People's Daily (1.8 million characters).
_FUNCTION_CHARACTERS = """
与 参与与 给与与 授与与 赋与与 赠与与 与与会 与与否 与与时俱 与与日俱 与与众不
的 目的的 标的的 端的的 中的的 之的的 的的确 的的士 的的哥 的的卢 的的黎
了 不了了 没了了 末了了 了了解 了了不起 了了不得 了了却 了了断 了了结 了了然 了了事 了了此 了了如指
和 温和和 缓和和 饱和和 总和和 柔和和 随和和 暖和和 暖暖和和 祥和和 附和和 维和和 永和和 太和和 仁和和 泰和和 嘉和和
景和和 建和和 碳中和和 和和平 和和谐 和和睦 和和蔼 和和美美 和和气气 和和顺顺 和和乐乐 和和田 和和静县
和和解协 和和解的 和和解工 和和解方
在 实实在在 存在在 现在在 所在在 自在在 潜在在 健在在 在在座 在在职 在在岗职 在在岗人 在在岗党 在在岗的 在在建工
在在建项 在在建的 在在校生 在在校学 在在校大 在在编 在在册 在在线 在在读 在在押 在在逃 在在场 在在家 在在野 在在途
在在任的 在在籍
对 反对对 相对对 绝对对 核对对 结对对 一对对 双对对 敌对对 成对对 对对方 对对象 对对口 对对照检 对对外 对对策 对对立
对对比 对对接的 对对接工 对对称 对对抗 对对话 对对应的 对对手
是 事求是是 以为是是 于是是 凡是是 国是是 是是非非 是是否 是是非
把 一把把 几把把 两把把 火把把 拖把把 扫把把 把把关 把把脉 把把握 把把舵 把把持 把把守 把把控 把把门
把把柄 把把戏 把把式 把把手 把把酒
被 棉被被 植被被 被被告 被被动 被被子 被被害
从 服从从 听从从 顺从从 盲从从 遵从从 屈从从 随从从 自从从 从从容容 从从业 从从严上 从从严从 从从严、 从从属
从从政的 从从众
向 方向向纵 方向向高 方向向着 方向向左 方向向右 方向向新 方向向更 走向向 导向向 动向向 倾向向 志向向 去向向 意向向
趋向向 流向向 航向向 取向向 定向向 转向向 向向阳 向向往 向向日 向向导
为 行为为 成为为民 成为为人 成为为群 作为为民 作为为人 为为民 为为官 为为首 为为政
以 可以以此 可以以这 可以以其 可以以某 可以以书 可以以口 可以以多 可以以公 可以以集 可以以个 可以以单 可以以项
可以以电 可以以现 可以以实 所以以后 所以以此 所以以上 所以以这 难以以此 难以以理 以以色列 以以往 以以上几 以以上三
以以下几 以以下三 以以下方 以以人为本
及 普及及 埃及及 推及及 以及及时 以及及早 涉及及时 来得及及时
或 抑或或
将 上将将 主将将 大将将 少将将 中将将 名将将 老将将 武将将 小将将 健将将 将将士 将将领 将将来 将将军 将将近
都 首都都 成都都 古都都 京都都 故都都 都都市 都都匀
就 成就就 造就就 早就就 将就就 迁就就 就就业 就就近 就就医 就就读 就就餐 就就事论 就就地
并 合并并 兼并并 撤并并 归并并 一并并 并并购 并并列 并并存
因 原因因 成因因 病因因 基因因 起因因 诱因因 主因因 内因因 外因因 因因果 因因素 因因病 因因特
由 理由由 自由由 缘由由 事由由 案由由 情由由 由由来
使 大使使 天使使 公使使 特使使 即使使用 促使使用 致使使用 使使命
让 谦让让 转让让 礼让让 退让让 避让让 让让座 让让步 让让利 让让路
给 供给给 补给给 配给给 给给排水 自给给
到 想到到 谈到到 说到到 等到到 看到到会 看到到场 做到到位 做到到场 做到到会 做到到岗 到到会 到到期 到到货 感到到处
看到到处 到到来
着 沉着着 执着着 穿着着 衣着着 着着火 着着装 着着落 着着陆 着着手
过 没过过 难过过 通过过程 经过过程 通过过渡 经过过渡 通过过滤 经过过滤 通过过硬 超过过去 胜过过去 过过关 过过目
过过秤 过过瘾 过过苦 过过好 过过紧 过过日子 过过节 过过年 过过生日 过过堂
地 地地道道 踏实地地 天喜地地 当地地 各地地 土地地 基地地 内地地 外地地 本地地 两地地 属地地 阵地地 境地地 产地地
工地地 草地地 林地地 湿地地 耕地地 盆地地 高地地 用地地 园地地 腹地地 农地地 营地地 驻地地 异地地 该地地 原地地
场地地 山地地 余地地 荒地地 墓地地 心地地 就地地 陆地地 圣地地 领地地 战地地 死地地 大地地 天地地 田地地 遍地地
质地地 特地地 绿地地 飞地地 租地地 征地地 整地地 省地地 市地地 县地地 地地方 地地区 地地点 地地理 地地质 地地形
地地面 地地铁 地地位 地地处 地地域 地地势 地地名 地地税 地地产 地地级 地地市 地地县 地地毯 地地震 地地下 地地上
地地球 地地图 地地矿 地地带 地地勤 地地委 地地块 地地段
得 得得失失 心得得 所得得 难得得 得得心应 得得体 得得当 得得力 得得失 得得不偿 得得意
其 及其其 与其其 和其其 其其格
那 那那曲 那那利
我 你你我我 自我我 忘我我 小我我 大我我 我我行
你 你你我我
他 吉他他
们 哥们们 爷们们
已 不已已
再 一再再 再再版 再再生 再再造
要 重要要求 重要要素 重要要件 重要要点 重要要害 主要要 必要要求 必要要素 必要要件 首要要求 首要要素 纪要要 摘要要
概要要 紧要要 机要要 还要要求 也要要求 都要要求 只要要求 既要要求 不要要求 需要要求
能 职能能 功能能 性能能 技能能 可能能 才能能 潜能能 智能能 产能能 效能能 本能能 体能能
不 要不不 不不妥 不不当 不不合 不不利 不不可
有 所有有 拥有有 富有有 国有有 固有有 私有有 占有有 只有有着 有有关 有有利 有有效 有有力 有有志 有有机 有有益 有有心
有有待 有有序 有有色 有有毒 有有害 有有形 有有无 有有生
此 因此此次 因此此时 因此此项 为此此次 对此此次
所 研究所所 出所所 务所所 诊所所 场所所 厕所所 税所所 管所所 守所所 戒所所 托所所 财所所 法所所 易所所 所所长
中 卒中中 高中中 初中中 集中中 其中中 中中央 中中国 中中小 中中学 中中东 中中西 中中部 中中医 中中药 中中心 中中层
中中期 中中级 中中年 中中间 中中华 中中文 中中外 中中段 中中共 中中纪 中中子 中中美 中中俄 中中日 中中办 中中组
如 诸如如 自如如 如如何 如如实 如如期 如如意
则 原则则 规则则 准则则 细则则 法则则 守则则 总则则 附则则 通则则
才 人才才 英才才 天才才 口才才 奇才才 方才才 刚才才知 才才华 才才干 才才智
可 许可可 认可可 可可西 可可托 可可豆 可可粉 可可和 可可、 可可树
跟 脚跟跟
同 合同同 雷同同 同同志 同同级 同同类 同同事 同同行 同同龄
经 已经经过 已经经历 已经经受 已经经营 曾经经过 曾经经历 财经经 神经经 取经经 念经经 圣经经
按 按按钮 按按摩 按按时 按按期 按按劳
据 数据据 证据据 票据据 收据据 单据据 占据据 凭据据 据据点 据据实
照 执照照 牌照照 护照照 驾照照 关照照 拍照照 参照照 照照镜 照照片 照照相
第 门第第 及第第
均 均均衡 均均匀
若 宛若若
尚 高尚尚 时尚尚 和尚尚 崇尚尚
曾 曾曾祖
吧 酒吧吧
还 归还还 偿还还 返还还 退还还 还还款 还还债 还还贷 还还清
而 而而今 而而立
也 也也门
于 但 之 这 她 它 又 各 该 些 即 仍 虽 且 须 遵 凭 另 您 吗 呢
"""
FUNCTION_CHARACTERS = dict(_with_phrases(_FUNCTION_CHARACTERS))
# Those that are double in no other phrase and in no name. Any other may be in two words (共同|同意, 值得|得到, 对|对手)
# or in a name.
CERTAINLY_ONCE = frozenset("的与把而但也这您她们吗呢且仍虽或")
DOUBLED_FOR_EMPHASIS = frozenset("很更最")  # 很很, 最最: spoken language, rarely intended

# Other characters that are common in newspapers, but never double in a word or in two adjacent words.
NEVER_DOUBLED = frozenset(
    """
丰予互介企伊余促俄典兼况列刘创判券劳午危参召响售困围坚域境够央奋奥妇始威孩宣害居岗岸巨己币希席庆庭引戏执扩扶抓投
括捐损措摄旅族映春显材标欧歌汇泰泽洲湾激版牌犯献瑞疗益盛盟矿础示祝票福积移究繁织绍罪胡舞航良艰艺范获讯识象财货贫
购贯赞迎违适邓钟钱铁银阶附雪需韩顿额驻验
"""
)

# Words of two characters that are always a mistake if doubled: not for emphasis, nor at the end of one phrase and the
# beginning of the next (告诉我们|我们要做什么, 没有|没有缺点的人).
_FUNCTION_WORDS = """
以及 或者 并且 而且 不但 不仅 但是 因为 所以 因此 由于 对于 按照 依照 如果 虽然 尽管 已经 正在 能够 必须 可以 但要 进行
加以 予以 给予 成为 这种 那种 之间 之后 之前 方面 围绕 针对 尤其 目前 当前 今后 仍然 依然 往往 甚至 乃至 例如 比如 同比
环比 即使 既然 无论 只有 只要 直到 至于 从而 进而 使得 各级 各项 广大 开展 召开 举行 确保
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())

# Words that are rarely doubled on purpose: for emphasis (不断不断地), as an object and the next subject
# (告诉我们|我们要), or as parts of other words (应当|应|当事人, 成为|了|为了).
_RARELY_DOUBLED = """
我们 你们 他们 她们 它们 咱们 自己 大家 其中 其他 其它 这些 那些 这个 那个 这样 那样 关于 根据 通过 经过 为了 除了 随着
同时 应该 应当 还是 就是 只是 作为 具有 没有 以后 以前 以来 以上 以下 更加 不断 始终 全面 切实 继续 结合 不管 认为 得到
取得 造成 有的 有关 同志们
"""
RARELY_DOUBLED = frozenset(_RARELY_DOUBLED.split())

# Words that are doubled to sound casual, or for emphasis: 研究研究, 非常非常.
_DOUBLED_ON_PURPOSE = """
研究 讨论 商量 学习 考虑 休息 检查 打听 了解 比较 活动 总结 提醒 见识 鼓励 照顾 意思 锻炼 整理 收拾 打扫 反思 琢磨
核实 核对 掂量 交流 沟通 准备 介绍 解释 调查 调研 走动 合计 盘算 联系 体验 感受 表示 安排 协调 督促 观察 帮助 支持
教育 熟悉 走访 回顾 对照 参观 尝试 庆祝 放松 高兴 热闹 烟酒 宣传 指导 评议 批评 分析 请教 考察 过问 梳理 检讨 反省
认识 思考 练习 检验 打量 清理 修理 改造 改进 宣讲 意会 落实 提高 推动 非常 特别 十分 多少 鉴定 唠叨 念叨 敲打 扒拉
舒服 轻松 凑合 应付 张罗 招呼 数落 劝说 聊天 参谋 关心 倾听 反映 请示 汇报 谢谢 加油 哈哈 呵呵 嘻嘻 慢慢 来回 起来
如何 怎样 大片 那么 这么 老远 忽闪 哗啦
"""
DOUBLED_ON_PURPOSE = frozenset(_DOUBLED_ON_PURPOSE.split())

# English function words that are always a mistake if doubled. The others may end one phrase and begin the next: what we
# hoped for | for years, come in | in time. `had had` and `that that` are correct.
_ENGLISH_CERTAINLY_ONCE = """
the a an and or but because than if your their my our during between should would
"""
ENGLISH_CERTAINLY_ONCE = frozenset(_ENGLISH_CERTAINLY_ONCE.split())
_ENGLISH_FUNCTION_WORDS = """
of to in on for with from at by as we they he she i you his its this these those it be are was were has have will could
can must may not when which who what into then about over under through before after
"""
ENGLISH_FUNCTION_WORDS = ENGLISH_CERTAINLY_ONCE | frozenset(_ENGLISH_FUNCTION_WORDS.split())
