// SPDX-License-Identifier: Apache-2.0
#include "tests/support/trap_sites.h"

#include "tests/support/trap_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace wza::test {
namespace {

using web::Url;

constexpr std::array kChannels{"zwgk", "xwzx", "bsfw", "tzgg", "ghjh",
                               "czxx", "zcfg", "rsxx", "mzly", "dwgk"};
constexpr int kPerList = 20;
constexpr int kYears = 5;

int channels() {
  return static_cast<int>(kChannels.size());
}

std::string path_of_article(int i) {
  return fmt::format("/art/{}/{}/{}/art_{}_{}.html", 2015 + i % 10, 1 + i % 12, 1 + i % 28,
                     100 + i % channels(), i);
}

std::string path_of_list(std::string const &channel, int page) {
  return page == 1 ? fmt::format("/{}/index.html", channel)
                   : fmt::format("/{}/index_{}.html", channel, page);
}

/// The number in "/photo/{}.html" and the like; -1 for what is none below `end`.
int number_in(std::string const &path, char const *format, int end) {
  int number = -1;
  int used = 0;
  bool const fits = std::sscanf(path.c_str(), format, &number, &used) == 1 &&
                    used == static_cast<int>(path.size()) && number >= 0 && number < end;
  return fits ? number : -1;
}

std::string item(std::string const &href, std::string const &text) {
  return fmt::format("<li><a href='{}'>{}</a></li>", href, text);
}

}  // namespace

TrapSite::TrapSite(double scale, std::vector<Trap const *> traps)
    : m_articles(static_cast<int>(4000 * scale) / channels() * channels()),
      m_views(static_cast<int>(300 * scale)),
      m_photos(static_cast<int>(200 * scale)),
      m_statics(static_cast<int>(100 * scale)),
      m_traps(std::move(traps)) {
  know();
}

void TrapSite::know() {
  auto const add = [this](std::string const &path) {
    m_genuine.insert("http://www.site.example" + path);
  };
  add("/");
  for (int i = 0; i < m_articles; ++i)
    add(path_of_article(i));
  for (char const *channel : kChannels) {
    for (int page = 1; (page - 1) * kPerList < m_articles / channels(); ++page)
      add(path_of_list(channel, page));
  }
  for (int i = 0; i < m_views; ++i)
    add(fmt::format("/view.php?id={}", i));
  for (int page = 1; page <= (m_views + kPerList - 1) / kPerList; ++page)
    add(fmt::format("/list.php?page={}", page));
  for (int i = 0; i < m_photos; ++i)
    add(fmt::format("/photo/{}.html", i));
  for (int page = 0; page < (m_photos + kPerList - 1) / kPerList; ++page)
    add(fmt::format("/gallery/list_{}.html", page));
  for (int i = 0; i < kYears * 12; ++i)
    add(fmt::format("/archive/{}/{}/", 2019 + i / 12, 1 + i % 12));
  for (int i = 0; i < m_statics; ++i) {
    add(fmt::format("/about/{}.html", pinyin(i, 2)));
    add(fmt::format("/en/about/{}.html", pinyin(i, 2)));
  }
}

std::string TrapSite::home() const {
  std::string body = "<h1>县政府门户网站</h1><ul>";
  for (char const *channel : kChannels)
    body += item(path_of_list(channel, 1), channel);
  body += item("/list.php?page=1", "公告") + item("/gallery/list_0.html", "图片") +
          item("/archive/2019/1/", "历史资料");
  for (int i = 0; i < m_statics; ++i)
    body += item(fmt::format("/about/{}.html", pinyin(i, 2)), pinyin(i, 2));
  for (Trap const *trap : m_traps)
    body += item(trap->entry, trap->name);
  return body + "</ul>";
}

std::string TrapSite::list(std::string const &channel, int page) const {
  int const first =
      static_cast<int>(std::find(kChannels.begin(), kChannels.end(), channel) - kChannels.begin());
  int const all = m_articles / channels();
  int const last = (all + kPerList - 1) / kPerList;
  if (first == channels() || page < 1 || page > last) return {};
  std::string body = fmt::format("<h1>{}</h1><ul class=list>", channel);
  for (int k = (page - 1) * kPerList; k < std::min(page * kPerList, all); ++k) {
    int const i = k * channels() + first;
    body += item(path_of_article(i), chinese(i, 12));
  }
  body += "</ul><p class=pager>";
  for (int next : {page - 1, page + 1, page + 2, page + 3, last}) {
    if (next >= 1 && next <= last) body += item(path_of_list(channel, next), "页");
  }
  return body + "</p>";
}

