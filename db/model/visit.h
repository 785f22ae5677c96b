// SPDX-License-Identifier: Apache-2.0
// What a run did with one URL, and why. Every URL that a crawl meets ends in one of these states.
#pragma once

#include "db/base/clock.h"
#include "db/base/enum_names.h"
#include "db/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>

namespace wza {

enum class VisitState : std::uint8_t {
  tested,       ///< HTML, whole, tested
  unchanged,    ///< the server says that it is as it was when it was tested: counts as tested
  redirected,   ///< leads to another URL, which has a visit of its own where it is in scope
  not_html,     ///< an attachment or another kind of document
  http_error,   ///< status 4xx or 5xx
  unreachable,  ///< no such host, no connection, connection lost
  bad_certificate,
  timed_out,
  too_large,
  truncated,  ///< the body ended before its declared length: tested in part, proves nothing
  excluded_robots,
  excluded_scope,
  budget,      ///< the run's budget of pages, bytes or time was spent
  trap,        ///< one of too many addresses of the same shape
  refused,     ///< an address that must not be visited (private network)
  unreadable,  ///< the parser gave up within its budget
  not_sampled  ///< fetched for its links only
};
template <>
struct Names<VisitState> {
  static constexpr std::array kAll{
      Name{VisitState::tested, "tested", "已检测", "Tested"},
      Name{VisitState::unchanged, "unchanged", "未变化，沿用上次检测结果",
           "Unchanged since its test"},
      Name{VisitState::redirected, "redirected", "跳转到别处", "Redirected"},
      Name{VisitState::not_html, "not_html", "不是网页", "Not HTML"},
      Name{VisitState::http_error, "http_error", "服务器返回错误", "HTTP error"},
      Name{VisitState::unreachable, "unreachable", "无法访问", "Unreachable"},
      Name{VisitState::bad_certificate, "bad_certificate", "证书无效", "Invalid certificate"},
      Name{VisitState::timed_out, "timed_out", "超时", "Timed out"},
      Name{VisitState::too_large, "too_large", "超过大小限制", "Too large"},
      Name{VisitState::truncated, "truncated", "内容不完整", "Truncated"},
      Name{VisitState::excluded_robots, "excluded_robots", "robots.txt 不允许",
           "Excluded by robots.txt"},
      Name{VisitState::excluded_scope, "excluded_scope", "不在检测范围内", "Out of scope"},
      Name{VisitState::budget, "budget", "超出本次限额", "Beyond the budget"},
      Name{VisitState::trap, "trap", "疑似无尽链接", "Crawler trap"},
      Name{VisitState::refused, "refused", "不允许访问的地址", "Refused address"},
      Name{VisitState::unreadable, "unreadable", "无法解析", "Cannot be parsed"},
      Name{VisitState::not_sampled, "not_sampled", "未抽中", "Not in the sample"},
  };
};
static_assert(covers(VisitState::not_sampled));

/// Why a page is in the sample of a run (webcheck/crawl/sample.h).
enum class SampleReason : std::uint8_t { start, by_template, purpose, random };
template <>
struct Names<SampleReason> {
  static constexpr std::array kAll{
      Name{SampleReason::start, "start", "起始页", "Start page"},
      Name{SampleReason::by_template, "template", "模板", "Template"},
      Name{SampleReason::purpose, "purpose", "用途", "Purpose"},
      Name{SampleReason::random, "random", "随机", "Drawn by chance"},
  };
};
static_assert(covers(SampleReason::random));

/// True for a page whose findings are settled by the visit.
constexpr bool is_test(VisitState state) {
  return state == VisitState::tested || state == VisitState::unchanged;
}

/// One URL in one run.
struct Visit {
  int seq = 0;  ///< order within the run, from 1
  std::string url;
  UtcTime at;
  VisitState state{};
  std::optional<int> status;  ///< HTTP status; nothing where no answer came
  int depth = 0;
  std::optional<std::string> charset;
  /// Of a page as it was tested; of a file its size, where it was asked for and its server says.
  std::optional<std::int64_t> bytes;
  /// Of a file: what its bytes show it to be, or else its server says ("application/pdf").
  std::optional<std::string> media_type;
  std::optional<std::string> sha256;
  std::optional<std::string> title;
  std::optional<std::string> template_signature;
  std::optional<int> failed_rules;
  std::optional<std::string> repeats;  ///< address of an earlier page of the run with this content
  std::optional<SampleReason> sample;  ///< of a page in the sample of a run that takes one
  std::string record;  ///< JSON for whoever continues the run; empty once it is finished
};

}  // namespace wza
