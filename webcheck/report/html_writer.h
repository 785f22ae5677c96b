// SPDX-License-Identifier: Apache-2.0
// Writes HTML: escapes by place, knows which elements have no end tag (HTML, section 13.1.2), and
// closes what was opened.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wza::web {

class HtmlWriter {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  HtmlWriter() : m_out("<!doctype html>\n") {}

  /// Opens an element; of one without end tag that is all.
  HtmlWriter &open(std::string_view name, Attributes attributes = {});
  HtmlWriter &close();
  HtmlWriter &text(std::string_view content);
  /// An element with nothing but text in it.
  HtmlWriter &leaf(std::string_view name, std::string_view content, Attributes attributes = {});
  /// A <style> with that sheet, which has no "</" in it.
  HtmlWriter &style(std::string_view sheet);

  /// The document; closes what is still open.
  std::string finish() &&;

 private:
  void escaped(std::string_view text);

  std::string m_out;
  std::vector<std::string> m_open;
};

}  // namespace wza::web
