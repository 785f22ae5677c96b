// SPDX-License-Identifier: Apache-2.0
#include "db/store/site_settings.h"

#include "db/base/error.h"
#include "db/store/runs.h"

#include <fmt/format.h>

namespace wza {
namespace {

constexpr char const *kColumns =
    "origin, start, every_hours, quiet, delay_ms, max_pages, max_depth, scope, district, contact, "
    "allow_invalid_tls, paused";

template <class Duration>
std::optional<Duration> duration_at(Statement const &row, int column) {
  auto const count = row.get<std::optional<std::int64_t>>(column);
  return count ? std::optional(Duration(*count)) : std::nullopt;
}

template <class Duration>
std::optional<std::int64_t> count_of(std::optional<Duration> const &duration) {
  return duration ? std::optional<std::int64_t>(duration->count()) : std::nullopt;
}

SiteSettings read_settings(Statement const &row) {
  SiteSettings out;
  out.origin = row.get<std::string>(0);
  out.start = row.get<std::string>(1);
  out.every = duration_at<std::chrono::hours>(row, 2);
  auto quiet = QuietHours::parse(row.text(3));
  if (!quiet || quiet->never_ends()) {
    throw TrackerError(
        {fmt::format("跟踪库中 {} 的安静时段无法读取。请用 wza site set 重新设置。", out.origin),
         fmt::format("The quiet hours of {} in the tracker cannot be read. Set "
                     "them again with wza site set.",
                     out.origin)});
  }
  out.quiet = *std::move(quiet);
  out.delay = duration_at<std::chrono::milliseconds>(row, 4);
  out.max_pages = row.get<std::optional<std::int64_t>>(5);
  out.max_depth = row.get<std::optional<std::int64_t>>(6);
  out.scope = row.get<std::optional<std::string>>(7);
  out.district = row.get<std::optional<DistrictCode>>(8);
  out.contact = row.get<std::optional<std::string>>(9);
  out.allow_invalid_tls = row.get<bool>(10);
  out.paused = row.get<bool>(11);
  return out;
}

nlohmann::json seen(SiteSettings const &s) {
  nlohmann::json out{{"start", s.start}};
  if (s.every) out["every_hours"] = s.every->count();
  if (!s.quiet.empty()) out["quiet"] = s.quiet.text();
  if (s.delay) out["delay_ms"] = s.delay->count();
  if (s.max_pages) out["max_pages"] = *s.max_pages;
  if (s.max_depth) out["max_depth"] = *s.max_depth;
  if (s.scope) out["scope"] = *s.scope;
  if (s.district) out["district"] = s.district->value;
  if (s.contact) out["contact"] = *s.contact;
  if (s.allow_invalid_tls) out["allow_invalid_tls"] = true;
  if (s.paused) out["paused"] = true;
  return out;
}

}  // namespace

StoreChange SiteSettingsStore::put(SiteSettings const &s, std::string_view actor) {
  Database &db = m_tracker->db();
  assert(db.in_transaction() && !s.quiet.never_ends());
  auto const before = find(s.origin);
  if (before == s) return StoreChange::unchanged;
  db
      .prepare(fmt::format(
          "INSERT INTO site_settings({}, updated_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
          "?10, ?11, ?12, ?13) ON CONFLICT(origin) DO UPDATE SET start = ?2, every_hours = ?3, "
          "quiet = ?4, delay_ms = ?5, max_pages = ?6, max_depth = ?7, scope = ?8, "
          "district = ?9, contact = ?10, allow_invalid_tls = ?11, paused = ?12, "
          "updated_at = ?13",
          kColumns))
      .bind(s.origin, s.start, count_of(s.every), s.quiet.text(), count_of(s.delay), s.max_pages,
            s.max_depth, s.scope, s.district, s.contact, s.allow_invalid_tls, s.paused,
            m_tracker->clock().now())
      .run();
  append_event(*m_tracker,
               {std::string(actor), std::nullopt, before ? "updated" : "stored", "site_settings",
                s.origin, before ? seen(*before) : nlohmann::json(), seen(s)});
  return before ? StoreChange::updated : StoreChange::stored;
}

bool SiteSettingsStore::remove(std::string_view origin, std::string_view actor) {
  assert(m_tracker->db().in_transaction());
  auto const before = find(origin);
  if (!before) return false;
  m_tracker->db().prepare("DELETE FROM site_settings WHERE origin = ?1").bind(origin).run();
  append_event(*m_tracker, {std::string(actor), std::nullopt, "removed", "site_settings",
                            before->origin, seen(*before), nlohmann::json()});
  return true;
}

std::optional<SiteSettings> SiteSettingsStore::find(std::string_view origin) {
  Statement row = m_tracker->db().prepare(
      fmt::format("SELECT {} FROM site_settings WHERE origin = ?1", kColumns));
  if (!row.bind(origin).step()) return std::nullopt;
  return read_settings(row);
}

std::vector<SiteSettings> SiteSettingsStore::all() {
  Statement row = m_tracker->db().prepare(
      fmt::format("SELECT {} FROM site_settings ORDER BY origin", kColumns));
  std::vector<SiteSettings> out;
  while (row.step())
    out.push_back(read_settings(row));
  return out;
}

std::optional<LastCrawl> SiteSettingsStore::last_crawl(std::string_view start) {
  Statement row = m_tracker->db().prepare(
      "SELECT id, started_at, finished_at FROM runs WHERE kind = 'crawl' AND EXISTS "
      "(SELECT 1 FROM json_each(request, '$.starts') WHERE value = ?1) ORDER BY id DESC LIMIT 1");
  if (!row.bind(start).step()) return std::nullopt;
  return LastCrawl{row.get<RunId>(0), row.get<UtcTime>(1), row.get<std::optional<UtcTime>>(2)};
}

}  // namespace wza
