// SPDX-License-Identifier: Apache-2.0
// A page with all that its test needs, from the disk or from a server: `wza check` reads what
// stands beside a file and fetches what an address links.
#pragma once

#include "db/base/error.h"
#include "webcheck/check.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wza::audit {

/// A page, its sheets in the order of its links, and what is known of its media and frames.
struct LoadedPage {
  web::OpenedPage opened;
  std::vector<web::LinkedSheet> sheets;
  std::shared_ptr<web::Surroundings> around;
};

/// Whether what a page links, plays and frames is wanted too.
enum class Load : std::uint8_t { page_alone, with_all_it_needs };

/// True for http:// and https:// addresses; anything else names a file, "-" standard input.
bool is_address(std::string_view target);

/// A page of the disk: what it links and is not there, or stands on a server, counts as not loaded,
/// as in a browser without network. A Problem where the file cannot be read or is no page.
Result<LoadedPage> page_of_disk(std::string const &path, Load load);

/// The same of bytes that were read; `name` is "-" for standard input, which stands nowhere.
Result<LoadedPage> page_of_bytes(std::string const &name, std::string const &bytes, Load load);

/// A page from a server. Whoever types an address means it, also one of his own network; a redirect
/// from elsewhere into that network does not. A Problem where it cannot be reached, breaks off, is
/// answered by another status than 2xx, or is no page.
Result<LoadedPage> page_of_address(std::string const &address, Load load);

/// What is refused as too large for a page.
Problem too_large(std::string const &name);
constexpr std::size_t kMostPageBytes = 20 * 1024 * 1024;  ///< as for pages from the network
constexpr std::size_t kMostFrames = 20;                   ///< of a page that are looked into

}  // namespace wza::audit
