// SPDX-License-Identifier: Apache-2.0
// The cascade of one document, element by element in tree order, so that each finds its parent
// computed.
#include "webcheck/css/cascade.h"

#include "webcheck/css/author_sheets.h"
#include "webcheck/css/display.h"
#include "webcheck/css/generated.h"
#include "webcheck/css/hints.h"
#include "webcheck/css/rule_matches.h"
#include "webcheck/css/shared_styles.h"
#include "webcheck/css/user_agent.h"
#include "webcheck/css/variables.h"
#include "webcheck/dom/shadow.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace wza::web {
namespace css {
namespace {

/// Cascade 5, section 6.1: origin and importance, least first. Style attributes beat all layers.
enum class Level : std::uint8_t {
  user_agent,
  hint,
  author,
  inline_,
  author_important,
  inline_important,
  user_agent_important,
};

struct Winner {
  std::uint64_t rank = 0;  ///< level, layer, specificity
  std::uint32_t order = 0;
  bool certain = true;
  Declaration const *declaration = nullptr;
};

constexpr std::uint32_t kLayers = 0xFFFFFF;
constexpr std::uint32_t kNodesPerLook = 16;
constexpr std::size_t kMostGenerated = std::size_t{16} << 20;  // bytes, on the whole page

std::uint64_t rank_of(Level level, std::uint32_t layer, Specificity specificity) {
  return static_cast<std::uint64_t>(level) << 56 | static_cast<std::uint64_t>(layer) << 32 |
         specificity;
}
Level level_of(std::uint64_t rank) {
  return static_cast<Level>(rank >> 56);
}

class Cascade {
 public:
  Cascade(Document const &document, StyleInputs const &inputs, CpuBudget const &cpu)
      : m_document(document),
        m_cpu(cpu),
        m_author(inputs),
        m_mode(style_mode(document)),
        m_viewport(inputs.viewport),
        m_rules(document, m_sheets, cpu) {
    ActiveSheet agent;
    agent.sheet = user_agent_sheet(m_mode);
    agent.conditions = agent.sheet->evaluate_conditions(inputs.viewport);
    agent.ranks.push_back(0);
    m_sheets.push_back(std::move(agent));
    for (ActiveSheet const &sheet : m_author.sheets()) {
      m_sheets.push_back(sheet);
      for (Declaration const &d : sheet.sheet->registered())
        m_variables.declare_initial(d);
    }
    if (m_author.pending()) m_variables.forget_all();
  }

  ComputedStyles run() {
    std::uint32_t const size = m_document.size();
    m_styles.reserve(size / 2 + 1);
    m_fonts.reserve(size / 2 + 1);
    m_of_node.assign(size, 0);
    m_styles.push_back(initial_style());
    m_fonts.push_back({});
    m_scopes.push_back(0);
    std::vector<NodeId> const hosts = shadow_hosts(m_document);
    std::size_t next_host = 0;
    std::uint32_t shadow_end = 0;
    for (std::uint32_t i = 1; i < size; ++i) {
      NodeId const n{i};
      // Sheets of a shadow tree, and those around it, each have their own scope: not computed.
      for (; next_host < hosts.size() && hosts[next_host].value < i; ++next_host)
        shadow_end = std::max(shadow_end, m_document.subtree_end(hosts[next_host]).value);
      if (i < shadow_end) {
        m_of_node[i] = unknown_style();
        continue;
      }
      std::uint32_t const parent = m_of_node[m_document.parent(n).value];
      m_of_node[i] = parent;
      if (m_document.is_element(n)) element(n, parent);
      if (i % kNodesPerLook == 0 && m_cpu.over()) return all_unknown(size);
    }
    if (m_rules.exhausted()) return all_unknown(size);
    ComputedStyles result(std::move(m_styles), std::move(m_of_node));
    for (auto &[n, content] : m_before)
      result.set_before(n, std::move(content));
    for (auto &[n, content] : m_after)
      result.set_after(n, std::move(content));
    return result;
  }

 private:
  static ComputedStyles all_unknown(std::uint32_t size) {
    return ComputedStyles(std::vector<ComputedStyle>(1), std::vector<std::uint32_t>(size, 0));
  }

  /// The number of the style of which nothing is known.
  std::uint32_t unknown_style() {
    if (m_unknown == 0) {
      m_unknown = static_cast<std::uint32_t>(m_styles.size());
      m_styles.emplace_back();
      m_fonts.push_back({});
      m_scopes.push_back(0);
    }
    return m_unknown;
  }

