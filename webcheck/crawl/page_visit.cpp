// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/page_visit.h"

#include "db/base/digest.h"
#include "db/base/encoding.h"
#include "webcheck/crawl/sitemap.h"
#include "webcheck/fetch/answer_problems.h"
#include "webcheck/fetch/problems.h"
#include "webcheck/fetch/redirects.h"
#include "webcheck/fetch/sniff.h"
#include "webcheck/url/normalize.h"

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_set>
#include <utility>

namespace wza::web {
namespace {

void stop_at(Found &out, VisitState state, std::optional<Problem> problem = std::nullopt) {
  out.visit.row.state = state;
  out.visit.problem = std::move(problem);
}

std::vector<Url> links_of(PageLinks const &links, Url const &page, std::size_t max_links) {
  std::vector<Url> out;
  if (links.nofollow) return out;
  std::optional<Url> const given = Url::parse(links.base, &page);
  Url const base = given ? *given : page;
  std::unordered_set<std::string> seen;
  for (std::string const &href : links.pages) {
    if (out.size() >= max_links) break;
    std::optional<Url> const url = Url::parse(href, &base);
    if (!url || !url->is_http()) continue;
    Url plain = crawl_url(*url);
    if (seen.insert(plain.href()).second) out.push_back(std::move(plain));
  }
  return out;
}

int failed_rules(PageResult const &result) {
  return static_cast<int>(
      std::count_if(result.rules.begin(), result.rules.end(),
                    [](RuleCount const &rule) { return rule.outcome == Outcome::failed; }));
}

}  // namespace

VisitState state_of(Problem const &problem) {
  switch (problem.code) {
    case ProblemCode::bad_certificate:
      return VisitState::bad_certificate;
    case ProblemCode::timed_out:
      return VisitState::timed_out;
    case ProblemCode::too_large:
      return VisitState::too_large;
    case ProblemCode::forbidden:
    case ProblemCode::bad_value:
      return VisitState::refused;
    case ProblemCode::robots:
      return VisitState::excluded_robots;
    case ProblemCode::unreadable:
      return VisitState::unreadable;
    default:
      return VisitState::unreachable;
  }
}

bool is_file_address(Url const &url) {
  constexpr std::array<std::string_view, 55> kEndings{
      "7z",   "apk",  "avi", "bmp", "bz2",  "css",  "csv",  "dmg",   "doc",  "docx", "eot",
      "epub", "et",   "exe", "flv", "gif",  "gz",   "ico",  "iso",   "jpeg", "jpg",  "js",
      "json", "m3u8", "m4a", "m4v", "mkv",  "mov",  "mp3",  "mp4",   "mpg",  "msi",  "ofd",
      "ogg",  "otf",  "pdf", "png", "pps",  "ppt",  "pptx", "rar",   "rtf",  "svg",  "swf",
      "tar",  "tif",  "ttf", "wav", "webm", "webp", "wmv",  "woff2", "wps",  "xls",  "xlsx"};
  constexpr std::array<std::string_view, 6> kMore{"zip", "woff", "tiff", "txt", "rpm", "deb"};
  if (url.segments().empty()) return false;
  std::string const &name = url.segments().back();
  std::size_t const dot = name.rfind('.');
  if (dot == std::string::npos) return false;
  std::string const ending = ascii_lower(std::string_view(name).substr(dot + 1));
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end() ||
         std::find(kMore.begin(), kMore.end(), ending) != kMore.end();
}

std::optional<Found> PageVisitor::visit(FrontierEntry const &entry, std::stop_token const &stop) {
  Found out;
  if (is_file_address(entry.url)) {
    stop_at(out, VisitState::not_html);
    return out;
  }
  Permission permission = m_access->may_fetch(entry.url, stop);
  if (!permission.allowed) {
    if (is_interruption(*permission.problem)) return std::nullopt;
    stop_at(out, state_of(*permission.problem), std::move(permission.problem));
    return out;
  }
  Url asked = entry.url;
  Result<Response> answer = m_access->get(asked, stop);
  // A redirect that only adds a session to the address, or a cookie, is the page itself.
  constexpr int kMostSessionHops = 3;
  for (int hop = 0; hop < kMostSessionHops && answer; ++hop) {
    std::optional<Url> const next = answer->location();
    if (!next || !next->is_http() || crawl_url(*next) != entry.url) break;
    if (*next == asked && !answer->cookie_set) break;
    asked = next->without_fragment();
    answer = m_access->get(asked, stop);
  }
  if (!answer) {
    if (is_interruption(answer.problem())) return std::nullopt;
    stop_at(out, state_of(answer.problem()), answer.problem());
    return out;
  }
  out.visit.row.status = answer->status;
  out.visit.past.transferred = answer->wire_bytes;
  out.visit.certificate_doubt = answer->certificate_doubt;
  if (answer->is_redirect()) {
    take_redirect(entry, *answer, out);
  } else if (answer->status < 200 || answer->status >= 300) {
    stop_at(out, VisitState::http_error, http_status(entry.url.href(), answer->status));
  } else if (!test(entry, std::move(*answer), stop, out)) {
    return std::nullopt;
  }
  if (entry.depth == 0 && !add_sitemap(entry, stop, out)) return std::nullopt;
  return out;
}

/// The pages of the sitemap count as links of the start, so that they are saved with it.
bool PageVisitor::add_sitemap(FrontierEntry const &entry, std::stop_token const &stop, Found &out) {
  if (!m_sitemaps_read.insert(entry.url.origin()).second) return true;
  SitemapPages map = sitemap_pages(*m_access, entry.url, stop);
  if (map.interrupted) {
    m_sitemaps_read.erase(entry.url.origin());
    return false;
  }
  out.visit.past.transferred += map.transferred;
  for (Url &page : map.pages)
    out.links.push_back(std::move(page));
  return true;
}

void PageVisitor::take_redirect(FrontierEntry const &entry, Response const &response,
                                Found &out) const {
  std::string const where = entry.url.href();
  std::optional<Url> const target = response.location();
  if (!target) return stop_at(out, VisitState::http_error, redirect_nowhere(where));
  if (!target->is_http()) return stop_at(out, VisitState::refused, unsupported_scheme(where));
  Url plain = crawl_url(*target);
  bool const seen = plain == entry.url || std::find(entry.chain.begin(), entry.chain.end(),
                                                    plain.href()) != entry.chain.end();
  if (seen) return stop_at(out, VisitState::http_error, redirect_loop(where, plain.href()));
  if (entry.chain.size() >= kPageRedirects) {
    return stop_at(out, VisitState::http_error, too_many_redirects(where, kPageRedirects));
  }
  stop_at(out, VisitState::redirected);
  out.redirect = std::move(plain);
}

void PageVisitor::remember(Url const &page, PastVisit const &visit) {
  if (visit.outline) m_neighbours.add(page, *visit.outline);
}

/// Gives the page those of its site that it is compared with; where it is one of the first, it is
/// kept for those after it.
void PageVisitor::compare(FrontierEntry const &entry, Response const &response,
                          Surroundings &around, Found &out) {
  around.pages = m_neighbours.of(entry.url);
  if (!m_neighbours.wants(entry.url)) return;
  std::string const charset =
      charset_in_content_type(response.header("Content-Type").value_or(std::string_view()));
  Result<OpenedPage> again =
      open_page({entry.url.href(), response.body, charset, std::optional<int>(response.status)});
  if (!again) return;
  PageOutline outline = outline_of(*std::move(again));
  out.visit.past.outline = outline;
  m_neighbours.add(entry.url, std::move(outline));
}

bool PageVisitor::test(FrontierEntry const &entry, Response response, std::stop_token const &stop,
                       Found &out) {
  std::string const where = response.url.without_credentials().href();
  if (response.status == 204 || response.status == 205) {
    stop_at(out, VisitState::not_html, no_content(where, response.status));
    return true;
  }
  std::string const type = computed_type(response);
  if (!is_page_type(type)) {
    bool const called_page = is_page_type(response.media_type());
    stop_at(out, VisitState::not_html,
            called_page ? std::optional<Problem>(other_type(where, type)) : std::nullopt);
    return true;
  }
  std::string const charset =
      charset_in_content_type(response.header("Content-Type").value_or(std::string_view()));
  Result<OpenedPage> opened =
      open_page({where, response.body, charset, std::optional<int>(response.status)});
  if (!opened) {
    // What the parser refuses as no text at all is an attachment that was served as a page.
    bool const no_text = opened.problem().code == ProblemCode::unreadable;
    bool const large = opened.problem().code == ProblemCode::too_large;
    stop_at(out,
            no_text ? VisitState::not_html
            : large ? VisitState::too_large
                    : VisitState::unreadable,
            std::move(opened).problem());
    return true;
  }
  PageLinks const links = opened->links;
  std::optional<Url> const given = Url::parse(links.base, &response.url);
  // The page is here; a short wait for its sheets is borne, so that it is not fetched twice.
  constexpr std::chrono::seconds kBearable{2};
  bool const wait_it_out = m_politeness->pause(response.url.host()) <= kBearable;
  LoadedSheets sheets = m_sheets.load(response.url, given ? *given : response.url,
                                      links.stylesheets, wait_it_out ? std::stop_token() : stop);
  if (sheets.interrupted) return false;
  LoadedMedia media = m_media.load(response.url, given ? *given : response.url, links.media, stop);
  if (media.interrupted) return false;
  auto around = std::make_shared<Surroundings>();
  compare(entry, response, *around, out);
  around->media = std::move(media.facts);
  PageResult result = check_page(*std::move(opened), sheets.sheets, *m_check, std::move(around));
  stop_at(out, VisitState::tested);
  if (response.truncated) stop_at(out, VisitState::truncated, body_truncated(where));
  Visit &row = out.visit.row;
  row.charset = result.charset;
  row.bytes = static_cast<std::int64_t>(response.body.size());
  row.sha256 = sha256(response.body);
  row.title = result.title;
  row.template_signature = result.template_signature;
  row.failed_rules = failed_rules(result);
  out.visit.past.transferred += sheets.transferred + media.transferred;
  out.visit.missing_sheets = std::move(sheets.missing);
  out.links = links_of(links, response.url, m_max_links);
  out.visit.result = std::move(result);
  return true;
}

}  // namespace wza::web
