// SPDX-License-Identifier: Apache-2.0
// An element whose role needs certain elements in it (list: listitem, menu: menuitem) has them and
// no others. ACT bc4a75; WCAG 2.2 SC 1.3.1; GB/T 37668 has no clause for it. Deviations: empty ones
// may be filled by scripts; text-level elements between the items are not decided.
#include "webcheck/dom/tokens.h"
#include "webcheck/rule.h"
#include "webcheck/rules/ownership.h"
#include "webcheck/rules/targets.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_owned, empty, wrong, missing, filled_later, perhaps };
constexpr std::array<Message, 6> kMessages{{
    {"has_owned", {"里面都是它的角色要求的元素", "It has the elements that its role requires"}},
    {"empty", {"里面没有内容", "There is nothing in it"}},
    {"wrong",
     {"里面有它的角色不允许的元素，角色是 {}",
      "It has an element in it that its role does not allow, with the role {}"}},
    {"missing",
     {"里面有内容，却没有它的角色要求的元素：{}",
      "It has content but none of the elements that its role requires: {}"}},
    {"filled_later",
     {"里面还没有它的角色要求的元素，脚本可能会添加，请在浏览器中核对",
      "What its role requires is not in it yet, but a script may add it; check in a browser"}},
    {"perhaps",
     {"里面有些元素是否允许，静态检查无法确定，请用读屏软件核对",
      "Whether some elements in it are allowed cannot be told from the source; check with a screen "
      "reader"}},
}};

constexpr std::array<std::string_view, 1> kAct{"bc4a75"};
constexpr std::array<std::string_view, 1> kWcag{"1.3.1"};

/// What the elements below one are to it; stops at those that have semantics of their own.
class Owned {
 public:
  Owned(A11yTree const &tree, NodeId owner)
      : m_tree(tree), m_document(tree.document()), m_owner(owner), m_role(tree.role(owner)) {
    NodeId const end = m_document.subtree_end(owner);
    for (NodeId n{owner.value + 1}; n < end;) {
      n = look(n) ? NodeId{n.value + 1} : m_document.subtree_end(n);
    }
    each_token(m_document.attr_or_empty(owner, atom::aria_owns), [this](std::string_view id) {
      NodeId const n = m_document.by_id(id);
      if (!n.valid() || look(n)) doubt = true;
    });
  }

  bool found = false;    ///< one that the role requires
  bool content = false;  ///< text or anything else that people get
  bool doubt = false;
  NodeId wrong = kNoNode;  ///< the first that the role does not allow

 private:
  /// True if what is below `n` counts as well.
  bool look(NodeId n) {
    if (!m_document.is_element(n)) {
      bool const text = m_document.kind(n) == NodeKind::text && m_tree.hidden(n).is_false();
      content = content || (text && !trimmed(m_document.text(n)).empty());
      return true;
    }
    if (!m_document.is_live(n) || m_tree.hidden(n).is_true()) return false;
    NodeId const other = m_tree.owner_by_reference(n);
    if (other.valid() && other != m_owner) return false;
    if (has_no_semantics(m_tree, n)) {
      doubt = doubt || is_custom_element(m_document, n) || has_telling_global_aria(m_document, n) ||
              !m_tree.focusable(n).is_false();
      return true;
    }
    content = true;
    Role const role = m_tree.role(n);
    if (is_required(role) || (role == Role::rowgroup && is_a(m_role, Role::table))) {
      found = true;
    } else if (role == Role::group && has_groups()) {
      return true;
    } else if (!is_allowed(role)) {
      // Browsers leave out, or not, the roles of text: a paragraph, an emphasis.
      bool const sure = m_tree.included(n).is_true() && !is_of_text(role);
      if (sure && !wrong.valid()) wrong = n;
      doubt = doubt || !sure;
    }
    return false;
  }

  bool is_required(Role role) const {
    bool const later = info(role).kind == RoleKind::dpub || info(role).kind == RoleKind::aria13;
    return std::ranges::any_of(info(m_role).owned, [role, later](Role each) {
      return role == each || (later && is_a(role, each));
    });
  }
  bool has_groups() const {
    return m_role == Role::menu || m_role == Role::menubar || m_role == Role::listbox ||
           m_role == Role::tree;
  }
  bool is_allowed(Role role) const {
    if (is_a(m_role, Role::table)) return role == Role::caption;
    return role == Role::separator && has_groups();
  }
  static bool is_of_text(Role role) {
    return info(role).name_from == NameFrom::prohibited || role == Role::separator ||
           role == Role::time || role == Role::term || role == Role::definition ||
           role == Role::note || is_a(role, Role::status) || is_a(role, Role::alert);
  }

  A11yTree const &m_tree;
  Document const &m_document;
  NodeId m_owner;
  Role m_role;
};

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  Atom const busy = document.find_atom("aria-busy");
  each_of_roles(
      page,
      [](Role role) { return info(role).kind == RoleKind::aria12 && !info(role).owned.empty(); },
      [&](NodeId n) {
        if (document.ns(n) == Namespace::mathml) return;
        bool const loads =
            busy != atom::none && ascii_iequals(document.attr_or_empty(n, busy), "true");
        if (!loads) targets.add(n, tree.included(n));
      });
}

Verdict expect(Page const &page, NodeId n) {
  A11yTree const &tree = page.a11y();
  Role const role = tree.role(n);
  Owned const owned(tree, n);
  // The radio buttons of a group may stand among other things.
  if (role == Role::radiogroup)
    return owned.found ? passed(Msg::has_owned) : cant_tell(Msg::perhaps);
  if (owned.doubt || is_custom_element(page.dom(), n)) return cant_tell(Msg::perhaps);
  if (owned.wrong.valid()) {
    return failed(Msg::wrong, std::string(info(tree.role(owned.wrong)).name));
  }
  if (owned.found) return passed(Msg::has_owned);
  if (!owned.content) {
    return role == tree.implicit_role(n) ? passed(Msg::empty) : cant_tell(Msg::filled_later);
  }
  // Scripts fill what they know by its id; "more" or "loading" may stand in it until then.
  if (page.dom().has_attr(n, atom::id)) return cant_tell(Msg::filled_later);
  std::string names;
  for (Role const each : info(role).owned)
    names.append(names.empty() ? "" : ", ").append(info(each).name);
  return failed(Msg::missing, std::move(names));
}

}  // namespace

extern Rule const role_has_owned;
constinit Rule const role_has_owned{
    .id = "role-has-owned",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .title =
        {"列表、菜单等容器里必须只有它的 role 所要求的元素",
         "Lists, menus and the like must have in them what their role requires, and only that"},
    .help = {"里面的元素不对，读屏软件读不出有几项，也无法逐项浏览。请只放要求的元素，例如 list 里"
             "放 listitem（<ul> 里放 <li>），menu 里放 menuitem，tablist 里放 tab；其他内容移到容器"
             "外面；正在加载时写 aria-busy=\"true\"。GB/T 37668 对此没有条款。",
             "With other elements in it a screen reader cannot tell the number of items nor step "
             "through them. Put in only what is required (listitem in a list, which is <li> in a "
             "<ul>; menuitem in a menu; tab in a tablist) and move the rest out; write "
             "aria-busy=\"true\" while it loads. GB/T 37668 has no clause for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
