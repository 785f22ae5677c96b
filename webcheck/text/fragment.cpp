// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/fragment.h"

#include "db/base/text.h"
#include "webcheck/url/percent.h"

#include <string>
#include <unordered_map>

namespace wza::web {
namespace {

/// The address without its fragment.
std::string_view document_of(std::string_view url) {
  return url.substr(0, url.find('#'));
}

/// The first <a> of each name.
struct NamedAnchors {
  explicit NamedAnchors(Page const &page) {
    for (NodeId const n : page.dom().by_tag(atom::a)) {
      if (auto const name = page.dom().attr(n, atom::name)) by_name.emplace(*name, n);
    }
  }
  std::unordered_map<std::string_view, NodeId> by_name;
};

}  // namespace

NodeId place_in_page(Page const &page, std::string_view fragment) {
  NodeId const found = page.dom().by_id(fragment);
  if (found.valid()) return found;
  auto const &anchors = page.facts<NamedAnchors>().by_name;
  auto const named = anchors.find(fragment);
  return named == anchors.end() ? kNoNode : named->second;
}

NodeId fragment_target(Page const &page, NodeId link) {
  Document const &document = page.dom();
  std::string_view const href = trimmed(document.attr_or_empty(link, atom::href));
  std::size_t const hash = href.find('#');
  if (hash == std::string_view::npos || hash + 1 == href.size()) return kNoNode;
  if (hash != 0 && href.substr(0, hash) != document_of(page.url())) return kNoNode;
  std::string_view const fragment = href.substr(hash + 1);
  NodeId const found = place_in_page(page, fragment);
  if (found.valid() || fragment.find('%') == std::string_view::npos) return found;
  return place_in_page(page, percent_decoded(fragment));
}

}  // namespace wza::web
