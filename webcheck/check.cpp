// SPDX-License-Identifier: Apache-2.0
#include "webcheck/check.h"

#include "db/base/ascii.h"
#include "webcheck/a11y/frame_content.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/css/cascade.h"
#include "webcheck/dom/from_gumbo.h"
#include "webcheck/dom/locate.h"
#include "webcheck/finding.h"
#include "webcheck/nested.h"
#include "webcheck/text/outline.h"
#include "webcheck/toolbar/toolbar.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wza::web {
namespace {

constexpr std::size_t kMaxTitle = 300;

// What is left for giving memory back and for writing the report: one part in so many.
constexpr int kReportPart = 5;

// What a report can hold and a person can read; the rest is counted.
constexpr std::uint32_t kMostFindingsOfRule = 2'000;
constexpr std::size_t kMostFindings = 10'000;
constexpr std::size_t kMostFindingBytes = std::size_t{24} << 20;

/// `text` with each run of white space as one blank, none at the ends.
std::string folded(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (kHtmlSpaces.find(c) == std::string_view::npos) {
      out += c;
    } else if (!out.empty() && !out.ends_with(' ')) {
      out += ' ';
    }
  }
  return std::string(trimmed(out));
}

/// True for what is no HTML whatever its name says: the first bytes of well-known formats, or a
/// beginning with more NUL bytes than UTF-16 of Chinese or English text has.
bool is_binary(std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr std::array kMagic{"%PDF-"sv,
                              "PK\3\4"sv,
                              "\x89PNG\r\n"sv,
                              "GIF8"sv,
                              "\xFF\xD8\xFF"sv,
                              "\xD0\xCF\x11\xE0"sv,
                              "\x7F"
                              "ELF"sv,
                              "Rar!"sv,
                              "\x1F\x8B"sv,
                              "7z\xBC\xAF"sv};
  for (std::string_view const magic : kMagic) {
    if (bytes.starts_with(magic)) return true;
  }
  bool const utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                     bytes.starts_with("<\0"sv) || bytes.starts_with("\0<"sv);
  std::string_view const head = bytes.substr(0, 4096);
  auto const nuls = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
  return !utf16 && nuls * 20 > head.size();
}

std::string title_of(Document const &dom) {
  for (NodeId const n : dom.by_tag(atom::title)) {
    if (dom.ns(n) != Namespace::html) continue;
    std::string text;
    for (NodeId c = dom.first_child(n); c.valid(); c = dom.next_sibling(c))
      text += dom.text(c);
    return std::string(utf8_prefix(folded(text), kMaxTitle));
  }
  return {};
}

std::string lang_of(Document const &dom) {
  NodeId const html = dom.document_element();
  return html.valid() ? std::string(trimmed(dom.attr_or_empty(html, atom::lang))) : std::string();
}

void add_missing(LinkedSheet const &sheet, std::vector<std::string> &missing) {
  if (!sheet.text) missing.push_back(sheet.href);
  for (LinkedSheet const &import : sheet.imports)
    add_missing(import, missing);
}

/// As the cascade takes it: a sheet that was tried in vain is absent, as in a browser.
/// What the page has no room for counts as not tried.
void fill_in(StyleSheetInput &input, LinkedSheet const &sheet, css::Mode mode,
             StyleInputs &inputs) {
  input.href = sheet.href;
  input.state = sheet.tried ? SheetState::failed : SheetState::not_tried;
  if (!sheet.text) return;
  input.state = SheetState::not_tried;
  if (!inputs.take_bytes(sheet.text->bytes())) return;
  input.state = SheetState::loaded;
  input.sheet = sheet.text->parsed(mode);
  for (LinkedSheet const &import : sheet.imports)
    fill_in(input.imports.emplace_back(), import, mode, inputs);
}

/// The page's own sheets and those of `sheets`; a linked sheet that is not among them counts as not
/// tried, and what it could change is unknown.
StyleInputs style_inputs_of(Document const &dom, std::span<LinkedSheet const> sheets) {
  StyleInputs inputs = collect_sheets(dom);
  css::Mode const mode = style_mode(dom);
  auto const fill = [&](StyleSheetInput &input, std::string_view href) {
    auto const found = std::ranges::find(sheets, href, &LinkedSheet::href);
    if (found != sheets.end()) fill_in(input, *found, mode, inputs);
  };
  for (StyleSheetInput &input : inputs.sheets) {
    if (input.state == SheetState::not_tried) {
      fill(input, trimmed(std::string(input.href)));
    } else if (input.sheet != nullptr) {
      for (css::ImportRule const &import : input.sheet->imports())
        fill(input.imports.emplace_back(), import.href);
    }
  }
  return inputs;
}

std::vector<PageToolbar> toolbars_of(Page const &page, Locator &locator) {
  Toolbars const &found = page.facts<Toolbars>();
  std::vector<PageToolbar> out;
  for (Toolbar const &one : found.all()) {
    bool const has_trigger = !found.triggers().empty();
    NodeId const shown = has_trigger ? found.triggers()[0] : one.evidence;
    SourcePosition const at = place_of(page.dom(), shown);
    out.push_back({std::string(one.family), std::string(one.name), key(one.certainty),
                   one.loaded_from, has_trigger ? locator.selector(shown) : std::string(), at.line,
                   at.column});
  }
  return out;
}

std::size_t size_of(PageFinding const &finding) {
  return sizeof finding + finding.message.zh.size() + finding.message.en.size() +
         finding.question.zh.size() + finding.question.en.size() + finding.mend.size() +
         finding.selector.size() + finding.snippet.size() + finding.place.size();
}

