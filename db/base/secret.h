// SPDX-License-Identifier: Apache-2.0
// A text that must not get out: it cannot be printed, formatted or turned into JSON, and its memory
// is wiped. Whoever needs it says so with reveal(), which a reader of the code can search for.
#pragma once

#include <openssl/crypto.h>

#include <string>
#include <string_view>
#include <utility>

namespace wza {

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string text) : m_text(std::move(text)) {}
  Secret(Secret const &) = default;
  Secret &operator=(Secret const &other) {
    if (this != &other) {
      wipe();
      m_text = other.m_text;
    }
    return *this;
  }
  Secret(Secret &&other) noexcept : m_text(std::move(other.m_text)) { other.wipe(); }
  Secret &operator=(Secret &&other) noexcept {
    if (this != &other) {
      wipe();
      m_text = std::move(other.m_text);
      other.wipe();
    }
    return *this;
  }
  ~Secret() { wipe(); }

  std::string_view reveal() const { return m_text; }
  bool empty() const { return m_text.empty(); }
  bool operator==(Secret const &) const = default;

 private:
  /// A moved-from short string still holds its bytes in place, so that the whole capacity is wiped.
  void wipe() noexcept {
    m_text.resize(m_text.capacity());
    OPENSSL_cleanse(m_text.data(), m_text.size());
    m_text.clear();
  }
  std::string m_text;
};

}  // namespace wza
