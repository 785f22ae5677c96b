-- SPDX-License-Identifier: Apache-2.0
-- What makes a component or a place whole: the sides that a criterion looks at, the parts whose
-- verdicts make that of a component, the elements that a place must have; and how exactly the usual
-- instruments read.

CREATE TABLE instruments(
  code TEXT PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  dimension TEXT NOT NULL,
  from_si REAL NOT NULL,               -- usual for demanded values from here on
  tolerance_si REAL NOT NULL CHECK (tolerance_si >= 0),
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

-- A criterion with sides is read on each; the worst decides, and a side that was not read is
-- missing.
CREATE TABLE criteria_sides(
  criterion TEXT NOT NULL REFERENCES criteria(id),
  side TEXT NOT NULL,
  position INTEGER NOT NULL,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  PRIMARY KEY (criterion, side)
) STRICT;

-- A component is good when each of its parts is; a part is good when all criteria of one of its
-- alternatives are met. A type of facility without parts here is judged by its own criteria.
CREATE TABLE component_parts(
  facility_type TEXT NOT NULL REFERENCES facility_types(code),
  part TEXT NOT NULL,
  position INTEGER NOT NULL,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  alternative INTEGER NOT NULL,
  criterion TEXT NOT NULL REFERENCES criteria(id),
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  PRIMARY KEY (facility_type, part, alternative, criterion)
) STRICT;

-- `places`: types of places split by ';', or 'public_building' for all of those; NULL: those of the
-- criterion.
CREATE TABLE required_elements(
  criterion TEXT NOT NULL REFERENCES criteria(id),
  element TEXT NOT NULL REFERENCES facility_types(code),
  places TEXT,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  PRIMARY KEY (criterion, element)
) STRICT;
