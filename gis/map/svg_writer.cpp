// SPDX-License-Identifier: Apache-2.0
#include "gis/map/svg_writer.h"

#include "db/base/markup.h"

#include <cassert>

namespace wza::gis {

void SvgWriter::escape(std::string_view text) {
  for (char const c : text) {
    if (std::string_view const reference = reference_of(c); !reference.empty()) {
      m_out += reference;
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r') {
      m_out += c;  // control characters other than these three are no XML at all
    }
  }
}

void SvgWriter::start(std::string_view name, Attributes attributes) {
  m_out += '<';
  m_out += name;
  for (auto const &[key, value] : attributes) {
    m_out += ' ';
    m_out += key;
    m_out += "=\"";
    escape(value);
    m_out += '"';
  }
}

void SvgWriter::open(std::string_view name, Attributes attributes) {
  start(name, attributes);
  m_out += '>';
  m_open.emplace_back(name);
}

void SvgWriter::close() {
  assert(!m_open.empty());
  m_out += "</";
  m_out += m_open.back();
  m_out += '>';
  m_open.pop_back();
}

void SvgWriter::empty(std::string_view name, Attributes attributes) {
  start(name, attributes);
  m_out += "/>";
}

void SvgWriter::text(std::string_view text) {
  escape(text);
}

void SvgWriter::element(std::string_view name, Attributes attributes, std::string_view content) {
  open(name, attributes);
  text(content);
  close();
}

std::string SvgWriter::take() {
  assert(m_open.empty());
  return std::move(m_out);
}

}  // namespace wza::gis
