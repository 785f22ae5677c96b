// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/lane.h"

#include "webcheck/crawl/file_kind.h"
#include "webcheck/fetch/problems.h"

namespace wza::web {

bool counts_as_page(VisitState state) {
  return is_test(state) || state == VisitState::truncated || state == VisitState::unreadable ||
         state == VisitState::not_sampled;
}

namespace {

/// What others may learn from a visit about addresses like its own.
VisitLesson lesson_of(PastVisit const &past) {
  // A link to what is no longer there is no good sign, but happens.
  constexpr double kGone = 0.5;
  VisitLesson out;
  if (past.shape) {
    out.kind = VisitLesson::Kind::answer;
    out.is_news = !past.shape->pieces.empty();
    out.skeleton = past.shape->skeleton;
  } else if (past.state == VisitState::http_error && is_gone(past.status)) {
    out.kind = VisitLesson::Kind::answer;
    out.weight = kGone;
  } else if (past.state == VisitState::redirected) {
    out.kind = VisitLesson::Kind::redirect;
  }
  out.leads = past.leads;
  return out;
}

bool may_be_page(Ticket const &ticket) {
  return ticket.stage != Ticket::Stage::done || counts_as_page(ticket.found.visit.row.state);
}

}  // namespace

void Lane::refill(Frontier &frontier) {
  while (m_window.size() < kWindow) {
    std::optional<Lease> lease = frontier.lease(m_id);
    if (!lease) return;
    Ticket &ticket = m_window.emplace_back(*std::move(lease));
    FrontierEntry const &entry = ticket.lease.entry;
    std::optional<UrlPattern> trap = m_traps.next(entry.url, entry.parent, entry.depth);
    if (trap) ticket.trap = std::move(trap->text);
  }
}

bool Lane::budget_is_spent() const {
  return m_pages >= m_budget.pages || (m_budget.bytes && m_transferred >= *m_budget.bytes);
}

bool Lane::is_skipped(Url const &url) const {
  return !m_budget.attachments && is_file_address(url);
}

void Lane::settle(bool out_of_time) {
  bool const spent = out_of_time || budget_is_spent();
  std::size_t pages = m_pages;  // at the most, of all that stands before
  for (Ticket &ticket : m_window) {
    if (ticket.stage == Ticket::Stage::waiting) {
      FrontierEntry const &entry = ticket.lease.entry;
      std::optional<VisitState> state;
      if (entry.trap || ticket.trap) {
        state = VisitState::trap;
        ticket.found.visit.problem = ticket.trap ? trap_pattern(entry.url.href(), *ticket.trap)
                                                 : overgrown(entry.url.href());
        ticket.found.visit.past.trap = ticket.trap;
      } else if (entry.depth > m_budget.depth || spent) {
        state = VisitState::budget;
      } else if (is_skipped(entry.url) && pages < m_budget.pages && !m_budget.bytes) {
        state = VisitState::not_html;
      } else if (is_skipped(entry.url) && &ticket == &m_window.front()) {
        state = VisitState::not_html;
      }
      if (state) {
        ticket.found.visit.row.state = *state;
        ticket.stage = Ticket::Stage::done;
      }
    }
    if (may_be_page(ticket)) ++pages;
  }
}

bool Lane::may_begin(std::size_t index) const {
  Ticket const &ticket = m_window[index];
  FrontierEntry const &entry = ticket.lease.entry;
  if (ticket.stage != Ticket::Stage::waiting || is_skipped(entry.url)) return false;
  if (index > 0 && m_budget.bytes) return false;
  // The first pages of a site say what those after them are compared with, its starts which
  // sitemaps are read: they go one by one.
  bool const alone = entry.depth == 0 || m_neighbours.wants(entry.url);
  std::size_t pages = m_pages;
  for (std::size_t i = 0; i < index; ++i) {
    Ticket const &before = m_window[i];
    if (alone && before.origin == ticket.origin) return false;
    if (may_be_page(before)) ++pages;
  }
  return pages < m_budget.pages;
}

VisitOrder Lane::order(Ticket const &ticket) const {
  FrontierEntry const &entry = ticket.lease.entry;
  return {&entry,
          m_neighbours.of(entry.url),
          m_neighbours.wants(entry.url),
          entry.depth == 0 && m_sitemaps_read.count(ticket.origin) == 0,
          nullptr,
          ticket.attempts + 1 >= kMostAttempts,
          is_file_address(entry.url)};
}

std::optional<std::string> Lane::compare(PastVisit &past) const {
  if (!past.shape) return std::nullopt;
  std::erase_if(past.shape->pieces, [&](std::uint32_t piece) { return m_pieces.contains(piece); });
  auto const same = m_texts.find(past.shape->text);
  return past.shape->text == 0 || same == m_texts.end() ? std::nullopt
                                                        : std::optional(same->second);
}

Sample::Choice Lane::choose(Url const &url, int depth, PastVisit const &past) {
  if (!past.purposes || !past.shape) return {};
  return m_sample.take({url.href(), depth == 0, past.shape->skeleton, *past.purposes,
                        past.without_sample.value_or(past.state)});
}

void Lane::replay(Url const &url, std::int64_t parent, int depth, PastVisit const &past) {
  // They answered the earlier process.
  (void)m_traps.next(url, parent, depth);
  (void)choose(url, depth, past);
  remember(url, past);
}

void Lane::remember(Url const &url, PastVisit const &past) {
  ++m_absorbed;
  m_traps.done(lesson_of(past));
  if (past.shape) {
    for (std::uint32_t const piece : past.shape->pieces)
      m_pieces.insert(piece);
    if (past.shape->text != 0) m_texts.try_emplace(past.shape->text, url.href());
  }
  if (counts_as_page(past.state)) ++m_pages;
  m_transferred += past.transferred;
  if (past.outline) m_neighbours.add(url, *past.outline);
  if (past.sitemap_read) m_sitemaps_read.insert(url.origin());
}

}  // namespace wza::web
