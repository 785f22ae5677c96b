// SPDX-License-Identifier: Apache-2.0
// The server over real sockets of the loopback.
#include "audit/http/server.h"

#include "db/base/error.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <string>
#include <thread>

namespace wza::audit {
namespace {

/// A connection that sends text and reads until the peer closes, or until `until` came.
class Peer {
 public:
  explicit Peer(std::uint16_t port) : m_fd(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(connect(m_fd, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
  }
  ~Peer() { close(m_fd); }
  Peer(Peer const &) = delete;
  Peer &operator=(Peer const &) = delete;

  void send_text(std::string const &text) {
    EXPECT_EQ(::send(m_fd, text.data(), text.size(), MSG_NOSIGNAL),
              static_cast<ssize_t>(text.size()));
  }
  std::string read(std::string const &until = {}) {
    std::string all;
    std::array<char, 4096> buffer{};
    while (until.empty() || all.find(until) == std::string::npos) {
      ssize_t const count = recv(m_fd, buffer.data(), buffer.size(), 0);
      if (count <= 0) break;
      all.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return all;
  }

 private:
  int m_fd;
};

class ServerTest : public testing::Test {
 protected:
  ServerTest()
      : m_server({"127.0.0.1", 0},
                 [](Request const &request) {
                   Response response;
                   response.body = "path " + request.path + "!";
                   return response;
                 }),
        m_thread([this] { m_server.run(m_stop.get_token()); }) {}
  ~ServerTest() override {
    m_stop.request_stop();
    m_thread.join();
  }

  Server m_server;
  std::stop_source m_stop;
  std::thread m_thread;
};

TEST_F(ServerTest, KeepsAConnectionForSeveralRequests) {
  Peer peer(m_server.port());
  peer.send_text("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_NE(peer.read("path /a!").find("HTTP/1.1 200 OK"), std::string::npos);
  peer.send_text("GET /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  std::string const second = peer.read();
  EXPECT_NE(second.find("path /b!"), std::string::npos);
  EXPECT_NE(second.find("Connection: close"), std::string::npos);
}

TEST_F(ServerTest, AnswersHeadWithTheLengthAndWithoutTheBody) {
  Peer peer(m_server.port());
  peer.send_text("HEAD /abc HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  std::string const response = peer.read();
  EXPECT_NE(response.find("Content-Length: 10"), std::string::npos);
  EXPECT_EQ(response.find("path"), std::string::npos);
}

TEST_F(ServerTest, RefusesWhatIsNoHttp) {
  Peer peer(m_server.port());
  peer.send_text("hello there\r\n\r\n");
  EXPECT_NE(peer.read().find("400 Bad Request"), std::string::npos);
}

TEST_F(ServerTest, RefusesHeadersBeyondTheLimit) {
  Peer peer(m_server.port());
  peer.send_text("GET / HTTP/1.1\r\nX: " + std::string(9000, 'x'));
  EXPECT_NE(peer.read().find("431"), std::string::npos);
}

TEST_F(ServerTest, RefusesBodiesBeyondTheLimit) {
  Peer peer(m_server.port());
  peer.send_text("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
  EXPECT_NE(peer.read().find("413"), std::string::npos);
}

TEST_F(ServerTest, StopsAlthoughAConnectionIsIdle) {
  Peer peer(m_server.port());
  peer.send_text("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  peer.read("path /!");
  m_stop.request_stop();
  EXPECT_EQ(peer.read(), "");  // closed by the server
}

TEST(Server, SaysThatAnAddressIsTaken) {
  Server const first({"127.0.0.1", 0}, {});
  EXPECT_THROW(Server({"127.0.0.1", first.port()}, {}), Error);
}

}  // namespace
}  // namespace wza::audit
