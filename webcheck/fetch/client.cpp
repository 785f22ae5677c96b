// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/client.h"

#include "webcheck/fetch/answer_problems.h"
#include "webcheck/fetch/connector.h"
#include "webcheck/fetch/decode.h"
#include "webcheck/fetch/problems.h"
#include "webcheck/fetch/request_fields.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/beast/http.hpp>
#include <fmt/format.h>

#include <exception>
#include <limits>
#include <map>

namespace wza::web {
namespace {

namespace http = beast::http;
using RequestMessage = http::request<http::string_body>;
using Parser = http::response_parser<http::string_body>;

Problem transport_problem(Job const &job, error_code const &error, Stage stage) {
  if (error == beast::error::timeout) return stage_timed_out(job.where, stage);
  if (error.category() == http::make_error_code(http::error::end_of_stream).category() &&
      error != http::error::end_of_stream && error != http::error::partial_message) {
    return not_http(job.where, error.message());
  }
  return connection_lost(job.where, stage);
}

bool is_end(error_code const &error) {
  return error == http::error::partial_message || error == http::error::end_of_stream ||
         error == net::error::eof || error == net::error::connection_reset ||
         error == net::ssl::error::stream_truncated;
}

/// True for the statuses that only a request of a certain kind may get.
bool is_unasked(FetchRequest const &request, int status) {
  return status / 100 == 1 || (status == 206 && !request.part) ||
         (status == 304 && request.known.empty());
}

}  // namespace

class Client::Impl {
 public:
  explicit Impl(FetchOptions options)
      : m_options(std::move(options)), m_connector(m_io, m_options) {
    if (!m_options.cookies) m_options.cookies = std::make_shared<CookieStore>();
  }

  Result<Response> send(FetchRequest const &request) {
    std::string const where = request.url.without_fragment().without_credentials().href();
    if (!request.url.is_http()) return unsupported_scheme(where);
    Job job(request, where, m_options.total);
    job.response.url = request.url;
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
    return decoded(job);
  }

 private:
  net::awaitable<void> run(Job &job) {
    std::string const key = job.url().origin();
    std::unique_ptr<Connection> connection = kept(key);
    if (connection) {
      co_await exchange_on(*connection, job);
      if (!job.problem) {
        keep(key, std::move(connection), job);
        co_return;
      }
      // A server may close an idle connection at any time (RFC 9112, section 9.3.1): ask again.
      bool const final = job.heard || job.problem->code == ProblemCode::timed_out;
      if (final || job.request.form) co_return;
      job.problem.reset();
    }
    connection.reset();
    co_await m_connector.open(connection, job);
    if (!connection) co_return;
    co_await exchange_on(*connection, job);
    if (!job.problem) keep(key, std::move(connection), job);
  }

  /// The open connection to that origin. One over which something came that nobody asked for would
  /// answer the next question with it, and is dropped.
  std::unique_ptr<Connection> kept(std::string const &key) {
    auto const at = m_idle.find(key);
    if (at == m_idle.end()) return nullptr;
    std::unique_ptr<Connection> out = std::move(at->second);
    m_idle.erase(at);
    error_code error;
    bool const plain = key.starts_with("http:");
    if (plain && (out->tcp().socket().available(error) > 0 || error)) return nullptr;
    return out;
  }

  void keep(std::string const &key, std::unique_ptr<Connection> connection, Job const &job) {
    constexpr std::size_t kMostIdle = 16;
    if (!job.reusable) return;
    if (m_idle.size() >= kMostIdle) m_idle.erase(m_idle.begin());
    m_idle[key] = std::move(connection);
  }

  net::awaitable<void> exchange_on(Connection &connection, Job &job) {
    if (job.url().scheme() == "https") {
      job.response.certificate_doubt = connection.certificate_doubt;
      co_await exchange(connection.stream, connection, job);
    } else {
      co_await exchange(connection.tcp(), connection, job);
    }
  }

  RequestMessage message_of(FetchRequest const &request, bool to_proxy) const {
    http::verb const method = request.form   ? http::verb::post
                              : request.head ? http::verb::head
                                             : http::verb::get;
    RequestMessage out(method, request_target(request, to_proxy), 11);
    for (HeaderField const &field : request_fields(request, m_options, to_proxy, m_clock.now())) {
      out.set(field.name, field.value);
    }
    if (request.form) {
      out.body() = *request.form;
      out.prepare_payload();
    }
    return out;
  }

  std::uint64_t most_of(FetchRequest const &request) const {
    if (request.enough || request.head) return std::numeric_limits<std::uint64_t>::max();
    if (request.part) return request.part->last - request.part->first + 1;
    return m_options.max_wire_bytes;
  }

