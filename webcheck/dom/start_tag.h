// SPDX-License-Identifier: Apache-2.0
// A start tag as it stands in the source, split as the tokenizer splits it (HTML, sections
// 13.2.5.32 to 13.2.5.40), so that one attribute can be changed and all else stays as it was
// written.
#pragma once

#include "webcheck/dom/document.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

class StartTag {
 public:
  /// The tag of that element; of one that the parser made up "<name>".
  StartTag(Document const &document, NodeId element);
  /// `tag` begins with "<" and a name, and ends with ">".
  explicit StartTag(std::string tag);

  /// Gives the attribute that value, in the place of its first occurrence or behind the others, and
  /// takes out further ones of the name. ASCII case of names is ignored.
  StartTag &set(std::string_view name, std::string_view value);
  /// Takes out every attribute of that name.
  StartTag &remove(std::string_view name);
  /// Renames the first attribute of that name and leaves its value.
  StartTag &rename(std::string_view name, std::string_view to);

  std::string const &str() const { return m_tag; }

 private:
  struct Span {
    std::size_t begin = 0, name_end = 0, end = 0;  ///< in m_tag; from the name to the value's end
  };
  void split();
  std::string_view name_of(Span const &span) const;
  void erase(Span const &span);

  std::string m_tag;
  std::size_t m_name_end = 0;  ///< of the element's name
  std::vector<Span> m_attributes;
};

}  // namespace wza::web
