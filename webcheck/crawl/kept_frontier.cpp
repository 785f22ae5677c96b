// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/kept_frontier.h"

#include <nlohmann/json.hpp>

#include <cassert>
#include <utility>

namespace wza::web {
namespace {

/// Addresses that are read at once.
constexpr std::size_t kReadAhead = 64;

Url url_of(std::string const &text) {
  std::optional<Url> url = Url::parse(text);
  assert(url);  // the tracker holds what href() gave
  return *std::move(url);
}

std::vector<std::string> chain_of(std::optional<std::string> const &text) {
  if (!text) return {};
  return nlohmann::json::parse(*text).get<std::vector<std::string>>();
}

}  // namespace

KeptFrontier::KeptFrontier(Tracker &tracker, RunId run) : m_store(tracker, run) {
  m_store.each_known([this](FrontierRow const &row) {
    recall(row.lane, row.ord, url_of(row.url), row.done != 0);
  });
  for (FrontierHost &host : m_store.hosts()) {
    std::string const name = host.host;
    m_hosts[name] = std::move(host);
  }
}

FrontierHost &KeptFrontier::host(std::string const &name) {
  FrontierHost &found = m_hosts[name];
  found.host = name;
  return found;
}

void KeptFrontier::set_delay(std::string const &name, std::chrono::milliseconds delay) {
  host(name).delay = delay;
  m_store.put_host(host(name));
}

void KeptFrontier::block_until(std::string const &name, UtcTime until) {
  host(name).blocked_until = until;
  m_store.put_host(host(name));
}

void KeptFrontier::asked(std::string const &name, UtcTime at) {
  host(name).last_request = at;
  m_store.put_host(host(name));
}

std::vector<HostPause> KeptFrontier::hosts() {
  std::vector<HostPause> out;
  for (auto const &[name, host] : m_hosts)
    out.push_back({name, host.delay, host.blocked_until, host.last_request});
  return out;
}

void KeptFrontier::each_done(std::function<void(DoneEntry const &)> const &take) {
  m_store.each_done([&](FrontierRow const &row) {
    take({row.lane, row.url, row.depth, row.note, row.parent});
  });
}

void KeptFrontier::add(LaneId lane, std::int64_t ord, FrontierEntry entry) {
  FrontierRow row;
  row.url = entry.url.href();
  row.lane = lane;
  row.depth = entry.depth;
  row.ord = ord;
  if (!entry.chain.empty()) row.chain = nlohmann::json(entry.chain).dump();
  row.trap = entry.trap;
  row.parent = entry.parent;
  m_store.add(row);
  Ahead &ahead = m_ahead[lane];
  ahead.dry = false;
  if (!ahead.rows.empty() && entry.depth < ahead.rows.front().depth) ahead.rows.clear();
}

std::optional<int> KeptFrontier::next_depth(LaneId lane) {
  Ahead &ahead = m_ahead[lane];
  if (ahead.rows.empty() && !ahead.dry) {
    for (FrontierRow &row : m_store.waiting(lane, ahead.depth, ahead.ord, kReadAhead)) {
      if (!ahead.rows.empty() && row.depth != ahead.rows.front().depth) break;
      ahead.rows.push_back(std::move(row));
    }
    ahead.dry = ahead.rows.empty();
  }
  return ahead.rows.empty() ? std::nullopt : std::optional(ahead.rows.front().depth);
}

Lease KeptFrontier::take(LaneId lane) {
  Ahead &ahead = m_ahead[lane];
  assert(!ahead.rows.empty());
  FrontierRow const row = std::move(ahead.rows.front());
  ahead.rows.pop_front();
  ahead.depth = row.depth;
  ahead.ord = row.ord;
  return {lane, row.ord, {url_of(row.url), row.depth, chain_of(row.chain), row.trap, row.parent}};
}

void KeptFrontier::finish(Lease const &lease, int seq, std::string_view note) {
  m_store.finish(lease.entry.url.href(), seq, note);
}

}  // namespace wza::web
