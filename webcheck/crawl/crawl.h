// SPDX-License-Identifier: Apache-2.0
// Visits sites page by page and checks each page. Polite (robots.txt, one request at a time to a
// host and to an address, delays), bounded (pages, depth, bytes, time), many sites at the same
// time, deterministic, and able to go on after it was killed: what is done stands in the frontier.
//
// Each start with its scope is a lane (lane.h). The calling thread owns the frontier and the sink:
// it hands addresses out to the workers and absorbs their results lane by lane in the order of the
// leases, so that what a lane tells is the same whatever the timing.
#pragma once

#include "webcheck/crawl/frontier.h"
#include "webcheck/crawl/page_memory.h"
#include "webcheck/crawl/sample.h"
#include "webcheck/crawl/visit.h"
#include "webcheck/fetch/politeness.h"
#include "webcheck/url/site.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace wza::web {

struct CrawlOptions {
  std::vector<Url> starts;
  ScopeKind scope = ScopeKind::host;
  std::size_t max_pages = 500;  ///< that are fetched and tested, in each lane
  int max_depth = 20;           ///< links away from a start
  PolitenessOptions politeness;
  /// Hosts that are asked at the same time; 0: one after the other, without threads.
  std::size_t hosts = 0;
  std::optional<std::chrono::seconds> time_budget;  ///< of this process
  std::optional<std::uint64_t> byte_budget;         ///< transferred, in each lane of the whole run
  std::size_t max_urls = 200'000;                   ///< addresses of a lane that are kept in mind
  std::size_t max_links = 5'000;                    ///< of one page that are followed
  /// Patterns (UrlPattern::text) whose addresses are never taken for a trap.
  std::set<std::string> trusted;
  SampleOptions sample;
  /// Whether addresses that name files are asked for type and size, one HEAD request each; they
  /// count for no budget but that of time and depth.
  bool attachments = false;
  CheckOptions check;
};

/// How far a crawl is.
struct CrawlStatus {
  FrontierStats addresses;
  std::size_t pages = 0;          ///< tested in the whole run
  std::size_t lanes = 0;          ///< that are not finished
  std::size_t hosts_waiting = 0;  ///< lanes whose next address waits for its host's turn
};

/// Who takes the results, all in the calling thread.
class CrawlSink {
 public:
  virtual ~CrawlSink() = default;
  /// Does `work`, which tells visits and changes the frontier: all of it or nothing.
  virtual void together(std::function<void()> const &work) { work(); }
  /// Each visit is told once, in the order of its lane.
  virtual void visit(CrawlVisit visit) = 0;
  /// Told after each step.
  virtual void status(CrawlStatus const & /*status*/) {}
};

/// Makes a fetcher, which one worker at a time uses.
using FetcherMaker = std::function<std::unique_ptr<Fetcher>()>;

/// What a crawl works with.
struct CrawlMeans {
  FetcherMaker make_fetcher;
  Pacer &pacer;
  Clock const &clock;
  Frontier &frontier;  ///< what it holds is continued
  CrawlSink &sink;
  /// Of several crawls, which may meet the same servers: whoever shares it has restored it. Null:
  /// one of its own, by CrawlOptions::politeness.
  Politeness *politeness = nullptr;
  PageMemory *memory = nullptr;  ///< of earlier crawls; null: every page is tested anew
};

/// A start that gave no page.
struct UnreachedStart {
  std::string url;
  VisitState state{};
  std::optional<Problem> problem;  ///< nothing where it was met before the run was continued
};

struct CrawlSummary {
  std::array<std::size_t, Names<VisitState>::kAll.size()> visits{};  ///< by state, of the whole run
  std::vector<UnreachedStart> unreached;
  std::vector<DrawnPage> drawn;              ///< counted in `visits`, told as not_sampled
  std::size_t known = 0;                     ///< addresses: the sum of `visits`, unless interrupted
  std::map<std::string, std::size_t> traps;  ///< addresses that were left out, by pattern
  std::size_t links_out_of_scope = 0;        ///< met by this process
  std::size_t urls_dropped = 0;              ///< beyond max_urls, met by this process
  bool interrupted = false;  ///< by `stop` or quiet hours: the same call goes on later
  bool quiet = false;        ///< what is left is for after quiet hours

  std::size_t count(VisitState state) const { return visits[static_cast<std::size_t>(state)]; }
};

/// A crawl that is driven step by step, so that one thread can drive several.
class Crawl {
 public:
  /// Options and means outlive it.
  Crawl(CrawlOptions const &options, CrawlMeans const &means);
  /// Breaks off what is in flight.
  ~Crawl();
  Crawl(Crawl const &) = delete;
  Crawl &operator=(Crawl const &) = delete;

  enum class Step : std::uint8_t { moved, waits, ended };
  /// conflict where what the frontier holds does not belong to the options. To be called first.
  std::optional<Problem> begin();
  /// Does what can be done now. After `stop` it ends once nothing is in flight.
  Step step(std::stop_token const &stop);
  /// After Step::waits: when to look again at the latest.
  Pacer::Time wake() const;
  /// After Step::waits: returns when there may be something to do.
  void wait(std::stop_token const &stop);
  /// Once it has ended.
  CrawlSummary summary();

 private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

/// Crawls. conflict where what the frontier holds does not belong to these options.
Result<CrawlSummary> crawl(CrawlOptions const &options, CrawlMeans const &means,
                           std::stop_token const &stop);

}  // namespace wza::web
