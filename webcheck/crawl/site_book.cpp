// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/site_book.h"

#include <utility>

namespace wza::web {

std::shared_ptr<SiteRules const> SiteBook::rules(
    std::string const &origin, std::function<std::optional<SiteRules>()> const &ask,
    std::stop_token const &stop) {
  std::unique_lock lock(m_mutex);
  Entry &entry = m_origins[origin];
  if (!m_answer.wait(lock, stop, [&] { return !entry.being_asked; })) return nullptr;
  if (entry.rules && m_pacer->now() - entry.asked_at < kLifetime) return entry.rules;
  entry.being_asked = true;
  lock.unlock();
  std::optional<SiteRules> answer = ask();
  lock.lock();
  entry.being_asked = false;
  if (answer) {
    entry.rules = std::make_shared<SiteRules const>(*std::move(answer));
    entry.asked_at = m_pacer->now();
  }
  m_answer.notify_all();
  return answer ? entry.rules : nullptr;
}

std::shared_ptr<SiteRules const> SiteBook::known(std::string const &origin) const {
  std::lock_guard const lock(m_mutex);
  auto const found = m_origins.find(origin);
  return found == m_origins.end() ? nullptr : found->second.rules;
}

void SiteBook::note_answer(std::string const &origin, bool answered) {
  std::lock_guard const lock(m_mutex);
  int &failures = m_failures[origin];
  failures = answered ? 0 : failures + 1;
}

bool SiteBook::is_silent(std::string const &origin) const {
  std::lock_guard const lock(m_mutex);
  auto const found = m_failures.find(origin);
  return found != m_failures.end() && found->second >= kMostFailures;
}

}  // namespace wza::web
