// SPDX-License-Identifier: Apache-2.0
#include "audit/http/server.h"

#include "audit/http/session.h"
#include "db/base/error.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

#include <charconv>
#include <utility>

namespace wza::audit {
namespace {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

constexpr std::size_t kMostConnections = 256;

[[noreturn]] void cannot_listen(Endpoint const &endpoint, boost::system::error_code error) {
  throw Error(
      {fmt::format("无法在 {}:{} 上监听（{}）。请换一个端口，例如 --listen 127.0.0.1:8081。",
                   endpoint.address, endpoint.port, error.message()),
       fmt::format("Cannot listen on {}:{} ({}). Try another port, for example "
                   "--listen 127.0.0.1:8081.",
                   endpoint.address, endpoint.port, error.message())},
      ExitCode::configuration);
}

}  // namespace

std::optional<Endpoint> Endpoint::parse(std::string_view text) {
  Endpoint endpoint;
  std::size_t const colon = text.rfind(':');
  std::string_view digits = text;
  if (colon != std::string_view::npos) {
    std::string_view address = text.substr(0, colon);
    digits = text.substr(colon + 1);
    if (address.starts_with('[') && address.ends_with(']')) {
      address = address.substr(1, address.size() - 2);
    }
    if (!address.empty()) endpoint.address = address == "localhost" ? "127.0.0.1" : address;
  }
  auto const [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), endpoint.port);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  boost::system::error_code bad;
  asio::ip::make_address(endpoint.address, bad);
  if (bad) return std::nullopt;
  return endpoint;
}

struct Server::State {
  explicit State(Answer answer) : sessions(std::move(answer)) {}
  asio::io_context io{1};
  Tcp::acceptor acceptor{io};
  asio::steady_timer pause{io};
  Sessions sessions;

  asio::awaitable<void> accept_all();
  void stop();
};

asio::awaitable<void> Server::State::accept_all() {
  while (!sessions.stopping) {
    boost::system::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    // Above the limit the others wait in the system's queue; so does all after a failed accept,
    // which happens when the process has no file handles left.
    while (sessions.open >= kMostConnections && !sessions.stopping) {
      pause.expires_after(std::chrono::milliseconds(20));
      co_await pause.async_wait(token);
    }
    Tcp::socket socket = co_await acceptor.async_accept(token);
    if (error == asio::error::operation_aborted) break;
    if (error) {
      pause.expires_after(std::chrono::milliseconds(20));
      co_await pause.async_wait(token);
      continue;
    }
    start_session(io, socket.release(), sessions);
  }
}

void Server::State::stop() {
  sessions.stopping = true;
  boost::system::error_code ignored;
  acceptor.close(ignored);
  pause.cancel();
  for (auto const &[socket, cancel] : sessions.idle)
    cancel();
}

Server::Server(Endpoint const &endpoint, Answer answer)
    : m_state(std::make_unique<State>(std::move(answer))) {
  boost::system::error_code error;
  Tcp::endpoint const at(asio::ip::make_address(endpoint.address, error), endpoint.port);
  Tcp::acceptor &acceptor = m_state->acceptor;
  if (!error) acceptor.open(at.protocol(), error);
  if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(at, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) cannot_listen(endpoint, error);
}

Server::~Server() = default;

std::uint16_t Server::port() const {
  return m_state->acceptor.local_endpoint().port();
}

void Server::run(std::stop_token stop) {
  State &state = *m_state;
  auto accepting = state.accept_all();
  asio::co_spawn(state.io, std::move(accepting), asio::detached);
  std::stop_callback const on_stop(stop,
                                   [&state] { asio::post(state.io, [&state] { state.stop(); }); });
  state.io.run();
}

}  // namespace wza::audit
