// SPDX-License-Identifier: Apache-2.0
#include "tests/support/page_of.h"

#include "webcheck/css/cascade.h"
#include "webcheck/dom/from_gumbo.h"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace wza::web {

Document document_of(std::string_view html) {
  // Deeper than the program allows: what stands on the parser must stand deep pages by itself.
  Result<Document> document = parse_html(std::string(html), {.depth = 4096});
  if (!document) throw std::runtime_error(document.problem().in(Lang::en));
  return *std::move(document);
}

Page page_of(std::string_view html, std::string_view url,
             std::shared_ptr<Surroundings const> surroundings) {
  Document document = document_of(html);
  StyleInputs inputs = collect_sheets(document);
  ComputedStyles styles = compute_styles(document, inputs);
  auto turned = compute_turned_styles(document, std::move(inputs));
  return {std::string(url), std::move(document), std::move(styles), std::move(turned),
          std::move(surroundings)};
}

std::string tree_of(Document const &document) {
  std::string out;
  std::vector<NodeId> open;
  for (std::uint32_t i = 1; i < document.size(); ++i) {
    NodeId const n{i};
    while (!open.empty() && document.subtree_end(open.back()) <= n)
      open.pop_back();
    std::string const indent(open.size() * 2, ' ');
    switch (document.kind(n)) {
      case NodeKind::doctype:
        out.append(indent).append("<!DOCTYPE ").append(document.text(n)).append(">\n");
        break;
      case NodeKind::text:
        out.append(indent).append("\"").append(document.text(n)).append("\"\n");
        break;
      case NodeKind::comment:
        out.append(indent).append("<!-- ").append(document.text(n)).append(" -->\n");
        break;
      default:
        out.append(indent).append("<").append(document.tag_name(n)).append(">\n");
        for (Attribute const &attribute : document.attributes(n)) {
          out.append(indent).append("  ").append(document.name(attribute.name));
          out.append("=\"").append(attribute.value).append("\"\n");
        }
        open.push_back(n);
    }
  }
  return out;
}

}  // namespace wza::web
