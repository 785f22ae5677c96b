// SPDX-License-Identifier: Apache-2.0
// The style sheets that pages link and import, as their loader hands them over: the crawler from
// the network, `check` from beside the file. Fetches nothing itself.
#pragma once

#include "webcheck/css/style_sheet.h"
#include "webcheck/url/url.h"

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

/// The text of one style sheet, parsed at most once a mode, however many pages link it. May be
/// shared among threads.
class SheetText {
 public:
  explicit SheetText(std::string utf8) : m_text(std::move(utf8)) {}
  std::shared_ptr<css::StyleSheet const> parsed(css::Mode mode) const;
  std::size_t bytes() const { return m_text.size(); }
  /// SHA-256 of the text.
  std::string const &digest() const;

 private:
  std::string m_text;
  mutable std::mutex m_lock;
  mutable std::string m_digest;
  mutable std::array<std::shared_ptr<css::StyleSheet const>, 2> m_parsed;
};

/// A style sheet that a page links, or that another sheet imports. What a linked sheet that is not
/// handed over at all could change on the page stays unknown too.
struct LinkedSheet {
  std::string href;                       ///< as written
  std::shared_ptr<SheetText const> text;  ///< null where it was tried in vain
  std::vector<LinkedSheet> imports{};     ///< of its @import rules, in order
  bool tried = true;                      ///< false: what it could change stays unknown
};

/// What a loader has for an address.
struct FoundSheet {
  std::shared_ptr<SheetText const> text;  ///< null where there is none
  Url address;                            ///< final; what its imports are resolved against
  bool tried = true;                      ///< without text: whether it is known to be absent
};
/// Called for each sheet and each import.
using FindSheet = std::function<FoundSheet(std::string_view href, Url const &base)>;

/// The sheet with what it imports, as far as browsers would follow: an import of a sheet that
/// stands around it is nothing (CSS Cascade 5, section 2). At most `kMostImports` are followed.
LinkedSheet load_sheet(std::string href, Url const &base, FindSheet const &find);
inline constexpr int kMostImports = 32;

}  // namespace wza::web