  void element(NodeId n, std::uint32_t parent) {
    m_rules.find(n);

    m_hints.clear();
    presentational_hints(m_document, n, m_hints, m_kept);
    DeclarationBlock const *const inline_block = style_attribute(n);
    SharedStyles::Key const key{parent, m_document.tag(n), m_document.ns(n), m_rules.matches()};
    bool const plain = parent != 0 && inline_block == nullptr && m_hints.empty() && !has_pseudo();
    if (plain) {
      if (auto const shared = m_shared.find(key)) {
        m_of_node[n.value] = *shared;
        return;
      }
    }
    compete(PseudoElement::none, inline_block);

    std::uint32_t const self = static_cast<std::uint32_t>(m_styles.size());
    m_of_node[n.value] = self;
    m_scopes.push_back(scope_of(m_scopes[parent]));
    m_fonts.push_back({});
    ComputedStyle style;
    compute(n, m_styles[parent], m_fonts[parent], m_scopes[self], m_fonts[self], style);
    adjust_display(m_document, n, m_styles[parent], style);
    m_styles.push_back(std::move(style));
    if (plain) m_shared.keep(key, self);
    if (parent == 0 && n == m_document.document_element()) m_root = self;

    bool before = false, after = false;
    for (Match const &match : m_rules.matches()) {
      before = before || match.pseudo == PseudoElement::before;
      after = after || match.pseudo == PseudoElement::after;
    }
    if (before) generated(n, self, PseudoElement::before, m_before);
    if (after) generated(n, self, PseudoElement::after, m_after);
  }

  bool has_pseudo() const {
    return std::ranges::any_of(
        m_rules.matches(), [](Match const &match) { return match.pseudo != PseudoElement::none; });
  }

  // --- cascading

  DeclarationBlock const *style_attribute(NodeId n) {
    auto const text = m_document.attr(n, atom::style);
    if (!text || text->empty()) return nullptr;
    auto [entry, fresh] = m_inline.try_emplace(*text);
    if (fresh) entry->second = parse_style_attribute(*text, m_mode);
    return entry->second.get();
  }

  void enter(Declaration const &d, Level level, std::uint32_t layer, Specificity specificity,
             std::uint32_t order, bool certain) {
    if (d.important) {
      layer = kLayers - layer;
      level = level == Level::user_agent ? Level::user_agent_important
              : level == Level::inline_  ? Level::inline_important
                                         : Level::author_important;
    }
    Winner const entry{rank_of(level, layer, specificity), order, certain, &d};
    if (d.property == Property::custom) {
      m_custom.push_back(entry);
      return;
    }
    Winner &winner = m_winners[static_cast<std::size_t>(d.property)];
    if (entry.rank >= m_limit[static_cast<std::size_t>(d.property)]) return;
    if (winner.declaration == nullptr || entry.rank > winner.rank ||
        (entry.rank == winner.rank && entry.order >= winner.order)) {
      winner = entry;
    }
  }

  void enter_all(PseudoElement pseudo, DeclarationBlock const *inline_block) {
    for (Match const &match : m_rules.matches()) {
      if (match.pseudo != pseudo) continue;
      ActiveSheet const &sheet = m_sheets[match.sheet];
      StyleRule const &rule = sheet.sheet->rules()[match.rule];
      Level const level = match.sheet == 0 ? Level::user_agent : Level::author;
      std::uint32_t const layer =
          rule.layer == kNone ? sheet.ranks.back() : sheet.ranks[rule.layer];
      for (Declaration const &d : sheet.sheet->declarations(rule)) {
        enter(d, level, layer, match.specificity, sheet.first_order + match.rule, match.certain);
      }
    }
    if (pseudo != PseudoElement::none) return;
    for (Declaration const &d : m_hints)
      enter(d, Level::hint, 0, 0, 0, true);
    if (inline_block == nullptr) return;
    for (Declaration const &d : inline_block->declarations)
      enter(d, Level::inline_, 0, 0, 0, true);
  }

  void compete(PseudoElement pseudo, DeclarationBlock const *inline_block) {
    m_winners.fill({});
    m_custom.clear();
    m_limit.fill(~std::uint64_t{0});
    enter_all(pseudo, inline_block);
    // `revert` and `revert-layer` ask for what would have won below them; each round goes further
    // down, so that it ends.
    for (int round = 0; round < 16 && roll_back(); ++round) {
      m_winners.fill({});
      m_custom.clear();
      enter_all(pseudo, inline_block);
    }
  }

