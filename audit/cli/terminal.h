// SPDX-License-Identifier: Apache-2.0
// Where words and data go: data to standard output, words to standard error, each in the language
// of the person who reads (contract, section 2; https://no-color.org).
#pragma once

#include "db/base/error.h"
#include "db/base/text.h"

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

namespace wza::audit {

enum class Verbosity : std::uint8_t { quiet, normal, verbose };
enum class ColorWish : std::uint8_t { automatic, always, never };

class Terminal {
 public:
  /// `err_is_terminal` decides about colour and progress where the user left it to us.
  Terminal(std::ostream &out, std::ostream &err, bool err_is_terminal)
      : m_out(out), m_err(err), m_err_is_terminal(err_is_terminal) {}

  void set_lang(Lang lang) { m_lang = lang; }
  void set_verbosity(Verbosity verbosity) { m_verbosity = verbosity; }
  void set_color(ColorWish wish) { m_color = wish; }
  Lang lang() const { return m_lang; }
  Verbosity verbosity() const { return m_verbosity; }

  /// Standard output, for data.
  std::ostream &data() { return m_out; }

  /// A sentence for people; not with --quiet.
  void say(Text const &sentence);
  /// A detail; only with --verbose.
  void detail(Text const &sentence);
  /// Something that went wrong although the work goes on; also with --quiet.
  void warn(Text const &sentence);
  /// Why the program ends; also with --quiet.
  void error(std::string_view sentence);
  /// The same for a refusal, in the reader's language.
  void refuse(Problem const &problem) { error(problem.in(m_lang)); }

  /// Shows `line` in place of the last progress line; only where standard error is a terminal.
  void progress(std::string_view line);

 private:
  bool colored() const;
  void line(std::string_view label, std::string_view color, std::string_view sentence);
  void end_progress();

  std::ostream &m_out;
  std::ostream &m_err;
  bool m_err_is_terminal;
  bool m_progress_shown = false;
  Lang m_lang = Lang::zh;
  Verbosity m_verbosity = Verbosity::normal;
  ColorWish m_color = ColorWish::automatic;
};

}  // namespace wza::audit
