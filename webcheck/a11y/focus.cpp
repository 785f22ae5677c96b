// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/focus.h"

#include "db/base/text.h"

#include <charconv>

namespace wza::web {
namespace {

bool is_editing_host(Document const &document, NodeId n) {
  auto const value = document.attr(n, atom::contenteditable);
  return value && !ascii_iequals(*value, "false") && !ascii_iequals(*value, "inherit");
}

bool is_focusable_natively(Document const &document, NodeId n, FocusContext context) {
  if (document.tag(n) == atom::a || document.is(n, atom::area)) {
    return document.has_attr(n, atom::href) || document.has_attr(n, atom::xlink_href);
  }
  if (document.is(n, atom::input)) {
    return !context.disabled && !ascii_iequals(document.attr_or_empty(n, atom::type), "hidden");
  }
  if (is_form_control(document, n)) return !context.disabled;
  if (document.is(n, atom::summary)) return context.details_button;
  if (document.is(n, atom::iframe) || document.is(n, atom::frame)) return true;
  if (document.is(n, atom::audio) || document.is(n, atom::video)) {
    return document.has_attr(n, atom::controls);
  }
  return is_editing_host(document, n);
}

}  // namespace

std::optional<long> tabindex(Document const &document, NodeId n) {
  // HTML, section 2.3.4.1: blanks, a sign, digits; what follows does not matter.
  std::string_view text = document.attr_or_empty(n, atom::tabindex);
  std::size_t const start = text.find_first_not_of(" \t\n\f\r");
  if (start == std::string_view::npos) return std::nullopt;
  text.remove_prefix(start);
  if (text.front() == '+') text.remove_prefix(1);
  long value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  return value;
}

bool is_form_control(Document const &document, NodeId n) {
  return document.is(n, atom::button) || document.is(n, atom::input) ||
         document.is(n, atom::select) || document.is(n, atom::textarea);
}

bool has_disabled(Document const &document, NodeId n) {
  return is_form_control(document, n) && document.has_attr(n, atom::disabled);
}

bool is_focusable_by_markup(Document const &document, NodeId n, FocusContext context) {
  if (context.disabled) return false;
  return tabindex(document, n).has_value() || is_focusable_natively(document, n, context);
}

Trilean is_tab_stop_by_markup(Document const &document, NodeId n, FocusContext context) {
  if (!is_focusable_by_markup(document, n, context)) return false;
  if (auto const index = tabindex(document, n)) return *index >= 0;
  if (document.is(n, atom::iframe) || document.is(n, atom::frame)) return Trilean::unknown();
  return true;
}

}  // namespace wza::web
