-- SPDX-License-Identifier: Apache-2.0
-- How a row of a table of homes is known again.

-- Keyed hash of the row that a home was last imported from: the same row again says nothing new,
-- whatever was recorded since. NULL: imported by an older program.
ALTER TABLE retrofits ADD COLUMN row_key TEXT;

-- 1: place_key was made of the address and its township; 0: of the address alone, which two towns
-- may share. The next import makes those anew.
ALTER TABLE households ADD COLUMN place_in_town INTEGER NOT NULL DEFAULT 0
  CHECK (place_in_town IN (0, 1));
