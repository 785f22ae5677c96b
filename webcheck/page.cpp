// SPDX-License-Identifier: Apache-2.0
#include "webcheck/page.h"

#include "webcheck/a11y/tree.h"

#include <mutex>
#include <utility>
#include <vector>

namespace wza::web {

struct Page::KeptFacts {
  std::mutex lock;
  std::vector<std::pair<std::type_index, std::shared_ptr<void const>>> by_type;

  void const *find(std::type_index type) const {
    for (auto const &[of, facts] : by_type) {
      if (of == type) return facts.get();
    }
    return nullptr;
  }
};

Page::Page(std::string url, Document document, ComputedStyles styles,
           std::optional<TurnedStyles> turned, std::shared_ptr<Surroundings const> surroundings)
    : m_url(std::move(url)),
      m_document(std::make_unique<Document const>(std::move(document))),
      m_styles(std::make_unique<ComputedStyles const>(std::move(styles))),
      m_turned(turned ? std::make_unique<TurnedStyles const>(*std::move(turned)) : nullptr),
      m_a11y(std::make_unique<A11yTree>(*m_document, *m_styles)),
      m_surroundings(surroundings ? std::move(surroundings)
                                  : std::make_shared<Surroundings const>()),
      m_facts(std::make_unique<KeptFacts>()) {}

Page::~Page() = default;
Page::Page(Page &&) noexcept = default;
Page &Page::operator=(Page &&) noexcept = default;

void const *Page::find_facts(std::type_index type) const {
  std::scoped_lock const locked(m_facts->lock);
  return m_facts->find(type);
}

void const *Page::keep_facts(std::type_index type, std::shared_ptr<void const> facts) const {
  std::scoped_lock const locked(m_facts->lock);
  // another thread may have been faster: the first ones stay
  if (void const *const kept = m_facts->find(type)) return kept;
  return m_facts->by_type.emplace_back(type, std::move(facts)).second.get();
}

}  // namespace wza::web
