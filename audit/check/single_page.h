// SPDX-License-Identifier: Apache-2.0
// One page from a file, from standard input or from the network, with the style sheets it links,
// tested: what `wza check` does for each target.
#pragma once

#include "db/base/error.h"
#include "webcheck/check.h"

#include <istream>
#include <string>
#include <string_view>
#include <utility>

namespace wza::audit {

/// True for http:// and https:// addresses; anything else names a file, "-" standard input.
bool is_address(std::string_view target);

class SinglePage {
 public:
  /// `input` is read for the target "-".
  explicit SinglePage(std::istream &input, web::CheckOptions options = {})
      : m_input(input), m_options(std::move(options)) {}

  /// A Problem where the target cannot be read, reached or parsed.
  Result<web::PageResult> check(std::string const &target);

 private:
  Result<web::PageResult> check_address(std::string const &target);
  Result<web::PageResult> check_bytes(std::string const &name, std::string const &bytes);

  std::istream &m_input;
  web::CheckOptions m_options;
};

}  // namespace wza::audit
