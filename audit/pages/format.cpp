// SPDX-License-Identifier: Apache-2.0
#include "audit/pages/format.h"

#include "gis/retrofit/publishing.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>

namespace wza::audit {

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(std::abs(number));
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, "\u202f");
  }
  return number < 0 ? fmt::format("\u2212{}", digits) : digits;
}

std::string grouped(std::optional<std::int64_t> number) {
  return number ? grouped(*number) : "*";
}

std::string hidden_words(std::int64_t threshold, Lang lang) {
  return filled(T::hidden_below, lang, threshold);
}

std::string percent(std::optional<double> ratio, std::string_view absent) {
  return ratio ? fmt::format("{:.1f}\u202f%", *ratio * 100) : std::string(absent);
}

std::string target_words(std::optional<PlanTarget> const &target, std::string_view absent) {
  if (!target) return std::string(absent);
  std::string const number = target->target == std::floor(target->target)
                                 ? grouped(static_cast<std::int64_t>(target->target))
                                 : fmt::format("{:.1f}", target->target);
  return target->unit == "%" ? fmt::format("{}\u202f%", number) : number;
}

std::string target_with_unit(PlanTarget const &target, Lang lang) {
  std::string const number = target_words(target, {});
  if (target.unit == "%") return filled(T::target_share, lang, number);
  return filled(T::target_homes, lang, number);
}

std::string parts(SeverityCounts const &counts, Lang lang) {
  std::string out;
  for (auto const &row : Names<Severity>::kAll) {
    if (counts[row.value] == 0) continue;
    if (!out.empty()) out += lang == Lang::zh ? "，" : ", ";
    out += fmt::format("{} {}", label(row.value).in(lang), counts[row.value]);
  }
  return out;
}

namespace {

std::string years_words(PlanTarget const &target) {
  return target.from_year == target.year ? std::to_string(target.year)
                                         : fmt::format("{}–{}", target.from_year, target.year);
}

/// Of a published table.
std::string homes_until_words(Overview const &overview, Lang lang) {
  auto const day = gis::last_year_end(LocalDate::of(overview.as_of)).iso();
  return lang == Lang::zh
             ? fmt::format(
                   "家庭改造户数截至 {}：公布的表只到已经过去的年末，免得不同日期的表相减"
                   "推出小数目。",
                   day)
             : fmt::format(
                   "Counts of homes are as of {}: published tables end with a year that is "
                   "over, so that tables of two days cannot be subtracted.",
                   day);
}

}  // namespace

std::vector<std::string> basis_words(Overview const &overview, Lang lang) {
  std::vector<std::string> lines;
  std::size_t below = 0;
  for (PlanTarget const &target : overview.targets) {
    auto const row = std::ranges::find(overview.rows, target.district, &OverviewRow::code);
    if (row == overview.rows.end() || row->depth > 0) {
      ++below;
      continue;
    }
    lines.push_back(filled(T::basis_plan, lang, target.plan.in(lang), target.indicator.in(lang),
                           years_words(target), target_with_unit(target, lang),
                           label(target.nature).in(lang), label(target.status).in(lang),
                           grouped(target.accepted)));
    if (!target.quote.empty()) lines.push_back(filled(T::basis_quote, lang, target.quote));
  }
  if (below > 0) lines.push_back(filled(T::basis_below, lang, below));
  if (overview.targets.empty()) lines.emplace_back(words(T::basis_no_plan, lang));
  for (BoundarySource const &boundary : overview.boundaries) {
    lines.push_back(filled(
        T::basis_boundary, lang, boundary.source,
        boundary.date.empty() ? words(T::basis_undated, lang) : std::string_view(boundary.date),
        boundary.districts));
  }
  lines.emplace_back(words(T::basis_rolled_up, lang));
  if (overview.threshold > 0) lines.push_back(homes_until_words(overview, lang));
  if (overview.threshold > 0) lines.push_back(hidden_words(overview.threshold, lang));
  return lines;
}

std::string measured_words(std::optional<double> value, std::optional<std::string> const &unit) {
  if (!value) return "";
  if (unit && *unit == "1:n") return fmt::format("1:{:.4g}", *value);
  auto const number =
      std::abs(*value) < 9999.5 ? fmt::format("{:.4g}", *value) : fmt::format("{:.0f}", *value);
  return unit && !unit->empty() ? fmt::format("{} {}", number, *unit) : number;
}

std::string unit_words(std::string_view unit, Lang lang) {
  if (unit == "个" && lang == Lang::en) return {};
  return std::string(unit == "m2" ? "m²" : unit);
}

std::string with_unit(std::string_view threshold, std::string_view unit, Lang lang) {
  std::string out(threshold);
  if (auto const at = out.find(".."); at != std::string::npos)
    out.replace(at, 2, lang == Lang::zh ? "～" : "–");
  bool const is_number = out.find_first_not_of("0123456789.–～") == std::string::npos;
  auto const words = unit == "1:n" ? std::string() : unit_words(unit, lang);
  return out.empty() || !is_number || words.empty() ? out : fmt::format("{} {}", out, words);
}

std::string local_minute(UtcTime time) {
  using namespace std::chrono;
  auto const beijing = time.value + hours(8);
  hh_mm_ss const clock(floor<minutes>(beijing - floor<days>(beijing)));
  return fmt::format("{} {:02}:{:02}", LocalDate::of(time).iso(), clock.hours().count(),
                     clock.minutes().count());
}

}  // namespace wza::audit
