// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/start_tag.h"

#include "db/base/ascii.h"
#include "db/base/text.h"

#include <algorithm>
#include <utility>

namespace wza::web {
namespace {

bool is_blank(char c) {
  return kHtmlSpaces.find(c) != std::string_view::npos;
}

std::string quoted(std::string_view value) {
  std::string out = "\"";
  for (char const c : value) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out += '"';
}

std::string tag_of(Document const &document, NodeId element) {
  std::string_view const source = document.source_of(element);
  if (source.size() > 2 && source.front() == '<' && source.back() == '>')
    return std::string(source);
  return "<" + std::string(document.tag_name(element)) + ">";
}

}  // namespace

StartTag::StartTag(Document const &document, NodeId element)
    : StartTag(tag_of(document, element)) {}

StartTag::StartTag(std::string tag) : m_tag(std::move(tag)) {
  split();
}

void StartTag::split() {
  m_attributes.clear();
  std::size_t const last = m_tag.size() - 1;  // the ">"
  std::size_t at = 1;
  while (at < last && !is_blank(m_tag[at]) && m_tag[at] != '/')
    ++at;
  m_name_end = at;
  while (true) {
    while (at < last && (is_blank(m_tag[at]) || m_tag[at] == '/'))
      ++at;
    if (at >= last) return;
    Span span;
    span.begin = at++;  // also a "=", which begins a name here
    while (at < last && !is_blank(m_tag[at]) && m_tag[at] != '/' && m_tag[at] != '=')
      ++at;
    span.name_end = span.end = at;
    std::size_t value = at;
    while (value < last && is_blank(m_tag[value]))
      ++value;
    if (value < last && m_tag[value] == '=') {
      ++value;
      while (value < last && is_blank(m_tag[value]))
        ++value;
      char const quote = value < last ? m_tag[value] : '>';
      if (quote == '"' || quote == '\'') {
        std::size_t const close = m_tag.find(quote, value + 1);
        at = close == std::string::npos ? last : close + 1;
      } else {
        at = value;
        while (at < last && !is_blank(m_tag[at]))
          ++at;
      }
      span.end = at;
    }
    m_attributes.push_back(span);
  }
}

std::string_view StartTag::name_of(Span const &span) const {
  return std::string_view(m_tag).substr(span.begin, span.name_end - span.begin);
}

/// Takes the blanks before it too, unless they part what stands around it.
void StartTag::erase(Span const &span) {
  std::size_t begin = span.begin;
  char const next = m_tag[span.end];
  if (is_blank(next) || next == '/' || next == '>') {
    while (is_blank(m_tag[begin - 1]))
      --begin;
  }
  m_tag.erase(begin, span.end - begin);
  split();
}

StartTag &StartTag::remove(std::string_view name) {
  for (std::size_t i = m_attributes.size(); i-- > 0;) {
    if (ascii_iequals(name_of(m_attributes[i]), name)) erase(m_attributes[i]);
  }
  return *this;
}

StartTag &StartTag::set(std::string_view name, std::string_view value) {
  auto const same = [&](Span const &span) { return ascii_iequals(name_of(span), name); };
  auto const first = std::ranges::find_if(m_attributes, same);
  if (first == m_attributes.end()) {
    std::size_t const end = m_attributes.empty() ? m_name_end : m_attributes.back().end;
    m_tag.insert(end, " " + std::string(name) + "=" + quoted(value));
    split();
    return *this;
  }
  auto const kept = static_cast<std::size_t>(first - m_attributes.begin());
  for (std::size_t i = m_attributes.size(); i-- > kept + 1;) {
    if (same(m_attributes[i])) erase(m_attributes[i]);
  }
  Span const &span = m_attributes[kept];
  m_tag.replace(span.name_end, span.end - span.name_end, "=" + quoted(value));
  split();
  return *this;
}

StartTag &StartTag::rename(std::string_view name, std::string_view to) {
  auto const same = [&](Span const &span) { return ascii_iequals(name_of(span), name); };
  auto const first = std::ranges::find_if(m_attributes, same);
  if (first != m_attributes.end()) {
    m_tag.replace(first->begin, first->name_end - first->begin, to);
    split();
  }
  return *this;
}

}  // namespace wza::web
