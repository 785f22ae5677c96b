-- SPDX-License-Identifier: Apache-2.0
-- Rounds: which places a team shall visit, and in which days. Which visits belong to a round is not
-- kept but follows from its places and days (db/model/round.h).

CREATE TABLE rounds(
  fid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,             -- the office's own number, or "2026-01"
  title TEXT NOT NULL,
  team TEXT NOT NULL DEFAULT '',       -- a team or its people; '' where nobody said
  kind TEXT NOT NULL CHECK (kind IN ('routine', 'campaign', 'experience', 'acceptance', 'complaint', 'recheck')),
  from_day TEXT NOT NULL,              -- days in China, both belong to it
  to_day TEXT NOT NULL CHECK (to_day >= from_day),
  run INTEGER REFERENCES runs(id),     -- NULL: planned by a person, not imported
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE round_places(
  fid INTEGER PRIMARY KEY,
  round TEXT NOT NULL REFERENCES rounds(id),
  facility TEXT NOT NULL REFERENCES facilities(id),
  UNIQUE (round, facility)
) STRICT;
CREATE INDEX round_places_by_facility ON round_places(facility);

INSERT INTO gpkg_contents(table_name, data_type, identifier, description) VALUES
  ('rounds', 'attributes', 'rounds 督导计划', 'Rounds: team, kind and days'),
  ('round_places', 'attributes', 'round_places 督导计划的对象', 'The places of each round');

-- Where the position of a photo came from: written by the camera, or found on a track by its time.
ALTER TABLE photos ADD COLUMN position_source TEXT
  CHECK (position_source IS NULL OR (position_source IN ('exif', 'track') AND raw_lon IS NOT NULL));
UPDATE photos SET position_source = 'exif' WHERE raw_lon IS NOT NULL;
