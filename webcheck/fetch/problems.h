// SPDX-License-Identifier: Apache-2.0
// What can go wrong between us and a web server, in words: one function a cause. `where` is the URL
// that was asked for.
#pragma once

#include "db/base/error.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace wza::web {

/// The stages of a request, each with a time limit of its own.
enum class Stage : std::uint8_t { resolve, connect, handshake, send, header, body };

Problem bad_url(std::string const &where);
Problem unsupported_scheme(std::string const &where);
Problem host_not_found(std::string const &where, std::string const &host);
Problem no_connection(std::string const &where, std::string const &system_reason);
Problem connection_lost(std::string const &where, Stage stage);
Problem stage_timed_out(std::string const &where, Stage stage);
Problem private_address(std::string const &where, std::string const &host);
Problem no_tls(std::string const &where, std::string const &system_reason);
/// `verify_result` is an X509_V_ERR_… number of OpenSSL.
Problem certificate_refused(std::string const &where, std::string const &host, long verify_result);
Problem headers_too_large(std::string const &where, std::size_t max_bytes);
Problem body_too_large(std::string const &where, std::size_t max_bytes);
Problem not_http(std::string const &where, std::string const &system_reason);
Problem unknown_encoding(std::string const &where, std::string const &encoding);
Problem broken_encoding(std::string const &where, std::string const &encoding);
Problem robots_forbid(std::string const &where);
/// robots.txt answered with a server error (RFC 9309, section 2.3.1.4).
Problem robots_unavailable(std::string const &where, int status);
Problem http_status(std::string const &where, int status);
Problem redirect_out_of_scope(std::string const &where, std::string const &target);
/// The connection ended before the declared end of the page.
Problem body_truncated(std::string const &where);
/// The address has the pattern of a trap: many like it brought nothing new.
Problem trap_pattern(std::string const &where, std::string const &pattern);
/// The address is too long, too deep or repeats itself.
Problem overgrown(std::string const &where);
/// What a run saved does not belong to what is asked for now.
Problem saved_state_differs(std::string const &where);
/// The user broke off while we waited for our turn.
Problem interrupted(std::string const &where);
/// The host did not answer so often that the rest of its addresses are not asked for.
Problem host_given_up(std::string const &where, std::string const &host);
/// These three have the field "Location".
Problem redirect_loop(std::string const &where, std::string const &again);
Problem too_many_redirects(std::string const &where, std::size_t hops);
Problem redirect_nowhere(std::string const &where);

/// What OpenSSL's verdict on a certificate means.
Text certificate_verdict(long verify_result);
/// The same as a sentence that names the host.
Text certificate_distrusted(std::string const &host, Text const &verdict);

}  // namespace wza::web
