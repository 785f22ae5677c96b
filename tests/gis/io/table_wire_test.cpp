// SPDX-License-Identifier: Apache-2.0
// What arrives from a reading process is what it sent, or is known to be cut off, nonsense or too
// much.
#include "gis/io/table_wire.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <random>
#include <string>

namespace wza::gis {
namespace {

struct Kept final : TableSink {
  void begin(Table const &head) override { table = head; }
  void row(Row row) override { table.rows.push_back(std::move(row)); }
  void merged(MergedCells const &cells) override { merges.push_back(cells); }
  Table table;
  std::vector<MergedCells> merges;
};

class Wire : public testing::Test {
 protected:
  Wire() { EXPECT_EQ(pipe(m_ends.data()), 0); }
  ~Wire() override {
    close_writing();
    close(m_ends[0]);
  }
  void close_writing() {
    if (m_ends[1] >= 0) close(m_ends[1]);
    m_ends[1] = -1;
  }
  WireResult arrives(WireLimits const &limits = {}) {
    close_writing();
    return read_wire(m_ends[0], limits, m_kept);
  }
  static Table sample() {
    Table table;
    table.layer = "图层";
    table.columns = {{"编号", CellKind::text}, {"n", CellKind::integer}};
    table.frame = Frame::gcj02;
    table.crs = "crs";
    table.other_layers = {"a"};
    table.rows = {{2, {"一", "1"}, RawPoint{113.5, 24}, "", false},
                  {3, {"二", ""}, RawArea{{{{0, 0}, {1, 0}, {0, 1}}}}, "repaired", true},
                  {4, {"三", ""}, std::nullopt, "LINESTRING", false}};
    return table;
  }
  void send(Table const &table, WireWriter &writer) {
    writer.begin(table);
    for (auto const &row : table.rows)
      writer.row(row);
  }
  std::array<int, 2> m_ends{};
  Kept m_kept;
};

TEST_F(Wire, ATableArrivesAsItWasSent) {
  WireWriter writer(m_ends[1]);
  send(sample(), writer);
  writer.merged({1, 2, 3, 4});
  writer.finish(Done{});
  ASSERT_EQ(arrives().end, WireEnd::whole);
  auto const sent = sample();
  auto const &got = m_kept.table;
  EXPECT_EQ(got.layer, sent.layer);
  EXPECT_EQ(got.columns.at(1).name, "n");
  EXPECT_EQ(got.columns.at(1).kind, CellKind::integer);
  EXPECT_EQ(got.frame, Frame::gcj02);
  EXPECT_EQ(got.other_layers, sent.other_layers);
  ASSERT_EQ(got.rows.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(got.rows[i].number, sent.rows[i].number);
    EXPECT_EQ(got.rows[i].cells, sent.rows[i].cells);
    EXPECT_EQ(got.rows[i].geometry, sent.rows[i].geometry);
    EXPECT_EQ(got.rows[i].geometry_fault, sent.rows[i].geometry_fault);
    EXPECT_EQ(got.rows[i].repaired, sent.rows[i].repaired);
  }
  EXPECT_EQ(m_kept.merges.at(0).last_column, 4);
}

TEST_F(Wire, AProblemArrivesInBothLanguages) {
  WireWriter writer(m_ends[1]);
  writer.finish(
      Problem{ProblemCode::bad_value, "x", "field", 7, {"原因", "reason"}, {"办法", "way"}});
  auto const result = arrives();
  ASSERT_EQ(result.end, WireEnd::problem);
  EXPECT_EQ(result.problem.code, ProblemCode::bad_value);
  EXPECT_EQ(result.problem.row, 7);
  EXPECT_EQ(result.problem.reason.zh, "原因");
  EXPECT_EQ(result.problem.remedy.en, "way");
}

TEST_F(Wire, WhatIsCutOffIsNotWhole) {
  {
    WireWriter writer(m_ends[1]);
    send(sample(), writer);  // and never a last word
    writer.finish(Done{});
  }
  std::string bytes(1 << 16, '\0');
  auto const size = static_cast<std::size_t>(read(m_ends[0], bytes.data(), bytes.size()));
  for (std::size_t cut = 0; cut < size; cut += 3) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    ASSERT_EQ(write(ends[1], bytes.data(), cut), static_cast<ssize_t>(cut));
    close(ends[1]);
    Kept kept;
    EXPECT_EQ(read_wire(ends[0], {}, kept).end, WireEnd::cut_off) << cut;
    close(ends[0]);
  }
}

TEST_F(Wire, MoreThanATableMayHoldIsRefused) {
  WireWriter writer(m_ends[1]);
  send(sample(), writer);
  writer.finish(Done{});
  WireLimits limits;
  limits.bytes = 300;
  EXPECT_EQ(arrives(limits).end, WireEnd::too_large);
}

TEST_F(Wire, NonsenseEndsWithoutHarm) {
  std::minstd_rand random(7);
  for (int round = 0; round < 300; ++round) {
    std::string bytes = "H";
    for (int i = 0; i < 400; ++i)
      bytes += static_cast<char>(random() % 7 == 0 ? random() & 0xff : random() % 3);
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    ASSERT_EQ(write(ends[1], bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    close(ends[1]);
    Kept kept;
    WireLimits limits;
    limits.bytes = 1 << 20;
    auto const end = read_wire(ends[0], limits, kept).end;
    EXPECT_TRUE(end == WireEnd::cut_off || end == WireEnd::too_large || end == WireEnd::problem);
    close(ends[0]);
  }
}

}  // namespace
}  // namespace wza::gis
