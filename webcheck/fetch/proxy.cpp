// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/proxy.h"

#include "db/base/digest.h"
#include "webcheck/fetch/problems.h"
#include "webcheck/url/host.h"
#include "webcheck/url/percent.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace wza::web {
namespace {

/// The bytes of an address and how many there are; 0 for a name.
std::pair<std::array<std::uint8_t, 16>, std::size_t> bytes_of(std::string_view host) {
  std::array<std::uint8_t, 16> out{};
  if (std::optional<std::uint32_t> const v4 = ipv4_of(host)) {
    for (std::size_t i = 0; i < 4; ++i)
      out[i] = static_cast<std::uint8_t>(*v4 >> (24 - 8 * i));
    return {out, 4};
  }
  auto const v6 =
      ipv6_of(host.starts_with('[') ? std::string(host) : "[" + std::string(host) + "]");
  if (!v6) return {out, 0};
  for (std::size_t i = 0; i < 8; ++i) {
    out[2 * i] = static_cast<std::uint8_t>((*v6)[i] >> 8);
    out[2 * i + 1] = static_cast<std::uint8_t>((*v6)[i] & 0xFF);
  }
  return {out, 16};
}

bool in_block(std::string_view host, std::string_view rule) {
  std::size_t const slash = rule.find('/');
  auto const [address, size] = bytes_of(host);
  auto const [block, block_size] = bytes_of(rule.substr(0, slash));
  if (size == 0 || size != block_size) return false;
  std::size_t bits = size * 8;
  if (slash != std::string_view::npos) {
    std::string_view const text = rule.substr(slash + 1);
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits);
    if (error != std::errc() || end != text.data() + text.size() || bits > size * 8) return false;
  }
  for (std::size_t bit = 0; bit < bits; ++bit) {
    auto const mask = static_cast<std::uint8_t>(0x80U >> (bit % 8));
    if ((address[bit / 8] & mask) != (block[bit / 8] & mask)) return false;
  }
  return true;
}

bool is_direct(std::string_view host, std::string_view rule) {
  if (rule == "*") return true;
  if (is_ip_host(host)) return in_block(host, rule);
  if (rule.starts_with('.')) rule.remove_prefix(1);
  if (rule.ends_with('.')) rule.remove_suffix(1);
  if (rule.empty() || host.size() < rule.size()) return false;
  bool const tail = ascii_iequals(host.substr(host.size() - rule.size()), rule);
  return tail && (host.size() == rule.size() || host[host.size() - rule.size() - 1] == '.');
}

Problem bad_proxy() {
  Problem out;
  out.code = ProblemCode::configuration;
  out.field = "--proxy";
  out.reason = {"代理服务器的地址无效，或者不是 HTTP 代理。",
                "The address of the proxy is not valid, or it is no HTTP proxy."};
  out.remedy = {"请写成 http://主机:端口，并检查 http_proxy、https_proxy 等环境变量。",
                "Write it as http://HOST:PORT, and check the environment variables http_proxy, "
                "https_proxy and all_proxy."};
  return out;
}

std::vector<std::string> hosts_in(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    std::size_t const end = text.find_first_of(", \t");
    if (end != 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}

}  // namespace

std::optional<Url> Proxies::of(Url const &url) const {
  std::string const host = url.host();
  bool const alone = std::any_of(direct.begin(), direct.end(),
                                 [&](std::string const &rule) { return is_direct(host, rule); });
  if (alone) return std::nullopt;
  return url.scheme() == "https" ? for_https : for_http;
}

Result<Url> parse_proxy(std::string_view text) {
  bool const named = text.find("://") != std::string_view::npos;
  std::optional<Url> const url =
      Url::parse(named ? std::string(text) : "http://" + std::string(text));
  if (!url || url->scheme() != "http" || url->host().empty()) return bad_proxy();
  // "http://host:80" says a port that the URL does not keep.
  std::size_t const authority = named ? text.find("://") + 3 : 0;
  std::string_view const rest = text.substr(authority, text.find('/', authority) - authority);
  bool const port_said = url->port() || trimmed(rest).ends_with(":80");
  if (port_said) return *url;
  std::string with_port = "http://";
  if (!url->username().empty() || !url->password().empty()) {
    with_port += url->username() + ":" + url->password() + "@";
  }
  return *Url::parse(with_port + url->host() + ":1080/");
}

Result<Proxies> proxies_of(Environment const &environment) {
  auto either = [&](std::string const &lower, std::string const &upper) {
    std::string value = environment(lower);
    return value.empty() ? environment(upper) : value;
  };
  std::string const all = either("all_proxy", "ALL_PROXY");
  Proxies out;
  auto read = [&](std::string text, std::optional<Url> &to) -> std::optional<Problem> {
    if (text.empty()) text = all;
    if (text.empty()) return std::nullopt;
    Result<Url> const url = parse_proxy(text);
    if (!url) return url.problem();
    to = *url;
    return std::nullopt;
  };
  if (auto problem = read(environment("http_proxy"), out.for_http)) return std::move(*problem);
  if (auto problem = read(either("https_proxy", "HTTPS_PROXY"), out.for_https)) {
    return std::move(*problem);
  }
  out.direct = hosts_in(either("no_proxy", "NO_PROXY"));
  return out;
}

std::string process_environment(std::string const &name) {
  char const *value = std::getenv(name.c_str());
  return value == nullptr ? std::string() : value;
}

std::string proxy_authorization(Url const &proxy) {
  if (proxy.username().empty() && proxy.password().empty()) return {};
  return "Basic " +
         base64(percent_decoded(proxy.username()) + ":" + percent_decoded(proxy.password()));
}

}  // namespace wza::web
