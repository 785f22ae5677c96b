// SPDX-License-Identifier: Apache-2.0
// The program as it is, against an internet of our own, killed without warning.
#include "db/sqlite/statement.h"
#include "tests/support/internet.h"
#include "tests/support/temp_tracker.h"
#include "tests/support/trap_words.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <set>

namespace wza::audit {
namespace {

using std::chrono::milliseconds;
using test::Internet;

/// `wza crawl` in a process of its own.
class Crawl {
 public:
  Crawl(std::filesystem::path const &tracker, std::vector<std::string> const &starts,
        std::vector<std::string> const &options) {
    std::vector<std::string> words{WZA_BINARY, "crawl", "--quiet", "--tracker", tracker.string()};
    words.insert(words.end(), options.begin(), options.end());
    words.insert(words.end(), starts.begin(), starts.end());
    std::vector<char *> args;
    for (std::string &word : words)
      args.push_back(word.data());
    args.push_back(nullptr);
    m_process = fork();
    if (m_process == 0) {
      execv(args[0], args.data());
      _exit(127);
    }
  }
  ~Crawl() {
    if (m_process > 0) kill();
  }
  Crawl(Crawl const &) = delete;
  Crawl &operator=(Crawl const &) = delete;

  void kill() {
    ::kill(m_process, SIGKILL);
    (void)wait();
  }
  /// Its exit code; -1 where it was killed.
  int wait() {
    int status = 0;
    waitpid(m_process, &status, 0);
    m_process = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  bool is_over() {
    siginfo_t info{};
    return waitid(P_PID, static_cast<id_t>(m_process), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid != 0;
  }

 private:
  pid_t m_process = 0;
};

std::filesystem::path new_tracker(TempDir const &dir, std::string const &name) {
  static SystemClock const clock;
  std::filesystem::path path = dir.path() / name;
  (void)Tracker::create(path, clock);
  return path;
}

/// Pages with their states in order, and the findings with their places.
std::vector<std::string> left_in(std::filesystem::path const &path) {
  SystemClock clock;
  Tracker tracker = Tracker::open(path, Tracker::Access::read, clock);
  std::vector<std::string> out;
  for (char const *sql :
       {"SELECT p.url, v.state, v.depth, v.sha256, v.failed, v.template FROM visits v JOIN pages p "
        "ON p.id = v.page ORDER BY v.seq",
        "SELECT fingerprint, rule, state FROM findings ORDER BY fingerprint",
        "SELECT f.fingerprint, o.place, o.state, o.selector, o.line FROM occurrences o JOIN "
        "findings f ON f.id = o.finding ORDER BY 1, 2, 4",
        "SELECT state FROM runs", "SELECT url FROM frontier_urls"}) {
    Statement row = tracker.db().prepare(sql);
    while (row.step()) {
      std::string line;
      for (int i = 0; i < row.columns(); ++i)
        line.append(row.text(i)).append("|");
      out.push_back(std::move(line));
    }
  }
  return out;
}

/// A seeded site: one half of the pages are lists of lists, each of which names one of the other
/// half; some have a fault of their own.
Internet::Answer page_of_site(std::string const &target, int pages) {
  if (target == "/robots.txt") return {404, "", ""};
  bool const is_list = !target.starts_with("/p/");
  int const number = target == "/" ? 0 : std::atoi(target.c_str() + 3);
  std::string body = fmt::format(
      "<!doctype html><html lang=zh><title>第{}页</title><div id=head><img src=logo.gif></div>",
      number);
  if (is_list) body += "<ul>";
  for (int i = 1; i <= 4 && is_list; ++i)
    body += fmt::format("<li><a href=/l/{}>第{}页</a>", (number * 4 + i) % (pages / 2), i);
  if (is_list) body += fmt::format("</ul><a href=/p/{}.html>通知</a>", number);
  if (number % 5 == 0) body += "<button></button>";
  auto const seed = static_cast<std::uint64_t>(2 * number + (is_list ? 0 : 1));
  return {200, body + fmt::format("<p>{}</p>", test::chinese(seed, 12))};
}

/// $WZA_CRAWL_KILLS makes it the kills of a crawl of ten times as many pages; usually there are 10.
int wished_kills() {
  char const *const wish = std::getenv("WZA_CRAWL_KILLS");
  return wish == nullptr ? 10 : std::atoi(wish);
}

TEST(CrawlKilled, AtRandomMomentsItEndsAsIfUndisturbed) {
  int const most_kills = wished_kills();
  int const pages = most_kills <= 10 ? 90 : 10 * most_kills;
  constexpr std::size_t kInFlight = 8;  // a worker that fetches, the ones that check, robots.txt
  Internet internet([pages](std::string const &, std::string const &target) {
    return page_of_site(target, pages);
  });
  std::vector<std::string> const starts{internet.url("127.9.0.1")};
  std::vector<std::string> const options{"--delay", "0", "--max-pages", "10000"};
  TempDir const dir;
  auto const whole = new_tracker(dir, "whole.gpkg"), killed = new_tracker(dir, "killed.gpkg");
  ASSERT_EQ(Crawl(whole, starts, options).wait(), 0);
  std::size_t const requests = internet.requests();
  ASSERT_GE(requests, static_cast<std::size_t>(pages));

  std::mt19937 random(2026);
  std::size_t kills = 0;
  for (int i = 0; i < most_kills; ++i) {
    std::size_t const until = internet.requests() + 2 + random() % 9;
    Crawl crawl(killed, starts, options);
    while (internet.requests() < until && !crawl.is_over())
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
    if (!crawl.is_over()) ++kills;
    crawl.kill();
  }
  ASSERT_EQ(Crawl(killed, starts, options).wait(), 0);
  EXPECT_GE(kills, static_cast<std::size_t>(most_kills / 2));
  EXPECT_EQ(left_in(killed), left_in(whole));
  EXPECT_LE(internet.requests() - requests, requests + kills * kInFlight);
}

/// Requests that came sooner after the one before than they should, of those with the same key.
template <class Key, class Due>
std::size_t too_soon(std::vector<test::LoggedRequest> const &log, Key key, Due due) {
  std::map<std::string, std::chrono::steady_clock::time_point> last;
  std::size_t out = 0;
  for (test::LoggedRequest const &request : log) {
    auto const [before, first] = last.try_emplace(key(request), request.at);
    if (!first && request.at - before->second < due(request)) ++out;
    before->second = request.at;
  }
  return out;
}

TEST(CrawlKilled, NoServerIsAskedTooSoonThroughAKill) {
  constexpr int kHosts = 500;
  constexpr milliseconds kDelay{150}, kPatience{300};
  auto is_patient = [](std::string const &address) { return address.ends_with("5"); };
  Internet internet([&](std::string const &host, std::string const &target) -> Internet::Answer {
    // Each tenth asks for more patience.
    bool const patient = is_patient(host);
    if (target == "/robots.txt" && patient) return {200, "User-agent: *\nCrawl-delay: 0.3\n"};
    return page_of_site(target, 2);
  });
  // Two hosts stand behind each address: the second one calls it as IPv6 does.
  std::vector<std::string> starts;
  for (int i = 0; i < kHosts / 2; ++i) {
    starts.push_back(internet.url(fmt::format("127.8.0.{}", i + 1)));
    starts.push_back(internet.url(fmt::format("[::ffff:127.8.0.{}]", i + 1)));
  }
  std::vector<std::string> const options{"--delay", "0.15", "--hosts", "64"};
  TempDir const dir;
  auto const tracker = new_tracker(dir, "t.gpkg");
  {
    Crawl crawl(tracker, starts, options);
    while (internet.requests() < std::size_t{kHosts} * 3 / 2 && !crawl.is_over())
      std::this_thread::sleep_for(milliseconds(1));
    EXPECT_FALSE(crawl.is_over());
    crawl.kill();
  }
  ASSERT_EQ(Crawl(tracker, starts, options).wait(), 0);

  std::vector<test::LoggedRequest> const log = internet.log();
  std::set<std::string> hosts, addresses;
  for (test::LoggedRequest const &request : log) {
    hosts.insert(request.name);
    addresses.insert(request.host);
  }
  EXPECT_EQ(hosts.size(), std::size_t{kHosts});
  EXPECT_EQ(addresses.size(), std::size_t{kHosts} / 2);
  EXPECT_GE(log.size(), 3 * std::size_t{kHosts});
  auto per_host = [&](test::LoggedRequest const &request) {
    // The delay that robots.txt asks for holds from when it was read.
    bool const not_known = request.target == "/" || request.target == "/robots.txt";
    return is_patient(request.host) && !not_known ? kPatience : kDelay;
  };
  EXPECT_EQ(too_soon(
                log, [](auto const &request) { return request.name; }, per_host),
            0U);
  auto per_address = [&](test::LoggedRequest const &) { return kDelay; };
  EXPECT_EQ(too_soon(
                log, [](auto const &request) { return request.host; }, per_address),
            0U);
}

}  // namespace
}  // namespace wza::audit
