-- SPDX-License-Identifier: Apache-2.0
-- The frontier of crawls: every address that an unfinished run knows, in which order it comes, and
-- what the run must know of it to go on. A lease is not kept: what was leased waits again after a
-- restart. The rows of a run are taken away when it is finished; its visits stay.
CREATE TABLE frontier_urls(
  run INTEGER NOT NULL REFERENCES runs(id),
  url TEXT NOT NULL,
  lane INTEGER NOT NULL,                -- one start with its scope, from 0
  depth INTEGER NOT NULL,               -- links away from the start
  ord INTEGER NOT NULL,                 -- of discovery within the lane, from 1
  chain TEXT,                           -- JSON array: the redirects that led here, oldest first
  trap INTEGER NOT NULL CHECK (trap IN (0, 1)),
  done INTEGER,                         -- seq of its visit; NULL: waits
  note TEXT,                            -- JSON for whoever continues the run; NULL: waits
  PRIMARY KEY (run, url)
) STRICT, WITHOUT ROWID;
CREATE INDEX frontier_waiting ON frontier_urls(run, lane, depth, ord) WHERE done IS NULL;

-- How servers want to be treated: outlives the runs, since the next one meets the same servers.
CREATE TABLE frontier_hosts(
  host TEXT PRIMARY KEY,
  delay_ms INTEGER NOT NULL,            -- pause that its robots.txt asks for; 0: none
  blocked_until TEXT,                   -- no request before; NULL: not blocked
  last_request TEXT                     -- when the last request ended; NULL: never asked
) STRICT, WITHOUT ROWID;

-- A crawl that an earlier version left unfinished has no frontier to go on from: it ends here, its
-- visits stay, and the same command begins anew.
UPDATE visits SET record = NULL
  WHERE run IN (SELECT id FROM runs WHERE kind = 'crawl' AND state = 'running');
UPDATE runs SET state = 'partly', finished_at = started_at, summary = '{}'
  WHERE kind = 'crawl' AND state = 'running';
