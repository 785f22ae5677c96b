-- SPDX-License-Identifier: Apache-2.0
-- What each crawl found out about each finding of its sites, so that any two crawls can be compared
-- later. Crawls of older programs have no rows here.
CREATE TABLE run_findings(
  run INTEGER NOT NULL REFERENCES runs(id),
  finding INTEGER NOT NULL REFERENCES findings(id),
  result TEXT NOT NULL CHECK (result IN ('found', 'seen_again', 'partly_gone', 'reopened',
    'mended', 'not_tested')),
  -- Of found and reopened: why it is there now and was not before.
  cause TEXT CHECK (cause IN ('content', 'rules', 'surroundings')),
  PRIMARY KEY (run, finding)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_findings_by_finding ON run_findings(finding, run);
