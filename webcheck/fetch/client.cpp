// SPDX-License-Identifier: Apache-2.0
// Coroutines here keep to what g++ 12 compiles correctly: no aggregate parameters, and no capturing
// lambda inside an expression with co_await.
#include "webcheck/fetch/client.h"

#include "webcheck/fetch/address.h"
#include "webcheck/fetch/decode.h"
#include "webcheck/fetch/problems.h"
#include "webcheck/url/host.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <map>
#include <optional>
#include <utility>  // before Asio, whose headers of 1.74 need it
#include <vector>

namespace wza::web {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace ssl = net::ssl;
using boost::system::error_code;
using net::ip::tcp;

/// A connection to one server; for plain HTTP only the lower layer of the stream is used.
struct Connection {
  Connection(net::io_context &io, ssl::context &context) : stream(io, context) {}
  beast::tcp_stream &tcp() { return stream.next_layer(); }

  beast::ssl_stream<beast::tcp_stream> stream;
  beast::flat_buffer buffer;
  std::optional<Text> certificate_doubt;
};

/// One request on its way; the coroutines leave their result here.
struct Job {
  Job(Url const &u, std::string w) : url(u), where(std::move(w)) {}
  void fail(Problem p) {
    if (!problem) problem = std::move(p);
  }

  Url const &url;
  std::string where;
  std::optional<Problem> problem;
  Response response;
  std::optional<ByteRange> range;
  bool heard = false;  ///< a byte of the answer came
  bool reusable = false;
};

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

std::string host_header(Url const &url) {
  return url.port() ? fmt::format("{}:{}", url.host(), *url.port()) : url.host();
}

Problem transport_problem(Job const &job, error_code const &error, Stage stage) {
  if (error == beast::error::timeout) return stage_timed_out(job.where, stage);
  if (error.category() == http::make_error_code(http::error::end_of_stream).category() &&
      error != http::error::end_of_stream && error != http::error::partial_message) {
    return not_http(job.where, error.message());
  }
  return connection_lost(job.where, stage);
}

}  // namespace

