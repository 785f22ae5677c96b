-- SPDX-License-Identifier: Apache-2.0
-- Web sites, the pages that runs tested, and findings: one defect of one subject, followed over
-- time, for pages and for facilities alike.

CREATE TABLE sites(
  id INTEGER PRIMARY KEY,
  origin TEXT NOT NULL UNIQUE,          -- "https://www.example.gov.cn"
  name TEXT,                            -- title of its home page
  district TEXT,                        -- the district that answers for it; NULL: not said
  first_seen TEXT NOT NULL
) STRICT;

CREATE TABLE pages(
  id INTEGER PRIMARY KEY,
  site INTEGER NOT NULL REFERENCES sites(id),
  url TEXT NOT NULL UNIQUE,
  title TEXT,
  last_tested TEXT                      -- when its HTML was last tested; NULL: never
) STRICT;
CREATE INDEX pages_by_site ON pages(site);

-- What one run did with one URL. Each is written in a transaction of its own while the run goes
-- on: it is also what a killed run is continued from. `record` is what the continuation and the
-- grouping at the end need; it is emptied when the run is finished.
CREATE TABLE visits(
  run INTEGER NOT NULL REFERENCES runs(id),
  seq INTEGER NOT NULL,                 -- order within the run, from 1
  page INTEGER NOT NULL REFERENCES pages(id),
  at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('tested', 'redirected', 'not_html', 'http_error',
    'unreachable', 'bad_certificate', 'timed_out', 'too_large', 'truncated', 'excluded_robots',
    'excluded_scope', 'budget', 'trap', 'refused', 'unreadable')),
  status INTEGER,                       -- HTTP status; NULL: no answer
  depth INTEGER NOT NULL,
  charset TEXT,
  bytes INTEGER,
  sha256 TEXT,
  template TEXT,                        -- signature of the page's skeleton
  failed INTEGER,                       -- rules with a failure on this page
  record TEXT,
  PRIMARY KEY (run, seq),
  UNIQUE (run, page)
) STRICT, WITHOUT ROWID;
CREATE INDEX visits_by_page ON visits(page, run);

CREATE TABLE findings(
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE,     -- the same defect has the same one in every run
  kind TEXT NOT NULL CHECK (kind IN ('web', 'facility')),
  subject TEXT NOT NULL,                -- origin of the site, or id of the facility
  component TEXT,                       -- of a facility: "坡道 1"; of a site: the template
  rule TEXT NOT NULL,                   -- web rule or facility criterion
  message_zh TEXT NOT NULL,
  message_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  clause TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('critical', 'serious', 'moderate', 'minor')),
  state TEXT NOT NULL CHECK (state IN ('open', 'mended', 'reopened', 'waived', 'dismissed')),
  district TEXT,                        -- NULL: not known
  unit TEXT,                            -- responsible unit; NULL: not assigned
  due TEXT,                             -- deadline of the unit
  first_run INTEGER REFERENCES runs(id),
  last_run INTEGER REFERENCES runs(id),
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  last_tested TEXT NOT NULL,            -- last time that one of its places was tested
  mended_at TEXT
) STRICT;
CREATE INDEX findings_by_subject ON findings(kind, subject);
CREATE INDEX findings_by_district ON findings(district, state, severity);
CREATE INDEX findings_by_rule ON findings(rule);

-- Where a finding stands: a page of the site, or a measurement of the facility.
CREATE TABLE occurrences(
  finding INTEGER NOT NULL REFERENCES findings(id),
  place TEXT NOT NULL,                  -- URL of the page, or key of what was measured
  state TEXT NOT NULL CHECK (state IN ('present', 'gone')),
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  last_tested TEXT NOT NULL,
  selector TEXT,
  line INTEGER,
  snippet TEXT,
  value REAL,                           -- measured, in `unit`
  threshold TEXT,
  unit TEXT,
  margin REAL,                          -- how far beyond the threshold, in `unit`; positive: too far
  confidence TEXT CHECK (confidence IN ('two_sources', 'one_source', 'memory')),
  PRIMARY KEY (finding, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX occurrences_by_place ON occurrences(place);

CREATE VIEW v_finding AS
SELECT f.id AS id, f.kind AS kind, f.subject AS subject, f.component AS component, f.rule AS rule,
       f.message_zh AS message_zh, f.message_en AS message_en, f.standard AS standard,
       f.clause AS clause, f.severity AS severity, f.state AS state, f.first_seen AS first_seen,
       f.last_seen AS last_seen, f.last_tested AS last_tested,
       (SELECT count(*) FROM occurrences o WHERE o.finding = f.id AND o.state = 'present')
         AS occurrences,
       f.unit AS unit, f.due AS due, f.district AS district, p.geom AS geom
FROM findings f LEFT JOIN facilities p ON f.kind = 'facility' AND p.id = f.subject;

CREATE VIEW v_site AS
SELECT s.id AS id, s.origin AS origin, s.name AS name, s.district AS district,
       s.first_seen AS first_seen,
       (SELECT max(p.last_tested) FROM pages p WHERE p.site = s.id) AS last_tested,
       (SELECT count(*) FROM pages p WHERE p.site = s.id AND p.last_tested IS NOT NULL)
         AS pages_tested,
       (SELECT count(*) FROM findings f WHERE f.kind = 'web' AND f.subject = s.origin
          AND f.state IN ('open', 'reopened')) AS open_findings
FROM sites s;

INSERT INTO gpkg_contents(table_name, data_type, identifier, description, srs_id) VALUES
  ('v_finding', 'features', 'findings 问题', 'One row a finding of a page or a facility', 4490);
INSERT INTO gpkg_geometry_columns VALUES ('v_finding', 'geom', 'POINT', 4490, 0, 0);
INSERT INTO gpkg_contents(table_name, data_type, identifier, description) VALUES
  ('v_site', 'attributes', 'web sites 网站', 'One row a web site');
