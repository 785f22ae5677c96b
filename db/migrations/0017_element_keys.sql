-- SPDX-License-Identifier: Apache-2.0
-- By which a finding of a page is known again where an edit gave it another fingerprint: words of a
-- letter (s: the element's own name, m: its markup, c: its surroundings, p: its bare path) and 12
-- hexadecimal digits. NULL: of a facility, or found by an older program.
ALTER TABLE occurrences ADD COLUMN keys TEXT;
