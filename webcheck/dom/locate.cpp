// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/locate.h"

#include "db/base/ascii.h"
#include "db/base/digest.h"
#include "db/base/text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>

namespace wza::web {
namespace {

constexpr std::size_t kMaxKeptPath = 1024;  // of a deep chain, all together would be its square

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
/// The words of a space-separated list.
std::vector<std::string_view> words(std::string_view list) {
  std::vector<std::string_view> out;
  while (true) {
    std::size_t const begin = list.find_first_not_of(kHtmlSpaces);
    if (begin == std::string_view::npos) return out;
    list.remove_prefix(begin);
    std::size_t const end = std::min(list.find_first_of(kHtmlSpaces), list.size());
    out.push_back(list.substr(0, end));
    list.remove_prefix(end);
  }
}

/// Runs of digits as one "#": "item-42" and "item-7" are made by the same template.
std::string without_numbers(std::string_view name) {
  std::string out;
  for (char const c : name) {
    if (!is_ascii_digit(c)) {
      out += c;
    } else if (!out.ends_with('#')) {
      out += '#';
    }
  }
  return out;
}

/// Classes that say in which state an element is, not what it is.
bool says_state(std::string_view word) {
  constexpr std::array<std::string_view, 18> kStates{
      "active", "current", "cur",  "on",  "selected", "hover", "show", "open",    "hide",
      "hidden", "first",   "last", "odd", "even",     "focus", "now",  "visited", "disabled"};
  return std::any_of(kStates.begin(), kStates.end(),
                     [&](std::string_view state) { return ascii_iequals(word, state); });
}

/// "li.menu.wide", classes sorted; what makes an element this element of its template.
std::string structural_step(Document const &document, NodeId n) {
  std::string out(document.tag_name(n));
  if (auto const id = document.attr(n, atom::id); id && !id->empty()) {
    out.append("#").append(without_numbers(*id));
  }
  std::set<std::string> classes;
  for (std::string_view const word : words(document.attr_or_empty(n, atom::class_))) {
    if (!says_state(word)) classes.insert(without_numbers(word));
  }
  for (std::string const &word : classes)
    out.append(".").append(word);
  return out;
}

/// Inline elements with nothing on them: editors put them around anything.
bool is_bare_wrapper(Document const &document, NodeId n) {
  constexpr std::array kWrappers{atom::span, atom::font, atom::b,   atom::strong, atom::i,
                                 atom::em,   atom::u,    atom::big, atom::small,  atom::center};
  if (std::find(kWrappers.begin(), kWrappers.end(), document.tag(n)) == kWrappers.end())
    return false;
  return document.attr_or_empty(n, atom::id).empty() &&
         document.attr_or_empty(n, atom::class_).empty();
}

bool is_skeleton(Document const &document, NodeId n) {
  constexpr std::array kLandmarks{atom::header, atom::nav,  atom::main,
                                  atom::footer, atom::form, atom::aside};
  return document.has_attr(n, atom::id) || document.has_attr(n, atom::class_) ||
         std::find(kLandmarks.begin(), kLandmarks.end(), document.tag(n)) != kLandmarks.end();
}

}  // namespace

std::string css_identifier(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    char const c = name[i];
    auto const byte = static_cast<unsigned char>(c);
    bool const leading_digit = is_ascii_digit(c) && (i == 0 || (i == 1 && name[0] == '-'));
    if (byte == 0) {
      out += "\xEF\xBF\xBD";
    } else if (byte < 0x20 || byte == 0x7F || leading_digit) {
      std::array<char, 8> hex{};
      std::snprintf(hex.data(), hex.size(), "\\%x ", byte);
      out += hex.data();
    } else if (!is_name_byte(c) || (c == '-' && name.size() == 1)) {
      out += '\\';
      out += c;
    } else {
      out += c;
    }
  }
  return out;
}

void Locator::count_children(NodeId parent) {
  if (m_siblings.empty()) m_siblings.resize(m_document->size());
  std::uint32_t index = 0;
  std::map<Atom, NodeId> first_of;
  for (NodeId n = m_document->first_child(parent); n.valid(); n = m_document->next_sibling(n)) {
    if (!m_document->is_element(n)) continue;
    m_siblings[n.value].index = ++index;
    auto const [first, fresh] = first_of.emplace(m_document->tag(n), n);
    if (!fresh) {
      m_siblings[n.value].has_twin = m_siblings[first->second.value].has_twin = true;
    }
  }
}

bool Locator::has_unique_id(NodeId n) {
  std::string_view const id = m_document->attr_or_empty(n, atom::id);
  if (id.empty() || !m_document->is_live(n)) return false;
  if (m_ids.empty()) {
    for (NodeId const one : m_document->with_attr(atom::id))
      ++m_ids[ascii_lower(m_document->attr_or_empty(one, atom::id))];
  }
  return m_ids[ascii_lower(id)] == 1;
}

