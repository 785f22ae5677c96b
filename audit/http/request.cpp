// SPDX-License-Identifier: Apache-2.0
#include "audit/http/request.h"

#include "db/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wza::audit {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

enum class Plus : std::uint8_t { literal, blank };

std::string decoded(std::string_view text, Plus plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
        hex_digit(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '+' && plus == Plus::blank ? ' ' : text[i];
    }
  }
  return out;
}

}  // namespace

std::string percent_decoded(std::string_view text) {
  return decoded(text, Plus::blank);
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (char const c : text) {
    bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

Query Query::parse(std::string_view text) {
  Query query;
  while (!text.empty()) {
    std::size_t const end = std::min(text.find('&'), text.size());
    std::string_view const field = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (field.empty()) continue;
    std::size_t const equals = std::min(field.find('='), field.size());
    std::string value = percent_decoded(field.substr(std::min(equals + 1, field.size())));
    std::string name = percent_decoded(field.substr(0, equals));
    // What is no text is nobody's filter.
    if (is_utf8(name) && is_utf8(value)) query.m_fields.emplace_back(name, trimmed(value));
  }
  return query;
}

std::string Query::get(std::string_view name) const {
  auto const at = std::ranges::find(m_fields, name, [](auto const &field) { return field.first; });
  return at == m_fields.end() ? std::string() : at->second;
}

bool Query::has(std::string_view name) const {
  return !get(name).empty();
}

Query Query::with(std::string_view name, std::string_view value) const {
  Query other = *this;
  std::erase_if(other.m_fields, [&](auto const &field) { return field.first == name; });
  if (!value.empty()) other.m_fields.emplace_back(name, value);
  return other;
}

std::string Query::str() const {
  std::string out;
  for (auto const &[name, value] : m_fields) {
    if (value.empty()) continue;
    out += fmt::format("{}{}={}", out.empty() ? '?' : '&', percent_encoded(name),
                       percent_encoded(value));
  }
  return out;
}

void Request::set_target(std::string_view target) {
  target = target.substr(0, target.find('#'));
  std::size_t const mark = std::min(target.find('?'), target.size());
  path = decoded(target.substr(0, mark), Plus::literal);
  query = Query::parse(target.substr(std::min(mark + 1, target.size())));
}

std::optional<std::string> Request::cookie_value(std::string_view name) const {
  std::string_view rest = cookie;
  while (!rest.empty()) {
    std::size_t const end = std::min(rest.find(';'), rest.size());
    std::string_view const pair = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    std::size_t const equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
      return std::string(pair.substr(equals + 1));
    }
  }
  return std::nullopt;
}

}  // namespace wza::audit
