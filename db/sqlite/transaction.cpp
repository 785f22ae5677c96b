// SPDX-License-Identifier: Apache-2.0
#include "db/sqlite/transaction.h"

#include "db/base/error.h"

#include <utility>

namespace wza {
namespace {

/// Rolls back in a destructor. A disk that fails now has failed the work already, and closing the
/// connection rolls back as well.
void undo(Database &db, std::string_view sql) noexcept {
  try {
    if (db.in_transaction()) db.execute(sql);
  } catch (Error const &) {  // NOLINT(bugprone-empty-catch): see above
  }
}

}  // namespace

Transaction::Transaction(Database &db) : m_db(&db) {
  assert(!db.in_transaction());
  db.execute("BEGIN IMMEDIATE");
}
Transaction::~Transaction() {
  if (m_db) undo(*m_db, "ROLLBACK");
}
void Transaction::commit() {
  m_db->execute("COMMIT");
  m_db = nullptr;
}

Savepoint::Savepoint(Database &db) : m_db(&db) {
  assert(db.in_transaction());
  db.prepare("SAVEPOINT part").run();
}
Savepoint::~Savepoint() {
  if (m_db) undo(*m_db, "ROLLBACK TO part; RELEASE part");
}
void Savepoint::keep() {
  std::exchange(m_db, nullptr)->prepare("RELEASE part").run();
}

}  // namespace wza
