// SPDX-License-Identifier: Apache-2.0
#include "webcheck/linked_sheet.h"

#include "db/base/digest.h"

#include <algorithm>
#include <utility>

namespace wza::web {
namespace {

class Loading {
 public:
  explicit Loading(FindSheet const &find) : m_find(find) {}

  LinkedSheet load(std::string href, Url const &base) {
    LinkedSheet sheet{std::move(href), nullptr};
    FoundSheet found = m_find(sheet.href, base);
    sheet.tried = found.tried;
    std::string const address = found.address.href();
    if (!found.text || std::ranges::find(m_around, address) != m_around.end()) return sheet;
    sheet.text = std::move(found.text);
    m_around.push_back(address);
    auto const parsed = sheet.text->parsed(css::Mode::standard);
    for (css::ImportRule const &import : parsed->imports()) {
      if (--m_imports_left < 0) break;
      sheet.imports.push_back(load(std::string(import.href), found.address));
    }
    m_around.pop_back();
    return sheet;
  }

 private:
  FindSheet const &m_find;
  std::vector<std::string> m_around;  ///< addresses of the sheets that import this one
  int m_imports_left = kMostImports;
};

}  // namespace

std::string const &SheetText::digest() const {
  std::scoped_lock const locked(m_lock);
  if (m_digest.empty()) m_digest = sha256(m_text);
  return m_digest;
}

std::shared_ptr<css::StyleSheet const> SheetText::parsed(css::Mode mode) const {
  std::scoped_lock const locked(m_lock);
  auto &parsed = m_parsed[mode == css::Mode::quirks ? 1 : 0];
  if (!parsed) parsed = css::StyleSheet::parse(m_text, mode);
  return parsed;
}

LinkedSheet load_sheet(std::string href, Url const &base, FindSheet const &find) {
  return Loading(find).load(std::move(href), base);
}

}  // namespace wza::web
