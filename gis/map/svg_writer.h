// SPDX-License-Identifier: Apache-2.0
// Writes SVG element by element; every attribute and text is escaped here (XML 1.0, section 2.4).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wza::gis {

class SvgWriter {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

  /// Opens an element; close() ends the one opened last.
  void open(std::string_view name, Attributes attributes = {});
  void close();
  /// An element without content.
  void empty(std::string_view name, Attributes attributes);
  void text(std::string_view text);
  /// An element with text alone.
  void element(std::string_view name, Attributes attributes, std::string_view content);
  /// All that was written; every element must be closed.
  std::string take();

 private:
  void start(std::string_view name, Attributes attributes);
  void escape(std::string_view text);
  std::string m_out;
  std::vector<std::string> m_open;
};

}  // namespace wza::gis
