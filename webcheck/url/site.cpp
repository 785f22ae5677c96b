// SPDX-License-Identifier: Apache-2.0
#include "webcheck/url/site.h"

#include "webcheck/url/host.h"

#include <libpsl.h>

#include <algorithm>

namespace wza::web {
namespace {

bool on_own_port(Url const &url) {
  return url.is_http() && !url.port();
}

}  // namespace

std::string registrable_domain(std::string_view host) {
  std::string const name(host);
  if (is_ip_host(host)) return name;
  // The list is compiled into the library and only read; there is nothing to free.
  char const *domain = psl_registrable_domain(psl_builtin(), name.c_str());
  return domain != nullptr ? domain : name;
}

bool is_public_suffix(std::string_view host) {
  return psl_is_public_suffix(psl_builtin(), std::string(host).c_str()) == 1;
}

bool same_host(Url const &a, Url const &b) {
  if (a.host() != b.host()) return false;
  return (on_own_port(a) && on_own_port(b)) || a.effective_port() == b.effective_port();
}

bool same_domain(Url const &a, Url const &b) {
  return registrable_domain(a.host()) == registrable_domain(b.host());
}

void Scope::add(Url const &url) {
  if (!contains(url)) m_roots.push_back(url);
}

bool Scope::contains(Url const &url) const {
  if (!url.is_http()) return false;
  return std::any_of(m_roots.begin(), m_roots.end(), [&](Url const &root) {
    return m_kind == ScopeKind::host ? same_host(root, url) : same_domain(root, url);
  });
}

}  // namespace wza::web
