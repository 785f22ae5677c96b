// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/answer_problems.h"

#include "webcheck/fetch/problem_words.h"

#include <fmt/format.h>

#include <utility>

namespace wza::web {

Problem answer_too_slow(std::string const &where, std::size_t bytes_per_second) {
  return fetch_problem(
      ProblemCode::timed_out, where,
      {fmt::format("服务器发送得太慢，每秒不到 {} 字节。", bytes_per_second),
       fmt::format("The server sends less than {} bytes a second.", bytes_per_second)},
      {"请稍后再试；网站一直很慢时，请告知网站管理单位。",
       "Try again later; where the site is always slow, report it to whoever runs it."});
}

Problem decoded_too_large(std::string const &where, std::size_t times) {
  return fetch_problem(
      ProblemCode::too_large, where,
      {fmt::format("压缩内容展开后超过原大小的 {} 倍，已停止解压。", times),
       fmt::format("The compressed content grows to more than {} times its size and was "
                   "not unpacked any further.",
                   times)},
      tell_operator());
}

Problem unasked_status(std::string const &where, int status) {
  return fetch_problem(
      ProblemCode::unreadable, where,
      {fmt::format("服务器返回了没有请求过的应答 {}，没有给出网页。", status),
       fmt::format("The server answered {}, which was not asked for, and gave no page.", status)},
      tell_operator());
}

Problem proxy_refused(std::string const &where, int status) {
  return fetch_problem(ProblemCode::unreachable, where,
                       {fmt::format("代理服务器拒绝转接（{}）。", status),
                        fmt::format("The proxy refused to connect ({}).", status)},
                       {"请检查代理服务器的地址、用户和权限。",
                        "Check the address of the proxy, its user and its rights."});
}

Problem other_type(std::string const &where, std::string const &type) {
  return fetch_problem(ProblemCode::unreadable, where,
                       {fmt::format("服务器称其为网页，但内容是 {}。", type),
                        fmt::format("The server calls it a page, but it is {}.", type)},
                       tell_operator());
}

Problem no_content(std::string const &where, int status) {
  return fetch_problem(ProblemCode::unreadable, where,
                       {fmt::format("服务器回答 {}，没有内容。", status),
                        fmt::format("The server answered {}, without content.", status)},
                       {"请在浏览器里确认这个网址。", "Check the address in a browser."});
}

}  // namespace wza::web
