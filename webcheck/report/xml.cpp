// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/xml.h"

#include "db/base/markup.h"
#include "db/base/text.h"

#include <utility>

namespace wza::web {

XmlWriter::XmlWriter() : m_out("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

XmlWriter &XmlWriter::open(std::string_view name) {
  end_tag_start();
  m_out.append("<").append(name);
  m_open.emplace_back(name);
  m_in_tag = true;
  return *this;
}

XmlWriter &XmlWriter::attribute(std::string_view name, std::string_view value) {
  m_out.append(" ").append(name).append("=\"");
  escaped(value);
  m_out += '"';
  return *this;
}

XmlWriter &XmlWriter::text(std::string_view content) {
  end_tag_start();
  escaped(content);
  return *this;
}

XmlWriter &XmlWriter::close() {
  if (m_in_tag) {
    m_out += "/>";
    m_in_tag = false;
  } else {
    m_out.append("</").append(m_open.back()).append(">");
  }
  m_open.pop_back();
  if (m_open.size() < 3) m_out += '\n';
  return *this;
}

std::string XmlWriter::finish() && {
  while (!m_open.empty())
    close();
  return std::move(m_out);
}

void XmlWriter::end_tag_start() {
  if (m_in_tag) m_out += '>';
  m_in_tag = false;
}

void XmlWriter::escaped(std::string_view text) {
  std::string const whole = is_utf8(text) ? std::string(text) : well_formed(text);
  for (char const c : whole) {
    if (std::string_view const reference = reference_of(c); !reference.empty()) {
      m_out += reference;
    } else if (c == '\n' || c == '\t' || c == '\r') {
      // in attributes a reader would turn them into blanks
      m_out += c == '\n' ? "&#10;" : c == '\t' ? "&#9;" : "&#13;";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      m_out += c;  // XML 1.0, section 2.2: no other control characters
    }
  }
}

}  // namespace wza::web
