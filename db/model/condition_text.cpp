// SPDX-License-Identifier: Apache-2.0
// The text form of a Condition, as it stands in criteria.tsv:
//   either = both { "or" both }        both = one { "and" one }
//   one    = "not" one | "(" either ")" | fact [ op quantity | "=" word { "|" word } ]
//   op     = "<=" | ">=" | "<" | ">" | "="
#include "db/model/criterion.h"

#include <fmt/format.h>

#include <cctype>
#include <charconv>

namespace wza {
namespace {

constexpr Unit kCountUnit{"个", Dimension::count, 1};

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

class Reader {
 public:
  explicit Reader(std::string_view text) : m_text(text) {}

  Result<Condition> read() {
    Condition condition;
    skip_blanks();
    if (m_at == m_text.size()) return condition;
    if (!either(condition) || m_at != m_text.size()) return stopped();
    return condition;
  }

 private:
  bool either(Condition &out) { return joined(out, "or", Condition::Kind::any_of); }

  bool joined(Condition &out, std::string_view word, Condition::Kind kind) {
    bool const outer = kind == Condition::Kind::any_of;
    std::vector<Condition> parts;
    do {
      Condition part;
      if (!(outer ? joined(part, "and", Condition::Kind::all_of) : one(part))) return false;
      parts.push_back(std::move(part));
    } while (take_word(word));
    if (parts.size() == 1) {
      out = std::move(parts[0]);
    } else {
      out.kind = kind;
      out.parts = std::move(parts);
    }
    return true;
  }

  bool one(Condition &out) {
    if (take_word("not")) {
      out.kind = Condition::Kind::not_;
      return one(out.parts.emplace_back());
    }
    if (take("(")) return either(out) && take(")");
    out.fact = std::string(word());
    if (out.fact.empty() || out.fact == "and" || out.fact == "or") return false;
    if (take("<=")) return quantity(out, Comparator::at_most);
    if (take(">=")) return quantity(out, Comparator::at_least);
    if (take("<")) return quantity(out, Comparator::less_than);
    if (take(">")) return quantity(out, Comparator::more_than);
    if (!take("=")) {
      out.kind = Condition::Kind::yes;
      return true;
    }
    if (m_at < m_text.size() && std::isdigit(static_cast<unsigned char>(m_text[m_at])))
      return quantity(out, Comparator::exactly);
    out.kind = Condition::Kind::one_of;
    do {
      out.words.emplace_back(word());
      if (out.words.back().empty()) return false;
    } while (take("|"));
    return true;
  }

  /// A number and its unit: all up to "and", "or", ")" or the end.
  bool quantity(Condition &out, Comparator comparator) {
    std::size_t end = m_at;
    while (end < m_text.size() && m_text[end] != ')') {
      std::string_view const rest = m_text.substr(end);
      if (rest.starts_with(" and ") || rest.starts_with(" or ")) break;
      ++end;
    }
    auto const value = parse_quantity(m_text.substr(m_at, end - m_at), kCountUnit);
    // A number without unit reads as a count; any other dimension must bring its unit.
    if (!value) {
      auto const metric = with_unit(m_text.substr(m_at, end - m_at));
      if (!metric) return false;
      out.value = *metric;
    } else {
      out.value = *value;
    }
    out.kind = Condition::Kind::compare;
    out.comparator = comparator;
    m_at = end;
    skip_blanks();
    return true;
  }

  static std::optional<Quantity> with_unit(std::string_view text) {
    text = trimmed(text);
    std::size_t digits = text.find_first_not_of("0123456789.");
    if (digits == std::string_view::npos || digits == 0) return std::nullopt;
    auto const unit = unit_of(text[digits] == ':' ? "1:n" : trimmed(text.substr(digits)));
    return unit ? parse_quantity(text, *unit) : std::nullopt;
  }

  std::string_view word() {
    std::size_t const begin = m_at;
    while (m_at < m_text.size() && is_word(m_text[m_at]))
      ++m_at;
    std::string_view const found = m_text.substr(begin, m_at - begin);
    skip_blanks();
    return found;
  }
  bool take(std::string_view sign) {
    if (!m_text.substr(m_at).starts_with(sign)) return false;
    m_at += sign.size();
    skip_blanks();
    return true;
  }
  bool take_word(std::string_view expected) {
    std::size_t const end = m_at + expected.size();
    if (!m_text.substr(m_at).starts_with(expected)) return false;
    if (end < m_text.size() && is_word(m_text[end])) return false;
    return take(expected);
  }
  void skip_blanks() {
    while (m_at < m_text.size() && m_text[m_at] == ' ')
      ++m_at;
  }

  Problem stopped() const {
    Problem p;
    p.code = ProblemCode::bad_value;
    p.field = "applies_when";
    p.reason = {fmt::format("条件“{}”从第 {} 个字节起无法理解。", m_text, m_at + 1),
                fmt::format("The condition \"{}\" cannot be understood from byte {} on.", m_text,
                            m_at + 1)};
    p.remedy = {"请按“rise_per_run <= 150 mm and site_constrained”的写法修改。",
                "Write it like \"rise_per_run <= 150 mm and site_constrained\"."};
    return p;
  }

  std::string_view m_text;
  std::size_t m_at = 0;
};

std::string_view sign_of(Comparator comparator) {
  switch (comparator) {
    case Comparator::at_least:
      return ">=";
    case Comparator::at_most:
      return "<=";
    case Comparator::more_than:
      return ">";
    case Comparator::less_than:
      return "<";
    default:
      return "=";
  }
}

/// In a unit that reads back to the same number: metres, %, N, …; counts stand alone.
std::string number_of(Quantity q) {
  if (q.dimension == Dimension::count) return fmt::format("{}", q.si);
  if (q.dimension == Dimension::length) return fmt::format("{} m", q.si);
  if (q.dimension == Dimension::area) return fmt::format("{} m2", q.si);
  if (q.dimension == Dimension::force) return fmt::format("{} N", q.si);
  if (q.dimension == Dimension::duration) return fmt::format("{} s", q.si);
  return fmt::format("1:{}", 1 / q.si);
}

std::string formatted(Condition const &c, bool inside);

std::string list(Condition const &c, std::string_view word, bool inside) {
  std::vector<std::string> parts;
  for (Condition const &part : c.parts)
    parts.push_back(formatted(part, true));
  std::string const all = fmt::format("{}", fmt::join(parts, word));
  return inside ? fmt::format("({})", all) : all;
}

std::string formatted(Condition const &c, bool inside) {
  using Kind = Condition::Kind;
  switch (c.kind) {
    case Kind::always:
      return "";
    case Kind::yes:
      return c.fact;
    case Kind::compare:
      return fmt::format("{} {} {}", c.fact, sign_of(c.comparator), number_of(c.value));
    case Kind::one_of:
      return fmt::format("{} = {}", c.fact, fmt::join(c.words, "|"));
    case Kind::not_:
      return fmt::format("not {}", formatted(c.parts.at(0), true));
    case Kind::all_of:
      return list(c, " and ", inside);
    case Kind::any_of:
      return list(c, " or ", inside);
  }
  return "";
}

}  // namespace

Result<Condition> parse_condition(std::string_view text) {
  return Reader(text).read();
}

std::string format_condition(Condition const &condition) {
  return formatted(condition, false);
}

}  // namespace wza
