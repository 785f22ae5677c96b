// SPDX-License-Identifier: Apache-2.0
#include "db/base/json_writer.h"

#include "db/base/text.h"

#include <fmt/format.h>

#include <cassert>
#include <iterator>

namespace wza {
namespace {

/// Bytes that stand for themselves in a string, whatever is around them.
constexpr bool is_plain(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

void append_escape(std::string &out, char c) {
  switch (c) {
    case '"':
    case '\\':
      out += '\\';
      out += c;
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
  }
}

/// The well-formed text in quotes, runs of bytes that need no escape at once.
void append_quoted(std::string &out, std::string_view text) {
  out += '"';
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (is_plain(c) || static_cast<unsigned char>(c) >= 0x80) continue;
    out += text.substr(done, i - done);
    append_escape(out, c);
    done = i + 1;
  }
  out += text.substr(done);
  out += '"';
}

}  // namespace

void JsonWriter::separate() {
  if (m_text.empty()) return;
  char const last = m_text.back();
  if (last != '{' && last != '[' && last != ':') m_text += ',';
}

JsonWriter &JsonWriter::open(char bracket) {
  separate();
  m_text += bracket;
  return *this;
}

JsonWriter &JsonWriter::close(char bracket) {
  assert(!m_text.empty() && m_text.back() != ':');
  m_text += bracket;
  return *this;
}

JsonWriter &JsonWriter::key(std::string_view name) {
  separate();
  m_text.append(1, '"').append(name).append("\":");
  return *this;
}

JsonWriter &JsonWriter::value(std::string_view text) {
  separate();
  if (is_utf8(text)) {
    append_quoted(m_text, text);
  } else {
    append_quoted(m_text, well_formed(text));
  }
  return *this;
}

JsonWriter &JsonWriter::raw(std::string_view json) {
  assert(!json.empty());
  separate();
  m_text += json;
  return *this;
}

}  // namespace wza
