// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/globals.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace wza::audit {
namespace {

constexpr std::array<std::string_view, 3> kWithValue{"--lang", "--color", "--tracker"};

std::string_view environment(char const *name) {
  char const *value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

void Globals::declare(Args &args) {
  args.option("--tracker", tracker, "FILE",
              {"跟踪库文件；默认取 $WZA_TRACKER，再取 ./tracker.gpkg",
               "the tracker; default $WZA_TRACKER, then ./tracker.gpkg"});
  args.choice("--lang", lang, {"zh", "en"},
              {"显示语言；默认按系统区域设置，否则中文",
               "language of all words; default from the locale, else Chinese"});
  args.choice(
      "--color", color, {"auto", "always", "never"},
      {"标准错误是否着色；也遵从 NO_COLOR", "colour on standard error; NO_COLOR is obeyed"});
  args.flag("-q,--quiet", quiet, {"只显示错误和警告", "show errors and warnings only"});
  args.flag("-v,--verbose", verbose, {"显示更多细节", "show more detail"});
  args.flag("--version", version, {"显示版本", "show the version"});
  args.flag("-h,--help", help, {"显示本帮助", "show this help"});
}

Lang language_of(std::vector<std::string> const &words) {
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    std::string_view word = words[i];
    if (word == "--lang" && i + 1 < words.size()) word = words[i + 1];
    if (word.starts_with("--lang="))
      word.remove_prefix(7);
    else if (words[i] != "--lang")
      continue;
    if (word == "en") return Lang::en;
    if (word == "zh") return Lang::zh;
  }
  for (char const *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    std::string_view const locale = environment(name);
    if (locale.empty()) continue;
    // "C" and "POSIX" say nothing about the reader.
    return locale.starts_with("en") ? Lang::en : Lang::zh;
  }
  return Lang::zh;
}

std::size_t command_index(std::vector<std::string> const &words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--") return words.size();
    if (std::ranges::find(kWithValue, words[i]) != kWithValue.end()) {
      ++i;
    } else if (!words[i].starts_with('-')) {
      return i;
    }
  }
  return words.size();
}

}  // namespace wza::audit
