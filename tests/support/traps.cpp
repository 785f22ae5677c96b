// SPDX-License-Identifier: Apache-2.0
// The traps, one line each where that is possible.
#include "tests/support/trap_sites.h"
#include "tests/support/trap_words.h"
#include "webcheck/crawl/url_pattern.h"
#include "webcheck/url/percent.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>

namespace wza::test {
namespace {

using web::Response;
using web::Url;
using Page = std::optional<Response>;
using Links = std::vector<std::string>;

constexpr char const *kRoot = "http://www.site.example";

std::uint64_t seed_of(Url const &url) {
  return web::hash_of(url.href());
}

Page show(std::string const &body, Links const &links = {}) {
  std::string all = body;
  for (std::string const &link : links)
    all += fmt::format("<li><a href='{}'>更多</a></li>", link);
  Response out;
  out.status = 200;
  out.headers = {{"Content-Type", "text/html; charset=utf-8"}};
  out.body = trap_page(all);
  return out;
}

Page send_to(std::string const &target) {
  Response out;
  out.status = 302;
  out.headers = {{"Location", target}};
  return out;
}

bool below(Url const &url, std::string_view prefix) {
  return url.request_target().starts_with(prefix);
}

/// Value of a query parameter; "" without.
std::string value_of(Url const &url, std::string const &name) {
  std::string const query = "&" + url.query().value_or("");
  std::size_t const at = query.find("&" + name + "=");
  if (at == std::string::npos) return {};
  std::size_t const begin = at + name.size() + 2;
  return query.substr(begin, query.find('&', begin) - begin);
}

int number_of(Url const &url, std::string const &name) {
  return std::atoi(value_of(url, name).c_str());
}

/// Some of thirty things, in an order.
std::string goods(std::uint64_t seed, int count) {
  std::string out = "<ul>";
  for (int i = 0; i < count; ++i)
    out += "<li>" + chinese(next_chance(seed) % 30, 10) + "</li>";
  return out + "</ul>";
}

/// `count` addresses made with numbers that look like chance.
Links many(Url const &url, int count, auto make) {
  std::uint64_t seed = seed_of(url);
  Links out;
  for (int i = 0; i < count; ++i)
    out.push_back(make(next_chance(seed)));
  return out;
}

/// A page under `prefix` whose links are made from its address.
auto maze(std::string prefix, auto body, auto links) {
  return [=](Url const &url) -> Page {
    if (!below(url, prefix)) return std::nullopt;
    return show(body(url), links(url));
  };
}

std::string nothing(Url const & /*url*/) {
  return "<p>这里没有内容，请查看别的日期。</p>";
}
std::string new_words(Url const &url) {
  return "<p>" + chinese(seed_of(url), 60) + "</p>";
}
std::string old_goods(Url const &url) {
  return goods(seed_of(url), 6);
}

Page day_of(Url const &url, char const *format, auto make) {
  int y = 0, m = 0, d = 0;
  std::string const target = web::percent_decoded(url.request_target());
  if (std::sscanf(target.c_str(), format, &y, &m, &d) < 1) return std::nullopt;
  Links links;
  for (int step : {-1, 1}) {
    links.push_back(make(y, m, d + step));
    links.push_back(make(y, m + step, d));
    links.push_back(make(y + step, m, d));
  }
  return show(fmt::format("<h1>{}年{}月{}日</h1>", y, m, d) + nothing(url), links);
}

Page calendar_levels(Url const &url) {
  int y = 0, m = 0, d = 0;
  int const parts = std::sscanf(url.path().c_str(), "/rili/%d/%d/%d", &y, &m, &d);
  if (parts < 1) return std::nullopt;
  Links links{fmt::format("/rili/{}", y + 1), fmt::format("/rili/{}", y - 1)};
  for (int i = 1; parts == 1 && i <= 12; ++i)
    links.push_back(fmt::format("/rili/{}/{}", y, i));
  for (int i = 1; parts == 2 && i <= 30; ++i)
    links.push_back(fmt::format("/rili/{}/{}/{}", y, m, i));
  return show(nothing(url), links);
}

Page facets(Url const &url) {
  if (!below(url, "/shop")) return std::nullopt;
  Links links;
  for (char const *name : {"colour", "size", "brand", "price", "origin", "year"}) {
    for (char const *value : {"red", "blue", "big", "small"}) {
      std::string query = url.query().value_or("");
      if (query.find(name) == std::string::npos) {
        query += fmt::format("{}{}={}", query.empty() ? "" : "&", name, value);
      }
      links.push_back("/shop?" + query);
    }
  }
  return show("<h1>" + url.query().value_or("全部") + "</h1>" + old_goods(url), links);
}

Page orders(Url const &url) {
  if (!below(url, "/goods")) return std::nullopt;
  std::string const order = value_of(url, "columns");
  Links links;
  for (char const *column : {"a", "b", "c", "d", "e", "f", "g"})
    links.push_back(fmt::format("/goods?columns={},{}&dir={}", order, column, order.size() % 2));
  return show(goods(7, 10), links);
}

Page subdomains(Url const &url) {
  if (!url.host().ends_with(".site.example") || url.host() == "www.site.example") return {};
  return show(new_words(url), many(url, 5, [](std::uint64_t n) {
                return fmt::format("http://{}.site.example/", pinyin(n, 3));
              }));
}

Page sitemap(Url const &url) {
  if (below(url, "/endless-map")) {
    Response out = *show("");
    out.body = "<urlset>";
    for (int i = 0; i < 3000; ++i)
      out.body += fmt::format("<url><loc>{}/mapped/{}.html</loc></url>", kRoot, i);
    out.body += "</urlset>";
    return out;
  }
  return below(url, "/mapped/") ? show(nothing(url)) : std::nullopt;
}

Page breadcrumbs(Url const &url) {
  if (!below(url, "/crumbs")) return std::nullopt;
  Links links;
  for (char const *word : {"home", "news", "work", "town", "road", "map"})
    links.push_back(url.path() + "/" + word);
  return show(goods(9, 8), links);
}

Page missing(Url const &url) {
  if (!below(url, "/missing/")) return std::nullopt;
  Response out = *show("<p>没有这个网页</p>", {"a/", "b/", "c/"});
  out.status = 404;
  return out;
}

Page empty_months(Url const &url) {
  int month = 0, day = 0;
  int const parts = std::sscanf(url.path().c_str(), "/months/%d/%d", &month, &day);
  if (parts < 1) return std::nullopt;
  Links links{fmt::format("/months/{}", month + 1), fmt::format("/months/{}", month + 2)};
  for (int i = 1; i <= 30; ++i)
    links.push_back(fmt::format("/months/{}/{}", month, i));
  Response out = *show(nothing(url), links);
  out.status = parts == 2 ? 404 : 200;
  return out;
}

Page cases(Url const &url) {
  if (!url.path().starts_with("/Service")) {
    std::string lower = url.path();
    std::transform(lower.begin(), lower.end(), lower.begin(), ::tolower);
    if (!lower.starts_with("/service-of-the-county")) return std::nullopt;
  }
  return show(goods(3, 9), many(url, 6, [](std::uint64_t n) {
                std::string name = "/service-of-the-county";
                for (std::size_t i = 1; i < name.size(); ++i)
                  if ((n >> i) % 2 == 1) name[i] = static_cast<char>(::toupper(name[i]));
                return name;
              }));
}

Page views(Url const &url) {
  if (value_of(url, "view").empty() && !below(url, "/wap/")) return std::nullopt;
  std::string const target = url.request_target();
  return show(goods(4, 9), {target + "&view=mobile", target + "&view=pc", "/wap" + target});
}

std::vector<Trap> make() {
  auto const plain = [](Url const &) { return std::string("<p>共享的页面，内容总是一样。</p>"); };
  auto const hashes = [](std::string format, int count) {
    return [=](Url const &url) {
      return many(url, count,
                  [&](std::uint64_t n) { return fmt::format(fmt::runtime(format), key_word(n)); });
    };
  };
  auto const numbers = [](std::string format, int count) {
    return [=](Url const &url) {
      return many(url, count, [&](std::uint64_t n) {
        return fmt::format(fmt::runtime(format), n % 1'000'000);
      });
    };
  };
  auto const words = [](std::string format, int count, int syllables) {
    return [=](Url const &url) {
      return many(url, count, [&](std::uint64_t n) {
        return fmt::format(fmt::runtime(format), pinyin(n, syllables));
      });
    };
  };
  auto const deeper = [](Links names) {
    return [=](Url const &url) {
      Links out;
      for (std::string const &name : names)
        out.push_back(url.path() + name + "/");
      return out;
    };
  };
  auto const wider = [](Links names) {
    return [=](Url const &url) {
      Links out;
      for (std::string const &name : names)
        out.push_back(url.request_target() + name);
      return out;
    };
  };
  auto const dated = [](char const *form) {
    return [form](int y, int m, int d) { return fmt::format(fmt::runtime(form), y, m, d); };
  };
  auto const day = [=](char const *scan, char const *form) {
    return [=](Url const &url) { return day_of(url, scan, dated(form)); };
  };
  auto const target = [](Url const &url) {
    std::string out;
    for (char const c : url.request_target())
      out += std::isalnum(static_cast<unsigned char>(c)) != 0
                 ? std::string(1, c)
                 : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return out;
  };
  return {
      {"calendar in the path", "/cal/2024/5/12", day("/cal/%d/%d/%d", "/cal/{}/{}/{}"), {}},
      {"calendar of years, months, days", "/rili/2024", calendar_levels, {}},
      {"calendar in the query",
       "/events?year=2024&month=5&day=1",
       day("/events?year=%d&month=%d&day=%d", "/events?year={}&month={}&day={}"),
       {}},
      {"calendar of one parameter",
       "/diary?date=2024-5-1",
       day("/diary?date=%d-%d-%d", "/diary?date={}-{}-{}"),
       {}},
      {"calendar with Chinese dates",
       "/日历/2024年5月1日",
       day("/日历/%d年%d月%d日", "/日历/{}年{}月{}日"),
       {}},
      {"date pickers",
       "/stat?from=1&to=9",
       maze("/stat?", nothing,
            [](Url const &u) {
              int const a = number_of(u, "from"), b = number_of(u, "to");
              return Links{fmt::format("/stat?from={}&to={}", a - 1, b),
                           fmt::format("/stat?from={}&to={}", a + 1, b),
                           fmt::format("/stat?from={}&to={}", a, b - 1),
                           fmt::format("/stat?from={}&to={}", a, b + 1)};
            }),
       {}},
      {"facets", "/shop", facets, {}},
      {"orders of a table", "/goods?columns=a&dir=0", orders, {}},
      {"session in the path",
       "/s/0123456789abcdef/index.html",
       maze("/s/", plain, hashes("/s/{}/index.html", 8)),
       {}},
      {"session in the query",
       "/member?zid=0123456789abcdef",
       maze("/member?", plain, hashes("/member?zid={}", 8)),
       {}},
      {"jsessionid",
       "/portal;jsessionid=1",
       maze("/portal", plain, hashes("/portal;jsessionid={}", 8)),
       {}},
      {"relative links that grow", "/grow/", maze("/grow/", plain, deeper({"a", "b"})), {}},
      {"soft 404 that links on",
       "/soft/x.html",
       maze(
           "/soft/", [](Url const &) { return std::string("<p>您访问的页面不存在</p>"); },
           words("/soft/{}.html", 6, 3)),
       {}},
      {"empty pages without end",
       "/pages?p=1",
       maze("/pages?", nothing,
            [](Url const &u) {
              Links out;
              for (int i = 1; i <= 5; ++i)
                out.push_back(fmt::format("/pages?p={}", number_of(u, "p") + i));
              return out;
            }),
       {}},
      {"last page again and again",
       "/plist/index_1.html",
       maze(
           "/plist/", [](Url const &) { return goods(5, 10); }, numbers("/plist/index_{}.html", 6)),
       {}},
      {"words by chance",
       "/farm/1.html",
       maze("/farm/", new_words, hashes("/farm/{}.html", 10)),
       {}},
      {"words by chance in folders",
       "/garden/",
       maze("/garden/", new_words, words("/garden/{0}/", 6, 4)),
       {}},
      {"words by chance at the root", "/x-first", maze("/x-", new_words, words("/x-{}", 8, 4)), {}},
      {"words by chance, ever deeper",
       "/deep/",
       maze("/deep/", new_words,
            [](Url const &u) {
              return many(u, 4, [&](std::uint64_t n) { return u.path() + pinyin(n, 2) + "/"; });
            }),
       {}},
      {"two kinds of pages in turn",
       "/fa-1.html",
       [=](Url const &u) -> Page {
         if (below(u, "/fa-")) return show(new_words(u), hashes("/fb?x={}", 6)(u));
         return below(u, "/fb?") ? show(new_words(u), numbers("/fa-{}.html", 6)(u)) : std::nullopt;
       },
       {}},
      {"login that comes back", "/login?return=%2F",
       maze(
           "/login?", [](Url const &) { return std::string("<p>请先登录再访问</p>"); },
           [=](Url const &u) {
             return Links{"/login?return=" + target(u), "/login?reg=1&return=" + target(u)};
           }),
       [=](Url const &u) { return "/login?return=" + target(u); }},
      {"print variants", "/print.html",
       [=](Url const &u) { return value_of(u, "print").empty() ? std::nullopt : show(plain(u)); },
       [](Url const &u) { return u.request_target() + (u.query() ? "&print=1" : "?print=1"); }},
      {"share buttons", "/share.html?url=1",
       maze("/share.html?", plain, [](Url const &) { return Links{}; }),
       [=](Url const &u) { return "/share.html?url=" + target(u); }},
      {"tag clouds",
       "/tag/a",
       maze("/tag/", old_goods,
            [](Url const &u) {
              Links out;
              for (char const *tag : {"town", "road", "work", "home", "news", "care"})
                out.push_back(u.path() + "+" + tag);
              return out;
            }),
       {}},
      {"upper and lower case", "/service-of-the-county", cases, {}},
      {"double slashes", "/slash/", maze("/slash/", plain, deeper({"/", "//", "/a"})), {}},
      {"escapes of one address",
       "/esc/%61",
       maze("/esc/", plain, wider({"%61", "%2561", "a"})),
       {}},
      {"subdomains", "http://first.site.example/", subdomains, {}},
      {"redirects that count", "/hop?n=1",
       [](Url const &u) -> Page {
         if (!below(u, "/hop?")) return std::nullopt;
         return send_to(fmt::format("/hop?n={}", number_of(u, "n") + 1));
       },
       [](Url const &u) { return fmt::format("/hop?n={}", seed_of(u) % 1'000'000'000); }},
      {"marks of visitors", "/banner?vt=1", maze("/banner?", plain, hashes("/banner?vt={}", 3)),
       [](Url const &u) { return "/banner?vt=" + key_word(seed_of(u)); }},
      {"sitemap without end", "/endless-map.xml", sitemap, {}},
      {"searches in results",
       "/search?q=a",
       maze(
           "/search?",
           [](Url const &u) { return "<h1>" + value_of(u, "q") + "</h1>" + old_goods(u); },
           [](Url const &u) {
             return many(u, 6, [&](std::uint64_t n) {
               return fmt::format("/search?q={}+{}", value_of(u, "q").substr(0, 30), pinyin(n, 2));
             });
           }),
       {}},
      {"views for phones", "/phone?view=pc", views, {}},
      {"breadcrumbs that pile up", "/crumbs", breadcrumbs, {}},
      {"times against caches", "/fresh?rnd=0.1",
       maze("/fresh?", plain, numbers("/fresh?rnd=0.{}", 8)),
       [](Url const &u) { return fmt::format("/fresh?rnd=0.{}", seed_of(u)); }},
      {"links below what is missing", "/missing/x/", missing, {}},
      {"keys in the path", "/k/1", maze("/k/", new_words, hashes("/k/{}/view", 7)), {}},
      {"a query that grows",
       "/q?a=1",
       maze("/q?", plain, wider({"&a=1", "&b=2", "&c=3", "&a1=1"})),
       {}},
      {"languages on languages",
       "/lang/",
       maze("/lang/", plain, deeper({"zh", "en", "tw", "mn"})),
       {}},
      {"answers in a forum",
       "/thread?id=1",
       maze(
           "/thread?", [](Url const &u) { return "<p>回复第" + value_of(u, "reply") + "楼</p>"; },
           [](Url const &u) {
             return many(u, 8, [&](std::uint64_t n) {
               return fmt::format("/thread?id={}&reply={}", 1 + n % 9, n % 100'000);
             });
           }),
       {}},
      {"months without days", "/months/1", empty_months, {}},
      {"downloads with a time", "/get?t=1",
       [](Url const &u) -> Page {
         if (!below(u, "/get?")) return std::nullopt;
         Response out = *show("");
         out.headers = {{"Content-Type", "application/pdf"}};
         out.body = "%PDF-1.7";
         return out;
       },
       [](Url const &u) { return "/get?t=" + key_word(seed_of(u)); }},
  };
}

}  // namespace

std::vector<Trap> const &all_traps() {
  static std::vector<Trap> const traps = make();
  return traps;
}

}  // namespace wza::test
