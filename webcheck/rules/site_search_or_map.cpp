// SPDX-License-Identifier: Apache-2.0
// The site can be searched, or has a map. GB/T 37668 3.4.3.2 (level 2). A search or a link to the
// map is found by its markup and words; where none is found, this asks.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/whole_page.h"
#include "webcheck/text/links.h"
#include "webcheck/text/phrases.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { search, map, none_found };
constexpr std::array<Message, 3> kMessages{{
    {"search", {"页面提供了站内搜索", "The page offers a search"}},
    {"map", {"页面有通向网站地图的链接", "The page links to a map of the site"}},
    {"none_found",
     {"这一页上没有找到站内搜索，也没有找到网站地图的链接",
      "Neither a search nor a link to a map of the site was found on this page"},
     {"用户能从这一页使用站内搜索或网站地图吗？",
      "Can users search the site, or get to a map of it, from this page?"}},
}};

constexpr std::array<std::string_view, 1> kGbt37668{"3.4.3.2"};
constexpr std::array<std::string_view, 6> kSearch{"搜索",   "检索",     "搜一搜",
                                                  "search", "站内查询", "搜尋"};
constexpr std::array<std::string_view, 6> kSearchNames{"search", "so",      "sousuo",
                                                       "query",  "keyword", "keywords"};
constexpr std::array<std::string_view, 5> kMap{"网站地图", "站点地图", "网站导航", "sitemap",
                                               "site map"};

bool is_seen(Page const &page, NodeId n) {
  return page.a11y().visible(n).is_true();
}

bool has_search_field(Page const &page) {
  Document const &dom = page.dom();
  return std::ranges::any_of(dom.by_tag(atom::input), [&](NodeId n) {
    std::string_view const type = trimmed(dom.attr_or_empty(n, atom::type));
    if (!is_seen(page, n)) return false;
    if (ascii_iequals(type, "search")) return true;
    if (!type.empty() && !ascii_iequals(type, "text")) return false;
    for (Atom const name : {atom::placeholder, atom::title, atom::value, atom::aria_label}) {
      if (says_any(dom.attr_or_empty(n, name), kSearch)) return true;
    }
    return has_name_word(dom.attr_or_empty(n, atom::name), kSearchNames) ||
           has_name_word(dom.attr_or_empty(n, atom::id), kSearchNames);
  });
}

bool has_search_form(Page const &page) {
  Document const &dom = page.dom();
  Atom const action = dom.find_atom("action");
  return std::ranges::any_of(dom.by_tag(atom::form), [&](NodeId n) {
    bool const named = has_name_word(dom.attr_or_empty(n, atom::id), kSearchNames) ||
                       (action != atom::none && says_any(dom.attr_or_empty(n, action), kSearch));
    return named && is_seen(page, n);
  });
}

bool has_link(Page const &page, std::span<std::string_view const> words) {
  return std::ranges::any_of(page.facts<Links>().all(), [&](Link const &link) {
    return link.text.size() < 40 && link.shown.is_true() && says_any(link.text, words);
  });
}

Verdict expect(Page const &page, NodeId /*n*/) {
  bool const by_role = !page.a11y().by_role(Role::search).empty();
  if (by_role || has_search_field(page) || has_search_form(page) || has_link(page, kSearch)) {
    return passed(Msg::search);
  }
  return has_link(page, kMap) ? passed(Msg::map) : cant_tell(Msg::none_found);
}

}  // namespace

extern Rule const site_search_or_map;
constinit Rule const site_search_or_map{
    .id = "site-search-or-map",
    .act = {},
    .basis = {.wcag = {}, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"网站要有站内搜索或网站地图", "The site can be searched, or has a map"},
    .help =
        {"层层点菜单对读屏用户和认知障碍的人很费力。请在每一页的固定位置提供站内搜索或“网站地图”链"
         "接。",
         "Menu after menu is hard work for screen reader users and people with cognitive "
         "disabilities. Offer a search or a link to a map of the site in the same place on every "
         "page."},
    .messages = kMessages,
    .applicable = add_whole_page,
    .expect = expect,
};

}  // namespace wza::web
