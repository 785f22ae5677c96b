// SPDX-License-Identifier: Apache-2.0
// All or nothing: what is not committed is rolled back when the object dies.
#pragma once

#include "db/sqlite/database.h"

namespace wza {

/// BEGIN IMMEDIATE … COMMIT. A Transaction inside another is our bug; use a Savepoint.
class Transaction {
 public:
  explicit Transaction(Database &db);
  Transaction(Transaction const &) = delete;
  Transaction &operator=(Transaction const &) = delete;
  ~Transaction();
  void commit();

 private:
  Database *m_db;
};

/// A part of a Transaction that can be taken back alone (one row of an import).
class Savepoint {
 public:
  explicit Savepoint(Database &db);
  Savepoint(Savepoint const &) = delete;
  Savepoint &operator=(Savepoint const &) = delete;
  ~Savepoint();
  void keep();

 private:
  Database *m_db;
};

}  // namespace wza
