// SPDX-License-Identifier: Apache-2.0
// A page for older people carries no advertisements and no buttons that lure them on. MIIT's item
// no_ads (工信厅信管函〔2021〕67号). Frames from elsewhere and elements named after advertisements
// are grounds to ask; that a page is such a version is known by its title or main heading.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/text/elder.h"
#include "webcheck/text/phrases.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { may_advertise };
constexpr std::array<Message, 1> kMessages{{
    {"may_advertise",
     {"这像是适老版页面，而这里像是广告或嵌入的外部内容（<{}>）",
      "This seems to be a version for older people, and this may be an advertisement or content "
      "from "
      "elsewhere (<{}>)"},
     {"这个适老版页面上没有广告，也没有诱导点击、下载或付款的按钮，对吗？",
      "Is it true that this version for older people has no advertisements and no buttons that "
      "lure "
      "people to click, download or pay?"}},
}};

constexpr std::array<std::string_view, 1> kMiit{"no_ads"};
constexpr std::array kPeople{People::cognitive};
constexpr std::array<std::string_view, 8> kNames{"ad",    "ads",      "adv",     "advert",
                                                 "adbox", "guanggao", "adsense", "banad"};

void applicable(Page const &page, Targets &targets) {
  if (!is_elder_version(page)) return;
  Document const &dom = page.dom();
  for (NodeId const n : dom.by_tag(atom::iframe)) {
    std::string_view const src = trimmed(dom.attr_or_empty(n, atom::src));
    bool const elsewhere = src.find("//") != std::string_view::npos;
    if (elsewhere && page.a11y().visible(n).is_true()) return targets.add(n);
  }
  for (Atom const name : {atom::id, atom::class_}) {
    for (NodeId const n : dom.with_attr(name)) {
      bool const named = has_name_word(dom.attr_or_empty(n, name), kNames);
      if (named && page.a11y().visible(n).is_true()) return targets.add(n);
    }
  }
}

Verdict expect(Page const &page, NodeId n) {
  return cant_tell(Msg::may_advertise, std::string(page.dom().tag_name(n)));
}

}  // namespace

extern Rule const elder_no_ads;
constinit Rule const elder_no_ads{
    .id = "elder-no-ads",
    .act = {},
    .basis = {.wcag = {}, .gbt37668 = {}, .miit = kMiit},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .people = kPeople,
    .title = {"适老版页面不得有广告和诱导按钮",
              "A page for older people has no advertisements and no luring buttons"},
    .help = {"老年人容易误点广告和“立即领取”一类的按钮，造成损失。适老版请去掉全部广告插件、弹窗和"
             "诱导性按钮。",
             "Older people easily press advertisements and buttons such as “claim now” by mistake, "
             "and lose by it. Take all of them out of this version."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
