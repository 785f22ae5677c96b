// SPDX-License-Identifier: Apache-2.0
// Opens connections: name lookup, the rule about private addresses, the proxy's tunnel, TLS. Only
// for client.cpp.
#pragma once

#include "webcheck/fetch/connection.h"

#include <boost/asio/ip/tcp.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace wza::web {

class Connector {
 public:
  /// Throws wza::Error(configuration) where the file of extra certificates cannot be read.
  Connector(net::io_context &io, FetchOptions const &options);

  /// A connection over which `job` can be sent; nothing where the job failed.
  net::awaitable<void> open(std::unique_ptr<Connection> &out, Job &job);

 private:
  using Endpoints = std::vector<net::ip::tcp::endpoint>;
  bool is_exempt(Url const &url) const;
  net::awaitable<void> resolve(Url const &url, Job &job, Endpoints &endpoints);
  void keep_public(Job &job, Endpoints &endpoints) const;
  net::awaitable<void> open_tunnel(Connection &connection, Url const &proxy, Job &job);
  net::awaitable<void> handshake(Connection &connection, Job &job);

  net::io_context *m_io;
  FetchOptions const *m_options;
  std::shared_ptr<net::ssl::context> m_tls;  ///< shared by all clients that trust the same
};

}  // namespace wza::web
