// SPDX-License-Identifier: Apache-2.0
#include "gis/field/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace wza::gis {
namespace {

struct Word {
  std::string_view word;
  bool yes;
};
constexpr std::array kWords{
    Word{"有", true},      Word{"是", true},  Word{"设有", true},   Word{"已设", true},
    Word{"存在", true},    Word{"yes", true}, Word{"true", true},   Word{"y", true},
    Word{"1", true},       Word{"√", true},   Word{"✓", true},      Word{"present", true},
    Word{"无", false},     Word{"否", false}, Word{"没有", false},  Word{"未设", false},
    Word{"不存在", false}, Word{"no", false}, Word{"false", false}, Word{"n", false},
    Word{"0", false},      Word{"×", false},  Word{"✗", false},     Word{"absent", false},
};

/// What forms say where nobody measured.
constexpr std::array<std::string_view, 11> kNotMeasured{
    "-",        "—",        "未检查",      "未查",         "未测",          "未测量",
    "无法测量", "无法检查", "not checked", "not measured", "cannot measure"};
constexpr std::array<std::string_view, 4> kInapplicable{"不适用", "不涉及", "not applicable",
                                                        "n/a"};

Unit unit_or_presence(Criterion const &criterion) {
  auto const unit = unit_of(criterion.unit);
  return unit ? *unit : *unit_of("bool");
}

}  // namespace

namespace {

bool says_nothing(std::string_view word) {
  return std::ranges::find(kNotMeasured, ascii_lower(word)) != kNotMeasured.end() ||
         says_inapplicable(word);
}

}  // namespace

bool says_inapplicable(std::string_view word) {
  return std::ranges::find(kInapplicable, ascii_lower(trimmed(word))) != kInapplicable.end();
}

std::optional<bool> read_yes_no(std::string_view word) {
  auto const plain = ascii_lower(trimmed(word));
  for (auto const &known : kWords) {
    if (known.word == plain) return known.yes;
  }
  return std::nullopt;
}

Result<std::optional<Reading>> read_value(Criterion const &criterion, std::string_view value,
                                          std::string_view unit) {
  auto const text = trimmed(value);
  if (text.empty() || says_nothing(text)) return std::optional<Reading>();
  if (!is_measured(criterion)) {
    // "Conforms" speaks of the clause, "yes" and "there is" of the thing.
    if (text == "符合" || text == "不符合") {
      return std::optional<Reading>((text == "符合") ==
                                    (criterion.comparator == Comparator::present));
    }
    // Where none should be, a number counts what is there.
    if (criterion.comparator == Comparator::absent) {
      if (auto const count = parse_quantity(text, *unit_of("count")))
        return std::optional<Reading>(*count);
    }
    if (auto const yes = read_yes_no(text)) return std::optional<Reading>(*yes);
    return Problem{ProblemCode::bad_value,
                   "",
                   "value",
                   std::nullopt,
                   {"测量值既不是“有”“无”，也不是“是”“否”。", "The value is neither yes nor no."},
                   {"请填写“有”或“无”；没有检查的留空。",
                    "Write yes or no; leave it empty where nobody looked."}};
  }
  auto const named = trimmed(unit);
  auto default_unit = unit_or_presence(criterion);
  if (!named.empty()) {
    auto const written = unit_of(named);
    bool const by_steps = written && !criterion.steps.empty() &&
                          written->dimension == criterion.steps.front().dimension;
    if (!written || (written->dimension != default_unit.dimension && !by_steps)) {
      return Problem{
          ProblemCode::bad_value,
          "",
          "unit",
          std::nullopt,
          {fmt::format("单位“{}”不能用于这项指标，应为 {}。", named, default_unit.word),
           fmt::format("The unit “{}” does not fit this criterion, which is measured in {}.", named,
                       default_unit.word)},
          {fmt::format("请改用 {} 或留空。", default_unit.word),
           fmt::format("Use {} or leave the unit empty.", default_unit.word)}};
    }
    default_unit = *written;
  }
  if (auto const quantity = parse_quantity(text, default_unit))
    return std::optional<Reading>(*quantity);
  // "2 个" of a share of a total; a number alone is the share.
  if (!criterion.steps.empty() && criterion.steps.front().dimension == Dimension::count) {
    auto const count = parse_quantity(text, *unit_of("count"));
    if (count && !parse_number(text)) return std::optional<Reading>(*count);
  }
  return Problem{
      ProblemCode::bad_number,
      "",
      "value",
      std::nullopt,
      {fmt::format("测量值“{}”不是数字。", utf8_prefix(text, 60)),
       fmt::format("The value “{}” is no number.", utf8_prefix(text, 60))},
      {fmt::format("请只填写数字（单位 {}），例如 1200、1.2 或坡度 1:12；没有测量的留空。",
                   default_unit.word),
       fmt::format("Write a number in {}, such as 1200, 1.2 or a slope 1:12; leave it empty where "
                   "nothing was measured.",
                   default_unit.word)}};
}

