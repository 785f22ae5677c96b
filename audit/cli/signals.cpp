// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/signals.h"

#include "db/base/error.h"

#include <unistd.h>

#include <string_view>

namespace wza::audit {

Signals::Signals(Lang lang) {
  sigemptyset(&m_signals);
  sigaddset(&m_signals, SIGINT);
  sigaddset(&m_signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
  m_thread = std::thread([this, lang] { wait(lang); });
}

Signals::~Signals() {
  m_done = true;
  pthread_kill(m_thread.native_handle(), SIGTERM);  // wakes sigwait; nobody else sees it
  m_thread.join();
  pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

void Signals::wait(Lang lang) {
  while (true) {
    int signal = 0;
    sigwait(&m_signals, &signal);
    if (m_done) return;
    if (m_source.stop_requested()) _exit(static_cast<int>(ExitCode::interrupted));
    std::string_view const words =
        TextView{
            "\n正在收尾；再按一次 Ctrl-C 立即退出，已完成的不会丢失。\n",
            "\nFinishing what is in flight; Ctrl-C again ends at once, nothing done is lost.\n"}
            .in(lang);
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, words.data(), words.size());
    m_source.request_stop();
  }
}

}  // namespace wza::audit
