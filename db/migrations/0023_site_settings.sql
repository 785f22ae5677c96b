-- SPDX-License-Identifier: Apache-2.0
-- How each web site is to be crawled, and how often. A site may have settings before it was ever
-- visited, and keeps all that was found when they are removed. Never a login.
CREATE TABLE site_settings(
  fid INTEGER PRIMARY KEY,
  origin TEXT NOT NULL UNIQUE,          -- "https://www.example.gov.cn", as in sites
  start TEXT NOT NULL UNIQUE,           -- URL at which its crawl begins
  every_hours INTEGER CHECK (every_hours > 0),    -- NULL: not by itself
  quiet TEXT NOT NULL,                  -- "08:00-12:00,14:00-18:30", China Standard Time; '': none
  delay_ms INTEGER CHECK (delay_ms >= 0),         -- NULL, here and below: as the program has it
  max_pages INTEGER CHECK (max_pages > 0),
  max_depth INTEGER CHECK (max_depth >= 0),
  scope TEXT CHECK (scope IN ('host', 'domain')),
  district TEXT,                        -- that answers for it; NULL: not said
  contact TEXT,                         -- in the User-Agent; NULL: none
  allow_invalid_tls INTEGER NOT NULL CHECK (allow_invalid_tls IN (0, 1)),
  paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
  updated_at TEXT NOT NULL
) STRICT;

INSERT INTO gpkg_contents(table_name, data_type, identifier, description) VALUES
  ('site_settings', 'attributes', 'site_settings 网站检测设置', 'How each web site is crawled');
