// SPDX-License-Identifier: Apache-2.0
// Writes JSON text (RFC 8259) straight into a string, for output of many objects of a known shape.
// Where a document is read, or built up and changed, nlohmann-json is used.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

namespace wza {

/// One value, from left to right, without blanks. Strings are taken as UTF-8; what is malformed in
/// them becomes U+FFFD. Keys are ours: ASCII that needs no escape.
class JsonWriter {
 public:
  JsonWriter &begin_object() { return open('{'); }
  JsonWriter &end_object() { return close('}'); }
  JsonWriter &begin_array() { return open('['); }
  JsonWriter &end_array() { return close(']'); }

  /// The name of the member whose value comes next.
  JsonWriter &key(std::string_view name);

  JsonWriter &value(std::string_view text);
  JsonWriter &value(char const *text) { return value(std::string_view(text)); }
  /// A number, or true or false.
  template <std::integral T>
  JsonWriter &value(T number) {
    if constexpr (std::same_as<T, bool>) {
      return raw(number ? "true" : "false");
    } else {
      return raw(std::to_string(number));
    }
  }
  JsonWriter &null() { return raw("null"); }

  /// JSON text that is there already.
  JsonWriter &raw(std::string_view json);

  /// key(name).value(what)
  template <typename T>
  JsonWriter &member(std::string_view name, T const &what) {
    return key(name).value(what);
  }

  std::string const &text() const { return m_text; }
  std::string take() { return std::exchange(m_text, {}); }

 private:
  JsonWriter &open(char bracket);
  JsonWriter &close(char bracket);
  void separate();

  std::string m_text;
};

}  // namespace wza
