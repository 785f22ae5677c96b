// SPDX-License-Identifier: Apache-2.0
#include "db/seed.h"

#include "db/base/digest.h"
#include "db/sqlite/transaction.h"
#include "db/store/reference.h"

namespace wza {

Result<Seeded> seed(Tracker &tracker, std::span<EmbeddedFile const> files) {
  Seeded done;
  ReferenceStore store(tracker);
  Transaction transaction(tracker.db());
  store.defer_foreign_keys();
  for (EmbeddedFile const &file : files) {
    std::string const digest = sha256(file.content);
    if (store.loaded_digest(file.name) == digest) continue;
    auto table = parse_tsv(file.name, file.content);
    if (!table) return std::move(table).problem();
    if (auto loaded = store.load(file.name, *table); !loaded) return std::move(loaded).problem();
    store.note_loaded(file.name, digest);
    done.loaded.emplace_back(file.name);
  }
  if (auto whole = store.check_foreign_keys(); !whole) return std::move(whole).problem();
  transaction.commit();
  return done;
}

}  // namespace wza
