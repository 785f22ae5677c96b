-- SPDX-License-Identifier: Apache-2.0
-- Homes: programmes with their settings, evidence of each step, how a home is found again, and what
-- a plan counts once.

-- Keyed hashes by which the same person or place is found again; NULL: nobody gave what they are
-- made of. Without the key outside the tracker they say nothing.
ALTER TABLE households ADD COLUMN person_key TEXT;
ALTER TABLE households ADD COLUMN place_key TEXT;
CREATE INDEX households_by_person ON households(person_key);
CREATE INDEX households_by_place ON households(place_key);

ALTER TABLE retrofits ADD COLUMN money_source TEXT;  -- as the office words it; several split by ';'

ALTER TABLE plans ADD COLUMN count_rule TEXT NOT NULL DEFAULT 'person'
  CHECK (count_rule IN ('record', 'person', 'place'));

-- Words of offices for the economic state of a household; `words` are split by ';'.
CREATE TABLE income_statuses(
  code TEXT PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  words TEXT NOT NULL,
  poor INTEGER NOT NULL CHECK (poor IN (0, 1)),
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

-- The settings of a programme from a year on, until a row of a later year. NULL: not asked.
CREATE TABLE programmes(
  id TEXT NOT NULL,
  from_year INTEGER NOT NULL,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  catalogue TEXT NOT NULL CHECK (catalogue IN ('disabled_home', 'elderly_home')),
  certificate INTEGER NOT NULL CHECK (certificate IN (0, 1)),    -- a certificate is required
  grades TEXT,                         -- "1;2"
  further_grades TEXT,                 -- category and grade beyond them: "5-3;6-3"
  incomes TEXT,                        -- codes of income_statuses, split by ';'
  ceiling_fen INTEGER CHECK (ceiling_fen >= 0),                  -- of one home
  devices_alone INTEGER NOT NULL CHECK (devices_alone IN (0, 1)),  -- devices without works count
  again_after_years INTEGER,           -- a home may have it again; NULL: once only
  note_zh TEXT,
  note_en TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  PRIMARY KEY (id, from_year)
) STRICT;

-- What proves a step. Papers and photos stay with the office: here are day, unit, number or digest.
CREATE TABLE retrofit_evidence(
  id INTEGER PRIMARY KEY,
  retrofit INTEGER NOT NULL REFERENCES retrofits(fid),
  kind TEXT NOT NULL CHECK (kind IN ('application', 'assessment', 'public_notice', 'home_plan',
    'plan_signature', 'contract', 'photo_before', 'photo_after', 'self_check', 'acceptance',
    'acceptance_signature', 'defect_list', 'reason', 'invoice', 'filed', 'follow_up')),
  on_day TEXT NOT NULL,                -- day in China
  by_whom TEXT NOT NULL DEFAULT '',    -- unit or office, never the household
  reference TEXT NOT NULL DEFAULT '',
  score INTEGER CHECK (score BETWEEN 1 AND 5),
  recorded_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  UNIQUE (retrofit, kind, on_day, by_whom, reference),
  CHECK (score IS NULL OR kind = 'follow_up')
) STRICT;

-- What a promised coverage is a share of, as somebody counted it on a day.
CREATE TABLE denominators(
  district TEXT NOT NULL,
  indicator TEXT NOT NULL REFERENCES indicators(id),
  counted_on TEXT NOT NULL,
  homes REAL NOT NULL CHECK (homes > 0),
  source TEXT NOT NULL,
  PRIMARY KEY (district, indicator, counted_on)
) STRICT;

DROP VIEW v_retrofit;
CREATE VIEW v_retrofit AS
SELECT r.fid AS fid, r.household AS household, r.programme AS programme, r.year AS year,
       r.state AS state, h.category AS category, h.grade AS grade, h.eligibility AS eligibility,
       r.applied_on AS applied_on, r.assessed_on AS assessed_on, r.approved_on AS approved_on,
       r.in_progress_on AS in_progress_on, r.completed_on AS completed_on,
       r.accepted_on AS accepted_on, r.returned_on AS returned_on,
       r.withdrawn_on AS withdrawn_on, r.rejected_on AS rejected_on,
       r.planned_fen / 100.0 AS planned_yuan, r.paid_fen / 100.0 AS paid_yuan,
       r.money_source AS money_source,
       (SELECT group_concat(w.name, '；') FROM retrofit_works w WHERE w.retrofit = r.fid) AS items,
       r.district AS district, r.created_at AS created_at, r.updated_at AS updated_at,
       r.geom AS geom
FROM retrofits r JOIN households h ON h.pseudonym = r.household;

-- One row a promise of a plan that counts homes. What is counted once is the plan's own rule: a
-- record, a person, or a place. Only accepted homes count, from the first year of the plan to the
-- year of the promise; a plan of district 000000 counts the whole country. `rate` is accepted /
-- target for counts; for a promised coverage it is accepted / the latest denominator that was given
-- for the district, else / homes with a recorded need, NULL where there is neither.
DROP VIEW v_progress;
CREATE VIEW v_progress AS
WITH promises AS (
  SELECT t.id AS target_id, p.id AS plan, t.indicator AS indicator, p.district AS district,
         p.from_year AS from_year, coalesce(t.year, p.to_year) AS year, i.kind AS kind,
         t.value AS value, t.nature AS nature, p.status AS status, p.count_rule AS rule
  FROM targets t JOIN plans p ON p.id = t.plan JOIN indicators i ON i.id = t.indicator
  WHERE i.numerator = 'accepted_homes' AND t.retired = 0 AND p.retired = 0),
places AS (
  SELECT p.id AS plan, c.descendant AS district
  FROM plans p JOIN district_closure c ON c.ancestor = p.district
  UNION ALL
  SELECT p.id, d.code FROM plans p, districts d WHERE p.district = '000000'),
homes AS (
  SELECT q.target_id AS target_id, r.state AS state, r.updated_at AS updated_at,
         CASE q.rule WHEN 'record' THEN r.fid
                     WHEN 'place' THEN coalesce(h.place_key, h.person_key, h.pseudonym)
                     ELSE coalesce(h.person_key, h.pseudonym) END AS home,
         r.state = 'accepted' AND CAST(substr(r.accepted_on, 1, 4) AS INTEGER)
           BETWEEN q.from_year AND q.year AS counts
  FROM promises q JOIN places s ON s.plan = q.plan JOIN retrofits r ON r.district = s.district
  JOIN households h ON h.pseudonym = r.household),
sums AS (
  SELECT target_id, count(DISTINCT CASE WHEN counts THEN home END) AS accepted,
         count(DISTINCT CASE WHEN state NOT IN ('withdrawn', 'rejected') THEN home END) AS recorded,
         max(updated_at) AS as_of
  FROM homes GROUP BY target_id),
counted AS (
  SELECT q.*, coalesce(s.accepted, 0) AS accepted, s.as_of AS as_of,
         coalesce((SELECT d.homes FROM denominators d WHERE d.district = q.district
                     AND d.indicator = q.indicator ORDER BY d.counted_on DESC LIMIT 1),
                  s.recorded) AS in_need
  FROM promises q LEFT JOIN sums s ON s.target_id = q.target_id)
SELECT target_id, plan, indicator, district, year,
       CASE kind WHEN 'rate' THEN value * 100 ELSE value END AS target,
       accepted,
       CASE kind WHEN 'rate' THEN accepted * 1.0 / nullif(in_need, 0)
                 ELSE accepted * 1.0 / nullif(value, 0) END AS rate,
       CASE kind WHEN 'rate' THEN '%' ELSE '户' END AS unit,
       as_of, nature, status, from_year
FROM counted;
