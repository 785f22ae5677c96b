// SPDX-License-Identifier: Apache-2.0
// Ctrl-C once asks the work to finish; twice ends the program at once (contract, section 2).
#pragma once

#include "db/base/text.h"

#include <signal.h>

#include <atomic>
#include <stop_token>
#include <thread>

namespace wza::audit {

/// While it lives, SIGINT and SIGTERM are taken by a thread of its own; make it before any other
/// thread, so that all inherit the blocked signals.
class Signals {
 public:
  explicit Signals(Lang lang);
  ~Signals();
  Signals(Signals const &) = delete;
  Signals &operator=(Signals const &) = delete;

  std::stop_token token() const { return m_source.get_token(); }

 private:
  void wait(Lang lang);

  sigset_t m_signals{};
  sigset_t m_before{};
  std::atomic<bool> m_done = false;
  std::stop_source m_source;
  std::thread m_thread;
};

}  // namespace wza::audit
