-- SPDX-License-Identifier: Apache-2.0
-- The map side: districts and their tree, facilities and what was measured on them, homes and their
-- retrofit. Nothing personal stands here: names, phones, addresses, certificate numbers and the
-- exact position of a home are kept sealed in the private file.

CREATE TABLE districts(
  fid INTEGER PRIMARY KEY,
  geom MULTIPOLYGON,                   -- NULL: known by its code only
  code TEXT NOT NULL UNIQUE,           -- GB/T 2260 and below: 6, 9 or 12 digits
  name TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('province', 'prefecture', 'county', 'township', 'village')),
  parent TEXT REFERENCES districts(code) DEFERRABLE INITIALLY DEFERRED,
  boundary_source TEXT,                -- who drew it; NULL where there is no boundary
  boundary_date TEXT,                  -- state of the boundary
  datum TEXT CHECK (datum IN ('wgs84', 'cgcs2000', 'gcj02', 'bd09')),
  repaired INTEGER NOT NULL DEFAULT 0 CHECK (repaired IN (0, 1)),
  run INTEGER REFERENCES runs(id),
  updated_at TEXT NOT NULL,
  CHECK ((geom IS NULL) = (boundary_source IS NULL)),
  CHECK ((geom IS NULL) = (boundary_date IS NULL))
);

-- Every district with itself (depth 0) and with each district above it.
CREATE TABLE district_closure(
  ancestor TEXT NOT NULL REFERENCES districts(code) DEFERRABLE INITIALLY DEFERRED,
  descendant TEXT NOT NULL REFERENCES districts(code) DEFERRABLE INITIALLY DEFERRED,
  depth INTEGER NOT NULL CHECK (depth >= 0),
  PRIMARY KEY (ancestor, descendant)
) STRICT, WITHOUT ROWID;
CREATE INDEX district_closure_upwards ON district_closure(descendant);

