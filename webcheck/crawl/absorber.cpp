// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/absorber.h"

#include "webcheck/fetch/problems.h"
#include "webcheck/url/normalize.h"

#include <algorithm>
#include <map>
#include <utility>

namespace wza::web {

namespace {

/// A few forms of addresses tell enough of where a page leads.
void note_lead(std::vector<LinkForm> &leads, Url const &url) {
  constexpr std::size_t kMost = 4;
  if (leads.size() >= kMost) return;
  LinkForm const form = form_of(url);
  if (std::find(leads.begin(), leads.end(), form) == leads.end()) leads.push_back(form);
}

/// Makes the visit that of a page beyond the sample; what chance may still draw keeps its record.
void leave_out(CrawlVisit &visit, bool may_be_drawn) {
  if (may_be_drawn) visit.past.without_sample = visit.row.state;
  visit.row.state = visit.past.state = VisitState::not_sampled;
  visit.row.failed_rules = std::nullopt;
  visit.result = std::nullopt;
  visit.memory = std::nullopt;
  if (!may_be_drawn) visit.record = std::nullopt;
}

}  // namespace

std::optional<Problem> Absorber::begin(SiteBook &book) {
  std::map<LaneId, std::vector<FrontierEntry>> starts;
  for (Url const &start : m_options->starts) {
    Url url = crawl_url(start);
    LaneId const lane = m_territory.add_start(url);
    starts[lane].push_back({std::move(url), 0, {}, false, 0});
  }
  for (LaneId id = 0; id < m_territory.lanes(); ++id)
    m_lanes.emplace_back(id, *m_options);
  if (std::optional<Problem> problem = replay(book)) return problem;
  m_means->sink.together([&] {
    for (auto &[lane, batch] : starts)
      m_means->frontier.put_batch(lane, std::move(batch), m_options->max_urls);
  });
  return std::nullopt;
}

std::optional<Problem> Absorber::replay(SiteBook &book) {
  std::optional<Problem> problem;
  m_means->frontier.each_done([&](DoneEntry const &done) {
    auto const past = past_visit_of(nlohmann::json::parse(done.note, nullptr, false));
    std::optional<Url> const url = Url::parse(done.url);
    if (!past || !url || done.lane >= m_lanes.size()) {
      problem = saved_state_differs(done.url);
      return;
    }
    if (past->answered) book.note_answer(url->origin(), *past->answered);
    if (done.depth == 0 && past->redirect_to) {
      if (std::optional<Url> const target = Url::parse(*past->redirect_to)) {
        m_territory.claim(*target, done.lane);
      }
    }
    count(*url, done.depth, *past, std::nullopt);
    m_lanes[done.lane].replay(*url, done.parent, done.depth, *past);
  });
  return problem;
}

bool Absorber::can_absorb(Lane const &lane) const {
  if (lane.window().empty() || lane.window().front().stage != Ticket::Stage::done) return false;
  Ticket const &ticket = lane.window().front();
  if (!moves_scope(ticket)) return true;
  // Two starts may move to the same host: the first one of them gets it, whoever is faster.
  for (LaneId id = 0; id < lane.id(); ++id) {
    bool const rival = m_territory.domain(id) == m_territory.domain(lane.id());
    if (rival && !m_lanes[id].is_past_starts()) return false;
  }
  return true;
}

/// A site often moves its start to another host of its own: the scope moves along.
bool Absorber::moves_scope(Ticket const &ticket) const {
  std::optional<Url> const &target = ticket.found.redirect;
  return target && ticket.lease.entry.depth == 0 && !m_territory.owner(*target) &&
         same_domain(ticket.lease.entry.url, *target);
}

void Absorber::absorb_first(Lane &lane) {
  Ticket &ticket = lane.window().front();
  FrontierEntry const &entry = ticket.lease.entry;
  CrawlVisit &visit = ticket.found.visit;
  if (moves_scope(ticket)) m_territory.claim(*ticket.found.redirect, lane.id());
  visit.lane = lane.id();
  visit.site = ticket.origin;
  visit.row.seq = m_seq + 1;
  visit.row.url = entry.url.href();
  visit.row.at = m_means->clock.now();
  visit.row.depth = entry.depth;
  visit.past.state = visit.row.state;
  Sample::Choice const choice = lane.choose(entry.url, entry.depth, visit.past);
  visit.row.sample = choice.reason;
  if (!choice.tested) leave_out(visit, choice.may_be_drawn);
  visit.past.status = visit.row.status;
  visit.row.repeats = lane.compare(visit.past);
  std::vector<FrontierEntry> batch = batch_of(lane, ticket);
  m_summary.links_out_of_scope += visit.links_out_of_scope;
  count(entry.url, entry.depth, visit.past, visit.problem);
  PastVisit past = visit.past;
  m_means->sink.visit(std::move(visit));
  m_means->frontier.put_batch(
      lane.id(), std::move(batch), m_options->max_urls,
      [&past](FrontierEntry const &link) { note_lead(past.leads, link.url); });
  lane.remember(entry.url, past);
  m_means->frontier.complete(ticket.lease, m_seq, to_json(past).dump());
  lane.window().pop_front();
}

/// Where the visit leads within the lane.
std::vector<FrontierEntry> Absorber::batch_of(Lane const &lane, Ticket &ticket) {
  FrontierEntry const &entry = ticket.lease.entry;
  CrawlVisit &visit = ticket.found.visit;
  std::vector<FrontierEntry> batch;
  if (std::optional<Url> &target = ticket.found.redirect) {
    std::optional<LaneId> const owner = m_territory.owner(*target);
    if (owner) {
      visit.past.redirect_to = target->href();
    } else {
      visit.problem = redirect_out_of_scope(visit.row.url, target->href());
    }
    if (owner == lane.id()) {
      std::vector<std::string> chain = entry.chain;
      chain.push_back(visit.row.url);
      batch.push_back({std::move(*target), entry.depth, std::move(chain), false, lane.place()});
    }
  }
  for (Url &link : ticket.found.links) {
    if (m_territory.owner(link) == lane.id()) {
      batch.push_back({std::move(link), entry.depth + 1, {}, false, lane.place()});
    } else {
      ++visit.links_out_of_scope;
    }
  }
  return batch;
}

/// Takes a visit into account, of this process or of an earlier one.
void Absorber::count(Url const &url, int depth, PastVisit const &past,
                     std::optional<Problem> const &problem) {
  ++m_seq;
  ++m_summary.visits[static_cast<std::size_t>(past.state)];
  if (depth == 0) m_starts.visited(url.href(), {past.state, past.redirect_to, problem});
  if (past.trap) ++m_summary.traps[*past.trap];
}

std::size_t Absorber::pages() const {
  std::size_t pages = 0;
  for (auto const &state : Names<VisitState>::kAll)
    if (counts_as_page(state.value)) pages += m_summary.count(state.value);
  return pages;
}

CrawlSummary Absorber::summary() {
  FrontierStats const stats = m_means->frontier.stats();
  m_summary.known = stats.known;
  m_summary.urls_dropped = stats.dropped;
  m_summary.interrupted = stats.waiting + stats.leased > 0;
  for (Lane const &lane : m_lanes) {
    if (m_summary.interrupted) break;
    for (DrawnPage &page : lane.drawn()) {
      --m_summary.visits[static_cast<std::size_t>(VisitState::not_sampled)];
      ++m_summary.visits[static_cast<std::size_t>(page.state)];
      m_summary.drawn.push_back(std::move(page));
    }
  }
  m_summary.unreached = m_starts.unreached(m_options->starts);
  return std::move(m_summary);
}

}  // namespace wza::web
