// SPDX-License-Identifier: Apache-2.0
// The search for a declared charset in the first 1024 bytes: HTML Standard, section 13.2.3.2,
// "prescan a byte stream to determine its encoding", and the XML declaration after it.
#include "db/base/ascii.h"
#include "db/base/encoding.h"

#include <algorithm>
#include <set>
#include <string>

namespace wza {
namespace {

constexpr std::size_t kPrescanBytes = 1024;

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Reads bytes from the front; past the end it answers '\0' and stays there.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : m_bytes(bytes) {}
  bool at_end() const { return m_at >= m_bytes.size(); }
  char peek(std::size_t ahead = 0) const {
    return m_at + ahead < m_bytes.size() ? m_bytes[m_at + ahead] : '\0';
  }
  void skip(std::size_t n = 1) { m_at = std::min(m_at + n, m_bytes.size()); }
  bool starts_with(std::string_view word) const {
    return ascii_iequals(m_bytes.substr(m_at, word.size()), word);
  }
  void to_end() { m_at = m_bytes.size(); }
  void skip_to(std::string_view what) {
    std::size_t const at = m_bytes.find(what, m_at);
    m_at = at == std::string_view::npos ? m_bytes.size() : at;
  }

 private:
  std::string_view m_bytes;
  std::size_t m_at = 0;
};

struct MetaAttribute {
  std::string name, value;
};

/// "Get an attribute"; nothing at the end of the tag.
std::optional<MetaAttribute> get_attribute(Reader &in) {
  while (!in.at_end() && (is_html_space(in.peek()) || in.peek() == '/'))
    in.skip();                                               // step 1
  if (in.at_end() || in.peek() == '>') return std::nullopt;  // step 2
  MetaAttribute attribute;
  while (!in.at_end()) {  // steps 3 to 5
    char const c = in.peek();
    if (c == '=' && !attribute.name.empty()) break;
    if (is_html_space(c)) {
      while (is_html_space(in.peek()))
        in.skip();  // step 6
      break;
    }
    if (c == '/' || c == '>') return attribute;
    attribute.name += ascii_lower(c);
    in.skip();
  }
  if (in.peek() != '=') return attribute;  // step 7
  in.skip();                               // step 8
  while (is_html_space(in.peek()))
    in.skip();                                                        // step 9
  if (char const quote = in.peek(); quote == '"' || quote == '\'') {  // step 10
    in.skip();
    while (!in.at_end() && in.peek() != quote) {
      attribute.value += ascii_lower(in.peek());
      in.skip();
    }
    in.skip();
    return attribute;
  }
  while (!in.at_end() && !is_html_space(in.peek()) && in.peek() != '>') {  // step 11
    attribute.value += ascii_lower(in.peek());
    in.skip();
  }
  return attribute;
}

/// "Extract a character encoding from a meta element": the label behind charset= in `content`.
std::string label_in_content(std::string_view content) {
  std::string const folded = ascii_lower(content);
  std::size_t at = 0;
  while ((at = folded.find("charset", at)) != std::string::npos) {
    at += 7;
    std::size_t i = at;
    while (i < folded.size() && is_html_space(folded[i]))
      ++i;
    if (i >= folded.size() || folded[i] != '=') continue;
    ++i;
    while (i < folded.size() && is_html_space(folded[i]))
      ++i;
    if (i >= folded.size()) return {};
    if (char const quote = folded[i]; quote == '"' || quote == '\'') {
      std::size_t const end = folded.find(quote, i + 1);
      return end == std::string::npos ? std::string()
                                      : std::string(content.substr(i + 1, end - i - 1));
    }
    std::size_t const end = folded.find_first_of("\t\n\f\r ;", i);
    return std::string(content.substr(i, end == std::string::npos ? end : end - i));
  }
  return {};
}

/// Step "`<meta`": the charset it declares.
std::optional<MetaCharset> read_meta(Reader &in) {
  std::set<std::string> seen;
  bool got_pragma = false;
  std::optional<bool> need_pragma;
  std::string label;
  while (auto const attribute = get_attribute(in)) {
    if (!seen.insert(attribute->name).second) continue;
    if (attribute->name == "http-equiv") {
      got_pragma = attribute->value == "content-type";
    } else if (attribute->name == "content") {
      std::string const found = label_in_content(attribute->value);
      if (charset_of_label(found) && label.empty()) {
        label = found;
        need_pragma = true;
      }
    } else if (attribute->name == "charset") {
      label = attribute->value;
      need_pragma = false;
    }
  }
  if (!need_pragma || (*need_pragma && !got_pragma)) return std::nullopt;
  auto charset = charset_of_label(label);
  if (!charset) return std::nullopt;
  // Whoever could read this <meta> byte by byte is not reading UTF-16.
  if (*charset == "utf-16be" || *charset == "utf-16le") charset = "utf-8";
  if (*charset == "x-user-defined") charset = "windows-1252";
  return MetaCharset{std::string(trimmed(label)), *charset};
}

/// "Get an XML encoding".
std::optional<MetaCharset> read_xml_declaration(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return std::nullopt;
  bytes = bytes.substr(0, bytes.find('>'));
  std::size_t at = bytes.find("encoding");
  if (at == std::string_view::npos) return std::nullopt;
  at += 8;
  auto const skip = [&] {
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) <= 0x20)
      ++at;
  };
  skip();
  if (at >= bytes.size() || bytes[at] != '=') return std::nullopt;
  ++at;
  skip();
  if (at >= bytes.size() || (bytes[at] != '"' && bytes[at] != '\'')) return std::nullopt;
  std::size_t const end = bytes.find(bytes[at], at + 1);
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view const label = bytes.substr(at + 1, end - at - 1);
  auto charset = charset_of_label(label);
  if (!charset) return std::nullopt;
  if (*charset == "utf-16be" || *charset == "utf-16le") charset = "utf-8";
  return MetaCharset{std::string(label), *charset};
}

}  // namespace

std::optional<MetaCharset> prescan_meta(std::string_view bytes) {
  using namespace std::string_view_literals;
  bytes = bytes.substr(0, kPrescanBytes);
  if (bytes.starts_with("\x3C\0\x3F\0\x78\0"sv)) return MetaCharset{"utf-16le", "utf-16le"};
  if (bytes.starts_with("\0\x3C\0\x3F\0\x78"sv)) return MetaCharset{"utf-16be", "utf-16be"};
  Reader in(bytes);
  while (!in.at_end()) {
    if (in.starts_with("<!--")) {
      in.skip(2);  // the two dashes may belong to the end as well: "<!-->"
      in.skip_to("-->");
      in.skip(3);
    } else if (in.starts_with("<meta") && (is_html_space(in.peek(5)) || in.peek(5) == '/')) {
      in.skip(5);
      if (auto const found = read_meta(in)) return found;
    } else if (in.peek() == '<' &&
               (is_alpha(in.peek(1)) || (in.peek(1) == '/' && is_alpha(in.peek(2))))) {
      while (!in.at_end() && !is_html_space(in.peek()) && in.peek() != '>')
        in.skip();
      while (get_attribute(in)) {
      }
    } else if (in.peek() == '<' && (in.peek(1) == '!' || in.peek(1) == '/' || in.peek(1) == '?')) {
      in.skip_to(">");
    } else {
      in.skip();
    }
  }
  return read_xml_declaration(bytes);
}

std::string charset_in_content_type(std::string_view content_type) {
  return label_in_content(content_type);
}

}  // namespace wza
