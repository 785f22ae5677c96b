// https://www.w3.org/TR/wai-aria-1.2/#state_prop_def
// SPDX-License-Identifier: Apache-2.0
// One row a state or property; aria-details and aria-errormessage are lists of ids as in the 1.3
// draft, since browsers take both. Global ones stand in WAI-ARIA 1.2, section 6.4.
#include "webcheck/spec/aria_attributes.h"

#include "db/base/ascii.h"
#include "db/base/text.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

constexpr auto make_attributes() {
  using enum AriaAttribute;
  using enum AriaType;
  // clang-format off
  return std::to_array<AriaAttributeInfo>({
      {activedescendant, "aria-activedescendant", id, "", false},
      {atomic, "aria-atomic", true_false, "", true},
      {autocomplete, "aria-autocomplete", token, "inline list both none", false},
      {braillelabel, "aria-braillelabel", string, "", true},
      {brailleroledescription, "aria-brailleroledescription", string, "", true},
      {busy, "aria-busy", true_false, "", true},
      {checked, "aria-checked", tristate, "", false},
      {colcount, "aria-colcount", integer, "", false},
      {colindex, "aria-colindex", integer, "", false},
      {colindextext, "aria-colindextext", string, "", false},
      {colspan, "aria-colspan", integer, "", false},
      {controls, "aria-controls", id_list, "", true},
      {current, "aria-current", token, "page step location date time true false", true},
      {describedby, "aria-describedby", id_list, "", true},
      {description, "aria-description", string, "", true},
      {details, "aria-details", id_list, "", true},
      {disabled, "aria-disabled", true_false, "", true},
      {dropeffect, "aria-dropeffect", token_list, "copy execute link move none popup", true},
      {errormessage, "aria-errormessage", id_list, "", true},
      {expanded, "aria-expanded", true_false_undefined, "", false},
      {flowto, "aria-flowto", id_list, "", true},
      {grabbed, "aria-grabbed", true_false_undefined, "", true},
      {haspopup, "aria-haspopup", token, "false true menu listbox tree grid dialog", true},
      {hidden, "aria-hidden", true_false_undefined, "", true},
      {invalid, "aria-invalid", token, "grammar false spelling true", true},
      {keyshortcuts, "aria-keyshortcuts", string, "", true},
      {label, "aria-label", string, "", true},
      {labelledby, "aria-labelledby", id_list, "", true},
      {level, "aria-level", integer, "", false},
      {live, "aria-live", token, "assertive off polite", true},
      {modal, "aria-modal", true_false, "", false},
      {multiline, "aria-multiline", true_false, "", false},
      {multiselectable, "aria-multiselectable", true_false, "", false},
      {orientation, "aria-orientation", token, "horizontal vertical undefined", false},
      {owns, "aria-owns", id_list, "", true},
      {placeholder, "aria-placeholder", string, "", false},
      {posinset, "aria-posinset", integer, "", false},
      {pressed, "aria-pressed", tristate, "", false},
      {readonly, "aria-readonly", true_false, "", false},
      {relevant, "aria-relevant", token_list, "additions all removals text", true},
      {required, "aria-required", true_false, "", false},
      {roledescription, "aria-roledescription", string, "", true},
      {rowcount, "aria-rowcount", integer, "", false},
      {rowindex, "aria-rowindex", integer, "", false},
      {rowindextext, "aria-rowindextext", string, "", false},
      {rowspan, "aria-rowspan", integer, "", false},
      {selected, "aria-selected", true_false_undefined, "", false},
      {setsize, "aria-setsize", integer, "", false},
      {sort, "aria-sort", token, "ascending descending none other", false},
      {valuemax, "aria-valuemax", number, "", false},
      {valuemin, "aria-valuemin", number, "", false},
      {valuenow, "aria-valuenow", number, "", false},
      {valuetext, "aria-valuetext", string, "", false},
  });
  // clang-format on
}
constexpr auto kAttributes = make_attributes();

constexpr bool attributes_stand_in_order() {
  for (std::size_t i = 0; i < kAttributes.size(); ++i) {
    if (static_cast<std::size_t>(kAttributes[i].attribute) != i) return false;
  }
  return true;
}
static_assert(attributes_stand_in_order());
static_assert(kAttributes.size() == static_cast<std::size_t>(AriaAttribute::valuetext) + 1);

/// Calls `use` for each word; stops and returns false at the first that it refuses.
template <class Use>
bool each_word(std::string_view text, Use use) {
  for (std::size_t at = text.find_first_not_of(kHtmlSpaces); at != std::string_view::npos;) {
    std::size_t const end = std::min(text.find_first_of(kHtmlSpaces, at), text.size());
    if (!use(text.substr(at, end - at))) return false;
    at = text.find_first_not_of(kHtmlSpaces, end);
  }
  return true;
}

bool is_word_of(std::string_view word, std::string_view list) {
  return !each_word(list, [word](std::string_view known) { return !ascii_iequals(word, known); });
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string_view without_sign(std::string_view text) {
  return !text.empty() && (text[0] == '-' || text[0] == '+') ? text.substr(1) : text;
}

/// A decimal number without exponent: "1", "-2.50", ".5".
bool is_number(std::string_view text) {
  text = without_sign(text);
  std::size_t const point = text.find('.');
  if (point == std::string_view::npos) return is_digits(text);
  std::string_view const whole = text.substr(0, point);
  return (whole.empty() || is_digits(whole)) && is_digits(text.substr(point + 1));
}

}  // namespace

std::span<AriaAttributeInfo const> all_aria_attributes() {
  return kAttributes;
}

AriaAttributeInfo const &info(AriaAttribute attribute) {
  return kAttributes[static_cast<std::size_t>(attribute)];
}

std::optional<AriaAttribute> find_aria_attribute(std::string_view name) {
  auto const row = std::ranges::lower_bound(kAttributes, name, {}, &AriaAttributeInfo::name);
  if (row == kAttributes.end() || row->name != name) return std::nullopt;
  return row->attribute;
}

bool is_valid_value(AriaAttribute attribute, std::string_view value) {
  AriaAttributeInfo const &row = info(attribute);
  std::size_t words = 0;
  each_word(value, [&words](std::string_view) { return ++words, true; });
  std::string_view const word = trimmed(value);
  switch (row.type) {
    case AriaType::true_false:
      return is_word_of(word, "true false");
    case AriaType::true_false_undefined:
      return is_word_of(word, "true false undefined");
    case AriaType::tristate:
      return is_word_of(word, "true false mixed undefined");
    case AriaType::token:
      return is_word_of(word, row.tokens);
    case AriaType::token_list:
      return words > 0 && each_word(value, [&row](std::string_view each) {
               return is_word_of(each, row.tokens);
             });
    case AriaType::id:
      return words == 1;
    case AriaType::id_list:
      return words > 0;
    case AriaType::integer:
      return is_digits(without_sign(word));
    case AriaType::number:
      return is_number(word);
    case AriaType::string:
      return true;
  }
  return true;
}

}  // namespace wza::web
