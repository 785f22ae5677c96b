// SPDX-License-Identifier: Apache-2.0
// One page from a file, from standard input or from the network, with the style sheets it links,
// tested: what `wza check` does for each target.
#pragma once

#include "db/base/error.h"
#include "webcheck/check.h"

#include <istream>
#include <string>
#include <utility>
#include <vector>

namespace wza::audit {

class SinglePage {
 public:
  /// `input` is read for the target "-".
  explicit SinglePage(std::istream &input, web::CheckOptions options = {})
      : m_input(input), m_options(std::move(options)) {}

  /// A Problem where the target cannot be read, reached or parsed.
  Result<web::PageResult> check(std::string const &target);

  /// Takes a page as another one of the site that all targets belong to; of a folder, the pages in
  /// it. A Problem where it cannot be read, reached or parsed.
  Result<Done> add_context(std::string const &target);

 private:
  Result<Done> add_outline(std::string const &target);

  std::istream &m_input;
  web::CheckOptions m_options;
  std::vector<web::PageOutline> m_context;
};

}  // namespace wza::audit
