// SPDX-License-Identifier: Apache-2.0
// The HTTP/1.1 server: takes connections, hands requests to a function, limits sizes and times.
#pragma once

#include "audit/http/request.h"
#include "audit/http/response.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace wza::audit {

using Answer = std::function<Response(Request const &)>;

/// Where to listen. `port` 0 takes a free one.
struct Endpoint {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;

  /// Reads "127.0.0.1:8080", "[::1]:8080", ":8080" and "8080".
  static std::optional<Endpoint> parse(std::string_view text);
};

class Server {
 public:
  /// Listens; throws Error (configuration) where the address is taken or not ours.
  Server(Endpoint const &endpoint, Answer answer);
  ~Server();

  /// The port that it listens on.
  std::uint16_t port() const;
  /// Serves on this thread until `stop` asks for the end; answers in flight are still sent.
  void run(std::stop_token stop);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace wza::audit
