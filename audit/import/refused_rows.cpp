// SPDX-License-Identifier: Apache-2.0
#include "audit/import/refused_rows.h"

#include "db/base/file.h"
#include "gis/io/write_layer.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace wza::audit {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kReason = "拒绝原因", kReasonEn = "reason refused";

bool has_column(gis::Table const &table, std::string_view name) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [&](gis::Column const &column) { return column.name == name; });
}

/// A folder that only we may look into, beside the file that will come out of it.
class PrivateFolder {
 public:
  explicit PrivateFolder(fs::path const &beside) {
    std::string pattern = (beside.parent_path() / ".wza-refused-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
      throw Error(Text{fmt::format("无法写入文件夹 {}。请检查权限和磁盘空间。",
                                   beside.parent_path().string()),
                       fmt::format("The folder {} cannot be written to. Check its permissions and "
                                   "the free space.",
                                   beside.parent_path().string())},
                  ExitCode::refused);
    }
    m_path = pattern;
  }
  PrivateFolder(PrivateFolder const &) = delete;
  PrivateFolder &operator=(PrivateFolder const &) = delete;
  ~PrivateFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
  }
  fs::path const &path() const { return m_path; }

 private:
  fs::path m_path;
};

}  // namespace

bool is_reason(gis::Column const &column) {
  return column.name == kReason || column.name == kReasonEn;
}

gis::Table refused_rows(gis::Table const &table, std::span<Problem const> refused, Lang lang) {
  std::map<std::int64_t, gis::Row const *> by_number;
  for (gis::Row const &row : table.rows)
    by_number.emplace(row.number, &row);
  gis::Table out;
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (is_reason(table.columns[i])) continue;
    kept.push_back(i);
    out.columns.push_back({table.columns[i].name, gis::CellKind::text});
  }
  bool const with_place = !has_column(table, "lon") && !has_column(table, "lat") &&
                          std::any_of(table.rows.begin(), table.rows.end(),
                                      [](gis::Row const &row) { return row.geometry.has_value(); });
  if (with_place) {
    out.columns.push_back({"lon", gis::CellKind::text});
    out.columns.push_back({"lat", gis::CellKind::text});
  }
  out.columns.push_back({std::string(lang == Lang::zh ? kReason : kReasonEn), gis::CellKind::text});
  for (Problem const &problem : refused) {
    auto const found = problem.row ? by_number.find(*problem.row) : by_number.end();
    if (found == by_number.end()) continue;
    gis::Row const &source = *found->second;
    gis::Row row;
    for (std::size_t const i : kept)
      row.cells.push_back(i < source.cells.size() ? source.cells[i] : std::string());
    if (with_place) {
      auto const *point = source.geometry ? std::get_if<gis::RawPoint>(&*source.geometry) : nullptr;
      row.cells.push_back(point == nullptr ? "" : fmt::format("{:.7f}", point->lon));
      row.cells.push_back(point == nullptr ? "" : fmt::format("{:.7f}", point->lat));
    }
    row.cells.push_back(fmt::format("{}{}{}{}", problem.field, problem.field.empty() ? "" : ": ",
                                    problem.reason.in(lang), problem.remedy.in(lang)));
    out.rows.push_back(std::move(row));
  }
  return out;
}

Result<Done> check_refused_name(std::string const &path) {
  auto const ending = ending_of(path);
  if (ending == ".xlsx" || ending == ".csv") return Done{};
  return Problem{
      ProblemCode::usage,
      path,
      "--refused",
      std::nullopt,
      {"被拒绝的行只能写成 .xlsx 或 .csv。", "Refused rows are written as .xlsx or .csv."},
      {"请改文件名的后缀。", "Change the ending of the name."}};
}

Result<Done> write_refused(gis::Table const &rows, std::string const &path, bool personal,
                           UtcTime made) {
  if (auto const named = check_refused_name(path); !named) return named;
  gis::LayerAbout about;
  about.made = made;
  if (!personal) return gis::write_layer(rows, path, about);
  auto const file = fs::absolute(path);
  PrivateFolder const folder(file);
  auto const draft = folder.path() / file.filename();
  if (auto const written = gis::write_layer(rows, draft.string(), about); !written) return written;
  fs::permissions(draft, fs::perms::owner_read | fs::perms::owner_write);
  fs::rename(draft, file);
  return Done{};
}

}  // namespace wza::audit
