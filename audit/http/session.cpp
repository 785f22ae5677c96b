// SPDX-License-Identifier: Apache-2.0
// RFC 9112. Limits: 8 KiB of headers, 64 KiB of body, 15 s for a request and between requests.
// g++ 12 miscompiles aggregates and capturing lambdas inside a full expression with co_await, so
// everything awaited is a named local.
#include "audit/http/session.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <sys/socket.h>

#include <chrono>
#include <optional>
#include <utility>

namespace wza::audit {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

constexpr auto kPatience = std::chrono::seconds(15);
constexpr std::uint32_t kHeaderLimit = 8 * 1024;
constexpr std::uint64_t kBodyLimit = 64 * 1024;

std::string text_of(beast::string_view view) {
  return {view.data(), view.size()};
}

Request request_of(http::request<http::string_body> const &message) {
  Request request;
  if (message.method() == http::verb::get) {
    request.method = Method::get;
  } else if (message.method() == http::verb::head) {
    request.method = Method::head;
  } else {
    request.method = Method::other;
  }
  request.set_target(text_of(message.target()));
  request.accept_language = text_of(message[http::field::accept_language]);
  request.cookie = text_of(message[http::field::cookie]);
  request.if_none_match = text_of(message[http::field::if_none_match]);
  return request;
}

http::response<http::string_body> message_of(Response response, Method method, bool keep_alive) {
  http::response<http::string_body> message;
  message.version(11);
  message.result(static_cast<unsigned>(response.status));
  message.set(http::field::server, "wza");
  if (response.status != 304) message.set(http::field::content_type, response.content_type);
  for (auto const &[name, value] : response.headers)
    message.insert(name, value);
  message.keep_alive(keep_alive);
  std::size_t const size = response.body.size();
  if (method != Method::head) message.body() = std::move(response.body);
  message.prepare_payload();
  if (method == Method::head && response.status != 304) message.content_length(size);
  return message;
}

Response plain(int status, std::string_view words) {
  Response response;
  response.status = status;
  response.content_type = "text/plain; charset=utf-8";
  response.body = words;
  add_security_headers(response);
  return response;
}

// The answer to what could not be read as a request; nothing where the peer just left.
std::optional<Response> answer_to_unreadable(beast::error_code error) {
  if (error == http::error::header_limit) return plain(431, "Request header too large.\n");
  if (error == http::error::body_limit) return plain(413, "Request body too large.\n");
  if (error.category() != http::make_error_code(http::error::bad_method).category()) return {};
  if (error == http::error::end_of_stream || error == http::error::partial_message) return {};
  return plain(400, "This is no HTTP/1.1 request.\n");
}

// Counts a connection for as long as it stands.
class Counted {
 public:
  explicit Counted(std::size_t &open) : m_open(open) { ++m_open; }
  ~Counted() { --m_open; }
  Counted(Counted const &) = delete;
  Counted &operator=(Counted const &) = delete;

 private:
  std::size_t &m_open;
};

asio::awaitable<void> converse(beast::tcp_stream stream, Sessions &sessions) {
  Counted const counted(sessions.open);
  beast::flat_buffer buffer;
  int const socket = stream.socket().native_handle();
  bool go_on = true;
  while (go_on && !sessions.stopping) {
    beast::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    http::request_parser<http::string_body> parser;
    parser.header_limit(kHeaderLimit);
    parser.body_limit(kBodyLimit);
    stream.expires_after(kPatience);
    sessions.idle[socket] = [&stream] { stream.cancel(); };
    co_await http::async_read(stream, buffer, parser, token);
    sessions.idle.erase(socket);
    Method method = Method::get;
    std::optional<Response> response;
    if (error) {
      response = answer_to_unreadable(error);
      go_on = false;
      if (!response) break;
    } else {
      Request const request = request_of(parser.get());
      method = request.method;
      response = sessions.answer(request);
      go_on = parser.get().keep_alive() && !sessions.stopping;
    }
    auto message = message_of(std::move(*response), method, go_on);
    http::response_serializer<http::string_body> serializer(message);
    serializer.split(method == Method::head);
    stream.expires_after(kPatience);
    if (method == Method::head) {
      co_await http::async_write_header(stream, serializer, token);
    } else {
      co_await http::async_write(stream, serializer, token);
    }
    if (error) break;
  }
  beast::error_code ignored;
  stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

asio::ip::tcp protocol_of(int socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size);
  return address.ss_family == AF_INET6 ? asio::ip::tcp::v6() : asio::ip::tcp::v4();
}

}  // namespace

void start_session(asio::io_context &io, int socket, Sessions &sessions) {
  beast::tcp_stream stream(io);
  beast::error_code error;
  stream.socket().assign(protocol_of(socket), socket, error);
  if (error) return;
  auto conversation = converse(std::move(stream), sessions);
  asio::co_spawn(io, std::move(conversation), asio::detached);
}

}  // namespace wza::audit
