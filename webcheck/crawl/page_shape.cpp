// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/page_shape.h"

#include "db/base/text.h"
#include "webcheck/crawl/url_pattern.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace wza::web {
namespace {

/// Pieces that are kept of one page.
constexpr std::size_t kMostPieces = 256;
/// Letters below which a piece or a page says too little; a letter outside ASCII counts as two.
constexpr std::size_t kLeastPiece = 4, kLeastPage = 40;

/// White space folded.
std::string folded_blanks(std::string_view text) {
  std::string out;
  for (char const c : trimmed(text)) {
    bool const blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    if (!blank) {
      out += c;
    } else if (!out.ends_with(' ')) {
      out += ' ';
    }
  }
  return out;
}

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Words with a digit in them become "0": dates, counters, keys.
std::string without_numbers(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    bool digit = false;
    while (end < text.size() && is_alnum(text[end])) {
      digit = digit || (text[end] >= '0' && text[end] <= '9');
      ++end;
    }
    if (end == i) {
      out += text[i++];
    } else {
      out += digit ? std::string_view("0") : text.substr(i, end - i);
      i = end;
    }
  }
  return out;
}

std::size_t letters_of(std::string_view text) {
  std::size_t count = 0;
  for (char const c : text) {
    bool const first_of_many = static_cast<unsigned char>(c) >= 0xC0;
    bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    count += first_of_many ? 2U : letter ? 1U : 0U;
  }
  return count;
}

class ShapeReader {
 public:
  explicit ShapeReader(Document const &document) : m_document(&document) {}

  PageShape read() {
    for (NodeId n{1}; n.value < m_document->size();) {
      bool const whole = take(n);
      n = whole ? m_document->subtree_end(n) : NodeId{n.value + 1};
    }
    PageShape out;
    if (m_letters >= kLeastPage) out.text = hash_of(m_text);
    std::sort(m_pieces.begin(), m_pieces.end());
    m_pieces.resize(std::min(m_pieces.size(), kMostPieces));
    for (auto const &[rank, piece] : m_pieces)
      out.pieces.push_back(piece);
    std::sort(out.pieces.begin(), out.pieces.end());
    out.pieces.erase(std::unique(out.pieces.begin(), out.pieces.end()), out.pieces.end());
    return out;
  }

 private:
  /// True where nothing inside is looked at.
  bool take(NodeId n) {
    if (m_document->kind(n) == NodeKind::text) {
      add(kind_at(n), m_document->text(n));
      return true;
    }
    if (!m_document->is_element(n)) return true;
    constexpr std::array kSilent{atom::script, atom::style, atom::template_, atom::noscript};
    if (std::find(kSilent.begin(), kSilent.end(), m_document->tag(n)) != kSilent.end()) return true;
    constexpr std::array kHeadings{atom::h1, atom::h2, atom::h3, atom::h4, atom::h5, atom::h6};
    NodeId const end = m_document->subtree_end(n);
    if (m_document->is(n, atom::a)) m_link_end = std::max(m_link_end, end);
    if (m_document->is(n, atom::title)) m_title_end = std::max(m_title_end, end);
    if (std::find(kHeadings.begin(), kHeadings.end(), m_document->tag(n)) != kHeadings.end()) {
      m_heading_end = std::max(m_heading_end, end);
    }
    if (m_document->is(n, atom::img)) {
      add('i', m_document->attr_or_empty(n, atom::alt));
      add_picture(m_document->attr_or_empty(n, atom::src));
    }
    return false;
  }

  char kind_at(NodeId n) const {
    return n < m_title_end ? 'T' : n < m_heading_end ? 'h' : n < m_link_end ? 'a' : 't';
  }

  void add(char kind, std::string_view text) {
    std::string const words = folded_blanks(text);
    if (words.empty()) return;
    m_text.append(1, kind).append(words).append("\n");
    std::string const folded = without_numbers(words);
    std::size_t const letters = letters_of(folded);
    m_letters += letters;
    if (letters >= kLeastPiece) keep(kind, folded);
  }

  /// A picture is known by its file, whose number tells it from the next one.
  void add_picture(std::string_view src) {
    std::string_view const file = src.substr(0, src.find_first_of("?#"));
    if (file.empty() || file.starts_with("data:")) return;
    m_text.append("p").append(file).append("\n");
    keep('p', file);
  }

  void keep(char kind, std::string_view words) {
    std::uint64_t const hash = hash_of(std::string(1, kind).append(words));
    auto const piece = static_cast<std::uint32_t>(hash ^ (hash >> 32U));
    bool const first = kind == 'T' || kind == 'h';
    // The rank puts titles and headings first and takes a sample of the rest by chance.
    m_pieces.emplace_back(first ? 0 : 1 + (hash >> 33U), piece);
  }

  Document const *m_document;
  NodeId m_link_end = kRoot, m_title_end = kRoot, m_heading_end = kRoot;
  std::string m_text;
  std::size_t m_letters = 0;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> m_pieces;  ///< by rank
};

}  // namespace

PageShape shape_of(Document const &document) {
  return ShapeReader(document).read();
}

std::uint64_t skeleton_of(std::string const &signature) {
  constexpr int kHexadecimal = 16;
  std::uint64_t out = 0;
  std::from_chars(signature.data(), signature.data() + signature.size(), out, kHexadecimal);
  return out;
}

PageShape shape_of_file(std::string const &sha256) {
  std::uint64_t const hash = hash_of(sha256);
  return {hash, 0, {static_cast<std::uint32_t>(hash ^ (hash >> 32U))}};
}

std::size_t NumberSet::slot_of(std::uint32_t number) const {
  std::size_t const mask = m_slots.size() - 1;
  std::size_t at = (number * 0x9E3779B1U) & mask;
  while (m_slots[at] != 0 && m_slots[at] != number)
    at = (at + 1) & mask;
  return at;
}

bool NumberSet::contains(std::uint32_t number) const {
  return !m_slots.empty() && m_slots[slot_of(std::max(number, 1U))] != 0;
}

bool NumberSet::insert(std::uint32_t number) {
  number = std::max(number, 1U);
  if (m_slots.size() < 2 * (m_size + 1)) grow();
  std::size_t const at = slot_of(number);
  if (m_slots[at] == number) return false;
  m_slots[at] = number;
  ++m_size;
  return true;
}

void NumberSet::grow() {
  constexpr std::size_t kFirst = 1024;
  std::vector<std::uint32_t> const old = std::move(m_slots);
  m_slots.assign(std::max(kFirst, 2 * old.size()), 0);
  m_size = 0;
  for (std::uint32_t const number : old)
    if (number != 0) insert(number);
}

}  // namespace wza::web
