// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/connector.h"

#include "webcheck/fetch/address.h"
#include "webcheck/fetch/answer_problems.h"
#include "webcheck/url/host.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <fmt/format.h>

#include <map>
#include <mutex>

namespace wza::web {
namespace {

namespace http = beast::http;
namespace ssl = net::ssl;
using net::ip::tcp;

/// A name lookup outlives the request where the resolver does not answer in time.
struct Lookup {
  explicit Lookup(net::io_context &io) : resolver(io), timer(io) {}
  tcp::resolver resolver;
  net::steady_timer timer;
  error_code error = net::error::would_block;
  std::vector<tcp::endpoint> endpoints;
};

bool is_public(net::ip::address const &address) {
  return address.is_v4() ? is_public_address(address.to_v4().to_uint())
                         : is_public_address(address.to_v6().to_bytes());
}

/// The host as resolvers, SNI and certificates write it: IPv6 without brackets.
std::string bare_host(Url const &url) {
  std::string host = url.host();
  if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
  return host;
}

/// True for hosts that no name server needs to be asked about: behind a proxy they are all that can
/// be judged.
bool is_plainly_private(Url const &url) {
  std::string const host = url.host();
  if (host == "localhost" || host.ends_with(".localhost")) return true;
  error_code error;
  net::ip::address const address = net::ip::make_address(bare_host(url), error);
  return !error && !is_public(address);
}

std::shared_ptr<ssl::context> new_tls_context(std::string const &extra_ca_file) {
  auto tls = std::make_shared<ssl::context>(ssl::context::tls_client);
  tls->set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 |
                   ssl::context::no_tlsv1_1 | ssl::context::no_sslv2 | ssl::context::no_sslv3 |
                   SSL_OP_NO_RENEGOTIATION);
  tls->set_default_verify_paths();
  if (extra_ca_file.empty()) return tls;
  error_code error;
  tls->load_verify_file(extra_ca_file, error);
  if (error) {
    throw Error(fmt::format("{}: 无法读取证书文件，请检查路径和格式（PEM） / the certificate file "
                            "cannot be read, check its path and format (PEM)",
                            extra_ca_file),
                ExitCode::configuration);
  }
  return tls;
}

/// Reading the system's hundreds of certificates takes tens of milliseconds: it is done once for
/// all clients that live at the same time.
std::shared_ptr<ssl::context> tls_context(std::string const &extra_ca_file) {
  static std::mutex mutex;
  static std::map<std::string, std::weak_ptr<ssl::context>> contexts;
  std::lock_guard const lock(mutex);
  std::weak_ptr<ssl::context> &known = contexts[extra_ca_file];
  std::shared_ptr<ssl::context> tls = known.lock();
  if (!tls) known = tls = new_tls_context(extra_ca_file);
  return tls;
}

}  // namespace

Connector::Connector(net::io_context &io, FetchOptions const &options)
    : m_io(&io), m_options(&options), m_tls(tls_context(options.extra_ca_file)) {}

bool Connector::is_exempt(Url const &url) const {
  return m_options->allow_private || m_options->named_hosts.count(url.host()) != 0;
}

net::awaitable<void> Connector::open(std::unique_ptr<Connection> &out, Job &job) {
  auto connection = std::make_unique<Connection>(*m_io, *m_tls);
  std::optional<Url> const proxy = m_options->proxies.of(job.url());
  bool const secure = job.url().scheme() == "https";
  if (proxy && !is_exempt(job.url()) && is_plainly_private(job.url())) {
    job.fail(private_address(job.where, job.url().host()));
    co_return;
  }
  Endpoints endpoints;
  co_await resolve(proxy ? *proxy : job.url(), job, endpoints);
  // The addresses that are judged are the ones that are connected to; no second lookup.
  if (!job.problem && !proxy && !is_exempt(job.url())) keep_public(job, endpoints);
  if (job.problem) co_return;
  error_code error;
  connection->tcp().expires_at(job.until(m_options->connect));
  co_await connection->tcp().async_connect(endpoints, into(error));
  if (error == beast::error::timeout) {
    job.fail(stage_timed_out(job.where, Stage::connect));
  } else if (error) {
    job.fail(no_connection(job.where, error.message()));
  }
  if (job.problem) co_return;
  error_code ignored;
  connection->tcp().socket().set_option(tcp::no_delay(true), ignored);
  connection->to_proxy = proxy && !secure;
  if (proxy && secure) co_await open_tunnel(*connection, *proxy, job);
  if (!job.problem && secure) co_await handshake(*connection, job);
  if (!job.problem) out = std::move(connection);
}

