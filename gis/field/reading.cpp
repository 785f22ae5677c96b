// SPDX-License-Identifier: Apache-2.0
#include "gis/field/reading.h"

#include "db/base/ascii.h"
#include "gis/field/measured.h"

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
    Word{"✔", true},       Word{"☑", true},   Word{"有/是", true},  Word{"✘", false},
    Word{"无/否", false},
};
/// Words that speak of the clause, whatever it asks for.
constexpr std::array kVerdicts{
    Word{"符合", true},    Word{"合格", true},    Word{"达标", true},
    Word{"不符合", false}, Word{"不合格", false}, Word{"不达标", false},
};
/// Ticks, which of a clause that forbids a thing may mean either that it is met or that the thing
/// is there.
constexpr std::array<std::string_view, 7> kTicks{"√", "✓", "✔", "☑", "×", "✗", "✘"};

/// What forms say where nobody measured.
constexpr std::array<std::string_view, 11> kNotMeasured{
    "-",        "—",        "未检查",      "未查",         "未测",          "未测量",
    "无法测量", "无法检查", "not checked", "not measured", "cannot measure"};
constexpr std::array<std::string_view, 4> kInapplicable{"不适用", "不涉及", "not applicable",
                                                        "n/a"};

/// "✔" of "✔" with U+FE0F behind it, which asks for a coloured picture of it.
std::string_view without_variation(std::string_view word) {
  auto plain = trimmed(word);
  if (plain.ends_with("\xEF\xB8\x8F")) plain.remove_suffix(3);
  return plain;
}

bool says_nothing(std::string_view word) {
  return std::ranges::find(kNotMeasured, ascii_lower(word)) != kNotMeasured.end() ||
         says_inapplicable(word);
}

Problem neither_yes_nor_no() {
  return {ProblemCode::bad_value,
          "",
          "value",
          std::nullopt,
          {"测量值既不是“有”“无”，也不是“是”“否”。", "The value is neither yes nor no."},
          {"请填写“有”或“无”；没有检查的留空。",
           "Write yes or no; leave it empty where nobody looked."}};
}

Problem tick_in_doubt(Criterion const &criterion, std::string_view tick) {
  return {ProblemCode::bad_value,
          "",
          "value",
          std::nullopt,
          {fmt::format("看不出“{}”是说“{}”符合，还是说有不应有的东西。", tick, criterion.name.zh),
           fmt::format("Whether “{}” says that “{}” is met or that what should not be there is "
                       "there cannot be told.",
                       tick, criterion.name.en)},
          {"请填写“符合”“不符合”，或者“有”“无”（指不应有的东西）。",
           "Write 符合 (met) or 不符合 (not met), or yes or no: whether the thing is there."}};
}

}  // namespace

bool has_reading(Readings const &readings) {
  return std::any_of(readings.begin(), readings.end(), [](auto const &one) { return bool(one); });
}

bool says_inapplicable(std::string_view word) {
  return std::ranges::find(kInapplicable, ascii_lower(trimmed(word))) != kInapplicable.end();
}

std::optional<bool> read_yes_no(std::string_view word) {
  auto const plain = ascii_lower(without_variation(word));
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
    bool const wanted = criterion.comparator == Comparator::present;
    auto const verdict = std::ranges::find(kVerdicts, text, &Word::word);
    if (verdict != kVerdicts.end()) return std::optional<Reading>(verdict->yes == wanted);
    if (!wanted && std::ranges::find(kTicks, without_variation(text)) != kTicks.end())
      return tick_in_doubt(criterion, text);
    // Where none should be, a number counts what is there.
    if (criterion.comparator == Comparator::absent) {
      auto const count = parse_quantity(text, *unit_of("count"));
      if (count && count->si >= 0) return std::optional<Reading>(*count);
    }
    if (auto const yes = read_yes_no(text)) return std::optional<Reading>(*yes);
    return neither_yes_nor_no();
  }
  auto const quantity = read_measured(criterion, text, unit);
  if (!quantity) return quantity.problem();
  return std::optional<Reading>(*quantity);
}

namespace {

/// Whether the comma at `at` stands between two values ("860,910"), not within a number ("1,200",
/// "0,9").
bool comma_splits(std::string_view text, std::size_t at) {
  std::size_t before = at, after = at + 1;
  while (before > 0 && is_ascii_digit(text[before - 1]))
    --before;
  while (after < text.size() && is_ascii_digit(text[after]))
    ++after;
  bool const decimal =
      (before > 0 && text[before - 1] == '.') || (after < text.size() && text[after] == '.');
  return before == at || after == at + 1 || decimal || (at - before > 1 && after - at > 2);
}

/// The parts of "左 860；右 910" or "860/910".
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t skip = text[i] == ',' && comma_splits(text, i) ? 1 : 0;
    for (std::string_view separator : {"/", "／", ";", "；", "、", "，", "和", "与", "\n"}) {
      if (text.substr(i).starts_with(separator)) skip = separator.size();
    }
    if (skip == 0) {
      ++i;
      continue;
    }
    parts.push_back(trimmed(text.substr(begin, i - begin)));
    begin = i += skip;
  }
  parts.push_back(trimmed(text.substr(begin)));
  return parts;
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
  bool const one_in_n = is_slope(criterion) && parts.size() == 2 && parts.front() == "1";  // "1/12"
  if (criterion.sides.empty() || (parts.size() == 1 && !named) || one_in_n) {
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
