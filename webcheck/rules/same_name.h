// SPDX-License-Identifier: Apache-2.0
// Groups of elements that bear one name: where all lead to one address they pass, else a person is
// asked once a group, at its first element. For ACT b20e66, fd3a94 and 4b1c6c; names match without
// regard to case and white space ("matching characters").
#pragma once

#include "webcheck/rules/answers.h"
#include "webcheck/rules/link_context.h"
#include "webcheck/rules/named_links.h"

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
  return ascii_lower(folded(name));
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

/// Answers of rules whose `Msg` has the messages same_target and differ.
template <class Msg>
class SameNameAnswers : public Answers {
 protected:
  void compare(std::vector<NamedThing> const &things, Addresses const &addresses) {
    std::unordered_map<std::string, std::vector<NamedThing const *>> groups;
    std::vector<std::vector<NamedThing const *> const *> in_order;
    for (NamedThing const &thing : things) {
      std::string name = matching(thing.name);
      name.append(1, '\0').append(std::to_string(thing.context.value));
      auto &group = groups[std::move(name)];
      if (group.empty()) in_order.push_back(&group);
      group.push_back(&thing);
    }
    for (auto const *group : in_order) {
      if (group->size() > 1) judge(*group, addresses);
    }
  }

 private:
  void judge(std::vector<NamedThing const *> const &group, Addresses const &addresses) {
    std::unordered_set<std::string_view> written;
    bool plain = true;
    Trilean applies = true;
    for (NamedThing const *thing : group) {
      written.insert(thing->address);
      plain = plain && thing->plain;
      applies = applies && thing->applies;
    }
    std::size_t targets = written.size();
    if (targets > 1) {
      std::unordered_set<std::string> resolved;
      for (std::string_view const address : written)
        resolved.insert(addresses.key(address));
      targets = resolved.size();
    }
    NamedThing const &first = *group.front();
    std::string detail = shortened(first.name, 90);
    if (targets == 1 && plain) {
      add(first.node, passed(Msg::same_target, std::move(detail)), applies);
      return;
    }
    std::string const many = plain ? std::to_string(targets) : "?";
    detail += ": " + std::to_string(group.size()) + " → " + many;
    add(first.node, cant_tell(Msg::differ, std::move(detail)), applies);
  }
};

}  // namespace wza::web
