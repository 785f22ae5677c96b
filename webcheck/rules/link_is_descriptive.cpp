// SPDX-License-Identifier: Apache-2.0
// The name of a link alone tells where it leads. ACT aizyf1; WCAG 2.2 SC 2.4.9; GB/T 37668 has no
// clause for links of text. Two questions a page: one for the names that say little, one for the
// others.
#include "webcheck/rules/answers.h"
#include "webcheck/rules/named_links.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { little, judge };
constexpr std::array<Message, 2> kMessages{{
    {"little",
     {"这些链接单看名称很难知道通向哪里（{}）",
      "By their names alone these links hardly tell where they lead ({})"},
     {"把这些链接的名称单独念出来（{}），每一个都能让人知道通向哪里吗？",
      "Read aloud by themselves, do the names of these links ({}) each tell where they lead?"}},
    {"judge",
     {"请判断链接的名称单独念出来是否说明去向（{}）",
      "Judge whether the names of the links alone tell where they lead ({})"},
     {"页面上其余链接的名称（{}），单独念出来，每一个都能让人知道通向哪里吗？",
      "Read aloud by themselves, do the names of the other links on the page ({}) each tell where "
      "they lead?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"aizyf1"};
constexpr std::array<std::string_view, 1> kWcag{"2.4.9"};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    std::array<Listing, 2> names;
    std::array<NodeId, 2> first{kNoNode, kNoNode};
    std::array<Trilean, 2> applies{false, false};
    for (NamedLink const &link : page.facts<NamedLinks>().all) {
      std::size_t const kind = says_little(link.name) ? 0 : 1;
      applies[kind] = applies[kind] || link.included;
      if (!first[kind].valid()) first[kind] = link.node;
      names[kind].add(link.name);
    }
    for (std::size_t const kind : {0, 1}) {
      if (!first[kind].valid()) continue;
      Msg const message = kind == 0 ? Msg::little : Msg::judge;
      add(first[kind], cant_tell(message, names[kind].text()), applies[kind]);
    }
  }
};

}  // namespace

extern Rule const link_is_descriptive;
constinit Rule const link_is_descriptive{
    .id = "link-is-descriptive",
    .act = kAct,
    .basis = {.wcag = kWcag},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"链接的名称单独就能说明去向", "The name of a link alone must tell where it leads"},
    .help =
        {"读屏用户可以列出页面上全部链接来挑选，那时听不到上下文。请写“某某办法全文”，不写“全文”；"
         "版面不够时用 aria-label 补全。",
         "Screen reader users can pick from a list of all links, where no context is heard. "
         "Write \"Text of the regulation\", not \"Text\"; where there is no room, complete the "
         "name with aria-label."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
