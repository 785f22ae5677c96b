// SPDX-License-Identifier: Apache-2.0
// A small HTTP or HTTPS server on loopback whose answers are written by the test, byte by byte. It
// has its own sockets, so that it can be as wrong as real servers are.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace wza::test {

/// What the client asked for.
struct PeerRequest {
  std::string method, target;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;                            ///< of Content-Length bytes
  int connection = 0;                          ///< number of the connection, from 1
};

/// What the peer sends, in pieces.
struct PeerAnswer {
  struct Piece {
    std::string bytes;
    std::chrono::milliseconds before{0};  ///< waits before it sends
  };
  std::vector<Piece> pieces;
  bool close = false;  ///< closes the connection behind the last piece
  bool reset = false;  ///< ends it with a TCP reset instead
  Piece forever = {};  ///< sent behind the pieces again and again, until the client leaves
};

/// A whole answer with Content-Length. `headers` are lines that end with "\r\n".
PeerAnswer answer(int status, std::string_view headers, std::string_view body);
/// 200 with text/html.
PeerAnswer html(std::string_view body);
/// A redirect.
PeerAnswer redirect(int status, std::string_view location);

/// A certificate with its key, made on the spot; it is its own issuer.
struct Certificate {
  std::string certificate_pem, key_pem;
};
/// `name` is a DNS name or an IPv4 address; valid from `not_before_days` to `not_after_days`,
/// counted from now.
Certificate make_certificate(std::string const &name, int not_before_days = -1,
                             int not_after_days = 1);

class HttpPeer {
 public:
  using Handler = std::function<PeerAnswer(PeerRequest const &)>;
  explicit HttpPeer(Handler handler);
  HttpPeer(Handler handler, Certificate const &certificate);
  ~HttpPeer();
  HttpPeer(HttpPeer const &) = delete;
  HttpPeer &operator=(HttpPeer const &) = delete;

  std::uint16_t port() const { return m_port; }
  /// "http://127.0.0.1:PORT" + path, or https.
  std::string url(std::string_view path = "/") const;
  /// Targets of all requests so far, in order.
  std::vector<std::string> targets() const;
  int connections() const { return m_connections; }

 private:
  struct Tls;
  void start();
  void accept_loop();
  void serve(int socket, int number);

  Handler m_handler;
  std::unique_ptr<Tls> m_tls;
  int m_listener = -1;
  std::uint16_t m_port = 0;
  std::atomic<bool> m_stopping{false};
  std::atomic<int> m_connections{0};
  mutable std::mutex m_mutex;
  std::vector<std::string> m_targets;
  std::vector<int> m_sockets;
  std::vector<std::thread> m_threads;
  std::thread m_acceptor;
};

}  // namespace wza::test
