-- SPDX-License-Identifier: Apache-2.0
-- tracker.private.db: what is known of the people of a household, each field sealed on its own.
-- The key is not here.

CREATE TABLE schema_version(
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT;

-- A household has a data key of its own, wrapped by the tracker's key: destroying the wrapped key
-- erases the household, in every backup from which it is removed as well.
CREATE TABLE households(
  id TEXT PRIMARY KEY,                  -- the pseudonym that the tracker knows
  wrapped_key BLOB NOT NULL
) STRICT;

CREATE TABLE fields(
  household TEXT NOT NULL REFERENCES households(id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  sealed BLOB NOT NULL,                 -- nonce and ciphertext
  PRIMARY KEY (household, field)
) STRICT, WITHOUT ROWID;

-- A mark sealed with the tracker's key: a wrong key is known before anything is written with it.
CREATE TABLE key_check(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  sealed BLOB NOT NULL
) STRICT;
