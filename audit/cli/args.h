// SPDX-License-Identifier: Apache-2.0
// Declares and reads the arguments of one command. CLI11 does the reading behind this file; the
// help and the errors are our own, so that they exist in Chinese and in English.
#pragma once

#include "db/base/error.h"
#include "db/base/text.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::audit {

/// The arguments that one command takes. Targets are written by read().
class Args {
 public:
  explicit Args(Lang lang) : m_lang(lang) {}

  /// An option with a value: `names` is "--format" or "-n,--count"; `value` its name in the help.
  void option(std::string_view names, std::string &target, std::string_view value, TextView help);
  void option(std::string_view names, std::optional<std::string> &target, std::string_view value,
              TextView help);
  /// A whole number from `least` to `most`.
  void number(std::string_view names, std::int64_t &target, std::int64_t least, std::int64_t most,
              TextView help);
  void number(std::string_view names, std::optional<std::int64_t> &target, std::int64_t least,
              std::int64_t most, TextView help);
  /// A duration in seconds, fractions allowed.
  void seconds(std::string_view names, std::optional<double> &target, double least, double most,
               TextView help);
  /// One of a list of words.
  void choice(std::string_view names, std::string &target, std::vector<std::string_view> words,
              TextView help);
  void choice(std::string_view names, std::optional<std::string> &target,
              std::vector<std::string_view> words, TextView help);
  /// An option that may stand more than once.
  void list(std::string_view names, std::vector<std::string> &target, std::string_view value,
            TextView help);
  void flag(std::string_view names, bool &target, TextView help);

  /// One operand that must be given.
  void operand(std::string_view name, std::string &target, TextView help);
  /// One operand that must be one of a list of words.
  void operand_choice(std::string_view name, std::string &target,
                      std::vector<std::string_view> words, TextView help);
  /// An operand that may be left out.
  void optional_operand(std::string_view name, std::optional<std::string> &target, TextView help);
  /// One or more operands, the last ones of the line.
  void operands(std::string_view name, std::vector<std::string> &target, TextView help);
  /// The same, or none.
  void optional_operands(std::string_view name, std::vector<std::string> &target, TextView help);

  /// Reads the words behind the command's name; a Problem of code `usage` where they do not fit.
  Result<Done> read(std::vector<std::string> const &words) const;

  /// "[options] KIND FILE" and the lists, for --help.
  std::string usage_line() const;
  std::string help() const;

 private:
  enum class Kind : std::uint8_t {
    option,
    list,
    flag,
    operand,
    optional_operand,
    operands,
    optional_operands
  };
  struct Entry {
    Kind kind{};
    std::string names;                    ///< "-q,--quiet" or the operand's name
    std::string value;                    ///< name of the value, for the help
    std::vector<std::string_view> words;  ///< allowed words, where there is a list
    TextView help;
    std::function<Result<Done>(std::vector<std::string> const &)> store;
  };
  void add_operands(Kind kind, std::string_view name, std::vector<std::string> &target,
                    TextView help);
  Result<Done> check_word(Entry const &entry, std::string const &word) const;

  Lang m_lang;
  std::vector<Entry> m_entries;
};

}  // namespace wza::audit
