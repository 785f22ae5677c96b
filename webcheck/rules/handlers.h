// SPDX-License-Identifier: Apache-2.0
// Event handlers that stand in attributes (onclick="…"), as far as their text tells what they do.
// Handlers that scripts add are not seen: what is said here is never that there is none.
#pragma once

#include "db/base/text.h"
#include "webcheck/dom/document.h"

#include <span>
#include <string>
#include <string_view>

namespace wza::web {

/// The code without white space, without "javascript:" before it, in lower case: for comparing.
inline std::string bare_code(std::string_view code) {
  std::string out;
  for (char const c : ascii_lower(code)) {
    if (std::string_view(" \t\n\f\r").find(c) == std::string_view::npos) out += c;
  }
  if (out.starts_with("javascript:")) out.erase(0, 11);
  while (out.ends_with(';'))
    out.pop_back();
  return out;
}

/// True for code that plainly does nothing for the user.
inline bool does_nothing(std::string_view code) {
  std::string const bare = bare_code(code);
  for (std::string_view const idle :
       {"", "void(0)", "void0", "returnfalse", "returntrue", "false", "true", "void(null)",
        "event.stoppropagation()", "event.preventdefault()"}) {
    if (bare == idle) return true;
  }
  return false;
}

/// True for code that plainly leaves the page, opens a window or sends a form, whatever else it
/// does. What functions of the page do is not known.
inline bool changes_context(std::string_view code) {
  std::string const bare = bare_code(code);
  for (std::string_view const act : {"window.open(", "location=", "location.href=",
                                     "location.replace(", "location.assign(", ".submit("}) {
    std::size_t const at = bare.find(act);
    if (at == std::string::npos) continue;
    bool const compares = act.ends_with('=') && bare.substr(at + act.size()).starts_with('=');
    if (!compares) return true;
  }
  return false;
}

/// The live elements with that handler, in document order; the names of handlers are no known
/// atoms, so that a page without any costs one look.
inline std::span<NodeId const> with_handler(Document const &document, std::string_view name) {
  Atom const atom = document.find_atom(name);
  return atom == atom::none ? std::span<NodeId const>() : document.with_attr(atom);
}

/// The code of a handler; empty without.
inline std::string_view handler(Document const &document, NodeId n, std::string_view name) {
  Atom const atom = document.find_atom(name);
  return atom == atom::none ? std::string_view() : document.attr_or_empty(n, atom);
}

}  // namespace wza::web
