// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/from_gumbo.h"

#include "webcheck/dom/builder.h"
#include "webcheck/dom/noscript.h"

#include <gumbo.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <utility>
#include <vector>

namespace wza::web {
namespace {

// ---- Gumbo inside its budget. Gumbo never asks whether memory was given, so the only way out is a
// jump. Between setjmp and longjmp stand only frames of Gumbo (C) and frames without destructors.

struct Fuse {
  BudgetArena *arena;
  std::jmp_buf blown;
};

void *fuse_allocate(void *userdata, std::size_t bytes) {
  auto *const fuse = static_cast<Fuse *>(userdata);
  void *const memory = fuse->arena->allocate(bytes);
  if (memory == nullptr) std::longjmp(fuse->blown, 1);
  return memory;
}

void fuse_free(void *, void *) {}  // the arena goes as a whole

/// The tree, in the arena's memory; nullptr where the budget was spent.
GumboOutput *parse_within(Fuse *fuse, char const *data, std::size_t size, GumboTag context) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = fuse_allocate;
  options.deallocator = fuse_free;
  options.userdata = fuse;
  options.tab_stop = 1;
  options.max_errors = 0;  // each recorded error copies the stack of open elements
  options.fragment_context = context;
  if (setjmp(fuse->blown) != 0) return nullptr;
  return gumbo_parse_with_options(&options, data, size);
}

std::string_view view(GumboStringPiece piece) {
  return {piece.data, piece.length};
}

bool is_element(GumboNode const *node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

std::span<GumboNode *const> nodes(GumboVector const &vector) {
  return {reinterpret_cast<GumboNode *const *>(vector.data), vector.length};
}

/// Position of `word` in `text`, ASCII case ignored; npos if absent. `word` is in lower case.
std::size_t find_ascii(std::string_view text, std::string_view word) {
  auto const same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  auto const at = std::search(text.begin(), text.end(), word.begin(), word.end(), same);
  return at == text.end() ? std::string_view::npos : static_cast<std::size_t>(at - text.begin());
}

/// HTML, section 13.2.5.8 (tag name state): lower case, NUL as U+FFFD.
std::string tag_name_of(std::string_view written) {
  std::string name;
  for (char const c : ascii_lower(written)) {
    if (c == '\0') {
      name += "\xEF\xBF\xBD";
    } else {
      name += c;
    }
  }
  return name;
}

/// True if `value` is `raw`, but for control characters that Gumbo (following an older standard)
/// replaced by U+FFFD: then `raw` is what the page says, and needs no copy.
bool same_but_controls(std::string_view raw, std::string_view value) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  while (!raw.empty()) {
    if (!value.empty() && raw.front() == value.front()) {
      raw.remove_prefix(1);
      value.remove_prefix(1);
      continue;
    }
    if (!value.starts_with(kReplacement)) return false;
    value.remove_prefix(kReplacement.size());
    auto const first = static_cast<unsigned char>(raw.front());
    if ((first >= 0x01 && first < 0x20) || first == 0x7F) {
      raw.remove_prefix(1);
    } else if (first == 0xC2 && raw.size() > 1) {  // U+0080 to U+009F
      raw.remove_prefix(2);
    } else if (raw.size() > 2 && (first & 0xF0) == 0xE0) {  // U+FDD0 to U+FDEF, U+FFFE
      raw.remove_prefix(3);
    } else if (raw.size() > 3 && (first & 0xF8) == 0xF0) {  // U+1FFFE and the like
      raw.remove_prefix(4);
    } else {
      return false;
    }
  }
  return value.empty();
}

/// The position behind `passed`, which begins at `from`.
SourcePosition advanced(SourcePosition from, std::string_view passed) {
  from.offset += static_cast<std::uint32_t>(passed.size());
  for (char const c : passed) {
    if (c == '\n') {
      ++from.line;
      from.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++from.column;
    }
  }
  return from;
}

/// Walks Gumbo's tree without recursion and repeats it into a DocumentBuilder, repaired.
class Flattening {
 public:
  enum class End : std::uint8_t { done, too_deep, too_many, too_slow };

  Flattening(DocumentBuilder &out, BudgetArena &arena, ParseBudget const &budget,
             CpuBudget const &cpu)
      : m_out(out), m_arena(arena), m_budget(budget), m_cpu(cpu) {}

  End run(GumboDocument const &document);

