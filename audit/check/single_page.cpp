// SPDX-License-Identifier: Apache-2.0
#include "audit/check/single_page.h"

#include "db/base/encoding.h"
#include "db/base/file.h"
#include "webcheck/crawl/media.h"
#include "webcheck/fetch/client.h"
#include "webcheck/fetch/problems.h"
#include "webcheck/fetch/redirects.h"
#include "webcheck/media/file_source.h"
#include "webcheck/url/percent.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

namespace wza::audit {
namespace {

constexpr std::uintmax_t kMostBytes = 20 * 1024 * 1024;  // as for pages from the network
constexpr std::size_t kMostSheets = 20;
constexpr std::size_t kMostMedia = 4;
constexpr std::size_t kMostFrames = 20;
constexpr std::size_t kMostContext = 50;

Problem file_problem(ProblemCode code, std::string const &path, Text reason, Text remedy) {
  return {.code = code,
          .where = path,
          .field = {},
          .row = std::nullopt,
          .reason = std::move(reason),
          .remedy = std::move(remedy)};
}

Problem too_large(std::string const &name) {
  return file_problem(ProblemCode::too_large, name,
                      {"内容超过 20 MB。", "It is larger than 20 MB."},
                      {"请确认它是网页。", "See whether it is a page at all."});
}

Result<std::string> read_file(std::string const &path) {
  std::error_code error;
  auto const status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    return file_problem(ProblemCode::not_found, path, {"没有这个文件。", "There is no such file."},
                        {"请检查路径；网址要以 http:// 或 https:// 开头。",
                         "Check the path; addresses begin with http:// or https://."});
  }
  if (std::filesystem::is_directory(status)) {
    return file_problem(ProblemCode::unreadable, path,
                        {"这是文件夹，不是网页文件。", "This is a folder, no page."},
                        {"请写出其中的文件，例如 文件夹/*.html。",
                         "Name the files in it, for example FOLDER/*.html."});
  }
  if (std::filesystem::is_regular_file(status) &&
      std::filesystem::file_size(path, error) > kMostBytes) {
    return too_large(path);
  }
  auto bytes = bytes_of_file(path);
  if (!bytes) {
    return file_problem(ProblemCode::unreadable, path,
                        {"无法读取这个文件。", "The file cannot be read."},
                        {"请检查读取权限。", "Check that you may read it."});
  }
  return *std::move(bytes);
}

Problem empty_page(std::string const &name) {
  return file_problem(ProblemCode::unreadable, name,
                      {"内容为空，没有可检测的网页。", "It is empty: there is no page to test."},
                      {"请检查文件或命令是否正确。", "Check the file or the command."});
}

Problem status_problem(std::string const &url, int status) {
  return file_problem(ProblemCode::unreachable, url,
                      {fmt::format("服务器回答 {}，没有给出网页。", status),
                       fmt::format("The server answered {} and gave no page.", status)},
                      {"请在浏览器里确认这个网址。", "Check the address in a browser."});
}

Problem broken_off(std::string const &url, std::size_t received) {
  return file_problem(
      ProblemCode::unreachable, url,
      {fmt::format("网页没有传完连接就断了，只收到 {} 字节；不完整的网页不作检测。", received),
       fmt::format("The connection ended before the page did, after {} bytes; half a page is not "
                   "tested.",
                   received)},
      {"请稍后再试。", "Try again later."});
}

/// What the links of a page of the disk are resolved against.
web::Url base_beside(std::string const &page, web::PageLinks const &links) {
  std::string file_url = "file://";
  file_url += web::percent_encoded(std::filesystem::absolute(page).string(), web::EncodeSet::path);
  auto const page_url = web::Url::parse(file_url);
  assert(page_url);
  return web::Url::parse(links.base, &*page_url).value_or(*page_url);
}

/// The file of the disk that is linked; nothing for what is not there or stands on a server.
std::optional<std::string> linked_file(std::string_view href, web::Url const &base) {
  auto const url = web::Url::parse(href, &base);
  if (!url || url->scheme() != "file") return std::nullopt;
  std::string path = web::percent_decoded(url->path());
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  return path;
}

/// The same for a page that may have come from standard input and stands nowhere.
std::optional<std::string> file_beside(std::string const &page, std::string const &href,
                                       web::Url const &base) {
  return page == "-" ? std::nullopt : linked_file(href, base);
}

/// A sheet of the disk; nothing for what is not there or stands on a server.
web::FoundSheet sheet_of_disk(std::string_view href, web::Url const &base) {
  auto const url = web::Url::parse(href, &base);
  auto const path = linked_file(href, base);
  auto const text = path ? read_file(*path) : Result<std::string>(std::string());
  if (!path || !text) return {nullptr, url.value_or(base)};
  return {std::make_shared<web::SheetText const>(decode_page(*text).utf8), *url};
}

/// The sheets that a page of the disk links, read beside it. What is not there, or stands on a
/// server, counts as not loaded, as in a browser without network; the result names it.
std::vector<web::LinkedSheet> sheets_beside(std::string const &page, web::PageLinks const &links) {
  std::vector<web::LinkedSheet> sheets;
  web::Url const base = base_beside(page, links);
  for (std::string const &href : links.stylesheets) {
    sheets.push_back(page == "-" ? web::LinkedSheet{href, nullptr, {}}
                                 : web::load_sheet(href, base, sheet_of_disk));
  }
  return sheets;
}

/// What the media hold that a page of the disk plays by itself.
void read_media_beside(std::string const &page, web::PageLinks const &links,
                       web::Surroundings &around) {
  web::Url const base = base_beside(page, links);
  for (std::string const &address : links.media) {
    auto const path = file_beside(page, address, base);
    if (!path) continue;
    web::FileSource source(*path);
    around.media[address] = web::read_media(source);
  }
}

/// What a page of the disk frames.
void read_frames_beside(std::string const &page, web::PageLinks const &links,
                        web::Surroundings &around) {
  web::Url const base = base_beside(page, links);
  for (std::string const &address : links.frames) {
    auto const path = file_beside(page, address, base);
    if (!path || around.frames.size() >= kMostFrames) continue;
    auto const bytes = read_file(*path);
    if (!bytes) continue;
    auto opened = web::open_page({*path, *bytes, {}, std::nullopt});
    if (opened) around.frames[address] = web::frame_facts_of(*std::move(opened));
  }
}

/// The media from a server.
void fetch_media(web::Client &client, web::Url const &base, web::PageLinks const &links,
                 web::Surroundings &around) {
  for (std::string const &address : links.media) {
    auto const url = web::Url::parse(address, &base);
    if (!url || !url->is_http() || around.media.size() >= kMostMedia) continue;
    web::HttpSource source(
        url->without_fragment(),
        [&client](web::Url const &at, web::ByteRange range) { return client.get_part(at, range); });
    around.media[address] = web::read_media(source, web::MediaCache::kBudget);
  }
}

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
  std::string const ending = ascii_lower(path.extension().string());
  return ending == ".html" || ending == ".htm" || ending == ".shtml" || ending == ".xhtml";
}

}  // namespace

