// SPDX-License-Identifier: Apache-2.0
#include "audit/check/single_page.h"

#include "audit/check/page_source.h"
#include "db/base/file.h"
#include "webcheck/url/url.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

namespace wza::audit {
namespace {

constexpr std::size_t kMostContext = 50;

/// A name under which a target is found again, however its path was written.
std::string canonical(std::string const &target) {
  if (is_address(target)) {
    auto const url = web::Url::parse(target);
    return url ? url->without_fragment().href() : target;
  }
  std::error_code error;
  std::string const path = std::filesystem::weakly_canonical(target, error).string();
  return error ? target : path;
}

bool is_page_file(std::filesystem::path const &path) {
  std::string const ending = ending_of(path);
  return ending == ".html" || ending == ".htm" || ending == ".shtml" || ending == ".xhtml";
}

Result<LoadedPage> page_of_input(std::istream &input) {
  std::string bytes(kMostPageBytes + 1, '\0');
  input.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(input.gcount()));
  if (bytes.size() > kMostPageBytes) return too_large("-");
  bytes.shrink_to_fit();
  return page_of_bytes("-", bytes, Load::with_all_it_needs);
}

}  // namespace

Result<web::PageResult> SinglePage::check(std::string const &target) {
  auto page = target == "-"        ? page_of_input(m_input)
              : is_address(target) ? page_of_address(target, Load::with_all_it_needs)
                                   : page_of_disk(target, Load::with_all_it_needs);
  if (!page) return std::move(page).problem();
  std::string const own = canonical(page->opened.url);
  std::ranges::copy_if(m_context, std::back_inserter(page->around->pages),
                       [&](web::PageOutline const &outline) { return outline.url != own; });
  return web::check_page(std::move(page->opened), page->sheets, m_options, page->around);
}

Result<Done> SinglePage::add_context(std::string const &target) {
  std::error_code error;
  if (is_address(target) || !std::filesystem::is_directory(target, error))
    return add_outline(target);
  std::vector<std::string> pages;
  for (auto const &entry : std::filesystem::directory_iterator(target, error)) {
    if (is_page_file(entry.path())) pages.push_back(entry.path().string());
  }
  std::ranges::sort(pages);
  if (pages.size() > kMostContext) pages.resize(kMostContext);
  for (std::string const &page : pages) {
    if (auto added = add_outline(page); !added) return added;
  }
  return Done{};
}

Result<Done> SinglePage::add_outline(std::string const &target) {
  auto page = is_address(target) ? page_of_address(target, Load::page_alone)
                                 : page_of_disk(target, Load::page_alone);
  if (!page) return std::move(page).problem();
  page->opened.url = canonical(target);
  m_context.push_back(web::outline_of(std::move(page->opened)));
  return Done{};
}

}  // namespace wza::audit
