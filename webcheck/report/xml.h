// SPDX-License-Identifier: Apache-2.0
// Writes XML 1.0: escapes by place, closes what was opened, leaves out characters that XML forbids.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

class XmlWriter {
 public:
  XmlWriter();

  /// Opens an element; its attributes follow, then its content.
  XmlWriter &open(std::string_view name);
  XmlWriter &attribute(std::string_view name, std::string_view value);
  XmlWriter &text(std::string_view content);
  XmlWriter &close();

  /// The document; closes what is still open.
  std::string finish() &&;

 private:
  void end_tag_start();
  void escaped(std::string_view text);

  std::string m_out;
  std::vector<std::string> m_open;
  bool m_in_tag = false;
};

}  // namespace wza::web
