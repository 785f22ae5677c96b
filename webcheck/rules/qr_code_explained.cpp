// SPDX-License-Identifier: Apache-2.0
// What a QR code is for can be had without scanning it. WCAG 2.2 SC 1.1.1; GB/T 37668 3.2.1.4. A
// QR code is known by the words of its file, class, id, alt or title alone, and what stands around
// it is for people to judge: this only asks.
#include "webcheck/a11y/name.h"
#include "webcheck/rule.h"
#include "webcheck/text/links.h"
#include "webcheck/text/phrases.h"

#include <array>
#include <optional>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { named, unnamed };
constexpr std::array<Message, 2> kMessages{{
    {"named",
     {"这里有二维码（“{}”）。看不见或不会扫码的人，要能从旁边的文字或链接得到同样的东西",
      "There is a QR code (\"{}\"). Who cannot see or scan it must get the same from text or a "
      "link "
      "beside it"},
     {"不扫“{}”，能否从旁边的文字或链接知道它通向哪里，并同样到达？",
      "Without scanning \"{}\": does text or a link beside it say where it leads and lead there?"}},
    {"unnamed",
     {"这里像是二维码，却没有说明它是什么。看不见或不会扫码的人无从知道它通向哪里",
      "This looks like a QR code, and nothing in it says what it is. Who cannot see or scan it "
      "cannot know where it leads"},
     {"不扫这个二维码，能否从旁边的文字或链接知道它通向哪里，并同样到达？",
      "Without scanning this QR code: does text or a link beside it say where it leads and lead "
      "there?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"1.1.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.4"};

constexpr std::array<std::string_view, 6> kSpoken{"二维码",  "qrcode",  "qr code",
                                                  "qr_code", "qr-code", "erweima"};
constexpr std::array<std::string_view, 4> kNameWords{"ewm", "qr", "qrcode", "erweima"};
/// Smaller ones are icons that open a QR code.
constexpr float kSmallest = 48;

bool hints(std::string_view text) {
  return says_any(text, kSpoken) || has_name_word(text, kNameWords);
}

bool is_small(Page const &page, NodeId n) {
  if (page.styles().empty()) return false;
  Known<Length> const &width = page.styles()[n].width;
  return width.is_known() && !width.value().is_auto && width.value().percent == 0 &&
         width.value().px < kSmallest;
}

bool is_qr_code(Document const &dom, NodeId n) {
  for (Atom const name : {atom::alt, atom::title, atom::class_, atom::id}) {
    if (hints(dom.attr_or_empty(n, name))) return true;
  }
  std::string_view const src = trimmed(dom.attr_or_empty(n, atom::src));
  return !src.starts_with("data:") && hints(file_name_of(src));
}

void applicable(Page const &page, Targets &targets) {
  OncePerBlock once;
  for (NodeId const n : page.dom().by_tag(atom::img)) {
    Trilean const visible = page.a11y().visible(n);
    if (visible.is_false() || !is_qr_code(page.dom(), n) || is_small(page, n)) continue;
    if (once.first(block_of(page.dom(), n))) targets.add(n, visible);
  }
}

Verdict expect(Page const &page, NodeId n) {
  std::string name = accessible_name(page.a11y(), n).text;
  return name.empty() ? cant_tell(Msg::unnamed) : cant_tell(Msg::named, std::move(name));
}

}  // namespace

extern Rule const qr_code_explained;
constinit Rule const qr_code_explained{
    .id = "qr-code-explained",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"二维码旁边要有文字或链接，不扫码也能到达",
              "Beside a QR code, text or a link leads to the same place"},
    .help = {"看不见的人、手抖的人、没有智能手机的人，以及正在用手机看网页的人都扫不了二维码。请在"
             "旁边写明它是什么"
             "（例如公众号名称），并给出能点开的链接；图片的 alt 写“××微信公众号二维码”。",
             "People who cannot see, whose hands shake, who have no smartphone or who are reading "
             "this on one cannot scan a QR code. Say beside it what it is (such as the name of the "
             "account), give a link that leads there, and name it in the alt."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
