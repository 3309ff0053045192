"""The dates of congresses, plenary sessions, campaigns and plans.

Sources. Congresses and plenary sessions: the communiqués that Xinhua published on their last day (archived at
共产党员网 12371.cn and 人民网 cpc.people.com.cn). Campaigns: the day on which the Central Committee issued its opinion,
or held its mobilisation meeting. Terms: the speech or decision that first used them. All are public; uncertain dates
are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class Event(NamedTuple):
    """An event: its name, first and last day, and the source."""

    name: str
    first: date
    last: date
    source: str


# 全国代表大会, by number.
CONGRESSES: Mapping[int, Event] = {
    15: Event("党的十五大", date(1997, 9, 12), date(1997, 9, 18), "新华社 1997-09-18"),
    16: Event("党的十六大", date(2002, 11, 8), date(2002, 11, 14), "新华社 2002-11-14"),
    17: Event("党的十七大", date(2007, 10, 15), date(2007, 10, 21), "新华社 2007-10-21"),
    18: Event("党的十八大", date(2012, 11, 8), date(2012, 11, 14), "新华社 2012-11-14"),
    19: Event("党的十九大", date(2017, 10, 18), date(2017, 10, 24), "新华社 2017-10-24"),
    20: Event("党的二十大", date(2022, 10, 16), date(2022, 10, 22), "新华社 2022-10-22"),
}

# 中央委员会全体会议, by the number of the congress and of the session: first and last day, from the communiqués.
PLENUMS: Mapping[tuple[int, int], tuple[date, date]] = {
    (16, 1): (date(2002, 11, 15), date(2002, 11, 15)),
    (16, 2): (date(2003, 2, 24), date(2003, 2, 26)),
    (16, 3): (date(2003, 10, 11), date(2003, 10, 14)),
    (16, 4): (date(2004, 9, 16), date(2004, 9, 19)),
    (16, 5): (date(2005, 10, 8), date(2005, 10, 11)),
    (16, 6): (date(2006, 10, 8), date(2006, 10, 11)),
    (16, 7): (date(2007, 10, 9), date(2007, 10, 12)),
    (17, 1): (date(2007, 10, 22), date(2007, 10, 22)),
    (17, 2): (date(2008, 2, 25), date(2008, 2, 27)),
    (17, 3): (date(2008, 10, 9), date(2008, 10, 12)),
    (17, 4): (date(2009, 9, 15), date(2009, 9, 18)),
    (17, 5): (date(2010, 10, 15), date(2010, 10, 18)),
    (17, 6): (date(2011, 10, 15), date(2011, 10, 18)),
    (17, 7): (date(2012, 11, 1), date(2012, 11, 4)),
    (18, 1): (date(2012, 11, 15), date(2012, 11, 15)),
    (18, 2): (date(2013, 2, 26), date(2013, 2, 28)),
    (18, 3): (date(2013, 11, 9), date(2013, 11, 12)),
    (18, 4): (date(2014, 10, 20), date(2014, 10, 23)),
    (18, 5): (date(2015, 10, 26), date(2015, 10, 29)),
    (18, 6): (date(2016, 10, 24), date(2016, 10, 27)),
    (18, 7): (date(2017, 10, 11), date(2017, 10, 14)),
    (19, 1): (date(2017, 10, 25), date(2017, 10, 25)),
    (19, 2): (date(2018, 1, 18), date(2018, 1, 19)),
    (19, 3): (date(2018, 2, 26), date(2018, 2, 28)),
    (19, 4): (date(2019, 10, 28), date(2019, 10, 31)),
    (19, 5): (date(2020, 10, 26), date(2020, 10, 29)),
    (19, 6): (date(2021, 11, 8), date(2021, 11, 11)),
    (19, 7): (date(2022, 10, 9), date(2022, 10, 12)),
    (20, 1): (date(2022, 10, 23), date(2022, 10, 23)),
    (20, 2): (date(2023, 2, 26), date(2023, 2, 28)),
    (20, 3): (date(2024, 7, 15), date(2024, 7, 18)),
    (20, 4): (date(2025, 10, 20), date(2025, 10, 23)),
}
# Finished terms, for which the table above is complete.
CLOSED_TERMS = frozenset((16, 17, 18, 19))
KNOWN_UNTIL = date(2025, 12, 31)  # later events are not in these tables

# 中央纪委全体会议, by the number of the congress and of the session.
DISCIPLINE_SESSIONS: Mapping[tuple[int, int], tuple[date, date]] = {
    (18, 2): (date(2013, 1, 21), date(2013, 1, 22)),
    (18, 3): (date(2014, 1, 13), date(2014, 1, 15)),
    (18, 5): (date(2015, 1, 12), date(2015, 1, 14)),
    (18, 6): (date(2016, 1, 12), date(2016, 1, 14)),
    (18, 7): (date(2017, 1, 6), date(2017, 1, 8)),
    (19, 2): (date(2018, 1, 11), date(2018, 1, 13)),
    (19, 3): (date(2019, 1, 11), date(2019, 1, 13)),
    (19, 4): (date(2020, 1, 13), date(2020, 1, 15)),
    (19, 5): (date(2021, 1, 22), date(2021, 1, 24)),
    (19, 6): (date(2022, 1, 18), date(2022, 1, 20)),
    (20, 2): (date(2023, 1, 9), date(2023, 1, 10)),
    (20, 3): (date(2024, 1, 8), date(2024, 1, 10)),
    (20, 4): (date(2025, 1, 6), date(2025, 1, 8)),
}

# 全国人民代表大会会议, by the number of the congress and of the session.
PEOPLES_CONGRESSES: Mapping[tuple[int, int], tuple[date, date]] = {
    (12, 1): (date(2013, 3, 5), date(2013, 3, 17)),
    (12, 2): (date(2014, 3, 5), date(2014, 3, 13)),
    (12, 3): (date(2015, 3, 5), date(2015, 3, 15)),
    (12, 4): (date(2016, 3, 5), date(2016, 3, 16)),
    (12, 5): (date(2017, 3, 5), date(2017, 3, 15)),
    (13, 1): (date(2018, 3, 5), date(2018, 3, 20)),
    (13, 2): (date(2019, 3, 5), date(2019, 3, 15)),
    (13, 3): (date(2020, 5, 22), date(2020, 5, 28)),
    (13, 4): (date(2021, 3, 5), date(2021, 3, 11)),
    (13, 5): (date(2022, 3, 5), date(2022, 3, 11)),
    (14, 1): (date(2023, 3, 5), date(2023, 3, 13)),
    (14, 2): (date(2024, 3, 5), date(2024, 3, 11)),
    (14, 3): (date(2025, 3, 5), date(2025, 3, 11)),
}

# 五年规划, by name: first and last year, from their outlines.
PLANS: Mapping[str, tuple[int, int]] = {
    "十一五": (2006, 2010),
    "十二五": (2011, 2015),
    "十三五": (2016, 2020),
    "十四五": (2021, 2025),
    "十五五": (2026, 2030),
}

# When campaigns ended: (name, day, source). The day of the closing meeting, or the last day given in the notice.
CAMPAIGN_ENDS: tuple[tuple[str, date, str], ...] = (
    ("群众路线教育实践活动", date(2014, 10, 8), "总结大会 2014-10-08"),
    ("“三严三实”专题教育", date(2015, 12, 31), "中共中央办公厅方案 2015-04"),
    ("“不忘初心、牢记使命”主题教育", date(2020, 1, 8), "总结大会 2020-01-08"),
    ("政法队伍教育整顿", date(2021, 12, 31), "全国政法队伍教育整顿领导小组 2021"),
    ("党史学习教育", date(2021, 12, 31), "总结会议 2021-12-24"),
    ("学习贯彻习近平新时代中国特色社会主义思想主题教育", date(2024, 2, 4), "总结 2024-02-04"),
    ("党纪学习教育", date(2024, 7, 31), "中共中央办公厅通知 2024-04"),
    ("深入贯彻中央八项规定精神学习教育", date(2025, 7, 31), "中共中央办公厅通知 2025-03"),
)

# The years of events that have anniversaries, by their names.
ANNIVERSARIES: Mapping[str, int] = {
    "新中国成立": 1949,
    "中华人民共和国成立": 1949,
    "共和国成立": 1949,
    "国庆": 1949,
    "中国共产党成立": 1921,
    "建党": 1921,
    "党的生日": 1921,
    "改革开放": 1978,
    "抗日战争暨世界反法西斯战争胜利": 1945,
    "抗日战争胜利": 1945,
    "抗战胜利": 1945,
    "红军长征胜利": 1936,
    "长征胜利": 1936,
    "建军": 1927,
    "香港回归": 1997,
    "澳门回归": 1999,
    "五四运动": 1919,
}

# When campaigns and terms began to exist: (name, day, source).
CAMPAIGN_STARTS: tuple[tuple[str, date, str], ...] = (
    ("中央八项规定", date(2012, 12, 4), "中央政治局会议 2012-12-04"),
    ("党的群众路线教育实践活动", date(2013, 4, 19), "中央政治局会议 2013-04-19"),
    ("“三严三实”专题教育", date(2015, 4, 1), "中共中央办公厅方案 2015-04"),
    ("三严三实", date(2014, 3, 9), "习近平参加安徽代表团审议 2014-03-09"),
    ("供给侧结构性改革", date(2015, 11, 10), "中央财经领导小组会议 2015-11-10"),
    ("四个意识", date(2016, 1, 29), "中央政治局会议 2016-01-29"),
    ("两学一做", date(2016, 2, 1), "中共中央办公厅方案 2016-02"),
    ("四个自信", date(2016, 7, 1), "庆祝中国共产党成立95周年大会 2016-07-01"),
    ("习近平新时代中国特色社会主义思想", date(2017, 10, 18), "党的十九大报告 2017-10-18"),
    ("乡村振兴战略", date(2017, 10, 18), "党的十九大报告 2017-10-18"),
    ("“不忘初心、牢记使命”主题教育", date(2019, 5, 13), "中央政治局会议 2019-05-13"),
    ("扫黑除恶专项斗争", date(2018, 1, 1), "中共中央、国务院通知 2018-01"),
    ("政法队伍教育整顿", date(2020, 7, 8), "中央政法委动员会 2020-07-08"),
    ("党史学习教育", date(2021, 1, 1), "动员大会 2021-02-20"),
    ("两个确立", date(2021, 11, 8), "党的十九届六中全会 2021-11-11"),
    ("学习贯彻习近平新时代中国特色社会主义思想主题教育", date(2023, 3, 30), "中央政治局会议 2023-03-30"),
    ("党纪学习教育", date(2024, 4, 1), "中共中央办公厅通知 2024-04"),
    ("深入贯彻中央八项规定精神学习教育", date(2025, 3, 1), "中共中央办公厅通知 2025-03"),
)
