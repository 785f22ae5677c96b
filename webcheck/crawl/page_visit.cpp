// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/page_visit.h"

#include "db/base/digest.h"
#include "db/base/encoding.h"
#include "webcheck/crawl/link_list.h"
#include "webcheck/crawl/sample.h"
#include "webcheck/crawl/sitemap.h"
#include "webcheck/fetch/answer_problems.h"
#include "webcheck/fetch/problems.h"
#include "webcheck/fetch/sniff.h"
#include "webcheck/url/normalize.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace wza::web {
namespace {

/// The charset parameter of the answer's Content-Type; "" without.
std::string charset_of(Response const &response) {
  return charset_in_content_type(response.header("Content-Type").value_or(std::string_view()));
}

int failed_rules(PageResult const &result) {
  return static_cast<int>(
      std::count_if(result.rules.begin(), result.rules.end(),
                    [](RuleCount const &rule) { return rule.outcome == Outcome::failed; }));
}

/// Keeps a page that was tested for the next crawl, where its server has validators.
void remember(Response const &response, PageLinks const &links, std::vector<std::uint64_t> pieces,
              std::string surroundings, Found &out) {
  Validators validators = response.validators();
  if (validators.empty()) return;
  RememberedPage page{
      std::move(validators),   response.url, links.base, links.stylesheets, std::move(pieces),
      std::move(surroundings), {},           {}};
  for (Url const &link : out.links)
    page.links.push_back(link.href());
  page.visit.row = out.visit.row;
  page.visit.past = out.visit.past;
  page.visit.record = out.visit.record;
  out.visit.memory = pack(page);
}

void add_digests(std::vector<LinkedSheet> const &sheets, nlohmann::json &out) {
  for (LinkedSheet const &sheet : sheets) {
    out.push_back(sheet.href);
    out.push_back(sheet.text ? sheet.text->digest() : std::string());
    add_digests(sheet.imports, out);
  }
}

/// Digest of all that a page's findings hang on besides its own bytes: `pieces` is its content.
std::string surroundings_of(std::vector<LinkedSheet> const &sheets,
                            std::vector<std::uint64_t> const &pieces,
                            std::vector<PageOutline> const &near) {
  nlohmann::json parts;
  add_digests(sheets, parts["sheets"]);
  for (PageOutline const &outline : near) {
    std::vector<std::uint64_t> shared;
    std::ranges::set_intersection(pieces, outline.pieces, std::back_inserter(shared));
    parts["near"].push_back(std::move(shared));
  }
  return sha256(parts.dump());
}

bool is_busy(Result<Response> const &answer) {
  return answer && (answer->status == 429 || answer->status == 503);
}

}  // namespace

/// A page that is here with all that its check needs.
struct PageVisitor::Opened {
  Response response;
  OpenedPage page;
  LoadedSheets sheets;
  LoadedMedia media;
};

VisitEnd PageVisitor::visit(VisitOrder const &order, SiteAccess &access, VisitGates &gates,
                            std::stop_token const &stop) {
  VisitEnd out;
  std::optional<Opened> opened;
  out.kind = fetch(order, access, stop, out.found, opened);
  // The pages of the sitemap count as links of the start, so that they are saved with it.
  SitemapPages map;
  if (out.kind == VisitEnd::Kind::done && order.wants_sitemap && out.found.visit.row.status) {
    map = sitemap_pages(access, order.entry->url, stop);
    if (map.interrupted) out.kind = VisitEnd::Kind::interrupted;
    out.found.visit.past.sitemap_read = true;
  }
  gates.requests_done();
  if (out.kind != VisitEnd::Kind::done) return out;
  if (opened) {
    gates.begin_check();
    check(order, *std::move(opened), out.found);
    gates.end_check();
  }
  out.found.visit.past.transferred += map.transferred;
  for (Url &page : map.pages)
    out.found.links.push_back(std::move(page));
  return out;
}

