// SPDX-License-Identifier: Apache-2.0
// A CAPTCHA has a form for another sense. GB/T 37668 3.2.1.1; WCAG 2.2 SC 1.1.1; MIIT's items
// captcha_alt and captcha_visual. A CAPTCHA is known by the words of its markup alone, and whether
// what else is offered works is for people: this only asks.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/text/links.h"
#include "webcheck/text/phrases.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { other_way, no_other_way, widget };
constexpr std::array<Message, 3> kMessages{{
    {"other_way",
     {"这里像是图形验证码，旁边似乎提供了语音或短信等方式，请核对",
      "This looks like a CAPTCHA picture, with another way such as sound or a text message beside "
      "it. Check it"},
     {"不看图片，用语音、短信等方式也能通过验证吗？图片能放大到两倍以上吗？",
      "Can it be passed without seeing the picture, by sound or a text message, and can the "
      "picture "
      "be enlarged at least twofold?"}},
    {"no_other_way",
     {"这里像是图形验证码，附近没有找到语音、短信等其他方式",
      "This looks like a CAPTCHA picture, and no other way such as sound or a text message was "
      "found "
      "near it"},
     {"不看图片，用语音、短信等方式也能通过验证吗？图片能放大到两倍以上吗？",
      "Can it be passed without seeing the picture, by sound or a text message, and can the "
      "picture "
      "be enlarged at least twofold?"}},
    {"widget",
     {"这里用了第三方验证组件（{}），请核对它是否有不靠视觉、不靠鼠标的方式",
      "A verification widget of a third party ({}) is used here; check whether it has a way "
      "without "
      "sight and without a mouse"},
     {"看不见、用不了鼠标的人也能通过这个验证吗？",
      "Can people who cannot see or cannot use a mouse pass this verification?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"1.1.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.1"};
constexpr std::array<std::string_view, 2> kMiit{"captcha_alt", "captcha_visual"};

constexpr std::array<std::string_view, 16> kSpoken{
    "captcha",    "验证码",    "校验码",       "yanzhengma", "verifycode", "verify_code",
    "verifyimg",  "validcode", "validatecode", "checkcode",  "authcode",   "randcode",
    "randomcode", "imgcode",   "codeimg",      "vcode"};
constexpr std::array<std::string_view, 4> kNameWords{"yzm", "kaptcha", "captcha", "vcode"};
constexpr std::array<std::string_view, 5> kWidgets{"g-recaptcha", "h-captcha", "cf-turnstile",
                                                   "geetest", "tcaptcha"};
constexpr std::array<std::string_view, 8> kOtherWays{"语音",  "短信",  "听",    "音频",
                                                     "audio", "voice", "sound", "sms"};
constexpr int kClimb = 3;
constexpr std::uint32_t kMaxNodes = 200;

bool hints(std::string_view text) {
  return text.size() < 300 && (says_any(text, kSpoken) || has_name_word(text, kNameWords));
}

bool is_code_picture(Document const &dom, NodeId n) {
  for (Atom const name : {atom::alt, atom::title, atom::id, atom::class_, atom::onclick}) {
    if (hints(dom.attr_or_empty(n, name))) return true;
  }
  std::string_view const src = trimmed(dom.attr_or_empty(n, atom::src));
  return !src.starts_with("data:") && hints(src);
}

std::string_view widget_of(Document const &dom, NodeId n) {
  std::string const classes = ascii_lower(dom.attr_or_empty(n, atom::class_));
  auto const found = std::ranges::find_if(
      kWidgets, [&](std::string_view name) { return classes.find(name) != std::string::npos; });
  return found == kWidgets.end() ? std::string_view() : *found;
}

bool offers_other_way(Document const &dom, NodeId picture) {
  NodeId around = picture;
  for (int i = 0; i < kClimb && dom.parent(around).valid() && !dom.is(around, atom::form); ++i)
    around = dom.parent(around);
  std::uint32_t const end = std::min(dom.subtree_end(around).value, around.value + 1 + kMaxNodes);
  for (NodeId n = around; n.value < end; ++n.value) {
    if (dom.kind(n) == NodeKind::text && says_any(dom.text(n), kOtherWays)) return true;
    if (!dom.is_element(n)) continue;
    if (says_any(dom.attr_or_empty(n, atom::title), kOtherWays) ||
        says_any(dom.attr_or_empty(n, atom::alt), kOtherWays)) {
      return true;
    }
  }
  return false;
}

void applicable(Page const &page, Targets &targets) {
  Document const &dom = page.dom();
  for (Atom const tag : {atom::img, atom::canvas}) {
    for (NodeId const n : dom.by_tag(tag)) {
      if (is_code_picture(dom, n)) targets.add(n, page.a11y().visible(n));
    }
  }
  OncePerBlock once;
  for (Atom const tag : {atom::div, atom::span}) {
    for (NodeId const n : dom.by_tag(tag)) {
      bool const widget = dom.has_attr(n, atom::class_) && !widget_of(dom, n).empty();
      if (widget && once.first(block_of(dom, n))) targets.add(n, page.a11y().visible(n));
    }
  }
}

Verdict expect(Page const &page, NodeId n) {
  if (std::string_view const widget = widget_of(page.dom(), n); !widget.empty()) {
    return cant_tell(Msg::widget, std::string(widget));
  }
  return cant_tell(offers_other_way(page.dom(), n) ? Msg::other_way : Msg::no_other_way);
}

}  // namespace

extern Rule const captcha_for_another_sense;
constinit Rule const captcha_for_another_sense{
    .id = "captcha-for-another-sense",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668, .miit = kMiit},
    .severity = Severity::critical,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"图形验证码要有不靠视觉的替代方式", "A CAPTCHA has a form for another sense"},
    .help = {"只有图片的验证码把看不见、看不清和读写困难的人挡在门外。请提供语音或短信验证码，图片"
             "要能放大两倍"
             "以上；验证码有时限的，请事先说明并允许延长。",
             "A CAPTCHA that is a picture only shuts out people who cannot see it well. Offer a "
             "spoken one or a text message, let the picture grow at least twofold, and where there "
             "is a time limit say so and let it be extended."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
