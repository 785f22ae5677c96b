// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/export_homes.h"

#include "db/base/digest.h"
#include "db/base/file.h"
#include "db/base/text.h"
#include "db/model/certificate.h"
#include "db/model/personal_text.h"
#include "db/sqlite/transaction.h"
#include "db/store/private_store.h"
#include "db/store/retrofits.h"
#include "db/store/runs.h"
#include "gis/io/whole_file.h"
#include "gis/io/write_layer.h"
#include "gis/io/xlsx.h"
#include "gis/retrofit/named_people.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace wza::audit {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kOwnerAlone = 0600;

Problem refused(HomesOrder const &order, ProblemCode code, Text reason, Text remedy) {
  return Problem{code, order.path, "", std::nullopt, std::move(reason), std::move(remedy)};
}

std::optional<Problem> problem_with(Tracker &tracker, HomesOrder const &order) {
  if (ending_of(order.path) != ".csv" && ending_of(order.path) != ".xlsx")
    return refused(order, ProblemCode::usage,
                   {"个人信息只能导出为 .csv 或 .xlsx。",
                    "What is personal is written as .csv or .xlsx only."},
                   {"请换一个文件名。", "Choose another file name."});
  if (order.reason.find_first_not_of(" \t") == std::string::npos)
    return refused(order, ProblemCode::usage, {"没有说明用途。", "What it is for is not said."},
                   {"请写 --reason 用途；用途会记入日志，其中不要写姓名、电话等。",
                    "Give --reason; it is kept in the history, so write nobody's name into it."});
  if (holds_personal_number(order.reason))
    return refused(order, ProblemCode::forbidden, personal_number_words(),
                   {"用途会记入日志，请改写，不写个人信息。",
                    "The purpose is kept in the history: write it without anything personal."});
  if (!fs::exists(tracker.private_path()))
    return refused(order, ProblemCode::not_found,
                   {"这个跟踪库没有个人信息文件。", "This tracker has no file of personal data."},
                   {"请在保存有 tracker.private.db 的计算机上运行。",
                    "Run it where tracker.private.db is kept."});
  struct stat known {};
  if (lstat(order.path.c_str(), &known) != 0) return std::nullopt;
  bool const safe = S_ISREG(known.st_mode) && (known.st_mode & (S_IRWXG | S_IRWXO)) == 0;
  if (safe) return std::nullopt;
  return refused(order, ProblemCode::forbidden,
                 {"这个文件已经存在，而且别人可以读取。",
                  "The file is there already, and others may read it."},
                 {"请换一个文件名，或先运行 chmod 600 文件名。",
                  "Choose another name, or run chmod 600 on it first."});
}

/// The history is in the tracker, which names nobody.
std::optional<Problem> reason_names_people(Tracker &tracker, PrivateStore &store,
                                           HomesOrder const &order) {
  std::set<HouseholdId> homes;
  for (auto const &retrofit : RetrofitStore(tracker).all())
    homes.insert(retrofit.household);
  for (auto const &home : homes) {
    auto const record = store.get(home);
    if (record && gis::names_people(*record, order.reason))
      return refused(
          order, ProblemCode::forbidden,
          {"用途中有某户的姓名、监护人或住址。", "The purpose holds a name or address of a home."},
          {"用途会记入日志，请改写，不写个人信息。",
           "The purpose is kept in the history: write it without anything personal."});
  }
  return std::nullopt;
}

/// Two digits of either end tell the owner which number it is.
std::string masked_id(Secret const &number) {
  auto const text = number.reveal();
  if (text.size() < 8) return "****";
  return std::string(text.substr(0, 2)) + std::string(text.size() - 4, '*') +
         std::string(text.substr(text.size() - 2));
}

std::string shown(PrivateField field, Secret const &value, bool unmask) {
  if (!unmask && field == PrivateField::certificate) return masked_certificate(value);
  if (!unmask && field == PrivateField::id_number) return masked_id(value);
  return std::string(value.reveal());
}

gis::Table table_of(Tracker &tracker, PrivateStore &store, bool unmask) {
  gis::Table table;
  table.layer = "homes";
  for (char const *name : {"household", "district", "programme", "year", "state"})
    table.columns.push_back(
        {name, std::string_view(name) == "year" ? gis::CellKind::integer : gis::CellKind::text});
  for (auto const &field : Names<PrivateField>::kAll)
    table.columns.push_back({std::string(field.key), gis::CellKind::text});
  for (auto const &retrofit : RetrofitStore(tracker).all()) {
    auto const record = store.get(retrofit.household).value_or(PrivateRecord());
    auto &row = table.rows.emplace_back();
    row.number = static_cast<std::int64_t>(table.rows.size()) + 1;
    row.cells = {retrofit.household.value, retrofit.district.value, retrofit.programme,
                 std::to_string(retrofit.year), std::string(key(retrofit.state))};
    for (auto const &field : Names<PrivateField>::kAll) {
      auto const known = record.find(field.value);
      row.cells.push_back(known == record.end() ? "" : shown(field.value, known->second, unmask));
    }
  }
  return table;
}

/// Into a file that is the owner's alone from its first byte on.
void write_closed(std::string const &path, std::string const &bytes) {
  gis::write_whole(path, [&](std::string const &draft) {
    int const file =
        open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kOwnerAlone);
    if (file < 0) throw gis::cannot_write(path, std::strerror(errno));
    std::size_t done = 0;
    while (done < bytes.size()) {
      auto const wrote = write(file, bytes.data() + done, bytes.size() - done);
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote <= 0) break;
      done += static_cast<std::size_t>(wrote);
    }
    bool const complete = done == bytes.size() && fsync(file) == 0;
    if (close(file) != 0 || !complete) throw gis::cannot_write(path, "write failed");
  });
}

}  // namespace

Result<std::size_t> export_homes(Tracker &tracker, HomesOrder const &order) {
  if (auto problem = problem_with(tracker, order)) return *std::move(problem);
  auto store = PrivateStore::open(tracker);
  if (auto problem = reason_names_people(tracker, store, order)) return *std::move(problem);
  auto const table = table_of(tracker, store, order.unmask);
  bool const is_csv = ending_of(order.path) == ".csv";
  auto const bytes = is_csv ? gis::csv_bytes(table)
                            : gis::xlsx_bytes({{table.layer, table.columns, table.rows}}, "Homes",
                                              tracker.clock().now());
  Transaction transaction(tracker.db());
  append_event(tracker, {order.actor,
                         std::nullopt,
                         "exported_private",
                         "households",
                         "*",
                         nullptr,
                         {{"rows", table.rows.size()},
                          {"unmasked", order.unmask},
                          {"reason", order.reason},
                          {"format", is_csv ? "csv" : "xlsx"},
                          {"sha256", sha256(bytes)}}});
  transaction.commit();
  write_closed(order.path, bytes);
  return table.rows.size();
}

}  // namespace wza::audit
