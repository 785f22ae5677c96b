// SPDX-License-Identifier: Apache-2.0
// The viewport lets people zoom to five times the size. Good advice beyond WCAG 2.2 SC 1.4.4, which
// asks for two: less than that is meta-viewport-zoom's matter.
#include "db/base/text.h"
#include "webcheck/rule.h"
#include "webcheck/text/viewport.h"

#include <array>
#include <optional>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { far, limited };
constexpr std::array<Message, 2> kMessages{{
    {"far", {"页面可以放大到五倍或更多", "The page can be zoomed to five times or more"}},
    {"limited",
     {"viewport 把放大限制在 {} 倍以内，视力很弱的人还看不清",
      "The viewport limits zooming to {}, which is too little for people with very low vision"}},
}};
constexpr std::array<People, 1> kPeople{People::low_vision};

std::optional<double> limit_of(Page const &page, NodeId meta) {
  MetaViewport const viewport = read_viewport(page.dom().attr_or_empty(meta, atom::content));
  return viewport.maximum_scale ? zoom_limit(*viewport.maximum_scale) : std::nullopt;
}

void applicable(Page const &page, Targets &targets) {
  for (NodeId const n : page.dom().by_tag(atom::meta)) {
    if (!ascii_iequals(page.dom().attr_or_empty(n, atom::name), "viewport")) continue;
    auto const limit = limit_of(page, n);
    if (limit && *limit >= 2) targets.add(n);
  }
}

Verdict expect(Page const &page, NodeId n) {
  if (*limit_of(page, n) >= 5) return passed(Msg::far);
  MetaViewport const viewport = read_viewport(page.dom().attr_or_empty(n, atom::content));
  return failed(Msg::limited, std::string(*viewport.maximum_scale));
}

}  // namespace

extern Rule const meta_viewport_large_zoom;
constinit Rule const meta_viewport_large_zoom{
    .id = "meta-viewport-large-zoom",
    .act = {},
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"网页应当可以放大到五倍", "A page should let people zoom to five times the size"},
    .help = {"视力很弱的人在手机上要放大三四倍才能看清。请从 <meta name=\"viewport\"> 中删去 "
             "maximum-scale，写成 content=\"width=device-width, initial-scale=1\" 即可。",
             "People with very low vision need three or four times the size on a phone. Remove "
             "maximum-scale from <meta name=\"viewport\">; content=\"width=device-width, "
             "initial-scale=1\" will do."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
