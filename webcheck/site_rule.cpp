// SPDX-License-Identifier: Apache-2.0
#include "webcheck/site_rule.h"

#include "webcheck/engine.h"

#include <array>

namespace wza::web {
namespace {

constexpr std::array kLostInLinks{People::blind, People::low_vision, People::motor,
                                  People::cognitive};
constexpr std::array kStoppedByWarnings{People::blind, People::low_vision, People::cognitive};

}  // namespace

constexpr SiteRule kBrokenLink{
    .id = "broken-link",
    .severity = Severity::moderate,
    .people = kLostInLinks,
    .title = {"链接指向的网页都存在", "Links lead to pages that exist"},
    .help = {
        "读屏用户和键盘用户要很多步才能找到并打开一个链接，打开的却是错误页，还要原路返回；有认知"
        "障碍的人往往以为是自己做错了。请把链接改为现在的网址，或删除链接；网页搬走了的，请让旧"
        "网址跳转（301）到新网址。只检查本次检测范围内的网址，站外链接不检查。",
        "With a screen reader or a keyboard it takes many steps to find a link and open it; what "
        "opens is an error, and the way back is as long. People with cognitive disabilities often "
        "think that the fault is theirs. Correct the link or take it away; where a page has "
        "moved, let its old address redirect (301) to the new one. Only addresses within the "
        "scope of the crawl are tested, links to other sites are not."}};

constexpr SiteRule kInvalidCertificate{
    .id = "invalid-certificate",
    .severity = Severity::critical,
    .people = kStoppedByWarnings,
    .title = {"网站的证书有效", "The certificate of the site is valid"},
    .help = {
        "证书无效时，浏览器先显示一整页警告。读屏用户、老年人和有认知障碍的人很难判断警告是否要"
        "紧、怎样继续，往往就此放弃；继续访问的人则可能遇到冒充的网站，所填内容被人看到。请换上"
        "由受信任机构签发、写明本网站域名、在有效期内的证书，同时装上中间证书，并在到期前自动"
        "更新。",
        "With an invalid certificate a browser shows a page of warnings first. People who use a "
        "screen reader, are old or have cognitive disabilities can hardly judge how grave it is "
        "and how to go on, and give up; whoever goes on may meet an impostor. Install a "
        "certificate of a trusted issuer that names this host and has not expired, with the "
        "intermediate ones, and renew it automatically in time."}};

std::span<SiteRule const *const> site_rules() {
  static constexpr std::array<SiteRule const *, 2> kAll{&kBrokenLink, &kInvalidCertificate};
  return kAll;
}

std::optional<RuleWords> words_of_rule(std::string_view id) {
  if (Rule const *const rule = find_rule(id)) return RuleWords{rule->title, rule->help};
  for (SiteRule const *const rule : site_rules()) {
    if (rule->id == id) return RuleWords{rule->title, rule->help};
  }
  return std::nullopt;
}

}  // namespace wza::web