 private:
  struct Level {
    std::span<GumboNode *const> children;
    std::size_t next = 0;
    GumboNode const *form_tail = nullptr;  ///< text of which the first part belongs at our end
    std::uint32_t menuitem_end = 0;        ///< source offset where an open <menuitem> ends
  };

  void open(GumboNode const *node);
  void attributes(GumboElement const &element);
  void text(GumboNode const *node);
  void form_part(GumboText const &text);
  std::size_t length_before_form_end(GumboText const &text);
  void menuitem(GumboNode const *node, Level &level);

  std::uint32_t offset(char const *at) const {
    return static_cast<std::uint32_t>(at - m_out.source().data());
  }
  SourceSpan span(GumboSourcePosition at, std::string_view raw) const {
    if (raw.empty()) return {};
    return {{at.line, at.column, offset(raw.data())}, static_cast<std::uint32_t>(raw.size())};
  }

  DocumentBuilder &m_out;
  BudgetArena &m_arena;
  ParseBudget const &m_budget;
  CpuBudget const &m_cpu;
  std::uint32_t m_nodes = 0;
  std::vector<Level> m_levels;
};

/// `</form` in the raw text of a node that follows a form: Gumbo did not flush the text before the
/// end tag and so moved it behind the form. npos where the text is rightly outside.
std::size_t form_end_in(std::string_view source, GumboNode const *node, GumboNode const *before) {
  if (before == nullptr || before->type != GUMBO_NODE_ELEMENT) return std::string_view::npos;
  GumboElement const &form = before->v.element;
  if (form.tag != GUMBO_TAG_FORM || form.tag_namespace != GUMBO_NAMESPACE_HTML) {
    return std::string_view::npos;
  }
  if (node->type != GUMBO_NODE_TEXT && node->type != GUMBO_NODE_WHITESPACE) {
    return std::string_view::npos;
  }
  std::string_view const raw = view(node->v.text.original_text);
  std::size_t const end = find_ascii(raw, "</form");
  if (end == std::string_view::npos || end == 0) return std::string_view::npos;
  // A text that begins right behind a </form> is outside; the other </form> in it is a stray one.
  std::string_view const ahead =
      source.substr(0, static_cast<std::size_t>(raw.data() - source.data()));
  std::size_t const tag = ahead.ends_with('>') ? ahead.rfind('<') : std::string_view::npos;
  if (tag != std::string_view::npos && find_ascii(ahead.substr(tag), "</form") == 0) {
    return std::string_view::npos;
  }
  return end;
}

Flattening::End Flattening::run(GumboDocument const &document) {
  constexpr std::uint32_t kNodesPerLook = 1024;
  if (document.has_doctype) m_out.doctype(document.name);
  m_out.quirks(document.doc_type_quirks_mode == GUMBO_DOCTYPE_QUIRKS           ? Quirks::full
               : document.doc_type_quirks_mode == GUMBO_DOCTYPE_LIMITED_QUIRKS ? Quirks::limited
                                                                               : Quirks::none);
  m_levels.push_back({nodes(document.children)});
  while (!m_levels.empty()) {
    Level &level = m_levels.back();
    bool const done = level.next == level.children.size();
    GumboNode const *const node = done ? nullptr : level.children[level.next];
    if (level.menuitem_end != 0) {
      char const *const at = node == nullptr    ? nullptr
                             : is_element(node) ? node->v.element.original_tag.data
                                                : node->v.text.original_text.data;
      if (at == nullptr || offset(at) >= level.menuitem_end) {
        level.menuitem_end = 0;
        m_out.close();
      }
    }
    if (done) {
      if (level.form_tail != nullptr) form_part(level.form_tail->v.text);
      m_levels.pop_back();
      if (!m_levels.empty()) m_out.close();
      continue;
    }
    ++level.next;
    if (++m_nodes > m_budget.nodes) return End::too_many;
    if (m_nodes % kNodesPerLook == 0 && m_cpu.over()) return End::too_slow;
    if (!is_element(node)) {
      text(node);
      continue;
    }
    open(node);
    if (node->v.element.tag == GUMBO_TAG_MENUITEM && level.menuitem_end == 0) {
      menuitem(node, level);
      continue;
    }
    Level inner{nodes(node->v.element.children)};
    if (level.next < level.children.size() &&
        form_end_in(m_out.source(), level.children[level.next], node) != std::string_view::npos) {
      inner.form_tail = level.children[level.next];
    }
    if (m_levels.size() > m_budget.depth) return End::too_deep;
    m_levels.push_back(inner);
  }
  return End::done;
}

void Flattening::open(GumboNode const *node) {
  GumboElement const &element = node->v.element;
  Namespace const ns = element.tag_namespace == GUMBO_NAMESPACE_SVG      ? Namespace::svg
                       : element.tag_namespace == GUMBO_NAMESPACE_MATHML ? Namespace::mathml
                                                                         : Namespace::html;
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  std::string folded;
  std::string_view tag = gumbo_normalized_tagname(element.tag);
  if (element.tag == GUMBO_TAG_UNKNOWN) {
    folded = tag_name_of(view(name));
    tag = folded;
  }
  if (ns == Namespace::svg && name.length != 0) {
    char const *const adjusted = gumbo_normalize_svg_tagname(&name);
    if (adjusted != nullptr) tag = adjusted;
  }
  unsigned const flags = node->parse_flags;
  Origin const origin = (flags & (GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT |
                                  GUMBO_INSERTION_ADOPTION_AGENCY_CLONED)) != 0
                            ? Origin::reconstructed
                        : (flags & GUMBO_INSERTION_BY_PARSER) != 0 ? Origin::implied
                                                                   : Origin::source;
  m_out.open(ns, tag, span(element.start_pos, view(element.original_tag)), origin);
  attributes(element);
}

void Flattening::attributes(GumboElement const &element) {
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    auto const *const attribute = static_cast<GumboAttribute const *>(element.attributes.data[i]);
    std::string_view name = attribute->name;
    std::string qualified;
    if (attribute->attr_namespace != GUMBO_ATTR_NAMESPACE_NONE && name != "xmlns") {
      qualified = attribute->attr_namespace == GUMBO_ATTR_NAMESPACE_XLINK ? "xlink:"
                  : attribute->attr_namespace == GUMBO_ATTR_NAMESPACE_XML ? "xml:"
                                                                          : "xmlns:";
      qualified += name;
      name = qualified;
    }
    std::string_view raw = view(attribute->original_value);
    if (raw.size() >= 2 && (raw.front() == '"' || raw.front() == '\'') &&
        raw.back() == raw.front()) {
      raw = raw.substr(1, raw.size() - 2);
    }
    std::string_view const value = attribute->value;
    m_out.attr(name, same_but_controls(raw, value) ? raw : value);
  }
}

