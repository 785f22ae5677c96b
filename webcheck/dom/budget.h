// SPDX-License-Identifier: Apache-2.0
// What one page may cost. Gumbo is quadratic in nesting depth and in attributes of one tag, and
// conformant parsing of some 40 KB makes two million elements; a page over its budget is refused
// and the crawl goes on.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <memory>
#include <vector>

namespace wza::web {

struct ParseBudget {
  std::size_t source_bytes = std::size_t{64} << 20;  ///< of the decoded page
  std::size_t bytes = std::size_t{512} << 20;        ///< of the parser's own tree
  std::chrono::milliseconds cpu{3000};               ///< of the parsing thread
  std::uint32_t depth = 4096;  ///< of nested elements (browsers stop at 512; seen in earnest: 812)
};

enum class Spent : std::uint8_t { nothing, bytes, cpu };

/// Memory that is only ever given back as a whole. allocate() answers nullptr once the byte or CPU
/// budget is spent (spent() says which) and never throws, so that C code may be its caller.
class BudgetArena {
 public:
  BudgetArena(std::size_t bytes, std::chrono::milliseconds cpu);

  /// Memory aligned for any type, or nullptr.
  void *allocate(std::size_t bytes) noexcept;
  Spent spent() const { return m_spent; }
  std::size_t used() const { return m_used; }

 private:
  bool out_of_time() const;

  std::vector<std::unique_ptr<std::byte[]>> m_blocks;
  std::byte *m_next = nullptr;
  std::size_t m_left = 0;
  std::size_t m_used = 0;
  std::size_t m_limit;
  std::int64_t m_deadline_ns;
  unsigned m_calls = 0;
  Spent m_spent = Spent::nothing;
};

}  // namespace wza::web