std::string TrapSite::article(int i, std::string const &path) const {
  if (path != path_of_article(i)) return {};
  std::string body =
      fmt::format("<h1 class=title>{}</h1><div class=body><p>{}</p></div><ul class=related>",
                  chinese(i, 12), chinese(i + 1'000'000, 150));
  int const step = channels();
  for (int other : {i - step, i + step, (i * 7 + 3) % m_articles, (i * 13 + 11) % m_articles}) {
    if (other >= 0 && other < m_articles) body += item(path_of_article(other), chinese(other, 12));
  }
  if (i % 40 == 0) body += item(fmt::format("/files/{}.pdf", i), "附件");
  return body + "</ul>";
}

std::optional<std::string> TrapSite::genuine_page(Url const &url) const {
  std::string const path = url.request_target();
  int page = 0;
  int number = 0;
  if (path == "/") return home();
  if (path.starts_with("/art/")) {
    if (std::sscanf(path.c_str(), "/art/%*d/%*d/%*d/art_%*d_%d.html", &number) != 1) return {};
    return number < m_articles ? article(number, path) : std::string();
  }
  if ((number = number_in(path, "/view.php?id=%d%n", m_views)) >= 0) {
    return fmt::format("<h1 class=title>{}</h1><p class=notice>{}</p>",
                       chinese(number + 500'000, 8), "附件请到窗口领取。");
  }
  if ((page = number_in(path, "/list.php?page=%d%n", m_views / kPerList + 2)) >= 1) {
    std::string body = "<h1>公告</h1><ul class=list>";
    for (int i = (page - 1) * kPerList; i < std::min(page * kPerList, m_views); ++i)
      body += item(fmt::format("/view.php?id={}", i), chinese(i + 500'000, 8));
    if (page * kPerList < m_views) body += item(fmt::format("/list.php?page={}", page + 1), "下页");
    return body + "</ul>";
  }
  if ((number = number_in(path, "/photo/%d.html%n", m_photos)) >= 0) {
    return fmt::format("<div class=photo><img src='/img/{}.jpg' alt=图片></div>", number);
  }
  if ((page = number_in(path, "/gallery/list_%d.html%n", m_photos)) >= 0) {
    std::string body = "<ul class=photos>";
    for (int i = page * kPerList; i < std::min((page + 1) * kPerList, m_photos); ++i)
      body += item(fmt::format("/photo/{}.html", i), "图片");
    if ((page + 1) * kPerList < m_photos)
      body += item(fmt::format("/gallery/list_{}.html", page + 1), "下页");
    return body + "</ul>";
  }
  if (std::sscanf(path.c_str(), "/archive/%d/%d/", &number, &page) == 2) {
    int const month = (number - 2019) * 12 + page - 1;
    if (month < 0 || month >= kYears * 12) return {};
    std::string body =
        fmt::format("<h1>{}年{}月</h1><p>{}</p>", number, page, chinese(month + 700'000, 80));
    for (int next : {month - 1, month + 1})
      body += item(fmt::format("/archive/{}/{}/", 2019 + next / 12, 1 + next % 12), "月");
    return body;
  }
  for (int i = 0; i < m_statics; ++i) {
    std::string const name = fmt::format("/about/{}.html", pinyin(i, 2));
    if (path == name) return item("/en" + name, "English") + "<p>" + chinese(i + 800'000, 60);
    if (path == "/en" + name) return item(name, "中文") + "<p>" + pinyin(i + 900'000, 40);
  }
  for (char const *channel : kChannels) {
    std::string const name = fmt::format("/{}/index", channel);
    if (!path.starts_with(name)) continue;
    if (path == name + ".html") return list(channel, 1);
    if (std::sscanf(path.c_str() + name.size(), "_%d.html", &page) == 1) return list(channel, page);
  }
  return std::nullopt;
}

Result<web::Response> TrapSite::get(Url const &url) {
  web::Response out;
  out.url = url;
  out.status = 404;
  out.headers = {{"Content-Type", "text/html; charset=utf-8"}};
  if (url.path() == "/robots.txt") {
    out.status = 200;
    for (Trap const *trap : m_traps) {
      if (trap->entry.ends_with(".xml")) {
        out.body += "Sitemap: http://www.site.example" + trap->entry + "\n";
      }
    }
    return out;
  }
  for (Trap const *trap : m_traps) {
    if (std::optional<web::Response> page = trap->page(url)) {
      std::lock_guard const lock(m_mutex);
      ++requests[trap->name];
      page->url = url;
      page->wire_bytes = page->body.size();
      return *std::move(page);
    }
  }
  std::optional<std::string> const page = genuine_page(url);
  if (!page || page->empty() || url.host() != "www.site.example") return out;
  out.status = 200;
  std::string links;
  for (Trap const *trap : m_traps) {
    if (trap->everywhere) links += item(trap->everywhere(url), "工具");
  }
  out.body = trap_page(*page + links);
  out.wire_bytes = out.body.size();
  return out;
}

}  // namespace wza::test
