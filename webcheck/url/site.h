// SPDX-License-Identifier: Apache-2.0
// Which addresses belong together: registrable domains by the public suffix list (libpsl), and the
// scope of a crawl.
#pragma once

#include "db/base/enum_names.h"
#include "webcheck/url/url.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wza {
namespace web {

/// How far a crawl goes from the addresses that it was given.
enum class ScopeKind : std::uint8_t { host, domain };

/// "example.gov.cn" of "www.zfgb.example.gov.cn"; the host itself where it is an address or a
/// public suffix.
std::string registrable_domain(std::string_view host);

/// True for names under which anybody can have a name of his own: "cn", "gov.cn".
bool is_public_suffix(std::string_view host);

/// True if both stand on one server to a visitor: same host, and same port or each its scheme's.
bool same_host(Url const &a, Url const &b);

/// True if both hosts have one registrable domain.
bool same_domain(Url const &a, Url const &b);

/// The set of addresses that a crawl may visit.
class Scope {
 public:
  explicit Scope(ScopeKind kind) : m_kind(kind) {}
  /// Takes the host (or the registrable domain) of `url` into the scope.
  void add(Url const &url);
  bool contains(Url const &url) const;
  ScopeKind kind() const { return m_kind; }

 private:
  ScopeKind m_kind;
  std::vector<Url> m_roots;
};

}  // namespace web

template <>
struct Names<web::ScopeKind> {
  static constexpr std::array kAll{
      Name{web::ScopeKind::host, "host", "同一主机", "Same host"},
      Name{web::ScopeKind::domain, "domain", "同一注册域名", "Same registrable domain"},
  };
};
static_assert(covers(web::ScopeKind::domain));

}  // namespace wza
