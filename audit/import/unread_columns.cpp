// SPDX-License-Identifier: Apache-2.0
#include "audit/import/unread_columns.h"

#include "audit/import/refused_rows.h"
#include "db/base/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

namespace wza::audit {

std::optional<Text> unread_columns(std::vector<gis::Column> const &columns,
                                   std::vector<gis::ColumnMatch> const &matches,
                                   std::vector<std::string> const &also_read) {
  constexpr std::size_t kMost = 20, kLongest = 60;
  std::set<std::string_view> used(also_read.begin(), also_read.end());
  for (auto const &match : matches)
    used.insert(match.header);
  std::vector<std::string> unread;
  bool any_used = false;
  for (auto const &column : columns) {
    bool const is_used = used.contains(column.name);
    any_used = any_used || is_used;
    if (!is_used && !column.name.empty() && !is_reason(column))
      unread.emplace_back(utf8_prefix(column.name, kLongest));
  }
  if (unread.empty() || !any_used) return std::nullopt;
  std::size_t const all = unread.size();
  if (all > kMost) unread.resize(kMost);
  return Text{fmt::format("有 {} 列没有读取：{}{}。需要的话用 --column 字段=列名 指定；"
                          "--save-mapping 列出全部字段。",
                          all, fmt::join(unread, "、"), all > kMost ? "……" : ""),
              fmt::format("{} columns were not read: {}{}. Name them with --column FIELD=HEADER "
                          "where you need them; --save-mapping lists all fields.",
                          all, fmt::join(unread, ", "), all > kMost ? ", …" : "")};
}

}  // namespace wza::audit
