// SPDX-License-Identifier: Apache-2.0
// A menu is made of words, not of pictures. Good practice: pictures of words neither grow sharp nor
// take other colours (WCAG 2.2 SC 1.4.5 forbids them where they show nothing but words, which only
// people see; ACT 0va7u6 asks that). Names for them are the business of other rules.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/text/links.h"
#include "webcheck/text/phrases.h"

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { words, images };
constexpr std::array<Message, 2> kMessages{{
    {"words", {"菜单里有文字链接", "There are links with words in the menu"}},
    {"images",
     {"菜单里的 {} 个链接全是图片，没有一个文字",
      "All {} links of the menu are pictures, without a single word"}},
}};

constexpr std::array<std::string_view, 11> kMenuWords{"nav",      "navbar",  "menu",    "mainnav",
                                                      "topnav",   "navi",    "daohang", "dh",
                                                      "mainmenu", "topmenu", "lanmu"};
constexpr int kClimb = 3;
constexpr std::uint32_t kFewest = 3;

bool is_menu(Page const &page, NodeId block) {
  Document const &dom = page.dom();
  for (int i = 0; i < kClimb && dom.is_element(block); ++i, block = dom.parent(block)) {
    if (dom.is(block, atom::body)) return false;
    if (page.a11y().role(block) == Role::navigation ||
        has_name_word(dom.attr_or_empty(block, atom::id), kMenuWords) ||
        has_name_word(dom.attr_or_empty(block, atom::class_), kMenuWords)) {
      return true;
    }
  }
  return false;
}

/// The links of each menu, and how many of them have words.
struct Menus {
  struct Count {
    std::uint32_t links = 0, with_words = 0;
    Trilean shown = true;
  };
  std::unordered_map<std::uint32_t, Count> by_block;  ///< by the block's node
  std::vector<NodeId> blocks;                         ///< with enough links to be a menu

  explicit Menus(Page const &page) {
    for (Link const &link : page.facts<Links>().all()) {
      bool const image_alone = link.text.empty() && link.has_graphic;
      Count &count = by_block[link.block.value];
      count.links += 1;
      count.with_words += image_alone ? 0 : 1;
      count.shown = count.shown && link.shown;
      if (count.links == kFewest && is_menu(page, link.block)) blocks.push_back(link.block);
    }
  }
};

void applicable(Page const &page, Targets &targets) {
  Menus const &menus = page.facts<Menus>();
  for (NodeId const block : menus.blocks)
    targets.add(block, menus.by_block.at(block.value).shown);
}

Verdict expect(Page const &page, NodeId n) {
  auto const &counts = page.facts<Menus>().by_block;
  auto const menu = counts.find(n.value);
  if (menu == counts.end() || menu->second.with_words != 0) return passed(Msg::words);
  return failed(Msg::images, std::to_string(menu->second.links));
}

}  // namespace

extern Rule const menu_not_of_images;
constinit Rule const menu_not_of_images{
    .id = "menu-not-of-images",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .title = {"菜单要用文字，不要全用图片", "A menu is made of words, not of pictures"},
    .help = {"图片里的字放大后发虚，也不能按用户的需要换颜色；图片打不开时菜单就消失了。请把栏目名"
             "写成文字，"
             "样子用 CSS 来做；图标可以留作装饰（alt=\"\"）。",
             "Words in pictures blur when they are enlarged and cannot take other colours, and the "
             "menu is gone when they do not load. Write the names of the columns as text and style "
             "it; icons may stay beside it as decoration (alt=\"\")."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
