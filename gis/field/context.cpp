// SPDX-License-Identifier: Apache-2.0
#include "gis/field/context.h"

#include "db/store/reference.h"
#include "gis/field/fact_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace wza::gis {
namespace {

/// The SI unit of the dimension.
std::optional<Unit> unit_in(Dimension dimension) {
  for (std::string_view word : {"m", "m2", "slope", "N", "s", "count", "lx", "dB", "m/s"}) {
    if (auto const unit = unit_of(word); unit && unit->dimension == dimension) return unit;
  }
  return std::nullopt;
}

/// "±5 mm", "0.2 %", "0.5 N": a number with its unit, which must stand there.
std::optional<Quantity> tolerance_of(std::string_view value) {
  if (value.starts_with("±")) value.remove_prefix(std::string_view("±").size());
  for (auto const &name : Names<Dimension>::kAll) {
    auto const unit = unit_in(name.value);
    auto const read = unit ? parse_quantity(value, *unit) : std::nullopt;
    if (read && read->si >= 0 && !parse_number(value)) return read;
  }
  return std::nullopt;
}

/// A measured fact: not negative, and with its unit unless it counts pieces or is 0.
std::optional<Quantity> quantity_of(Dimension dimension, std::string_view value) {
  auto const unit = unit_in(dimension);
  auto quantity = unit ? parse_quantity(value, *unit) : std::nullopt;
  if (!quantity) return std::nullopt;
  auto const number = parse_number(value);
  bool const alone = number && *number != 0;
  if (dimension == Dimension::count)
    return quantity->si >= 0 && quantity->si == std::floor(quantity->si) ? quantity : std::nullopt;
  if (alone) return std::nullopt;
  if (dimension != Dimension::ratio) return quantity->si >= 0 ? quantity : std::nullopt;
  quantity->si = std::abs(quantity->si);  // up or down alike
  return quantity->si <= 1 ? quantity : std::nullopt;
}

}  // namespace

Problem context_problem(std::string_view part) {
  auto const shown = utf8_prefix(part, 80);
  auto const equals = part.find('=');
  Problem out{
      ProblemCode::bad_value,
      "",
      "context",
      std::nullopt,
      {fmt::format("现场条件“{}”无法识别。", shown),
       fmt::format("The context “{}” is not understood.", shown)},
      {"请写成 名称=值，用分号分开，例如 rise_per_run=300 mm;site_constrained=no。",
       "Write name=value, split by semicolons, such as rise_per_run=300 mm;site_constrained=no."}};
  if (equals == std::string_view::npos || !parse_number(part.substr(equals + 1))) return out;
  out.reason = {fmt::format("现场条件“{}”没有写单位，或者不能是这个数。", shown),
                fmt::format("The context “{}” has no unit, or cannot be that number.", shown)};
  out.remedy = {
      fmt::format("请写明单位，例如“{0} mm”“{0} m”；坡度写成 1:12 或 8.3%。", shown),
      fmt::format("Write the unit, such as “{0} mm” or “{0} m”; a slope as 1:12 or 8.3%.", shown)};
  return out;
}

ContextReader::ContextReader(Tracker &tracker)
    : m_instruments(CriteriaStore(tracker).instruments()) {
  for (auto &fact : ReferenceStore(tracker).facts()) {
    for (auto const &question : {fact.question.zh, plain_question(fact.question.zh)})
      m_called.try_emplace(question, fact.name, "");
    for (auto const &word : fact.words)
      m_called.try_emplace(choice_label(word).zh, fact.name, word);
    m_facts.emplace(fact.name, std::move(fact));
  }
}

std::optional<std::string_view> ContextReader::read(std::string_view text,
                                                    Circumstances &at) const {
  while (!text.empty()) {
    std::size_t end = text.size(), skip = 0;
    for (std::string_view separator : {";", "；"}) {
      if (auto const found = text.find(separator); found < end) {
        end = found;
        skip = separator.size();
      }
    }
    auto const part = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + skip));
    if (part.empty()) continue;
    auto const equals = part.find('=');
    auto const value = equals == std::string_view::npos ? std::string_view("yes")
                                                        : trimmed(part.substr(equals + 1));
    if (!take(trimmed(part.substr(0, equals)), value, at)) return part;
  }
  return std::nullopt;
}

bool ContextReader::take(std::string_view name, std::string_view value, Circumstances &at) const {
  if (name == "applies" || name == "适用") {
    at.applies = read_yes_no(value);
    return at.applies.has_value();
  }
  if (name == "tolerance" || name == "允差") {
    auto const tolerance = tolerance_of(value);
    if (tolerance) at.tolerance = Tolerance{{}, *tolerance};
    return tolerance.has_value();
  }
  if (name == "instrument" || name == "仪器") return take_instrument(value, at);
  auto const fact = m_facts.find(name);
  return fact == m_facts.end() ? take_called(name, value, at) : take_fact(fact->second, value, at);
}

bool ContextReader::take_called(std::string_view name, std::string_view value,
                                Circumstances &at) const {
  auto const called = m_called.find(name);
  if (called == m_called.end()) return false;
  auto const &[fact, choice] = called->second;
  if (choice.empty()) return take_fact(m_facts.at(fact), value, at);
  // 平坡出入口 alone names its fact as well; “不是” of a choice names none.
  if (read_yes_no(value) != true) return false;
  return take_fact(m_facts.at(fact), choice, at);
}

bool ContextReader::take_fact(Fact const &fact, std::string_view value, Circumstances &at) const {
  if (fact.kind == FactKind::yes) {
    auto const yes = read_yes_no(value);
    if (yes) at.facts.insert_or_assign(fact.name, *yes);
    return yes.has_value();
  }
  if (fact.kind == FactKind::choice) {
    auto const word = std::ranges::find_if(fact.words, [&](std::string const &one) {
      return one == value || choice_label(one).zh == value || choice_label(one).en == value;
    });
    if (word == fact.words.end()) return false;
    at.facts.insert_or_assign(fact.name, *word);
    return true;
  }
  auto const quantity = quantity_of(fact.dimension, value);
  if (quantity) at.facts.insert_or_assign(fact.name, *quantity);
  return quantity.has_value();
}

bool ContextReader::take_instrument(std::string_view name, Circumstances &at) const {
  auto const found =
      std::find_if(m_instruments.begin(), m_instruments.end(), [&](Instrument const &one) {
        return one.code == name || one.tolerance.instrument.zh == name ||
               one.tolerance.instrument.en == name;
      });
  if (found == m_instruments.end()) return false;
  at.tolerance = found->tolerance;
  return true;
}

}  // namespace wza::gis
