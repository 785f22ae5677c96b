// SPDX-License-Identifier: Apache-2.0
// wza site: how each web site is crawled, and how often.
#include "audit/actor.h"
#include "audit/app.h"
#include "audit/cli/command.h"
#include "audit/cli/site_options.h"
#include "audit/cli/values.h"
#include "audit/report/sites.h"
#include "db/sqlite/transaction.h"
#include "db/store/districts.h"
#include "db/store/site_settings.h"
#include "webcheck/url/normalize.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace wza::audit {
namespace {

struct Options {
  std::string action;
  std::optional<std::string> url, every;
  SiteOptions site;
  bool allow_invalid_tls = false, pause = false;
  std::vector<std::string> unset;
  std::string format = "text";
};

/// What --unset may name, with what it does.
struct Unset {
  std::string_view name;
  void (*clear)(SiteSettings &);
};
constexpr std::array<Unset, 10> kUnset{{
    {"every", [](SiteSettings &s) { s.every.reset(); }},
    {"quiet-hours", [](SiteSettings &s) { s.quiet = {}; }},
    {"delay", [](SiteSettings &s) { s.delay.reset(); }},
    {"max-pages", [](SiteSettings &s) { s.max_pages.reset(); }},
    {"max-depth", [](SiteSettings &s) { s.max_depth.reset(); }},
    {"scope", [](SiteSettings &s) { s.scope.reset(); }},
    {"district", [](SiteSettings &s) { s.district.reset(); }},
    {"contact", [](SiteSettings &s) { s.contact.reset(); }},
    {"allow-invalid-tls", [](SiteSettings &s) { s.allow_invalid_tls = false; }},
    {"pause", [](SiteSettings &s) { s.paused = false; }},
}};

std::string unset_names() {
  std::vector<std::string_view> names;
  for (Unset const &one : kUnset)
    names.push_back(one.name);
  return fmt::format("{}", fmt::join(names, "、"));
}

Result<web::Url> url_of(std::optional<std::string> const &text) {
  auto const url = text ? web::Url::parse(*text) : std::nullopt;
  if (!url || !url->is_http()) {
    return wrong_usage("URL", {"需要一个 http 或 https 网址。", "An http or https URL is needed."},
                       {"例如：wza site set https://www.example.gov.cn/ --every 7d",
                        "For example: wza site set https://www.example.gov.cn/ --every 7d"});
  }
  if (!(url->without_credentials() == *url)) {
    return wrong_usage("URL",
                       {"网址里有用户名或密码，跟踪库不保存这些。",
                        "The URL holds a user or a password, which the tracker never keeps."},
                       {"请去掉；登录设置放在 wza crawl --login 的文件里。",
                        "Leave it out; logins stand in the file of wza crawl --login."});
  }
  return web::crawl_url(*url);
}

std::optional<Problem> clear(SiteSettings &settings, std::vector<std::string> const &names) {
  for (std::string const &name : names) {
    auto const *found = std::ranges::find(kUnset, name, &Unset::name);
    if (found == kUnset.end()) {
      return wrong_usage("--unset",
                         {fmt::format("没有名为“{}”的设置。", name),
                          fmt::format("There is no setting \"{}\".", name)},
                         {fmt::format("可以是：{}。", unset_names()),
                          fmt::format("It may be: {}.", unset_names())});
    }
    found->clear(settings);
  }
  return std::nullopt;
}

/// What is kept after `wza site set`: what stood there, with what the options say.
Result<SiteSettings> changed(Tracker &tracker, Options const &o, web::Url const &url) {
  auto said = o.site.settings();
  if (!said) return said;
  if (auto problem = personal_number_in(o.site.contact, "--contact")) return *std::move(problem);
  if (said->district && !DistrictStore(tracker).find(*said->district)) {
    return no_district("--district", said->district->value);
  }
  if (o.every) {
    said->every = every_of(*o.every);
    if (!said->every) {
      return wrong_usage("--every",
                         {fmt::format("“{}”不是周期。", *o.every),
                          fmt::format("\"{}\" is no such time.", *o.every)},
                         {"请写成 24h、7d 或 1w。", "Write it like 24h, 7d or 1w."});
    }
  }
  said->allow_invalid_tls = o.allow_invalid_tls;
  said->paused = o.pause;
  auto kept = SiteSettingsStore(tracker).find(url.origin()).value_or(SiteSettings());
  kept.origin = url.origin();
  // Where the settings exist, the site alone names them: its start changes with another path.
  if (kept.start.empty() || url.request_target() != "/") kept.start = url.href();
  if (auto problem = clear(kept, o.unset)) return *std::move(problem);
  return completed(*std::move(said), kept);
}

Result<std::string> set(App &app, Tracker &tracker, Options const &o) {
  auto const url = url_of(o.url);
  if (!url) return url.problem();
  auto const settings = changed(tracker, o, *url);
  if (!settings) return settings.problem();
  Transaction transaction(tracker.db());
  SiteSettingsStore store(tracker);
  StoreChange const change = store.put(*settings, actor());
  transaction.commit();
  if (change == StoreChange::unchanged) {
    app.terminal().say({"设置没有变化。", "Nothing has changed."});
  } else if (!settings->every) {
    app.terminal().say({"已保存。没有设置周期，wza crawl --all-due 不会检测它。",
                        "Stored. It has no --every: wza crawl --all-due passes it over."});
  } else {
    app.terminal().say({"已保存。", "Stored."});
  }
  return site_in(o.format, {*settings, store.last_crawl(settings->start)}, app.clock().now(),
                 app.lang());
}

Problem no_settings(std::string const &origin) {
  return {ProblemCode::not_found,
          origin,
          "URL",
          std::nullopt,
          {"这个网站没有设置。", "This site has no settings."},
          {"wza site list 列出有设置的网站。", "wza site list names those that have."}};
}

Result<std::string> show_or_remove(App &app, Tracker &tracker, Options const &o) {
  auto const url = url_of(o.url);
  if (!url) return url.problem();
  SiteSettingsStore store(tracker);
  auto const settings = store.find(url->origin());
  if (!settings) return no_settings(url->origin());
  if (o.action == "show") {
    return site_in(o.format, {*settings, store.last_crawl(settings->start)}, app.clock().now(),
                   app.lang());
  }
  Transaction transaction(tracker.db());
  store.remove(settings->origin, actor());
  transaction.commit();
  app.terminal().say({"已删除设置；检测结果和问题都保留着。",
                      "The settings are removed; all crawls and findings are kept."});
  return std::string();
}

Result<std::string> list(App &app, Tracker &tracker, Options const &o) {
  SiteSettingsStore store(tracker);
  std::vector<SiteStanding> sites;
  for (SiteSettings &settings : store.all()) {
    auto last = store.last_crawl(settings.start);
    sites.push_back({std::move(settings), std::move(last)});
  }
  return sites_in(o.format, sites, app.clock().now(), app.lang());
}

ExitCode run(App &app, Options const &o) {
  bool const writes = o.action == "set" || o.action == "remove";
  Tracker tracker = app.open_tracker(writes ? Tracker::Access::write : Tracker::Access::read);
  auto const content = o.action == "set"    ? set(app, tracker, o)
                       : o.action == "list" ? list(app, tracker, o)
                                            : show_or_remove(app, tracker, o);
  if (content) {
    app.terminal().data() << *content;
    return ExitCode::done;
  }
  app.terminal().refuse(content.problem());
  return content.problem().code == ProblemCode::usage ? ExitCode::usage : ExitCode::refused;
}

}  // namespace

