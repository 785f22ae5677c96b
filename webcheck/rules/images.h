// SPDX-License-Identifier: Apache-2.0
// The pictures of a page for the rules that ask people about them: <img>, <svg> and <canvas> as ACT
// qt1vmo and e88epe have it.
#pragma once

#include "db/base/text.h"
#include "webcheck/a11y/name.h"
#include "webcheck/page.h"
#include "webcheck/rules/scripts.h"
#include "webcheck/text/phrases.h"
#include "webcheck/text/sight.h"

#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

/// The file that an address names; "data:" for data that stand in the page.
inline std::string_view file_of(std::string_view address) {
  address = trimmed(address);
  return ascii_iequals(address.substr(0, 5), "data:") ? "data:" : file_name_of(address);
}

/// The address of an <img>: src, or the first of srcset; empty without.
inline std::string_view source_of_img(Document const &document, NodeId img) {
  std::string_view const src = trimmed(document.attr_or_empty(img, atom::src));
  if (!src.empty()) return src;
  std::string_view const srcset = trimmed(document.attr_or_empty(img, atom::srcset));
  return srcset.substr(0, srcset.find_first_of(" \t\n\f\r"));
}

/// True where a box of known size has no room to show anything: spacers, counting pixels, lines.
inline bool is_speck(ComputedStyle const &style) {
  constexpr float kSpeck = 2;
  auto const small = [](Known<Length> const &size) {
    return size.is_known() && !size.value().is_auto && size.value().percent == 0 &&
           size.value().px <= kSpeck;
  };
  return small(style.width) || small(style.height);
}

struct Picture {
  NodeId node;
  Trilean seen;
  std::string name;       ///< accessible name
  std::string_view file;  ///< of <img>; "svg" and "canvas" for the others
};

/// The pictures that may be seen, but for those in a link, button or other element whose own name
/// stands in attributes and takes the place of all that is in it.
struct Pictures {
  explicit Pictures(Page const &page) {
    Document const &document = page.dom();
    for (NodeId const n : document.by_tag(atom::img)) {
      if (document.ns(n) == Namespace::html) read(page, n, source_of(document, n));
    }
    for (NodeId const n : document.by_tag(atom::svg)) {
      if (document.ns(document.parent(n)) != Namespace::svg && document.first_child(n).valid()) {
        read(page, n, "svg");
      }
    }
    for (NodeId const n : document.by_tag(atom::canvas)) {
      if (page.facts<Scripts>().any()) read(page, n, "canvas");  // nothing else draws on it
    }
  }

  std::vector<Picture> all;  ///< <img>, then <svg>, then <canvas>, each in document order

 private:
  void read(Page const &page, NodeId n, std::string_view file) {
    if (file.empty() || is_in_named(page.a11y(), n)) return;
    Trilean const seen = box_in_sight(page.a11y(), n);
    if (!seen.is_false()) all.push_back({n, seen, accessible_name(page.a11y(), n).text, file});
  }

  /// Empty where no picture can come: no source at all.
  static std::string_view source_of(Document const &document, NodeId img) {
    std::string_view const source = source_of_img(document, img);
    return file_of(source).empty() ? source : file_of(source);
  }

  static bool is_in_named(A11yTree const &tree, NodeId n) {
    Document const &document = tree.document();
    for (NodeId at = document.parent(n); at.valid() && document.is_element(at);
         at = document.parent(at)) {
      if (!tree.spend()) return false;
      bool const named = !trimmed(document.attr_or_empty(at, atom::aria_label)).empty() ||
                         !trimmed(document.attr_or_empty(at, atom::aria_labelledby)).empty();
      RoleInfo const &role = info(tree.role(at));
      if (named &&
          (role.name_from == NameFrom::contents || role.children == Children::presentational)) {
        return true;
      }
    }
    return false;
  }
};

}  // namespace wza::web