namespace {

/// The parts of "左 860；右 910" or "860/910".
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    std::size_t end = text.size(), skip = 0;
    for (std::string_view separator : {"/", ";", "；", "、"}) {
      if (auto const at = text.find(separator); at < end) {
        end = at;
        skip = separator.size();
      }
    }
    parts.push_back(trimmed(text.substr(0, end)));
    if (skip == 0) return parts;
    text.remove_prefix(end + skip);
  }
}

/// The side that a part names first, which is then taken off together with "：" or "=".
std::optional<std::size_t> take_side(Criterion const &criterion, std::string_view &part) {
  for (std::size_t i = 0; i < criterion.sides.size(); ++i) {
    auto const &side = criterion.sides[i];
    for (std::string_view name : {std::string_view(side.name.zh), std::string_view(side.name.en)}) {
      if (!part.starts_with(name)) continue;
      part = trimmed(part.substr(name.size()));
      for (std::string_view mark : {"侧", "端", ":", "：", "="}) {
        if (part.starts_with(mark)) part = trimmed(part.substr(mark.size()));
      }
      return i;
    }
  }
  return std::nullopt;
}

Problem sides_unclear(Criterion const &criterion) {
  std::vector<std::string_view> zh, en;
  for (auto const &side : criterion.sides) {
    zh.push_back(side.name.zh);
    en.push_back(side.name.en);
  }
  return Problem{
      ProblemCode::bad_value,
      "",
      "value",
      std::nullopt,
      {fmt::format("看不出哪个值属于哪一处；这项指标要分别测量：{}。", fmt::join(zh, "、")),
       fmt::format("Which value belongs to which side is not clear; this criterion is "
                   "read on each: {}.",
                   fmt::join(en, ", "))},
      {fmt::format("请写成“{} 860；{} 910”，没有测量的写“-”。", zh[0], zh[1]),
       fmt::format("Write “{} 860; {} 910”, and “-” where nobody measured.", en[0], en[1])}};
}

}  // namespace

Result<Readings> read_values(Criterion const &criterion, std::string_view value,
                             std::string_view unit) {
  auto const parts = parts_of(trimmed(value));
  auto first = parts.front();
  bool const named = take_side(criterion, first).has_value();
  if (criterion.sides.empty() || (parts.size() == 1 && !named)) {
    auto one = read_value(criterion, value, unit);
    if (!one) return one.problem();
    return Readings{*one};
  }
  Readings readings(criterion.sides.size());
  if (!named && parts.size() != readings.size()) return sides_unclear(criterion);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto part = parts[i];
    auto const side = named ? take_side(criterion, part) : std::optional(i);
    if (!side || readings[*side]) return sides_unclear(criterion);
    if (part == "-") continue;
    auto one = read_value(criterion, part, unit);
    if (!one) return one.problem();
    readings[*side] = *one;
  }
  return readings;
}

std::optional<Quantity> read_extent(std::string_view text) {
  if (parse_number(text)) return std::nullopt;  // of what?
  for (std::string_view word : {"m", "m²", "个"}) {
    auto const quantity = parse_quantity(text, *unit_of(word));
    if (quantity && quantity->si >= 0) return quantity;
  }
  return std::nullopt;
}

}  // namespace wza::gis
