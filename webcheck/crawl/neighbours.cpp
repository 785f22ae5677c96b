// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/neighbours.h"

#include <utility>

namespace wza::web {

bool Neighbours::wants(Url const &page) const {
  auto const found = m_sites.find(page.origin());
  return found == m_sites.end() || found->second.size() < kMost;
}

void Neighbours::add(Url const &page, PageOutline outline) {
  m_sites[page.origin()].push_back(std::move(outline));
}

std::vector<PageOutline> Neighbours::of(Url const &page) const {
  auto const found = m_sites.find(page.origin());
  if (found == m_sites.end() || found->second.size() < kLeast) return {};
  return found->second;
}

}  // namespace wza::web