  bool roll_back() {
    bool any = false;
    for (std::size_t p = 0; p < m_winners.size(); ++p) {
      Winner const &winner = m_winners[p];
      if (winner.declaration == nullptr) continue;
      ValueKind const kind = winner.declaration->value.kind;
      if (kind == ValueKind::revert) {
        bool const agent = level_of(winner.rank) == Level::user_agent ||
                           level_of(winner.rank) == Level::user_agent_important;
        m_limit[p] = agent ? 0 : rank_of(Level::hint, 0, 0);
        any = true;
      } else if (kind == ValueKind::revert_layer) {
        m_limit[p] = winner.rank >> 32 << 32;
        any = true;
      }
    }
    return any;
  }

  Variables::Scope scope_of(Variables::Scope parent) {
    if (m_custom.empty()) return parent;
    std::stable_sort(m_custom.begin(), m_custom.end(), [](Winner const &a, Winner const &b) {
      return a.rank != b.rank ? a.rank < b.rank : a.order < b.order;
    });
    m_custom_declarations.clear();
    for (Winner const &winner : m_custom) {
      if (!winner.certain) {
        m_variables.forget_all();
        m_shared.clear();
      }
      m_custom_declarations.push_back(winner.declaration);
    }
    return m_variables.declare(parent, m_custom_declarations);
  }

  // --- computing

  void compute(NodeId n, ComputedStyle const &parent, FontState const &parent_font,
               Variables::Scope scope, FontState &font, ComputedStyle &style) {
    LengthContext lengths;
    lengths.vw = m_viewport.width / 100;
    lengths.vh = m_viewport.height / 100;
    bool const root = n == m_document.document_element();
    Known<float> const root_size = root ? parent.font_size : m_styles[m_root].font_size;
    if (root_size.is_known()) lengths.rem = root_size.value();
    font = parent_font;
    Computing computing{parent, parent_font, font, lengths};
    auto const rows = properties();
    for (std::size_t p = 0; p < rows.size(); ++p) {
      if (rows[p].copy == nullptr) continue;
      compute_one(rows[p], m_winners[p], scope, computing, style);
      if (p != static_cast<std::size_t>(Property::font_size)) continue;
      scale_monospace(computing, style);
      if (style.font_size.is_known()) computing.lengths.em = style.font_size.value();
      if (root) computing.lengths.rem = computing.lengths.em;
    }
    auto important = [&](Property p) {
      Winner const &winner = m_winners[static_cast<std::size_t>(p)];
      if (winner.declaration == nullptr || level_of(winner.rank) != Level::inline_important) {
        return false;
      }
      ValueKind const kind = winner.declaration->value.kind;
      return kind != ValueKind::inherit && kind != ValueKind::unset;
    };
    style.line_height_important = important(Property::line_height);
    style.letter_spacing_important = important(Property::letter_spacing);
    style.word_spacing_important = important(Property::word_spacing);
  }

  void compute_one(PropertyRow const &row, Winner const &winner, Variables::Scope scope,
                   Computing const &computing, ComputedStyle &style) {
    bool const beyond_sheets =
        winner.declaration != nullptr && level_of(winner.rank) >= Level::inline_important;
    if (m_author.pending() && !beyond_sheets) return row.forget(style);
    if (winner.declaration == nullptr) {
      return row.copy(row.inherited ? computing.parent : initial_style(), style);
    }
    if (!winner.certain) return row.forget(style);
    compute_value(row, winner.declaration->value, winner.declaration, scope, computing, style);
  }

  void compute_value(PropertyRow const &row, Value const &value, Declaration const *declaration,
                     Variables::Scope scope, Computing const &computing, ComputedStyle &style) {
    auto const from = [&](bool inherited) -> ComputedStyle const & {
      return inherited ? computing.parent : initial_style();
    };
    bool const is_size = row.name == "font-size";
    switch (value.kind) {
      case ValueKind::initial:
        if (is_size) computing.font = {};
        return row.copy(from(false), style);
      case ValueKind::inherit:
        return row.copy(from(true), style);
      case ValueKind::unset:
      case ValueKind::revert:
      case ValueKind::revert_layer:
        if (is_size && !row.inherited) computing.font = {};
        return row.copy(from(row.inherited), style);
      case ValueKind::unknown:
        return row.forget(style);
      case ValueKind::variables: {
        std::vector<Token> tokens;
        auto const result = m_variables.substitute(value.tokens, scope, tokens);
        if (result == Variables::Result::unknown) return row.forget(style);
        TokenArena arena;
        std::vector<Declaration> found;
        if (result == Variables::Result::ok) {
          parse_declaration(declaration->name, tokens, false, {arena, m_mode}, found);
        }
        for (Declaration const &d : found) {
          if (d.property != declaration->property || d.value.kind == ValueKind::variables) continue;
          return compute_value(row, d.value, &d, scope, computing, style);
        }
        // CSS Variables 1, section 3: invalid at computed-value time is `unset`.
        return row.copy(from(row.inherited), style);
      }
      default:
        row.compute(value, computing, style);
    }
  }

