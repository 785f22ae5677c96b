// SPDX-License-Identifier: Apache-2.0
// For rules that come to their verdicts for a whole page at once, because one question stands for
// many elements: the answers are made on first use and kept with the page. A rule derives its own
// class from Answers, which fills itself from the page, and takes add_answers and answer_of.
#pragma once

#include "db/base/text.h"
#include "webcheck/rule.h"

#include <map>
#include <string>
#include <unordered_map>
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

/// Many things in a few words: "12: 首页 / 更多 × 9 / 政务公开 …", the number of all before the
/// names.
class Listing {
 public:
  void add(std::string_view name) {
    auto const [at, fresh] = m_by_name.try_emplace(std::string(name), m_names.size());
    if (fresh) m_names.push_back({at->first, 0});
    ++m_names[at->second].count;
    ++m_all;
  }
  bool empty() const { return m_names.empty(); }

  std::string text() const {
    std::string out = std::to_string(m_all) + ":";
    std::string const names = this->names(150 - out.size());
    return out + " " + names;
  }
  /// The same without the number of all.
  std::string names(std::size_t max_bytes) const {
    constexpr std::size_t kName = 45;
    std::string out;
    for (auto const &[name, count] : m_names) {
      std::string next = shortened(name, kName);
      if (count > 1) next += " × " + std::to_string(count);
      if (!out.empty() && out.size() + next.size() > max_bytes) return out + " …";
      out += (out.empty() ? "" : " / ") + next;
    }
    return out;
  }

 private:
  struct Named {
    std::string name;
    std::size_t count = 0;
  };
  std::vector<Named> m_names;
  std::unordered_map<std::string, std::size_t> m_by_name;
  std::size_t m_all = 0;
};

}  // namespace wza::web
