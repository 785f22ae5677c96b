// SPDX-License-Identifier: Apache-2.0
#include "audit/report/located.h"

#include "gis/io/csv.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kBuffered = 1 << 16;

}  // namespace

void LocatedWriter::put_line(std::string const &line) {
  m_buffer += line;
  if (m_buffer.size() > kBuffered) flush();
}

void LocatedWriter::flush() {
  m_out << m_buffer << std::flush;
  m_buffer.clear();
}

void LocatedWriter::put_cells(std::string_view header, std::span<std::string const> cells) {
  if (!std::exchange(m_begun, true)) put_line(fmt::format("{}\r\n", header));
  put_line(gis::csv_line(cells));
}

void LocatedWriter::put_object(Json json) {
  Json first;
  if (!std::exchange(m_begun, true)) first["schema"] = "wza.locate/1";
  first.update(json);
  put_line(first.dump() + '\n');
}

void LocatedWriter::put(gis::LocatedRow const &row) {
  auto const &districts = m_index.districts();
  std::vector<std::string> others;
  for (auto const i : row.others)
    others.push_back(districts[i].code.value);
  auto const *found = row.located ? &districts[row.located->district] : nullptr;
  std::string code = found ? found->code.value : "", name = found ? found->name : "";
  std::string precision(found ? key(PlacePrecision::gps) : "");
  if (row.address) {
    code = row.address->code.value;
    name = row.address->name;
    precision = key(row.address->precision);
  }
  bool const on_border = row.located && row.located->on_border;
  bool const in_several = row.located && row.located->in_several;
  if (m_json) {
    return put_object({{"row", row.row},
                       {"code", code.empty() ? Json() : Json(code)},
                       {"name", code.empty() ? Json() : Json(name)},
                       {"precision", code.empty() ? Json() : Json(precision)},
                       {"on_border", on_border},
                       {"in_several", in_several},
                       {"others", others}});
  }
  std::array<std::string, 7> const cells{std::to_string(row.row),
                                         code,
                                         name,
                                         precision,
                                         on_border ? "1" : "0",
                                         in_several ? "1" : "0",
                                         fmt::format("{}", fmt::join(others, " "))};
  put_cells("row,code,name,precision,on_border,in_several,others", cells);
}

void LocatedWriter::put_counts(gis::LocateSummary const &summary) {
  auto const &districts = m_index.districts();
  std::vector<std::size_t> order(districts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](auto a, auto b) { return districts[a].code < districts[b].code; });
  for (auto const i : order) {
    auto const &district = districts[i];
    auto const count = summary.counts[i];
    if (count == 0 && district.level != districts.front().level) continue;
    if (m_json) {
      put_object({{"code", district.code.value}, {"name", district.name}, {"count", count}});
    } else {
      std::array const cells{district.code.value, district.name, std::to_string(count)};
      put_cells("code,name,count", cells);
    }
  }
}

}  // namespace wza::audit
