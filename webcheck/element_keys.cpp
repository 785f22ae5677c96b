// SPDX-License-Identifier: Apache-2.0
#include "webcheck/element_keys.h"

#include "db/base/digest.h"
#include "db/base/text.h"
#include "webcheck/text/phrases.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace wza::web {
namespace {

constexpr std::size_t kTextBytes = 200;  // of an element that are read
constexpr std::uint32_t kNodes = 64;     // of its subtree that are looked at
constexpr int kLevels = 8;               // of ancestors that are looked at

std::string short_digest(std::initializer_list<std::string_view> parts) {
  constexpr std::size_t kDigits = 12;
  return sha256_of_parts(parts).substr(0, kDigits);
}

NodeId end_of_look(Document const &document, NodeId n) {
  return {std::min(document.subtree_end(n).value, n.value + kNodes)};
}

std::string text_of(Document const &document, NodeId element) {
  std::string text;
  NodeId const end = end_of_look(document, element);
  for (NodeId n = element; n < end && text.size() < kTextBytes; ++n.value) {
    if (document.kind(n) != NodeKind::text) continue;
    NodeId const up = document.parent(n);
    if (document.is(up, atom::script) || document.is(up, atom::style)) continue;
    text.append(document.text(n)).append(" ");
  }
  return folded_text(text, kTextBytes);
}

/// Made by a program, as "ctl00_x3f81ac" or a time stamp: new with each answer.
bool looks_generated(std::string_view id) {
  constexpr int kManyDigits = 5;
  return std::count_if(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; }) >=
         kManyDigits;
}

/// An address without query and fragment; nothing where it leads nowhere.
std::optional<std::string_view> plain_address(std::string_view address) {
  address = trimmed(address);
  address = address.substr(0, address.find_first_of("?#"));
  if (address.empty() || ascii_lower(address.substr(0, 11)) == "javascript:") return std::nullopt;
  return address;
}

struct GivenName {
  std::string_view kind, value;
};

/// What the author calls the element, by its attributes.
std::optional<GivenName> given_name(Document const &document, NodeId n) {
  std::string_view const id = trimmed(document.attr_or_empty(n, atom::id));
  if (!id.empty() && !looks_generated(id)) return GivenName{"id", id};
  for (Atom const name : {atom::name, atom::for_}) {
    std::string_view const value = trimmed(document.attr_or_empty(n, name));
    if (!value.empty()) return GivenName{document.name(name), value};
  }
  for (Atom const name : {atom::href, atom::src, atom::data}) {
    auto const value = plain_address(document.attr_or_empty(n, name));
    if (value) return GivenName{document.name(name), *value};
  }
  for (Atom const name :
       {atom::aria_label, atom::alt, atom::title, atom::placeholder, atom::value}) {
    std::string_view const value = trimmed(document.attr_or_empty(n, name));
    if (!value.empty()) return GivenName{document.name(name), value};
  }
  return std::nullopt;
}

std::string stable_key(Document const &document, NodeId element) {
  std::string_view const tag = document.tag_name(element);
  if (auto const name = given_name(document, element)) {
    return short_digest({"name", tag, name->kind, name->value});
  }
  if (std::string const text = text_of(document, element); !text.empty()) {
    return short_digest({"text", tag, text});
  }
  // A nameless button around a picture: the picture has an address.
  NodeId const end = end_of_look(document, element);
  for (NodeId n{element.value + 1}; n < end; ++n.value) {
    if (!document.is_element(n)) continue;
    if (auto const name = given_name(document, n)) {
      return short_digest({"inner", tag, document.tag_name(n), name->kind, name->value});
    }
  }
  return {};
}

bool is_design(std::string_view attribute) {
  return attribute == "class" || attribute == "style" || attribute.starts_with("data-") ||
         attribute.starts_with("on");
}

std::string markup_key(Document const &document, NodeId element) {
  std::vector<std::string> attributes;
  for (Attribute const &attribute : document.attributes(element)) {
    std::string_view const name = document.name(attribute.name);
    if (is_design(name)) continue;
    attributes.push_back(std::string(name) + "=" + folded_text(attribute.value, kTextBytes));
  }
  std::sort(attributes.begin(), attributes.end());
  std::string const text = text_of(document, element);
  if (attributes.empty() && text.empty()) return {};
  std::string all;
  for (std::string const &one : attributes)
    all.append(one).append("\n");
  return short_digest({document.tag_name(element), all, text});
}

std::string context_key(Document const &document, NodeId element) {
  NodeId n = document.parent(element);
  for (int level = 0; level < kLevels && n.valid() && document.is_element(n); ++level) {
    if (document.is(n, atom::body)) break;
    if (auto const name = given_name(document, n)) {
      return short_digest({document.tag_name(element), document.tag_name(n), name->value});
    }
    n = document.parent(n);
  }
  return {};
}

}  // namespace

ElementKeys element_keys(Document const &document, NodeId element) {
  return {stable_key(document, element), markup_key(document, element),
          context_key(document, element)};
}

}  // namespace wza::web
