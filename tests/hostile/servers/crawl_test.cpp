// SPDX-License-Identifier: Apache-2.0
// Whole crawls of sites that do wrong, as a user starts them: every address ends in a state, and
// the run ends.
#include "db/store/visits.h"
#include "tests/hostile/servers/cases.h"
#include "tests/support/run_wza.h"
#include "tests/support/temp_tracker.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>

namespace wza::test {
namespace {

/// An address of the site and the state in which it must end.
struct PageCase {
  char const *id;
  char const *kind;
  PeerAnswer answer;
  char const *state;
};

PeerAnswer typed(char const *type, std::string const &body) {
  return page(fmt::format("Content-Type: {}\r\n", type), body);
}

std::string words(std::string const &rest) {
  return "<!doctype html><html lang=zh><title>页</title><p>文字" + rest;
}

std::string repeated(std::string const &piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  while (times-- > 0)
    out += piece;
  return out;
}

std::vector<PageCase> page_cases() {
  constexpr char const *kHtml = "text/html; charset=utf-8";
  std::string const half = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  return {
      {"refresh-meta", "H20", typed(kHtml, words("<meta http-equiv=refresh content=0>")), "tested"},
      {"refresh-header", "H20", page("Content-Type: text/html\r\nRefresh: 0\r\n", words("")),
       "tested"},
      {"refresh-script", "H20", typed(kHtml, words("<script>location.reload()</script>")),
       "tested"},
      {"octet-stream", "H22", typed("application/octet-stream", words("")), "not_html"},
      {"plain", "H22", typed("text/plain", words("")), "not_html"},
      {"pdf", "H22", typed(kHtml, "%PDF-1.7\n%x\n1 0 obj<<>>endobj"), "not_html"},
      {"zip", "H22", typed(kHtml, std::string("PK\x03\x04\0\0\0\0", 8)), "not_html"},
      {"feed", "H22", typed(kHtml, "<?xml version='1.0'?><rss version='2.0'></rss>"), "not_html"},
      {"no-type", "H22", page("", words("")), "tested"},
      {"bad-type", "H22", typed("nonsense", words("")), "tested"},
      {"picture-page", "H22", typed("image/png", words("")), "not_html"},
      {"charset-lies", "H23", typed("text/html; charset=gb18030", words("")), "tested"},
      {"charset-none", "H23", typed("text/html; charset=klingon", words("")), "tested"},
      {"utf-7", "H23", typed("text/html; charset=utf-7", words("+ADw-script+AD4-")), "tested"},
      {"bad-bytes", "H23", typed(kHtml, words("\xFF\xFE\xC0\x80\xED\xA0\x80")), "tested"},
      {"long-attribute", "H24",
       typed(kHtml, words("<p title='" + std::string(300'000, 'a') + "'>x")), "tested"},
      {"open-comment", "H24", typed(kHtml, words("<!-- " + std::string(100'000, '-'))), "tested"},
      {"link-flood", "H25", typed(kHtml, words(repeated("<a href='javascript:x'>y</a>", 20'000))),
       "tested"},
      {"long-link", "H25",
       typed(kHtml,
             words("<a href='http://elsewhere.example/" + std::string(200'000, 'u') + "'>y</a>")),
       "tested"},
      {"captcha", "H29", typed(kHtml, words("<form><input name=captcha></form>")), "tested"},
      {"forbidden", "H29", answer(403, "Content-Type: text/html\r\n", words("")), "http_error"},
      {"unauthorised", "H18", answer(401, "WWW-Authenticate: Basic\r\n", ""), "http_error"},
      {"precondition", "H18", answer(412, "", ""), "http_error"},
      {"teapot", "H18", answer(999, "", ""), "http_error"},
      {"nothing", "H17", raw("HTTP/1.1 204 No Content\r\n\r\n"), "not_html"},
      {"not-modified", "H17", raw("HTTP/1.1 304 Not Modified\r\n\r\n"), "unreadable"},
      {"part", "H17", answer(206, "Content-Type: text/html\r\n", words("")), "unreadable"},
      {"cut", "H11", raw(half + "Content-Length: 9000\r\n\r\n" + words("")), "truncated"},
      {"bomb", "H16",
       page("Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
            gzipped(std::string(5'000'000, ' '))),
       "too_large"},
      {"broken-gzip", "H16",
       page("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", words("")), "unreadable"},
      {"large", "H24", raw(half + "Content-Length: 999999999\r\n\r\n"), "too_large"},
      {"header-flood", "H13", raw("HTTP/1.1 200 OK\r\nX: " + std::string(200'000, 'h')),
       "too_large"},
      {"split", "H12", raw(half + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"),
       "unreachable"},
      {"self", "H19", redirect(302, "/self"), "http_error"},
      {"missing", "H19", answer(302, "", ""), "http_error"},
      {"script", "H19", redirect(302, "javascript:alert(1)"), "refused"},
      {"local-file", "H04", redirect(302, "file:///etc/passwd"), "refused"},
      {"inside", "H04", redirect(302, "http://10.0.0.1/admin"), "redirected"},
  };
}

using Handler = HttpPeer::Handler;

/// One crawl that starts at all these servers: the states, by number of the server and path.
std::map<std::string, std::string> crawled(std::vector<Handler> const &handlers) {
  std::vector<std::unique_ptr<HttpPeer>> peers;
  std::vector<std::string> command{"crawl", "--delay", "0"};
  for (Handler const &handler : handlers) {
    peers.push_back(std::make_unique<HttpPeer>(handler));
    command.push_back(peers.back()->url("/"));
  }
  TempDir const dir;
  EXPECT_EQ(run_wza(dir.path(), {"init"}).exit_code, 0);
  Outputs const run = run_wza(dir.path(), command);
  EXPECT_TRUE(run.exit_code == 0 || run.exit_code == 5) << run.exit_code << run.err;
  SystemClock const clock;
  Tracker tracker = Tracker::open(dir.path() / "tracker.gpkg", Tracker::Access::read, clock);
  std::map<std::string, std::string> out;
  for (Visit const &visit : VisitStore(tracker).of_run(RunId(1))) {
    for (std::size_t i = 0; i < peers.size(); ++i) {
      std::string const site = peers[i]->url("");
      if (!visit.url.starts_with(site)) continue;
      out[std::to_string(i) + visit.url.substr(site.size())] = key(visit.state);
    }
  }
  return out;
}

TEST(HostileSites, EveryPageEndsInItsState) {
  std::vector<PageCase> const cases = page_cases();
  auto const states = crawled({[&](PeerRequest const &r) {
    if (r.target == "/") {
      std::string links;
      for (PageCase const &one : cases)
        links += fmt::format("<a href='/{}'>{}</a>", one.id, one.id);
      return html(words(links));
    }
    for (PageCase const &one : cases) {
      if (r.target.substr(1) == one.id) return one.answer;
    }
    return answer(404, "", "");
  }});
  for (PageCase const &one : cases) {
    auto const found = states.find("0/" + std::string(one.id));
    ASSERT_NE(found, states.end()) << one.id;
    EXPECT_EQ(found->second, one.state) << one.kind << " " << one.id;
  }
}

struct RobotsCase {
  PeerAnswer robots;
  char const *state;  ///< of the start
};

PeerAnswer site_map(PeerRequest const &r) {
  if (r.target == "/robots.txt") {
    return typed("text/plain",
                 "Sitemap: /loop.xml\nSitemap: /xxe.xml\nSitemap: /bomb.xml.gz\n"
                 "Sitemap: /good.xml\nSitemap: http://169.254.169.254/map.xml\n");
  }
  if (r.target == "/loop.xml") return typed("text/xml", "<sitemapindex><loc>/loop.xml</loc>");
  if (r.target == "/xxe.xml") {
    return typed("text/xml",
                 "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><urlset>"
                 "<loc>http://" +
                     r.headers.at("host") + "/stolen&x;</loc></urlset>");
  }
  if (r.target == "/bomb.xml.gz") {
    return typed("application/gzip", gzipped("<urlset>" + std::string(5'000'000, ' ')));
  }
  if (r.target == "/good.xml") {
    return typed("text/xml", "<urlset><loc>http://" + r.headers.at("host") +
                                 "/mapped</loc><loc>http://10.0.0.1/x</loc></urlset>");
  }
  return html(words(""));
}

TEST(HostileSites, RobotsAndSitemapsOfEveryKind) {
  std::vector<RobotsCase> const cases{
      {typed("text/html", words("not a robots.txt")), "tested"},
      {typed("text/plain", "\xEF\xBB\xBFUser-agent: *\rDisallow: /\r"), "excluded_robots"},
      {answer(403, "", ""), "tested"},
      {answer(500, "", ""), "excluded_robots"},
      {redirect(302, "/robots.txt"), "tested"},
      {raw("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /\n"), "excluded_robots"},
      {raw(""), "unreachable"},
      {typed("text/plain", "User-agent: *\nCrawl-delay: -1\nCrawl-delay: NaN\n"), "tested"},
      {typed("text/plain", "User-agent: *\nDisallow: /\n" + std::string(20'000'000, '#')),
       "excluded_robots"},
  };
  std::vector<Handler> handlers{site_map};
  for (RobotsCase const &one : cases) {
    handlers.push_back([&one](PeerRequest const &r) {
      return r.target == "/robots.txt" ? one.robots : html(words(""));
    });
  }
  auto const states = crawled(handlers);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    auto const found = states.find(std::to_string(i + 1) + "/");
    ASSERT_NE(found, states.end()) << i;
    EXPECT_EQ(found->second, cases[i].state) << i;
  }
  EXPECT_EQ(states.count("0/mapped"), 1U);
  for (auto const &[address, state] : states)
    EXPECT_EQ(address.find("stolen"), std::string::npos) << address;
}

/// RFC 9309, section 2.3.1.2: at least five redirects are followed, also to another authority, and
/// the rules hold for the first one. Beyond that there is no such file.
TEST(HostileSites, RobotsThatRedirectHoldForTheFirstAuthority) {
  auto serve_rules = [](PeerRequest const &r) {
    if (r.target.starts_with("/hop")) {
      int const left = std::stoi(r.target.substr(4));
      return redirect(302, left > 1 ? "/hop" + std::to_string(left - 1) : "/robots.txt");
    }
    return typed("text/plain", "User-agent: *\nDisallow: /no\n");
  };
  HttpPeer const elsewhere(serve_rules);
  auto site = [&elsewhere](char const *rules) {
    return [&elsewhere, rules](PeerRequest const &r) {
      if (r.target == "/robots.txt") return redirect(301, elsewhere.url(rules));
      return html(words(r.target == "/" ? "<a href=/no>n</a><a href=/yes>y</a>" : ""));
    };
  };
  auto const states = crawled({site("/robots.txt"), site("/hop4"), site("/hop5")});
  for (auto const &[address, state] : std::map<std::string, std::string>{
           {"0/no", "excluded_robots"},
           {"0/yes", "tested"},
           {"1/no", "excluded_robots"},
           {"2/no", "tested"},
       }) {
    auto const found = states.find(address);
    ASSERT_NE(found, states.end()) << address;
    EXPECT_EQ(found->second, state) << address;
  }
}

}  // namespace
}  // namespace wza::test
