// SPDX-License-Identifier: Apache-2.0
// Groups of elements that bear one name: where all lead to one address they pass, else a person is
// asked once a group, at its first element, or once a page. For ACT b20e66, fd3a94 and 4b1c6c;
// names match without regard to case and white space ("matching characters").
#pragma once

#include "webcheck/rules/answers.h"
#include "webcheck/rules/link_context.h"
#include "webcheck/rules/named_links.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace wza::web {

/// One of the elements that are compared.
struct NamedThing {
  NodeId node;
  std::string_view name;
  std::string_view address;  ///< as written
  NodeId context{0};         ///< only those of one context are compared
  Trilean applies = true;    ///< whether it is one of them at all
  bool plain = true;         ///< whether its address alone tells where it leads
};

/// As ACT's "matching characters" has it: names that differ in case and white space alone are
/// equal.
inline std::string matching(std::string_view name) {
  return ascii_lower(folded_text(name, name.size()));
}

/// The links of a page; with their contexts where those are asked for.
inline std::vector<NamedThing> same_name_links(Page const &page, bool in_context) {
  auto const &links = page.facts<NamedLinks>().all;
  std::unordered_map<std::string, std::size_t> bearers;
  if (in_context) {
    for (NamedLink const &link : links)
      ++bearers[matching(link.name)];
  }
  std::vector<NamedThing> things;
  for (NamedLink const &link : links) {
    bool const alone = in_context && bearers[matching(link.name)] == 1;
    if (alone) continue;
    NodeId const context = in_context ? telling_context(page, link.node) : kRoot;
    things.push_back({link.node, link.name, link.address, context, link.included, link.plain});
  }
  return things;
}

/// How the questions are put.
enum class Asking : std::uint8_t { each_name, whole_page };

/// Answers of rules whose `Msg` has the messages same_target and differ.
template <class Msg>
class SameNameAnswers : public Answers {
 protected:
  void compare(std::vector<NamedThing> const &things, Addresses const &addresses, Asking asking) {
    std::unordered_map<std::string, Group> groups;
    std::vector<Group const *> in_order;
    for (NamedThing const &thing : things) {
      std::string name = matching(thing.name);
      name.append(1, '\0').append(std::to_string(thing.context.value));
      Group &group = groups[std::move(name)];
      if (group.empty()) in_order.push_back(&group);
      group.push_back(&thing);
    }
    Together together;
    for (Group const *group : in_order) {
      if (group->size() > 1) judge(*group, addresses, asking, together);
    }
    if (together.first.valid()) {
      add(together.first, cant_tell(Msg::differ, together.names.text()), together.applies);
    }
  }

 private:
  using Group = std::vector<NamedThing const *>;
  /// What one question for all of the page is about.
  struct Together {
    NodeId first = kNoNode;
    Trilean applies = false;
    Listing names{};
  };

  void judge(Group const &group, Addresses const &addresses, Asking asking, Together &together) {
    std::unordered_set<std::string_view> written;
    bool plain = true;
    Trilean applies = true;
    for (NamedThing const *thing : group) {
      written.insert(thing->address);
      plain = plain && thing->plain;
      applies = applies && thing->applies;
    }
    NamedThing const &first = *group.front();
    if (plain && lead_to_one(written, addresses)) {
      add(first.node, passed(Msg::same_target, shortened(first.name, 90)), applies);
    } else if (asking == Asking::each_name) {
      add(first.node,
          cant_tell(Msg::differ, shortened(first.name, 90) + " × " + std::to_string(group.size())),
          applies);
    } else {
      together.first = std::min(together.first, first.node);
      together.applies = together.applies || applies;
      for (std::size_t i = 0; i < group.size(); ++i)
        together.names.add(first.name);
    }
  }

  static bool lead_to_one(std::unordered_set<std::string_view> const &written,
                          Addresses const &addresses) {
    std::unordered_set<std::string> resolved;
    if (written.size() > 1) {
      for (std::string_view const address : written)
        resolved.insert(addresses.key(address));
    }
    return resolved.size() <= 1;
  }
};

}  // namespace wza::web
