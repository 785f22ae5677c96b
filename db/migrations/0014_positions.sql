-- SPDX-License-Identifier: Apache-2.0
-- How exactly a place is known, and what else it may lie in. A facility without coordinates has no
-- point: it is known by the district that its address or its row names.

-- SQLite cannot drop a NOT NULL: both tables are made anew, with the rows that they had. References
-- to them hold again when the rows are back.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE facilities_before AS SELECT * FROM facilities;
DROP TABLE facilities;
CREATE TABLE facilities(
  fid INTEGER PRIMARY KEY,
  geom POINT,                          -- NULL: only the district is known
  id TEXT NOT NULL UNIQUE,             -- the owner's own number
  name TEXT NOT NULL,
  place_type TEXT NOT NULL REFERENCES place_types(code),
  build TEXT CHECK (build IN ('new_build', 'existing')),  -- NULL: nobody said
  address TEXT,
  owner TEXT,                          -- unit that owns or manages it
  district TEXT NOT NULL REFERENCES districts(code),
  precision TEXT NOT NULL CHECK (precision IN ('gps', 'village', 'town', 'county')),
  on_border INTEGER NOT NULL CHECK (on_border IN (0, 1)),
  -- Codes, split by ' ', of the districts that hold the position too or whose border is not farther
  -- than its accuracy.
  other_districts TEXT NOT NULL DEFAULT '',
  raw_lon REAL,                        -- the pair as it came, in `datum`
  raw_lat REAL,
  datum TEXT CHECK (datum IN ('wgs84', 'cgcs2000', 'gcj02', 'bd09')),
  source_app TEXT,                     -- what gave the position
  accuracy REAL CHECK (accuracy >= 0), -- metres; NULL: not said
  run INTEGER REFERENCES runs(id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CHECK ((precision = 'gps') = (geom IS NOT NULL)),
  CHECK ((geom IS NULL) = (raw_lon IS NULL)),
  CHECK ((geom IS NULL) = (raw_lat IS NULL)),
  CHECK ((geom IS NULL) = (datum IS NULL))
);
INSERT INTO facilities(fid, geom, id, name, place_type, build, address, owner, district, precision,
    on_border, raw_lon, raw_lat, datum, source_app, accuracy, run, created_at, updated_at)
  SELECT fid, geom, id, name, place_type, build, address, owner, district, 'gps',
    on_border, raw_lon, raw_lat, datum, source_app, accuracy, run, created_at, updated_at
  FROM facilities_before;
DROP TABLE facilities_before;
CREATE INDEX facilities_by_district ON facilities(district);

CREATE TABLE inspections_before AS SELECT * FROM inspections;
DROP TABLE inspections;
CREATE TABLE inspections(
  fid INTEGER PRIMARY KEY,
  geom POINT,                          -- of the facility; NULL where it has none
  facility TEXT NOT NULL REFERENCES facilities(id),
  inspected_on TEXT NOT NULL,          -- day in China
  kind TEXT NOT NULL CHECK (kind IN ('routine', 'campaign', 'experience', 'acceptance', 'complaint', 'recheck')),
  inspector TEXT NOT NULL DEFAULT '',  -- the team; '' where nobody said
  access TEXT NOT NULL CHECK (access IN ('allowed', 'refused', 'closed', 'under_works', 'occupied', 'absent', 'damaged')),
  note TEXT,
  run INTEGER REFERENCES runs(id),
  created_at TEXT NOT NULL,
  time TEXT,                           -- "14:30" in China; NULL: only the day is known
  weather TEXT,                        -- weather and ground as they came: "小雨，地面湿"
  UNIQUE (facility, inspected_on, kind, inspector)
);
INSERT INTO inspections SELECT * FROM inspections_before;
DROP TABLE inspections_before;

-- By what the district of a home was found; NULL: not recorded at that time.
ALTER TABLE households ADD COLUMN precision TEXT
  CHECK (precision IN ('gps', 'village', 'town', 'county'));

DROP VIEW v_facility;
CREATE VIEW v_facility AS
SELECT f.fid AS fid, f.id AS id, f.name AS name, f.place_type AS place_type,
       p.name_zh AS place_type_name, f.build AS build, f.address AS address, f.owner AS owner,
       f.district AS district, f.precision AS precision, f.accuracy AS accuracy,
       f.on_border AS on_border, f.other_districts AS other_districts, f.source_app AS source_app,
       (SELECT max(i.inspected_on) FROM inspections i WHERE i.facility = f.id) AS last_inspected,
       (SELECT count(*) FROM findings n WHERE n.kind = 'facility' AND n.subject = f.id
          AND n.state IN ('open', 'reopened')) AS open_findings,
       f.created_at AS created_at, f.updated_at AS updated_at, f.geom AS geom
FROM facilities f LEFT JOIN place_types p ON p.code = f.place_type;

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
       r.district AS district, h.precision AS precision, r.created_at AS created_at,
       r.updated_at AS updated_at, r.geom AS geom
FROM retrofits r JOIN households h ON h.pseudonym = r.household;
