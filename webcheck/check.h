// SPDX-License-Identifier: Apache-2.0
// One page from bytes to result, in two steps, so that the caller can fetch the style sheets
// between them: open_page() decodes and parses, check_page() styles it and runs the rules. Fetches
// nothing.
#pragma once

#include "db/base/encoding.h"
#include "db/base/error.h"
#include "webcheck/dom/budget.h"
#include "webcheck/element_keys.h"
#include "webcheck/engine.h"
#include "webcheck/linked_sheet.h"
#include "webcheck/page_links.h"
#include "webcheck/surroundings.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

/// A page as it came.
struct PageBytes {
  std::string url;                ///< final URL, or the file's name
  std::string_view bytes;         ///< body without transfer and content coding
  std::string_view http_charset;  ///< charset parameter of Content-Type; may be empty
  std::optional<int> status;      ///< HTTP status; nothing for files
};

/// A page decoded and parsed.
struct OpenedPage {
  std::string url;
  std::optional<int> status;
  std::uint64_t bytes = 0;
  Decoded charset;  ///< its utf8 has moved into the document
  Document document;
  PageLinks links;
  std::chrono::nanoseconds cpu{};  ///< that opening it took
};

/// Refuses what goes over the budget, and what is plainly no text (many NUL bytes, or the first
/// bytes of a PDF, an archive or an image).
Result<OpenedPage> open_page(PageBytes const &page, ParseBudget const &budget = {});

/// Why a finding does not count for a while, as whoever answers for the site has put it down.
struct Suppression {
  std::string reason;
  std::string until;  ///< last day, "2027-03-31"
};

/// One failed or undecided element.
struct PageFinding {
  Rule const *rule = nullptr;
  Outcome outcome{};
  std::string message_key;
  Text message;
  Text question;     ///< for a person to answer, "yes" means passed; empty without
  std::string mend;  ///< corrected markup of what failed; empty where it cannot be derived
  std::string selector;
  std::uint32_t line = 0, column = 0;  ///< 1-based; in code points of the decoded page
  std::string snippet;
  std::string place;   ///< structural path and kind: equal for the same defect of one template
  ElementKeys keys{};  ///< of what failed, where they were asked for
  std::optional<Suppression> suppressed{};
  std::optional<bool> is_new{};  ///< against an earlier result; nothing where none was given
};

struct RuleCount {
  Rule const *rule = nullptr;
  Outcome outcome{};
  std::uint32_t targets = 0, failed = 0, cant_tell = 0, passed = 0;
  std::uint32_t left_out = 0;  ///< failed or undecided elements that are counted, but not told
};

/// An accessibility tool bar that the page loads: information, which changes no outcome.
struct PageToolbar {
  std::string family, name;    ///< of its maker; "generic" and "text" name none
  std::string_view certainty;  ///< key of ToolbarCertainty
  std::string loaded_from;     ///< address of its script as written; empty where none was found
  std::string trigger;         ///< selector of what opens it first; empty where none was found
  std::uint32_t line = 0, column = 0;  ///< of the trigger, or else of what it is known by
};

/// What is known of a page after its test.
struct PageResult {
  std::string url;
  std::optional<int> status;
  std::uint64_t bytes = 0;
  std::string charset;           ///< "gb18030"
  std::string declared_charset;  ///< as written; empty where nothing was declared
  CharsetStep charset_step{};
  bool charset_contradicted = false;
  std::uint64_t replaced = 0;  ///< malformed characters
  std::string lang;            ///< lang of <html>; empty without
  std::string title;           ///< of the page, white space folded
  std::string source = "static";
  std::string template_signature;
  PageLinks links;
  std::vector<std::string> missing_sheets;  ///< linked and imported style sheets that did not load
  std::vector<PageToolbar> toolbars;
  std::vector<RuleCount> rules;
  std::vector<std::uint64_t> pieces;  ///< as in PageOutline, where CheckOptions::outline
  std::vector<PageFinding> findings;  ///< by rule, then in document order
  /// The page took more time than CheckOptions::cpu: some rules are untested, some elements not
  /// told, or the styles taken as unknown.
  bool out_of_time = false;
};

struct CheckOptions {
  std::vector<Rule const *> rules;  ///< empty: all
  /// Of the thread, for this page in all, opening it included.
  std::chrono::milliseconds cpu{1500};
  /// Whether what rules that only ask are in doubt about becomes findings; counted it is always.
  bool questions = true;
  /// Whether findings carry the keys by which they are known again on an edited page.
  bool element_keys = false;
  bool outline = false;  ///< PageResult::pieces are told
};

/// `surroundings`: what is known beyond the page; may be null.
PageResult check_page(OpenedPage page, std::span<LinkedSheet const> sheets = {},
                      CheckOptions const &options = {},
                      std::shared_ptr<Surroundings const> surroundings = nullptr);

/// What an opened page has in common with others can be seen from its outline; no style sheet is
/// needed for it but the page's own.
PageOutline outline_of(OpenedPage page);

/// What a page that frames this one needs to know of it.
FrameFacts frame_facts_of(OpenedPage page);

/// The rules that came to a decision on that page for all of its elements (neither cut short by
/// time or room nor in doubt anywhere): not seeing their earlier findings there again means that
/// they are gone.
std::vector<std::string> decided_rules(PageResult const &result);

}  // namespace wza::web
