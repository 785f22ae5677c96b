// SPDX-License-Identifier: Apache-2.0
// What a run learns of servers and what all its workers share: the robots.txt of each origin, asked
// for once a day, and which hosts do not answer.
#pragma once

#include "webcheck/fetch/politeness.h"
#include "webcheck/fetch/robots.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

namespace wza::web {

/// robots.txt of an origin, or why it could not be asked for.
struct SiteRules {
  Robots robots;
  std::optional<Problem> problem;
};

class SiteBook {
 public:
  explicit SiteBook(Pacer const &pacer) : m_pacer(&pacer) {}

  /// The rules of an origin; `ask` gets them where they are not known or older than a day (RFC
  /// 9309, section 2.4). Others who want the same ones wait meanwhile. Null where `ask` was broken
  /// off or `stop` came.
  std::shared_ptr<SiteRules const> rules(std::string const &origin,
                                         std::function<std::optional<SiteRules>()> const &ask,
                                         std::stop_token const &stop);
  /// What is known, without asking.
  std::shared_ptr<SiteRules const> known(std::string const &origin) const;

  void note_answer(std::string const &origin, bool answered);
  /// True of an origin that did not answer kMostFailures times in a row.
  bool is_silent(std::string const &origin) const;

  static constexpr int kMostFailures = 5;
  static constexpr std::chrono::hours kLifetime{24};

 private:
  struct Entry {
    std::shared_ptr<SiteRules const> rules;
    Pacer::Time asked_at{};
    bool being_asked = false;
  };
  Pacer const *m_pacer;
  mutable std::mutex m_mutex;
  std::condition_variable_any m_answer;
  std::map<std::string, Entry> m_origins;
  std::map<std::string, int> m_failures;  ///< in a row, by origin
};

}  // namespace wza::web
