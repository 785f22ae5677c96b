// SPDX-License-Identifier: Apache-2.0
// For rules that come to their verdicts for a whole page at once, because one question stands for
// many elements: the answers are made on first use and kept with the page. A rule derives its own
// class from Answers, which fills itself from the page, and takes add_answers and answer_of.
#pragma once

#include "db/base/text.h"
#include "webcheck/rule.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace wza::web {

class Answers {
 public:
  void add_to(Targets &targets) const {
    for (auto const &[target, answer] : m_answers)
      targets.add(target, answer.applies);
  }
  Verdict of(NodeId target) const {
    auto const found = m_answers.find(target);
    return found == m_answers.end() ? Verdict{Outcome::inapplicable, {}, {}}
                                    : found->second.verdict;
  }

 protected:
  /// Of several answers about one element the first stays.
  void add(NodeId target, Verdict verdict, Trilean applies = true) {
    m_answers.try_emplace(target, Answer{std::move(verdict), applies});
  }

 private:
  struct Answer {
    Verdict verdict;
    Trilean applies = true;
  };
  std::map<NodeId, Answer> m_answers;
};

/// For Rule::applicable.
template <class PageAnswers>
void add_answers(Page const &page, Targets &targets) {
  page.facts<PageAnswers>().add_to(targets);
}

/// For Rule::expect.
template <class PageAnswers>
Verdict answer_of(Page const &page, NodeId target) {
  return page.facts<PageAnswers>().of(target);
}

/// The element that stands for all of the page where a question is about the whole: <body>, or the
/// document element.
inline NodeId whole_page(Document const &document) {
  for (NodeId const body : document.by_tag(atom::body)) {
    if (document.ns(body) == Namespace::html) return body;
  }
  return document.document_element();
}

/// At most `max_bytes` bytes of whole characters, with "…" where something was cut.
inline std::string shortened(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return std::string(text);
  return std::string(utf8_prefix(text, max_bytes)) + "…";
}

/// Many things in a few words: "12: 首页 / 政务公开 / …".
inline std::string listing(std::vector<std::string> const &names) {
  constexpr std::size_t kName = 45, kAll = 150;
  std::string out = std::to_string(names.size()) + ":";
  for (std::string const &name : names) {
    std::string const next = shortened(name, kName);
    if (out.size() + next.size() > kAll) return out + " …";
    out += (&name == &names.front() ? " " : " / ") + next;
  }
  return out;
}

}  // namespace wza::web
