// SPDX-License-Identifier: Apache-2.0
// One connection of the server, from accept to close.
#pragma once

#include "audit/http/server.h"

#include <cstddef>
#include <functional>
#include <map>
#include <utility>

namespace boost::asio {
class io_context;
}

namespace wza::audit {

/// What all connections of one server share; one thread uses it.
struct Sessions {
  explicit Sessions(Answer to_all) : answer(std::move(to_all)) {}
  Answer answer;
  std::map<int, std::function<void()>> idle;  ///< how to end those that wait, by socket
  std::size_t open = 0;
  bool stopping = false;
};

/// Takes over an accepted socket: reads requests and writes answers until the peer leaves, a limit
/// is passed or the server stops.
void start_session(boost::asio::io_context &io, int socket, Sessions &sessions);

}  // namespace wza::audit
