// SPDX-License-Identifier: Apache-2.0
// Numbers, times and counts as people read them on pages and terminals.
#pragma once

#include "audit/text/texts.h"
#include "db/base/clock.h"
#include "db/store/overview.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::audit {

/// The words of `key` with {} filled in.
template <class... Values>
std::string filled(T key, Lang lang, Values const &...values) {
  return fmt::format(fmt::runtime(words(key, lang)), values...);
}

/// "1 234 567" with a thin space every three digits.
std::string grouped(std::int64_t number);
/// The same; "*" where the number is hidden.
std::string grouped(std::optional<std::int64_t> number);
/// "62.5 %"; `absent` where there is no rate.
std::string percent(std::optional<double> ratio, std::string_view absent);
/// What a plan promises: "600", or "95 %" of the homes in need; `absent` without a promise.
std::string target_words(std::optional<PlanTarget> const &target, std::string_view absent);
/// The same with its unit: "600 户".
std::string target_with_unit(PlanTarget const &target, Lang lang);
/// "致命 2，严重 5": the severities of which there is at least one.
std::string parts(SeverityCounts const &counts, Lang lang);
/// "* hidden to protect people: …" of a published table.
std::string hidden_words(std::int64_t threshold, Lang lang);
/// What the numbers of an overview stand on: plans with their quotes, boundaries, how it is
/// counted.
std::vector<std::string> basis_words(Overview const &overview, Lang lang);
/// A measured number with its unit, "1250 mm"; slopes as they are written, "1:8.3"; empty without.
std::string measured_words(std::optional<double> value, std::optional<std::string> const &unit);
/// A unit as people read it: "m²" for "m2"; pieces (个) have one in Chinese alone.
std::string unit_words(std::string_view unit, Lang lang);
/// A threshold as standards write it, with its unit where it has none: "1.20 m", "1:12",
/// "0.85～1.10 m" for "0.85..1.10".
std::string with_unit(std::string_view threshold, std::string_view unit, Lang lang);
/// "2026-11-22 14:00", Beijing time.
std::string local_minute(UtcTime time);

}  // namespace wza::audit
