// SPDX-License-Identifier: Apache-2.0
#include "webcheck/url/host.h"

#include "db/base/ascii.h"
#include "webcheck/url/idna.h"
#include "webcheck/url/percent.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace wza::web {
namespace {

// Forbidden host code points; a domain may have no control, '%' and DEL either.
bool is_forbidden_in_host(char c) {
  constexpr std::string_view kForbidden("\0\t\n\r #/:<>?@[\\]^|", 17);
  return kForbidden.find(c) != std::string_view::npos;
}
bool is_forbidden_in_domain(char c) {
  return is_forbidden_in_host(c) || static_cast<unsigned char>(c) <= 0x1F || c == '%' || c == 0x7F;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    std::size_t const at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

/// IPv4 number parser: decimal, 0x hexadecimal or 0 octal; values past 2^32 saturate.
std::optional<std::uint64_t> ipv4_number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  unsigned radix = 10;
  if (text.size() >= 2 && (text.starts_with("0x") || text.starts_with("0X"))) {
    text.remove_prefix(2);
    radix = 16;
  } else if (text.size() >= 2 && text[0] == '0') {
    text.remove_prefix(1);
    radix = 8;
  }
  std::uint64_t value = 0;
  for (char c : text) {
    int const digit = hex_value(c);
    if (digit < 0 || static_cast<unsigned>(digit) >= radix) return std::nullopt;
    value = std::min<std::uint64_t>(value * radix + static_cast<unsigned>(digit), 1ULL << 40);
  }
  return value;
}

bool ends_in_a_number(std::string_view domain) {
  std::vector<std::string_view> parts = split(domain, '.');
  if (parts.back().empty()) {
    if (parts.size() == 1) return false;
    parts.pop_back();
  }
  std::string_view const last = parts.back();
  if (!last.empty() && std::all_of(last.begin(), last.end(), is_ascii_digit)) return true;
  return ipv4_number(last).has_value();
}

std::optional<std::uint32_t> parse_ipv4(std::string_view domain) {
  std::vector<std::string_view> parts = split(domain, '.');
  if (parts.back().empty() && parts.size() > 1) parts.pop_back();
  if (parts.size() > 4) return std::nullopt;
  std::uint64_t address = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::optional<std::uint64_t> const number = ipv4_number(parts[i]);
    if (!number) return std::nullopt;
    bool const last = i + 1 == parts.size();
    if (!last) {
      if (*number > 255) return std::nullopt;
      address |= *number << (8 * (3 - i));
    } else {
      if (*number >= 1ULL << (8 * (5 - parts.size()))) return std::nullopt;
      address |= *number;
    }
  }
  return static_cast<std::uint32_t>(address);
}

std::string ipv4_text(std::uint32_t a) {
  return fmt::format("{}.{}.{}.{}", a >> 24, (a >> 16) & 255, (a >> 8) & 255, a & 255);
}

/// The dotted tail of an IPv6 address: exactly four decimal numbers without leading zeros.
std::optional<std::uint32_t> ipv6_dotted_tail(std::string_view text) {
  std::vector<std::string_view> const parts = split(text, '.');
  if (parts.size() != 4) return std::nullopt;
  std::uint32_t value = 0;
  for (std::string_view part : parts) {
    bool const decimal = !part.empty() && part.size() <= 3 &&
                         std::all_of(part.begin(), part.end(), is_ascii_digit) &&
                         (part.size() == 1 || part[0] != '0');
    if (!decimal) return std::nullopt;
    std::uint32_t number = 0;
    for (char c : part)
      number = number * 10 + static_cast<std::uint32_t>(c - '0');
    if (number > 255) return std::nullopt;
    value = value << 8 | number;
  }
  return value;
}

