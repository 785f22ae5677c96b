// SPDX-License-Identifier: Apache-2.0
#include "webcheck/toolbar/toolbar.h"

#include "db/base/text.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/text/links.h"
#include "webcheck/text/phrases.h"
#include "webcheck/toolbar/fingerprints.h"

#include <algorithm>
#include <array>
#include <span>

namespace wza::web {
namespace {

// Bounds on what is searched: a loader is short, and so is what a trigger says.
constexpr std::size_t kMaxScript = 4096;
constexpr std::size_t kMaxTriggerText = 48;
constexpr std::size_t kPanelWords = 4;
constexpr std::size_t kMaxTriggers = 16;

/// Names that sites themselves give to the function that opens a tool bar.
constexpr std::array<std::string_view, 3> kOwnNames{"wza", "wuzhangai", "zhangzhe"};
/// What stands before the words of a trigger.
constexpr std::array<std::string_view, 5> kVerbs{"进入", "打开", "开启", "切换到", "切换"};

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// Families that name no maker.
bool is_unknown_maker(std::string_view family) {
  return family == "generic" || family == "text";
}

class Finder {
 public:
  Finder(Page const &page, std::vector<Toolbar> &toolbars, std::vector<NodeId> &triggers)
      : m_page(page), m_dom(page.dom()), m_toolbars(toolbars), m_triggers(triggers) {}

  void run() {
    look_at_scripts();
    look_at_ids();
    look_at_classes();
    look_at_elements();
    look_at_triggers();
    std::ranges::sort(m_triggers);
    auto const twice = std::ranges::unique(m_triggers);
    m_triggers.erase(twice.begin(), twice.end());
    if (m_triggers.size() > kMaxTriggers) m_triggers.resize(kMaxTriggers);
    merge();
  }

 private:
  void found(Fingerprint const &print, NodeId n, std::string_view script = {}) {
    auto at = std::ranges::find(m_toolbars, print.family, &Toolbar::family);
    if (at == m_toolbars.end()) {
      m_toolbars.push_back({print.family, print.name, print.certainty, {}, n});
      at = m_toolbars.end() - 1;
    }
    at->certainty = std::min(at->certainty, print.certainty);
    if (at->loaded_from.empty()) at->loaded_from = script;
  }

  void look_at_scripts() {
    for (NodeId const n : m_dom.by_tag(atom::script)) {
      std::string_view const src = trimmed(m_dom.attr_or_empty(n, atom::src));
      NodeId const code = m_dom.first_child(n);
      if (!src.empty()) {
        look_at_address(n, src, src);
      } else if (code.valid() && m_dom.text(code).size() <= kMaxScript) {
        look_at_code(n, m_dom.text(code));
      }
    }
    for (NodeId const n : m_dom.by_tag(atom::link))
      look_at_address(n, m_dom.attr_or_empty(n, atom::href), {});
  }

  bool look_at_address(NodeId n, std::string_view address, std::string_view script) {
    for (Fingerprint const &print : fingerprints().addresses) {
      if (!holds(address, print.pattern)) continue;
      found(print, n, script);
      return true;
    }
    return false;
  }

  bool look_at_code(NodeId n, std::string_view code) {
    for (Fingerprint const &print : fingerprints().code) {
      if (!holds(code, print.pattern)) continue;
      found(print, n);
      return true;
    }
    return false;
  }

  void look_at_ids() {
    for (Fingerprint const &print : fingerprints().ids) {
      if (print.pattern.ends_with('_')) continue;
      NodeId const n = m_dom.by_id(print.pattern);
      if (!n.valid()) continue;
      found(print, n);
      if (can_be_pressed(n)) m_triggers.push_back(n);
    }
    for (NodeId const n : m_dom.with_attr(atom::id)) {
      for (Fingerprint const &print : fingerprints().ids) {
        bool const is_beginning = print.pattern.ends_with('_');
        if (is_beginning && m_dom.attr_or_empty(n, atom::id).starts_with(print.pattern)) {
          return found(print, n);
        }
      }
    }
  }

  void look_at_classes() {
    for (NodeId const n : m_dom.with_attr(atom::class_)) {
      for (Fingerprint const &print : fingerprints().classes) {
        if (holds(m_dom.attr_or_empty(n, atom::class_), print.pattern)) return found(print, n);
      }
    }
  }

  void look_at_elements() {
    for (Fingerprint const &print : fingerprints().elements) {
      Atom const tag = m_dom.find_atom(print.pattern.substr(0, print.pattern.find('.')));
      if (tag == atom::none) continue;
      std::span<NodeId const> const nodes = m_dom.by_tag(tag);
      if (!nodes.empty()) found(print, nodes[0]);
    }
  }

