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

/// CPU time that the calling thread may use from now on. To be asked by that thread only.
class CpuBudget {
 public:
  /// `cpu` may be negative: then it is over at once.
  explicit CpuBudget(std::chrono::nanoseconds cpu);
  /// Without end.
  CpuBudget();

  /// Looks at the thread's clock, which costs some 200 ns.
  bool over() const { return left() <= std::chrono::nanoseconds::zero(); }
  std::chrono::nanoseconds left() const;
  std::chrono::nanoseconds used() const;

 private:
  std::chrono::nanoseconds m_begin, m_end;
};

struct ParseBudget {
  std::size_t source_bytes = std::size_t{20} << 20;  ///< of the decoded page
  std::size_t bytes = std::size_t{256} << 20;        ///< of the parser's own tree
  std::chrono::milliseconds cpu{900};                ///< of the parsing thread
  std::uint32_t nodes = 800'000;  ///< elements, texts, comments (seen in earnest: 100,000)
  std::uint32_t depth = 1024;  ///< of nested elements (browsers stop at 512; seen in earnest: 812)
};

enum class Spent : std::uint8_t { nothing, bytes, cpu };

/// Memory that is only ever given back as a whole. allocate() answers nullptr once the byte or CPU
/// budget is spent (spent() says which) and never throws, so that C code may be its caller.
class BudgetArena {
 public:
  /// `cpu` must outlive it.
  BudgetArena(std::size_t bytes, CpuBudget const &cpu) : m_limit(bytes), m_cpu(cpu) {}

  /// Memory aligned for any type, or nullptr.
  void *allocate(std::size_t bytes) noexcept;
  Spent spent() const { return m_spent; }
  std::size_t used() const { return m_used; }

 private:
  std::vector<std::unique_ptr<std::byte[]>> m_blocks;
  std::byte *m_next = nullptr;
  std::size_t m_left = 0;
  std::size_t m_used = 0;
  std::size_t m_limit;
  CpuBudget const &m_cpu;
  unsigned m_calls = 0;
  Spent m_spent = Spent::nothing;
};

}  // namespace wza::web
