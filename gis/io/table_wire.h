// SPDX-License-Identifier: Apache-2.0
// A table on its way from the process that reads it to the one that asked. The reading process may
// have been taken over by the file it read: what arrives is bounded and checked like the file.
#pragma once

#include "gis/io/table_sink.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace wza::gis {

/// Writes to a pipe. Where nobody listens any more, the process ends.
class WireWriter final : public TableSink {
 public:
  explicit WireWriter(int to) : m_to(to) {}
  void begin(Table const &head) override;
  void row(Row row) override;
  void merged(MergedCells const &cells) override;
  /// The last word: the table is whole, or what is wrong with it.
  void finish(Result<Done> const &result);

 private:
  void put(std::string_view text);
  void put(Text const &text);
  template <class Number>
  requires std::is_arithmetic_v<Number>
  void put(Number number) {
    m_buffer.append(reinterpret_cast<char const *>(&number), sizeof number);
  }
  void put(RawGeometry const &geometry);
  void flush_if_full();
  void flush();

  int m_to;
  std::string m_buffer;
};

/// How the reading of a pipe ended.
enum class WireEnd : std::uint8_t {
  whole,      ///< everything arrived
  problem,    ///< the reader says what is wrong
  cut_off,    ///< it ended too soon, or what arrived makes no sense
  too_large,  ///< more than a table may hold
  too_slow,
};

struct WireResult {
  WireEnd end{};
  Problem problem;  ///< without the file's name
};

/// What a table may hold in memory, and how long its reading may take on the clock.
struct WireLimits {
  std::size_t bytes = std::size_t{288} << 20;
  std::chrono::seconds time{120};

  /// For files that somebody trusts.
  static WireLimits large() { return {std::size_t{4} << 30, std::chrono::seconds{1800}}; }
};

/// Reads what a WireWriter writes into `sink`.
WireResult read_wire(int from, WireLimits const &limits, TableSink &sink);

}  // namespace wza::gis
