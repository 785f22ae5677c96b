// SPDX-License-Identifier: Apache-2.0
// The program as it is, against an internet of our own, killed without warning.
#include "db/sqlite/statement.h"
#include "tests/support/internet.h"
#include "tests/support/temp_tracker.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <random>

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

/// A seeded site: the page N links others and has a fault of its own now and then.
Internet::Answer page_of_site(std::string const &target, int pages) {
  if (target == "/robots.txt") return {404, "", ""};
  int const number = target == "/" ? 0 : std::atoi(target.c_str() + 1);
  std::string body = fmt::format(
      "<!doctype html><html lang=zh><title>第{}页</title><div id=head><img src=logo.gif></div>",
      number);
  for (int i = 1; i <= 4; ++i)
    body += fmt::format("<a href=/{}>第{}页</a>", (number * 4 + i) % pages, i);
  if (number % 5 == 0) body += "<button></button>";
  return {200, body + fmt::format("<p>内容 {}</p>", number)};
}

TEST(CrawlKilled, AtRandomMomentsItEndsAsIfUndisturbed) {
  constexpr int kPages = 90, kKills = 10;
  constexpr std::size_t kInFlight = 8;  // a worker that fetches, the ones that check, robots.txt
  Internet internet(
      [](std::string const &, std::string const &target) { return page_of_site(target, kPages); });
  std::vector<std::string> const starts{internet.url("127.9.0.1")};
  std::vector<std::string> const options{"--delay", "0", "--max-pages", "1000"};
  TempDir const dir;
  auto const whole = new_tracker(dir, "whole.gpkg"), killed = new_tracker(dir, "killed.gpkg");
  ASSERT_EQ(Crawl(whole, starts, options).wait(), 0);
  std::size_t const requests = internet.requests();

  std::mt19937 random(2026);
  std::size_t kills = 0;
  for (int i = 0; i < kKills; ++i) {
    std::size_t const until = internet.requests() + 2 + random() % 9;
    Crawl crawl(killed, starts, options);
    while (internet.requests() < until && !crawl.is_over())
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
    if (!crawl.is_over()) ++kills;
    crawl.kill();
  }
  ASSERT_EQ(Crawl(killed, starts, options).wait(), 0);
  EXPECT_GE(kills, 5U);
  EXPECT_EQ(left_in(killed), left_in(whole));
  EXPECT_LE(internet.requests() - requests, requests + kills * kInFlight);
}

TEST(CrawlKilled, NoServerIsAskedTooSoonThroughAKill) {
  constexpr int kHosts = 500;
  constexpr milliseconds kDelay{150};
  Internet internet([](std::string const &host, std::string const &target) -> Internet::Answer {
    // Each tenth asks for more patience.
    bool const patient = host.ends_with("5");
    if (target == "/robots.txt" && patient) return {200, "User-agent: *\nCrawl-delay: 0.3\n"};
    return page_of_site(target, 2);
  });
  std::vector<std::string> starts;
  for (int i = 0; i < kHosts; ++i)
    starts.push_back(internet.url(fmt::format("127.8.{}.{}", i / 250, i % 250 + 1)));
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

  std::map<std::string, std::chrono::steady_clock::time_point> last;
  std::size_t too_soon = 0, gaps = 0;
  for (test::LoggedRequest const &request : internet.log()) {
    auto const before = last.find(request.host);
    milliseconds const least = request.host.ends_with("5") ? milliseconds(300) : kDelay;
    if (before != last.end()) {
      ++gaps;
      // The delay that robots.txt asks for holds from when it was read.
      bool const not_known = request.target == "/" || request.target == "/robots.txt";
      milliseconds const due = not_known ? kDelay : least;
      if (request.at - before->second < due) ++too_soon;
    }
    last[request.host] = request.at;
  }
  EXPECT_EQ(last.size(), std::size_t{kHosts});
  EXPECT_GE(gaps, 2 * std::size_t{kHosts});
  EXPECT_EQ(too_soon, 0U);
}

}  // namespace
}  // namespace wza::audit
