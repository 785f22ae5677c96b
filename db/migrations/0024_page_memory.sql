-- SPDX-License-Identifier: Apache-2.0
-- What a crawl must know of a page to ask its server whether it changed since it was tested, and to
-- count it as tested again where it did not. One row a page, of its last whole test.
CREATE TABLE page_memory(
  page INTEGER PRIMARY KEY REFERENCES pages(id),
  tested_by TEXT NOT NULL,              -- digest of the program and the rules; others test it anew
  content BLOB NOT NULL                 -- webcheck/crawl/page_memory.h, compressed
) STRICT;

-- The state `unchanged` is new. The list of states stands in one place now, in the program: here each
-- new one took a copy of the whole table.
CREATE TABLE visits_new(
  run INTEGER NOT NULL REFERENCES runs(id),
  seq INTEGER NOT NULL,                 -- order within the run, from 1
  page INTEGER NOT NULL REFERENCES pages(id),
  at TEXT NOT NULL,
  state TEXT NOT NULL,                  -- a VisitState (db/model/visit.h)
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
INSERT INTO visits_new SELECT run, seq, page, at, state, status, depth, charset, bytes, sha256,
  template, failed, record FROM visits;
DROP TABLE visits;
ALTER TABLE visits_new RENAME TO visits;
CREATE INDEX visits_by_page ON visits(page, run);