// The IPv6 parser of the standard, written as two runs of pieces around one "::".
std::optional<std::array<std::uint16_t, 8>> parse_ipv6(std::string_view input) {
  std::array<std::uint16_t, 8> pieces{};
  std::size_t count = 0;
  std::optional<std::size_t> compress;
  std::size_t i = 0;
  if (input.starts_with(':')) {
    if (!input.starts_with("::")) return std::nullopt;
    i = 2;
    compress = 0;
  }
  while (i < input.size()) {
    if (count == 8) return std::nullopt;
    if (input[i] == ':') {
      if (compress) return std::nullopt;
      compress = count;
      ++i;
      continue;
    }
    std::size_t const start = i;
    unsigned value = 0;
    while (i < input.size() && i - start < 4 && hex_value(input[i]) >= 0) {
      value = value * 16 + static_cast<unsigned>(hex_value(input[i++]));
    }
    if (i < input.size() && input[i] == '.') {
      if (i == start || count > 6) return std::nullopt;
      std::optional<std::uint32_t> const tail = ipv6_dotted_tail(input.substr(start));
      if (!tail) return std::nullopt;
      pieces[count++] = static_cast<std::uint16_t>(*tail >> 16);
      pieces[count++] = static_cast<std::uint16_t>(*tail & 0xFFFF);
      i = input.size();
      break;
    }
    if (i < input.size()) {
      if (input[i] != ':' || i + 1 == input.size()) return std::nullopt;
      ++i;
    }
    pieces[count++] = static_cast<std::uint16_t>(value);
  }
  if (compress) {
    std::rotate(pieces.begin() + static_cast<std::ptrdiff_t>(*compress),
                pieces.begin() + static_cast<std::ptrdiff_t>(count), pieces.end());
    // What rotated to the front of the gap are the zeros behind the last piece.
  } else if (count != 8) {
    return std::nullopt;
  }
  return pieces;
}

std::string ipv6_text(std::array<std::uint16_t, 8> const &pieces) {
  std::size_t best = 8, best_length = 1;  // only runs of two zeros and more are compressed
  for (std::size_t i = 0; i < 8;) {
    std::size_t end = i;
    while (end < 8 && pieces[end] == 0)
      ++end;
    if (end - i > best_length) {
      best = i;
      best_length = end - i;
    }
    i = end + 1;
  }
  std::string out = "[";
  for (std::size_t i = 0; i < 8;) {
    if (i == best) {
      out += i == 0 ? "::" : ":";
      i += best_length;
      continue;
    }
    out += fmt::format("{:x}", pieces[i]);
    if (++i < 8) out += ':';
  }
  return out + "]";
}

}  // namespace

std::optional<std::string> parse_host(std::string_view input, HostKind kind) {
  if (input.starts_with('[')) {
    if (!input.ends_with(']')) return std::nullopt;
    auto const pieces = parse_ipv6(input.substr(1, input.size() - 2));
    return pieces ? std::optional(ipv6_text(*pieces)) : std::nullopt;
  }
  if (kind == HostKind::opaque) {
    if (std::any_of(input.begin(), input.end(), is_forbidden_in_host)) return std::nullopt;
    return percent_encoded(input, EncodeSet::c0_control);
  }
  std::optional<std::string> domain = domain_to_ascii(with_replacements(percent_decoded(input)));
  if (!domain || std::any_of(domain->begin(), domain->end(), is_forbidden_in_domain)) {
    return std::nullopt;
  }
  if (!ends_in_a_number(*domain)) return domain;
  std::optional<std::uint32_t> const address = parse_ipv4(*domain);
  return address ? std::optional(ipv4_text(*address)) : std::nullopt;
}

std::optional<std::uint32_t> ipv4_of(std::string_view host) {
  return ends_in_a_number(host) ? parse_ipv4(host) : std::nullopt;
}

std::optional<std::array<std::uint16_t, 8>> ipv6_of(std::string_view host) {
  if (!host.starts_with('[') || !host.ends_with(']')) return std::nullopt;
  return parse_ipv6(host.substr(1, host.size() - 2));
}

bool is_ip_host(std::string_view host) {
  return ipv4_of(host) || ipv6_of(host);
}

}  // namespace wza::web
