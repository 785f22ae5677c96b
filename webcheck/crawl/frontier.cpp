// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/frontier.h"

#include "webcheck/crawl/trap.h"
#include "webcheck/crawl/url_pattern.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace wza::web {

void Frontier::put_batch(LaneId lane, std::vector<FrontierEntry> batch, std::size_t most,
                         std::function<void(FrontierEntry const &)> const &taken) {
  LaneState &state = m_lanes[lane];
  for (FrontierEntry &entry : batch) {
    if (knows(entry.url.href())) continue;
    // A quarter of what is left stays free for whatever else comes.
    constexpr std::size_t kShare = 3;
    std::size_t const left = most - std::min(most, state.known);
    std::size_t &of_form = state.forms[form_of(entry.url).loose];
    if (left == 0 || of_form > kShare * left) {
      ++m_dropped;
      continue;
    }
    entry.trap = is_overgrown(entry.url);
    ++of_form;
    ++state.known;
    ++m_known;
    if (taken) taken(entry);
    add(lane, ++state.last_ord, std::move(entry));
  }
}

std::optional<Lease> Frontier::lease(LaneId lane) {
  std::optional<int> const depth = next_depth(lane);
  LaneState &state = m_lanes[lane];
  if (!depth || (state.leased > 0 && *depth > state.leased_depth)) return std::nullopt;
  state.leased_depth = *depth;
  ++state.leased;
  ++m_leased;
  return take(lane);
}

void Frontier::complete(Lease const &lease, int seq, std::string_view note) {
  LaneState &state = m_lanes[lease.lane];
  assert(state.leased > 0);
  finish(lease, seq, note);
  --state.leased;
  --m_leased;
  ++m_done;
}

FrontierStats Frontier::stats() const {
  return {m_known, m_known - m_leased - m_done, m_leased, m_done, m_dropped};
}

void Frontier::recall(LaneId lane, std::int64_t ord, Url const &url, bool done) {
  LaneState &state = m_lanes[lane];
  ++state.forms[form_of(url).loose];
  state.last_ord = std::max(state.last_ord, ord);
  ++state.known;
  ++m_known;
  if (done) ++m_done;
}

void Frontier::recall_leases() {
  for (auto &[lane, state] : m_lanes)
    state.leased = 0;
  m_leased = 0;
}

}  // namespace wza::web