bool is_address(std::string_view target) {
  std::string const start = ascii_lower(target.substr(0, 8));
  return start.starts_with("http://") || start.starts_with("https://");
}

Result<web::PageResult> SinglePage::check(std::string const &target) {
  if (is_address(target)) return check_address(target);
  if (target == "-") {
    std::string bytes(kMostBytes + 1, '\0');
    m_input.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(m_input.gcount()));
    if (bytes.size() > kMostBytes) return too_large(target);
    bytes.shrink_to_fit();
    return check_bytes(target, bytes);
  }
  auto bytes = read_file(target);
  if (!bytes) return std::move(bytes).problem();
  return check_bytes(target, *bytes);
}

Result<web::PageResult> SinglePage::check_bytes(std::string const &name, std::string const &bytes) {
  if (trimmed(bytes).empty()) return empty_page(name);
  auto opened = web::open_page({name, bytes, {}, std::nullopt});
  if (!opened) return std::move(opened).problem();
  std::vector<web::LinkedSheet> const sheets = sheets_beside(name, opened->links);
  auto around = surroundings_of(name);
  read_media_beside(name, opened->links, *around);
  read_frames_beside(name, opened->links, *around);
  return web::check_page(*std::move(opened), sheets, m_options, std::move(around));
}

Result<web::PageResult> SinglePage::check_address(std::string const &target) {
  auto const url = web::Url::parse(target);
  if (!url) return web::bad_url(target);
  // Whoever types an address means it, also one of his own network; a redirect from elsewhere into
  // that network does not.
  web::FetchOptions options;
  options.named_hosts.insert(url->host());
  web::Client client(std::move(options));
  auto answer = web::get_following(client, *url, web::kPageRedirects);
  if (!answer) return std::move(answer).problem();
  web::Response const &response = answer->response;
  std::string const final_url = response.url.href();
  if (response.status < 200 || response.status > 299) {
    return status_problem(final_url, response.status);
  }
  if (response.truncated) return broken_off(final_url, response.body.size());
  std::string const charset = charset_in_content_type(response.header("content-type").value_or(""));
  auto opened = web::open_page({final_url, response.body, charset, response.status});
  if (!opened) return std::move(opened).problem();
  std::vector<web::LinkedSheet> sheets;
  auto const base = web::Url::parse(opened->links.base, &response.url).value_or(response.url);
  std::size_t asked = 0;
  auto const find = [&](std::string_view href, web::Url const &from) -> web::FoundSheet {
    auto const sheet_url = web::Url::parse(href, &from);
    if (!sheet_url || ++asked > kMostSheets) return {nullptr, from};
    auto loaded = web::get_following(client, *sheet_url, web::kPageRedirects);
    if (!loaded || loaded->response.status != 200) return {nullptr, *sheet_url};
    return {std::make_shared<web::SheetText const>(decode_page(loaded->response.body).utf8),
            loaded->response.url};
  };
  for (std::string const &href : opened->links.stylesheets)
    sheets.push_back(web::load_sheet(href, base, find));
  auto around = surroundings_of(final_url);
  fetch_media(client, base, opened->links, *around);
  return web::check_page(*std::move(opened), sheets, m_options, std::move(around));
}

