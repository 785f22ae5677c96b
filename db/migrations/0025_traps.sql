-- SPDX-License-Identifier: Apache-2.0
-- Which visit named an address first, by which a crawl sees pages that only lead to each other; and
-- which page of the run an address repeats.
ALTER TABLE frontier_urls ADD COLUMN parent INTEGER NOT NULL DEFAULT 0;  -- place in its lane, from 1; 0: none
ALTER TABLE visits ADD COLUMN repeats TEXT;  -- address of an earlier page of the run with the same content
