// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/budget.h"

#include <algorithm>
#include <new>

namespace wza::web {
namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;
constexpr unsigned kCallsPerLook = 64;  // a look at the thread's clock costs some 200 ns

std::int64_t thread_cpu_ns() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

}  // namespace

BudgetArena::BudgetArena(std::size_t bytes, std::chrono::milliseconds cpu)
    : m_limit(bytes), m_deadline_ns(thread_cpu_ns() + std::chrono::nanoseconds(cpu).count()) {}

bool BudgetArena::out_of_time() const {
  return thread_cpu_ns() > m_deadline_ns;
}

void *BudgetArena::allocate(std::size_t bytes) noexcept {
  constexpr std::size_t kAlign = alignof(std::max_align_t);
  if (bytes > m_limit) bytes = m_limit + 1;  // refused below; keeps the rounding from wrapping
  std::size_t const size = (std::max<std::size_t>(bytes, 1) + kAlign - 1) / kAlign * kAlign;
  if (m_used + size > m_limit) m_spent = Spent::bytes;
  if (++m_calls % kCallsPerLook == 0 && out_of_time()) m_spent = Spent::cpu;
  if (m_spent != Spent::nothing) return nullptr;
  if (size > m_left) {
    std::size_t const block = std::max(size, kBlock);
    try {
      m_blocks.emplace_back(
          new std::byte[block]);  // not make_unique: that would fill it with zeros
    } catch (std::bad_alloc const &) {
      m_spent = Spent::bytes;
      return nullptr;
    }
    m_next = m_blocks.back().get();
    m_left = block;
  }
  void *const at = m_next;
  m_next += size;
  m_left -= size;
  m_used += size;
  return at;
}

}  // namespace wza::web
