// SPDX-License-Identifier: Apache-2.0
// The viewport does not keep people from zooming. ACT b4f0c3; WCAG 2.2 SC 1.4.4; GB/T
// 37668 3.2.2.2.
#include "db/base/text.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/text/viewport.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { can_zoom, no_zoom, little_zoom };
constexpr std::array<Message, 3> kMessages{{
    {"can_zoom", {"页面可以放大到两倍或更多", "The page can be zoomed to double size or more"}},
    {"no_zoom",
     {"viewport 设置了 user-scalable={}，用户不能放大页面",
      "The viewport has user-scalable={}, so that people cannot zoom in"}},
    {"little_zoom",
     {"viewport 把放大限制在 {} 倍以内，不到两倍",
      "The viewport limits zooming to {}, which is less than double"}},
}};

constexpr std::array<std::string_view, 1> kAct{"b4f0c3"};
constexpr std::array<std::string_view, 1> kWcag{"1.4.4"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.2.2"};
constexpr std::array<std::string_view, 1> kMiit{"zoom"};

void applicable(Page const &page, Targets &targets) {
  for (NodeId const n : page.dom().by_tag(atom::meta)) {
    if (!ascii_iequals(page.dom().attr_or_empty(n, atom::name), "viewport")) continue;
    MetaViewport const viewport = read_viewport(page.dom().attr_or_empty(n, atom::content));
    if (viewport.user_scalable || viewport.maximum_scale) targets.add(n);
  }
}

Verdict expect(Page const &page, NodeId n) {
  MetaViewport const viewport = read_viewport(page.dom().attr_or_empty(n, atom::content));
  if (viewport.user_scalable && !allows_zoom(*viewport.user_scalable)) {
    return failed(Msg::no_zoom, std::string(*viewport.user_scalable));
  }
  if (viewport.maximum_scale) {
    auto const scale = zoom_limit(*viewport.maximum_scale);
    if (scale && *scale < 2) return failed(Msg::little_zoom, std::string(*viewport.maximum_scale));
  }
  return passed(Msg::can_zoom);
}

/// The content without the two words that limit zooming.
std::string mend(Page const &page, NodeId n) {
  std::string kept;
  std::string_view content = page.dom().attr_or_empty(n, atom::content);
  while (!content.empty()) {
    std::string_view const part = content.substr(0, content.find_first_of(",;"));
    content.remove_prefix(std::min(part.size() + 1, content.size()));
    MetaViewport const limits = read_viewport(part);
    if (trimmed(part).empty() || limits.user_scalable || limits.maximum_scale) continue;
    kept.append(kept.empty() ? "" : ", ").append(trimmed(part));
  }
  if (kept.empty()) kept = "width=device-width, initial-scale=1";
  return with_attr(page, n, "content", kept);
}

}  // namespace

extern Rule const meta_viewport_zoom;
constinit Rule const meta_viewport_zoom{
    .id = "meta-viewport-zoom",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668, .miit = kMiit},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"网页不得禁止用户放大", "A page must not keep people from zooming in"},
    .help = {"视力弱的人在手机上要把页面放大到至少两倍才能看清。请从 <meta name=\"viewport\"> 中"
             "删去 user-scalable=no 和 maximum-scale（或设为 2 以上），写成 "
             "content=\"width=device-width, initial-scale=1\" 即可。",
             "People with low vision need at least double size on a phone. Remove "
             "user-scalable=no and maximum-scale (or set it to 2 or more) from <meta "
             "name=\"viewport\">; content=\"width=device-width, initial-scale=1\" will do."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
