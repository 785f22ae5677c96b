// SPDX-License-Identifier: Apache-2.0
// One run of the text alternative computation (accname 1.2, section 4.3). Internal to a11y; callers
// want name.h and description.h. Bounded three ways against pages made to hang it: depth, nested
// references, and the tree's budget of steps. What is cut off is doubtful, never absent.
#pragma once

#include "webcheck/a11y/flat_text.h"
#include "webcheck/a11y/tree.h"

#include <optional>
#include <string_view>
#include <vector>

namespace wza::web {

/// `first`, or `rest()` where there is nothing in it; both where `first` is doubtful.
template <class Rest>
FlatText first_of(FlatText first, Rest rest) {
  if (first.present().is_true()) return first;
  FlatText second = rest();
  if (first.present().is_false()) return second;
  first.append_space();
  first.append(second);
  return first;
}

class NameComputer {
 public:
  explicit NameComputer(A11yTree const &tree);

  FlatText name(NodeId root);
  FlatText description(NodeId root);

 private:
  /// How the computation came to a node.
  struct Way {
    bool by_reference = false;  ///< part of an aria-labelledby or aria-describedby traversal
    bool by_label = false;      ///< part of a native label, caption, legend, title
    bool is_root = true;        ///< the element whose name is wanted, or that a reference names
    bool hidden_root = false;   ///< the traversal began at a hidden node, so hidden ones count
    bool describing = false;    ///< for a description: no aria-labelledby of the root
  };

  FlatText compute(NodeId n, Way way);
  FlatText compute_element(NodeId n, Way way);
  FlatText referenced(NodeId n, Atom attribute, Way way);
  FlatText content(NodeId n, Way way);
  void append_child(FlatText &out, NodeId n, Way way);
  void append_generated(FlatText &out, GeneratedContent const *generated) const;
  bool names_from_content(NodeId n, Way way) const;
  bool stands_apart(NodeId n) const;

  // native_name.cpp: HTML-AAM 1.0 section 4.1, SVG-AAM 1.0 section 8
  FlatText embedded_value(NodeId n);
  bool has_embedded_value(NodeId n) const;
  FlatText native(NodeId n, Way way);
  FlatText of_labels(NodeId n, Way way);
  FlatText of_first_child(NodeId n, Atom tag, Way way);
  FlatText of_button_input(NodeId n, Way way);
  FlatText placeholder(NodeId n) const;
  FlatText chosen_options(NodeId n);
  FlatText tooltip(NodeId n) const;

  // description.cpp: what HTML-AAM and SVG-AAM describe an element with
  FlatText native_description(NodeId n);

  FlatText attribute(NodeId n, Atom name) const {
    return FlatText(m_document.attr_or_empty(n, name));
  }

  A11yTree const &m_tree;
  Document const &m_document;
  NodeId m_wanted = kNoNode;   ///< the element whose name is wanted
  std::vector<NodeId> m_path;  ///< where references led to on the way here
  int m_depth = 0;
};

}  // namespace wza::web
