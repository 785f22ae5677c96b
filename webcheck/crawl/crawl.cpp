// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/crawl.h"

#include "webcheck/crawl/frontier.h"
#include "webcheck/crawl/page_visit.h"
#include "webcheck/fetch/problems.h"
#include "webcheck/fetch/redirects.h"
#include "webcheck/url/normalize.h"

#include <map>
#include <utility>

namespace wza::web {
namespace {

/// True for the states of an address that was fetched and looked at as a page.
bool counts_as_page(VisitState state) {
  return state == VisitState::tested || state == VisitState::truncated ||
         state == VisitState::unreadable;
}

/// True for the states of an address whose server was asked.
bool was_asked(VisitState state) {
  return state != VisitState::excluded_robots && state != VisitState::excluded_scope &&
         state != VisitState::budget && state != VisitState::trap;
}

class CrawlRun {
 public:
  CrawlRun(CrawlOptions const &options, Fetcher &fetcher, Pacer &pacer, Clock const &clock)
      : m_options(&options),
        m_pacer(&pacer),
        m_clock(&clock),
        m_began(pacer.now()),
        m_politeness(options.delay, pacer, clock),
        m_access(fetcher, m_politeness),
        m_visitor(m_access, m_politeness, options.check, options.max_links),
        m_scope(options.scope),
        m_frontier(options.max_urls) {
    std::vector<FrontierEntry> starts;
    for (Url const &start : options.starts) {
      Url url = crawl_url(start);
      m_scope.add(url);
      starts.push_back({std::move(url), 0, {}, false});
    }
    m_frontier.put_batch(std::move(starts));
  }

  std::optional<Problem> replay(std::span<PastVisit const> past) {
    for (PastVisit const &visit : past) {
      std::optional<FrontierEntry> const entry = m_frontier.lease();
      if (!entry || entry->url.href() != visit.url) return saved_state_differs(visit.url);
      if (was_asked(visit.state)) {
        bool const answered =
            visit.state != VisitState::unreachable && visit.state != VisitState::timed_out;
        m_access.remember(entry->url.host(), answered);
      }
      m_visitor.remember(entry->url, visit);
      absorb(*entry, visit, std::nullopt);
    }
    return std::nullopt;
  }

  void run(CrawlSink &sink, std::stop_token const &stop) {
    while (!stop.stop_requested()) {
      std::optional<FrontierEntry> const entry = m_frontier.lease();
      if (!entry) return;
      std::optional<Found> found = look_at(*entry, stop);
      if (!found) break;
      CrawlVisit &visit = found->visit;
      finish(*entry, *found);
      absorb(*entry, visit.past, visit.problem);
      sink.visit(std::move(visit));
    }
    m_summary.interrupted = m_frontier.stats().waiting + m_frontier.stats().leased > 0;
  }

  CrawlSummary summary() {
    m_summary.urls_dropped = m_frontier.stats().dropped;
    for (Url const &start : m_options->starts) {
      std::string const at = crawl_url(start).href();
      // Where the redirects of the start ended; two starts may lead to each other.
      auto end = m_first.find(at);
      for (std::size_t hop = 0; hop <= kPageRedirects; ++hop) {
        if (end == m_first.end() || !end->second.redirect_to) break;
        end = m_first.find(*end->second.redirect_to);
      }
      if (end == m_first.end()) continue;  // not visited yet
      VisitState const state = end->second.state;
      bool const reached = counts_as_page(state) || state == VisitState::budget;
      if (!reached) m_summary.unreached.push_back({start.href(), state, end->second.problem});
    }
    return std::move(m_summary);
  }

 private:
  struct FirstVisit {
    VisitState state{};
    std::optional<std::string> redirect_to;
    std::optional<Problem> problem;
  };

  bool budget_is_spent() const {
    if (m_pages >= m_options->max_pages) return true;
    if (m_options->byte_budget && m_transferred >= *m_options->byte_budget) return true;
    return m_options->time_budget && m_pacer->now() - m_began >= *m_options->time_budget;
  }

