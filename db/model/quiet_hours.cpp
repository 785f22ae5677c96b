// SPDX-License-Identifier: Apache-2.0
#include "db/model/quiet_hours.h"

#include "db/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <charconv>

namespace wza {
namespace {

using namespace std::chrono;

constexpr minutes kDay = days(1);

/// "8:00" or "08:00", to 24:00.
std::optional<minutes> minute_of(std::string_view text) {
  text = trimmed(text);
  std::size_t const colon = text.find(':');
  if (colon == 0 || colon > 2 || text.size() != colon + 3) return std::nullopt;
  auto const number = [](std::string_view digits) {
    int value = -1;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() ? value : -1;
  };
  int const hour = number(text.substr(0, colon)), minute = number(text.substr(colon + 1));
  minutes const out = hours(hour) + minutes(minute);
  if (hour < 0 || minute < 0 || minute > 59 || out > kDay) return std::nullopt;
  return out;
}

/// How long the quiet of `span` still lasts at `now`, a minute of the day; nothing outside of it.
std::optional<milliseconds> rest(QuietSpan const &span, milliseconds now) {
  bool const over_midnight = span.to <= span.from;
  if (now >= span.from && (over_midnight || now < span.to)) {
    return span.to - now + (over_midnight ? kDay : minutes(0));
  }
  if (over_midnight && now < span.to) return span.to - now;
  return std::nullopt;
}

}  // namespace

std::optional<QuietSpan> QuietSpan::parse(std::string_view text) {
  std::size_t const dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  auto const from = minute_of(text.substr(0, dash)), to = minute_of(text.substr(dash + 1));
  if (!from || !to || *from == kDay || *from == *to) return std::nullopt;
  return QuietSpan{*from, *to};
}

std::string QuietSpan::text() const {
  auto const clock = [](minutes time) {
    return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
  };
  return fmt::format("{}-{}", clock(from), clock(to));
}

std::optional<QuietHours> QuietHours::parse(std::string_view text) {
  QuietHours out;
  while (!text.empty()) {
    std::size_t const end = std::min(text.find(','), text.size());
    auto const span = QuietSpan::parse(text.substr(0, end));
    if (!span) return std::nullopt;
    out.m_spans.push_back(*span);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string QuietHours::text() const {
  std::string out;
  for (QuietSpan const &span : m_spans)
    out.append(out.empty() ? "" : ",").append(span.text());
  return out;
}

void QuietHours::add(QuietHours const &other) {
  for (QuietSpan const &span : other.m_spans)
    if (std::ranges::find(m_spans, span) == m_spans.end()) m_spans.push_back(span);
}

bool QuietHours::never_ends() const {
  // Quiet can only end where a span does.
  return !m_spans.empty() && std::ranges::all_of(m_spans, [this](QuietSpan const &span) {
    milliseconds const end = span.to % kDay;
    return std::ranges::any_of(m_spans, [&](auto const &s) { return rest(s, end).has_value(); });
  });
}

std::optional<UtcTime> QuietHours::end_at(UtcTime now) const {
  constexpr hours kChinaStandardTime{8};
  assert(!never_ends());
  UtcTime out = now;
  for (bool quiet = true; quiet;) {  // where one span ends another may go on
    auto const local = out.value + kChinaStandardTime;
    quiet = false;
    for (QuietSpan const &span : m_spans) {
      auto const left = rest(span, local - floor<days>(local));
      if (left) out.value += *left;
      quiet = left.has_value();
      if (quiet) break;
    }
  }
  return out == now ? std::nullopt : std::optional(out);
}

}  // namespace wza