void Flattening::text(GumboNode const *node) {
  GumboText const &text = node->v.text;
  std::string_view const raw = view(text.original_text);
  std::string_view value = text.text;
  SourceSpan where = span(text.start_pos, raw);
  if (node->type == GUMBO_NODE_COMMENT) {
    m_out.comment(value, where);
    return;
  }
  Level const &level = m_levels.back();
  GumboNode const *const before = level.next >= 2 ? level.children[level.next - 2] : nullptr;
  if (std::size_t const end = form_end_in(m_out.source(), node, before);
      end != std::string_view::npos) {
    // The first part was told inside the form; what is behind the end tag stays here.
    value.remove_prefix(std::min(value.size(), length_before_form_end(text)));
    std::size_t const behind = raw.find('>', end);
    if (value.empty() || behind == std::string_view::npos) return;
    std::string_view const rest = raw.substr(behind + 1);
    where.begin = advanced(where.begin, raw.substr(0, behind + 1));
    where.bytes = static_cast<std::uint32_t>(rest.size());
    m_out.text(same_but_controls(rest, value) ? rest : value, where);
    return;
  }
  m_out.text(same_but_controls(raw, value) ? raw : value, where);
}

void Flattening::form_part(GumboText const &text) {
  std::string_view const raw = view(text.original_text);
  std::string_view const inside = raw.substr(0, find_ascii(raw, "</form"));
  std::string_view const value =
      std::string_view(text.text).substr(0, length_before_form_end(text));
  if (value.empty()) return;
  m_out.text(same_but_controls(inside, value) ? inside : value, span(text.start_pos, inside));
}

