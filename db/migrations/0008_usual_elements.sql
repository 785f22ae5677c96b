-- SPDX-License-Identifier: Apache-2.0
-- What an inspection form of a place asks about beside the elements that must be there.

CREATE TABLE usual_elements(
  element TEXT NOT NULL REFERENCES facility_types(code),
  places TEXT NOT NULL,                -- types of places split by ';', or 'public_building'
  position INTEGER NOT NULL,           -- in the order in which an inspector walks
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  PRIMARY KEY (element, places)
) STRICT;
