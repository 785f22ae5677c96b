// SPDX-License-Identifier: Apache-2.0
// A connection, and a request on its way over it. Only for client.cpp and connector.cpp, which know
// Asio and Beast. Coroutines there keep to what g++ 12 compiles correctly: no aggregate parameters,
// and no capturing lambda inside an expression with co_await.
#pragma once

#include "webcheck/fetch/client.h"
#include "webcheck/fetch/problems.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>  // before Asio, whose headers of 1.74 need it

namespace wza::web {

namespace net = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

inline auto into(error_code &error) {
  return net::redirect_error(net::use_awaitable, error);
}

/// A connection to one server, or to a proxy; for plain HTTP only the lower layer of the stream is
/// used. What a server sends before it is asked for is bounded by the buffer.
struct Connection {
  Connection(net::io_context &io, net::ssl::context &context)
      : stream(io, context), buffer(kMostBuffered) {}
  beast::tcp_stream &tcp() { return stream.next_layer(); }

  static constexpr std::size_t kMostBuffered = 256 * 1024;
  beast::ssl_stream<beast::tcp_stream> stream;
  beast::flat_buffer buffer;
  std::optional<Text> certificate_doubt;
  bool to_proxy = false;  ///< a proxy that takes plain HTTP requests of any host
};

/// One request on its way; the coroutines leave their result here.
struct Job {
  using Time = std::chrono::steady_clock::time_point;

  Job(FetchRequest const &r, std::string w, std::chrono::milliseconds total)
      : request(r), where(std::move(w)), last(std::chrono::steady_clock::now() + total) {}
  Url const &url() const { return request.url; }
  void fail(Problem p) {
    if (!problem) problem = std::move(p);
  }
  /// The end of a stage that begins now.
  Time until(std::chrono::milliseconds limit) const {
    return std::min(std::chrono::steady_clock::now() + limit, last);
  }

  FetchRequest const &request;
  std::string where;
  Time last;  ///< end of the whole request
  std::optional<Problem> problem;
  Response response;
  bool heard = false;  ///< a byte of the answer came
  bool reusable = false;
};

}  // namespace wza::web
