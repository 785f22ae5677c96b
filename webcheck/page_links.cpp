// SPDX-License-Identifier: Apache-2.0
#include "webcheck/page_links.h"

#include "db/base/ascii.h"
#include "db/base/text.h"
#include "webcheck/css/sheet_link.h"
#include "webcheck/css/style_sheet.h"
#include "webcheck/dom/locate.h"
#include "webcheck/dom/players.h"

#include <string_view>

namespace wza::web {
namespace {

/// True if `wanted` stands in a list whose parts commas or blanks part, as that of robots.
bool has_word(std::string_view list, std::string_view wanted) {
  std::string const all = ascii_lower(list);
  std::size_t at = 0;
  while ((at = all.find(wanted, at)) != std::string::npos) {
    std::size_t const end = at + wanted.size();
    auto const edge = [&](std::size_t i) {
      return kHtmlSpaces.find(all[i]) != std::string_view::npos || all[i] == ',';
    };
    if ((at == 0 || edge(at - 1)) && (end == all.size() || edge(end))) return true;
    at = end;
  }
  return false;
}

/// The URL in a meta refresh's content ("5; url=next.html"); empty without.
std::string refresh_target(std::string_view content) {
  std::size_t const at = ascii_lower(content).find("url");
  if (at == std::string::npos) return {};
  std::string_view rest = trimmed(content.substr(at + 3));
  if (!rest.starts_with('=')) return {};
  rest = trimmed(rest.substr(1));
  if (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) {
    char const quote = rest.front();
    rest = rest.substr(1, rest.find(quote, 1) - 1);
  }
  return std::string(trimmed(rest));
}

void add_imports(Document const &dom, NodeId style, PageLinks &links) {
  NodeId const text = dom.first_child(style);
  if (!text.valid() || !ascii_icontains(dom.text(text), "@import")) return;
  auto const sheet = css::StyleSheet::parse(dom.text(text));
  for (css::ImportRule const &import : sheet->imports())
    links.stylesheets.emplace_back(import.href);
}

/// What a player that starts by itself, with sound, may play.
void read_media(Document const &dom, NodeId player, std::vector<std::string> &media) {
  if (!starts_with_sound(dom, player)) return;
  for (std::string_view const address : media_sources(dom, player))
    media.emplace_back(address);
}

}  // namespace

PageLinks links_of(Document const &dom) {
  PageLinks links;
  auto const add = [](std::vector<std::string> &to, std::string_view address) {
    if (address = trimmed(address); !address.empty()) to.emplace_back(address);
  };
  auto const lead = [&](NodeId n, std::string_view address) {
    if (address = trimmed(address); address.empty()) return;
    links.pages.push_back({std::string(address), place_of(dom, n).line});
  };
  for (NodeId const n : dom.elements()) {
    if (dom.ns(n) != Namespace::html) continue;
    Atom const tag = dom.tag(n);
    if (tag == atom::a || tag == atom::area) {
      lead(n, dom.attr_or_empty(n, atom::href));
    } else if (tag == atom::iframe || tag == atom::frame) {
      lead(n, dom.attr_or_empty(n, atom::src));
      add(links.frames, dom.attr_or_empty(n, atom::src));
    } else if (tag == atom::audio || tag == atom::video) {
      read_media(dom, n, links.media);
    } else if (tag == atom::base && links.base.empty()) {
      links.base = trimmed(dom.attr_or_empty(n, atom::href));
    } else if (tag == atom::link) {
      add(links.stylesheets, sheet_href(dom, n));
    } else if (tag == atom::style) {
      add_imports(dom, n, links);
    } else if (tag == atom::meta) {
      std::string_view const content = dom.attr_or_empty(n, atom::content);
      if (ascii_iequals(dom.attr_or_empty(n, atom::http_equiv), "refresh")) {
        lead(n, refresh_target(content));
      }
      if (ascii_iequals(trimmed(dom.attr_or_empty(n, atom::name)), "robots")) {
        links.nofollow =
            links.nofollow || has_word(content, "nofollow") || has_word(content, "none");
      }
    }
  }
  return links;
}

}  // namespace wza::web
