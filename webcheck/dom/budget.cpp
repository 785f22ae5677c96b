// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/budget.h"

#include <algorithm>
#include <new>

namespace wza::web {
namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;
constexpr unsigned kCallsPerLook = 64;  // a look at the thread's clock costs some 200 ns
// So much is asked for once in a long while: by a text of megabytes, which needs few calls.
constexpr std::size_t kLarge = std::size_t{64} << 10;

std::chrono::nanoseconds thread_cpu() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

}  // namespace

CpuBudget::CpuBudget(std::chrono::nanoseconds cpu) : m_begin(thread_cpu()), m_end(m_begin + cpu) {}

CpuBudget::CpuBudget() : m_begin(thread_cpu()), m_end(std::chrono::nanoseconds::max()) {}

std::chrono::nanoseconds CpuBudget::left() const {
  return m_end - thread_cpu();
}

std::chrono::nanoseconds CpuBudget::used() const {
  return thread_cpu() - m_begin;
}

void *BudgetArena::allocate(std::size_t bytes) noexcept {
  constexpr std::size_t kAlign = alignof(std::max_align_t);
  if (bytes > m_limit) bytes = m_limit + 1;  // refused below; keeps the rounding from wrapping
  std::size_t const size = (std::max<std::size_t>(bytes, 1) + kAlign - 1) / kAlign * kAlign;
  if (m_used + size > m_limit) m_spent = Spent::bytes;
  if ((++m_calls % kCallsPerLook == 0 || size >= kLarge) && m_cpu.over()) m_spent = Spent::cpu;
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
