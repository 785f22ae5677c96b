// SPDX-License-Identifier: Apache-2.0
// The sentences of a plan's monitoring document. For plan_monitor_paper.cpp alone.
#pragma once

#include "audit/report/paper.h"
#include "gis/retrofit/plan_monitor.h"

#include <string>

namespace wza::audit {

class MonitorWords {
 public:
  MonitorWords(gis::PlanMonitor const &monitor, Lang lang)
      : m_monitor(monitor), m_report(monitor.report), m_lang(lang) {}

  bool zh() const { return m_lang == Lang::zh; }
  Lang lang() const { return m_lang; }

  /// The document without its sections.
  Paper frame() const;
  /// Heading, facts and verdicts of a promise that counts homes.
  PaperSection promise(gis::Promise const &promise) const;
  PaperSection districts() const;
  PaperSection not_measured() const;

  /// The indicator with the year of its promise.
  std::string name(gis::Promise const &promise) const;
  /// As the plan prints it: "0.4 万户", "95%".
  std::string quoted(gis::Promise const &promise) const;
  std::string due_year(gis::Promise const &promise) const;
  /// What the plan says of that year for the same indicator; that it says nothing.
  std::string planned(gis::Promise const &promise, int year) const;
  /// The verdict, or of a yearly table the pace, in a word or two.
  std::string judged(gis::PromiseReading const &reading) const;

 private:
  std::string say(std::string zh, std::string en) const {
    return std::move(m_lang == Lang::zh ? zh : en);
  }
  std::string which() const;
  std::string which_and_why() const;
  std::string verdict(gis::PromiseReading const &reading) const;
  std::string lead() const;

  gis::PlanMonitor const &m_monitor;
  gis::PlanReport const &m_report;
  Lang m_lang;
};

}  // namespace wza::audit
