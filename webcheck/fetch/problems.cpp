// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/problems.h"

#include "webcheck/fetch/problem_words.h"

#include <fmt/format.h>

#include <utility>

namespace wza::web {
namespace {

TextView stage_name(Stage stage) {
  switch (stage) {
    case Stage::resolve:
      return {"查询域名", "looking up the host name"};
    case Stage::connect:
      return {"建立连接", "connecting"};
    case Stage::handshake:
      return {"建立加密连接", "the TLS handshake"};
    case Stage::send:
      return {"发送请求", "sending the request"};
    case Stage::header:
      return {"等待服务器应答", "waiting for the answer"};
    case Stage::body:
      return {"接收网页内容", "receiving the page"};
  }
  return {};
}

Text const kTryLater{"请检查网络和网站是否正常，稍后再试。",
                     "Check the network and whether the site works, and try again later."};
}  // namespace

Problem bad_url(std::string const &where) {
  return fetch_problem(ProblemCode::bad_value, where,
                       {"这不是有效的网址。", "This is not a valid URL."},
                       {"请写完整的网址，例如 https://www.example.gov.cn/。",
                        "Write the whole URL, for example https://www.example.gov.cn/."});
}

Problem unsupported_scheme(std::string const &where) {
  return fetch_problem(
      ProblemCode::bad_value, where,
      {"只能访问 http 和 https 网址。", "Only http and https URLs can be visited."},
      {"请改用 http:// 或 https:// 开头的网址。",
       "Use a URL that begins with http:// or https://."});
}

Problem host_not_found(std::string const &where, std::string const &host) {
  return fetch_problem(
      ProblemCode::unreachable, where,
      {fmt::format("找不到主机 {}。", host), fmt::format("The host {} cannot be found.", host)},
      {"请检查网址是否写对、域名是否仍在使用，以及本机能否解析域名。",
       "Check the spelling of the URL, whether the name is still in use, and whether "
       "this machine can look up names."});
}

Problem no_connection(std::string const &where, std::string const &system_reason) {
  return fetch_problem(ProblemCode::unreachable, where,
                       {fmt::format("无法连接服务器（{}）。", system_reason),
                        fmt::format("The server cannot be reached ({}).", system_reason)},
                       kTryLater);
}

Problem connection_lost(std::string const &where, Stage stage) {
  return fetch_problem(ProblemCode::unreachable, where,
                       {fmt::format("连接在“{}”时中断。", stage_name(stage).zh),
                        fmt::format("The connection was lost while {}.",
                                    stage == Stage::handshake ? "the TLS handshake was going on"
                                                              : stage_name(stage).en)},
                       kTryLater);
}

Problem stage_timed_out(std::string const &where, Stage stage) {
  return fetch_problem(ProblemCode::timed_out, where,
                       {fmt::format("“{}”超过了时间限制。", stage_name(stage).zh),
                        fmt::format("The time limit for {} was reached.", stage_name(stage).en)},
                       {"请稍后再试；网站一直很慢时，可以放宽时间限制。",
                        "Try again later; where the site is always slow, raise the time limit."});
}

Problem private_address(std::string const &where, std::string const &host) {
  return fetch_problem(
      ProblemCode::forbidden, where,
      {fmt::format("{} 指向内部网络的地址，未访问。", host),
       fmt::format("{} leads to an address of a private network and was not visited.", host)},
      {"如确需检测内网网站，请在命令中直接写出它的网址。",
       "To check a site of your own network, name its URL in the command."});
}

Problem no_tls(std::string const &where, std::string const &system_reason) {
  return fetch_problem(
      ProblemCode::unreachable, where,
      {fmt::format("无法建立加密连接（{}）。", system_reason),
       fmt::format("No encrypted connection could be made ({}).", system_reason)},
      {"网站可能只支持过时的加密方式（低于 TLS 1.2），请告知网站管理单位。",
       "The site may only know outdated encryption (below TLS 1.2); report this to "
       "whoever runs it."});
}

Problem headers_too_large(std::string const &where, std::size_t max_bytes) {
  return fetch_problem(
      ProblemCode::too_large, where,
      {fmt::format("应答头超过 {} KiB。", max_bytes / 1024),
       fmt::format("The header of the answer is larger than {} KiB.", max_bytes / 1024)},
      tell_operator());
}

Problem body_too_large(std::string const &where, std::size_t max_bytes) {
  double const mib = static_cast<double>(max_bytes) / 1048576.0;
  return fetch_problem(
      ProblemCode::too_large, where,
      {fmt::format("网页超过 {:.3g} MiB 的大小限制。", mib),
       fmt::format("The page is larger than the limit of {:.3g} MiB.", mib)},
      {"这样大的网页对使用者也难以打开，请告知网站管理单位，或放宽大小限制。",
       "A page of this size is hard on its readers too: report it to whoever runs the site, or "
       "raise the limit."});
}

Problem not_http(std::string const &where, std::string const &system_reason) {
  return fetch_problem(ProblemCode::unreachable, where,
                       {fmt::format("服务器的应答不符合 HTTP 协议（{}）。", system_reason),
                        fmt::format("The server's answer is not HTTP ({}).", system_reason)},
                       {"请检查网址和端口是否正确。", "Check the URL and its port."});
}

Problem unknown_encoding(std::string const &where, std::string const &encoding) {
  return fetch_problem(ProblemCode::unreadable, where,
                       {fmt::format("内容用无法识别的方式压缩（{}）。", encoding),
                        fmt::format("The content is encoded in an unknown way ({}).", encoding)},
                       tell_operator());
}

Problem broken_encoding(std::string const &where, std::string const &encoding) {
  return fetch_problem(ProblemCode::unreadable, where,
                       {fmt::format("压缩内容（{}）已损坏。", encoding),
                        fmt::format("The compressed content ({}) is broken.", encoding)},
                       tell_operator());
}

Problem robots_forbid(std::string const &where) {
  return fetch_problem(
      ProblemCode::robots, where,
      {"网站的 robots.txt 不允许访问。", "The site's robots.txt does not allow it."},
      {"请网站管理单位在 robots.txt 中允许 wza 访问。",
       "Ask whoever runs the site to allow wza in robots.txt."});
}

Problem robots_unavailable(std::string const &where, int status) {
  return fetch_problem(
      ProblemCode::robots, where,
      {fmt::format("robots.txt 返回错误 {}，按规定不得访问该网站。", status),
       fmt::format("robots.txt answered with error {}, so the site must not be visited.", status)},
      kTryLater);
}

Problem http_status(std::string const &where, int status) {
  return fetch_problem(
      ProblemCode::not_found, where,
      {fmt::format("服务器返回错误 {}。", status),
       fmt::format("The server answered with error {}.", status)},
      {"请检查网址是否正确；如果是站内链接，请告知网站管理单位。",
       "Check the URL; where it is a link of the site itself, report it to whoever runs "
       "the site."});
}

Problem redirect_out_of_scope(std::string const &where, std::string const &target) {
  return fetch_problem(ProblemCode::conflict, where,
                       {fmt::format("跳转到检测范围以外的 {}。", target),
                        fmt::format("It redirects to {}, which is out of scope.", target)},
                       {"如需检测该网站，请在命令中写出它的网址。",
                        "To check that site, name its URL in the command."});
}

Problem body_truncated(std::string const &where) {
  return fetch_problem(
      ProblemCode::unreadable, where,
      {"网页没有传完连接就断开了，只收到一部分。",
       "The connection ended before the page was complete; only part of it came."},
      {"已对收到的部分作检测，结果不作为整页的结论；请检查服务器，再重新检测。",
       "What came was tested, but does not count as a test of the whole page; look at "
       "the server and check again."});
}

Problem saved_state_differs(std::string const &where) {
  return fetch_problem(
      ProblemCode::conflict, where,
      {"保存的检测进度与这次的设置不一致，无法继续。",
       "The saved progress does not belong to these settings; it cannot be continued."},
      {"请用与上次相同的命令继续，或重新开始一次检测。",
       "Go on with the same command as before, or begin a new crawl."});
}

Problem interrupted(std::string const &where) {
  return fetch_problem(ProblemCode::budget, where,
                       {"操作被中断，尚未访问。", "Interrupted before it was visited."},
                       {"再次运行同一命令即可继续。", "Run the same command again to go on."});
}

Problem host_given_up(std::string const &where, std::string const &host) {
  return fetch_problem(
      ProblemCode::unreachable, where,
      {fmt::format("{} 连续多次没有应答，不再访问其余页面。", host),
       fmt::format("{} did not answer several times in a row; its other pages were not "
                   "asked for.",
                   host)},
      kTryLater);
}

Problem trap_pattern(std::string const &where, std::string const &pattern) {
  return fetch_problem(
      ProblemCode::too_large, where,
      {fmt::format("网址样式“{}”下的许多网页没有带来新内容，或者只通向彼此，像是没有尽头的链接，"
                   "不再访问其余页面。",
                   pattern),
       fmt::format("Many pages of the form \"{}\" brought nothing new or led only to each other, "
                   "like links without end; the others were not asked for.",
                   pattern)},
      {fmt::format("如果这些是真正的网页，请用 --follow '{}' 再次检测。", pattern),
       fmt::format("If these are real pages, crawl again with --follow '{}'.", pattern)});
}

Problem overgrown(std::string const &where) {
  return fetch_problem(
      ProblemCode::too_large, where,
      {"这个网址太长、层次太多，或者反复出现同样的部分，像是没有尽头的链接，没有访问。",
       "The address is too long, too deep or repeats itself, like links without end; it was not "
       "asked for."},
      {"请检查页面里的相对链接是否写错。", "Check whether relative links of the site are wrong."});
}

Problem redirect_loop(std::string const &where, std::string const &again) {
  Problem out =
      fetch_problem(ProblemCode::unreachable, where,
                    {fmt::format("跳转形成了死循环，又回到 {}。", again),
                     fmt::format("The redirects go in a circle and come back to {}.", again)},
                    tell_operator());
  out.field = "Location";
  return out;
}

Problem too_many_redirects(std::string const &where, std::size_t hops) {
  Problem out = fetch_problem(ProblemCode::unreachable, where,
                              {fmt::format("连续跳转超过 {} 次。", hops),
                               fmt::format("There are more than {} redirects in a row.", hops)},
                              tell_operator());
  out.field = "Location";
  return out;
}

Problem redirect_nowhere(std::string const &where) {
  Problem out = fetch_problem(
      ProblemCode::unreachable, where,
      {"服务器要求跳转，但没有给出有效的网址。", "The server redirects, but names no valid URL."},
      tell_operator());
  out.field = "Location";
  return out;
}

}  // namespace wza::web