std::shared_ptr<web::Surroundings> SinglePage::surroundings_of(std::string const &target) const {
  auto around = std::make_shared<web::Surroundings>();
  std::string const own = canonical(target);
  std::ranges::copy_if(m_context, std::back_inserter(around->pages),
                       [&](web::PageOutline const &outline) { return outline.url != own; });
  return around;
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
  std::string bytes;
  std::string charset;
  if (is_address(target)) {
    auto const url = web::Url::parse(target);
    if (!url) return web::bad_url(target);
    web::FetchOptions options;
    options.named_hosts.insert(url->host());
    web::Client client(std::move(options));
    auto answer = web::get_following(client, *url, web::kPageRedirects);
    if (!answer) return std::move(answer).problem();
    if (answer->response.status != 200) return status_problem(target, answer->response.status);
    charset = charset_in_content_type(answer->response.header("content-type").value_or(""));
    bytes = std::move(answer->response.body);
  } else {
    auto read = read_file(target);
    if (!read) return std::move(read).problem();
    bytes = *std::move(read);
  }
  auto opened = web::open_page({canonical(target), bytes, charset, std::nullopt});
  if (!opened) return std::move(opened).problem();
  m_context.push_back(web::outline_of(*std::move(opened)));
  return Done{};
}

}  // namespace wza::audit
