// SPDX-License-Identifier: Apache-2.0
// What code a page brings with it: <script>, event handler attributes, javascript: addresses, and
// the documents and plug-ins that are embedded and bring their own. Nothing is run. Code that
// stands in the page can be searched for the names of what it listens to; other code is unseen.
#pragma once

#include "db/base/text.h"
#include "webcheck/a11y/scripted.h"
#include "webcheck/page.h"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

class Scripts {
 public:
  explicit Scripts(Page const &page) : m_document(page.dom()) {
    read_elements();
    read_attributes();
    m_unseen = m_unseen || !first_of({"script", "import", "eval"}).empty();
  }

  /// Whether any code of the page's own may run.
  bool any() const { return m_unseen || !m_code.empty(); }
  /// Whether some of that code does not stand in the page: it is linked, or other code may load it.
  bool unseen() const { return m_unseen; }
  /// Whether documents or plug-ins are embedded, which may bring code of their own.
  bool embeds() const { return m_embeds; }

  /// Whether an attribute handles keys of an element that holds others, such as <body onkeydown>:
  /// the keys come to it whatever has the focus.
  bool handles_keys() const { return m_handles_keys; }

  /// The first of `words` that the code in the page holds; empty where there is none.
  std::string_view first_of(std::initializer_list<std::string_view> words) const {
    for (std::string_view const word : words) {
      std::boyer_moore_horspool_searcher const searcher(word.begin(), word.end());
      for (std::string_view const code : m_code) {
        if (std::search(code.begin(), code.end(), searcher) != code.end()) return word;
      }
    }
    return {};
  }

 private:
  void read_elements() {
    for (NodeId const script : m_document.by_tag(atom::script)) {
      if (!is_run(m_document, script)) continue;
      bool const linked = m_document.has_attr(script, atom::src) ||
                          m_document.has_attr(script, atom::href) ||
                          m_document.has_attr(script, atom::xlink_href);
      m_unseen = m_unseen || linked;
      NodeId const text = m_document.first_child(script);
      if (!linked && text.valid()) add(m_document.text(text));
    }
    for (Atom const tag : {atom::iframe, atom::frame, atom::object, atom::embed, atom::applet})
      m_embeds = m_embeds || !m_document.by_tag(tag).empty();
  }

  void read_attributes() {
    for (NodeId const n : m_document.elements()) {
      for (Attribute const &attribute : m_document.attributes(n)) {
        if (is_handler(attribute.name)) {
          add(attribute.value);
          bool const key = m_document.name(attribute.name).starts_with("onkey");
          m_handles_keys = m_handles_keys || (key && m_document.first_child(n).valid());
        } else if (is_script_address(attribute.value)) {
          add(attribute.value);
        }
      }
    }
  }

  void add(std::string_view code) {
    if (code = trimmed(code); !code.empty()) m_code.push_back(code);
  }

  bool is_handler(Atom name) {
    if (name.value >= m_handlers.size()) m_handlers.resize(name.value + 1, Handler::unasked);
    Handler &known = m_handlers[name.value];
    if (known == Handler::unasked) {
      std::string_view const text = m_document.name(name);
      known =
          text.size() > 2 && ascii_iequals(text.substr(0, 2), "on") ? Handler::yes : Handler::no;
    }
    return known == Handler::yes;
  }

  static bool is_script_address(std::string_view value) {
    constexpr std::string_view kScheme = "javascript:";
    if (value.size() < kScheme.size()) return false;
    value = trimmed(value.substr(0, 64));
    return ascii_iequals(value.substr(0, kScheme.size()), kScheme);
  }

  enum class Handler : std::uint8_t { unasked, yes, no };

  Document const &m_document;
  std::vector<std::string_view> m_code;
  std::vector<Handler> m_handlers;  ///< by attribute name
  bool m_unseen = false;
  bool m_embeds = false;
  bool m_handles_keys = false;
};

}  // namespace wza::web
