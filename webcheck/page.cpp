// SPDX-License-Identifier: Apache-2.0
#include "webcheck/page.h"

#include "webcheck/a11y/tree.h"

#include <utility>

namespace wza::web {

Page::Page(std::string url, Document document, ComputedStyles styles,
           std::optional<TurnedStyles> turned)
    : m_url(std::move(url)),
      m_document(std::make_unique<Document const>(std::move(document))),
      m_styles(std::make_unique<ComputedStyles const>(std::move(styles))),
      m_turned(turned ? std::make_unique<TurnedStyles const>(*std::move(turned)) : nullptr),
      m_a11y(std::make_unique<A11yTree>(*m_document, *m_styles)) {}

Page::~Page() = default;
Page::Page(Page &&) noexcept = default;
Page &Page::operator=(Page &&) noexcept = default;

}  // namespace wza::web
