// SPDX-License-Identifier: Apache-2.0
#include "audit/report/attachments.h"

#include "audit/cli/columns.h"
#include "audit/pages/format.h"
#include "audit/report/csv.h"
#include "audit/report/json_values.h"
#include "audit/report/say.h"
#include "db/store/visits.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

/// What Excel knows UTF-8 by.
constexpr std::string_view kMark = "\xEF\xBB\xBF";

std::optional<Attachment> attachment_of(Visit const &visit, std::string_view origin) {
  std::optional<web::Url> const url = web::Url::parse(visit.url);
  if (!url || url->origin() != origin) return std::nullopt;
  std::optional<web::FileKind> const named = web::file_kind_of(*url);
  bool const is_file = visit.state == VisitState::not_html ||
                       (named && !is_test(visit.state) && visit.state != VisitState::redirected &&
                        visit.state != VisitState::not_sampled);
  if (!is_file) return std::nullopt;
  Attachment out;
  out.url = visit.url;
  out.media_type = visit.media_type;
  out.kind = named ? *named : web::file_kind_of_type(visit.media_type.value_or(""));
  out.type = named ? web::ending_of(*url) : visit.media_type.value_or("");
  if (visit.state == VisitState::not_html) out.bytes = visit.bytes;
  out.status = visit.status;
  out.state = visit.state;
  out.at = visit.at;
  return out;
}

bool was_asked(Attachment const &one) {
  switch (one.state) {
    case VisitState::not_html:
      return one.status.has_value();
    case VisitState::budget:
    case VisitState::trap:
    case VisitState::refused:
    case VisitState::excluded_robots:
    case VisitState::excluded_scope:
      return false;
    default:
      return true;
  }
}

/// "3.4 MB", as file managers have it.
std::string size_words(std::int64_t bytes) {
  constexpr std::array<std::string_view, 3> kUnits{"KB", "MB", "GB"};
  if (bytes < 1024) return fmt::format("{} B", bytes);
  double size = static_cast<double>(bytes) / 1024;
  std::size_t unit = 0;
  while (size >= 1000 && unit + 1 < kUnits.size()) {
    size /= 1024;
    ++unit;
  }
  return fmt::format("{:.1f} {}", size, kUnits[unit]);
}

std::string size_text(Attachment const &one, Lang lang) {
  if (one.bytes) return size_words(*one.bytes);
  if (!was_asked(one)) return say(lang, "未询问", "not asked");
  return one.state == VisitState::not_html ? say(lang, "未说明", "not told") : "–";
}

/// What the server said: "200", "404"; what came in the way where it said nothing.
std::string status_text(Attachment const &one, Lang lang) {
  if (one.status) return std::to_string(*one.status);
  if (one.state == VisitState::not_html) return "–";
  return std::string(label(one.state).in(lang));
}

Columns table_of(std::vector<Attachment> const &all, Lang lang) {
  Columns columns;
  columns.column(say(lang, "种类", "Kind"), Align::left);
  columns.column(say(lang, "类型", "Type"), Align::left);
  columns.column(say(lang, "大小", "Size"), Align::right);
  columns.column(say(lang, "状态", "Status"), Align::left);
  columns.column(say(lang, "检测日期", "Date"), Align::left);
  columns.column(say(lang, "网址", "Address"), Align::left);
  for (Attachment const &one : all) {
    columns.row({std::string(label(one.kind).in(lang)), one.type, size_text(one, lang),
                 status_text(one, lang), LocalDate::of(one.at).iso(), one.url});
  }
  return columns;
}

/// How many there are, how many were asked about, how large these are together.
std::string sums(std::vector<Attachment> const &all, Lang lang) {
  std::int64_t bytes = 0;
  std::size_t sized = 0, unasked = 0;
  for (Attachment const &one : all) {
    if (one.bytes) {
      bytes += *one.bytes;
      ++sized;
    }
    unasked += was_asked(one) ? 0 : 1;
  }
  bool const zh = lang == Lang::zh;
  std::string out =
      zh ? fmt::format("共 {} 个文件。", all.size()) : fmt::format("{} files.", all.size());
  if (sized > 0) {
    out += zh ? fmt::format("知道大小的 {} 个，合计 {}。", sized, size_words(bytes))
              : fmt::format(" The size of {} is known, {} together.", sized, size_words(bytes));
  }
  if (unasked > 0) {
    out += zh ? fmt::format("{} 个没有询问：wza crawl --attachments 逐个询问。", unasked)
              : fmt::format(" {} were not asked for: wza crawl --attachments asks.", unasked);
  }
  return out;
}

std::vector<Json> objects(std::vector<Attachment> const &all) {
  std::vector<Json> out;
  for (Attachment const &one : all) {
    out.push_back({{"url", one.url},
                   {"kind", key(one.kind)},
                   {"type", one.type},
                   {"media_type", optional_json(one.media_type)},
                   {"bytes", optional_json(one.bytes)},
                   {"status", optional_json(one.status)},
                   {"asked", was_asked(one)},
                   {"state", key(one.state)},
                   {"at", one.at.iso()}});
  }
  return out;
}

}  // namespace

std::optional<std::vector<Attachment>> attachments_of(Tracker &tracker, std::string_view origin) {
  VisitStore visits(tracker);
  std::optional<RunId> const run = visits.last_finished_crawl(origin);
  if (!run) return std::nullopt;
  std::vector<Attachment> out;
  for (Visit const &visit : visits.of_run(*run)) {
    if (auto one = attachment_of(visit, origin)) out.push_back(*std::move(one));
  }
  std::ranges::sort(out, {}, &Attachment::url);
  return out;
}

std::string attachments_text(std::vector<Attachment> const &all, Lang lang) {
  if (all.empty()) {
    return say(lang, "最近一次检测没有遇到附件。\n", "The last crawl met no files.\n");
  }
  return fmt::format("{}\n{}\n", table_of(all, lang).str(), sums(all, lang));
}

std::string attachments_csv(std::vector<Attachment> const &all) {
  return std::string(kMark) + csv_of(objects(all));
}

std::string attachments_json(std::vector<Attachment> const &all) {
  return lines_of(objects(all), "wza.attachments/1");
}

Paper attachments_paper(std::string const &origin, std::vector<Attachment> const &all,
                        LocalDate made, Lang lang) {
  return paper_of(
      say(lang, "网站附件清单", "Files of a web site"),
      {{say(lang, "网站", "Site"), origin}, {say(lang, "制表日期", "Made on"), made.iso()}},
      {paper_table(table_of(all, lang), say(lang, "附件", "Files"))},
      {all.empty() ? attachments_text(all, lang) : sums(all, lang)});
}

}  // namespace wza::audit