  template <class Stream>
  net::awaitable<void> exchange(Stream &stream, Connection &connection, Job &job) {
    RequestMessage const request = message_of(job.request, connection.to_proxy);
    error_code error;
    connection.tcp().expires_at(job.until(m_options.header));
    co_await http::async_write(stream, request, into(error));
    if (error) {
      job.fail(transport_problem(job, error, Stage::send));
      co_return;
    }
    std::optional<Parser> parser;
    constexpr int kMostInterimAnswers = 8;
    for (int i = 0; i < kMostInterimAnswers; ++i) {
      parser.emplace();
      parser->header_limit(static_cast<std::uint32_t>(m_options.max_header_bytes));
      parser->body_limit(most_of(job.request));
      parser->skip(job.request.head);
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
    } else if (is_unasked(job.request, static_cast<int>(parser->get().result_int()))) {
      job.fail(unasked_status(job.where, static_cast<int>(parser->get().result_int())));
    }
    if (job.problem) co_return;
    co_await read_body(stream, connection, *parser, job, error);
    take(*parser, error, job);
    job.reusable = !job.problem && parser->is_done() && parser->keep_alive() &&
                   connection.buffer.size() == 0 && !job.response.truncated;
    // A body that comes in spite of HEAD would answer the next request; with TLS nobody sees it
    // before.
    if (job.request.head && job.url().scheme() == "https") job.reusable = false;
  }

  /// Reads to the end, as long as it comes at the least rate and within the time.
  template <class Stream>
  net::awaitable<void> read_body(Stream &stream, Connection &connection, Parser &parser, Job &job,
                                 error_code &error) {
    auto const began = std::chrono::steady_clock::now();
    auto const end = job.until(m_options.body);
    parser.eager(true);
    while (!error && !parser.is_done()) {
      std::size_t const got = parser.get().body().size();
      if (job.request.enough && got >= *job.request.enough) {
        job.response.truncated = true;
        break;
      }
      auto const earned = std::chrono::milliseconds(got * 1000 / m_options.min_rate);
      auto const slow = began + std::max(m_options.slow_after, earned);
      connection.tcp().expires_at(std::min(end, slow));
      co_await http::async_read_some(stream, connection.buffer, parser, into(error));
      if (error == beast::error::timeout && slow < end) {
        job.fail(answer_too_slow(job.where, m_options.min_rate));
      }
    }
    connection.tcp().expires_never();
  }

  void take(Parser &parser, error_code const &error, Job &job) {
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
    Response &response = job.response;
    response.truncated = response.truncated || (error && !parser.need_eof());
    auto &message = parser.get();
    response.status = static_cast<int>(message.result_int());
    for (auto const &field : message) {
      response.headers.push_back({std::string(field.name_string()), std::string(field.value())});
      if (field.name() != http::field::set_cookie) continue;
      bool const changed =
          m_options.cookies->take(job.url(), response.headers.back().value, m_clock.now());
      response.cookie_set = response.cookie_set || changed;
    }
    response.body = std::move(message.body());
    response.wire_bytes = response.body.size();
  }

  Result<Response> decoded(Job &job) const {
    Response &response = job.response;
    if (job.request.head) return std::move(response);
    std::string encodings;
    for (HeaderField const &field : response.headers) {
      if (!ascii_iequals(field.name, "Content-Encoding")) continue;
      if (!encodings.empty()) encodings += ",";
      encodings += field.value;
    }
    DecodeLimits limits;
    limits.max_bytes = job.request.enough.value_or(m_options.max_decoded_bytes);
    limits.cut = job.request.enough.has_value();
    Result<DecodedBody> body =
        decode_content(std::move(response.body), encodings, limits, job.where);
    if (!body) return std::move(body).problem();
    response.body = std::move(body->bytes);
    if (limits.cut && response.body.size() > limits.max_bytes) {
      response.body.resize(limits.max_bytes);
      response.truncated = true;
    }
    response.truncated = response.truncated || !body->complete;
    return std::move(response);
  }

  FetchOptions m_options;
  SystemClock m_clock;
  net::io_context m_io{1};  // before the connections: they must die first
  Connector m_connector;
  std::map<std::string, std::unique_ptr<Connection>> m_idle;  ///< by origin
};

std::string FetchOptions::user_agent() const {
  return contact.empty() ? "wza/0.1" : fmt::format("wza/0.1 (+{})", contact);
}

Client::Client(FetchOptions options) : m_impl(std::make_unique<Impl>(std::move(options))) {}
Client::~Client() = default;
Result<Response> Client::get(Url const &url) {
  return send(FetchRequest{url});
}
Result<Response> Client::get_part(Url const &url, ByteRange range) {
  return send(FetchRequest{url, range});
}
Result<Response> Client::send(FetchRequest const &request) {
  return m_impl->send(request);
}

}  // namespace wza::web