std::string Locator::step(NodeId n) {
  if (m_siblings.empty() || m_siblings[n.value].index == 0) count_children(m_document->parent(n));
  std::string out = css_identifier(m_document->tag_name(n));
  Sibling const &sibling = m_siblings[n.value];
  if (sibling.has_twin) out += ":nth-child(" + std::to_string(sibling.index) + ")";
  return out;
}

std::string Locator::selector(NodeId element) {
  std::vector<std::string> steps;
  for (NodeId n = element; n.valid() && m_document->is_element(n); n = m_document->parent(n)) {
    if (has_unique_id(n)) {
      steps.push_back("#" + css_identifier(m_document->attr_or_empty(n, atom::id)));
      break;
    }
    steps.push_back(step(n));
    // There is one body and one head; what stands above them says nothing.
    bool const top = m_document->is(n, atom::body) || m_document->is(n, atom::head);
    if (top && m_document->by_tag(m_document->tag(n)).size() == 1) break;
  }
  constexpr std::string_view kBetween = " > ";
  std::size_t length = 0;
  for (std::string const &one : steps)
    length += one.size() + kBetween.size();
  std::string out;
  out.reserve(length);  // deep pages have thousands of long ones
  for (auto one = steps.rbegin(); one != steps.rend(); ++one) {
    if (!out.empty()) out += kBetween;
    out += *one;
  }
  return out;
}

std::string snippet_of(Document const &document, NodeId element, std::size_t max_bytes) {
  constexpr std::string_view kCut = "…";
  std::string folded;
  for (char const c : document.source_of(element)) {
    bool const blank = kHtmlSpaces.find(c) != std::string_view::npos;
    if (!blank) {
      folded += c;
    } else if (!folded.ends_with(' ')) {
      folded += ' ';
    }
    if (folded.size() > max_bytes) break;
  }
  if (folded.empty()) folded.append("<").append(document.tag_name(element)).append(">");
  if (folded.size() <= max_bytes) return folded;
  std::string out(utf8_prefix(folded, max_bytes - std::min(max_bytes, kCut.size())));
  return out.append(kCut);
}

SourcePosition place_of(Document const &document, NodeId element) {
  for (NodeId n = element; n.valid(); n = document.parent(n)) {
    if (document.position(n).line != 0) return document.position(n);
  }
  return {1, 1, 0};
}

std::string Locator::structural_path(NodeId element) {
  // The ancestors that count, from the inside out, up to <body> or one whose path is known.
  std::vector<NodeId> around;
  std::string path;
  NodeId n = m_document->is(element, atom::body) ? kNoNode : m_document->parent(element);
  for (; n.valid() && m_document->is_element(n); n = m_document->parent(n)) {
    if (auto const known = m_paths.find(n.value); known != m_paths.end()) {
      path = known->second;
      break;
    }
    if (!is_bare_wrapper(*m_document, n)) around.push_back(n);
    if (m_document->is(n, atom::body)) break;
  }
  auto const add = [&](NodeId one) {
    if (!path.empty()) path += " > ";
    path += structural_step(*m_document, one);
  };
  for (auto one = around.rbegin(); one != around.rend(); ++one) {
    add(*one);
    if (path.size() <= kMaxKeptPath) m_paths.emplace(one->value, path);
  }
  add(element);
  return path;
}

std::string template_signature(Document const &document) {
  constexpr std::size_t kLevels = 6;
  constexpr std::size_t kDigits = 16;
  std::set<std::string> paths;
  std::vector<NodeId> open;        // elements around n, from body inwards
  std::vector<std::string> names;  // the path of each
  auto const bodies = document.by_tag(atom::body);
  if (!bodies.empty()) {
    NodeId const end = document.subtree_end(bodies[0]);
    for (NodeId n = bodies[0]; n < end;) {
      while (!open.empty() && document.subtree_end(open.back()) <= n) {
        open.pop_back();
        names.pop_back();
      }
      if (!document.is_element(n)) {
        ++n.value;
        continue;
      }
      std::string path = names.empty() ? std::string() : names.back() + ">";
      path += structural_step(document, n);
      if (is_skeleton(document, n)) paths.insert(path);
      if (open.size() == kLevels || document.is(n, atom::template_) ||
          document.is(n, atom::noscript)) {
        n = document.subtree_end(n);
        continue;
      }
      open.push_back(n);
      names.push_back(std::move(path));
      ++n.value;
    }
  }
  std::string all;
  for (std::string const &path : paths)
    all.append(path).append("\n");
  return sha256(all).substr(0, kDigits);
}

}  // namespace wza::web
