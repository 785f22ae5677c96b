// SPDX-License-Identifier: Apache-2.0
// HTTP/1.1 and HTTPS (RFC 9110, 9112) with a limit at every stage. Certificates are verified with
// the host name; addresses of private networks are visited only where the user named the host or
// allowed them. One connection a host is kept open. Asio, Beast and OpenSSL stay inside client.cpp
// and connector.cpp.
#pragma once

#include "db/base/secret.h"
#include "webcheck/fetch/cookies.h"
#include "webcheck/fetch/fetcher.h"
#include "webcheck/fetch/proxy.h"

#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace wza::web {

struct FetchOptions {
  std::chrono::milliseconds resolve{10'000};    ///< looking up the host name
  std::chrono::milliseconds connect{10'000};    ///< all its addresses together
  std::chrono::milliseconds handshake{10'000};  ///< TLS
  std::chrono::milliseconds header{20'000};     ///< from the request to the end of the header
  std::chrono::milliseconds body{60'000};       ///< the whole body
  std::chrono::milliseconds total{90'000};      ///< all stages together
  /// From here on into the body, less than `min_rate` on the average ends the request.
  std::chrono::milliseconds slow_after{15'000};
  std::size_t min_rate = 1024;  ///< bytes a second
  std::size_t max_header_bytes = 64 * 1024;
  std::size_t max_wire_bytes = 10 * 1024 * 1024;     ///< of the body, as transferred
  std::size_t max_decoded_bytes = 20 * 1024 * 1024;  ///< of the body, decompressed
  std::string contact;  ///< URL or mail address in the User-Agent; empty: none
  /// Hosts that the user named himself: they may have a private address. Serialised as in Url.
  std::set<std::string> named_hosts;
  /// Any host may have a private address.
  bool allow_private = false;
  /// Hosts whose certificate may be invalid; the doubt is told with each answer.
  std::set<std::string> allow_invalid_tls;
  /// PEM file with certificates that are trusted beside the system's; empty: none.
  std::string extra_ca_file;
  Proxies proxies;
  /// Authorization fields by origin; sent to that origin alone.
  std::map<std::string, Secret> authorization;
  /// Shared by the clients of one run; nothing: a store of its own.
  std::shared_ptr<CookieStore> cookies;

  /// "wza/0.1 (+CONTACT)".
  std::string user_agent() const;
};

class Client final : public Fetcher {
 public:
  /// Throws wza::Error(configuration) where the file of extra certificates cannot be read.
  explicit Client(FetchOptions options);
  ~Client() override;
  Client(Client const &) = delete;
  Client &operator=(Client const &) = delete;

  Result<Response> get(Url const &url) override;
  Result<Response> get_part(Url const &url, ByteRange range) override;
  Result<Response> send(FetchRequest const &request) override;

 private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace wza::web
