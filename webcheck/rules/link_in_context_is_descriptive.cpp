// SPDX-License-Identifier: Apache-2.0
// The name of a link tells where it leads, together with the sentence, list item or cell around it.
// ACT 5effbb; WCAG 2.2 SC 2.4.4; GB/T 37668 3.2.1.2 for links that are pictures. Names that say
// little are asked about with the text around them, once for each such place; all other names of
// the page in one question.
#include "webcheck/rules/answers.h"
#include "webcheck/rules/link_context.h"
#include "webcheck/rules/named_links.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { little, more, judge };
constexpr std::array<Message, 3> kMessages{{
    {"little",
     {"链接的文字说得很少，要靠旁边的文字说明去向（链接 ← 旁边的文字）：{}",
      "The link says little; where it leads must follow from the text around it (link ← text "
      "around it): {}"},
     {"连同旁边的文字一起读（链接 ← 旁边的文字）：{}。能知道链接通向哪里吗？",
      "Read together with the text around it (link ← text around it): {}. Does the link tell where "
      "it leads?"}},
    {"more",
     {"页面上这样的链接还有很多（{}）", "There are many more such links on the page ({})"},
     {"页面上还有许多文字很少的链接（{}"
      "），连同所在的句子、条目或单元格一起读，每一个都能知道通向哪里吗？",
      "The page has many more links that say little ({}). Read with the sentence, item or cell "
      "that "
      "they stand in, do they each tell where they lead?"}},
    {"judge",
     {"请判断链接连同旁边的文字是否说明去向（{}）",
      "Judge whether the links, with the text around them, tell where they lead ({})"},
     {"页面上其余的链接（{}），连同所在的句子、条目或单元格一起读，每一个都能知道通向哪里吗？",
      "Read with the sentence, item or cell that they stand in, do the other links on the page "
      "({}) "
      "each tell where they lead?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"5effbb"};
constexpr std::array<std::string_view, 1> kWcag{"2.4.4"};

constexpr std::size_t kPlaces = 10;  ///< that are asked about one by one

/// Links that are asked about together.
struct Place {
  NodeId first = kNoNode;
  Trilean applies = false;
  NodeId context{};
  Listing names{};

  void add(NamedLink const &link) {
    first = std::min(first, link.node);
    applies = applies || link.included;
    names.add(link.name);
  }
};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    std::vector<Place> places;
    std::unordered_map<std::uint32_t, std::size_t> by_context;
    Place more, others;
    for (NamedLink const &link : page.facts<NamedLinks>().all) {
      if (!says_little(link.name)) {
        others.add(link);
        continue;
      }
      NodeId const context = telling_context(page, link.node);
      auto const found = by_context.find(context.value);
      if (found != by_context.end()) {
        places[found->second].add(link);
      } else if (places.size() < kPlaces) {
        by_context.emplace(context.value, places.size());
        places.push_back({kNoNode, false, context, {}});
        places.back().add(link);
      } else {
        more.add(link);
      }
    }
    ask_about(page, places);
    ask(Msg::more, more);
    ask(Msg::judge, others);
  }

 private:
  void ask(Msg message, Place const &place) {
    if (place.names.empty()) return;
    add(place.first, cant_tell(message, place.names.text()), place.applies);
  }

  /// Equal words in equal surroundings are asked about once.
  void ask_about(Page const &page, std::vector<Place> const &places) {
    constexpr std::size_t kNames = 60, kAround = 90;
    std::set<std::string> asked;
    for (Place const &place : places) {
      std::string const around =
          place.context == kRoot ? std::string() : text_in(page, place.context, kAround);
      std::string detail = place.names.names(kNames) + " ← " + shortened(around, kAround);
      if (asked.insert(detail).second) {
        add(place.first, cant_tell(Msg::little, std::move(detail)), place.applies);
      }
    }
  }
};

}  // namespace

extern Rule const link_in_context_is_descriptive;
constinit Rule const link_in_context_is_descriptive{
    .id = "link-in-context-is-descriptive",
    .act = kAct,
    .basis = {.wcag = kWcag},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"链接连同上下文必须说明去向", "A link with its context must tell where it leads"},
    .help = {"只念“更多”“详情”“下载”，读屏用户不知道会打开什么。请把去向写进链接文字；至少让同一句"
             "、同一"
             "条目或同一单元格里的文字说清楚，光有排在上方的栏目名不算。",
             "Hearing only \"More\", \"Details\" or \"Download\", screen reader users do not know "
             "what opens. Write it into the link, or at least into the same sentence, list item or "
             "cell; a headline somewhere above does not count."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
