// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/site_options.h"

#include "audit/cli/values.h"
#include "webcheck/crawl/crawl.h"
#include "webcheck/url/site.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace wza::audit {
namespace {

template <class T>
void complete(std::optional<T> &said, std::optional<T> const &kept) {
  if (!said) said = kept;
}

std::string seconds_text(std::chrono::milliseconds delay) {
  return fmt::format("{}", static_cast<double>(delay.count()) / 1000);
}

/// A site with the host names that its settings hold for.
struct Neighbour {
  std::string host, domain;
  web::HostManners manners;
};

web::HostManners kept_manners(SiteSettings const &site) {
  return {site.delay.value_or(web::PolitenessOptions().delay), site.quiet};
}

/// The politer of both in each respect.
void join(web::HostManners &manners, web::HostManners const &other) {
  manners.delay = std::max(manners.delay, other.delay);
  QuietHours both = manners.quiet;
  both.add(other.quiet);
  if (!both.never_ends()) manners.quiet = std::move(both);
}

}  // namespace

void SiteOptions::declare(Args &args) {
  args.number("--max-pages", max_pages, 1, 1'000'000,
              {"每个起点最多检测多少页；默认 500",
               "test at most this many pages from each start; default "
               "500"});
  args.number(
      "--max-depth", max_depth, 0, 1000,
      {"离起点最多几次链接；默认 20", "at most this many links away from a start; default 20"});
  args.seconds("--delay", delay, 0, 3600,
               {"对同一主机（或同一 IP 地址）两次请求之间的秒数；默认 1。服务器或 robots.txt "
                "要求更久时从其要求",
                "seconds between two requests to a host or an address; default 1. Longer where the "
                "server or its robots.txt asks for it"});
  args.list(
      "--quiet-hours", quiet, "HH:MM-HH:MM",
      {"每天不访问的时段，北京时间（UTC+8），不看本机时区；可以写多次，可以跨午夜：22:00-06:00",
       "hours of each day without any request, in China Standard Time (UTC+8) whatever the "
       "machine's zone; may be given more than once, and over midnight: 22:00-06:00"});
  args.choice("--scope", scope, {"host", "domain"},
              {"host：同一主机；domain：同一域名下的所有主机",
               "host: the same host; domain: all hosts of the registrable domain"});
  args.option("--district", district, "CODE",
              {"负责这些网站的行政区划代码", "code of the district that answers for these sites"});
  args.option(
      "--contact", contact, "URL",
      {"写进 User-Agent 的联系网址或邮箱", "address or mail of a contact, sent in the User-Agent"});
}

Result<SiteSettings> SiteOptions::settings() const {
  SiteSettings out;
  out.max_pages = max_pages;
  out.max_depth = max_depth;
  if (delay) out.delay = std::chrono::milliseconds(std::llround(*delay * 1000));
  out.scope = scope;
  if (district) out.district = DistrictCode(*district);
  out.contact = contact;
  for (std::string const &text : quiet) {
    auto const span = QuietHours::parse(text);
    if (!span || span->empty()) {
      return wrong_usage(
          "--quiet-hours",
          {fmt::format("“{}”不是时段。", text), fmt::format("\"{}\" is no part of a day.", text)},
          {"请写成 08:00-18:30 的形式。", "Write it like 08:00-18:30."});
    }
    out.quiet.add(*span);
  }
  if (out.quiet.never_ends()) {
    return wrong_usage("--quiet-hours",
                       {"这样全天都不能访问。", "This leaves no time of the day for the crawl."},
                       {"请留出时间；要停止定期检测，用 wza site set 网址 --pause。",
                        "Leave some; to stop crawls by schedule use wza site set URL --pause."});
  }
  return out;
}

SiteSettings completed(SiteSettings said, SiteSettings const &kept) {
  said.origin = kept.origin;
  said.start = kept.start;
  complete(said.every, kept.every);
  complete(said.delay, kept.delay);
  complete(said.max_pages, kept.max_pages);
  complete(said.max_depth, kept.max_depth);
  complete(said.scope, kept.scope);
  complete(said.district, kept.district);
  complete(said.contact, kept.contact);
  if (said.quiet.empty()) said.quiet = kept.quiet;
  said.allow_invalid_tls = said.allow_invalid_tls || kept.allow_invalid_tls;
  said.paused = said.paused || kept.paused;
  return said;
}

std::string added_options(SiteSettings const &whole, SiteSettings const &said) {
  std::string out;
  auto const add = [&out](std::string_view option, std::string const &value) {
    out += fmt::format("{}{}{}{}", out.empty() ? "" : " ", option, value.empty() ? "" : " ", value);
  };
  if (whole.max_pages && !said.max_pages) add("--max-pages", std::to_string(*whole.max_pages));
  if (whole.max_depth && !said.max_depth) add("--max-depth", std::to_string(*whole.max_depth));
  if (whole.delay && !said.delay) add("--delay", seconds_text(*whole.delay));
  if (said.quiet.empty()) {
    for (QuietSpan const &span : whole.quiet.spans())
      add("--quiet-hours", span.text());
  }
  if (whole.scope && !said.scope) add("--scope", *whole.scope);
  if (whole.district && !said.district) add("--district", whole.district->value);
  if (whole.contact && !said.contact) add("--contact", *whole.contact);
  if (whole.allow_invalid_tls && !said.allow_invalid_tls) add("--allow-invalid-tls", "");
  return out;
}

std::function<web::HostManners(std::string const &)> manners_of(
    std::vector<SiteSettings> const &sites, SiteSettings const &said,
    SiteSettings const &otherwise) {
  std::vector<Neighbour> neighbours;
  for (SiteSettings const &site : sites) {
    auto const url = web::Url::parse(site.start);
    if (!url) continue;
    neighbours.push_back(
        {url->host(), web::registrable_domain(url->host()), kept_manners(completed(said, site))});
  }
  return [neighbours = std::move(neighbours),
          other = kept_manners(otherwise)](std::string const &host) -> web::HostManners {
    std::string const domain = web::registrable_domain(host);
    std::optional<web::HostManners> exact, near;
    for (Neighbour const &site : neighbours) {
      auto &found = site.host == host ? exact : near;
      if (site.host != host && site.domain != domain) continue;
      if (found) {
        join(*found, site.manners);
      } else {
        found = site.manners;
      }
    }
    return exact ? *exact : near ? *near : other;
  };
}

}  // namespace wza::audit
