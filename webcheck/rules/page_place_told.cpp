// SPDX-License-Identifier: Apache-2.0
// Users are told where in the site they are. GB/T 37668 3.4.3.5 (level 3); WCAG 2.2 SC 2.4.8 (AAA).
// A path such as "当前位置：首页 > 新闻" or aria-current tells it; where neither is found on a page
// below the start page, this asks.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/whole_page.h"
#include "webcheck/text/phrases.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { told, untold };
constexpr std::array<Message, 2> kMessages{{
    {"told", {"页面说明了当前位置", "The page says where in the site it is"}},
    {"untold",
     {"这一页上没有找到“当前位置”一类的提示，菜单里也没有标出当前栏目（aria-current）",
      "No path to this page was found on it, and no item of a menu is marked as the current one "
      "(aria-current)"},
     {"用户能从这一页看出（读屏用户能听出）自己在网站的什么位置吗？",
      "Can users see, and screen reader users hear, where in the site this page is?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"2.4.8"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.4.3.5"};
constexpr std::array<std::string_view, 7> kWords{
    "当前位置", "您的位置", "所在位置", "现在位置", "现在的位置", "您所在的", "You are here"};
constexpr std::array<std::string_view, 6> kNames{"breadcrumb", "breadcrumbs", "crumb",
                                                 "crumbs",     "mbx",         "bread"};
constexpr std::array<std::string_view, 4> kStartPages{"index", "default", "home", "main"};

/// The path of an address, without its leading slash.
std::string_view path_of(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  if (std::size_t const scheme = url.find("://"); scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
    std::size_t const slash = url.find('/');
    url = slash == std::string_view::npos ? std::string_view() : url.substr(slash);
  }
  while (url.starts_with('/'))
    url.remove_prefix(1);
  return url;
}

bool is_start_page(Page const &page) {
  std::string_view const path = path_of(page.url());
  if (path.empty()) return true;
  std::string_view const file = file_name_of(path);
  std::string_view const stem = file.substr(0, file.find('.'));
  bool const in_root = path.find('/') == std::string_view::npos;
  return in_root && has_name_word(stem, kStartPages);
}

/// Whether a text that people see says one of the words.
bool says_where(Page const &page) {
  Document const &dom = page.dom();
  if (!holds_any(dom.source(), kWords)) return false;
  for (NodeId n{1}; n.value < dom.size(); ++n.value) {
    bool const says = dom.kind(n) == NodeKind::text && holds_any(dom.text(n), kWords);
    if (says && page.a11y().visible(n).is_true()) return true;
  }
  return false;
}

bool has_path_by_name(Page const &page) {
  Document const &dom = page.dom();
  for (Atom const name : {atom::class_, atom::id, atom::aria_label}) {
    bool const found = std::ranges::any_of(dom.with_attr(name), [&](NodeId n) {
      return has_name_word(dom.attr_or_empty(n, name), kNames) && page.a11y().visible(n).is_true();
    });
    if (found) return true;
  }
  return false;
}

void applicable(Page const &page, Targets &targets) {
  if (!is_start_page(page)) add_whole_page(page, targets);
}

Verdict expect(Page const &page, NodeId /*n*/) {
  bool const current = !page.dom().with_attr(atom::aria_current).empty();
  bool const told = current || has_path_by_name(page) || says_where(page);
  return told ? passed(Msg::told) : cant_tell(Msg::untold);
}

}  // namespace

extern Rule const page_place_told;
constinit Rule const page_place_told{
    .id = "page-place-told",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"告诉用户当前页面在网站中的位置", "Users are told where in the site they are"},
    .help = {"从搜索引擎进来的人、用读屏软件的人和容易迷失的人，靠“当前位置：首页 > 政务公开 > "
             "通知公告”知道自己在哪"
             "里。请放在正文前面，用 <nav aria-label=\"当前位置\">，并给菜单里的当前项加 "
             "aria-current=\"page\"。",
             "People who come from a search, who use a screen reader or easily lose their way rely "
             "on a path such as “Home > Notices”. Put it before the main text in a <nav "
             "aria-label=\"…\">, and mark the current item of menus by aria-current=\"page\"."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
