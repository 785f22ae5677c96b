// SPDX-License-Identifier: Apache-2.0
// A tiny web server for the fictional county's site: one folder, on loopback, one request a
// connection (RFC 9112). Only what the demo and its tests need, so that a bare machine needs
// nothing else. `serve.tsv` in the folder says which paths behave specially.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;

/// What `serve.tsv` says of one path: `charset NAME`, `redirect STATUS LOCATION` or `grow BYTES`.
struct Special {
  std::string verb;
  std::string first;
  std::string second;
};
using Specials = std::map<std::string, Special, std::less<>>;

struct Response {
  int status = 200;
  std::string type = "text/html";
  std::string location;
  std::string body;
};

std::string read_file(fs::path const &path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

Specials read_specials(fs::path const &file) {
  Specials specials;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string path;
    Special special;
    fields >> path >> special.verb >> special.first >> special.second;
    specials.emplace(path, special);
  }
  return specials;
}

std::string_view type_of(fs::path const &file) {
  static std::map<std::string, std::string_view, std::less<>> const kTypes{
      {".html", "text/html"},      {".css", "text/css"},           {".js", "text/javascript"},
      {".png", "image/png"},       {".gif", "image/gif"},          {".txt", "text/plain"},
      {".pdf", "application/pdf"}, {".doc", "application/msword"}, {".xml", "application/xml"},
      {".svg", "image/svg+xml"},
  };
  auto const found = kTypes.find(file.extension().string());
  return found == kTypes.end() ? "application/octet-stream" : found->second;
}

/// Repeats what stands between `<!--repeat-->` and `<!--/repeat-->` until the page has `size`
/// bytes, so that a page of two megabytes needs no file of two megabytes.
std::string grown(std::string const &page, std::size_t size) {
  constexpr std::string_view kFrom = "<!--repeat-->";
  constexpr std::string_view kTo = "<!--/repeat-->";
  auto const from = page.find(kFrom);
  auto const to = page.find(kTo);
  if (from == std::string::npos || to == std::string::npos || to <= from) return page;
  std::string const block = page.substr(from + kFrom.size(), to - from - kFrom.size());
  std::string out = page.substr(0, from);
  while (out.size() + page.size() - to < size)
    out += block;
  return out + page.substr(to + kTo.size());
}

Response respond(fs::path const &root, Specials const &specials, std::string target) {
  target.erase(std::min(target.find_first_of("?#"), target.size()));
  auto const special = specials.find(target);
  bool const is_special = special != specials.end();
  if (is_special && special->second.verb == "redirect") {
    return {std::stoi(special->second.first), "text/html", special->second.second, ""};
  }
  if (target.ends_with('/')) target += "index.html";
  bool const hidden = target.find("..") != std::string::npos || target == "/serve.tsv";
  fs::path const file = root / target.substr(1);
  if (hidden || !fs::is_regular_file(file)) {
    fs::path const page = root / "404.html";
    return {404, "text/html", "", fs::exists(page) ? read_file(page) : "not found"};
  }
  Response response{200, std::string(type_of(file)), "", read_file(file)};
  if (is_special && special->second.verb == "charset") {
    response.type += "; charset=" + special->second.first;
  }
  if (is_special && special->second.verb == "grow") {
    response.body = grown(response.body, std::stoul(special->second.first));
  }
  return response;
}

/// Method and target of the request, or nothing where no whole request came in time.
std::optional<std::pair<std::string, std::string>> read_request(int socket) {
  constexpr std::size_t kMost = 16384;
  std::string request;
  char buffer[2048];
  while (request.find("\r\n\r\n") == std::string::npos && request.size() < kMost) {
    auto const got = ::recv(socket, buffer, sizeof buffer, 0);
    if (got <= 0) return std::nullopt;
    request.append(buffer, static_cast<std::size_t>(got));
  }
  std::istringstream line(request);
  std::string method, target;
  line >> method >> target;
  if (!target.starts_with('/')) return std::nullopt;
  return std::pair{method, target};
}

void send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void answer(int socket, fs::path const &root, Specials const &specials) {
  timeval const patience{5, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  auto const request = read_request(socket);
  if (!request) return;
  Response const response = respond(root, specials, request->second);
  std::ostringstream head;
  head << "HTTP/1.1 " << response.status << " \r\nContent-Type: " << response.type
       << "\r\nContent-Length: " << response.body.size() << "\r\nConnection: close\r\n";
  if (!response.location.empty()) head << "Location: " << response.location << "\r\n";
  head << "\r\n";
  send_all(socket, head.str());
  if (request->first != "HEAD") send_all(socket, response.body);
}

/// A listening socket on 127.0.0.1; port 0 takes a free one. Returns the socket, or -1 with errno.
int listen_on(std::uint16_t &port) {
  int const socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int const yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  auto *const any = reinterpret_cast<sockaddr *>(&address);
  socklen_t size = sizeof address;
  if (::bind(socket, any, size) != 0 || ::listen(socket, 64) != 0 ||
      ::getsockname(socket, any, &size) != 0) {
    return -1;
  }
  port = ntohs(address.sin_port);
  return socket;
}

}  // namespace

int main(int argc, char **argv) {
  if (argc < 2 || argc > 3 || !fs::is_directory(argv[1])) {
    std::cerr << "usage: demo_site FOLDER [PORT]\n"
                 "Serves FOLDER on 127.0.0.1 (a free port where none is given) and prints its "
                 "address. Stop it with Ctrl-C.\n";
    return 2;
  }
  fs::path const root = argv[1];
  auto port = static_cast<std::uint16_t>(argc == 3 ? std::stoi(argv[2]) : 0);
  int const listener = listen_on(port);
  if (listener < 0) {
    std::perror("demo_site: cannot listen on 127.0.0.1");
    return 1;
  }
  std::cout << "http://127.0.0.1:" << port << "/" << std::endl;
  Specials const specials = read_specials(root / "serve.tsv");
  for (;;) {
    int const connection = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) continue;
    answer(connection, root, specials);
    ::close(connection);
  }
}
