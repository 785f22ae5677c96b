// SPDX-License-Identifier: Apache-2.0
// No refresh or redirect with any delay. ACT bisz58; WCAG 2.2 SC 2.2.4 and 3.2.5 (AAA);
// GB/T 37668 3.3.3.12 and 3.4.3.6 (both level 3).
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/refresh.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { at_once, delayed };
constexpr std::array<Message, 2> kMessages{{
    {"at_once", {"页面立即跳转，没有等待时间", "The page leaves at once, without a delay"}},
    {"delayed",
     {"页面会在 {} 秒后自动刷新或跳转", "The page refreshes or leaves by itself after {} seconds"}},
}};

constexpr std::array<std::string_view, 1> kAct{"bisz58"};
constexpr std::array<std::string_view, 2> kWcag{"2.2.4", "3.2.5"};
constexpr std::array<std::string_view, 2> kGbt37668{"3.3.3.12", "3.4.3.6"};

void applicable(Page const &page, Targets &targets) {
  if (auto const refresh = first_refresh(page.dom())) targets.add(refresh->node);
}

Verdict expect(Page const &page, NodeId) {
  std::uint64_t const seconds = first_refresh(page.dom())->seconds;
  if (seconds == 0) return passed(Msg::at_once);
  return failed(Msg::delayed, std::to_string(seconds));
}

std::string mend(Page const &page, NodeId n) {
  return at_once(page, n);
}

}  // namespace

extern Rule const meta_refresh_no_exception;
constinit Rule const meta_refresh_no_exception{
    .id = "meta-refresh-no-exception",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .title = {"网页不得自动刷新或跳转，等多久都不行（AAA 级）",
              "A page must not refresh or leave by itself, however late (level AAA)"},
    .help = {"这一项比 meta-refresh 更严：等待超过 20 小时也不行。请删去 <meta "
             "http-equiv=\"refresh\">，由用户自己决定何时刷新。",
             "Stricter than meta-refresh: not even after 20 hours. Remove <meta "
             "http-equiv=\"refresh\"> and let users decide when to refresh."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
