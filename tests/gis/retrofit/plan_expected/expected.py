#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the five plans' progress pages must show for homes.csv, worked out without the program.

The program folds each home's events one after the other. Here the lines are one table and every
number is one question to it in SQL: a line is void if a later correction, recorded in time, took its
place; the last line by day that is left is the home's state. Targets, the years and the way of
counting are written down here by hand from the plans, not read from the program's tables.

    python3 make_homes.py && python3 expected.py     writes expected.csv
"""
import csv
import datetime as dt
import math
import pathlib
import sqlite3

HERE = pathlib.Path(__file__).parent
ORDER = "applied assessed approved in_progress completed accepted returned withdrawn rejected".split()

db = sqlite3.connect(":memory:")
with open(HERE / "homes.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
db.execute("CREATE TABLE line(seq, recorded_on, verb, id, person, place, district, programme, category, grade, money, state, rank, on_day)")
db.executemany("INSERT INTO line VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)", [
    (seq, r["recorded_on"], r["verb"], int(r["id"]), r["person"], r["place"], r["district"], r["programme"],
     r["category"] or "unknown", r["grade"] or "unknown", r["money"] or "unknown", r["state"], ORDER.index(r["state"]), r["on"])
    for seq, r in enumerate(rows)])

# plan: district, codes that belong to it, last year's promises as (indicator, target, base, unclear)
PLANS = {
    "guilin-14-5": ("4503%", 6), "yulin-14-5": ("4509%", 6), "ziyang-14-5": ("5120%", 6),
    "beilin-14-5": ("610103%", 9), "fogang-14-5": ("441821%", 9)}
OWN = {"guilin-14-5": "450300", "yulin-14-5": "450900", "ziyang-14-5": "512000", "beilin-14-5": "610103", "fogang-14-5": "441821"}
# target row: [(reading, homes, what was there before)]; 0.4 万户 = 4000; 95 % of 1 000 homes = 950
PROMISES = {
    "guilin-14-5": {"GL-07": [("newly", 4000, 0)]}, "yulin-14-5": {}, "ziyang-14-5": {"ZY-07": [("newly", 2006, 0)]},
    "beilin-14-5": {"BL-14": [("coverage", 950, 0), ("stock", 950, None)]},
    "fogang-14-5": {"FG-05": [("newly", 600, 0), ("cumulative", 600, 600)], "FG-07": [("newly", 600, 0)]}}
# (as of, known on); an empty one is "not asked for"
DAYS = [("2022-12-31", ""), ("2023-06-30", ""), ("2024-12-31", ""), ("2024-12-31", "2024-12-31"), ("2025-12-31", ""), ("", "")]
TODAY = "2026-11-22"
# Columns other than years are worked out for two of them.
ALL_COLUMNS = [("2024-12-31", "2024-12-31"), ("", "")]

ACCEPTED = """
WITH known AS (SELECT * FROM line WHERE recorded_on <= :known AND district LIKE :codes),
standing AS (SELECT * FROM known k WHERE on_day <= :day AND NOT EXISTS (
   SELECT 1 FROM known c WHERE c.id = k.id AND c.verb = 'correct' AND c.seq > k.seq AND c.rank <= k.rank)),
last AS (SELECT *, row_number() OVER (PARTITION BY id ORDER BY on_day DESC, seq DESC) AS back FROM standing)
SELECT id, person, place, district, programme, category, grade, money, on_day FROM last WHERE back = 1 AND state = 'accepted'"""


def accepted(plan, day, known):
    """Accepted records of the plan's district, oldest acceptance first."""
    codes, _ = PLANS[plan]
    return sorted(db.execute(ACCEPTED, {"codes": codes, "day": day or "9999", "known": known or "9999"}),
                  key=lambda r: (r[8], r[0]))


def homes(plan, day, known, rule="person"):
    """Each home once: its first acceptance of 2021 to 2025, and all words of its records."""
    found = {}
    for r in accepted(plan, day, known):
        if "2021" <= r[8][:4] <= "2025":
            found.setdefault({"person": r[1], "place": r[2], "record": r[0]}[rule], []).append(r)
    return list(found.values())


def column(records, by):
    first = records[0]
    if by in ("programme", "money"):
        words = {r[4 if by == "programme" else 7] for r in records} - {"unknown"}
        if not words:
            return "unknown"
        return "several" if len(words) > 1 or ";" in next(iter(words)) else words.pop()
    return {"year": first[8][:4], "category": first[5], "grade": first[6]}[by]


out = []
for plan in PLANS:
    own, width = OWN[plan], PLANS[plan][1]
    for day, known in DAYS:
        for by in ("year", "programme", "category", "grade", "money") if (day, known) in ALL_COLUMNS else ("year",):
            cells = {}
            for records in homes(plan, day, known):
                place = records[0][3]
                row = place[:width] if place != own else own + "/rest"
                for at in {own, row}:
                    for key in (column(records, by), "total"):
                        cells[at, key] = cells.get((at, key), 0) + 1
            for (row, key), count in sorted(cells.items()):
                out.append([plan, day, known, "person", by, row, key, count])
        for rule in ("record", "place"):
            out.append([plan, day, known, rule, "year", own, "total", len(homes(plan, day, known, rule))])
        now = dt.date.fromisoformat(day or known or TODAY)
        found = homes(plan, day, known)
        first, end = dt.date(2021, 1, 1), dt.date(2025, 12, 31)
        left = max(0, (end - now).days)
        past = min(max((now - first).days + 1, 0), 1826)
        recent = sum(1 for r in found if dt.date.fromisoformat(r[0][8]) > now - dt.timedelta(365))
        ever = len({r[1] for r in accepted(plan, day, known) if r[8][:4] <= "2025"})
        for target_id, readings in PROMISES[plan].items():
            for reading, target, base in readings:
                counted = len(found) + (base or 0)
                if reading == "stock":
                    counted, base = ever, ever - len(found)
                    if base == 0:
                        continue
                missing = max(0, target - counted)
                for key, value in [
                        ("target", target), ("counted", counted), ("missing", missing),
                        ("due", base + max(0, target - base) * past // 1826), ("days_left", left),
                        ("forecast", counted + recent * left // 365 if left else ""),
                        ("needed_tenths_per_month", math.ceil(missing * 10 * 365.25 / 12 / left - 1e-9) if left else "")]:
                    out.append([plan, day, known, "person", "promise", f"{target_id}/{reading}", key, value])
with open(HERE / "expected.csv", "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow("plan as_of known_on rule by row column value".split())
    writer.writerows(out)
print(len(out), "expected values")
