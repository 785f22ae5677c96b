-- SPDX-License-Identifier: Apache-2.0
-- What field forms say of a fault beside what was measured: who has to mend it, by when, how grave
-- it is. As it came, with the measurement; findings.unit, .due and .severity follow from it.

ALTER TABLE measurements ADD COLUMN responsible TEXT;  -- the unit; NULL: who owns the place
ALTER TABLE measurements ADD COLUMN due TEXT;          -- to be mended by; NULL: not said
ALTER TABLE measurements ADD COLUMN severity TEXT      -- NULL: as the criterion has it
  CHECK (severity IN ('critical', 'serious', 'moderate', 'minor'));
