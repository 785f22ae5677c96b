// SPDX-License-Identifier: Apache-2.0
// No refresh or redirect with a delay of up to 20 hours. ACT bc659a; WCAG 2.2
// SC 2.2.1, 2.2.4, 3.2.5; GB/T 37668 3.3.3.12 and 3.4.3.6.
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/refresh.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { at_once, late, delayed };
constexpr std::array<Message, 3> kMessages{{
    {"at_once", {"页面立即跳转，没有等待时间", "The page leaves at once, without a delay"}},
    {"late",
     {"页面在 20 小时之后才刷新或跳转", "The page refreshes or leaves only after 20 hours"}},
    {"delayed",
     {"页面会在 {} 秒后自动刷新或跳转", "The page refreshes or leaves by itself after {} seconds"}},
}};

constexpr std::array<std::string_view, 1> kAct{"bc659a"};
constexpr std::array<std::string_view, 3> kWcag{"2.2.1", "2.2.4", "3.2.5"};
constexpr std::array<std::string_view, 2> kGbt37668{"3.3.3.12", "3.4.3.6"};

void applicable(Page const &page, Targets &targets) {
  if (auto const refresh = first_refresh(page.dom())) targets.add(refresh->node);
}

Verdict expect(Page const &page, NodeId) {
  std::uint64_t const seconds = first_refresh(page.dom())->seconds;
  if (seconds == 0) return passed(Msg::at_once);
  constexpr std::uint64_t kTwentyHours = 72000;
  if (seconds > kTwentyHours) return passed(Msg::late);
  return failed(Msg::delayed, std::to_string(seconds));
}

std::string mend(Page const &page, NodeId n) {
  return at_once(page, n);
}

}  // namespace

extern Rule const meta_refresh;
constinit Rule const meta_refresh{
    .id = "meta-refresh",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"网页不得定时自动刷新或跳转",
              "A page must not refresh or leave by itself after a time"},
    .help = {"读得慢的人还没读完，页面就变了，读屏软件又从头读起。请删去 <meta "
             "http-equiv=\"refresh\">；确需跳转时由服务器返回 301，或把时间设为 0；需要更新内容时"
             "给用户一个“刷新”按钮。",
             "The page changes before slow readers are done, and the screen reader begins anew. "
             "Remove <meta http-equiv=\"refresh\">; redirect on the server (301) or with a time "
             "of 0; offer a button to refresh content."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
