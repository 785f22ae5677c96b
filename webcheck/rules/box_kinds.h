// SPDX-License-Identifier: Apache-2.0
// Boxes that are alike (element and classes) counted together, so that a list of a hundred items is
// one question.
#pragma once

#include "db/base/known.h"
#include "webcheck/dom/document.h"
#include "webcheck/rules/answers.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace wza::web {

struct BoxKind {
  NodeId first;
  Trilean applies = false;
  std::string name;  ///< "div.list"
  std::size_t count = 0;

  /// "div.list × 3"
  std::string text() const { return count == 1 ? name : name + " × " + std::to_string(count); }
};

class BoxKinds {
 public:
  void add(Document const &document, NodeId n, Trilean applies) {
    std::string name(document.tag_name(n));
    std::string_view const classes = trimmed(document.attr_or_empty(n, atom::class_));
    if (!classes.empty()) name.append(".").append(classes);
    auto const [at, fresh] = m_by_name.try_emplace(name, m_kinds.size());
    if (fresh) m_kinds.push_back({n, applies, shortened(name, 60), 0});
    BoxKind &kind = m_kinds[at->second];
    kind.applies = kind.applies || applies;
    ++kind.count;
  }
  /// In the order of their first boxes.
  std::vector<BoxKind> const &all() const { return m_kinds; }

 private:
  std::vector<BoxKind> m_kinds;
  std::unordered_map<std::string, std::size_t> m_by_name;
};

}  // namespace wza::web
