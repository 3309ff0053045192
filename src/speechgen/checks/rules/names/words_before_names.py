"""Words of a sentence that may be read as the beginning of a place name: 联系 in 联系市水利局, 祝 in 祝桂花街道."""

from __future__ import annotations

from collections.abc import Iterator

# Words of two characters that often have an organisation after them, and are no place.
_COMMON_WORDS_TEXT = """
联系 联络 联合 联手 建议 提议 倡议 感谢 多谢 致谢 希望 盼望 期望 期待 相信 坚信 祝愿 祝福 祝贺 恭喜 支持 支援 援助
配合 协助 协调 协同 督促 敦促 督导 督办 督查 要求 请求 恳请 恳求 求助 帮助 帮扶 资助 辅导 推动 推进 推荐 推选 推举
涉及 牵涉 报送 上报 报告 报请 汇报 通报 通知 通告 告知 告诉 反馈 反映 反对 接受 接待 接管 经过 途经 路过 通过 超过
组织 委托 参加 参与 参观 参照 参考 关于 至于 对于 由于 位于 处于 属于 归属 隶属 根据 依据 依托 依靠 依照 依法 按照
遵照 对照 仿照 围绕 针对 结合 指导 指定 指挥 指出 检查 抽查 核查 调查 巡查 考察 考核 考评 考验 调研 走访 走进 走出
走到 走遍 来到 回到 回访 来自 前往 到达 抵达 到访 离开 返回 进入 进驻 派驻 加入 拜访 探访 陪同 陪伴 跟随 伴随 随同
邀请 聘请 动员 发动 号召 提醒 提请 提出 批评 批准 批复 表扬 表彰 表示 肯定 否定 夸奖 赞扬 赞赏 欢迎 代表 服务 服从
保障 保护 保证 保持 促进 促使 带动 带领 率领 引领 引导 领导 主管 分管 影响 包括 包含 囊括 除了 除去 以及 并且 而且
况且 但是 可是 不过 只是 只有 只要 只能 因为 因此 所以 如果 假如 倘若 若是 无论 不论 不管 尽管 虽然 即使 哪怕 为了
随着 鉴于 面对 面向 立足 扎根 坚守 驻守 守护 热爱 爱护 熟悉 熟知 了解 理解 谅解 关心 关注 关怀 关爱 重视 尊重 尊敬
信任 团结 教育 培训 监督 监管 管理 治理 评价 评议 评选 评为 介绍 宣传 宣布 报道 学习 借鉴 效仿 模仿 执行 落实 贯彻
传达 传递 转发 转告 转交 转达 印发 下发 抄送 抄报 呈报 呈送 移送 移交 交给 交由 送给 申请 申报 请示 答复 回复 答应
咨询 请教 讨教 询问 质问 起诉 投诉 举报 控告 其中 目前 当前 此前 此后 今年 去年 明年 前年 每年 本月 上月 下月 昨天
今天 明天 后天 上午 下午 晚上 早上 中午 近日 近期 日前 同时 此外 另外 尤其 特别 比如 例如 譬如 诸如 正如 犹如 正是
就是 不是 还是 都是 也是 要是 凡是 可以 应该 应当 能够 需要 必须 务必 务请 继续 坚持 努力 积极 主动 认真 切实 真正
确实 的确 其实 实在 已经 曾经 正在 将要 即将 仍然 依然 一直 始终 再次 多次 首次 共同 一起 一道 携手 会商 商请
征求 听取 采纳 选择 选派 选出 抽调 调动 安排 部署 责成 责令 授权 授予 奖励 慰问 看望 看到 看见 听到 听说 知道
得知 获悉 认为 以为 觉得 发现 记得 忘记 感到 想起 提到 提及 说起 讲到 谈到 谈起 写到 回顾 总结 展望 迎接 准备 开始
完成 结束 停止 成为 作为 担任 调任 出任 就任 离任 调往 调到 分到 分配 派往 派到 派出 送往 运往 发往 寄往 飞往 赶赴
赶到 赶往 奔赴 深入 融入 纳入 列入 投入 植根 走向 迈向 朝向 转向 靠近 接近 远离 背离 脱离 超越 落后 领先 赶超 比起
相比 不如 好比 如同 等同 视同 连同 协商 磋商 商讨 沟通 衔接 对接 挂钩 结对 共建 合作 互助 帮带 传授 交流 座谈 约谈
访谈 谈论 讨论 研究 审查 审核 审批 审计 验收 检验 检阅 视察 巡察 巡视 巡回 暗访 明察 察看 查看 查阅 翻阅 阅读 引用
援引 摘录 转载 转述 复述 陈述 叙述 描述 描写 歌颂 讴歌 赞美 赞颂 呼吁 呼唤 召集 召开 召唤 聚集 聚焦 集中 瞄准 锁定
紧盯 盯住 抓住 抓好 抓紧 紧靠 紧跟 紧扣 突出 强调 注重 着眼 着力 致力 有关 相关 所有 唯有 没有 具有 拥有 占有 享有
"""
COMMON_WORDS = frozenset(_COMMON_WORDS_TEXT.split())
# Before a known place these make the name of another one: 大石桥镇, 新石桥镇; and 市 or 第二 before a known name.
_MAKES_ANOTHER_NAME = frozenset("大小新老旧古上下东西南北中前后左右内外高长省市县区州旗盟镇乡第一二三四五六七八九十")


def ends_in_common_word(text: str, end: int) -> bool:
    """Whether the two characters before `end` are a common word, which does not end a name."""
    return end > 1 and text[end - 2 : end] in COMMON_WORDS


def words_before_names(name: str) -> Iterator[int]:
    """Yield how many characters at the beginning of a name that was read from a text may be a word: 1 in 祝桂花街道."""
    for size in (1, 2):
        is_word = size == 1 or name[:size] in COMMON_WORDS
        if is_word and len(name) - size > 2 and name[size - 1] not in _MAKES_ANOTHER_NAME:
            yield size
