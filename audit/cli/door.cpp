// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/door.h"

#include "audit/app.h"
#include "audit/cli/columns.h"
#include "audit/cli/command.h"
#include "audit/cli/globals.h"
#include "audit/cli/signals.h"
#include "audit/cli/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace wza::audit {
namespace {

// Edits (insert, delete, replace) that turn `a` into `b`.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t const replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row[b.size()];
}

Command const *command_of(std::string_view name) {
  for (Command const *command : all_commands()) {
    if (command->name == name) return command;
  }
  return nullptr;
}

Problem unknown_command(std::string const &name) {
  Problem problem{.code = ProblemCode::usage,
                  .where = {},
                  .field = name,
                  .row = std::nullopt,
                  .reason = {"没有这个命令。", "There is no such command."},
                  .remedy = {"用 wza --help 查看全部命令。", "See wza --help for all commands."}};
  auto const nearest = std::ranges::min(
      all_commands(), {}, [&](Command const *c) { return edit_distance(name, c->name); });
  if (edit_distance(name, nearest->name) <= 2) {
    problem.remedy = {fmt::format("是不是想用 {}？", nearest->name),
                      fmt::format("Did you mean {}?", nearest->name)};
  }
  return problem;
}

std::string program_help(Lang lang) {
  Args args(lang);
  Globals globals;
  globals.declare(args);
  std::vector<std::pair<std::string, std::string>> rows;
  for (Command const *command : all_commands()) {
    rows.emplace_back(command->name, command->summary.in(lang));
  }
  bool const zh = lang == Lang::zh;
  return fmt::format(
      "{}\n\n{}\n{}{}\n{}\n",
      zh ? "wza — 无障碍环境检测与改造跟踪：坡道、家庭和网站在同一个库里。\n\n用法：wza 命令 [选项]"
         : "wza - accessibility audit and retrofit tracker: ramps, homes and web sites in one "
           "file.\n\nUsage: wza COMMAND [options]",
      zh ? "命令：" : "Commands:", two_columns(rows), args.help(),
      zh ? "用 wza 命令 --help 查看每个命令的用法。"
         : "See wza COMMAND --help for the usage of each command.");
}

std::string command_help(Command const &command, Args const &args, Lang lang) {
  bool const zh = lang == Lang::zh;
  std::string out = fmt::format("{}\n\n{}wza {} {}\n", command.summary.in(lang),
                                zh ? "用法：" : "Usage: ", command.name, args.usage_line());
  if (!command.details.zh.empty()) out += fmt::format("\n{}\n", command.details.in(lang));
  return out + args.help();
}

// The place of the program where exceptions end (contract, section 2).
ExitCode run_caught(Run const &run, Terminal &terminal, std::optional<std::string> tracker) {
  Lang const lang = terminal.lang();
  try {
    Signals const signals(lang);
    App app(terminal, signals.token(), std::move(tracker));
    ExitCode const code = run(app);
    terminal.data().flush();
    return code;
  } catch (Error const &error) {
    terminal.error(error.text().in(lang));
    return error.exit_code();
  } catch (std::bad_alloc const &) {
    terminal.error(TextView{"内存不足。请减少一次处理的数量后重试。",
                            "Out of memory. Try again with less at a time."}
                       .in(lang));
  } catch (std::exception const &error) {
    terminal.error(
        fmt::format(fmt::runtime(TextView{
                        "程序内部出错（{}）。这是 wza 的缺陷，请把本命令和这句话报告给维护者。",
                        "Something inside the program is wrong ({}). This is a bug of wza; "
                        "please report the command and this sentence."}
                                     .in(lang)),
                    error.what()));
  }
  return ExitCode::our_bug;
}

}  // namespace

ExitCode enter(std::vector<std::string> const &words, std::ostream &out, std::ostream &err,
               bool err_is_terminal) {
  Terminal terminal(out, err, err_is_terminal);
  Lang const lang = language_of(words);
  terminal.set_lang(lang);
  std::size_t const at = command_index(words);
  Command const *command = at < words.size() ? command_of(words[at]) : nullptr;
  if (at < words.size() && command == nullptr) {
    terminal.refuse(unknown_command(words[at]));
    return ExitCode::usage;
  }
  std::vector<std::string> rest = words;
  if (at < words.size()) rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));

  Args args(lang);
  Globals globals;
  Run const run = command == nullptr ? Run() : command->setup(args);
  globals.declare(args);
  // Help and version win over whatever else is missing or wrong.
  auto const asks = [&](std::string_view option) {
    return std::find(rest.begin(), std::find(rest.begin(), rest.end(), "--"), option) !=
           std::find(rest.begin(), rest.end(), "--");
  };
  if (asks("--help") || asks("-h")) {
    out << (command == nullptr ? program_help(lang) : command_help(*command, args, lang));
    return ExitCode::done;
  }
  if (asks("--version")) {
    out << "wza " << tool_version() << '\n';
    return ExitCode::done;
  }
  if (auto read = args.read(rest); !read) {
    terminal.refuse(read.problem());
    return ExitCode::usage;
  }
  if (command == nullptr) {
    err << program_help(lang);
    return ExitCode::usage;
  }
  terminal.set_verbosity(globals.quiet     ? Verbosity::quiet
                         : globals.verbose ? Verbosity::verbose
                                           : Verbosity::normal);
  terminal.set_color(globals.color == "always"  ? ColorWish::always
                     : globals.color == "never" ? ColorWish::never
                                                : ColorWish::automatic);
  return run_caught(run, terminal, globals.tracker);
}

}  // namespace wza::audit
