// SPDX-License-Identifier: Apache-2.0
// Text that is put together from pieces, some of which may not be there for all that we know.
#pragma once

#include "db/base/known.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace wza::web {

class FlatText {
 public:
  /// What is longer is cut, so that nested elements cannot multiply a long text.
  static constexpr std::size_t kMaxBytes = 8192;

  FlatText() = default;
  /// Characters that no font but an icon font has (private use) are doubtful: what they say to
  /// assistive technology is anybody's guess.
  explicit FlatText(std::string_view text);
  /// Nothing that could be read, and yet perhaps something.
  static FlatText doubt();

  void append(FlatText const &other);
  void append_space() {
    if (m_text.size() < kMaxBytes) m_text += ' ';
  }
  /// The same, but perhaps not there at all.
  FlatText doubted() &&;

  /// White space collapsed and trimmed.
  std::string flat() const;
  /// Whether there is more than white space in it.
  Trilean present() const {
    if (m_sure) return true;
    return m_maybe ? Trilean::unknown() : Trilean(false);
  }

 private:
  std::string m_text;
  bool m_sure = false;
  bool m_maybe = false;
};

}  // namespace wza::web
