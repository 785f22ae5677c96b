// SPDX-License-Identifier: Apache-2.0
#include "gis/field/measured.h"

#include "db/base/clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace wza::gis {
namespace {

/// Where the unit of a number was stated.
enum class Stated : std::uint8_t { nowhere, beside, with_it };

constexpr double kMostTimesBeside = 50, kMostTimesWithIt = 500;

Problem refusal(std::string_view field, ProblemCode code, Text reason, Text remedy) {
  return {code, "", std::string(field), std::nullopt, std::move(reason), std::move(remedy)};
}
Problem doubt(Text reason, Text remedy) {
  return refusal("value", ProblemCode::bad_value, std::move(reason), std::move(remedy));
}

std::string limit_of(Criterion const &criterion) {
  return criterion.unit == "1:n" ? criterion.threshold
                                 : fmt::format("{} {}", criterion.threshold, criterion.unit);
}

Problem wrong_unit(std::string_view named, Unit const &own) {
  return refusal("unit", ProblemCode::bad_value,
                 {fmt::format("单位“{}”不能用于这项指标，应为 {}。", named, own.word),
                  fmt::format("The unit “{}” does not fit this criterion, which is measured in {}.",
                              named, own.word)},
                 {fmt::format("请改用 {} 或留空。", own.word),
                  fmt::format("Use {} or leave the unit empty.", own.word)});
}

/// "2026-01-08" or "01:08:00", which spreadsheets make of 1/8 and 1:08.
bool looks_like_time(std::string_view text) {
  return LocalDate::parse(text) || std::count(text.begin(), text.end(), ':') > 1;
}

Problem no_number(Criterion const &criterion, std::string_view text) {
  auto const shown = utf8_prefix(text, 60);
  if (looks_like_time(text)) {
    return refusal(
        "value", ProblemCode::bad_number,
        {fmt::format("测量值“{}”是日期或时间；表格软件会把 1/8 这样的坡度改成日期。", shown),
         fmt::format("The value “{}” is a day or a time; spreadsheets make one of a "
                     "slope such as 1/8.",
                     shown)},
        {"请把单元格的格式改为“文本”，再写成 1:8 或 12.5%。",
         "Format the cell as text and write 1:8 or 12.5%."});
  }
  bool const slope = is_slope(criterion);
  return refusal(
      "value", ProblemCode::bad_number,
      {fmt::format("测量值“{}”不是数字。", shown),
       fmt::format("The value “{}” is no number.", shown)},
      {fmt::format("请填写数字和单位，例如 {}{}；没有测量的留空。", limit_of(criterion),
                   slope ? "、8.3%" : ""),
       fmt::format("Write a number with its unit, such as {}{}; leave it empty where nothing was "
                   "measured.",
                   limit_of(criterion), slope ? " or 8.3%" : "")});
}

Problem negative(std::string_view text) {
  return doubt(
      {fmt::format("测量值“{}”是负数。", text), fmt::format("The value “{}” is negative.", text)},
      {"长度、力和数量不会是负数；请填写量得的大小，方向写在备注里。",
       "Lengths, forces and counts are never negative; write how much was measured and "
       "the direction in the remarks."});
}

Problem slope_in_doubt(std::string_view number) {
  return doubt({fmt::format("看不出坡度“{0}”是 1:{0} 还是 {0}%。", number),
                fmt::format("Whether the slope “{0}” is 1:{0} or {0} % cannot be told.", number)},
               {fmt::format("请写成“1:{0}”或“{0}%”。", number),
                fmt::format("Write “1:{0}” or “{0}%”.", number)});
}

/// A cell that spreadsheets show as 12.5 % is kept as 0.125.
Problem percent_in_doubt(std::string_view text, double number) {
  auto const hundred = fmt::format("{:.6g}", number * 100);
  return doubt(
      {fmt::format("看不出“{0}”是 {0}% 还是 {1}%（表格软件把 {1}% 存成 {0}）。", text, hundred),
       fmt::format("Whether “{0}” is {0} % or {1} % cannot be told (spreadsheets keep "
                   "{1} % as {0}).",
                   text, hundred)},
      {fmt::format("请把百分号写在测量值里：“{}%”或“{}%”。", text, hundred),
       fmt::format("Write the sign with the value: “{}%” or “{}%”.", text, hundred)});
}

Problem share_in_doubt(std::string_view text) {
  return doubt({fmt::format("看不出“{0}”是 {0} 个还是 {0}%。", text),
                fmt::format("Whether “{0}” is {0} pieces or {0} % cannot be told.", text)},
               {fmt::format("请写成“{0} 个”或“{0}%”。", text),
                fmt::format("Write “{0} 个” (pieces) or “{0}%”.", text)});
}

/// How many times the value is beyond the nearest limit; 1 within them.
double times_off(Criterion const &criterion, double si) {
  auto const &low = criterion.low ? criterion.low : criterion.high;
  auto const &high = criterion.high ? criterion.high : criterion.low;
  if (!low || low->si <= 0 || si <= 0) return 1;
  return std::max({1.0, si / high->si, low->si / si});
}

Problem unit_in_doubt(Criterion const &criterion, std::string_view text, Unit const &own,
                      Unit const &other) {
  return doubt({fmt::format("“{0}”没有写单位：是 {0} {1} 还是 {0} {2}？限值是 {3}。", text,
                            other.word, own.word, limit_of(criterion)),
                fmt::format("“{0}” has no unit: is it {0} {1} or {0} {2}? The limit is {3}.", text,
                            other.word, own.word, limit_of(criterion))},
               {fmt::format("请写明单位，例如“{} {}”。", text, other.word),
                fmt::format("Write the unit, such as “{} {}”.", text, other.word)});
}

/// Another unit of length in which the number would be nearer to the limit than in its own.
std::optional<Unit> nearer_unit(Criterion const &criterion, double number, Unit const &own) {
  std::optional<Unit> nearest;
  if (own.dimension != Dimension::length) return nearest;
  auto least = times_off(criterion, number * own.to_si) * (1 - 1e-9);
  for (std::string_view word : {"mm", "cm", "m"}) {
    auto const unit = *unit_of(word);
    auto const times = times_off(criterion, number * unit.to_si);
    if (times >= least) continue;
    least = times;
    nearest = unit;
  }
  return nearest;
}

Problem far_off(Criterion const &criterion, std::string_view shown, bool with_it) {
  double const times = with_it ? kMostTimesWithIt : kMostTimesBeside;
  return doubt(
      {fmt::format("“{}”与限值 {} 相差 {} 倍以上，单位可能写错了。", shown, limit_of(criterion),
                   times),
       fmt::format("“{}” is more than {} times off the limit {}; its unit may be wrong.", shown,
                   times, limit_of(criterion))},
      with_it ? Text{"请核对数值和单位。", "Check the number and its unit."}
              : Text{fmt::format("请核对；确实如此的，把单位和数字一起写在测量值里：“{}”。", shown),
                     fmt::format("Check it; if it is right, write the unit with the value: “{}”.",
                                 shown)});
}

class Reader {
 public:
  Reader(Criterion const &criterion, std::string_view text, std::string_view unit)
      : m_criterion(criterion),
        m_text(text),
        m_named(unit),
        m_own(*own_unit(criterion)),
        m_unit(m_own),
        m_number(parse_number(text)) {}