class Client::Impl {
 public:
  explicit Impl(FetchOptions options) : m_options(std::move(options)) {
    m_tls.set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 |
                      ssl::context::no_tlsv1_1 | ssl::context::no_sslv2 | ssl::context::no_sslv3);
    m_tls.set_default_verify_paths();
    if (m_options.extra_ca_file.empty()) return;
    error_code error;
    m_tls.load_verify_file(m_options.extra_ca_file, error);
    if (error) {
      throw Error(
          fmt::format("{}: 无法读取证书文件，请检查路径和格式（PEM） / the certificate file "
                      "cannot be read, check its path and format (PEM)",
                      m_options.extra_ca_file),
          ExitCode::configuration);
    }
  }

  Result<Response> get(Url const &url, std::optional<ByteRange> range = std::nullopt) {
    std::string const where = url.without_fragment().without_credentials().href();
    if (!url.is_http()) return unsupported_scheme(where);
    Job job(url, where);
    job.response.url = url;
    job.range = range;
    std::exception_ptr thrown;
    auto finished = [&](std::exception_ptr error) {
      thrown = std::move(error);
      m_io.stop();
    };
    m_io.restart();
    net::co_spawn(m_io, run(job), finished);
    m_io.run();
    if (thrown) std::rethrow_exception(thrown);
    if (job.problem) return std::move(*job.problem);
    return decoded(std::move(job));
  }

 private:
  static auto into(error_code &error) { return net::redirect_error(net::use_awaitable, error); }

  net::awaitable<void> run(Job &job) {
    std::string const key = job.url.origin();
    auto const kept = m_idle.find(key);
    if (kept != m_idle.end()) {
      std::unique_ptr<Connection> connection = std::move(kept->second);
      m_idle.erase(kept);
      co_await exchange_on(*connection, job);
      if (!job.problem) {
        keep(key, std::move(connection), job);
        co_return;
      }
      // A server may close an idle connection at any time (RFC 9112, section 9.3.1): ask again.
      if (job.heard || job.problem->code == ProblemCode::timed_out) co_return;
      job.problem.reset();
    }
    auto connection = std::make_unique<Connection>(m_io, m_tls);
    co_await open(*connection, job);
    if (job.problem) co_return;
    co_await exchange_on(*connection, job);
    if (!job.problem) keep(key, std::move(connection), job);
  }

  void keep(std::string const &key, std::unique_ptr<Connection> connection, Job const &job) {
    constexpr std::size_t kMostIdle = 16;
    if (!job.reusable) return;
    if (m_idle.size() >= kMostIdle) m_idle.erase(m_idle.begin());
    m_idle[key] = std::move(connection);
  }

  net::awaitable<void> open(Connection &connection, Job &job) {
    std::vector<tcp::endpoint> endpoints;
    co_await resolve(job, endpoints);
    if (job.problem) co_return;
    error_code error;
    connection.tcp().expires_after(m_options.connect);
    co_await connection.tcp().async_connect(endpoints, into(error));
    if (error == beast::error::timeout) {
      job.fail(stage_timed_out(job.where, Stage::connect));
    } else if (error) {
      job.fail(no_connection(job.where, error.message()));
    } else {
      error_code ignored;
      connection.tcp().socket().set_option(tcp::no_delay(true), ignored);
      if (job.url.scheme() == "https") co_await handshake(connection, job);
    }
  }

  net::awaitable<void> resolve(Job &job, std::vector<tcp::endpoint> &endpoints) {
    std::string const host = bare_host(job.url);
    std::uint16_t const port = job.url.effective_port().value_or(80);
    error_code error;
    net::ip::address const literal = net::ip::make_address(host, error);
    if (!error) {
      endpoints.emplace_back(literal, port);
    } else {
      auto lookup = std::make_shared<Lookup>(m_io);
      auto resolved = [lookup, port](error_code const &e, tcp::resolver::results_type const &all) {
        lookup->error = e;
        for (auto const &entry : all) {
          lookup->endpoints.emplace_back(entry.endpoint().address(), port);
        }
        lookup->timer.cancel();
      };
      lookup->timer.expires_after(m_options.resolve);
      lookup->resolver.async_resolve(host, std::string(), std::move(resolved));
      co_await lookup->timer.async_wait(into(error));
      if (lookup->error == net::error::would_block) {
        lookup->resolver.cancel();
        job.fail(stage_timed_out(job.where, Stage::resolve));
        co_return;
      }
      endpoints = lookup->endpoints;
      if (lookup->error || endpoints.empty()) {
        job.fail(host_not_found(job.where, job.url.host()));
        co_return;
      }
    }
    if (m_options.named_hosts.count(job.url.host()) != 0) co_return;
    // The addresses that were judged are the ones that are connected to; no second lookup.
    std::erase_if(endpoints, [](tcp::endpoint const &e) { return !is_public(e.address()); });
    if (endpoints.empty()) job.fail(private_address(job.where, job.url.host()));
  }

  net::awaitable<void> handshake(Connection &connection, Job &job) {
    std::string const host = bare_host(job.url);
    bool const lenient = m_options.allow_invalid_tls.count(job.url.host()) != 0;
    SSL *ssl = connection.stream.native_handle();
    if (is_ip_host(job.url.host())) {
      X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host.c_str());
    } else {
      SSL_set_tlsext_host_name(ssl, host.c_str());
      SSL_set1_host(ssl, host.c_str());
    }
    connection.stream.set_verify_mode(lenient ? ssl::verify_none : ssl::verify_peer);
    error_code error;
    connection.tcp().expires_after(m_options.handshake);
    co_await connection.stream.async_handshake(ssl::stream_base::client, into(error));
    long const verdict = SSL_get_verify_result(ssl);
    if (!error) {
      if (verdict != X509_V_OK) connection.certificate_doubt = certificate_verdict(verdict);
    } else if (error == beast::error::timeout) {
      job.fail(stage_timed_out(job.where, Stage::handshake));
    } else if (verdict != X509_V_OK) {
      job.fail(certificate_refused(job.where, job.url.host(), verdict));
    } else if (error.category() == net::error::get_ssl_category()) {
      job.fail(no_tls(job.where, error.message()));
    } else {
      job.fail(connection_lost(job.where, Stage::handshake));
    }
  }

  net::awaitable<void> exchange_on(Connection &connection, Job &job) {
    if (job.url.scheme() == "https") {
      job.response.certificate_doubt = connection.certificate_doubt;
      co_await exchange(connection.stream, connection, job);
    } else {
      co_await exchange(connection.tcp(), connection, job);
    }
  }

  template <class Stream>
  net::awaitable<void> exchange(Stream &stream, Connection &connection, Job &job) {
    http::request<http::empty_body> request(http::verb::get, job.url.request_target(), 11);
    request.set(http::field::host, host_header(job.url));
    request.set(http::field::user_agent, m_options.user_agent());
    request.set(http::field::accept,
                "text/html,application/xhtml+xml,text/css;q=0.9,text/plain;q=0.8,*/*;q=0.1");
    request.set(http::field::accept_language, "zh-CN,zh;q=0.9,en;q=0.5");
    if (job.range) {
      request.set(http::field::range,
                  fmt::format("bytes={}-{}", job.range->first, job.range->last));
    }
    request.set(http::field::accept_encoding, job.range ? "identity" : "gzip, deflate, br");
    std::size_t const most = job.range
                                 ? static_cast<std::size_t>(job.range->last - job.range->first + 1)
                                 : m_options.max_wire_bytes;
    error_code error;
    connection.tcp().expires_after(m_options.header);
    co_await http::async_write(stream, request, into(error));
    if (error) {
      job.fail(transport_problem(job, error, Stage::send));
      co_return;
    }
    std::optional<http::response_parser<http::string_body>> parser;
    constexpr int kMostInterimAnswers = 8;
    for (int i = 0; i < kMostInterimAnswers; ++i) {
      parser.emplace();
      parser->header_limit(static_cast<std::uint32_t>(m_options.max_header_bytes));
      parser->body_limit(most);
      co_await http::async_read_header(stream, connection.buffer, *parser, into(error));
      job.heard = job.heard || parser->got_some();
      bool const interim = !error && parser->get().result_int() / 100 == 1;
      if (!interim) break;  // 1xx comes before the answer (RFC 9110, section 15.2)
    }
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
      job.fail(headers_too_large(job.where, m_options.max_header_bytes));
    } else if (error == http::error::body_limit) {
      job.fail(body_too_large(job.where, m_options.max_wire_bytes));
    } else if (error) {
      job.fail(transport_problem(job, error, Stage::header));
    }
    if (job.problem) co_return;
    connection.tcp().expires_after(m_options.body);
    parser->eager(true);
    while (!error && !parser->is_done()) {
      co_await http::async_read_some(stream, connection.buffer, *parser, into(error));
    }
    connection.tcp().expires_never();
    take(*parser, error, job);
    job.reusable = !job.problem && parser->is_done() && parser->keep_alive() &&
                   connection.buffer.size() == 0 && !job.response.truncated;
  }

  void take(http::response_parser<http::string_body> &parser, error_code const &error, Job &job) {
    if (error == http::error::body_limit) {
      job.fail(body_too_large(job.where, m_options.max_wire_bytes));
    } else if (error == beast::error::timeout) {
      job.fail(stage_timed_out(job.where, Stage::body));
    } else if (error && !is_end(error)) {
      job.fail(transport_problem(job, error, Stage::body));
    }
    if (job.problem) return;
    // A body without a declared length ends with the connection; TLS servers often forget to say
    // goodbye. Any other early end cuts the body short.
    job.response.truncated = error && !parser.need_eof();
    auto &message = parser.get();
    job.response.status = static_cast<int>(message.result_int());
    for (auto const &field : message) {
      job.response.headers.push_back(
          {std::string(field.name_string()), std::string(field.value())});
    }
    job.response.body = std::move(message.body());
    job.response.wire_bytes = job.response.body.size();
  }

  static bool is_end(error_code const &error) {
    return error == http::error::partial_message || error == http::error::end_of_stream ||
           error == net::error::eof || error == net::error::connection_reset ||
           error == ssl::error::stream_truncated;
  }

  Result<Response> decoded(Job job) const {
    Response &response = job.response;
    std::string encodings;
    for (HeaderField const &field : response.headers) {
      if (!ascii_iequals(field.name, "Content-Encoding")) continue;
      if (!encodings.empty()) encodings += ",";
      encodings += field.value;
    }
    Result<DecodedBody> body =
        decode_content(std::move(response.body), encodings, m_options.max_decoded_bytes, job.where);
    if (!body) return std::move(body).problem();
    response.body = std::move(body->bytes);
    response.truncated = response.truncated || !body->complete;
    return std::move(response);
  }

  FetchOptions m_options;
  net::io_context m_io{1};  // before the connections: they must die first
  ssl::context m_tls{ssl::context::tls_client};
  std::map<std::string, std::unique_ptr<Connection>> m_idle;  ///< by origin
};

std::string FetchOptions::user_agent() const {
  return contact.empty() ? "wza/0.1" : fmt::format("wza/0.1 (+{})", contact);
}

Client::Client(FetchOptions options) : m_impl(std::make_unique<Impl>(std::move(options))) {}
Client::~Client() = default;
Result<Response> Client::get(Url const &url) {
  return m_impl->get(url);
}
Result<Response> Client::get_part(Url const &url, ByteRange range) {
  return m_impl->get(url, range);
}

}  // namespace wza::web
