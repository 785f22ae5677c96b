// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/html_writer.h"

#include "db/base/markup.h"
#include "db/base/text.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace wza::web {
namespace {

bool is_void(std::string_view name) {
  constexpr std::array<std::string_view, 4> kVoid{"meta", "br", "hr", "link"};
  return std::ranges::find(kVoid, name) != kVoid.end();
}

/// Elements after whose end a line may break without a blank being seen.
bool is_block(std::string_view name) {
  constexpr std::array<std::string_view, 20> kBlocks{
      "html", "head", "body", "header", "nav", "main", "section", "footer", "title", "h1",
      "h2",   "h3",   "p",    "ul",     "ol",  "li",   "table",   "tr",     "dl",    "div"};
  return std::ranges::find(kBlocks, name) != kBlocks.end();
}

}  // namespace

HtmlWriter &HtmlWriter::open(std::string_view name, Attributes attributes) {
  m_out.append("<").append(name);
  for (auto const &[key, value] : attributes) {
    m_out.append(" ").append(key).append("=\"");
    escaped(value);
    m_out += '"';
  }
  m_out += '>';
  if (!is_void(name)) m_open.emplace_back(name);
  return *this;
}

HtmlWriter &HtmlWriter::close() {
  assert(!m_open.empty());
  m_out.append("</").append(m_open.back()).append(">");
  if (is_block(m_open.back())) m_out += '\n';
  m_open.pop_back();
  return *this;
}

HtmlWriter &HtmlWriter::text(std::string_view content) {
  escaped(content);
  return *this;
}

HtmlWriter &HtmlWriter::leaf(std::string_view name, std::string_view content,
                             Attributes attributes) {
  return open(name, attributes).text(content).close();
}

HtmlWriter &HtmlWriter::style(std::string_view sheet) {
  assert(sheet.find("</") == std::string_view::npos);
  m_out.append("<style>\n").append(sheet).append("</style>\n");
  return *this;
}

std::string HtmlWriter::finish() && {
  while (!m_open.empty())
    close();
  return std::move(m_out);
}

void HtmlWriter::escaped(std::string_view text) {
  std::string const whole = is_utf8(text) ? std::string(text) : well_formed(text);
  for (char const c : whole) {
    if (std::string_view const reference = reference_of(c); !reference.empty()) {
      m_out += reference;
    } else if (c == '\0') {
      m_out += "\xEF\xBF\xBD";
    } else {
      m_out += c;
    }
  }
}

}  // namespace wza::web
