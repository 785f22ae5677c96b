// https://www.w3.org/TR/wai-aria-1.2/#state_prop_def
// SPDX-License-Identifier: Apache-2.0
// The states and properties of WAI-ARIA 1.2 with the type of their values (section 6.3), and those
// that the WAI-ARIA 1.3 draft adds (https://w3c.github.io/aria/).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace wza::web {

/// Each is the attribute of that name with "aria-" before it.
enum class AriaAttribute : std::uint8_t {
  activedescendant,
  atomic,
  autocomplete,
  braillelabel,
  brailleroledescription,
  busy,
  checked,
  colcount,
  colindex,
  colindextext,
  colspan,
  controls,
  current,
  describedby,
  description,
  details,
  disabled,
  dropeffect,
  errormessage,
  expanded,
  flowto,
  grabbed,
  haspopup,
  hidden,
  invalid,
  keyshortcuts,
  label,
  labelledby,
  level,
  live,
  modal,
  multiline,
  multiselectable,
  orientation,
  owns,
  placeholder,
  posinset,
  pressed,
  readonly,
  relevant,
  required,
  roledescription,
  rowcount,
  rowindex,
  rowindextext,
  rowspan,
  selected,
  setsize,
  sort,
  valuemax,
  valuemin,
  valuenow,
  valuetext,
};

/// Value types (WAI-ARIA 1.2, section 6.3).
enum class AriaType : std::uint8_t {
  true_false,
  true_false_undefined,
  tristate,
  token,
  token_list,
  id,
  id_list,
  integer,
  number,
  string,
};

struct AriaAttributeInfo {
  AriaAttribute attribute;
  std::string_view name;  ///< with "aria-"
  AriaType type;
  std::string_view tokens;  ///< the allowed words, split by blanks; for token and token_list
  bool global;              ///< of any element, also where ARIA 1.2 deprecates the global use
};

AriaAttributeInfo const &info(AriaAttribute attribute);

/// The attribute of that name ("aria-checked", lower case); nothing where ARIA defines none such.
std::optional<AriaAttribute> find_aria_attribute(std::string_view name);

/// Whether `value` fits the attribute's type: its words, its number, the form of its ids. That an
/// id exists is not asked. Words are compared without regard to case, as some browsers do.
bool is_valid_value(AriaAttribute attribute, std::string_view value);

/// All rows, by AriaAttribute.
std::span<AriaAttributeInfo const> all_aria_attributes();

}  // namespace wza::web