net::awaitable<void> Connector::resolve(Url const &url, Job &job, Endpoints &endpoints) {
  std::string const host = bare_host(url);
  std::uint16_t const port = url.effective_port().value_or(80);
  error_code error;
  net::ip::address const literal = net::ip::make_address(host, error);
  if (!error) {
    endpoints.emplace_back(literal, port);
    co_return;
  }
  auto lookup = std::make_shared<Lookup>(*m_io);
  auto resolved = [lookup, port](error_code const &e, tcp::resolver::results_type const &all) {
    lookup->error = e;
    for (auto const &entry : all) {
      lookup->endpoints.emplace_back(entry.endpoint().address(), port);
    }
    lookup->timer.cancel();
  };
  lookup->timer.expires_at(job.until(m_options->resolve));
  lookup->resolver.async_resolve(host, std::string(), std::move(resolved));
  co_await lookup->timer.async_wait(into(error));
  if (lookup->error == net::error::would_block) {
    lookup->resolver.cancel();
    job.fail(stage_timed_out(job.where, Stage::resolve));
    co_return;
  }
  endpoints = lookup->endpoints;
  if (lookup->error || endpoints.empty()) job.fail(host_not_found(job.where, url.host()));
}

void Connector::keep_public(Job &job, Endpoints &endpoints) const {
  std::erase_if(endpoints, [](tcp::endpoint const &e) { return !is_public(e.address()); });
  if (endpoints.empty()) job.fail(private_address(job.where, job.url().host()));
}

/// CONNECT (RFC 9110, section 9.3.6).
net::awaitable<void> Connector::open_tunnel(Connection &connection, Url const &proxy, Job &job) {
  std::string const target =
      fmt::format("{}:{}", job.url().host(), job.url().effective_port().value_or(443));
  http::request<http::empty_body> request(http::verb::connect, target, 11);
  request.set(http::field::host, target);
  request.set(http::field::user_agent, m_options->user_agent());
  std::string const authorization = proxy_authorization(proxy);
  if (!authorization.empty()) request.set(http::field::proxy_authorization, authorization);
  error_code error;
  connection.tcp().expires_at(job.until(m_options->header));
  co_await http::async_write(connection.tcp(), request, into(error));
  http::response_parser<http::empty_body> parser;
  parser.skip(true);
  parser.header_limit(static_cast<std::uint32_t>(m_options->max_header_bytes));
  if (!error) {
    co_await http::async_read_header(connection.tcp(), connection.buffer, parser, into(error));
  }
  if (error == beast::error::timeout) {
    job.fail(stage_timed_out(job.where, Stage::connect));
  } else if (error) {
    job.fail(no_connection(job.where, error.message()));
  } else if (parser.get().result_int() / 100 != 2 || connection.buffer.size() != 0) {
    job.fail(proxy_refused(job.where, static_cast<int>(parser.get().result_int())));
  }
}

net::awaitable<void> Connector::handshake(Connection &connection, Job &job) {
  std::string const host = bare_host(job.url());
  bool const lenient = m_options->allow_invalid_tls.count(job.url().host()) != 0;
  SSL *ssl = connection.stream.native_handle();
  if (is_ip_host(job.url().host())) {
    X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host.c_str());
  } else {
    SSL_set_tlsext_host_name(ssl, host.c_str());
    SSL_set1_host(ssl, host.c_str());
  }
  connection.stream.set_verify_mode(lenient ? ssl::verify_none : ssl::verify_peer);
  error_code error;
  connection.tcp().expires_at(job.until(m_options->handshake));
  co_await connection.stream.async_handshake(ssl::stream_base::client, into(error));
  long const verdict = SSL_get_verify_result(ssl);
  if (!error) {
    if (verdict != X509_V_OK) connection.certificate_doubt = certificate_verdict(verdict);
  } else if (error == beast::error::timeout) {
    job.fail(stage_timed_out(job.where, Stage::handshake));
  } else if (verdict != X509_V_OK) {
    job.fail(certificate_refused(job.where, job.url().host(), verdict));
  } else if (error.category() == net::error::get_ssl_category()) {
    job.fail(no_tls(job.where, error.message()));
  } else {
    job.fail(connection_lost(job.where, Stage::handshake));
  }
}

}  // namespace wza::web
