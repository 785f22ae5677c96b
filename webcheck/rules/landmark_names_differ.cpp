// SPDX-License-Identifier: Apache-2.0
// Landmarks with the same role have different names (ARIA Authoring Practices Guide, "Landmark
// Regions"). Good advice; no clause demands it. The target is the first of those that are alike.
// banner, main and contentinfo should not be repeated at all: landmark-not-repeated.
#include "db/base/text.h"
#include "webcheck/a11y/landmarks.h"
#include "webcheck/a11y/name.h"
#include "webcheck/rule.h"

#include <array>
#include <map>
#include <string>
#include <utility>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { differs, no_names, same_name, perhaps };
constexpr std::array<Message, 4> kMessages{{
    {"differs", {"没有同类又同名的地标（{}）", "No other landmark has this role and name ({})"}},
    {"no_names",
     {"同类地标不止一个，却都没有名称：{}，读屏用户分不清",
      "There is more than one landmark of a kind, and they have no names: {}. Screen reader users "
      "cannot tell them apart"}},
    {"same_name",
     {"同类地标不止一个，名称却相同：{}，读屏用户分不清",
      "There is more than one landmark of a kind with the same name: {}. Screen reader users "
      "cannot "
      "tell them apart"}},
    {"perhaps",
     {"同类地标的名称可能相同：{}；有的不一定显示，请核对",
      "Landmarks of a kind may have the same name: {}; some may be hidden. Check it"},
     {"在使用时，这些同类地标的名称是否各不相同，或只有一个（{}）？",
      "In use, do these landmarks have different names, or is there one only ({})?"}},
}};
constexpr std::array<People, 1> kPeople{People::blind};

/// Landmarks alike in role and name.
struct Alike {
  NodeId first = kNoNode;
  std::size_t all = 0, sure = 0;
  std::string detail;  ///< "navigation “快速通道”"
  bool named = false;
};

class AlikeLandmarks {
 public:
  explicit AlikeLandmarks(Page const &page) {
    for (Landmark const &each : page.facts<Landmarks>().all())
      note(page, each);
  }
  std::map<NodeId, Alike> const &by_first() const { return m_by_first; }

 private:
  void note(Page const &page, Landmark const &landmark) {
    Role const role = landmark.role;
    if (role == Role::banner || role == Role::main || role == Role::contentinfo) return;
    Name const name = accessible_name(page.a11y(), landmark.node);
    // without a name, browsers take these two for no landmark
    bool const needs_name = role == Role::region || role == Role::form;
    if (needs_name && !name.present.is_true()) return;
    NodeId const first =
        m_first.emplace(std::pair(role, ascii_lower(name.text)), landmark.node).first->second;
    Alike &alike = m_by_first[first];
    if (alike.all++ == 0) {
      alike.detail = info(role).name;
      alike.named = !name.text.empty();
      if (alike.named) alike.detail += " “" + name.text + "”";
    }
    if (landmark.included.is_true() && !name.present.is_unknown()) ++alike.sure;
  }

  std::map<std::pair<Role, std::string>, NodeId> m_first;
  std::map<NodeId, Alike> m_by_first;
};

void applicable(Page const &page, Targets &targets) {
  for (auto const &[first, alike] : page.facts<AlikeLandmarks>().by_first())
    targets.add(first);
}

Verdict expect(Page const &page, NodeId n) {
  Alike const &alike = page.facts<AlikeLandmarks>().by_first().at(n);
  if (alike.all == 1) return passed(Msg::differs, alike.detail);
  std::size_t const count = alike.sure > 1 ? alike.sure : alike.all;
  std::string detail = alike.detail + " × " + std::to_string(count);
  if (alike.sure < 2) return cant_tell(Msg::perhaps, std::move(detail));
  return failed(alike.named ? Msg::same_name : Msg::no_names, std::move(detail));
}

}  // namespace

extern Rule const landmark_names_differ;
constinit Rule const landmark_names_differ{
    .id = "landmark-names-differ",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"同类地标的名称要各不相同",
              "Landmarks with the same role should have different names"},
    .help =
        {"读屏软件把地标列成清单：两个都叫“导航”，用户只能一个一个试。请用 aria-label 说明各是"
         "什么，如 <nav aria-label=\"主菜单\">、<nav aria-label=\"当前位置\">；名称里不必"
         "再写“导航”，读屏软件会自己加上。",
         "A screen reader lists the landmarks; with two that are both just \"navigation\", users "
         "have to try each. Say with aria-label what each is for, such as <nav "
         "aria-label=\"Main\"> and <nav aria-label=\"Breadcrumb\">; the screen reader adds "
         "\"navigation\" by itself."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
