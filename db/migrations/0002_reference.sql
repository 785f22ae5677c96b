-- SPDX-License-Identifier: Apache-2.0
-- Reference data: one table for each file of db/reference, with the same columns. `origin` tells
-- shipped rows from those that an office added: local rows are never overwritten. Rows that a
-- later file no longer has are kept with retired = 1, because records may refer to them.

CREATE TABLE standards(
  id TEXT PRIMARY KEY,
  title_zh TEXT NOT NULL,
  title_en TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('building', 'web', 'law', 'retrofit', 'disability')),
  in_force_from TEXT,
  replaces TEXT,
  note_zh TEXT,
  note_en TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE facility_types(
  code TEXT PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE place_types(
  code TEXT PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  gb50763_sections TEXT,
  demands TEXT,
  public_building INTEGER NOT NULL CHECK (public_building IN (0, 1)),
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

-- What conditions of criteria speak of. `words` of a choice are split by ';'; `implied`: whoever
-- records a value for a criterion says with it that the fact is as its condition wants it.
CREATE TABLE facts(
  name TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('yes', 'measured', 'choice')),
  dimension TEXT,
  words TEXT,
  implied INTEGER NOT NULL CHECK (implied IN (0, 1)),
  question_zh TEXT NOT NULL,
  question_en TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  CHECK ((kind = 'measured') = (dimension IS NOT NULL)),
  CHECK ((kind = 'choice') = (words IS NOT NULL))
) STRICT;

-- Values in SI (low_si, high_si); `threshold` and `unit` as the clause prints them.
CREATE TABLE criteria(
  id TEXT PRIMARY KEY,
  standard TEXT NOT NULL REFERENCES standards(id),
  clause TEXT NOT NULL,
  facility_type TEXT NOT NULL REFERENCES facility_types(code),
  places TEXT,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  quantity_zh TEXT NOT NULL,
  quantity_en TEXT NOT NULL,
  yields TEXT REFERENCES facts(name),
  comparator TEXT NOT NULL CHECK (comparator IN
    ('at_least', 'at_most', 'more_than', 'less_than', 'exactly', 'between', 'present', 'absent')),
  threshold TEXT,
  unit TEXT,
  low_si REAL,
  high_si REAL,
  dimension TEXT NOT NULL CHECK (dimension IN
    ('none', 'length', 'area', 'ratio', 'force', 'duration', 'count', 'illuminance', 'level', 'speed')),
  applies_to TEXT NOT NULL CHECK (applies_to IN ('all', 'new_build', 'existing')),
  applies_when TEXT,
  condition_zh TEXT,
  condition_en TEXT,
  needs_judgement INTEGER NOT NULL CHECK (needs_judgement IN (0, 1)),
  note_zh TEXT,
  note_en TEXT,
  obligation TEXT NOT NULL CHECK (obligation IN ('must', 'should')),
  severity TEXT NOT NULL CHECK (severity IN ('critical', 'serious', 'moderate', 'minor')),
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  source TEXT NOT NULL,
  superseded_by TEXT REFERENCES criteria(id) DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  CHECK ((condition_zh IS NULL) = (condition_en IS NULL)),
  CHECK ((note_zh IS NULL) = (note_en IS NULL)),
  CHECK ((low_si IS NOT NULL) = (comparator IN ('at_least', 'more_than', 'exactly', 'between'))),
  CHECK ((high_si IS NOT NULL) = (comparator IN ('at_most', 'less_than', 'exactly', 'between'))),
  CHECK ((dimension = 'none') = (comparator IN ('present', 'absent')))
) STRICT;
CREATE INDEX criteria_by_facility_type ON criteria(facility_type);

CREATE TABLE criterion_places(
  criterion TEXT NOT NULL REFERENCES criteria(id) ON DELETE CASCADE,
  place_type TEXT NOT NULL REFERENCES place_types(code),
  PRIMARY KEY (criterion, place_type)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER criteria_inserted AFTER INSERT ON criteria WHEN new.places IS NOT NULL BEGIN
  INSERT INTO criterion_places
    SELECT new.id, value FROM json_each('["' || replace(new.places, ';', '","') || '"]');
END;
CREATE TRIGGER criteria_places_changed AFTER UPDATE OF places ON criteria BEGIN
  DELETE FROM criterion_places WHERE criterion = old.id;
  INSERT INTO criterion_places
    SELECT new.id, value FROM json_each('["' || replace(new.places, ';', '","') || '"]')
    WHERE new.places IS NOT NULL;
END;

-- For fact_from <= fact <= fact_to: demanded = max(base + rate * (fact - fact_offset), minimum).
CREATE TABLE criteria_steps(
  criterion TEXT NOT NULL REFERENCES criteria(id),
  step INTEGER NOT NULL,
  fact TEXT NOT NULL REFERENCES facts(name),
  fact_from TEXT NOT NULL,
  fact_to TEXT,
  fact_unit TEXT NOT NULL,
  dimension TEXT NOT NULL,
  base REAL NOT NULL,
  rate REAL NOT NULL,
  fact_offset REAL NOT NULL,
  minimum REAL,
  round_up INTEGER NOT NULL CHECK (round_up IN (0, 1)),
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  PRIMARY KEY (criterion, step)
) STRICT;

CREATE TABLE retrofit_items(
  code TEXT PRIMARY KEY,
  catalogue TEXT NOT NULL CHECK (catalogue IN ('disabled_home', 'elderly_home')),
  group_key TEXT NOT NULL,
  group_zh TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('fixed_works', 'equipment', 'software', 'basic', 'optional')),
  description_en TEXT,
  unit_zh TEXT NOT NULL,
  unit_en TEXT NOT NULL,
  evidence_en TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE disability_categories(
  code TEXT PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE disability_grades(
  category TEXT NOT NULL REFERENCES disability_categories(code),
  grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  severe INTEGER NOT NULL CHECK (severe IN (0, 1)),
  criterion_en TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  PRIMARY KEY (category, grade)
) STRICT;

-- The steps of retrofit work as offices do it; what the program follows are the states of retrofits.
CREATE TABLE retrofit_states(
  code TEXT PRIMARY KEY,
  step INTEGER NOT NULL,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  done_by_en TEXT NOT NULL,
  evidence_en TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE retrofit_figures(
  code TEXT PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  description_en TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE eligibility(
  code TEXT PRIMARY KEY,
  group_key TEXT NOT NULL CHECK (group_key IN ('person', 'household', 'money')),
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('required', 'priority', 'limit', 'rule')),
  description_en TEXT,
  evidence_en TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

-- `wcag` and `gbt37668` hold keys of the other table, split by ';'.
CREATE TABLE gbt37668(
  clause TEXT PRIMARY KEY,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
  title_zh TEXT NOT NULL,
  title_en TEXT NOT NULL,
  wcag TEXT,
  machine_checkable TEXT NOT NULL CHECK (machine_checkable IN ('yes', 'partly', 'no')),
  applies_to TEXT NOT NULL CHECK (applies_to IN ('web', 'app', 'web_and_app')),
  test_clause TEXT NOT NULL,
  how_to_check_en TEXT,
  note_en TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE wcag22(
  sc TEXT PRIMARY KEY,
  level TEXT NOT NULL CHECK (level IN ('A', 'AA', 'AAA')),
  handle TEXT NOT NULL UNIQUE,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  since TEXT NOT NULL CHECK (since IN ('2.0', '2.1', '2.2')),
  status TEXT NOT NULL CHECK (status IN ('active', 'removed')),
  gbt37668 TEXT,
  understanding TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE law(
  article INTEGER PRIMARY KEY,
  topic TEXT NOT NULL,
  content_zh TEXT NOT NULL,
  content_en TEXT NOT NULL,
  meaning_en TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE miit_elder(
  part TEXT NOT NULL CHECK (part IN ('web', 'app', 'evaluation')),
  item TEXT NOT NULL,
  requirement_en TEXT NOT NULL,
  check_hint_en TEXT,
  machine_checkable TEXT NOT NULL CHECK (machine_checkable IN ('yes', 'partly', 'no')),
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  PRIMARY KEY (part, item)
) STRICT;

-- Fingerprints of accessibility toolbars; alternatives in `pattern` are split by '|'.
CREATE TABLE toolbars(
  family TEXT NOT NULL,
  name TEXT NOT NULL,
  evidence_kind TEXT NOT NULL CHECK (evidence_kind IN
    ('id', 'class', 'element', 'script_src', 'host', 'path', 'js_name', 'link_text', 'panel_text')),
  pattern TEXT NOT NULL,
  where_en TEXT NOT NULL,
  certainty TEXT NOT NULL CHECK (certainty IN ('high', 'medium', 'low')),
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  PRIMARY KEY (family, evidence_kind, pattern)
) STRICT;

CREATE TABLE issue_states(
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name_zh TEXT NOT NULL,
  meaning_en TEXT NOT NULL,
  actor TEXT NOT NULL,
  next TEXT NOT NULL,
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE field_form(
  position INTEGER PRIMARY KEY,
  part TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  meaning_en TEXT NOT NULL,
  type TEXT NOT NULL,
  required TEXT NOT NULL,
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE coordinate_sources(
  position INTEGER PRIMARY KEY,
  source_name TEXT NOT NULL,
  datum TEXT NOT NULL,
  note_en TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  source TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

-- Codes by which imported districts can be named and placed; boundaries stand in districts.
CREATE TABLE admin_codes(
  code TEXT PRIMARY KEY,
  level TEXT NOT NULL CHECK (level IN ('province', 'prefecture', 'county', 'town', 'township',
    'subdistrict', 'statistical_unit')),
  name_zh TEXT NOT NULL,
  parent TEXT REFERENCES admin_codes(code) DEFERRABLE INITIALLY DEFERRED,
  epsg INTEGER,
  note_en TEXT,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE plans(
  id TEXT PRIMARY KEY,
  district TEXT NOT NULL,
  place_zh TEXT NOT NULL,
  place_en TEXT NOT NULL,
  title_zh TEXT NOT NULL,
  title_en TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'final')),
  from_year INTEGER NOT NULL,
  to_year INTEGER NOT NULL CHECK (to_year >= from_year),
  note_zh TEXT,
  note_en TEXT,
  source_file TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;
CREATE INDEX plans_by_district ON plans(district);

CREATE TABLE demands(
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plans(id),
  line INTEGER NOT NULL,
  duplicate_line INTEGER,
  category TEXT NOT NULL,
  anchor_zh TEXT NOT NULL,
  demand_en TEXT NOT NULL,
  target_en TEXT,
  lead_unit TEXT,
  supporting_units TEXT,
  meaning_en TEXT NOT NULL,
  module TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('core', 'adjacent', 'evidence')),
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE indicators(
  id TEXT PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('count', 'rate')),
  numerator TEXT NOT NULL CHECK (numerator IN ('none', 'accepted_homes')),
  denominator TEXT CHECK (denominator IN ('homes_in_need')),
  note_zh TEXT,
  note_en TEXT,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

-- What a plan promises: quoted number × unit_factor = value (homes, or a ratio of 1).
CREATE TABLE targets(
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plans(id),
  indicator TEXT NOT NULL REFERENCES indicators(id),
  year INTEGER,
  relation TEXT NOT NULL CHECK (relation IN ('at_least', 'more_than')),
  quoted TEXT NOT NULL,
  unit TEXT NOT NULL,
  unit_factor REAL NOT NULL CHECK (unit_factor > 0),
  value REAL NOT NULL CHECK (value >= 0),
  base_quoted TEXT,
  base_unit TEXT,
  base_value REAL,
  base_year INTEGER,
  base_kind TEXT NOT NULL CHECK (base_kind IN ('none', 'state', 'unclear')),
  nature TEXT NOT NULL CHECK (nature IN ('binding', 'expected', 'unspecified')),
  quote_zh TEXT NOT NULL,
  line INTEGER,
  note_zh TEXT,
  note_en TEXT,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  CHECK (abs(value - CAST(quoted AS REAL) * unit_factor) < 1e-6)
) STRICT;
CREATE INDEX targets_by_plan ON targets(plan);

-- What was before the plan, or how many people there are: never added to a target.
CREATE TABLE baselines(
  id TEXT PRIMARY KEY,
  demand TEXT NOT NULL REFERENCES demands(id),
  plan TEXT NOT NULL REFERENCES plans(id),
  indicator TEXT NOT NULL REFERENCES indicators(id),
  from_year INTEGER,
  to_year INTEGER,
  quoted TEXT NOT NULL,
  unit TEXT NOT NULL,
  unit_factor REAL NOT NULL CHECK (unit_factor > 0),
  value REAL NOT NULL,
  quote_zh TEXT NOT NULL,
  line INTEGER NOT NULL,
  origin TEXT NOT NULL DEFAULT 'reference' CHECK (origin IN ('reference', 'local')),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  CHECK (abs(value - CAST(quoted AS REAL) * unit_factor) < 1e-6)
) STRICT;