  std::optional<Found> look_at(FrontierEntry const &entry, std::stop_token const &stop) {
    Found out;
    if (entry.trap) {
      out.visit.row.state = VisitState::trap;
    } else if (entry.depth > m_options->max_depth || budget_is_spent()) {
      out.visit.row.state = VisitState::budget;
    } else {
      return m_visitor.visit(entry, stop);
    }
    return out;
  }

  /// Fills what does not come from the page itself.
  void finish(FrontierEntry const &entry, Found &found) {
    CrawlVisit &visit = found.visit;
    visit.site = entry.url.origin();
    visit.row.seq = m_seq + 1;
    visit.row.url = entry.url.href();
    visit.row.at = m_clock->now();
    visit.row.depth = entry.depth;
    visit.past.url = visit.row.url;
    visit.past.depth = entry.depth;
    visit.past.state = visit.row.state;
    if (found.redirect) {
      // A site often moves its start to another host of its own: the scope moves along.
      bool const moves = entry.depth == 0 && same_domain(entry.url, *found.redirect);
      if (moves || m_scope.contains(*found.redirect)) {
        visit.past.redirect_to = found.redirect->href();
      } else {
        visit.problem = redirect_out_of_scope(visit.row.url, found.redirect->href());
      }
    }
    for (Url const &link : found.links) {
      if (!m_scope.contains(link)) {
        ++visit.links_out_of_scope;
      } else if (!m_frontier.knows(link)) {
        visit.past.links.push_back(link.href());
      }
    }
    m_summary.links_out_of_scope += visit.links_out_of_scope;
  }

  /// Takes a visit into account, of this process or of an earlier one.
  void absorb(FrontierEntry const &entry, PastVisit const &visit,
              std::optional<Problem> const &problem) {
    ++m_seq;
    ++m_summary.visits[static_cast<std::size_t>(visit.state)];
    if (counts_as_page(visit.state)) ++m_pages;
    m_transferred += visit.transferred;
    if (entry.depth == 0) m_first[visit.url] = {visit.state, visit.redirect_to, problem};
    std::vector<FrontierEntry> batch;
    if (visit.redirect_to) {
      if (std::optional<Url> target = Url::parse(*visit.redirect_to)) {
        if (entry.depth == 0) m_scope.add(*target);
        std::vector<std::string> chain = entry.chain;
        chain.push_back(visit.url);
        batch.push_back({std::move(*target), entry.depth, std::move(chain), false});
      }
    }
    for (std::string const &link : visit.links) {
      if (std::optional<Url> url = Url::parse(link)) {
        batch.push_back({std::move(*url), entry.depth + 1, {}, false});
      }
    }
    m_frontier.put_batch(std::move(batch));
    m_frontier.complete();
  }

  CrawlOptions const *m_options;
  Pacer *m_pacer;
  Clock const *m_clock;
  Pacer::Time m_began;
  Politeness m_politeness;
  SiteAccess m_access;
  PageVisitor m_visitor;
  Scope m_scope;
  Frontier m_frontier;
  CrawlSummary m_summary;
  int m_seq = 0;
  std::size_t m_pages = 0;
  std::uint64_t m_transferred = 0;
  std::map<std::string, FirstVisit> m_first;  ///< starts and what they redirect to, by URL
};

}  // namespace

Result<CrawlSummary> crawl(CrawlOptions const &options, Fetcher &fetcher, Pacer &pacer,
                           Clock const &clock, std::span<PastVisit const> past, CrawlSink &sink,
                           std::stop_token const &stop) {
  CrawlRun run(options, fetcher, pacer, clock);
  if (std::optional<Problem> problem = run.replay(past)) return std::move(*problem);
  run.run(sink, stop);
  return run.summary();
}

}  // namespace wza::web