  Result<Quantity> read() {
    if (!m_named.empty()) {
      auto const written = unit_of(m_named);
      if (!written || (written->dimension != m_own.dimension &&
                       (!counts_pieces() || written->dimension != Dimension::count)))
        return wrong_unit(m_named, m_own);
      m_unit = *written;
    }
    m_stated = !m_number ? Stated::with_it : m_named.empty() ? Stated::nowhere : Stated::beside;
    auto quantity = quantity_of_text();
    if (!quantity) return no_number(m_criterion, m_text);
    if (is_slope(m_criterion) && quantity->dimension == Dimension::ratio) return slope(*quantity);
    bool const difference = m_criterion.low && m_criterion.low->si <= 0;
    if (quantity->si < 0 && !difference) return negative(m_text);
    if (quantity->dimension == Dimension::ratio) return share(*quantity);
    if (quantity->dimension == Dimension::count) return count(*quantity);
    return other(*quantity);
  }

 private:
  static std::optional<Unit> own_unit(Criterion const &criterion) {
    auto const unit = unit_of(criterion.unit);
    return unit ? unit : unit_of("bool");
  }
  /// A share of a total may be told in pieces.
  bool counts_pieces() const {
    return !m_criterion.steps.empty() && m_criterion.steps.front().dimension == Dimension::count;
  }

