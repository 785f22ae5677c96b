// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/broken_links.h"

#include "webcheck/crawl/url_pattern.h"
#include "webcheck/site_rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace wza::web {
namespace {

std::string fingerprint_of(std::string_view site, std::string_view target) {
  PageRecord::Failure failure;
  failure.rule = kBrokenLink.id;
  failure.place = target;
  return web::fingerprint_of(site, failure);
}

Text message_of(std::string const &target, LinkEnd const &end) {
  if (end.status == 0) {
    return {fmt::format("链接指向的网址反复跳转，打不开：{}", target),
            fmt::format("The link leads to an address whose redirects go round in a circle: {}",
                        target)};
  }
  Text out{
      fmt::format("链接指向的网页不存在（{}）：{}", end.status, target),
      fmt::format("The link leads to a page that does not exist ({}): {}", end.status, target)};
  if (end.target != nullptr) {
    out.zh += fmt::format("，它跳转到 {}", *end.target);
    out.en += fmt::format(", which redirects to {}", *end.target);
  }
  return out;
}

}  // namespace

BrokenLinks::BrokenLinks(std::string site, LinkEnds const &ends, std::span<std::string const> known)
    : m_site(std::move(site)), m_ends(&ends) {
  for (std::string const &target : known)
    m_known.emplace(hash_of(target), fingerprint_of(m_site, target));
}

void BrokenLinks::take(PageRecord const &page, TestedPlace &place) {
  if (page.links_whole) place.decided.emplace_back(std::string(kBrokenLink.id));
  for (PageRecord::Link const &link : page.links) {
    auto const [met, fresh] = m_met.try_emplace(link.address);
    if (fresh) met->second = m_ends->of(link.address);
    LinkEnd const &end = met->second;
    if (end.kind == LinkEnd::Kind::doubt) {
      if (auto const known = m_known.find(link.address); known != m_known.end()) {
        place.in_doubt.push_back(known->second);
      }
    }
    if (end.kind != LinkEnd::Kind::dead) continue;
    auto [at, is_new] = m_dead.try_emplace(link.address);
    Defect &defect = at->second;
    if (is_new) defect = defect_of(link.address, end);
    Occurrence occurrence;
    occurrence.place = page.url;
    occurrence.line = static_cast<int>(link.line);
    occurrence.snippet = defect.component;
    defect.occurrences.push_back(std::move(occurrence));
  }
}

Defect BrokenLinks::defect_of(std::uint64_t address, LinkEnd const &end) const {
  std::string const &target = m_ends->text_of(address);
  Defect out;
  out.fingerprint = fingerprint_of(m_site, target);
  out.rule = RuleId(std::string(kBrokenLink.id));
  out.component = target;
  out.message = message_of(target, end);
  out.severity = kBrokenLink.severity;
  return out;
}

std::vector<Defect> BrokenLinks::defects() const {
  std::vector<Defect> out;
  for (auto const &[address, defect] : m_dead)
    out.push_back(defect);
  std::ranges::sort(out, [](Defect const &a, Defect const &b) {
    return std::tuple(b.occurrences.size(), a.component) <
           std::tuple(a.occurrences.size(), b.component);
  });
  return out;
}

}  // namespace wza::web
