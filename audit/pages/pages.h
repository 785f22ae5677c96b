// SPDX-License-Identifier: Apache-2.0
// The pages: reads the tracker, fills the templates. One object a server, used by one thread.
#pragma once

#include "audit/http/response.h"
#include "audit/http/router.h"
#include "db/store/tracker.h"

#include <exception>
#include <functional>

namespace wza::audit {

class Pages {
 public:
  /// `log` gets one line for people about a page that failed.
  Pages(Tracker &tracker, std::function<void(Text const &)> log);

  Response districts(PageCall const &call) const;
  Response findings(PageCall const &call) const;
  Response finding(PageCall const &call) const;
  /// A file of audit/web by its name with hash.
  Response asset(PageCall const &call) const;
  Response health() const;
  Response error_page(int status, PageCall const &call) const;
  void report_failure(Request const &request, std::exception const &error) const;

 private:
  Tracker *m_tracker;
  std::function<void(Text const &)> m_log;
};

}  // namespace wza::audit
