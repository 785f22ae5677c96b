// SPDX-License-Identifier: Apache-2.0
// Addresses folded to the patterns that they follow: "www.example.gov.cn/art/*/*.html" stands for
// all addresses that differ in their numbers only. An address follows several patterns at once,
// from its own form to the folder that it lies in; trap_learner.h keeps account of each.
#pragma once

#include "webcheck/url/url.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

/// What a pattern looks at.
enum class PatternKind : std::uint8_t {
  exact,      ///< words of the path, names of the parameters: "h/list*.html?page="
  loose,      ///< kinds of characters in the path: "h/@/@*.html"
  query,      ///< words of the path, any query: "h/list?..."
  folder,     ///< all that lies below: "h/calendar/..."
  parameter,  ///< words of the path, one parameter: "h/list?...colour=red..."
  anywhere,   ///< one parameter on any page of the host: "h/...?...print=..."
  hosts,      ///< the other hosts of the domain, as one leads to the next: "*.example.cn"
};

struct UrlPattern {
  PatternKind kind{};
  std::string text;  ///< as people read it
};

/// The patterns of an address, each once; the exact one is the first.
std::vector<UrlPattern> patterns_of(Url const &url);

/// What an address has in common with others, as far as its text tells.
struct LinkForm {
  std::uint64_t exact = 0;  ///< of the exact pattern
  std::uint64_t loose = 0;  ///< of the kinds of characters in the path
  bool operator==(LinkForm const &) const = default;
};
LinkForm form_of(Url const &url);

/// The pattern of an address that a page of another host of its domain named.
UrlPattern hosts_of(Url const &url);

/// FNV-1a, 64 bits: the same on every machine.
std::uint64_t hash_of(std::string_view text);

}  // namespace wza::web
