// SPDX-License-Identifier: Apache-2.0
// Words that may stand in the tracker because they are of the trade and tell of nobody: the items
// of works and the sources of money as offices write them.
#pragma once

#include "db/store/programmes.h"
#include "db/store/retrofits.h"
#include "gis/retrofit/household_row.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace wza::gis {

/// The code of the catalogue that an office's words mean ("安装轮椅坡道2处", "抓杆"); nothing where
/// the words hold more than an item, how it is done and how many of it.
std::optional<std::string> item_of(RetrofitStore &store, std::string_view words);

/// Whether the words are made of levels of government, funds and kinds of givers alone ("2024年省级
/// 残疾人就业保障金", "自筹"): a person's name is none.
bool is_money_source(std::string_view words);

/// The words of which is_money_source() knows, as an example for people.
TextView money_source_words();

/// What stands in the tracker for an item that the catalogue has not.
inline constexpr std::string_view kOtherItem = "目录以外";

/// Keeps words out of the tracker that are not known to tell of nobody.
class KnownWords {
 public:
  explicit KnownWords(Tracker &tracker) : m_programmes(tracker) {}

  struct Sealed {
    bool ground = false, money = false, items = false;
  };
  /// Moves ground of need, sources of money and items that are no known words from the row's
  /// public into its personal part.
  Sealed seal(HouseholdRow &row);

 private:
  bool is_ground(std::string const &word);

  ProgrammeStore m_programmes;
  std::map<std::string, bool> m_grounds;  ///< looked up: tables repeat them in every row
};

}  // namespace wza::gis