/// Tells what the rules found, as long as time and room last.
class Telling {
 public:
  Telling(Page const &page, CpuBudget const &cpu, Locator &locator, bool with_keys,
          PageResult &result)
      : m_page(page), m_cpu(cpu), m_locator(locator), m_with_keys(with_keys), m_result(result) {}

  void tell(RuleResult const &of, bool with_findings) {
    RuleCount &count = m_result.rules.emplace_back();
    count.rule = of.rule;
    count.outcome = of.outcome;
    count.targets = of.targets;
    count.failed = of.failed;
    count.cant_tell = of.cant_tell;
    count.passed = of.passed;
    if (!with_findings) return;
    std::size_t const before = m_result.findings.size();
    for (TargetResult const &target : of.verdicts) {
      if (!has_room()) break;
      PageFinding &finding =
          m_result.findings.emplace_back(finding_of(m_page, m_locator, *of.rule, target));
      if (m_with_keys && finding.outcome == Outcome::failed) {
        finding.keys = element_keys(m_page.dom(), target.node);
      }
      m_bytes += size_of(finding);
    }
    auto const told = static_cast<std::uint32_t>(m_result.findings.size() - before);
    count.left_out = of.failed + of.cant_tell - told;
  }

 private:
  bool has_room() {
    if (m_result.findings.size() >= kMostFindings || m_bytes >= kMostFindingBytes) return false;
    m_result.out_of_time = m_result.out_of_time || m_cpu.over();
    return !m_result.out_of_time;
  }

  Page const &m_page;
  CpuBudget const &m_cpu;
  Locator &m_locator;
  bool m_with_keys;
  PageResult &m_result;
  std::size_t m_bytes = 0;
};

}  // namespace

Result<OpenedPage> open_page(PageBytes const &page, ParseBudget const &budget) {
  CpuBudget const cpu;
  if (is_binary(page.bytes)) {
    return Problem{ProblemCode::unreadable,
                   page.url,
                   {},
                   {},
                   {"内容不是网页，而是二进制文件。", "This is no web page but a binary file."},
                   {"请确认地址或文件名；附件不在网页检测范围内。",
                    "Check the address or file name; attachments are not tested as pages."}};
  }
  Decoded decoded = decode_page(page.bytes, page.http_charset);
  Result<Document> document = parse_html(std::move(decoded.utf8), budget);
  if (!document) {
    Problem problem = std::move(document).problem();
    problem.where = page.url;
    return problem;
  }
  decoded.utf8.clear();
  PageLinks links = links_of(*document);
  OpenedPage opened{
      page.url,         page.status, page.bytes.size(), std::move(decoded), *std::move(document),
      std::move(links), {}};
  opened.cpu = cpu.used();
  return opened;
}

PageResult check_page(OpenedPage opened, std::span<LinkedSheet const> sheets,
                      CheckOptions const &options,
                      std::shared_ptr<Surroundings const> surroundings) {
  CpuBudget const cpu(options.cpu - options.cpu / kReportPart - opened.cpu);
  PageResult result;
  result.url = opened.url;
  result.status = opened.status;
  result.bytes = opened.bytes;
  result.charset = opened.charset.charset;
  result.declared_charset = opened.charset.declared;
  result.charset_step = opened.charset.step;
  result.charset_contradicted = opened.charset.contradicted;
  result.replaced = opened.charset.replaced;
  result.links = std::move(opened.links);
  for (LinkedSheet const &sheet : sheets)
    add_missing(sheet, result.missing_sheets);
  StyleInputs inputs = style_inputs_of(opened.document, sheets);
  ComputedStyles styles = compute_styles(opened.document, inputs, cpu);
  auto turned = compute_turned_styles(opened.document, std::move(inputs), cpu);
  result.out_of_time = cpu.over();
  Page const page(std::move(opened.url), std::move(opened.document), std::move(styles),
                  std::move(turned), std::move(surroundings));
  result.lang = lang_of(page.dom());
  result.title = title_of(page.dom());
  result.template_signature = template_signature(page.dom());

  std::span<Rule const *const> const rules =
      options.rules.empty() ? all_rules() : std::span<Rule const *const>(options.rules);
  EngineOptions engine;
  Locator locator(page.dom());
  result.toolbars = toolbars_of(page, locator);
  engine.cpu = cpu.left() * 4 / 5;  // the rest is for telling what they found
  engine.most_verdicts = kMostFindingsOfRule;
  std::vector<RuleResult> const results = run_rules(page, rules, engine);
  Telling telling(page, cpu, locator, options.element_keys, result);
  for (RuleResult const &one : results) {
    if (one.outcome == Outcome::untested) result.out_of_time = true;
    telling.tell(one, one.rule->decides != Decides::questions || options.questions);
  }
  if (options.outline) result.pieces = outline_of(page).pieces;
  engine.cpu = cpu.left();
  check_srcdocs(page, rules, engine, result);
  return result;
}

PageOutline outline_of(OpenedPage opened) {
  ComputedStyles styles = compute_styles(opened.document, collect_sheets(opened.document));
  return outline_of(Page(std::move(opened.url), std::move(opened.document), std::move(styles)));
}

FrameFacts frame_facts_of(OpenedPage opened) {
  ComputedStyles const styles = compute_styles(opened.document, collect_sheets(opened.document));
  return {tab_stop_in(A11yTree(opened.document, styles)), fingerprint_of(opened.document.source())};
}

std::vector<std::string> decided_rules(PageResult const &result) {
  std::vector<std::string> out;
  for (RuleCount const &rule : result.rules) {
    if (rule.outcome != Outcome::untested && rule.cant_tell == 0 && rule.left_out == 0)
      out.emplace_back(rule.rule->id);
  }
  return out;
}

}  // namespace wza::web
