// SPDX-License-Identifier: Apache-2.0
// Any bytes are a page or a refusal; the flat document is the tree that Gumbo made of the same
// source, walked here on its own; each finding's selector names one element.
#include "tests/fuzz/fuzz.h"
#include "webcheck/check.h"
#include "webcheck/css/selector_parse.h"
#include "webcheck/dom/from_gumbo.h"

#include <gumbo.h>

#include <algorithm>
#include <vector>

using namespace wza;
using namespace wza::web;
using fuzz::demand;

namespace {

/// What older and newer texts of the standard read differently (control characters,
/// noncharacters) as one sign.
std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t const length = std::max<std::size_t>(utf8_sequence_length(text.substr(i)), 1);
    std::string_view const one = text.substr(i, length);
    auto const first = static_cast<unsigned char>(one[0]);
    bool const control =
        (length == 1 && (first < 0x20 || first == 0x7F)) ||
        (length == 2 && first == 0xC2 && static_cast<unsigned char>(one[1]) < 0xA0);
    bool const rare = one == "\xEF\xBF\xBD" || one >= "\xEF\xB7\x90";
    out += control || rare ? "?" : one;
    i += length;
  }
  return out;
}

bool is_element(GumboNode const *node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

std::string name_of(GumboElement const &element) {
  if (element.tag != GUMBO_TAG_UNKNOWN && element.tag_namespace == GUMBO_NAMESPACE_HTML) {
    return gumbo_normalized_tagname(element.tag);
  }
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  if (piece.length == 0) return gumbo_normalized_tagname(element.tag);
  std::string name(piece.data, piece.length);
  for (std::size_t at = 0; (at = name.find('\0', at)) != std::string::npos;)
    name.replace(at, 1, "\xEF\xBF\xBD");
  return name;
}

class Comparison {
 public:
  /// Texts move where </form> or <menuitem> is repaired; then only elements are compared.
  Comparison(Document const &document, bool texts) : m_document(document), m_texts(texts) {}

  void children(GumboVector const &vector, NodeId parent, int depth) {
    if (depth > 300) return;
    NodeId n = next(m_document.first_child(parent));
    for (unsigned i = 0; i < vector.length; ++i) {
      auto const *const node = static_cast<GumboNode const *>(vector.data[i]);
      if (!is_element(node) && !m_texts) continue;
      demand(n.valid(), "each node of Gumbo's is in the document");
      demand(m_document.parent(n) == parent, "it has the same parent");
      if (is_element(node)) {
        element(node->v.element, n, depth);
      } else {
        demand(plain(node->v.text.text) == plain(m_document.text(n)), "texts are the same",
               node->v.text.text);
      }
      n = next(m_document.next_sibling(n));
    }
    demand(!n.valid(), "the document has no other nodes");
  }

 private:
  NodeId next(NodeId n) const {
    while (n.valid() &&
           (m_document.kind(n) == NodeKind::doctype || (!m_texts && !m_document.is_element(n)))) {
      n = m_document.next_sibling(n);
    }
    return n;
  }

  void element(GumboElement const &element, NodeId n, int depth) {
    demand(m_document.is_element(n), "an element is an element");
    demand(ascii_iequals(name_of(element), m_document.tag_name(n)), "it has the same name",
           m_document.tag_name(n));
    auto const attributes = m_document.attributes(n);
    demand(attributes.size() == element.attributes.length, "it has as many attributes");
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      auto const *const one = static_cast<GumboAttribute const *>(element.attributes.data[i]);
      std::string_view const name = m_document.name(attributes[i].name);
      demand(name.ends_with(one->name), "attributes have the same names", one->name);
      demand(plain(attributes[i].value) == plain(one->value), "and values", one->value);
    }
    children(element.children, n, depth + 1);
  }

  Document const &m_document;
  bool m_texts;
};

void compare_with_gumbo(Document const &document) {
  std::string_view const source = document.source();
  std::string const lower = ascii_lower(source);
  if (lower.find("menuitem") != std::string::npos) return;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.tab_stop = 1;
  GumboOutput *const output = gumbo_parse_with_options(&options, source.data(), source.size());
  Comparison(document, lower.find("</form") == std::string::npos)
      .children(output->document->v.document.children, kRoot, 0);
  gumbo_destroy_output(&options, output);
}

void check_is_total(std::string_view bytes) {
  Result<OpenedPage> opened = open_page({"fuzz", bytes, {}, std::nullopt});
  if (!opened) {
    demand(!opened.problem().reason.empty(), "a refusal says why");
    return;
  }
  Result<Document> const twin = parse_html(std::string(opened->document.source()));
  PageResult const result = check_page(*std::move(opened));
  demand(result.rules.size() == all_rules().size(), "each rule has an outcome");
  for (std::size_t i = 0; i < std::min<std::size_t>(result.findings.size(), 8); ++i) {
    PageFinding const &finding = result.findings[i];
    demand(finding.line >= 1 && finding.column >= 1, "a finding has a place");
    auto const list = SelectorList::parse(finding.selector);
    demand(list.has_value(), "its selector can be read", finding.selector);
    if (!twin) continue;
    auto const named = select_all(*twin, *list);
    auto const live = std::ranges::count_if(named, [&](NodeId n) { return twin->is_live(n); });
    demand(live == 1, "and names one element", finding.selector);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size) {
  std::string_view const bytes = fuzz::text_of(data, size);
  Result<Document> const document = parse_html(std::string(bytes));
  if (document) {
    compare_with_gumbo(*document);
  } else {
    demand(!document.problem().reason.empty(), "a refusal says why");
  }
  check_is_total(bytes);
  return 0;
}
