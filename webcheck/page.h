// SPDX-License-Identifier: Apache-2.0
// All that a rule may see of a page. Immutable after it is made; who made it (parser or browser) is
// no business of a rule.
#pragma once

#include "webcheck/css/computed.h"
#include "webcheck/dom/document.h"
#include "webcheck/surroundings.h"

#include <memory>
#include <optional>
#include <string>
#include <typeindex>
#include <typeinfo>

namespace wza::web {

/// How the page's tree was come by. For reports only; no rule may look at it.
enum class Source : std::uint8_t { static_, rendered };

class A11yTree;  // webcheck/a11y/tree.h: roles, names and inclusion, computed on first use

class Page {
 public:
  Page(std::string url, Document document, ComputedStyles styles,
       std::optional<TurnedStyles> turned = std::nullopt,
       std::shared_ptr<Surroundings const> surroundings = nullptr);
  ~Page();
  Page(Page &&) noexcept;
  Page &operator=(Page &&) noexcept;

  std::string const &url() const { return m_url; }
  Document const &dom() const { return *m_document; }
  ComputedStyles const &styles() const { return *m_styles; }
  /// Null where the style sheets turn nothing with the screen.
  TurnedStyles const *turned() const { return m_turned.get(); }
  A11yTree const &a11y() const { return *m_a11y; }
  /// What is known beyond the page itself; mostly nothing.
  Surroundings const &surroundings() const { return *m_surroundings; }

  /// What several targets or rules need to know of the whole page, such as its landmarks: a `Facts`
  /// is made from the page on first use and kept with it. It may keep references to what a page
  /// hands out, not to the page itself, which may move.
  template <class Facts>
  Facts const &facts() const {
    std::type_index const type(typeid(Facts));
    void const *kept = find_facts(type);
    if (kept == nullptr) kept = keep_facts(type, std::make_shared<Facts const>(*this));
    return *static_cast<Facts const *>(kept);
  }

 private:
  struct KeptFacts;
  void const *find_facts(std::type_index type) const;
  void const *keep_facts(std::type_index type, std::shared_ptr<void const> facts) const;

  std::string m_url;
  // On the heap, so that views and references survive a move of the page.
  std::unique_ptr<Document const> m_document;
  std::unique_ptr<ComputedStyles const> m_styles;
  std::unique_ptr<TurnedStyles const> m_turned;
  std::unique_ptr<A11yTree> m_a11y;
  std::shared_ptr<Surroundings const> m_surroundings;  ///< never null
  std::unique_ptr<KeptFacts> m_facts;
};

}  // namespace wza::web
