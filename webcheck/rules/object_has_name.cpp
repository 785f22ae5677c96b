// SPDX-License-Identifier: Apache-2.0
// An <object> that shows an image, sound or video has an accessible name. ACT 8fc3b6; WCAG 2.2 SC
// 1.1.1; GB/T 37668 3.2.1.4. What the object is, its type or the ending of its address tells.
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/targets.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name };
constexpr std::array<Message, 3> kMessages{{
    {"has_name", {"媒体对象的名称是“{}”", "The name of the object is \"{}\""}},
    {"no_name", {"用 object 嵌入的媒体没有名称", "The embedded media object has no name"}},
    {"doubtful_name",
     {"名称只可能来自图标字体，或来自不一定显示的内容，请用读屏软件核对",
      "The name may only come from an icon font or from content that may be hidden; check with a "
      "screen reader"}},
}};

constexpr std::array<std::string_view, 1> kAct{"8fc3b6"};
constexpr std::array<std::string_view, 1> kWcag{"1.1.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.4"};

constexpr std::array<std::string_view, 21> kMediaEndings{
    ".png", ".jpg", ".jpeg", ".gif",  ".webp", ".bmp", ".avif", ".svg", ".mp3", ".wav", ".ogg",
    ".oga", ".m4a", ".aac",  ".flac", ".mp4",  ".m4v", ".webm", ".ogv", ".mov", ".avi"};

bool shows_media(Document const &document, NodeId n) {
  std::string_view data = document.attr_or_empty(n, document.find_atom("data"));
  if (data.empty()) return false;
  std::string const type = ascii_lower(document.attr_or_empty(n, atom::type));
  if (!type.empty()) {
    return type.starts_with("image/") || type.starts_with("audio/") || type.starts_with("video/");
  }
  data = data.substr(0, data.find_first_of("?#"));
  std::string const address = ascii_lower(data);
  return std::ranges::any_of(
      kMediaEndings, [&address](std::string_view ending) { return address.ends_with(ending); });
}

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  for (NodeId const n : page.dom().by_tag(atom::object)) {
    if (!page.dom().is(n, atom::object) || !shows_media(page.dom(), n)) continue;
    bool const own_role = tree.explicit_role(n) != Role::no_role;
    if (own_role && tree.role(n) != tree.implicit_role(n)) continue;
    targets.add(n, tree.included(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  return judge_name<Msg>(page, n);
}

std::string mend(Page const &page, NodeId n) {
  return with_attr(page, n, "aria-label", gap("内容"));
}

}  // namespace

extern Rule const object_has_name;
constinit Rule const object_has_name{
    .id = "object-has-name",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"用 object 嵌入的图片、音频、视频必须有名称",
              "An object that shows an image, sound or video must have a name"},
    .help = {"读屏用户不知道这里是什么内容。请给 <object> 加 aria-label 或 title；写在 <object> "
             "里面的备用内容在媒体能播放时不会读出来。",
             "Screen reader users cannot tell what is here. Give the <object> an aria-label or a "
             "title; what stands inside the <object> is not read out while the media can be "
             "shown."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
