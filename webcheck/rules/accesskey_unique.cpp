// SPDX-License-Identifier: Apache-2.0
// No two elements of a page share a shortcut key by the accesskey attribute. A best practice: no
// success criterion asks for it. Told of the later one.
#include "db/base/text.h"
#include "webcheck/dom/tokens.h"
#include "webcheck/rule.h"
#include "webcheck/rules/targets.h"

#include <array>
#include <string>
#include <unordered_map>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { unique, repeated };
constexpr std::array<Message, 2> kMessages{{
    {"unique", {"快捷键只用在这一个元素上", "The shortcut key is used for this element alone"}},
    {"repeated",
     {"快捷键“{}”前面的元素已经用过，按下时跳到哪里各浏览器不同",
      "The shortcut key \"{}\" is taken by an earlier element; where it leads differs between "
      "browsers"}},
}};

constexpr std::array<People, 2> kPeople{People::blind, People::motor};

/// The first element that has each key, of those that people get.
struct AccessKeys {
  explicit AccessKeys(Page const &page) {
    Document const &document = page.dom();
    for (NodeId const n : document.with_attr(atom::accesskey)) {
      if (!page.a11y().hidden(n).is_false()) continue;
      each_token(document.attr_or_empty(n, atom::accesskey),
                 [&](std::string_view key) { first.emplace(ascii_lower(key), n); });
    }
  }
  std::unordered_map<std::string, NodeId> first;
};

void applicable(Page const &page, Targets &targets) {
  add_with_attr(page, targets, atom::accesskey, [&page](NodeId n) {
    bool const empty = trimmed(page.dom().attr_or_empty(n, atom::accesskey)).empty();
    return empty ? Trilean(false) : !page.a11y().hidden(n);
  });
}

Verdict expect(Page const &page, NodeId n) {
  auto const &first = page.facts<AccessKeys>().first;
  std::string repeated;
  each_token(page.dom().attr_or_empty(n, atom::accesskey), [&](std::string_view key) {
    auto const found = first.find(ascii_lower(key));
    if (found != first.end() && found->second < n && repeated.empty()) repeated = key;
  });
  return repeated.empty() ? passed(Msg::unique) : failed(Msg::repeated, std::move(repeated));
}

}  // namespace

extern Rule const accesskey_unique;
constinit Rule const accesskey_unique{
    .id = "accesskey-unique",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"快捷键（accesskey）不宜重复", "Shortcut keys (accesskey) should not be repeated"},
    .help = {"同一个快捷键用在几个元素上，有的浏览器只认第一个，有的来回切换，键盘用户到不了想去的"
             "地方。请给每个元素不同的 accesskey，并在页面上写明。",
             "Where several elements share a key, some browsers take the first and others cycle, "
             "so that keyboard users do not get where they want. Give each element an accesskey of "
             "its own, and say on the page which."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
