// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/spoken.h"

#include "db/base/text.h"
#include "webcheck/a11y/name.h"
#include "webcheck/a11y/tree.h"

#include <algorithm>
#include <vector>

namespace wza::web {
namespace {

constexpr std::size_t kMostBytes = 64 * 1024;  // of one language: enough to tell it

/// Content that is no human language, or no running text.
bool is_no_text(Document const &document, NodeId n) {
  constexpr Atom kTags[] = {atom::code,     atom::kbd,    atom::samp, atom::var, atom::pre,
                            atom::textarea, atom::select, atom::math, atom::svg};
  return std::ranges::find(kTags, document.tag(n)) != std::end(kTags);
}

bool is_address(std::string_view word) {
  return word.find("://") != std::string_view::npos || word.find('@') != std::string_view::npos ||
         word.starts_with("www.");
}

class Collector {
 public:
  explicit Collector(Page const &page, std::unordered_map<std::uint32_t, std::string> &out)
      : m_tree(page.a11y()), m_document(page.dom()), m_out(out) {}

  void collect() {
    std::vector<NodeId> owners(m_document.size(), kNoNode);
    for (NodeId n{1}; n.value < m_document.size();) {
      NodeId const up = m_document.parent(n);
      owners[n.value] = up.valid() ? owners[up.value] : kNoNode;
      if (m_document.is_element(n) && !m_document.attr_or_empty(n, atom::lang).empty())
        owners[n.value] = n;
      bool const whole = m_document.is_element(n) && is_no_text(m_document, n);
      if (owners[n.value].valid() && !whole) take(n, m_out[owners[n.value].value]);
      n = whole ? m_document.subtree_end(n) : NodeId{n.value + 1};
    }
  }

 private:
  void take(NodeId n, std::string &out) {
    if (out.size() >= kMostBytes) return;
    if (m_document.kind(n) == NodeKind::text) {
      bool const title = m_document.is(m_document.parent(n), atom::title);
      if (title || !m_tree.visible(n).is_false()) add(m_document.text(n), out);
      return;
    }
    if (!m_document.is_element(n) || m_tree.hidden(n).is_true()) return;
    if (m_document.has_attr(n, atom::aria_labelledby)) add(accessible_name(m_tree, n).text, out);
    for (Atom const name : {atom::alt, atom::aria_label, atom::title, atom::placeholder})
      add(m_document.attr_or_empty(n, name), out);
  }

  static void add(std::string_view text, std::string &out) {
    constexpr std::string_view kBlanks = " \t\n\f\r";
    for (std::size_t at = text.find_first_not_of(kBlanks); at != std::string_view::npos;
         at = text.find_first_not_of(kBlanks, at)) {
      std::size_t const end = std::min(text.find_first_of(kBlanks, at), text.size());
      std::string_view const word = text.substr(at, end - at);
      if (!is_address(word)) out.append(word).append(" ");
      at = end;
    }
  }

  A11yTree const &m_tree;
  Document const &m_document;
  std::unordered_map<std::uint32_t, std::string> &m_out;
};

}  // namespace

SpokenTexts::SpokenTexts(Page const &page) {
  Collector(page, m_texts).collect();
}

std::string const &SpokenTexts::of(NodeId element) const {
  static std::string const none;
  auto const found = m_texts.find(element.value);
  return found == m_texts.end() ? none : found->second;
}

}  // namespace wza::web
