// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/causes.h"

namespace wza::audit {
namespace {

nlohmann::json rules_in(Run const &run) {
  auto const request = nlohmann::json::parse(run.request, nullptr, false);
  return request.is_object() ? request.value("rules", nlohmann::json()) : nlohmann::json();
}

}  // namespace

Causes::Causes(Tracker &tracker, RunId run)
    : m_runs(tracker), m_visits(tracker), m_run(m_runs.find(run).value()) {}

Cause Causes::of(std::string_view url) {
  auto const earlier = m_visits.test_before(m_run.id, url);
  if (!earlier || !earlier->same_bytes) return Cause::content;
  return same_rules(earlier->run) ? Cause::surroundings : Cause::rules;
}

bool Causes::same_rules(RunId earlier) {
  auto const [known, fresh] = m_same_rules.try_emplace(earlier, false);
  if (fresh) {
    Run const run = m_runs.find(earlier).value();
    known->second = run.tool_version == m_run.tool_version && rules_in(run) == rules_in(m_run);
  }
  return known->second;
}

}  // namespace wza::audit
