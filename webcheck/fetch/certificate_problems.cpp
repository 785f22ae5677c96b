// SPDX-License-Identifier: Apache-2.0
// What is wrong with certificates, in words.
#include "webcheck/fetch/problem_words.h"
#include "webcheck/fetch/problems.h"

#include <fmt/format.h>
#include <openssl/x509_vfy.h>

namespace wza::web {

Text certificate_verdict(long verify_result) {
  switch (verify_result) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return {"证书已过期", "the certificate has expired"};
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return {"证书尚未生效", "the certificate is not valid yet"};
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
      return {"证书不是发给这个域名的", "the certificate is for another host name"};
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
      return {"证书是自签名的", "the certificate is self-signed"};
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      return {"证书的签发机构不受信任，或缺少中间证书",
              "the issuer of the certificate is not trusted, or an intermediate one is missing"};
    default:
      return {fmt::format("证书验证失败：{}", X509_verify_cert_error_string(verify_result)),
              fmt::format("the certificate did not verify: {}",
                          X509_verify_cert_error_string(verify_result))};
  }
}

Text certificate_distrusted(std::string const &host, Text const &verdict) {
  return {fmt::format("{} 的证书不可信：{}。", host, verdict.zh),
          fmt::format("The certificate of {} cannot be trusted: {}.", host, verdict.en)};
}

Problem certificate_refused(std::string const &where, std::string const &host, long verify_result) {
  return fetch_problem(
      ProblemCode::bad_certificate, where,
      certificate_distrusted(host, certificate_verdict(verify_result)),
      {fmt::format("请告知网站管理单位；确认安全后，可用 --allow-invalid-tls {} 继续检测。", host),
       fmt::format(
           "Report this to whoever runs the site; where you are sure that it is safe, go on "
           "with --allow-invalid-tls {}.",
           host)});
}

}  // namespace wza::web
