// SPDX-License-Identifier: Apache-2.0
#include "audit/check/page_source.h"
#include "db/base/encoding.h"
#include "db/base/file.h"
#include "webcheck/media/file_source.h"
#include "webcheck/url/percent.h"

#include <cassert>
#include <filesystem>
#include <system_error>
#include <utility>

namespace wza::audit {
namespace {

Problem file_problem(ProblemCode code, std::string const &path, Text reason, Text remedy) {
  return {.code = code,
          .where = path,
          .field = {},
          .row = std::nullopt,
          .reason = std::move(reason),
          .remedy = std::move(remedy)};
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
      std::filesystem::file_size(path, error) > kMostPageBytes) {
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

}  // namespace

bool is_address(std::string_view target) {
  std::string const start = ascii_lower(target.substr(0, 8));
  return start.starts_with("http://") || start.starts_with("https://");
}

Problem too_large(std::string const &name) {
  return file_problem(ProblemCode::too_large, name,
                      {"内容超过 20 MB。", "It is larger than 20 MB."},
                      {"请确认它是网页。", "See whether it is a page at all."});
}

Result<LoadedPage> page_of_bytes(std::string const &name, std::string const &bytes, Load load) {
  if (trimmed(bytes).empty()) return empty_page(name);
  auto opened = web::open_page({name, bytes, {}, std::nullopt});
  if (!opened) return std::move(opened).problem();
  LoadedPage page{*std::move(opened), {}, std::make_shared<web::Surroundings>()};
  if (load == Load::page_alone) return page;
  page.sheets = sheets_beside(name, page.opened.links);
  read_media_beside(name, page.opened.links, *page.around);
  read_frames_beside(name, page.opened.links, *page.around);
  return page;
}

Result<LoadedPage> page_of_disk(std::string const &path, Load load) {
  auto const bytes = read_file(path);
  if (!bytes) return bytes.problem();
  return page_of_bytes(path, *bytes, load);
}

}  // namespace wza::audit