  bool can_be_pressed(NodeId n) const {
    return m_dom.is(n, atom::a) || m_dom.is(n, atom::button) || m_dom.has_attr(n, atom::onclick);
  }

  void look_at_triggers() {
    for (Link const &link : m_page.facts<Links>().all()) {
      std::string_view const code = link.is_script() ? link.address : std::string_view();
      bool const leads = holds(link.address, "AiWza") || holds(link.address, "govwza.cn");
      if (leads) look_at_address(link.node, link.address, {});
      look_at_trigger(link.node, link.text, code, leads);
    }
    for (Atom const name : {atom::button, atom::input}) {
      for (NodeId const n : m_dom.by_tag(name))
        look_at_trigger(n, text_of(n), {}, false);
    }
    for (NodeId const n : m_dom.with_attr(atom::onclick)) {
      Atom const tag = m_dom.tag(n);
      if (tag == atom::button || tag == atom::input || m_page.facts<Links>().find(n) != nullptr) {
        continue;
      }
      look_at_trigger(n, text_of(n), {}, false);
    }
  }

  /// The first text in a short element; the value of an <input>.
  std::string text_of(NodeId n) const {
    if (m_dom.is(n, atom::input)) return std::string(m_dom.attr_or_empty(n, atom::value));
    std::uint32_t const end = std::min(m_dom.subtree_end(n).value, n.value + 9);
    std::string text;
    for (NodeId c{n.value + 1}; c.value < end; ++c.value) {
      if (m_dom.kind(c) == NodeKind::text) text += utf8_prefix(m_dom.text(c), 2 * kMaxTriggerText);
    }
    return folded_text(text, 2 * kMaxTriggerText);
  }

  void look_at_trigger(NodeId n, std::string_view text, std::string_view code, bool sure) {
    std::string_view const handler = m_dom.attr_or_empty(n, atom::onclick);
    bool const by_code =
        look_at_code(n, handler) || look_at_code(n, code) || is_own(n, handler, code);
    bool const by_words = says_words(n, text) ||
                          says_words(n, m_dom.attr_or_empty(n, atom::title)) ||
                          says_words(n, m_dom.attr_or_empty(n, atom::alt));
    if (sure || by_code || by_words) m_triggers.push_back(n);
    for (Fingerprint const &print : fingerprints().panel) {
      if (text != print.pattern) continue;
      if (++m_panel_words == kPanelWords) found(print, n);
    }
  }

  bool is_own(NodeId n, std::string_view handler, std::string_view code) {
    if (!says_any(handler, kOwnNames) && !says_any(code, kOwnNames)) return false;
    found({"generic", "wza folder", {}, ToolbarCertainty::medium}, n);
    return true;
  }

  bool says_words(NodeId n, std::string_view text) {
    text = trimmed(text);
    if (text.empty() || text.size() > kMaxTriggerText) return false;
    for (std::string_view const verb : kVerbs) {
      if (text.starts_with(verb)) text.remove_prefix(verb.size());
    }
    auto const &words = fingerprints().words;
    auto const print =
        std::ranges::find_if(words, [&](Fingerprint const &one) { return text == one.pattern; });
    if (print == words.end()) return false;
    found(*print, n);
    return true;
  }

  /// What names no maker belongs to the maker that is known.
  void merge() {
    auto const known = std::ranges::find_if(
        m_toolbars, [](Toolbar const &one) { return !is_unknown_maker(one.family); });
    if (known == m_toolbars.end()) {
      keep_one_unknown();
      return;
    }
    for (Toolbar const &one : m_toolbars) {
      if (known->loaded_from.empty()) known->loaded_from = one.loaded_from;
    }
    std::erase_if(m_toolbars, [](Toolbar const &one) { return is_unknown_maker(one.family); });
  }

  void keep_one_unknown() {
    if (m_toolbars.size() < 2) return;
    std::ranges::stable_sort(m_toolbars, {}, &Toolbar::certainty);
    m_toolbars.resize(1);
  }

  Page const &m_page;
  Document const &m_dom;
  std::vector<Toolbar> &m_toolbars;
  std::vector<NodeId> &m_triggers;
  std::size_t m_panel_words = 0;
};

}  // namespace

Toolbars::Toolbars(Page const &page) {
  Finder(page, m_toolbars, m_triggers).run();
}

}  // namespace wza::web
