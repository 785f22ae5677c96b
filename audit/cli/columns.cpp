// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/columns.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cassert>

namespace wza::audit {
namespace {

constexpr std::size_t kTerminalWidth = 100;

// The character at `i` of well-formed UTF-8; moves `i` behind it.
UChar32 next(std::string_view text, std::size_t &i) {
  auto const lead = static_cast<unsigned char>(text[i++]);
  int const more = lead < 0xC0 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  UChar32 character = more == 0 ? lead : lead & (0x3F >> more);
  for (int k = 0; k < more && i < text.size(); ++k) {
    character = (character << 6) | (static_cast<unsigned char>(text[i++]) & 0x3F);
  }
  return character;
}

std::size_t cells_of(UChar32 character) {
  int const type = u_charType(character);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  int const width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Bytes of the longest start of `text` that fits `cells` and ends at a blank or behind a wide
// character; all of it where no such place is.
std::size_t break_at(std::string_view text, std::size_t cells) {
  std::size_t used = 0;
  std::size_t best = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t const start = i;
    UChar32 const character = next(text, i);
    std::size_t const width = cells_of(character);
    if (character == ' ') best = start;
    // A line does not begin with closing punctuation.
    if (width == 2 && start > 0 && !u_ispunct(character)) best = start;
    used += width;
    if (used > cells && best > 0) return best;
  }
  return text.size();
}

}  // namespace

std::size_t cell_width(std::string_view text) {
  std::size_t cells = 0;
  for (std::size_t i = 0; i < text.size();)
    cells += cells_of(next(text, i));
  return cells;
}

std::string two_columns(std::vector<std::pair<std::string, std::string>> const &rows) {
  std::size_t width = 0;
  for (auto const &[name, help] : rows)
    width = std::max(width, cell_width(name));
  width = std::min<std::size_t>(width, 34);
  std::string out;
  for (auto const &[name, help] : rows) {
    out.append(2, ' ').append(name);
    std::size_t const used = cell_width(name);
    if (used > width) {
      out.append(1, '\n').append(width + 4, ' ');
    } else {
      out.append(width - used + 2, ' ');
    }
    std::string_view rest = help;
    while (true) {
      std::size_t const cut = break_at(rest, kTerminalWidth - width - 4);
      out.append(rest.substr(0, cut)).append(1, '\n');
      rest.remove_prefix(cut);
      while (!rest.empty() && rest.front() == ' ')
        rest.remove_prefix(1);
      if (rest.empty()) break;
      out.append(width + 4, ' ');
    }
  }
  return out;
}

void Columns::column(std::string_view head, Align align) {
  m_heads.emplace_back(head, align);
}

void Columns::row(std::vector<std::string> cells) {
  assert(cells.size() == m_heads.size());
  m_rows.push_back(std::move(cells));
}

std::string Columns::str() const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < m_heads.size(); ++i) {
    std::size_t width = cell_width(m_heads[i].first);
    for (auto const &row : m_rows)
      width = std::max(width, cell_width(row[i]));
    widths.push_back(width);
  }
  std::string out;
  auto put = [&](std::size_t i, std::string_view cell) {
    std::size_t const pad = widths[i] - cell_width(cell);
    bool const last = i + 1 == widths.size();
    if (m_heads[i].second == Align::right) out.append(pad, ' ');
    out.append(cell);
    if (m_heads[i].second == Align::left && !last) out.append(pad, ' ');
    out.append(last ? "\n" : "  ");
  };
  for (std::size_t i = 0; i < m_heads.size(); ++i)
    put(i, m_heads[i].first);
  for (std::size_t i = 0; i < m_heads.size(); ++i)
    put(i, std::string(widths[i], '-'));
  for (auto const &row : m_rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      put(i, row[i]);
  }
  return out;
}

}  // namespace wza::audit