CREATE TABLE facilities(
  fid INTEGER PRIMARY KEY,
  geom POINT NOT NULL,
  id TEXT NOT NULL UNIQUE,             -- the owner's own number
  name TEXT NOT NULL,
  place_type TEXT NOT NULL REFERENCES place_types(code),
  build TEXT CHECK (build IN ('new_build', 'existing')),  -- NULL: nobody said
  address TEXT,
  owner TEXT,                          -- unit that owns or manages it
  district TEXT NOT NULL REFERENCES districts(code),
  on_border INTEGER NOT NULL CHECK (on_border IN (0, 1)),
  raw_lon REAL NOT NULL,               -- the pair as it came, in `datum`
  raw_lat REAL NOT NULL,
  datum TEXT NOT NULL CHECK (datum IN ('wgs84', 'cgcs2000', 'gcj02', 'bd09')),
  source_app TEXT,                     -- what gave the position
  accuracy REAL CHECK (accuracy >= 0), -- metres; NULL: not said
  run INTEGER REFERENCES runs(id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX facilities_by_district ON facilities(district);

CREATE TABLE inspections(
  fid INTEGER PRIMARY KEY,
  geom POINT NOT NULL,                 -- of the facility
  facility TEXT NOT NULL REFERENCES facilities(id),
  inspected_on TEXT NOT NULL,          -- day in China
  kind TEXT NOT NULL CHECK (kind IN ('routine', 'campaign', 'experience', 'acceptance', 'complaint', 'recheck')),
  inspector TEXT NOT NULL DEFAULT '',  -- the team; '' where nobody said
  access TEXT NOT NULL CHECK (access IN ('allowed', 'refused', 'closed', 'under_works', 'occupied', 'absent', 'damaged')),
  note TEXT,
  run INTEGER REFERENCES runs(id),
  created_at TEXT NOT NULL,
  UNIQUE (facility, inspected_on, kind, inspector)
);

-- One row: one criterion at one component. `value` is the text as it came, NULL: not measured.
-- The outcome is kept beside it, so that a list needs no judging; wza judges again on each import.
CREATE TABLE measurements(
  id INTEGER PRIMARY KEY,
  inspection INTEGER NOT NULL REFERENCES inspections(fid),
  criterion TEXT NOT NULL REFERENCES criteria(id),
  component TEXT NOT NULL,             -- "坡道", "坡道 2"
  value TEXT,
  unit TEXT,
  context TEXT,                        -- facts as they came: "rise_per_run=300 mm;site_constrained=no"
  note TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('passed', 'failed', 'cant_tell', 'inapplicable', 'untested')),
  margin REAL,                         -- how far beyond the threshold, SI; positive: too far
  reason_zh TEXT NOT NULL,
  reason_en TEXT NOT NULL,
  UNIQUE (inspection, criterion, component)
) STRICT;
CREATE INDEX measurements_by_criterion ON measurements(criterion, outcome);

CREATE TABLE households(
  pseudonym TEXT PRIMARY KEY,
  district TEXT NOT NULL REFERENCES districts(code),
  category TEXT REFERENCES disability_categories(code),  -- NULL: not said
  grade INTEGER CHECK (grade BETWEEN 1 AND 4),
  eligibility TEXT,                    -- ground of need, as the office words it
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX households_by_district ON households(district);

CREATE TABLE retrofits(
  fid INTEGER PRIMARY KEY,
  geom POINT,                          -- a point inside the district, never the home
  household TEXT NOT NULL REFERENCES households(pseudonym),
  programme TEXT NOT NULL,
  year INTEGER NOT NULL,               -- year of the programme
  district TEXT NOT NULL REFERENCES districts(code),
  state TEXT NOT NULL CHECK (state IN ('applied', 'assessed', 'approved', 'in_progress', 'completed',
    'accepted', 'returned', 'withdrawn', 'rejected')),
  applied_on TEXT, assessed_on TEXT, approved_on TEXT, in_progress_on TEXT, completed_on TEXT,
  accepted_on TEXT, returned_on TEXT, withdrawn_on TEXT, rejected_on TEXT,
  planned_fen INTEGER CHECK (planned_fen >= 0),  -- hundredths of a yuan; NULL: not said
  paid_fen INTEGER CHECK (paid_fen >= 0),
  run INTEGER REFERENCES runs(id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (household, programme, year)
);
CREATE INDEX retrofits_by_district ON retrofits(district, state);

CREATE TABLE retrofit_works(
  retrofit INTEGER NOT NULL REFERENCES retrofits(fid),
  position INTEGER NOT NULL,
  item TEXT REFERENCES retrofit_items(code),  -- NULL: a name that the catalogue does not have
  name TEXT NOT NULL,                         -- as it came
  PRIMARY KEY (retrofit, position)
) STRICT, WITHOUT ROWID;

CREATE VIEW v_district AS
SELECT d.fid AS fid, d.code AS code, d.code AS district, d.name AS name, d.level AS level,
       d.parent AS parent, d.boundary_source AS boundary_source, d.boundary_date AS boundary_date,
       d.updated_at AS updated_at, d.geom AS geom
FROM districts d;

CREATE VIEW v_facility AS
SELECT f.fid AS fid, f.id AS id, f.name AS name, f.place_type AS place_type,
       p.name_zh AS place_type_name, f.build AS build, f.address AS address, f.owner AS owner,
       f.district AS district, f.on_border AS on_border,
       (SELECT max(i.inspected_on) FROM inspections i WHERE i.facility = f.id) AS last_inspected,
       (SELECT count(*) FROM findings n WHERE n.kind = 'facility' AND n.subject = f.id
          AND n.state IN ('open', 'reopened')) AS open_findings,
       f.created_at AS created_at, f.updated_at AS updated_at, f.geom AS geom
FROM facilities f LEFT JOIN place_types p ON p.code = f.place_type;

CREATE VIEW v_inspection AS
SELECT m.id AS id, i.fid AS inspection, i.facility AS facility, f.name AS facility_name,
       i.inspected_on AS inspected_on, i.kind AS kind, i.inspector AS inspector, i.access AS access,
       m.criterion AS criterion, c.standard AS standard, c.clause AS clause,
       m.component AS component, m.value AS value, m.unit AS unit, m.outcome AS outcome,
       m.margin AS margin, m.reason_zh AS reason_zh, m.reason_en AS reason_en,
       c.confidence AS confidence, f.district AS district, i.created_at AS created_at,
       i.geom AS geom
FROM measurements m
JOIN inspections i ON i.fid = m.inspection
JOIN facilities f ON f.id = i.facility
JOIN criteria c ON c.id = m.criterion;

CREATE VIEW v_retrofit AS
SELECT r.fid AS fid, r.household AS household, r.programme AS programme, r.year AS year,
       r.state AS state, h.category AS category, h.grade AS grade, h.eligibility AS eligibility,
       r.applied_on AS applied_on, r.assessed_on AS assessed_on, r.approved_on AS approved_on,
       r.in_progress_on AS in_progress_on, r.completed_on AS completed_on,
       r.accepted_on AS accepted_on, r.returned_on AS returned_on,
       r.withdrawn_on AS withdrawn_on, r.rejected_on AS rejected_on,
       r.planned_fen / 100.0 AS planned_yuan, r.paid_fen / 100.0 AS paid_yuan,
       (SELECT group_concat(w.name, '；') FROM retrofit_works w WHERE w.retrofit = r.fid) AS items,
       r.district AS district, r.created_at AS created_at, r.updated_at AS updated_at,
       r.geom AS geom
FROM retrofits r JOIN households h ON h.pseudonym = r.household;

-- One row a promise of a plan that counts homes: a home that was retrofitted under two programmes
-- or in two years counts once. Only accepted homes count, from the first year of
-- the plan to the year of the promise. `rate` is accepted / target for counts; for a promised
-- coverage it is accepted / homes in need, NULL where nobody recorded a need.
CREATE VIEW v_progress AS
WITH counted AS (
  SELECT t.id AS target_id, p.id AS plan, t.indicator AS indicator, p.district AS district,
         p.from_year AS from_year, coalesce(t.year, p.to_year) AS year, i.kind AS kind,
         t.value AS value, t.nature AS nature, p.status AS status,
         (SELECT count(DISTINCT r.household) FROM retrofits r JOIN district_closure c
            ON c.descendant = r.district AND c.ancestor = p.district
          WHERE r.state = 'accepted' AND CAST(substr(r.accepted_on, 1, 4) AS INTEGER)
            BETWEEN p.from_year AND coalesce(t.year, p.to_year)) AS accepted,
         (SELECT count(DISTINCT r.household) FROM retrofits r JOIN district_closure c
            ON c.descendant = r.district AND c.ancestor = p.district
          WHERE r.state NOT IN ('withdrawn', 'rejected')) AS in_need,
         (SELECT max(r.updated_at) FROM retrofits r JOIN district_closure c
            ON c.descendant = r.district AND c.ancestor = p.district) AS as_of
  FROM targets t JOIN plans p ON p.id = t.plan JOIN indicators i ON i.id = t.indicator
  WHERE i.numerator = 'accepted_homes' AND t.retired = 0 AND p.retired = 0)
SELECT target_id, plan, indicator, district, year,
       CASE kind WHEN 'rate' THEN value * 100 ELSE value END AS target,
       accepted,
       CASE kind WHEN 'rate' THEN accepted * 1.0 / nullif(in_need, 0)
                 ELSE accepted * 1.0 / nullif(value, 0) END AS rate,
       CASE kind WHEN 'rate' THEN '%' ELSE '户' END AS unit,
       as_of, nature, status, from_year
FROM counted;

INSERT INTO gpkg_contents(table_name, data_type, identifier, description, srs_id) VALUES
  ('districts', 'features', 'districts 行政区划', 'Districts with their boundaries', 4490),
  ('facilities', 'features', 'facilities 设施', 'Places with accessible facilities', 4490),
  ('inspections', 'features', 'inspections 督导', 'Visits to facilities', 4490),
  ('retrofits', 'features', 'retrofits 家庭改造', 'Homes, by a point inside their district', 4490),
  ('v_district', 'features', 'v_district', 'Districts', 4490),
  ('v_facility', 'features', 'v_facility', 'Facilities with their open findings', 4490),
  ('v_inspection', 'features', 'v_inspection', 'One row a measurement, with its outcome', 4490),
  ('v_retrofit', 'features', 'v_retrofit', 'Homes under a pseudonym', 4490);
INSERT INTO gpkg_geometry_columns VALUES
  ('districts', 'geom', 'MULTIPOLYGON', 4490, 0, 0),
  ('facilities', 'geom', 'POINT', 4490, 0, 0),
  ('inspections', 'geom', 'POINT', 4490, 0, 0),
  ('retrofits', 'geom', 'POINT', 4490, 0, 0),
  ('v_district', 'geom', 'MULTIPOLYGON', 4490, 0, 0),
  ('v_facility', 'geom', 'POINT', 4490, 0, 0),
  ('v_inspection', 'geom', 'POINT', 4490, 0, 0),
  ('v_retrofit', 'geom', 'POINT', 4490, 0, 0);
INSERT INTO gpkg_contents(table_name, data_type, identifier, description) VALUES
  ('v_progress', 'attributes', 'v_progress 规划进度', 'Accepted homes against the promises of plans');
