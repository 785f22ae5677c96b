// SPDX-License-Identifier: Apache-2.0
#include "audit/report/sites.h"

#include "audit/cli/columns.h"
#include "audit/pages/format.h"
#include "audit/report/csv.h"
#include "audit/report/say.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json or_null(std::optional<T> const &value) {
  return value ? Json(*value) : Json();
}

Json object_of(SiteStanding const &site, UtcTime now) {
  SiteSettings const &s = site.settings;
  auto const due = due_at(s, site.last);
  Json quiet = Json::array();
  for (QuietSpan const &span : s.quiet.spans())
    quiet.push_back(span.text());
  return {{"site", s.origin},
          {"start", s.start},
          {"every_hours", s.every ? Json(s.every->count()) : Json()},
          {"quiet_hours", std::move(quiet)},
          {"delay_seconds", s.delay ? Json(static_cast<double>(s.delay->count()) / 1000) : Json()},
          {"max_pages", or_null(s.max_pages)},
          {"max_depth", or_null(s.max_depth)},
          {"scope", or_null(s.scope)},
          {"district", s.district ? Json(s.district->value) : Json()},
          {"contact", or_null(s.contact)},
          {"allow_invalid_tls", s.allow_invalid_tls},
          {"paused", s.paused},
          {"last_run", site.last ? Json(site.last->run.value) : Json()},
          {"last_started_at", site.last ? Json(site.last->started_at.iso()) : Json()},
          {"last_finished_at",
           site.last && site.last->finished_at ? Json(site.last->finished_at->iso()) : Json()},
          {"due_at", due && site.last ? Json(due->iso()) : Json()},
          {"due", due && *due <= now}};
}

std::string last_text(std::optional<LastCrawl> const &last, Lang lang) {
  if (!last) return say(lang, "从未检测", "never");
  std::string out = local_minute(last->started_at);
  if (!last->finished_at) out += say(lang, "（未完成）", " (unfinished)");
  return out;
}

std::string due_text(SiteStanding const &site, UtcTime now, Lang lang) {
  if (site.settings.paused) return say(lang, "已暂停", "paused");
  auto const due = due_at(site.settings, site.last);
  if (!due) return say(lang, "不定期", "no schedule");
  return *due <= now ? say(lang, "现在", "now") : local_minute(*due);
}

std::string every_text(SiteSettings const &settings) {
  return settings.every ? audit::every_text(*settings.every) : "–";
}

}  // namespace

std::string every_text(std::chrono::hours every) {
  return every.count() % 24 == 0 ? fmt::format("{}d", every.count() / 24)
                                 : fmt::format("{}h", every.count());
}

std::optional<std::chrono::hours> every_of(std::string_view text) {
  constexpr std::chrono::hours kMost{24 * 3660};
  std::int64_t count = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end + 1 != text.data() + text.size()) return std::nullopt;
  int const hours = *end == 'h' ? 1 : *end == 'd' ? 24 : *end == 'w' ? 24 * 7 : 0;
  if (hours == 0 || count < 1 || count > kMost.count() / hours) return std::nullopt;
  return std::chrono::hours(count * hours);
}

std::string sites_in(std::string_view format, std::vector<SiteStanding> const &sites, UtcTime now,
                     Lang lang) {
  if (format == "json") {
    std::vector<Json> lines;
    for (SiteStanding const &site : sites)
      lines.push_back(object_of(site, now));
    return lines_of(lines, "wza.sites/1");
  }
  Columns columns;
  columns.column(say(lang, "起始网址", "Start"), Align::left);
  columns.column(say(lang, "周期", "Every"), Align::right);
  columns.column(say(lang, "安静时段", "Quiet hours"), Align::left);
  columns.column(say(lang, "上次检测", "Last crawl"), Align::left);
  columns.column(say(lang, "下次", "Next"), Align::left);
  for (SiteStanding const &site : sites) {
    columns.row({site.settings.start, every_text(site.settings), site.settings.quiet.text(),
                 last_text(site.last, lang), due_text(site, now, lang)});
  }
  return columns.str();
}

std::string site_in(std::string_view format, SiteStanding const &site, UtcTime now, Lang lang) {
  if (format == "json") return sites_in(format, {site}, now, lang);
  SiteSettings const &s = site.settings;
  std::vector<std::pair<std::string, std::string>> rows;
  auto const row = [&](std::string_view zh, std::string_view en, std::string value) {
    rows.emplace_back(say(lang, zh, en),
                      value.empty() ? say(lang, "未设置", "not set") : std::move(value));
  };
  auto const number = [](std::optional<std::int64_t> const &n) {
    return n ? std::to_string(*n) : std::string();
  };
  row("网站", "Site", s.origin);
  row("起始网址", "Start", s.start);
  row("周期 --every", "--every", s.every ? audit::every_text(*s.every) : "");
  row("安静时段（北京时间）--quiet-hours", "--quiet-hours (China Standard Time)", s.quiet.text());
  row("间隔秒数 --delay", "--delay, seconds",
      s.delay ? fmt::format("{}", static_cast<double>(s.delay->count()) / 1000) : "");
  row("最多页数 --max-pages", "--max-pages", number(s.max_pages));
  row("最多层数 --max-depth", "--max-depth", number(s.max_depth));
  row("范围 --scope", "--scope", s.scope.value_or(""));
  row("行政区划 --district", "--district", s.district ? s.district->value : "");
  row("联系方式 --contact", "--contact", s.contact.value_or(""));
  row("接受无效证书 --allow-invalid-tls", "--allow-invalid-tls",
      s.allow_invalid_tls ? say(lang, "是", "yes") : "");
  row("上次检测", "Last crawl", last_text(site.last, lang));
  row("下次检测", "Next crawl", due_text(site, now, lang));
  return two_columns(rows);
}

}  // namespace wza::audit
