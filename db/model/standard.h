// SPDX-License-Identifier: Apache-2.0
// Standards and laws, and the vocabulary that criteria use: kinds of places, kinds of facilities,
// facts about them.
#pragma once

#include "db/base/clock.h"
#include "db/base/ids.h"
#include "db/base/units.h"
#include "db/model/outcome.h"

#include <optional>
#include <string>
#include <vector>

namespace wza {

enum class StandardKind : std::uint8_t { building, web, law, retrofit, disability };
template <>
struct Names<StandardKind> {
  static constexpr std::array kAll{
      Name{StandardKind::building, "building", "建筑与道路", "Buildings and roads"},
      Name{StandardKind::web, "web", "网站与应用", "Sites and applications"},
      Name{StandardKind::law, "law", "法律", "Law"},
      Name{StandardKind::retrofit, "retrofit", "家庭改造", "Home retrofit"},
      Name{StandardKind::disability, "disability", "残疾分类", "Classes of disability"},
  };
};
static_assert(covers(StandardKind::disability));

struct Standard {
  std::string id;  ///< its number with the year: "GB 55019-2021"
  Text title;
  StandardKind kind{};
  std::optional<LocalDate> in_force_from;
  Text note;
  Confidence confidence{};
};

struct PlaceType {
  PlaceTypeCode code;  ///< "library"
  Text name;
  bool public_building = false;  ///< a building of chapter 8 of GB 50763-2012
};

struct FacilityType {
  std::string code;  ///< "wheelchair-ramp"
  Text name;
};

enum class FactKind : std::uint8_t { yes, measured, choice };
template <>
struct Names<FactKind> {
  static constexpr std::array kAll{
      Name{FactKind::yes, "yes", "是或否", "Yes or no"},
      Name{FactKind::measured, "measured", "测量值", "A measured value"},
      Name{FactKind::choice, "choice", "选项", "A choice"},
  };
};
static_assert(covers(FactKind::choice));

/// Something that conditions and steps of criteria ask about.
struct Fact {
  std::string name;
  FactKind kind{};
  Dimension dimension{};           ///< of a measured one
  std::vector<std::string> words;  ///< of a choice
  bool implied = false;            ///< Condition::implied
  Text question;
};

}  // namespace wza
