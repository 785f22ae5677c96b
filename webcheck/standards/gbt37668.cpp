// SPDX-License-Identifier: Apache-2.0
// What our rules tell of each clause of GB/T 37668-2019, and what a person must still answer.
#include "webcheck/standards/clause_notes.h"

#include <array>

namespace wza::web {

std::span<ClauseNote const> gbt37668_notes() {
  static constexpr std::array kNotes{
      ClauseNote{"3.2.1.2",
                 Cover::part,
                 {"每个图形链接的替代文本是否说清了链接通向哪里？",
                  "Does the text alternative of every image link say where the link leads?"}},
      ClauseNote{"3.2.1.4",
                 Cover::part,
                 {"每张有内容的图片，替代文本是否说出了图片要告诉人的内容？",
                  "Does the text alternative of every meaningful image say what the image tells?"}},
      ClauseNote{"3.4.3.1",
                 Cover::part,
                 {"网页标题是否说出了这一页的内容，并与本站其他页面不同？",
                  "Does the page's title say what the page is about, and differ from those of "
                  "other pages of the site?"}},
  };
  return kNotes;
}

}  // namespace wza::web