  std::optional<Quantity> quantity_of_text() const {
    auto const count = *unit_of("count");
    constexpr std::array<std::string_view, 4> none{"无", "没有", "零", "none"};
    if (m_own.dimension == Dimension::count &&
        std::find(none.begin(), none.end(), m_text) != none.end())
      return Quantity{Dimension::count, 0};
    if (auto const quantity = parse_quantity(m_text, m_unit)) return quantity;
    return counts_pieces() ? parse_quantity(m_text, count) : std::nullopt;
  }

  Result<Quantity> slope(Quantity quantity) const {
    quantity.si = std::abs(quantity.si);
    if (m_number && *m_number != 0) {
      auto const size = fmt::format("{:.6g}", std::abs(*m_number));
      bool const percent = m_stated == Stated::beside && m_unit.word == "%";
      bool const degrees = m_stated == Stated::beside && m_unit.word == "°";
      bool const one_in_n = m_stated == Stated::beside && m_unit.word == "1:n" &&
                            m_named.starts_with('1') && std::abs(*m_number) >= 1;
      if (percent && std::abs(*m_number) < 1) return percent_in_doubt(size, std::abs(*m_number));
      if (!percent && !degrees && !one_in_n) return slope_in_doubt(size);
      if (one_in_n && !parse_quantity(fmt::format("1:{}", size), m_own))
        return no_number(m_criterion, m_text);
      if (one_in_n) quantity.si = 1 / std::abs(*m_number);
    }
    if (quantity.si <= 1) return quantity;
    return doubt({fmt::format("坡度“{}”比 1:1 还陡。", m_text),
                  fmt::format("The slope “{}” is steeper than 1:1.", m_text)},
                 {"请核对；1:12 写成“1:12”，8.3 % 写成“8.3%”。",
                  "Check it; write 1:12 as “1:12” and 8.3 % as “8.3%”."});
  }

  Result<Quantity> share(Quantity quantity) const {
    if (m_number && *m_number != 0) {
      if (*m_number < 1) return percent_in_doubt(m_text, *m_number);
      if (m_stated == Stated::nowhere && counts_pieces()) return share_in_doubt(m_text);
    }
    if (quantity.si <= 1) return quantity;
    return doubt({fmt::format("占比“{}”大于 100%。", m_text),
                  fmt::format("The share “{}” is more than 100 %.", m_text)},
                 {"请核对数值和单位。", "Check the number and its unit."});
  }

  Result<Quantity> count(Quantity quantity) const {
    if (quantity.si == std::floor(quantity.si)) return quantity;
    return doubt({fmt::format("数量“{}”不是整数。", m_text),
                  fmt::format("The count “{}” is no whole number.", m_text)},
                 {"请填写个数。", "Write how many there are."});
  }

  Result<Quantity> other(Quantity quantity) const {
    auto const times = times_off(m_criterion, quantity.si);
    if (m_stated == Stated::nowhere) {
      if (auto const unit = nearer_unit(m_criterion, *m_number, m_own))
        return unit_in_doubt(m_criterion, m_text, m_own, *unit);
    }
    bool const with_it = m_stated == Stated::with_it;
    if (times < (with_it ? kMostTimesWithIt : kMostTimesBeside)) return quantity;
    auto const shown = with_it ? std::string(m_text) : fmt::format("{} {}", m_text, m_unit.word);
    return far_off(m_criterion, shown, with_it);
  }

  Criterion const &m_criterion;
  std::string_view m_text, m_named;
  Unit m_own, m_unit;
  std::optional<double> m_number;  ///< where the value is a number alone
  Stated m_stated = Stated::nowhere;
};

}  // namespace

bool is_slope(Criterion const &criterion) {
  auto const unit = unit_of(criterion.unit);
  return unit && unit->dimension == Dimension::ratio &&
         (criterion.comparator == Comparator::at_most ||
          criterion.comparator == Comparator::less_than);
}

Result<Quantity> read_measured(Criterion const &criterion, std::string_view value,
                               std::string_view unit) {
  return Reader(criterion, utf8_prefix(trimmed(value), 60), trimmed(unit)).read();
}

}  // namespace wza::gis
