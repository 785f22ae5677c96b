// SPDX-License-Identifier: Apache-2.0
#include "db/model/personal_text.h"

#include "db/base/clock.h"
#include "db/base/nfkc.h"
#include "db/base/text.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace wza {
namespace {

constexpr std::size_t kMobile = 11;
/// No number of a person, with a country code before it, has more places.
constexpr std::size_t kMostPlaces = 20;

/// Digits that stand together, and those that only signs keep apart.
struct Run {
  std::string digits;
  std::vector<std::size_t> starts;  ///< where in `digits` a group begins; the end is the last
};

bool is_day(std::string_view yyyymmdd) {
  return (yyyymmdd.starts_with("19") || yyyymmdd.starts_with("20")) &&
         LocalDate::parse(yyyymmdd).has_value();
}

bool mobile(std::string_view d) {
  return d.size() == kMobile && d[0] == '1' && d[1] >= '3';
}

/// An area code of 3 or 4 digits and a number of 7 or 8.
bool fixed_line(std::string_view d) {
  return (d.size() == 11 || d.size() == 12) && d[0] == '0' && d[1] != '0';
}

/// GB 11643: six digits of the address, the birthday, three of the sequence and a check character;
/// cards of before 1999 write the year in two digits and have no check character.
bool identity(std::string_view d) {
  if (d[0] == '0') return false;
  if (d.size() == 15) return is_day("19" + std::string(d.substr(6, 6)));
  return d.size() == 18 && is_day(d.substr(6, 8));
}

bool personal(Run const &run) {
  std::string_view const all = run.digits;
  for (std::size_t i = 0; i + 1 < run.starts.size(); ++i) {
    auto const from = run.starts[i];
    // Within one group a number may begin anywhere: 86138…, 0138…, a certificate's first 18 places.
    for (auto at = from; at < run.starts[i + 1]; ++at) {
      auto const rest = all.substr(at, run.starts[i + 1] - at);
      if (mobile(rest.substr(0, kMobile)) || identity(rest.substr(0, 18))) return true;
    }
    for (std::size_t j = i + 1; j < run.starts.size(); ++j) {
      auto const whole = all.substr(from, run.starts[j] - from);
      if (whole.size() > kMostPlaces) break;
      auto const home = whole.starts_with("86") ? whole.substr(2) : whole;
      if (mobile(home) || fixed_line(whole) || identity(whole)) return true;
      // A certificate: the identity number, category and grade.
      if (whole.size() == 20 && identity(whole.substr(0, 18))) return true;
    }
  }
  return false;
}

/// Signs that people put between the groups of a number, after nfkc().
bool splits(std::string_view letter) {
  constexpr std::array<std::string_view, 17> kSigns{" ",  "-",  ".",  ",", "/", "_", "(", ")", "·",
                                                    "、", "，", "。", "—", "–", "‐", "−", "\t"};
  return std::find(kSigns.begin(), kSigns.end(), letter) != kSigns.end();
}

std::string_view digit_of(std::string_view letter) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kChinese{{{"〇", "0"},
                                                                                    {"零", "0"},
                                                                                    {"一", "1"},
                                                                                    {"幺", "1"},
                                                                                    {"二", "2"},
                                                                                    {"三", "3"},
                                                                                    {"四", "4"},
                                                                                    {"五", "5"},
                                                                                    {"六", "6"},
                                                                                    {"七", "7"},
                                                                                    {"八", "8"},
                                                                                    {"九", "9"}}};
  if (letter.size() == 1 && letter[0] >= '0' && letter[0] <= '9') return letter;
  for (auto const &[word, digit] : kChinese)
    if (letter == word) return digit;
  return {};
}

}  // namespace

Text personal_number_words() {
  return {"其中像是有电话号码或证件号码。", "It seems to hold a telephone or identity number."};
}

bool holds_personal_number(std::string_view text) {
  auto const plain = nfkc(text);
  Run run;
  bool apart = true;
  auto const end = [&run] {
    run.starts.push_back(run.digits.size());
    bool const found = personal(run);
    run = {};
    return found;
  };
  for (std::size_t i = 0; i < plain.size();) {
    auto const length = std::max<std::size_t>(1, utf8_sequence_length(plain.substr(i)));
    auto const letter = std::string_view(plain).substr(i, length);
    i += length;
    auto digit = digit_of(letter);
    // The check character of an identity number; any digit will do for its shape.
    if ((letter == "X" || letter == "x") && !run.digits.empty()) digit = "0";
    if (!digit.empty()) {
      if (apart) run.starts.push_back(run.digits.size());
      apart = false;
      run.digits += digit;
      continue;
    }
    apart = true;
    if (!splits(letter) && end()) return true;
  }
  return end();
}

}  // namespace wza
