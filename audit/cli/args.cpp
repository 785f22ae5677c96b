// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/args.h"

#include "audit/cli/columns.h"
#include "audit/cli/usage.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <deque>
#include <utility>

namespace wza::audit {
namespace {

Text see_help() {
  return {"用 --help 查看用法。", "See --help for the usage."};
}

template <class N>
std::optional<N> number_of(std::string_view word) {
  N value{};
  auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

template <class N, class Target>
Result<Done> store_number(std::string_view names, std::string const &word, N least, N most,
                          Target &target) {
  auto const value = number_of<N>(word);
  if (value && *value >= least && *value <= most) {
    target = *value;
    return Done{};
  }
  return wrong_usage(names,
                     {fmt::format("“{}”不是 {} 到 {} 之间的数。", word, least, most),
                      fmt::format("\"{}\" is no number from {} to {}.", word, least, most)},
                     see_help());
}

/// Stores the word that was given last.
template <class Target>
auto keep_last(Target &target) {
  return [&target](std::vector<std::string> const &words) -> Result<Done> {
    target = words.back();
    return Done{};
  };
}

std::string join(std::vector<std::string_view> const &words, std::string_view between) {
  return fmt::format("{}", fmt::join(words, between));
}

}  // namespace

void Args::option(std::string_view names, std::string &target, std::string_view value,
                  TextView help) {
  m_entries.push_back(
      {Kind::option, std::string(names), std::string(value), {}, help, keep_last(target)});
}

void Args::option(std::string_view names, std::optional<std::string> &target,
                  std::string_view value, TextView help) {
  m_entries.push_back(
      {Kind::option, std::string(names), std::string(value), {}, help, keep_last(target)});
}

void Args::number(std::string_view names, std::int64_t &target, std::int64_t least,
                  std::int64_t most, TextView help) {
  std::string const name(names);
  m_entries.push_back(
      {Kind::option, name, "N", {}, help, [name, &target, least, most](auto const &words) {
         return store_number(name, words.back(), least, most, target);
       }});
}

void Args::number(std::string_view names, std::optional<std::int64_t> &target, std::int64_t least,
                  std::int64_t most, TextView help) {
  std::string const name(names);
  m_entries.push_back(
      {Kind::option, name, "N", {}, help, [name, &target, least, most](auto const &words) {
         return store_number(name, words.back(), least, most, target);
       }});
}

void Args::seconds(std::string_view names, std::optional<double> &target, double least, double most,
                   TextView help) {
  std::string const name(names);
  m_entries.push_back(
      {Kind::option, name, "SECONDS", {}, help, [name, &target, least, most](auto const &words) {
         return store_number(name, words.back(), least, most, target);
       }});
}

void Args::choice(std::string_view names, std::string &target, std::vector<std::string_view> words,
                  TextView help) {
  std::string const value = join(words, "|");
  m_entries.push_back(
      {Kind::option, std::string(names), value, std::move(words), help, keep_last(target)});
}

void Args::choice(std::string_view names, std::optional<std::string> &target,
                  std::vector<std::string_view> words, TextView help) {
  std::string const value = join(words, "|");
  m_entries.push_back(
      {Kind::option, std::string(names), value, std::move(words), help, keep_last(target)});
}

void Args::list(std::string_view names, std::vector<std::string> &target, std::string_view value,
                TextView help) {
  m_entries.push_back({Kind::list,
                       std::string(names),
                       std::string(value),
                       {},
                       help,
                       [&target](auto const &words) -> Result<Done> {
                         target = words;
                         return Done{};
                       }});
}

void Args::flag(std::string_view names, bool &target, TextView help) {
  m_entries.push_back(
      {Kind::flag, std::string(names), {}, {}, help, [&target](auto const &) -> Result<Done> {
         target = true;
         return Done{};
       }});
}

void Args::operand(std::string_view name, std::string &target, TextView help) {
  operand_choice(name, target, {}, help);
}

void Args::operand_choice(std::string_view name, std::string &target,
                          std::vector<std::string_view> words, TextView help) {
  m_entries.push_back(
      {Kind::operand, std::string(name), {}, std::move(words), help, keep_last(target)});
}

void Args::optional_operand(std::string_view name, std::optional<std::string> &target,
                            TextView help) {
  m_entries.push_back({Kind::optional_operand, std::string(name), {}, {}, help, keep_last(target)});
}

void Args::operands(std::string_view name, std::vector<std::string> &target, TextView help) {
  add_operands(Kind::operands, name, target, help);
}

void Args::optional_operands(std::string_view name, std::vector<std::string> &target,
                             TextView help) {
  add_operands(Kind::optional_operands, name, target, help);
}

void Args::add_operands(Kind kind, std::string_view name, std::vector<std::string> &target,
                        TextView help) {
  m_entries.push_back(
      {kind, std::string(name), {}, {}, help, [&target](auto const &given) -> Result<Done> {
         target = given;
         return Done{};
       }});
}

Result<Done> Args::check_word(Entry const &entry, std::string const &word) const {
  if (entry.words.empty() || std::ranges::find(entry.words, word) != entry.words.end()) {
    return Done{};
  }
  return wrong_usage(
      entry.names,
      {fmt::format("这里不能用“{}”。", word), fmt::format("\"{}\" cannot stand here.", word)},
      {fmt::format("请用其中之一：{}。", join(entry.words, "、")),
       fmt::format("Use one of: {}.", join(entry.words, ", "))});
}

Result<Done> Args::read(std::vector<std::string> const &words) const {
  CLI::App parser;
  parser.set_help_flag();
  std::deque<std::vector<std::string>> values(m_entries.size());
  std::vector<std::pair<Entry const *, CLI::Option *>> options;
  for (std::size_t i = 0; i < m_entries.size(); ++i) {
    Entry const &entry = m_entries[i];
    CLI::Option *option = nullptr;
    if (entry.kind == Kind::flag) {
      option = parser.add_flag(entry.names);
    } else {
      option = parser.add_option(entry.names, values[i]);
      bool const all_left = entry.kind == Kind::operands || entry.kind == Kind::optional_operands;
      if (all_left || entry.kind == Kind::list) {
        option->take_all()->expected(-1);
      } else {
        option->take_last()->expected(1);
      }
      // Only the last operands take all that is left: in `--format json FILE`, FILE is an operand.
      option->allow_extra_args(all_left);
    }
    options.emplace_back(&entry, option);
  }
  try {
    std::vector<std::string> backwards(words.rbegin(), words.rend());
    parser.parse(backwards);
  } catch (CLI::ExtrasError const &) {
    std::string const first = parser.remaining().empty() ? "" : parser.remaining().front();
    return wrong_usage(
        first, {"多出了这个参数，本命令不认识它。", "This command does not know this argument."},
        see_help());
  } catch (CLI::ArgumentMismatch const &error) {
    std::string const what = error.what();
    return wrong_usage(what.substr(0, what.find(':')),
                       {"这个选项需要一个值。", "This option needs a value."}, see_help());
  } catch (CLI::ParseError const &error) {
    return wrong_usage({},
                       {fmt::format("无法解析命令行（{}）。", error.what()),
                        fmt::format("The command line cannot be read ({}).", error.what())},
                       see_help());
  }
  for (std::size_t i = 0; i < options.size(); ++i) {
    auto const [entry, option] = options[i];
    if (option->count() == 0) {
      if (entry->kind != Kind::operand && entry->kind != Kind::operands) continue;
      return wrong_usage(entry->names, {"缺少这个参数。", "This argument is missing."}, see_help());
    }
    for (std::string const &word : values[i]) {
      if (auto fits = check_word(*entry, word); !fits) return fits;
    }
    if (auto stored = entry->store(values[i]); !stored) return stored;
  }
  return Done{};
}

std::string Args::usage_line() const {
  std::string line(TextView{"[选项]", "[options]"}.in(m_lang));
  for (Entry const &entry : m_entries) {
    if (entry.kind == Kind::operand) line += fmt::format(" {}", entry.names);
    if (entry.kind == Kind::optional_operand) line += fmt::format(" [{}]", entry.names);
    if (entry.kind == Kind::operands) line += fmt::format(" {}…", entry.names);
    if (entry.kind == Kind::optional_operands) line += fmt::format(" [{}…]", entry.names);
  }
  return line;
}

std::string Args::help() const {
  std::vector<std::pair<std::string, std::string>> operands;
  std::vector<std::pair<std::string, std::string>> options;
  for (Entry const &entry : m_entries) {
    bool const is_option =
        entry.kind == Kind::option || entry.kind == Kind::list || entry.kind == Kind::flag;
    std::string name = entry.names;
    if (auto const comma = name.find(','); comma != std::string::npos) name.insert(comma + 1, " ");
    if (!entry.value.empty()) name += fmt::format(" {}", entry.value);
    std::string help(entry.help.in(m_lang));
    if (!is_option && !entry.words.empty()) {
      help += fmt::format(fmt::runtime(TextView{"（{}）", " ({})"}.in(m_lang)),
                          join(entry.words, m_lang == Lang::zh ? "、" : ", "));
    }
    (is_option ? options : operands).emplace_back(std::move(name), std::move(help));
  }
  std::string out;
  if (!operands.empty()) {
    out += fmt::format("\n{}\n", TextView{"参数：", "Arguments:"}.in(m_lang));
    out += two_columns(operands);
  }
  out += fmt::format("\n{}\n", TextView{"选项：", "Options:"}.in(m_lang));
  return out + two_columns(options);
}

}  // namespace wza::audit
