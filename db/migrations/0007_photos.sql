-- SPDX-License-Identifier: Apache-2.0
-- Photos of facilities. What the camera wrote into the file (its owner, its serial number, where it
-- was) is taken out before it is kept; time and position stand here.

CREATE TABLE photos(
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,         -- of the file as it came
  name TEXT NOT NULL,                  -- its name as it came, without folders
  facility TEXT NOT NULL REFERENCES facilities(id),
  component TEXT,                      -- the part it shows: "坡道"; NULL: its name does not tell
  matched TEXT NOT NULL CHECK (matched IN ('name', 'position')),
  taken_at TEXT,                       -- NULL: the file does not tell
  raw_lon REAL, raw_lat REAL,          -- of the camera, in `datum`; NULL: the file does not tell
  datum TEXT CHECK (datum IN ('wgs84', 'cgcs2000', 'gcj02', 'bd09')),
  accuracy REAL CHECK (accuracy >= 0), -- metres; NULL: not said
  distance REAL CHECK (distance >= 0), -- metres from the camera to the facility
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  orientation INTEGER NOT NULL DEFAULT 1 CHECK (orientation BETWEEN 1 AND 8), -- EXIF 2.32, tag 274
  run INTEGER REFERENCES runs(id),
  created_at TEXT NOT NULL,
  CHECK ((raw_lon IS NULL) = (raw_lat IS NULL)),
  CHECK ((raw_lon IS NULL) = (datum IS NULL))
) STRICT;
CREATE INDEX photos_by_facility ON photos(facility, taken_at);

-- JPEG without metadata but its orientation. Apart, so that lists do not read megabytes.
CREATE TABLE photo_files(
  photo INTEGER PRIMARY KEY REFERENCES photos(id),
  content BLOB NOT NULL
) STRICT;
