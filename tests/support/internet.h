// SPDX-License-Identifier: Apache-2.0
// An internet of our own: one thread answers for every address of 127.0.0.0/8 on one port, so that
// hundreds of hosts with addresses of their own cost nothing, and writes down when it was asked.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace wza::test {

/// One request, with the time just before the answer was sent.
struct LoggedRequest {
  std::string host;    ///< address that was asked: "127.1.0.7"
  std::string name;    ///< as the client calls it in its Host header, with the port
  std::string target;  ///< path and query
  std::chrono::steady_clock::time_point at;
};

class Internet {
 public:
  struct Answer {
    int status = 200;
    std::string body;
    std::string headers = "Content-Type: text/html\r\n";  ///< lines that end with "\r\n"
  };
  /// Called in the server's thread for each GET.
  using Site = std::function<Answer(std::string const &host, std::string const &target)>;

  explicit Internet(Site site);
  ~Internet();
  Internet(Internet const &) = delete;
  Internet &operator=(Internet const &) = delete;

  /// "http://HOST:PORT" + target.
  std::string url(std::string const &host, std::string const &target = "/") const;
  /// All requests so far, in their order.
  std::vector<LoggedRequest> log() const;
  /// Number of requests so far.
  std::size_t requests() const;

 private:
  struct Connection {
    std::string host, received, unsent;
  };
  void serve();
  void accept_all();
  void receive(int socket);
  void answer_all(Connection &connection);
  void send(int socket);

  Site m_site;
  int m_listener = -1, m_epoll = -1, m_wake = -1;
  std::uint16_t m_port = 0;
  std::map<int, Connection> m_connections;
  mutable std::mutex m_mutex;
  std::vector<LoggedRequest> m_log;
  std::thread m_thread;
};

}  // namespace wza::test
