// SPDX-License-Identifier: Apache-2.0
// Different people can reach those who run the site: by voice and in writing. GB/T 37668 3.5.2.1.
// Ways are known by links and words; where only one is found, or a picture alone, this asks.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/whole_page.h"
#include "webcheck/text/links.h"
#include "webcheck/text/phrases.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { both, voice_only, writing_only, picture_only };
constexpr std::array<Message, 4> kMessages{{
    {"both",
     {"页面上既有电话，也有邮箱、留言一类的书面联系方式",
      "The page gives a telephone number and a way to write"}},
    {"voice_only",
     {"页面上只找到电话，没有找到邮箱、留言等书面联系方式；听不见或说话不便的人打不了电话",
      "Only a telephone number was found on the page, and no way to write; who cannot hear or "
      "speak "
      "cannot call"},
     {"听不见或说话不便的人，能用邮件、留言等书面方式联系你们吗？",
      "Can people who cannot hear or speak reach you in writing?"}},
    {"writing_only",
     {"页面上只找到书面联系方式，没有找到电话；读写困难的人需要能打电话",
      "Only a way to write was found on the page, and no telephone number; people who find it hard "
      "to read or write need one"},
     {"读写困难的人能打电话联系你们吗？",
      "Can people who find it hard to read and write call you?"}},
    {"picture_only",
     {"联系方式像是只在图片里，读屏用户读不到，也不能复制",
      "How to get in touch seems to stand in a picture alone, which cannot be read out or copied"},
     {"联系方式是否也用文字写出，并且不止一种？",
      "Are the ways to get in touch written as text too, and more than one?"}},
}};

constexpr std::array<std::string_view, 1> kGbt37668{"3.5.2.1"};
constexpr std::array kPeople{People::deaf, People::cognitive, People::blind};
constexpr std::array<std::string_view, 4> kVoice{"电话", "热线", "座机", "12345"};
constexpr std::array<std::string_view, 9> kWriting{"邮箱", "信箱",     "留言",    "邮件",  "纠错",
                                                   "意见", "在线咨询", "contact", "e-mail"};
constexpr std::array<std::string_view, 6> kPictures{"contact", "tel",     "phone",
                                                    "lianxi",  "dianhua", "lxwm"};

/// Ways to get in touch that the page shows.
struct ContactWays {
  bool voice = false, writing = false, picture = false;

  explicit ContactWays(Page const &page) {
    look_at_links(page);
    look_at_text(page);
    for (NodeId const n : page.dom().by_tag(atom::img)) {
      std::string_view const file = file_name_of(page.dom().attr_or_empty(n, atom::src));
      picture = picture || has_name_word(file, kPictures);
    }
  }
  bool none() const { return !voice && !writing && !picture; }

 private:
  void look_at_links(Page const &page) {
    for (Link const &link : page.facts<Links>().all()) {
      voice = voice || link.address.starts_with("tel:");
      writing = writing || link.address.starts_with("mailto:") ||
                (link.text.size() < 40 && says_any(link.text, kWriting));
    }
  }
  void look_at_text(Page const &page) {
    Document const &dom = page.dom();
    if (!holds_any(dom.source(), kVoice)) return;
    for (NodeId n{1}; n.value < dom.size() && !voice; ++n.value) {
      voice = dom.kind(n) == NodeKind::text && dom.text(n).size() < 400 &&
              holds_any(dom.text(n), kVoice) && page.a11y().visible(n).is_true();
    }
  }
};

void applicable(Page const &page, Targets &targets) {
  if (!page.facts<ContactWays>().none()) add_whole_page(page, targets);
}

Verdict expect(Page const &page, NodeId /*n*/) {
  ContactWays const &ways = page.facts<ContactWays>();
  if (ways.voice && ways.writing) return passed(Msg::both);
  if (ways.voice) return cant_tell(Msg::voice_only);
  return cant_tell(ways.writing ? Msg::writing_only : Msg::picture_only);
}

}  // namespace

extern Rule const contact_in_several_ways;
constinit Rule const contact_in_several_ways{
    .id = "contact-in-several-ways",
    .act = {},
    .basis = {.wcag = {}, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .people = kPeople,
    .title = {"反馈和联络方式要让不同的人都能用",
              "Different people can reach those who run the site"},
    .help = {"听不见的人打不了电话，读写困难的人写不了邮件。请同时给出电话和邮箱（或留言），用文字"
             "写出来并做成链接，"
             "不要只放图片或二维码。",
             "Who cannot hear cannot call; who finds it hard to write sends no mail. Give both a "
             "telephone number and an address or form to write to, as text and links, not in a "
             "picture or QR code alone."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
