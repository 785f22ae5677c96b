// SPDX-License-Identifier: Apache-2.0
// A web that exists only in a test: time that passes when it is slept through, and answers by URL.
#pragma once

#include "webcheck/fetch/politeness.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace wza::test {

/// Time that stands still but for sleeping.
class FakePacer final : public web::Pacer {
 public:
  Time now() const override { return m_now; }
  void sleep_until(Time time, std::stop_token const &stop) override {
    if (!stop.stop_requested() && time > m_now) m_now = time;
  }
  void pass(std::chrono::milliseconds time) { m_now += time; }

 private:
  Time m_now = Time() + std::chrono::hours(1);
};

/// Lends one fetcher to whoever wants one of his own.
inline std::function<std::unique_ptr<web::Fetcher>()> lend(web::Fetcher &fetcher) {
  class Lent final : public web::Fetcher {
   public:
    explicit Lent(web::Fetcher &inner) : m_inner(&inner) {}
    Result<web::Response> get(web::Url const &url) override { return m_inner->get(url); }
    Result<web::Response> get_part(web::Url const &url, web::ByteRange range) override {
      return m_inner->get_part(url, range);
    }
    Result<web::Response> send(web::FetchRequest const &request) override {
      return m_inner->send(request);
    }

   private:
    web::Fetcher *m_inner;
  };
  return [&fetcher] { return std::make_unique<Lent>(fetcher); };
}

/// Answers from a table; what is not in it is 404. May be asked by several threads.
class FakeWeb final : public web::Fetcher {
 public:
  /// `on_get` is called before each answer.
  explicit FakeWeb(std::function<void(std::string const &)> on_get = {})
      : m_on_get(std::move(on_get)) {}

  void put(std::string const &url, int status, std::string body,
           std::vector<web::HeaderField> headers = {{"Content-Type", "text/html"}}) {
    web::Response response;
    response.status = status;
    response.headers = std::move(headers);
    response.wire_bytes = body.size();
    response.body = std::move(body);
    m_answers.insert_or_assign(url, std::move(response));
  }
  void put_page(std::string const &url, std::string body) { put(url, 200, std::move(body)); }
  void put_redirect(std::string const &url, std::string const &to) {
    put(url, 302, "", {{"Location", to}});
  }
  void put_problem(std::string const &url, Problem problem) {
    m_problems.insert_or_assign(url, std::move(problem));
  }
  void forget_problems() { m_problems.clear(); }
  web::Response &at(std::string const &url) { return m_answers.at(url); }

  Result<web::Response> get(web::Url const &url) override {
    std::string const key = url.href();
    if (m_on_get) m_on_get(key);
    std::lock_guard const lock(m_mutex);
    asked.push_back(key);
    if (auto const p = m_problems.find(key); p != m_problems.end()) return p->second;
    web::Response out;
    out.status = 404;
    if (auto const a = m_answers.find(key); a != m_answers.end()) out = a->second;
    out.url = url;
    return out;
  }

  /// As a server with validators: 304 where the ETag is still the one that is known.
  Result<web::Response> send(web::FetchRequest const &request) override {
    Result<web::Response> answer = get(request.url);
    if (request.head) {
      std::lock_guard const lock(m_mutex);
      headers_only.push_back(request.url.href());
    }
    if (answer && request.head && not_for_head.contains(request.url.href())) answer->status = 404;
    if (answer && request.head) {
      answer->headers.push_back({"Content-Length", std::to_string(answer->body.size())});
      answer->body.clear();
      answer->wire_bytes = 0;
    }
    if (answer && !request.known.empty() && request.known == answer->validators()) {
      answer->status = 304;
      answer->body.clear();
      answer->wire_bytes = 0;
      std::lock_guard const lock(m_mutex);
      not_modified.push_back(request.url.href());
    }
    return answer;
  }

  std::vector<std::string> asked;         ///< all URLs so far, in order
  std::vector<std::string> headers_only;  ///< those among them that were asked for with HEAD
  std::set<std::string> not_for_head;     ///< URLs whose server has nothing for HEAD
  std::vector<std::string> not_modified;  ///< those that were answered with 304

 private:
  std::function<void(std::string const &)> m_on_get;
  std::map<std::string, web::Response> m_answers;
  std::map<std::string, Problem> m_problems;
  std::mutex m_mutex;
};

}  // namespace wza::test
