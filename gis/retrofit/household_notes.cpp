// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/household_notes.h"

#include "gis/retrofit/known_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wza::gis {
namespace {

void add_rows(ImportReport &report, std::vector<std::int64_t> const &rows, std::string const &zh,
              std::string const &en) {
  if (rows.empty()) return;
  report.notes.push_back({fmt::format(fmt::runtime(zh), rows.size(), fmt::join(rows, "、")),
                          fmt::format(fmt::runtime(en), rows.size(), fmt::join(rows, ", "))});
}

void add_behind(ImportReport &report, std::vector<HouseholdNotes::Behind> const &behind) {
  if (behind.empty()) return;
  std::vector<std::string> zh, en;
  for (auto const &[row, told, known] : behind) {
    zh.push_back(fmt::format("第 {} 行（表中{}，台账{}）", row, label(told).zh, label(known).zh));
    en.push_back(fmt::format("row {} (table: {}, tracker: {})", row, key(told), key(known)));
  }
  report.notes.push_back(
      {fmt::format("{} 户在台账中已更进一步，表中的旧内容没有采用：{}。记录有误请用 wza retrofit "
                   "correct 更正。",
                   behind.size(), fmt::join(zh, "、")),
       fmt::format("{} homes have moved on since, and their rows were left out: {}. If the record "
                   "is wrong, use wza retrofit correct.",
                   behind.size(), fmt::join(en, ", "))});
}

void add_over_ceiling(ImportReport &report, std::vector<HouseholdNotes::OverCeiling> const &over) {
  if (over.empty()) return;
  std::vector<std::string> zh, en;
  for (auto const &[row, amounts] : over) {
    zh.push_back(fmt::format("第 {} 行：{}", row, amounts.zh));
    en.push_back(fmt::format("row {}: {}", row, amounts.en));
  }
  report.notes.push_back(
      {fmt::format("{} 户的金额超过项目的每户上限，请核对：{}", over.size(), fmt::join(zh, "")),
       fmt::format("{} homes have more money than the programme's ceiling; check them: {}",
                   over.size(), fmt::join(en, " "))});
}

}  // namespace

void HouseholdNotes::add_to(ImportReport &report) const {
  add_behind(report, behind);
  add_over_ceiling(report, over_ceiling);
  add_rows(report, undated, "{} 户已验收但没有验收日期，不计入任何年度：第 {} 行。",
           "{} homes are accepted without a date and count in no year: rows {}.");
  if (!unproved.empty()) {
    report.notes.push_back(
        {fmt::format("{} 户按表格记为已验收，台账中没有登记验收表。", unproved.size()),
         fmt::format("{} homes are accepted as the table says; no acceptance form is recorded of "
                     "them.",
                     unproved.size())});
  }
  add_rows(report, elsewhere, "{} 户的乡镇代码与坐标所在的不同，已按坐标归属：第 {} 行。",
           "{} homes name another township than their position lies in; the position was "
           "followed: rows {}.");
  add_rows(report, on_border, "{} 户正好在边界上，归代码较小的行政区：第 {} 行。",
           "{} homes lie on a border and count in the district of the lower code: rows {}.");
  add_rows(report, differ, "{} 户的住址与代码属于不同的行政区，已按代码归属：第 {} 行。",
           "{} homes have an address in another district than their code; the code was followed: "
           "rows {}.");
  add_rows(report, namesakes, "{} 户与另一区划的一户同名同址，没有证号，按另一户登记：第 {} 行。",
           "{} homes share name and address with a home of another district and have no "
           "certificate number; they were taken as other homes: rows {}.");
  add_rows(report, grounds,
           "{} 户的困难类型不是认识的词，原文已加密保存，台账中按未登记处理：第 {} "
           "行。可写低保、低保边缘、特困、防返贫监测、非困难。",
           "{} homes have a ground of need that is no known word; it was sealed and counts as not "
           "recorded: rows {}. Known are 低保, 低保边缘, 特困, 防返贫监测, 非困难.");
  add_rows(report, money_sources,
           "{} 户的资金来源有不认识的词，原文已加密保存：第 {} 行。可写" +
               std::string(money_source_words().zh) + "。",
           "{} homes have a source of money that is no known word; it was sealed: rows {}. Known "
           "are " +
               std::string(money_source_words().en) + ".");
  add_rows(report, items,
           "{} 户有目录以外的改造项目，原文已加密保存，台账中记为“目录以外”：第 {} 行。",
           "{} homes have items that the catalogue has not; their words were sealed, and the "
           "tracker says 目录以外 (not in the catalogue): rows {}.");
}

}  // namespace wza::gis
