// SPDX-License-Identifier: Apache-2.0
// What an answer is, from its Content-Type and its first bytes (MIME Sniffing standard, as far as
// pages need it). A declared type stands, but for the few cases in which browsers look closer: no
// type, an unknown type, text that is no text. One deviation: a PDF that is served as a page is
// told as a PDF, since nobody can read it as a page.
#pragma once

#include "webcheck/fetch/fetcher.h"

#include <string>

namespace wza::web {

/// The media type that a browser would act on, in lower case without parameters; never empty.
std::string computed_type(Response const &response);

/// True for the types that are tested as pages.
bool is_page_type(std::string const &type);

}  // namespace wza::web
