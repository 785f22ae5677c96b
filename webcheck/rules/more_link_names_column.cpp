// SPDX-License-Identifier: Apache-2.0
// A link that says no more than "更多", ">>" or "点击这里" names what it leads to. Good practice:
// WCAG 2.2 SC 2.4.4 lets the text around a link speak for it, and SC 2.4.9 is level AAA.
#include "webcheck/a11y/name.h"
#include "webcheck/rule.h"
#include "webcheck/rules/link_markup.h"
#include "webcheck/text/links.h"
#include "webcheck/text/phrases.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { named, described, in_column, alone };
constexpr std::array<Message, 4> kMessages{{
    {"named",
     {"链接的名称说明了通向哪里：“{}”", "The name of the link says where it leads: \"{}\""}},
    {"described", {"链接的提示文字说明了通向哪里", "The title of the link says where it leads"}},
    {"in_column",
     {"链接只写了泛泛的词，没有说是哪个栏目；旁边的标题是“{}”",
      "The link does not say of what there is more; the heading beside it is \"{}\""}},
    {"alone",
     {"链接只写了“{}”，单独读出来不知道通向哪里",
      "The link says \"{}\" only; read alone it does not tell where it leads"}},
}};

constexpr std::array<std::string_view, 40> kVague{
    "更多",     "更多内容", "更多信息", "了解更多",  "查看更多",    "更多详情",   "详情",
    "查看详情", "详情点击", "点击详情", "详细",      "详细信息",    "详细内容",   "查看",
    "查看全文", "阅读全文", "全文",     "查看全部",  "全部",        "点击",       "点这里",
    "点击这里", "点此",     "点击此处", "这里",      "此处",        "点击查看",   "点击进入",
    "进入",     "阅读更多", "more",     "read more", "learn more",  "click here", "here",
    "details",  "view",     "view all", "see more",  "more details"};

/// The text without the signs at its ends: "更多>>" says "更多", "【详情】" says "详情".
std::string_view without_signs(std::string_view text) {
  constexpr std::array<std::string_view, 24> kSigns{">",  "<",  "+",  ".", "·",  "[",  "]",  "(",
                                                    ")",  "-",  "|",  ":", "»",  "›",  "…",  "【",
                                                    "】", "（", "）", "→", "＞", "：", "＋", "▶"};
  for (bool again = true; again;) {
    again = false;
    text = trimmed(text);
    for (std::string_view const sign : kSigns) {
      if (text.starts_with(sign)) {
        text.remove_prefix(sign.size());
        again = true;
      } else if (text.ends_with(sign)) {
        text.remove_suffix(sign.size());
        again = true;
      }
    }
  }
  return text;
}

/// True for ">>" and the like, which stand for "more"; single signs are arrows, plus and minus.
bool is_sign_for_more(std::string_view text) {
  constexpr std::array<std::string_view, 8> kSigns{">>",  "»",    "…",  "...",
                                                   ">>>", "＞＞", "……", "››"};
  return is_any(text, kSigns);
}

bool is_vague(std::string_view text) {
  return text.empty() || is_sign_for_more(text) || is_any(without_signs(text), kVague);
}

/// Blocks whose links are alike: one of them stands for all.
bool is_list(Document const &dom, NodeId block) {
  return dom.is(block, atom::ul) || dom.is(block, atom::ol) || dom.is(block, atom::table);
}

void applicable(Page const &page, Targets &targets) {
  OncePerBlock once;
  for (Link const &link : page.facts<Links>().all()) {
    if (link.text.empty() || link.has_graphic || link.is_script()) continue;
    if (!is_vague(link.text)) continue;
    if (!is_list(page.dom(), link.block) || once.first(link.block)) {
      targets.add(link.node, link.shown);
    }
  }
}

Verdict expect(Page const &page, NodeId n) {
  std::string const name = accessible_name(page.a11y(), n).text;
  if (!is_vague(name)) return passed(Msg::named, name);
  if (std::string_view const title = page.dom().attr_or_empty(n, atom::title);
      !title.empty() && !is_vague(title)) {
    return passed(Msg::described);
  }
  if (std::string column = column_title(page, n); !column.empty()) {
    return failed(Msg::in_column, std::move(column));
  }
  return failed(Msg::alone, name);
}

std::string mend(Page const &page, NodeId n) {
  Link const *const link = page.facts<Links>().find(n);
  if (link == nullptr) return {};
  std::string column = column_title(page, n);
  if (column.empty()) column = gap("栏目或文章的名称");
  std::string_view const said = without_signs(link->text);
  std::string const label = (said.empty() ? "更多" : std::string(said)) + "：" + column;
  return with_attr(page, n, "aria-label", label);
}

}  // namespace

extern Rule const more_link_names_column;
constinit Rule const more_link_names_column{
    .id = "more-link-names-column",
    .act = {},
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .title = {"“更多”“>>”“点击这里”一类的链接要带上栏目名",
              "Links such as “more”, “>>” and “click here” name what they lead to"},
    .help =
        {"读屏用户常常把一页的链接列成清单来听。清单里有十几个“更多”，谁也不知道哪个是哪个。"
         "请把栏目名写进链接，例如“更多通知公告”，或用 aria-label 写上。",
         "Screen reader users often listen to a list of the links of a page. With a dozen times "
         "“more” nobody knows which is which. Write the name of the column into the link, or "
         "give it by aria-label."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
