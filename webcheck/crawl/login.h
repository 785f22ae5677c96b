// SPDX-License-Identifier: Apache-2.0
// Sites that show their pages only to who is logged in: HTTP Basic (RFC 7617), and forms. Names and
// passwords come from a file of the user's own, and go to the origin that it names and nowhere
// else: not into a log, an error, the record of the run or the tracker.
#pragma once

#include "db/base/secret.h"
#include "webcheck/fetch/fetcher.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wza::web {

struct SiteLogin {
  std::string origin;       ///< "https://www.example.gov.cn"
  Secret basic;             ///< value of the Authorization field; empty for a form
  std::optional<Url> page;  ///< where the form stands
  std::vector<std::pair<std::string, Secret>> fields;  ///< of the form, by name
};

/// Reads a settings file: {"logins": [{"site": URL, "user": …, "password": …},
/// {"site": URL, "page": URL, "fields": {NAME: VALUE, …}}]}. Refuses a file that others than its
/// owner may read (mode 0600 is asked for); no Problem repeats what stands in it.
Result<std::vector<SiteLogin>> read_logins(std::filesystem::path const &path);

/// Fills in the form of `login` with its hidden fields and sends it; the fetcher keeps the cookies.
/// Nothing where that worked: the answer is no page with a password field any more.
std::optional<Problem> log_in(Fetcher &fetcher, SiteLogin const &login);

}  // namespace wza::web