/// How much of the decoded text stood before the </form> in it. Where character references or line
/// ends make raw and decoded text differ, the raw part is parsed on its own.
std::size_t Flattening::length_before_form_end(GumboText const &text) {
  std::string_view const raw = view(text.original_text);
  std::string_view const inside = raw.substr(0, find_ascii(raw, "</form"));
  std::string_view const value = text.text;
  if (same_but_controls(inside, value.substr(0, inside.size()))) return inside.size();
  Fuse fuse{&m_arena, {}};
  GumboOutput const *const part = parse_within(&fuse, inside.data(), inside.size(), GUMBO_TAG_DIV);
  std::size_t length = 0;
  if (part != nullptr && is_element(part->root)) {
    for (GumboNode const *child : nodes(part->root->v.element.children)) {
      if (!is_element(child)) length += std::strlen(child->v.text.text);
    }
  }
  return std::min(length, value.size());
}

/// Gumbo closes <menuitem> at once, as an older standard had it; today it is an ordinary element.
/// What lies before its end tag among its next siblings is its content; an end tag far away is
/// not looked for, since a page of nothing but <menuitem> would make that quadratic.
void Flattening::menuitem(GumboNode const *node, Level &level) {
  constexpr std::size_t kReach = 4096;
  std::uint32_t const begin = offset(node->v.element.original_tag.data);
  std::size_t const end = find_ascii(m_out.source().substr(begin, kReach), "</menuitem");
  if (end == std::string_view::npos) {
    m_out.close();
  } else {
    level.menuitem_end = begin + static_cast<std::uint32_t>(end);
  }
}

Problem over_budget(ProblemCode code, TextView reason) {
  return {code,
          {},
          {},
          {},
          reason.str(),
          {"请在浏览器中核对这个页面；若确为正常页面，可提高解析限额后重试。",
           "Look at the page in a browser; if it is in earnest, raise the parsing limits and try "
           "again."}};
}

/// Gumbo reads some 15 MB a second and hardly ever asks for memory within a text or an attribute,
/// so that nothing can stop it there.
constexpr std::size_t kMostWithoutTags = std::size_t{16} << 20;

/// The bytes of the longest stretch without a '<'.
std::size_t longest_without_tags(std::string_view html) {
  std::size_t longest = 0;
  for (std::size_t begin = 0; begin < html.size();) {
    std::size_t const end = std::min(html.find('<', begin), html.size());
    longest = std::max(longest, end - begin);
    begin = end + 1;
  }
  return longest;
}

Problem too_slow() {
  return over_budget(ProblemCode::budget, {"解析这个页面超出了时间限额。",
                                           "Parsing the page took more time than allowed."});
}
Problem too_big() {
  return over_budget(ProblemCode::budget, {"解析这个页面超出了内存限额。",
                                           "Parsing the page took more memory than allowed."});
}

}  // namespace

Result<Document> parse_html(std::string utf8, ParseBudget const &budget) {
  CpuBudget const cpu(budget.cpu);
  if (utf8.size() > budget.source_bytes) {
    return over_budget(ProblemCode::too_large,
                       {"页面太大，没有解析。", "The page is too large and was not parsed."});
  }
  if (longest_without_tags(utf8) > kMostWithoutTags) {
    return over_budget(ProblemCode::too_large,
                       {"页面里有一段过长的文字，没有解析。",
                        "The page holds a single text that is too long, and was not parsed."});
  }
  if (!is_utf8(utf8)) utf8 = well_formed(utf8);
  if (utf8.starts_with("\xEF\xBB\xBF")) utf8.erase(0, 3);
  comment_out_noscript(utf8);
  DocumentBuilder builder(std::move(utf8));
  BudgetArena arena(budget.bytes, cpu);
  Fuse fuse{&arena, {}};
  GumboOutput const *const tree =
      parse_within(&fuse, builder.source().data(), builder.source().size(), GUMBO_TAG_LAST);
  if (tree == nullptr) return arena.spent() == Spent::cpu ? too_slow() : too_big();
  if (cpu.over()) return too_slow();
  Flattening flattening(builder, arena, budget, cpu);
  switch (flattening.run(tree->document->v.document)) {
    case Flattening::End::too_deep:
      return over_budget(
          ProblemCode::budget,
          {"页面元素嵌套过深，没有检测。", "The page nests elements too deeply to be checked."});
    case Flattening::End::too_many:
      return too_big();
    case Flattening::End::too_slow:
      return too_slow();
    case Flattening::End::done:
      break;
  }
  return std::move(builder).finish();
}

Result<Document> parse_html(std::string utf8, CpuBudget const &cpu) {
  ParseBudget budget;
  auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(cpu.left());
  budget.cpu = std::min(budget.cpu, left);
  return parse_html(std::move(utf8), budget);
}

}  // namespace wza::web
