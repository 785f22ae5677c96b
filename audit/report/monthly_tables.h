// SPDX-License-Identifier: Apache-2.0
// The tables of the monthly report. For monthly_paper.cpp alone.
#pragma once

#include "audit/report/monthly.h"

#include <string>
#include <utility>

namespace wza::audit {

class MonthlyTables {
 public:
  MonthlyTables(MonthlyReport const &report, Lang lang) : m_report(report), m_lang(lang) {}

  PaperTable visits() const;
  PaperTable by_severity() const;
  PaperTable by_type() const;
  PaperTable by_unit() const;
  PaperTable extents() const;
  PaperTable homes_by_district() const;
  PaperTable promises() const;
  PaperTable money() const;
  PaperTable web() const;

 private:
  std::string say(std::string zh, std::string en) const {
    return std::move(m_lang == Lang::zh ? zh : en);
  }
  /// Columns for something in this month and the one before.
  PaperTable compared(std::string sheet, std::string caption) const;

  MonthlyReport const &m_report;
  Lang m_lang;
};

}  // namespace wza::audit
