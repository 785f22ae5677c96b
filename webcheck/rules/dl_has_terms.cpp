// SPDX-License-Identifier: Apache-2.0
// A <dl> holds terms and descriptions and nothing else (HTML, section 4.4.9). WCAG 2.2 SC 1.3.1;
// GB/T 37668 has no clause for it. Not decided: wrappers without a meaning of their own, custom
// elements, and lists that lack terms or descriptions.
#include "db/base/text.h"
#include "webcheck/rule.h"
#include "webcheck/rules/ownership.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { terms, empty, wrong, unpaired, perhaps };
constexpr std::array<Message, 5> kMessages{{
    {"terms", {"列表里都是名称和说明", "The list holds terms and descriptions"}},
    {"empty", {"列表里没有内容", "There is nothing in the list"}},
    {"wrong",
     {"<dl> 里直接放了不允许的内容：{}",
      "The <dl> has content directly in it that it may not have: {}"}},
    {"unpaired",
     {"<dl> 里只有名称或只有说明", "The <dl> has terms alone or descriptions alone"},
     {"缺的那一半会由脚本补上，或者这里听起来本来就像一组名称和说明吗？",
      "Does a script add the missing half, or does it sound like names with their descriptions as "
      "it is?"}},
    {"perhaps",
     {"<dl> 里的 {} 是否打断列表，请用读屏软件核对",
      "Whether {} breaks up the <dl> cannot be told; check with a screen reader"},
     {"读屏软件能说出这个列表有几项，并逐项读出名称和说明吗？",
      "Can a screen reader say how many items the list has, and read each with its term and "
      "description?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"1.3.1"};

/// What stands directly in a <dl>, or in a <div> that groups its items.
class Items {
 public:
  Items(A11yTree const &tree, NodeId list) : m_tree(tree), m_document(tree.document()) {
    read(list, true);
  }

  bool content = false;
  bool term = false;
  bool pair = false;         ///< a description behind a term
  NodeId wrong = kNoNode;    ///< the first that may not stand here
  NodeId perhaps = kNoNode;  ///< the first of which that cannot be told

 private:
  void read(NodeId parent, bool top) {
    for (NodeId c = m_document.first_child(parent); c.valid(); c = m_document.next_sibling(c)) {
      if (m_tree.hidden(c).is_true()) continue;
      if (!m_tree.spend()) return note(c, false);
      if (m_document.is_element(c)) {
        read_element(c, top);
      } else if (m_document.kind(c) == NodeKind::text && !trimmed(m_document.text(c)).empty()) {
        content = true;
        note(c, m_tree.hidden(c).is_false());
      }
    }
  }

  void read_element(NodeId n, bool top) {
    bool const dt = m_document.is(n, atom::dt);
    if (dt || m_document.is(n, atom::dd)) {
      content = true;
      pair = pair || (!dt && term);
      term = term || dt;
      return;
    }
    if (m_document.is(n, atom::div) && top && has_no_semantics(m_tree, n)) return read(n, false);
    if (!says_something(n)) return;
    content = true;
    bool const plain = has_no_semantics(m_tree, n) && !m_document.is(n, atom::li);
    bool const text = info(m_tree.role(n)).name_from == NameFrom::prohibited;
    bool const sure = m_tree.included(n).is_true() && !plain && !text;
    note(n, (sure || m_document.is(n, atom::li)) && m_tree.hidden(n).is_false());
  }

  void note(NodeId n, bool sure) {
    NodeId &first = sure ? wrong : perhaps;
    if (!first.valid()) first = n;
  }

  /// Whether people get anything of it: text, or an element that is drawn.
  bool says_something(NodeId n) const {
    for (NodeId each = n; each < m_document.subtree_end(n); ++each.value) {
      if (!m_tree.spend()) return true;
      if (m_tree.hidden(each).is_true()) continue;
      if (m_document.kind(each) == NodeKind::text) {
        if (!trimmed(m_document.text(each)).empty()) return true;
      } else if (m_document.is_element(each) && !has_no_semantics(m_tree, each)) {
        return true;
      }
    }
    return false;
  }

  A11yTree const &m_tree;
  Document const &m_document;
};

std::string name_of(Document const &document, NodeId n) {
  if (!document.is_element(n)) return std::string(utf8_prefix(trimmed(document.text(n)), 60));
  return "<" + std::string(document.tag_name(n)) + ">";
}

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  for (NodeId const n : page.dom().by_tag(atom::dl)) {
    bool const plain = page.dom().is(n, atom::dl) && tree.explicit_role(n) == Role::no_role;
    if (plain) targets.add(n, !tree.hidden(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  Items const items(page.a11y(), n);
  if (items.wrong.valid()) return failed(Msg::wrong, name_of(document, items.wrong));
  if (items.perhaps.valid()) return cant_tell(Msg::perhaps, name_of(document, items.perhaps));
  if (items.pair) return passed(Msg::terms);
  return items.content ? cant_tell(Msg::unpaired) : passed(Msg::empty);
}

}  // namespace

extern Rule const dl_has_terms;
constinit Rule const dl_has_terms{
    .id = "dl-has-terms",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .title = {"<dl> 里只能放名称（<dt>）和说明（<dd>）",
              "A <dl> must hold terms (<dt>) and descriptions (<dd>) alone"},
    .help = {"混进别的内容，读屏软件读不出有几项，也分不清哪个说明属于哪个名称。请把 <dt> 和 <dd> "
             "直接放进 <dl>（可以用 <div> 分组），其他内容移到列表外面或 <dd> "
             "里；不是名称和说明的，改用 <ul> 或 <div>。",
             "With other content in it a screen reader cannot say how many items there are nor "
             "which description belongs to which term. Put <dt> and <dd> directly into the <dl> (a "
             "<div> may group them), and move the rest out or into a <dd>; for what is no list of "
             "terms use <ul> or <div>."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
