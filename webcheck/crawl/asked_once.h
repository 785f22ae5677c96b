// SPDX-License-Identifier: Apache-2.0
// A cache that several workers fill: whoever wants first what is not there gets it, the others wait
// for it.
#pragma once

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <utility>

namespace wza::web {

template <class Value>
class AskedOnce {
 public:
  /// The value of `key`; `ask` gives it where it is not known. Null where `ask` gave nothing,
  /// which is not kept, or where `stop` came.
  template <class Ask>
  std::shared_ptr<Value const> get(std::string const &key, std::stop_token const &stop, Ask ask) {
    std::unique_lock lock(m_mutex);
    Entry &entry = m_entries[key];
    if (entry.value) return entry.value;
    if (!m_answer.wait(lock, stop, [&] { return !entry.being_asked; })) return nullptr;
    if (entry.value) return entry.value;
    entry.being_asked = true;
    lock.unlock();
    auto answer = ask();
    lock.lock();
    entry.being_asked = false;
    if (answer) entry.value = std::make_shared<Value const>(*std::move(answer));
    m_answer.notify_all();
    return entry.value;
  }

 private:
  struct Entry {
    std::shared_ptr<Value const> value;
    bool being_asked = false;
  };
  std::mutex m_mutex;
  std::condition_variable_any m_answer;
  std::map<std::string, Entry> m_entries;
};

}  // namespace wza::web
