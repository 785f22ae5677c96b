// SPDX-License-Identifier: Apache-2.0
#include "tests/support/internet.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace wza::test {
namespace {

void require(bool good, char const *what) {
  if (!good) throw std::runtime_error(fmt::format("{}: {}", what, std::strerror(errno)));
}

void watch(int epoll, int operation, int fd, std::uint32_t events) {
  epoll_event event{};
  event.events = events;
  event.data.fd = fd;
  require(epoll_ctl(epoll, operation, fd, &event) == 0, "epoll_ctl");
}

/// What stands after `name` to the end of the line.
std::string field(std::string const &head, std::string_view name) {
  std::size_t const at = head.find(name);
  if (at == std::string::npos) return {};
  std::size_t const from = at + name.size();
  return head.substr(from, head.find('\r', from) - from);
}

}  // namespace

Internet::Internet(Site site) : m_site(std::move(site)) {
  m_listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  require(m_listener >= 0, "socket");
  sockaddr_in address{};
  address.sin_family = AF_INET;
  socklen_t size = sizeof address;
  auto *const raw = reinterpret_cast<sockaddr *>(&address);
  require(bind(m_listener, raw, size) == 0 && listen(m_listener, 1024) == 0, "bind");
  require(getsockname(m_listener, raw, &size) == 0, "getsockname");
  m_port = ntohs(address.sin_port);
  m_epoll = epoll_create1(EPOLL_CLOEXEC);
  m_wake = eventfd(0, EFD_CLOEXEC);
  require(m_epoll >= 0 && m_wake >= 0, "epoll");
  watch(m_epoll, EPOLL_CTL_ADD, m_listener, EPOLLIN);
  watch(m_epoll, EPOLL_CTL_ADD, m_wake, EPOLLIN);
  m_thread = std::thread([this] { serve(); });
}

Internet::~Internet() {
  std::uint64_t const one = 1;
  if (write(m_wake, &one, sizeof one) > 0) m_thread.join();
  for (auto const &[fd, connection] : m_connections)
    close(fd);
  for (int fd : {m_listener, m_epoll, m_wake})
    close(fd);
}

std::string Internet::url(std::string const &host, std::string const &target) const {
  return fmt::format("http://{}:{}{}", host, m_port, target);
}

std::vector<LoggedRequest> Internet::log() const {
  std::lock_guard const lock(m_mutex);
  return m_log;
}

std::size_t Internet::requests() const {
  std::lock_guard const lock(m_mutex);
  return m_log.size();
}

void Internet::serve() {
  std::array<epoll_event, 64> events{};
  while (true) {
    int const count = epoll_wait(m_epoll, events.data(), events.size(), -1);
    for (int i = 0; i < count; ++i) {
      epoll_event const &event = events[static_cast<std::size_t>(i)];
      int const fd = event.data.fd;
      if (fd == m_wake) return;
      if (fd == m_listener) {
        accept_all();
      } else {
        if ((event.events & EPOLLOUT) != 0) send(fd);
        if ((event.events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) receive(fd);
      }
    }
  }
}

void Internet::accept_all() {
  while (true) {
    int const fd = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd < 0) return;
    sockaddr_in own{};
    socklen_t size = sizeof own;
    getsockname(fd, reinterpret_cast<sockaddr *>(&own), &size);
    int const on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    std::array<char, INET_ADDRSTRLEN> text{};
    inet_ntop(AF_INET, &own.sin_addr, text.data(), text.size());
    m_connections[fd].host = text.data();
    watch(m_epoll, EPOLL_CTL_ADD, fd, EPOLLIN);
  }
}

void Internet::receive(int fd) {
  auto const found = m_connections.find(fd);
  if (found == m_connections.end()) return;
  std::array<char, 16384> bytes{};
  ssize_t const got = recv(fd, bytes.data(), bytes.size(), 0);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (got <= 0) {
    m_connections.erase(found);
    close(fd);
    return;
  }
  found->second.received.append(bytes.data(), static_cast<std::size_t>(got));
  answer_all(found->second);
  send(fd);
}

void Internet::answer_all(Connection &connection) {
  std::size_t end = 0;
  while ((end = connection.received.find("\r\n\r\n")) != std::string::npos) {
    std::string const head = connection.received.substr(0, end);
    connection.received.erase(0, end + 4);
    std::size_t const from = head.find(' ') + 1;
    std::string const target = head.substr(from, head.find(' ', from) - from);
    Answer const answer = m_site(connection.host, target);
    connection.unsent += fmt::format("HTTP/1.1 {} x\r\n{}Content-Length: {}\r\n\r\n", answer.status,
                                     answer.headers, answer.body.size());
    connection.unsent += answer.body;
    std::lock_guard const lock(m_mutex);
    m_log.push_back(
        {connection.host, field(head, "\r\nHost: "), target, std::chrono::steady_clock::now()});
  }
}

void Internet::send(int fd) {
  auto const found = m_connections.find(fd);
  if (found == m_connections.end()) return;
  std::string &unsent = found->second.unsent;
  ssize_t const sent = ::send(fd, unsent.data(), unsent.size(), MSG_NOSIGNAL);
  if (sent > 0) unsent.erase(0, static_cast<std::size_t>(sent));
  watch(m_epoll, EPOLL_CTL_MOD, fd, unsent.empty() ? EPOLLIN : EPOLLIN | EPOLLOUT);
}

}  // namespace wza::test
