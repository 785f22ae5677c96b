// SPDX-License-Identifier: Apache-2.0
// What an image map on the server does can be done with the keyboard as well. WCAG 2.2 SC 2.1.1;
// GB/T 37668 3.3.3.1. Never fails by itself: the same may be there as links.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/targets.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { server_side };
constexpr std::array<Message, 1> kMessages{{
    {"server_side",
     {"图片的点击位置由服务器处理（ismap），键盘用户只能点到一个位置",
      "Where one clicks on the image is handled by the server (ismap), and keyboard users can "
      "click at one place only"},
     {"图上各个区域的去处，页面上都另有文字链接吗？",
      "Are there links with text on the page to everything that the areas of the image lead to?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"2.1.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.1"};
constexpr std::array<std::string_view, 1> kMiit{"keyboard"};

constexpr int kMaxSteps = 600;  // browsers nest elements 512 deep at most

bool is_in_link(A11yTree const &tree, NodeId n) {
  Document const &document = tree.document();
  NodeId at = document.parent(n);
  for (int step = 0; step < kMaxSteps && at.valid() && tree.spend(); ++step) {
    if (document.is(at, atom::a)) return document.has_attr(at, atom::href);
    at = document.parent(at);
  }
  return false;
}

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  add_with_attr(page, targets, atom::ismap, [&](NodeId n) {
    bool const map = document.is(n, atom::img) && !document.has_attr(n, atom::usemap) &&
                     is_in_link(page.a11y(), n);
    return map ? !page.a11y().hidden(n) : Trilean(false);
  });
}

Verdict expect(Page const &, NodeId) {
  return cant_tell(Msg::server_side);
}

}  // namespace

extern Rule const image_map_by_keyboard;
constinit Rule const image_map_by_keyboard{
    .id = "image-map-by-keyboard",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668, .miit = kMiit},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"服务器端图像映射的各个去处，键盘也必须能到",
              "What a server-side image map leads to must be reachable by keyboard"},
    .help = {"ismap 把鼠标点击的坐标发给服务器，键盘和读屏用户没有坐标可发。请改用 <map> 和带 alt "
             "的 <area>，或在旁边给出同样的文字链接。",
             "With ismap the place of a mouse click is sent to the server; those who use a "
             "keyboard or screen reader have no such place. Use <map> with <area> elements that "
             "have an alt, or put the same links in words beside it."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
