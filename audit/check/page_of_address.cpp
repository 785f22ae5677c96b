// SPDX-License-Identifier: Apache-2.0
#include "audit/check/page_source.h"
#include "db/base/encoding.h"
#include "webcheck/crawl/media.h"
#include "webcheck/fetch/client.h"
#include "webcheck/fetch/problems.h"
#include "webcheck/fetch/redirects.h"

#include <fmt/format.h>

#include <utility>

namespace wza::audit {
namespace {

constexpr std::size_t kMostSheets = 20;
constexpr std::size_t kMostMedia = 4;

Problem unreachable(std::string const &url, Text reason, Text remedy) {
  return {.code = ProblemCode::unreachable,
          .where = url,
          .field = {},
          .row = std::nullopt,
          .reason = std::move(reason),
          .remedy = std::move(remedy)};
}

Problem status_problem(std::string const &url, int status) {
  return unreachable(url,
                     {fmt::format("服务器回答 {}，没有给出网页。", status),
                      fmt::format("The server answered {} and gave no page.", status)},
                     {"请在浏览器里确认这个网址。", "Check the address in a browser."});
}

Problem broken_off(std::string const &url, std::size_t received) {
  return unreachable(
      url,
      {fmt::format("网页没有传完连接就断了，只收到 {} 字节；不完整的网页不作检测。", received),
       fmt::format("The connection ended before the page did, after {} bytes; half a page is not "
                   "tested.",
                   received)},
      {"请稍后再试。", "Try again later."});
}

/// The whole document at an address, opened.
Result<web::OpenedPage> open_address(web::Client &client, web::Url const &url) {
  auto answer = web::get_following(client, url, web::kPageRedirects);
  if (!answer) return std::move(answer).problem();
  web::Response const &response = answer->response;
  std::string const final_url = response.url.href();
  if (response.status < 200 || response.status > 299)
    return status_problem(final_url, response.status);
  if (response.truncated) return broken_off(final_url, response.body.size());
  std::string const charset = charset_in_content_type(response.header("content-type").value_or(""));
  return web::open_page({final_url, response.body, charset, response.status});
}

std::vector<web::LinkedSheet> fetch_sheets(web::Client &client, web::Url const &base,
                                           web::PageLinks const &links) {
  std::size_t asked = 0;
  auto const find = [&](std::string_view href, web::Url const &from) -> web::FoundSheet {
    auto const url = web::Url::parse(href, &from);
    if (!url || ++asked > kMostSheets) return {nullptr, from};
    auto loaded = web::get_following(client, *url, web::kPageRedirects);
    if (!loaded || loaded->response.status != 200) return {nullptr, *url};
    return {std::make_shared<web::SheetText const>(decode_page(loaded->response.body).utf8),
            loaded->response.url};
  };
  std::vector<web::LinkedSheet> sheets;
  for (std::string const &href : links.stylesheets)
    sheets.push_back(web::load_sheet(href, base, find));
  return sheets;
}

/// What the media hold that the page plays by itself.
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

/// What the page frames; a frame that gives no page stays unknown.
void fetch_frames(web::Client &client, web::Url const &base, web::PageLinks const &links,
                  web::Surroundings &around) {
  std::size_t asked = 0;
  for (std::string const &address : links.frames) {
    auto const url = web::Url::parse(address, &base);
    if (!url || !url->is_http() || around.frames.contains(address)) continue;
    if (++asked > kMostFrames) return;
    auto opened = open_address(client, url->without_fragment());
    if (opened) around.frames[address] = web::frame_facts_of(*std::move(opened));
  }
}

}  // namespace

Result<LoadedPage> page_of_address(std::string const &address, Load load) {
  auto const url = web::Url::parse(address);
  if (!url) return web::bad_url(address);
  web::FetchOptions options;
  options.named_hosts.insert(url->host());
  auto proxies = web::proxies_of(web::process_environment);
  if (!proxies) return std::move(proxies).problem();
  options.proxies = *std::move(proxies);
  web::Client client(std::move(options));
  auto opened = open_address(client, *url);
  if (!opened) return std::move(opened).problem();
  LoadedPage page{*std::move(opened), {}, std::make_shared<web::Surroundings>()};
  if (load == Load::page_alone) return page;
  auto const own = web::Url::parse(page.opened.url);
  auto const base = web::Url::parse(page.opened.links.base, &*own).value_or(*own);
  page.sheets = fetch_sheets(client, base, page.opened.links);
  fetch_media(client, base, page.opened.links, *page.around);
  fetch_frames(client, base, page.opened.links, *page.around);
  return page;
}

}  // namespace wza::audit
