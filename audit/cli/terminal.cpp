// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/terminal.h"

#include "db/base/harmless.h"

#include <cstdlib>

namespace wza::audit {

bool Terminal::colored() const {
  if (m_color != ColorWish::automatic) return m_color == ColorWish::always;
  char const *no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return false;
  return m_err_is_terminal;
}

void Terminal::end_progress() {
  if (!m_progress_shown) return;
  m_err << "\r\x1b[K";
  m_progress_shown = false;
}

void Terminal::line(std::string_view label, std::string_view color, std::string_view sentence) {
  end_progress();
  if (!label.empty()) {
    if (colored()) m_err << color;
    m_err << label;
    if (colored()) m_err << "\x1b[0m";
  }
  m_err << harmless(sentence) << '\n' << std::flush;
}

void Terminal::say(Text const &sentence) {
  if (m_verbosity != Verbosity::quiet) line({}, {}, sentence.in(m_lang));
}

void Terminal::detail(Text const &sentence) {
  if (m_verbosity == Verbosity::verbose) line({}, {}, sentence.in(m_lang));
}

void Terminal::warn(Text const &sentence) {
  line(TextView{"注意：", "warning: "}.in(m_lang), "\x1b[33m", sentence.in(m_lang));
}

void Terminal::error(std::string_view sentence) {
  line(TextView{"错误：", "error: "}.in(m_lang), "\x1b[31m", sentence);
}

void Terminal::progress(std::string_view words) {
  if (!m_err_is_terminal || m_verbosity == Verbosity::quiet) return;
  m_err << "\r\x1b[K" << words << std::flush;
  m_progress_shown = true;
}

}  // namespace wza::audit
