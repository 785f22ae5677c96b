// SPDX-License-Identifier: Apache-2.0
// Runs (one crawl, one import) and the event log that they and people write.
#pragma once

#include "db/base/ids.h"
#include "db/store/tracker.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza {

enum class RunKind : std::uint8_t { crawl, import };
template <>
struct Names<RunKind> {
  static constexpr std::array kAll{
      Name{RunKind::crawl, "crawl", "网站检测", "Crawl"},
      Name{RunKind::import, "import", "导入", "Import"},
  };
};
static_assert(covers(RunKind::import));

/// `running` is also what a killed run is left as: the same request continues it.
enum class RunState : std::uint8_t { running, done, partly };
template <>
struct Names<RunState> {
  static constexpr std::array kAll{
      Name{RunState::running, "running", "未完成", "Unfinished"},
      Name{RunState::done, "done", "完成", "Done"},
      Name{RunState::partly, "partly", "部分完成", "Done in part"},
  };
};
static_assert(covers(RunState::partly));

struct Run {
  RunId id;
  RunKind kind{};
  std::string request;
  RunState state{};
  UtcTime started_at;
  std::optional<UtcTime> finished_at;
  nlohmann::json summary;
  std::string tool_version;
};

class RunStore {
 public:
  explicit RunStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// The unfinished run of the same request, or a new one. `request` is canonical: equal requests
  /// are equal texts. Never put personal data into it.
  Run begin(RunKind kind, std::string_view request, std::string_view actor);
  void finish(RunId id, RunState state, nlohmann::json const &summary);
  std::optional<Run> find(RunId id);
  std::vector<Run> unfinished();
  /// All crawls, oldest first.
  std::vector<Run> crawls();

 private:
  Tracker *m_tracker;
};

/// One entry of the history. `before` and `after` are what changed; null where there was nothing.
struct Event {
  std::string actor;
  std::optional<RunId> run;
  std::string verb;    ///< "imported", "reopened", "state_changed"
  std::string entity;  ///< table name: "findings"
  std::string entity_key;
  nlohmann::json before, after;
};

/// Appends to the history; inside the transaction of what it tells.
void append_event(Tracker &tracker, Event const &event);

/// The history of one thing, oldest first.
struct PastEvent {
  EventId id;
  UtcTime at;
  Event event;
};
std::vector<PastEvent> events_of(Tracker &tracker, std::string_view entity,
                                 std::string_view entity_key);

}  // namespace wza
