// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/household_words.h"

#include "db/base/nfkc.h"
#include "db/base/text.h"
#include "db/base/units.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wza::gis {
namespace {

struct StateWord {
  std::string_view word;
  RetrofitState state;
};
constexpr std::array kStateWords{
    StateWord{"申请", RetrofitState::applied},        StateWord{"已受理", RetrofitState::applied},
    StateWord{"评估", RetrofitState::assessed},       StateWord{"批准", RetrofitState::approved},
    StateWord{"已审批", RetrofitState::approved},     StateWord{"在建", RetrofitState::in_progress},
    StateWord{"改造中", RetrofitState::in_progress},  StateWord{"完工", RetrofitState::completed},
    StateWord{"已竣工", RetrofitState::completed},    StateWord{"验收", RetrofitState::accepted},
    StateWord{"验收合格", RetrofitState::accepted},   StateWord{"退回", RetrofitState::returned},
    StateWord{"放弃", RetrofitState::withdrawn},      StateWord{"退出", RetrofitState::withdrawn},
    StateWord{"不符合条件", RetrofitState::rejected}, StateWord{"未通过", RetrofitState::rejected},
};

}  // namespace

std::optional<RetrofitState> state_of(std::string_view word) {
  auto const plain = ascii_lower(trimmed(word));
  for (auto const &name : Names<RetrofitState>::kAll) {
    if (plain == name.key || plain == name.zh || plain == ascii_lower(name.en)) return name.value;
  }
  for (auto const &known : kStateWords) {
    if (known.word == plain) return known.state;
  }
  return std::nullopt;
}

std::optional<int> grade_of(std::string_view word) {
  constexpr std::array<std::array<std::string_view, 4>, 4> kGrades{{{"1", "一", "壹", "i"},
                                                                    {"2", "二", "贰", "ii"},
                                                                    {"3", "三", "叁", "iii"},
                                                                    {"4", "四", "肆", "iv"}}};
  auto const folded = ascii_lower(nfkc(word));
  auto plain = trimmed(folded);
  if (std::string_view const tail = "级"; plain.ends_with(tail)) plain.remove_suffix(tail.size());
  for (std::size_t grade = 0; grade < kGrades.size(); ++grade) {
    if (std::find(kGrades[grade].begin(), kGrades[grade].end(), plain) != kGrades[grade].end()) {
      return static_cast<int>(grade) + 1;
    }
  }
  return std::nullopt;
}

std::optional<std::int64_t> fen_of(std::string_view text) {
  double factor = 100;
  auto const folded = nfkc(text);
  auto plain = trimmed(folded);
  for (std::string_view sign : {"人民币", "¥", "RMB", "CNY"})
    if (plain.starts_with(sign)) plain = trimmed(plain.substr(sign.size()));
  for (std::string_view whole : {"整", "正"})
    if (plain.ends_with(whole)) plain = trimmed(plain.substr(0, plain.size() - whole.size()));
  for (auto const &[tail, times] :
       {std::pair<std::string_view, double>{"万元", 1e6}, {"万", 1e6}, {"元", 1e2}, {"圆", 1e2}}) {
    if (!plain.ends_with(tail)) continue;
    plain.remove_suffix(tail.size());
    factor = times;
    break;
  }
  auto const yuan = parse_number(plain);
  if (!yuan || *yuan < 0 || *yuan > 1e9) return std::nullopt;
  return std::llround(*yuan * factor);
}

std::vector<std::string> split_items(std::string_view text) {
  std::vector<std::string> out;
  std::string item;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t skip = 0;
    for (std::string_view separator : {";", "；", "、", ",", "，", "+"}) {
      if (text.substr(i).starts_with(separator)) skip = separator.size();
    }
    if (skip == 0) {
      item += text[i++];
      continue;
    }
    if (auto const word = trimmed(item); !word.empty()) out.emplace_back(word);
    item.clear();
    i += skip;
  }
  if (auto const word = trimmed(item); !word.empty()) out.emplace_back(word);
  return out;
}

std::string place_words(std::string_view address) {
  std::string out;
  for (char const c : ascii_lower(nfkc(address)))
    if (c != ' ' && c != '\t') out += c;
  return out;
}

Text fix_and_repeat() {
  return {"请改正后重新导入；其他行不受影响。",
          "Correct it and import again; the other rows are kept."};
}

}  // namespace wza::gis