extern Command const site_command{
    .name = "site",
    .summary = {"每个网站的检测设置：周期、安静时段、间隔、范围",
                "settings of each web site: how often, quiet hours, delay, scope"},
    .details =
        {"set URL     保存设置；没有写出的保持不变，--unset 取消一项\n"
         "list        所有有设置的网站，上次和下次检测的时间\n"
         "show URL    一个网站的全部设置\n"
         "remove URL  删除设置；检测结果和问题都保留\n"
         "wza crawl URL 按这些设置检测（命令行写出的优先）；wza crawl --all-due "
         "检测所有到期的网站。\n"
         "时间都是北京时间（UTC+8）。密码从不保存在跟踪库里。\n例子：\n"
         "  wza site set https://www.example.gov.cn/ --every 7d --quiet-hours 08:00-18:30\n"
         "  wza site set https://www.example.gov.cn/ --unset quiet-hours",
         "set URL     keeps settings; what is not given stays, --unset takes one away\n"
         "list        all sites with settings, their last and their next crawl\n"
         "show URL    all settings of one site\n"
         "remove URL  removes the settings; crawls and findings are kept\n"
         "wza crawl URL goes by them (the command line goes first); wza crawl --all-due crawls "
         "all sites that are due.\n"
         "Times are China Standard Time (UTC+8). No password is ever kept in the tracker.\n"
         "Examples:\n"
         "  wza site set https://www.example.gov.cn/ --every 7d --quiet-hours 08:00-18:30\n"
         "  wza site set https://www.example.gov.cn/ --unset quiet-hours"},
    .setup = [](Args &args) -> Run {
      auto o = std::make_shared<Options>();
      args.operand_choice("ACTION", o->action, {"set", "list", "show", "remove"},
                          {"做什么", "what to do"});
      args.optional_operand("URL", o->url, {"从哪个网址开始检测", "where the crawl starts"});
      args.option("--every", o->every, "TIME",
                  {"检测周期：24h、7d、1w；从上次开始时算起",
                   "how often: 24h, 7d, 1w; from the beginning of the last crawl on"});
      o->site.declare(args);
      args.flag("--allow-invalid-tls", o->allow_invalid_tls,
                {"接受这个网站的无效证书（会记录下来）",
                 "accept the invalid certificate of the site; it is put on record"});
      args.flag("--pause", o->pause,
                {"暂停定期检测；--unset pause 恢复",
                 "pause the crawls by schedule; --unset pause goes on"});
      args.list("--unset", o->unset, "NAME",
                {"取消一项设置，可以写多次；名称同选项，不带 --",
                 "take one setting away, may be given more than once; named as the option, "
                 "without --"});
      args.choice("--format", o->format, {"text", "json"}, {"输出格式", "output"});
      return [o](App &app) { return run(app, *o); };
    },
};

}  // namespace wza::audit
