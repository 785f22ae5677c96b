// SPDX-License-Identifier: Apache-2.0
#include "tests/support/http_peer.h"

#include "db/base/text.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <optional>
#include <stdexcept>
#include <utility>

namespace wza::test {
namespace {

template <auto F>
struct Freer {
  template <class T>
  void operator()(T *p) const {
    F(p);
  }
};
using Bio = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using Pkey = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Freer<X509_free>>;

std::string text_of(Bio const &bio) {
  char *data = nullptr;
  long const size = BIO_get_mem_data(bio.get(), &data);
  return std::string(data, static_cast<std::size_t>(size));
}

Bio bio_of(std::string const &text) {
  return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

/// One end of a connection, with or without TLS.
class Wire {
 public:
  Wire(int socket, SSL_CTX *context) : m_socket(socket) {
    if (context == nullptr) return;
    m_ssl.reset(SSL_new(context));
    SSL_set_fd(m_ssl.get(), socket);
    m_good = SSL_accept(m_ssl.get()) == 1;
  }
  bool good() const { return m_good; }
  bool read_to(std::string &out) {
    std::array<char, 4096> block{};
    long const n = m_ssl ? SSL_read(m_ssl.get(), block.data(), static_cast<int>(block.size()))
                         : recv(m_socket, block.data(), block.size(), 0);
    if (n <= 0) return false;
    out.append(block.data(), static_cast<std::size_t>(n));
    return true;
  }
  bool write(std::string_view bytes) {
    while (!bytes.empty()) {
      long const n = m_ssl ? SSL_write(m_ssl.get(), bytes.data(), static_cast<int>(bytes.size()))
                           : send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (n <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }

 private:
  int m_socket;
  bool m_good = true;
  std::unique_ptr<SSL, Freer<SSL_free>> m_ssl;
};

PeerRequest parse_request(std::string_view head, int connection) {
  PeerRequest out;
  out.connection = connection;
  std::size_t const line_end = head.find("\r\n");
  std::string_view line = head.substr(0, line_end);
  std::size_t const first = line.find(' ');
  std::size_t const second = line.find(' ', first + 1);
  out.method = line.substr(0, first);
  out.target = line.substr(first + 1, second - first - 1);
  for (std::size_t at = line_end + 2; at < head.size();) {
    std::size_t const end = head.find("\r\n", at);
    if (end == std::string_view::npos || end == at) break;
    std::string_view const field = head.substr(at, end - at);
    std::size_t const colon = field.find(':');
    out.headers[ascii_lower(field.substr(0, colon))] = trimmed(field.substr(colon + 1));
    at = end + 2;
  }
  return out;
}

}  // namespace

PeerAnswer answer(int status, std::string_view headers, std::string_view body) {
  PeerAnswer out;
  out.pieces.push_back({fmt::format("HTTP/1.1 {} X\r\nContent-Length: {}\r\n{}\r\n{}", status,
                                    body.size(), headers, body)});
  return out;
}

PeerAnswer html(std::string_view body) {
  return answer(200, "Content-Type: text/html; charset=utf-8\r\n", body);
}

PeerAnswer redirect(int status, std::string_view location) {
  return answer(status, fmt::format("Location: {}\r\n", location), "");
}

Certificate make_certificate(std::string const &name, int not_before_days, int not_after_days) {
  Pkey const key(EVP_EC_gen("P-256"));
  X509Ptr const certificate(X509_new());
  X509 *x = certificate.get();
  X509_set_version(x, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(x), 1);
  constexpr long kDay = 86400;
  X509_gmtime_adj(X509_getm_notBefore(x), not_before_days * kDay);
  X509_gmtime_adj(X509_getm_notAfter(x), not_after_days * kDay);
  X509_set_pubkey(x, key.get());
  X509_NAME *subject = X509_get_subject_name(x);
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                             reinterpret_cast<unsigned char const *>(name.c_str()), -1, -1, 0);
  X509_set_issuer_name(x, subject);
  in_addr ignored{};
  bool const is_address = inet_pton(AF_INET, name.c_str(), &ignored) == 1;
  std::string const alternative = (is_address ? "IP:" : "DNS:") + name;
  X509_EXTENSION *extension =
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, alternative.c_str());
  X509_add_ext(x, extension, -1);
  X509_EXTENSION_free(extension);
  X509_sign(x, key.get(), EVP_sha256());
  Bio const certificate_out(BIO_new(BIO_s_mem())), key_out(BIO_new(BIO_s_mem()));
  PEM_write_bio_X509(certificate_out.get(), x);
  PEM_write_bio_PrivateKey(key_out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  return {text_of(certificate_out), text_of(key_out)};
}

struct HttpPeer::Tls {
  std::unique_ptr<SSL_CTX, Freer<SSL_CTX_free>> context;
};

HttpPeer::HttpPeer(Handler handler) : m_handler(std::move(handler)) {
  start();
}

HttpPeer::HttpPeer(Handler handler, Certificate const &certificate)
    : m_handler(std::move(handler)), m_tls(std::make_unique<Tls>()) {
  m_tls->context.reset(SSL_CTX_new(TLS_server_method()));
  Bio const certificate_in = bio_of(certificate.certificate_pem),
            key_in = bio_of(certificate.key_pem);
  X509Ptr const x(PEM_read_bio_X509(certificate_in.get(), nullptr, nullptr, nullptr));
  Pkey const key(PEM_read_bio_PrivateKey(key_in.get(), nullptr, nullptr, nullptr));
  SSL_CTX_use_certificate(m_tls->context.get(), x.get());
  SSL_CTX_use_PrivateKey(m_tls->context.get(), key.get());
  start();
}

void HttpPeer::start() {
  std::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes without MSG_NOSIGNAL
  m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto *raw = reinterpret_cast<sockaddr *>(&address);
  if (bind(m_listener, raw, size) != 0 || listen(m_listener, 64) != 0 ||
      getsockname(m_listener, raw, &size) != 0) {
    throw std::runtime_error("the test peer cannot listen on loopback");
  }
  m_port = ntohs(address.sin_port);
  m_acceptor = std::thread([this] { accept_loop(); });
}

HttpPeer::~HttpPeer() {
  m_stopping = true;
  shutdown(m_listener, SHUT_RDWR);
  m_acceptor.join();
  close(m_listener);
  {
    std::lock_guard const lock(m_mutex);
    for (int s : m_sockets)
      shutdown(s, SHUT_RDWR);
  }
  for (std::thread &thread : m_threads)
    thread.join();
  for (int s : m_sockets)
    close(s);
}

void HttpPeer::accept_loop() {
  while (!m_stopping) {
    int const s = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (s < 0) return;
    int const number = ++m_connections;
    std::lock_guard const lock(m_mutex);
    m_sockets.push_back(s);
    m_threads.emplace_back([this, s, number] { serve(s, number); });
  }
}

void HttpPeer::serve(int s, int number) {
  Wire wire(s, m_tls ? m_tls->context.get() : nullptr);
  std::string in;
  while (wire.good()) {
    std::size_t end = 0;
    while ((end = in.find("\r\n\r\n")) == std::string::npos) {
      if (!wire.read_to(in)) return;
    }
    PeerRequest request = parse_request(in.substr(0, end + 2), number);
    in.erase(0, end + 4);
    auto const length = request.headers.find("content-length");
    std::size_t const size = length == request.headers.end() ? 0 : std::stoul(length->second);
    while (in.size() < size) {
      if (!wire.read_to(in)) return;
    }
    request.body = in.substr(0, size);
    in.erase(0, size);
    {
      std::lock_guard const lock(m_mutex);
      m_targets.push_back(request.target);
    }
    PeerAnswer const reply = m_handler(request);
    auto send_piece = [&](PeerAnswer::Piece const &piece) {
      auto left = piece.before;
      while (left.count() > 0 && !m_stopping) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        left -= std::chrono::milliseconds(5);
      }
      return !m_stopping && wire.write(piece.bytes);
    };
    bool open = true;
    for (PeerAnswer::Piece const &piece : reply.pieces)
      open = open && send_piece(piece);
    while (open && !reply.forever.bytes.empty())
      open = send_piece(reply.forever);
    if (reply.reset) {
      sockaddr nobody{};  // a connection that is dissolved is reset
      nobody.sa_family = AF_UNSPEC;
      connect(s, &nobody, sizeof nobody);
      return;
    }
    if (reply.close) {
      shutdown(s, SHUT_RDWR);
      return;
    }
  }
  shutdown(s, SHUT_RDWR);
}

std::string HttpPeer::url(std::string_view path) const {
  return fmt::format("{}://127.0.0.1:{}{}", m_tls ? "https" : "http", m_port, path);
}

std::vector<std::string> HttpPeer::targets() const {
  std::lock_guard const lock(m_mutex);
  return m_targets;
}

}  // namespace wza::test
