#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Invents the homes of the five plans: homes.csv, one line for each thing that an office recorded.

Nothing in it is anybody's: keys are numbers, districts are the public codes. The same seed gives the
same file. A line is a step that was done (`step`) or a correction of an earlier one (`correct`: from
now on the home stands in `state` since `on`, and what was recorded of later states is void).
"""
import csv
import datetime as dt
import pathlib
import random

HERE = pathlib.Path(__file__).parent
CODES = [line.split("\t") for line in
         (HERE / "../../../../db/reference/admin_codes.tsv").read_text(encoding="utf-8").splitlines()[2:]]
rng = random.Random(20261122)
PLANS = [("450300", 190), ("450900", 70), ("512000", 150), ("610103", 110), ("441821", 160)]
STEPS = ["applied", "assessed", "approved", "in_progress", "completed", "accepted"]
PROGRAMMES = ["disabled"] * 8 + ["elderly"] * 3 + ["rural"]
MONEY = ["central"] * 5 + ["province"] * 3 + ["county"] * 3 + ["central;county", ""]

lines, number = [], 0


def places(plan):
    below = [c[0] for c in CODES if c[0] != plan and c[0].startswith(plan[:4] if plan.endswith("00") else plan)
             and (len(c[0]) == 6 if plan.endswith("00") else len(c[0]) == 9)]
    return below


def record(day, home, verb, state, on):
    lines.append([day.isoformat(), verb, *home, state, on.isoformat() if on else ""])


for plan, homes in PLANS:
    below = places(plan)
    weights = [rng.choice([1, 1, 2, 4, 8]) for _ in below]
    people = []
    for i in range(homes):
        number += 1
        again = people and rng.random() < .07
        person, place, category, grade, district = (
            rng.choice(people) if again else
            (f"P{number}", f"L{number}" if rng.random() < .93 or not people else rng.choice(people)[1],
             rng.choice(["1", "2", "3", "4", "4", "4", "5", "6", "7", ""]),
             rng.choice(["1", "1", "2", "2", "2", "3", "4", ""]),
             plan if rng.random() < .03 else rng.choices(below, weights)[0]))
        if not again:
            people.append((person, place, category, grade, district))
        year = rng.choice([2020, 2021, 2021, 2022, 2022, 2023, 2023, 2024, 2024, 2025, 2025])
        home = [number, f"H{number}", person, place, district, rng.choice(PROGRAMMES), year, category, grade, rng.choice(MONEY)]
        on = dt.date(year, 1, 5) + dt.timedelta(rng.randrange(120))
        last = rng.choices(range(6), [6, 5, 5, 6, 8, 70])[0]
        for at, state in enumerate(STEPS[:last + 1]):
            # An office tells a step some days after it was done, now and then months after.
            told = on + dt.timedelta(rng.choice([1, 3, 7, 20, 150]))
            record(told, home, "step", state, on)
            if state == "completed" and rng.random() < .12:  # sent back, mended, completed again
                on += dt.timedelta(rng.randrange(5, 30))
                record(on, home, "step", "returned", on)
                on += dt.timedelta(rng.randrange(5, 30))
                record(on, home, "step", "in_progress", on)
                on += dt.timedelta(rng.randrange(5, 30))
                record(on, home, "step", "completed", on)
            on += dt.timedelta(rng.randrange(10, 60))
        chance = rng.random()
        if last == 5 and chance < .05:  # the acceptance had another day
            accepted = dt.date.fromisoformat(lines[-1][-1])
            record(accepted + dt.timedelta(rng.randrange(160, 700)), home, "correct", "accepted",
                   accepted + dt.timedelta(rng.choice([2, 25, 90, 200])))
        elif last == 5 and chance < .09:  # it was no acceptance at all
            accepted, completed = (dt.date.fromisoformat(line[-1]) for line in (lines[-1], [l for l in lines if l[2] == number and l[-2] == "completed"][-1]))
            record(accepted + dt.timedelta(rng.randrange(160, 700)), home, "correct", "completed", completed)
        elif last < 5 and chance < .15:
            record(on, home, "step", "withdrawn", on)

# What one home's office told must be told in order; different homes mix.
latest = {}
for line in lines:
    line[0] = latest[line[2]] = max(line[0], latest.get(line[2], ""))
order = {id(line): i for i, line in enumerate(lines)}
lines.sort(key=lambda line: (line[0], order[id(line)]))
with open(HERE / "homes.csv", "w", encoding="utf-8", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow("recorded_on verb id household person place district programme year category grade money state on".split())
    out.writerows(lines)
print(len(lines), "lines", number, "records")
