// SPDX-License-Identifier: Apache-2.0
// The alt text of an image in a link or button does not repeat the text beside it. A best practice:
// no success criterion asks for it.
#include "db/base/text.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/a11y/visible_text.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { different, repeated, perhaps };
constexpr std::array<Message, 3> kMessages{{
    {"different",
     {"图片的替代文本没有重复旁边的文字",
      "The alt text says something else than the text beside it"}},
    {"repeated",
     {"图片的替代文本“{}”与旁边的文字相同，读屏软件会读两遍",
      "The alt text \"{}\" is the same as the text beside it: a screen reader says it twice"}},
    {"perhaps",
     {"图片的替代文本“{}”与旁边的文字相同，但文字可能看不到，请核对",
      "The alt text \"{}\" is the same as the text beside it, which may not be shown; check it"},
     {"旁边的文字平时是隐藏的，所以图片需要这个替代文本吗？",
      "Is the text beside it hidden, so that the image needs this alt text?"}},
}};

constexpr std::array<People, 1> kPeople{People::blind};

constexpr int kMaxSteps = 600;  // browsers nest elements 512 deep at most

/// The link or button around the image whose name comes from its content; kNoNode outside of any.
NodeId control_around(A11yTree const &tree, NodeId n) {
  Document const &document = tree.document();
  NodeId at = document.parent(n);
  for (int step = 0; step < kMaxSteps && at.valid() && tree.spend(); ++step) {
    if (tree.role(at) == Role::link || tree.role(at) == Role::button) {
      bool const named = !trimmed(document.attr_or_empty(at, atom::aria_label)).empty() ||
                         document.has_attr(at, atom::aria_labelledby);
      return named ? kNoNode : at;
    }
    at = document.parent(at);
  }
  return kNoNode;
}

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  for (NodeId const n : page.dom().by_tag(atom::img)) {
    if (trimmed(page.dom().attr_or_empty(n, atom::alt)).empty()) continue;
    if (tree.role(n) == Role::img && control_around(tree, n).valid()) {
      targets.add(n, !tree.hidden(n));
    }
  }
}

Verdict expect(Page const &page, NodeId n) {
  A11yTree const &tree = page.a11y();
  std::string alt(trimmed(page.dom().attr_or_empty(n, atom::alt)));
  VisibleText const beside = visible_text(tree, control_around(tree, n));
  if (!ascii_iequals(trimmed(beside.text), alt)) return passed(Msg::different);
  return beside.sure ? failed(Msg::repeated, std::move(alt))
                     : cant_tell(Msg::perhaps, std::move(alt));
}

std::string mend(Page const &page, NodeId n) {
  return with_attr(page, n, "alt", "");
}

}  // namespace

extern Rule const image_alt_not_repeated;
constinit Rule const image_alt_not_repeated{
    .id = "image-alt-not-repeated",
    .act = {},
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"链接和按钮里图片的 alt 不宜重复旁边的文字",
              "The alt text of an image in a link or button should not repeat the text beside it"},
    .help = {"读屏软件会把同样的话读两遍。旁边的文字已经说清楚时，图片写 alt=\"\"。",
             "A screen reader says the same words twice. Where the text beside it says it already, "
             "write alt=\"\" on the image."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
