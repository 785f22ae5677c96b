// SPDX-License-Identifier: Apache-2.0
// Which pages of a lane are tested. Without a sample all are. A sample by templates takes the first
// few pages of each. A sample by WCAG-EM 1.0 (step 3) takes the start pages, the first page of each
// template and of each common purpose (search, contact, help, forms), and one page drawn by chance
// for every ten of them. Pages beyond the sample are fetched for their links only. What it cannot
// know are the pages that make one complete process (step 3.e): these are given as starts.
//
// Pages are taken in the order of the lane, so that a sample is the same for a seed whatever the
// timing.
#pragma once

#include "db/base/enum_names.h"
#include "db/model/visit.h"
#include "webcheck/dom/document.h"
#include "webcheck/url/url.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

enum class SampleMode : std::uint8_t { all, by_template, wcag_em };

struct SampleOptions {
  SampleMode mode = SampleMode::all;
  std::uint64_t seed = 1;  ///< of wcag_em
};

/// A page that may be in the sample.
struct SampleCandidate {
  std::string url;
  bool is_start = false;
  std::uint64_t skeleton = 0;  ///< of its template
  unsigned purposes = 0;       ///< purposes_of()
  VisitState state{};          ///< of its visit, were it in the sample
};

/// A page that is in the sample by chance, known once all pages are.
struct DrawnPage {
  std::string url;
  VisitState state{};
};

/// True where the page asks for more than a word to search for.
bool asks_for_more(Document const &document);
/// What a page is for, as far as its address, its title and its forms tell: a bit for each purpose.
unsigned purposes_of(Url const &url, std::string_view title, bool asks_for_more);

class Sample {
 public:
  explicit Sample(SampleOptions const &options) : m_options(options) {}

  struct Choice {
    bool tested = true;
    std::optional<SampleReason> reason;  ///< nothing without a sample
    bool may_be_drawn = false;           ///< by chance, once all pages are known
  };
  /// The next page of the lane.
  Choice take(SampleCandidate const &page);
  /// The pages that chance adds to those that were taken, in the order of their lots.
  std::vector<DrawnPage> drawn() const;

  /// Pages that a sample by templates takes of each.
  static constexpr std::size_t kOfTemplate = 3;
  /// Pages that chance adds at most.
  static constexpr std::size_t kMostDrawn = 500;

 private:
  std::optional<SampleReason> reason_for(SampleCandidate const &page,
                                         std::size_t of_template) const;
  std::uint64_t lot_of(std::string const &url) const;

  SampleOptions m_options;
  std::map<std::uint64_t, std::size_t> m_templates;  ///< pages that were met of each
  unsigned m_purposes = 0;                           ///< of which a page was taken
  std::size_t m_taken = 0;
  std::map<std::uint64_t, DrawnPage> m_lots;  ///< of pages that may be drawn, the lowest
};

}  // namespace wza::web

namespace wza {
template <>
struct Names<web::SampleMode> {
  static constexpr std::array kAll{
      Name{web::SampleMode::all, "all", "全部页面", "All pages"},
      Name{web::SampleMode::by_template, "template", "每种模板的前几页",
           "First pages of templates"},
      Name{web::SampleMode::wcag_em, "wcag-em", "WCAG-EM 抽样", "WCAG-EM sample"},
  };
};
static_assert(covers(web::SampleMode::wcag_em));
}  // namespace wza
