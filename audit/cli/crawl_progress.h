// SPDX-License-Identifier: Apache-2.0
// What a person or a program that waits for a crawl is told: a line on the terminal that is
// written over, or one JSON object a line on standard output (wza.crawl-progress/1).
#pragma once

#include "audit/cli/terminal.h"
#include "audit/jobs/crawl_sites.h"
#include "webcheck/fetch/politeness.h"

#include <optional>

namespace wza::audit {

enum class ProgressForm : std::uint8_t { text, json };

}  // namespace wza::audit

namespace wza {
template <>
struct Names<audit::ProgressForm> {
  static constexpr std::array kAll{
      Name{audit::ProgressForm::text, "text", "文字", "Text"},
      Name{audit::ProgressForm::json, "json", "JSON", "JSON"},
  };
};
static_assert(covers(audit::ProgressForm::json));
}  // namespace wza

namespace wza::audit {

class CrawlProgressView {
 public:
  CrawlProgressView(Terminal &terminal, ProgressForm form, web::Pacer const &pacer)
      : m_terminal(&terminal), m_form(form), m_pacer(&pacer), m_began(pacer.now()) {}

  void visit(web::CrawlVisit const &visit);
  /// Told as often as the crawl likes; shown about twice a second.
  void status(web::CrawlStatus const &status);
  /// After the last visit.
  void end(CrawlOutcome const &outcome);

 private:
  void event(nlohmann::ordered_json object);
  void show(web::CrawlStatus const &status);

  Terminal *m_terminal;
  ProgressForm m_form;
  web::Pacer const *m_pacer;
  web::Pacer::Time m_began;
  std::optional<web::Pacer::Time> m_shown;
  bool m_schema_told = false;
  std::size_t m_findings = 0;           ///< failed elements that this process has seen
  std::size_t m_visits = 0;             ///< of this process
  std::optional<std::size_t> m_before;  ///< pages that earlier processes had tested
  std::string m_last;                   ///< address of the last visit
};

}  // namespace wza::audit