  // Chromium: a family that turns into `monospace` alone, or back, scales sizes that hang on the
  // default font size by 13/16, and takes keyword sizes from another table.
  static void scale_monospace(Computing const &computing, ComputedStyle &style) {
    if (!style.monospace.is_known() || !computing.parent.monospace.is_known()) {
      if (!computing.font.absolute) style.font_size = Known<float>::unknown();
      return;
    }
    bool const now = style.monospace.value();
    if (computing.font.absolute || now == computing.parent.monospace.value()) return;
    if (!style.font_size.is_known()) return;
    if (computing.font.keyword != 0) {
      style.font_size = font_size_of_keyword(computing.font.keyword, now);
    } else {
      style.font_size = now ? style.font_size.value() * 13 / 16 : style.font_size.value() * 16 / 13;
    }
  }

  // --- ::before and ::after

  using Generated = std::vector<std::pair<NodeId, GeneratedContent>>;

  void generated(NodeId n, std::uint32_t self, PseudoElement pseudo, Generated &out) {
    compete(pseudo, nullptr);
    Winner const &winner = m_winners[static_cast<std::size_t>(Property::content)];
    if (winner.declaration == nullptr && !m_author.pending()) return;
    Variables::Scope const scope = scope_of(m_scopes[self]);
    GeneratedContent content;
    FontState font;
    compute(n, m_styles[self], m_fonts[self], scope, font, content.style);
    bool const sure = winner.declaration != nullptr && winner.certain && !m_author.pending();
    if (sure) {
      Value value = winner.declaration->value;
      std::vector<Token> tokens;
      if (value.kind == ValueKind::variables) {
        auto const result = m_variables.substitute(value.tokens, scope, tokens);
        if (result == Variables::Result::invalid) return;
        value.kind = result == Variables::Result::ok ? ValueKind::tokens : ValueKind::unknown;
        value.tokens = tokens;
      }
      bool const nothing = value.kind == ValueKind::keyword || value.kind == ValueKind::initial ||
                           value.kind == ValueKind::inherit || value.kind == ValueKind::unset ||
                           content.style.display.is(Display::none).is_true();
      if (nothing) return;
      if (value.kind == ValueKind::tokens) {
        content.text = generated_text(value.tokens, m_document, n);
        if (content.text.is_known()) m_generated_bytes += content.text.value().size();
        if (m_generated_bytes > kMostGenerated) content.text = Known<std::string>::unknown();
      }
    }
    out.emplace_back(n, std::move(content));
  }

  Document const &m_document;
  CpuBudget const &m_cpu;
  AuthorSheets m_author;
  Mode m_mode;
  Viewport m_viewport;
  std::vector<ActiveSheet> m_sheets;  ///< the user agent's first
  RuleMatches m_rules;
  Variables m_variables;
  std::unordered_map<std::string_view, std::unique_ptr<DeclarationBlock const>> m_inline;

  // Of the element at hand.
  std::vector<Declaration> m_hints;
  SharedStyles m_shared;
  Kept m_kept;  ///< of the whole document
  std::array<Winner, kPropertyCount> m_winners{};
  std::array<std::uint64_t, kPropertyCount> m_limit{};
  std::vector<Winner> m_custom;
  std::vector<Declaration const *> m_custom_declarations;

  // By number of the style.
  std::vector<ComputedStyle> m_styles;
  std::vector<FontState> m_fonts;
  std::vector<Variables::Scope> m_scopes;
  std::vector<std::uint32_t> m_of_node;
  std::uint32_t m_root = 0;
  std::uint32_t m_unknown = 0;  ///< 0: none yet
  Generated m_before, m_after;
  std::size_t m_generated_bytes = 0;
};

}  // namespace
}  // namespace css

ComputedStyles compute_styles(Document const &document, StyleInputs const &inputs,
                              CpuBudget const &cpu) {
  if (document.size() == 0) return {};
  return css::Cascade(document, inputs, cpu).run();
}

}  // namespace wza::web
