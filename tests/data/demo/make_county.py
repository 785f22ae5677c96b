#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws a county that does not exist and writes its tables: districts, facilities, inspections,
households. Run once by hand (python3 make_county.py; ogr2ogr writes the XLSX); the output is
committed, so that the demo needs no Python. The seed is fixed: the same files come out each time.

The county lies in the open sea, its code 990101 belongs to no district, people are called
测试甲一, telephones begin with 000, certificate numbers have a wrong check digit on purpose.
"""
import csv
import datetime
import json
import math
import pathlib
import random
import subprocess

HERE = pathlib.Path(__file__).parent
rng = random.Random(990101)
COUNTY = "990101"
WEST, SOUTH, EAST, NORTH = 123.20, 29.00, 123.68, 29.36
COLUMNS, ROWS = 4, 3
# Town, and the cells (column, row) of the drawing grid that it covers; two towns cover two cells.
TOWNS = [("990101100", "城关镇", [(1, 1)], 10), ("990101101", "云岭镇", [(0, 0), (1, 0)], 6), ("990101102", "石桥镇", [(2, 0)], 5),
         ("990101103", "柳湾镇", [(3, 0)], 4), ("990101104", "竹溪镇", [(0, 1)], 4), ("990101105", "青坪镇", [(2, 1)], 6),
         ("990101200", "白沙乡", [(3, 1), (3, 2)], 3), ("990101201", "松涛乡", [(0, 2)], 2), ("990101202", "梅岭乡", [(1, 2)], 2),
         ("990101203", "月泉乡", [(2, 2)], 3)]


def write_csv(name, header, rows):
    with open(HERE / name, "w", encoding="utf-8-sig", newline="") as out:  # the mark that spreadsheets look for
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


# ---- the map: grid nodes pushed about, edges bent once and used by both neighbours -------------
def node(column, row):
    step_x, step_y = (EAST - WEST) / COLUMNS, (NORTH - SOUTH) / ROWS
    return (round(WEST + column * step_x + rng.uniform(-.22, .22) * step_x, 6),
            round(SOUTH + row * step_y + rng.uniform(-.22, .22) * step_y, 6))


NODES = {(c, r): node(c, r) for c in range(COLUMNS + 1) for r in range(ROWS + 1)}


def bend(a, b, depth):
    if depth == 0:
        return [a]
    dx, dy = b[0] - a[0], b[1] - a[1]
    push = rng.uniform(-.14, .14)
    middle = (round((a[0] + b[0]) / 2 - dy * push, 6), round((a[1] + b[1]) / 2 + dx * push, 6))
    return bend(a, middle, depth - 1) + bend(middle, b, depth - 1)


EDGES = {}


def edge(a, b):
    """The bent line from node a to node b without b; the same points in both directions."""
    if (a, b) not in EDGES:
        line = bend(NODES[a], NODES[b], 4) + [NODES[b]]
        EDGES[a, b] = line[:-1]
        EDGES[b, a] = line[::-1][:-1]
    return EDGES[a, b]


def outline(cells):
    """Ring around cells that touch: their edges, without those that two of them share."""
    sides = set()
    for c, r in cells:
        corners = [(c, r), (c + 1, r), (c + 1, r + 1), (c, r + 1)]
        for a, b in zip(corners, corners[1:] + corners[:1]):
            if (b, a) in sides:
                sides.remove((b, a))
            else:
                sides.add((a, b))
    follow = dict(sides)
    at = start = min(follow)
    ring = []
    while True:
        ring += edge(at, follow[at])
        at = follow[at]
        if at == start:
            return ring + ring[:1]


RINGS = {code: outline(cells) for code, _, cells, _ in TOWNS}
RINGS[COUNTY] = outline([(c, r) for c in range(COLUMNS) for r in range(ROWS)])


def inside(ring, x, y):
    odd = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


def place_in(code):
    ring = RINGS[code]
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    while True:
        x, y = round(rng.uniform(min(xs), max(xs)), 6), round(rng.uniform(min(ys), max(ys)), 6)
        if inside(ring, x, y):
            return x, y


def feature(code, name, level):
    return {"type": "Feature", "properties": {"code": code, "name": name, "level": level, "note": "虚构 fictional"},
            "geometry": {"type": "Polygon", "coordinates": [RINGS[code]]}}


with open(HERE / "districts.geojson", "w", encoding="utf-8") as out:
    features = [feature(COUNTY, "清溪县（虚构）", "county")] + [feature(c, n + "（虚构）", "township") for c, n, _, _ in TOWNS]
    out.write('{"type": "FeatureCollection", "name": "清溪县（虚构）",\n"features": [\n')
    out.write(",\n".join(json.dumps(f, ensure_ascii=False) for f in features) + "\n]}\n")


# ---- facilities ---------------------------------------------------------------------------------
def gcj02(lon, lat):
    """WGS-84 to the shifted frame of Chinese web maps (the published polynomial)."""
    x, y = lon - 105.0, lat - 35.0
    common = (20 * math.sin(6 * x * math.pi) + 20 * math.sin(2 * x * math.pi)) * 2 / 3
    north = -100 + 2 * x + 3 * y + .2 * y * y + .1 * x * y + .2 * math.sqrt(abs(x)) + common
    north += (20 * math.sin(y * math.pi) + 40 * math.sin(y / 3 * math.pi)) * 2 / 3
    north += (160 * math.sin(y / 12 * math.pi) + 320 * math.sin(y * math.pi / 30)) * 2 / 3
    east = 300 + x + 2 * y + .1 * x * x + .1 * x * y + .1 * math.sqrt(abs(x)) + common
    east += (20 * math.sin(x * math.pi) + 40 * math.sin(x / 3 * math.pi)) * 2 / 3
    east += (150 * math.sin(x / 12 * math.pi) + 300 * math.sin(x / 30 * math.pi)) * 2 / 3
    a, ee = 6378245.0, 0.00669342162296594323
    magic = 1 - ee * math.sin(math.radians(lat)) ** 2
    north = north * 180 / (a * (1 - ee) / (magic * math.sqrt(magic)) * math.pi)
    east = east * 180 / (a / math.sqrt(magic) * math.cos(math.radians(lat)) * math.pi)
    return round(lon + east, 6), round(lat + north, 6)


# Place type, its name, and what is measured there: criterion, part, unit, good value, bad value, facts.
RAMP = [("ramp-slope", "坡道", "1:n", "1:12", "1:8", "site_constrained=no;rise_per_run=300 mm"), ("ramp-width", "坡道", "m", "1.25", "0.95", ""),
        ("ramp-landing-length", "坡道", "m", "1.55", "1.10", "")]
DOOR = [("manual-door-width-existing", "大门", "mm", "880", "740", "door_operation=manual"), ("threshold-height", "大门", "mm", "12", "35", "")]
DESK = [("low-desk-present", "服务台", "", "是", "否", ""), ("low-desk-height", "服务台", "mm", "780", "1050", "")]
TOILET = [("toilet-room-turning", "无障碍厕所", "m", "1.60", "1.20", ""), ("stall-short-side", "无障碍厕位", "m", "1.55", "1.05", ""), ("basin-top-height", "洗手盆", "mm", "790", "860", "")]
ROAD = [("kerb-ramp-lip", "缘石坡道", "mm", "0", "25", ""), ("route-clear-width", "人行道", "m", "1.80", "0.90", ""), ("tactile-unobstructed", "盲道", "", "否", "是", "")]
LIFT = [("lift-call-button-height", "电梯", "mm", "1000", "1300", ""), ("lift-car-depth", "电梯", "m", "1.50", "1.25", "")]
PARKING = [("bay-aisle-width", "无障碍车位", "m", "1.30", "0.60", ""), ("bay-markings", "无障碍车位", "", "是", "否", "")]
KINDS = [("government-hall", "便民服务中心", RAMP + DOOR + DESK), ("hospital", "卫生院", RAMP + LIFT + TOILET), ("school", "学校", RAMP + DOOR), ("library", "图书室", RAMP + DESK),
         ("public-toilet", "公共厕所", RAMP[:2] + TOILET), ("urban-road", "路段", ROAD), ("bus-stop", "公交站", ROAD[:2]), ("car-park", "停车场", PARKING), ("bank-post", "邮政所", RAMP + DOOR + DESK[:1]),
         ("shop", "商场", RAMP + DOOR + LIFT), ("welfare-elder", "敬老院", RAMP + TOILET), ("green-park", "公园", ROAD[1:] + TOILET[:1])]
BY_CODE = {code: name for code, name, _, _ in TOWNS}
facilities, kinds = [], {}
weights = [t[3] for t in TOWNS]
for number in range(1, 241):
    code = TOWNS[(number - 1) % len(TOWNS)][0] if number <= 20 else rng.choices(TOWNS, weights)[0][0]
    kind, word, measured = KINDS[(number * 7) % len(KINDS)]
    ident = f"QX-{number:04}"
    kinds[ident] = measured
    facilities.append([ident, f"{BY_CODE[code]}第{number}{word}（虚构）", kind, "新建" if number % 5 == 0 else "既有", f"{BY_CODE[code]}虚构大道{number}号", *place_in(code)])
# Two stand exactly on a border that towns share: on a node of the grid and on a bend of an edge.
facilities[30][5:], facilities[31][5:] = NODES[2, 1], edge((1, 1), (2, 1))[3]
# Who answers for a place; who answers for post offices and shops is not known.
OWNERS = {"government-hall": "政务服务中心", "hospital": "卫生健康局", "school": "教育局", "library": "文化和旅游局", "public-toilet": "城市管理局",
          "urban-road": "住房和城乡建设局", "bus-stop": "交通运输局", "car-park": "城市管理局", "welfare-elder": "民政局", "green-park": "城市管理局"}
HEADER = ["设施编号", "名称", "场所类型", "新建或既有", "地址", "经度", "纬度", "管理单位"]
def owned(facility):
    return facility + [f"清溪县{OWNERS[facility[2]]}（虚构）" if facility[2] in OWNERS else ""]
outside = ["QX-9001", "县界外的候车亭（虚构，用来演示拒收）", "bus-stop", "既有", "县界以外", 124.5, 29.2]
write_csv("facilities.csv", HEADER, [owned(f) for f in facilities[:200] + [outside]])
write_csv("facilities_gcj02.csv", HEADER, [owned(f[:5] + list(gcj02(*f[5:]))) for f in facilities[200:]])

# ---- inspections of two years: the second year finds part of the faults mended ------------------
rows = []
bad = {}
for year in (2024, 2025):
    for facility in rng.sample(facilities, 170 if year == 2024 else 150):
        ident = facility[0]
        day = datetime.date(year, 3, 1) + datetime.timedelta(days=rng.randrange(240))
        team = f"督导{'一二三四'[rng.randrange(4)]}组"
        for criterion, part, unit, good_value, bad_value, facts in kinds[ident]:
            if facility[3] == "新建" and criterion == "manual-door-width-existing":
                criterion, good_value = "manual-door-width-new", "930"
            chance = rng.random()
            was_bad = bad.get((ident, criterion))
            is_bad = chance < (.5 if was_bad else .28 if was_bad is None else .05)
            bad[ident, criterion] = is_bad
            unmeasured = rng.random() < .08
            rows.append([ident, day.isoformat(), "专项检查" if year == 2024 else "复查", team, part, criterion,
                         "" if unmeasured else bad_value if is_bad else good_value, "" if unmeasured else unit, facts, "现场施工，未能测量" if unmeasured else ""])
rows.insert(40, ["QX-0001", "2024-05-06", "专项检查", "督导一组", "坡道", "ramp-width", "约一米", "m", "", "用来演示拒收：测量值不是数字"])
write_csv("inspections.csv", ["设施编号", "检查日期", "检查类型", "检查人", "部件", "指标编号", "测量值", "单位", "现场条件", "备注"], rows)

# ---- households in all states of the work -------------------------------------------------------
STATES = ["已申请", "已评估", "已批准", "施工中", "已完工", "已验收", "已退回", "已放弃", "不符合"]
SHARES = [8, 7, 8, 9, 8, 48, 4, 4, 4]
ITEMS = ["出入口坡化", "扶手", "卫生间改造", "低位灶台", "闪光门铃", "厨房墙面加固"]  # the last is in no catalogue
NUMBERS = "一二三四五六七八九十"


def certificate(number):
    """20 places as on a certificate: a right check character, an address code that nobody has."""
    digits = f"{COUNTY}{1940 + number % 50}{1 + number % 12:02}{1 + number % 28:02}{number:03}"
    total = sum(int(d) * w for d, w in zip(digits, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]))
    return digits + "10X98765432"[total % 11] + str(1 + number % 7) + str(1 + number % 4)


households = []
for number in range(1, 301):
    code = rng.choices(TOWNS, weights)[0][0]
    state = rng.choices(STATES, SHARES)[0]
    year = 2024 if number % 2 else 2025
    applied = datetime.date(year, 1, 10) + datetime.timedelta(days=rng.randrange(60))
    reached = STATES.index(state) if state in STATES[:6] else -1
    dates = [(applied + datetime.timedelta(days=35 * step)).isoformat() if reached >= step else "" for step in range(1, 6)]
    name = f"测试{'甲乙丙丁戊己庚辛壬癸'[number % 10]}{NUMBERS[number // 10 % 10]}{'' if number < 100 else NUMBERS[number // 100 - 1]}"
    households.append([f"QXH-{number:04}", name, f"000-{5550000 + number}", f"{BY_CODE[code]}虚构{NUMBERS[number % 10]}村{number}号", certificate(number),
                       1 + number % 7, 1 + number % 4, rng.choice(["低保", "特困", "低保边缘", "防返贫监测"]), code, *place_in(code), state, applied.isoformat(), *dates,
                       "；".join(rng.sample(ITEMS, 2)), 3500 + 100 * (number % 25)])
HEADER = ["户编号", "姓名", "联系电话", "住址", "残疾人证号", "残疾类别", "残疾等级", "困难类型", "乡镇代码", "经度", "纬度", "状态", "申请日期", "评估日期", "批准日期", "开工日期",
          "完工日期", "验收日期", "改造项目", "补贴金额"]
write_csv("households.csv", HEADER, households[:240])
write_csv("households_more.csv", HEADER, households[240:])
(HERE / "households_more.xlsx").unlink(missing_ok=True)
subprocess.run(["ogr2ogr", "-f", "XLSX", HERE / "households_more.xlsx", HERE / "households_more.csv", "-nln", "住户（虚构）"], check=True)
(HERE / "households_more.csv").unlink()

# ---- what the county's plan promises --------------------------------------------------------------
TITLE = "清溪县（虚构）残疾人保障和发展规划"
plan = [[COUNTY, "清溪县（虚构）", TITLE, "正式印发", "困难重度残疾人家庭无障碍改造数", 2024, "80", "户", "预期性", "到2024年完成80户（虚构）"],
        [COUNTY, "清溪县（虚构）", TITLE, "正式印发", "困难重度残疾人家庭无障碍改造数", 2025, "0.018", "万户", "约束性", "到2025年完成0.018万户（虚构）"],
        [COUNTY, "清溪县（虚构）", TITLE, "正式印发", "困难重度残疾人居家无障碍覆盖率", 2025, "60", "%", "预期性", "覆盖率达到60%（虚构）"]]
plan += [[code, f"{name}（虚构）", f"{name}（虚构）任务分解", "正式印发", "困难重度残疾人家庭无障碍改造数", year, homes, "户", "约束性", f"{name}到{year}年{homes}户（虚构）"]
         for code, name, _, share in TOWNS for year, homes in ((2024, 2 * share), (2025, 4 * share))]
write_csv("plan.csv", ["行政区划代码", "地区", "规划名称", "状态", "指标", "目标年", "目标值", "单位", "属性", "原文"], plan)
