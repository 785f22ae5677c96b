// SPDX-License-Identifier: Apache-2.0
// What can be wrong with an answer that came, in words: one function a cause.
#pragma once

#include "db/base/error.h"

#include <cstddef>
#include <string>

namespace wza::web {

/// Less than the least rate over the time that is granted.
Problem answer_too_slow(std::string const &where, std::size_t bytes_per_second);
/// The compressed content grows beyond all measure.
Problem decoded_too_large(std::string const &where, std::size_t times);
/// 304 to a request without validators, 206 to one without a range, 1xx without end.
Problem unasked_status(std::string const &where, int status);
/// The proxy did not open the way.
Problem proxy_refused(std::string const &where, int status);
/// A type that is no page, though the server calls it one.
Problem other_type(std::string const &where, std::string const &type);
/// 204, 205: an answer without content.
Problem no_content(std::string const &where, int status);

}  // namespace wza::web