VisitEnd::Kind PageVisitor::fetch(VisitOrder const &order, SiteAccess &access,
                                  std::stop_token const &stop, Found &out,
                                  std::optional<Opened> &opened) {
  using Kind = VisitEnd::Kind;
  FrontierEntry const &entry = *order.entry;
  Permission permission = access.may_fetch(entry.url, stop);
  if (!permission.allowed) {
    if (is_interruption(*permission.problem)) return Kind::interrupted;
    if (permission.is_of_origin) note_certificate(*permission.problem, out);
    stop_at(out, state_of(*permission.problem), std::move(permission.problem));
    return Kind::done;
  }
  Url asked = entry.url;
  // What the first pages of a site leave for those after them must be known of them.
  bool const enough_known =
      order.remembered && (order.remembered->visit.past.outline || !order.wants_outline);
  Validators known = enough_known ? order.remembered->validators : Validators();
  Result<Response> answer = ask(order, access, stop, asked, known);
  if (answer && answer->not_modified()) {
    std::optional<bool> const taken = take_unchanged(order, access, stop, out);
    if (!taken) return Kind::interrupted;
    if (*taken) {
      note_certificate(*answer, out);
      return Kind::done;
    }
    answer = access.get(asked, stop);
  }
  if (is_busy(answer) && !order.last_attempt) return Kind::busy;
  if (!answer) {
    if (is_interruption(answer.problem())) return Kind::interrupted;
    if (says_nothing(answer.problem())) out.visit.past.answered = false;
    note_certificate(answer.problem(), out);
    stop_at(out, state_of(answer.problem()), answer.problem());
    return Kind::done;
  }
  out.visit.past.answered = true;
  out.visit.row.status = answer->status;
  out.visit.past.transferred = answer->wire_bytes;
  note_certificate(*answer, out);
  if (answer->is_redirect()) {
    take_redirect(entry, *answer, out);
  } else if (answer->status < 200 || answer->status >= 300) {
    stop_at(out, VisitState::http_error, http_status(entry.url.href(), answer->status));
  } else if (order.header_only && !is_page_type(answer->media_type())) {
    take_file(answer->media_type(), answer->declared_bytes(), out);
  } else if (!open(access, *std::move(answer), stop, out, opened)) {
    return Kind::interrupted;
  }
  return Kind::done;
}

Result<Response> PageVisitor::ask(VisitOrder const &order, SiteAccess &access,
                                  std::stop_token const &stop, Url &asked,
                                  Validators const &known) {
  auto const once = [&] {
    return order.header_only ? access.head(asked, stop) : access.get(asked, stop, known);
  };
  Result<Response> answer = once();
  // A redirect that only adds a session to the address, or a cookie, is the page itself.
  constexpr int kMostSessionHops = 3;
  for (int hop = 0; hop < kMostSessionHops && answer; ++hop) {
    std::optional<Url> const next = answer->location();
    if (!next || !next->is_http() || crawl_url(*next) != order.entry->url) break;
    if (*next == asked && !answer->cookie_set) break;
    asked = next->without_fragment();
    answer = once();
  }
  // Some servers have nothing for HEAD and have the file: what is said to be gone is asked for.
  if (order.header_only && answer && is_gone(answer->status)) answer = access.glance(asked, stop);
  // What is called a file and is a page, as that of a file which was moved, is tested as one.
  bool const came = answer && answer->status / 100 == 2;
  if (order.header_only && came && is_page_type(answer->media_type())) {
    answer = access.get(asked, stop);
  }
  return answer;
}

std::optional<bool> PageVisitor::take_unchanged(VisitOrder const &order, SiteAccess &access,
                                                std::stop_token const &stop, Found &out) {
  RememberedPage const &page = *order.remembered;
  std::optional<Url> const given = Url::parse(page.base, &page.address);
  LoadedSheets sheets =
      m_sheets.load(access, page.address, given ? *given : page.address, page.sheets, stop);
  if (sheets.interrupted) return std::nullopt;
  if (surroundings_of(sheets.sheets, page.pieces, order.near) != page.surroundings) return false;
  out.visit = page.visit;
  constexpr int kNotModified = 304;
  out.visit.row.status = kNotModified;
  out.visit.past.transferred = sheets.transferred;
  out.visit.past.answered = true;
  out.visit.past.sitemap_read = false;
  for (std::string const &link : page.links) {
    if (std::optional<Url> url = Url::parse(link)) out.links.push_back(*std::move(url));
  }
  return true;
}

