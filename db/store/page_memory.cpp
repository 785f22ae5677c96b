// SPDX-License-Identifier: Apache-2.0
#include "db/store/page_memory.h"

#include <cassert>

namespace wza {

std::optional<std::vector<std::byte>> PageMemoryStore::recall(std::string_view url,
                                                              std::string_view tested_by) {
  Statement row = m_tracker->db().prepare(
      "SELECT content FROM page_memory WHERE page = (SELECT id FROM pages WHERE url = ?1) AND "
      "tested_by = ?2");
  if (!row.bind(url, tested_by).step()) return std::nullopt;
  return row.get<std::vector<std::byte>>(0);
}

void PageMemoryStore::keep(std::string_view url, std::string_view tested_by,
                           std::span<std::byte const> content) {
  assert(m_tracker->db().in_transaction());
  m_tracker->db()
      .prepare(
          "INSERT OR REPLACE INTO page_memory(page, tested_by, content) SELECT id, ?2, ?3 FROM "
          "pages WHERE url = ?1")
      .bind(url, tested_by, Blob{content})
      .run();
}

void PageMemoryStore::forget(std::string_view url) {
  assert(m_tracker->db().in_transaction());
  m_tracker->db()
      .prepare("DELETE FROM page_memory WHERE page = (SELECT id FROM pages WHERE url = ?1)")
      .bind(url)
      .run();
}

}  // namespace wza
