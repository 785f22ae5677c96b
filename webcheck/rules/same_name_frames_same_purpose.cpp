// SPDX-License-Identifier: Apache-2.0
// Frames with one name hold the same. ACT 4b1c6c; WCAG 2.2 SC 4.1.2; GB/T 37668 has no clause for
// it. Equal addresses pass; where they differ a person must say whether they come to the same: one
// question a name. A frame whose own document (srcdoc) holds frames is asked about too.
#include "webcheck/rules/same_name.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { same_target, differ, nested };
constexpr std::array<Message, 3> kMessages{{
    {"same_target",
     {"同名的框架“{}”嵌入的是同一个地址", "The frames named \"{}\" hold one address"}},
    {"differ",
     {"同名的框架可能嵌入不同的内容：“{}”",
      "Frames with one name may hold different things: \"{}\""},
     {"页面上有几个框架名称相同：“{}”。它们嵌入的内容一样，或作用相同吗？",
      "Several frames have one name: \"{}\". Do they hold the same, or what serves the same "
      "purpose?"}},
    {"nested",
     {"框架里面还有框架，名称可能与外面的相同",
      "The frame holds further frames, which may bear the name of one outside"},
     {"这个框架里面的框架，名称都与外面的框架不同，或者嵌入的内容相同，对吗？",
      "Is it true that the frames inside this frame bear other names than those outside, or hold "
      "the same?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"4b1c6c"};
constexpr std::array<std::string_view, 1> kWcag{"4.1.2"};

struct PageAnswers : SameNameAnswers<Msg> {
  explicit PageAnswers(Page const &page) {
    Document const &document = page.dom();
    A11yTree const &tree = page.a11y();
    std::vector<std::string> names;
    std::vector<NamedThing> frames;
    auto const iframes = document.by_tag(atom::iframe);
    names.reserve(iframes.size());
    for (NodeId const n : iframes) {
      if (document.ns(n) != Namespace::html || tree.hidden(n).is_true()) continue;
      auto const srcdoc = document.attr(n, atom::srcdoc);
      if (srcdoc && iframes.size() > 1 &&
          ascii_lower(*srcdoc).find("<iframe") != std::string::npos) {
        add(n, cant_tell(Msg::nested));
      }
      Name name = accessible_name(tree, n);
      if (name.text.empty()) continue;
      names.push_back(std::move(name.text));
      std::string_view const address =
          srcdoc.value_or(trimmed(document.attr_or_empty(n, atom::src)));
      bool const plain = !srcdoc && !ascii_iequals(address.substr(0, 11), "javascript:") &&
                         !address.empty() && !ascii_iequals(address, "about:blank");
      frames.push_back({n, names.back(), address, kRoot, !tree.hidden(n) && name.present, plain});
    }
    compare(frames, Addresses(page), Asking::each_name);
  }
};

}  // namespace

extern Rule const same_name_frames_same_purpose;
constinit Rule const same_name_frames_same_purpose{
    .id = "same-name-frames-same-purpose",
    .act = kAct,
    .basis = {.wcag = kWcag},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"同名的框架必须嵌入同样的内容", "Frames with the same name must hold the same"},
    .help = {"读屏用户靠名称决定进不进一个框架。请给每个 <iframe> 写不同的 title，说出里面是什么。",
             "Screen reader users decide by its name whether to enter a frame. Give every <iframe> "
             "a title of its own that says what is in it."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