/// Parses the page and gets what its check needs; false where the user broke off.
bool PageVisitor::open(SiteAccess &access, Response response, std::stop_token const &stop,
                       Found &out, std::optional<Opened> &opened) {
  std::string const where = response.url.without_credentials().href();
  if (response.status == 204 || response.status == 205) {
    stop_at(out, VisitState::not_html, no_content(where, response.status));
    return true;
  }
  std::string const type = computed_type(response);
  if (!is_page_type(type)) {
    bool const called_page = is_page_type(response.media_type());
    take_file(type,
              response.truncated ? std::nullopt : std::optional<std::int64_t>(response.body.size()),
              out);
    out.visit.past.shape = shape_of_file(sha256(response.body));
    stop_at(out, VisitState::not_html,
            called_page ? std::optional<Problem>(other_type(where, type)) : std::nullopt);
    return true;
  }
  std::string const charset = charset_of(response);
  Result<OpenedPage> page =
      open_page({where, response.body, charset, std::optional<int>(response.status)});
  if (!page) {
    // What the parser refuses as no text at all is an attachment that was served as a page.
    bool const no_text = page.problem().code == ProblemCode::unreadable;
    bool const large = page.problem().code == ProblemCode::too_large;
    stop_at(out,
            no_text ? VisitState::not_html
            : large ? VisitState::too_large
                    : VisitState::unreadable,
            std::move(page).problem());
    return true;
  }
  PageLinks const &links = page->links;
  std::optional<Url> const given = Url::parse(links.base, &response.url);
  Url const base = given ? *given : response.url;
  // The page is here; a short wait for its sheets is borne, so that it is not fetched twice.
  constexpr std::chrono::seconds kBearable{2};
  bool const wait_it_out = access.politeness().pause(response.url.host()) <= kBearable;
  LoadedSheets sheets = m_sheets.load(access, response.url, base, links.stylesheets,
                                      wait_it_out ? std::stop_token() : stop);
  if (sheets.interrupted) return false;
  LoadedMedia media = m_media.load(access, response.url, base, links.media, stop);
  if (media.interrupted) return false;
  opened.emplace(
      Opened{std::move(response), *std::move(page), std::move(sheets), std::move(media)});
  return true;
}

void PageVisitor::check(VisitOrder const &order, Opened opened, Found &out) const {
  Response const &response = opened.response;
  std::string const where = response.url.without_credentials().href();
  auto around = std::make_shared<Surroundings>();
  around->pages = order.near;
  around->media = std::move(opened.media.facts);
  if (order.wants_outline) {
    Result<OpenedPage> again =
        open_page({order.entry->url.href(), response.body, charset_of(response), response.status});
    if (again) out.visit.past.outline = outline_of(*std::move(again));
  }
  PageLinks const links = opened.page.links;
  PageShape shape = shape_of(opened.page.document);
  bool const asks = asks_for_more(opened.page.document);
  PageResult result =
      check_page(std::move(opened.page), opened.sheets.sheets, m_check, std::move(around));
  stop_at(out, VisitState::tested);
  if (response.truncated) stop_at(out, VisitState::truncated, body_truncated(where));
  Visit &row = out.visit.row;
  row.charset = result.charset;
  row.bytes = static_cast<std::int64_t>(response.body.size());
  row.sha256 = sha256(response.body);
  row.title = result.title;
  row.template_signature = result.template_signature;
  shape.skeleton = skeleton_of(result.template_signature);
  out.visit.past.shape = std::move(shape);
  if (row.state == VisitState::tested) {
    out.visit.past.purposes = purposes_of(order.entry->url, result.title, asks);
  }
  row.failed_rules = failed_rules(result);
  out.visit.past.transferred += opened.sheets.transferred + opened.media.transferred;
  out.visit.missing_sheets = std::move(opened.sheets.missing);
  LinkList list = links_as_crawled(links, response.url, m_max_links);
  if (!links.nofollow) out.links = std::move(list.addresses);
  if (row.state == VisitState::tested) {
    out.visit.record = record_of(result);
    // The place of its findings, whatever the page was called on the way.
    out.visit.record->url = order.entry->url.href();
    out.visit.record->links = std::move(list.links);
    out.visit.record->links_whole = list.whole;
    bool const all_known = !result.out_of_time && links.media.empty();
    if (all_known) {
      remember(response, links, result.pieces,
               surroundings_of(opened.sheets.sheets, result.pieces, order.near), out);
    }
  }
  out.visit.result = std::move(result);
}

}  // namespace wza::web
