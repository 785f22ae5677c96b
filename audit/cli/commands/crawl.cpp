// SPDX-License-Identifier: Apache-2.0
// wza crawl: visits sites politely, tests every page and writes the findings into the tracker.
#include "audit/app.h"
#include "audit/cli/command.h"
#include "audit/cli/crawl_network.h"
#include "audit/cli/crawl_progress.h"
#include "audit/cli/crawl_words.h"
#include "audit/cli/due_crawls.h"
#include "audit/cli/site_options.h"
#include "audit/cli/standards.h"
#include "audit/cli/usage.h"
#include "audit/pages/format.h"
#include "db/store/districts.h"
#include "db/store/site_settings.h"
#include "webcheck/crawl/login.h"
#include "webcheck/fetch/client.h"
#include "webcheck/url/normalize.h"

#include <fmt/format.h>

#include <memory>

namespace wza::audit {
namespace {

struct Options {
  std::vector<std::string> urls;
  bool all_due = false;
  SiteOptions site;
  std::int64_t hosts = 16;
  std::string progress = "text";
  std::int64_t connections = 1;
  std::optional<std::string> allow_invalid_tls;
  bool full = false;
  bool attachments = false;
  bool allow_private = false;
  std::optional<std::string> proxy;
  std::optional<std::string> logins;
  std::optional<std::string> standard;
  std::vector<std::string> follow;
  std::string sample = "all";
  std::int64_t seed = 1;
  std::string fail_on = "none";
};

web::PolitenessOptions politeness_of(Options const &options, SiteSettings const &settings) {
  web::PolitenessOptions out;
  out.delay = settings.delay.value_or(out.delay);
  out.connections = static_cast<int>(options.connections);
  out.lookup = web::addresses_of;
  return out;
}

Result<CrawlRequest> request_of(Options const &options, SiteSettings const &settings,
                                std::vector<web::Url> starts, web::FetchOptions &fetch) {
  CrawlRequest request;
  for (web::Url const &start : starts)
    fetch.named_hosts.insert(start.host());
  request.options.starts = std::move(starts);
  if (settings.max_pages) {
    request.options.max_pages = static_cast<std::size_t>(*settings.max_pages);
  }
  if (settings.max_depth) request.options.max_depth = static_cast<int>(*settings.max_depth);
  request.options.politeness = politeness_of(options, settings);
  request.options.hosts = static_cast<std::size_t>(options.hosts);
  if (settings.scope) request.options.scope = *from_key<web::ScopeKind>(*settings.scope);
  request.options.sample = {*from_key<web::SampleMode>(options.sample),
                            static_cast<std::uint64_t>(options.seed)};
  request.options.trusted = {options.follow.begin(), options.follow.end()};
  request.options.check.rules = rules_for(options.standard);
  request.options.check.element_keys = true;
  request.options.check.questions = false;  // the tracker keeps failures; `wza check` asks
  // The tracker keeps what must be mended; advice is for whoever asks for all of it.
  if (!options.standard) {
    std::erase_if(request.options.check.rules,
                  [](web::Rule const *rule) { return web::is_advice(*rule); });
  }
  request.district = settings.district;
  fetch.contact = settings.contact.value_or("");
  request.test_all_anew = options.full;
  request.options.attachments = options.attachments;
  fetch.cookies = std::make_shared<web::CookieStore>();
  fetch.allow_private = options.allow_private;
  if (auto problem = find_proxies(options.proxy, fetch)) return std::move(*problem);
  if (options.allow_invalid_tls) fetch.allow_invalid_tls.insert(*options.allow_invalid_tls);
  if (settings.allow_invalid_tls)
    fetch.allow_invalid_tls.insert(web::Url::parse(settings.start)->host());
  return request;
}

/// The crawl of a site that is due.
Result<DueSite> due_site_of(Options const &options, SiteSettings const &settings) {
  auto starts = starts_of({settings.start});
  if (!starts) return starts.problem();
  auto fetch = std::make_shared<web::FetchOptions>();
  auto request = request_of(options, settings, *std::move(starts), *fetch);
  if (!request) return request.problem();
  // At one host one request at a time is all there is to do.
  constexpr std::size_t kHostsOfADomain = 4;
  request->options.hosts = request->options.scope == web::ScopeKind::domain ? kHostsOfADomain : 1;
  return DueSite{settings, *std::move(request),
                 [fetch] { return std::make_unique<web::Client>(*fetch); },
                 [fetch, logins = options.logins, origin = settings.origin] {
                   return log_in(logins, *fetch, origin);
                 }};
}

/// What the tracker has for the sites of these starts, beside what was said; says what is taken.
SiteSettings settings_for(App &app, Tracker &tracker, SiteSettings const &said,
                          std::vector<web::Url> const &starts) {
  SiteSettings whole = said;
  for (web::Url const &start : starts) {
    auto const kept = SiteSettingsStore(tracker).find(start.origin());
    if (!kept) continue;
    SiteSettings all = completed(said, *kept);
    if (starts.size() == 1) whole = all;
    // Several sites are one run: only what holds for each server by itself can differ.
    if (starts.size() > 1) {
      all.max_pages.reset();
      all.max_depth.reset();
      all.scope.reset();
      all.contact.reset();
      all.district.reset();
      all.allow_invalid_tls = false;
    }
    std::string const taken = added_options(all, said);
    if (taken.empty()) continue;
    app.terminal().say({fmt::format("{} 的设置取自跟踪库：{}", kept->origin, taken),
                        fmt::format("Settings of {} from the tracker: {}", kept->origin, taken)});
  }
  return whole;
}

/// When the first of these hosts may be asked again, where all are in their quiet hours.
std::optional<UtcTime> quiet_until(App &app, web::PolitenessOptions const &politeness,
                                   std::vector<web::Url> const &starts) {
  std::optional<UtcTime> out;
  for (web::Url const &start : starts) {
    auto const end = politeness.manners(start.host()).quiet.end_at(app.clock().now());
    if (!end) return std::nullopt;
    out = std::min(out.value_or(*end), *end);
  }
  return out;
}

ExitCode say_quiet(App &app, std::optional<UtcTime> until) {
  std::string const time = until ? local_minute(*until) : std::string();
  app.terminal().say(
      until ? Text{fmt::format("现在是安静时段，到 {}（北京时间）为止。之后再次运行同一条命令即可"
                               "继续。",
                               time),
                   fmt::format("These are quiet hours, until {} (China Standard Time). Run the "
                               "same command again after them to go on.",
                               time)}
            : Text{"其余网页在安静时段里。之后再次运行同一条命令即可继续。",
                   "What is left is in quiet hours. Run the same command again after them to go "
                   "on."});
  return ExitCode::partly;
}

ExitCode refused(App &app, Problem const &problem) {
  app.terminal().refuse(problem);
  return problem.code == ProblemCode::usage           ? ExitCode::usage
         : problem.code == ProblemCode::configuration ? ExitCode::configuration
                                                      : ExitCode::refused;
}

ExitCode run_due(App &app, Tracker &tracker, Options const &options, SiteSettings const &said) {
  if (options.logins) {
    if (auto const logins = web::read_logins(*options.logins); !logins) {
      return refused(app, logins.problem());
    }
  }
  DueWish wish;
  wish.said = said;
  wish.politeness = politeness_of(options, said);
  wish.at_once = static_cast<std::size_t>(options.hosts);
  wish.progress = *from_key<ProgressForm>(options.progress);
  wish.fail_on = from_key<Severity>(options.fail_on);
  wish.site_of = [&](SiteSettings const &site) { return due_site_of(options, site); };
  return crawl_all_due(app, tracker, wish);
}

ExitCode run_starts(App &app, Tracker &tracker, Options const &options, SiteSettings const &said,
                    std::vector<web::Url> const &starts) {
  web::FetchOptions fetch;
  SiteSettings const settings = settings_for(app, tracker, said, starts);
  auto request = request_of(options, settings, starts, fetch);
  if (!request) return refused(app, request.problem());
  request->options.politeness.manners =
      manners_of(SiteSettingsStore(tracker).all(), said, settings);
  if (auto const until = quiet_until(app, request->options.politeness, starts)) {
    return say_quiet(app, until);
  }
  if (auto const problem = log_in(options.logins, fetch, std::nullopt)) {
    app.terminal().refuse(*problem);
    return problem->code == ProblemCode::configuration ? ExitCode::configuration : ExitCode::partly;
  }
  web::SystemPacer pacer;
  CrawlProgressView view(app.terminal(), *from_key<ProgressForm>(options.progress), pacer);
  CrawlProgress const progress{[&](web::CrawlVisit const &visit) { view.visit(visit); },
                               [&](web::CrawlStatus const &status) { view.status(status); }};
  auto const outcome = crawl_sites(
      tracker, *request, [&fetch] { return std::make_unique<web::Client>(fetch); }, pacer, progress,
      app.stop());
  if (!outcome) return refused(app, outcome.problem());
  view.end(*outcome);
  if (outcome->continued > 0) {
    app.terminal().say(
        {fmt::format("接着上次没有完成的检测继续：其中 {} 个网址已经处理。", outcome->continued),
         fmt::format("Continued an unfinished run: {} addresses of it were done already.",
                     outcome->continued)});
  }
  print_states(app.terminal(), outcome->summary);
  if (outcome->summary.quiet) {
    return say_quiet(app, quiet_until(app, request->options.politeness, starts));
  }
  if (outcome->summary.interrupted) {
    app.terminal().say(
        {"已中断，做完的都保留着。再次运行同一条命令即可继续。",
         "Interrupted; what was done is kept. Run the same command again to go on."});
    return ExitCode::interrupted;
  }
  print_traps(app.terminal(), outcome->summary);
  print_changes(app.terminal(), *outcome);
  print_unreached(app.terminal(), outcome->summary);
  if (!outcome->summary.unreached.empty()) return ExitCode::partly;
  return reaches(tracker, *outcome, from_key<Severity>(options.fail_on)) ? ExitCode::findings
                                                                         : ExitCode::done;
}

ExitCode run(App &app, Options const &options) {
  if (options.all_due != options.urls.empty()) {
    return refused(app, wrong_usage("URL",
                                    {"需要网址，或者 --all-due，二者只能有其一。",
                                     "Either URLs or --all-due must be given, not both."},
                                    {"例如：wza crawl https://www.example.gov.cn/",
                                     "For example: wza crawl https://www.example.gov.cn/"}));
  }
  auto const said = options.site.settings();
  if (!said) return refused(app, said.problem());
  auto const starts = starts_of(options.urls);
  if (!starts) return refused(app, starts.problem());
  Tracker tracker = app.open_tracker(Tracker::Access::write);
  if (said->district && !DistrictStore(tracker).find(*said->district)) {
    return refused(app, no_district("--district", said->district->value));
  }
  return options.all_due ? run_due(app, tracker, options, *said)
                         : run_starts(app, tracker, options, *said, *starts);
}

}  // namespace

extern Command const crawl_command{
    .name = "crawl",
    .summary = {"检测整个网站，把问题写入跟踪库",
                "visit whole sites, test every page, keep the findings"},
    .details =
        {"遵守 robots.txt；同一主机、同一 IP 地址一次一个请求，之间有间隔；多个网站同时进行。"
         "中断后再次运行同一条命令会接着做。命令行没有写出的，按 wza site 保存的设置；安静时段里"
         "不访问，剩下的留到以后。",
         "Obeys robots.txt; one request at a time to a host and to an address, with a pause "
         "between two; many sites at the same time. After an interruption the same command goes "
         "on. What the command line does not say is as wza site keeps it; in quiet hours nothing "
         "is asked for, the rest is left for later."},
    .setup = [](Args &args) -> Run {
      auto options = std::make_shared<Options>();
      args.optional_operands("URL", options->urls, {"从哪些网址开始", "where to start"});
      args.flag("--all-due", options->all_due,
                {"检测所有到期的网站（见 wza site），每个网站一次单独的检测；供 cron 或 systemd "
                 "定时器调用",
                 "crawl all sites that are due (see wza site), each a run of its own; for cron or "
                 "a systemd timer"});
      options->site.declare(args);
      args.number("--hosts", options->hosts, 1, 256,
                  {"同时访问多少个主机（--all-due：多少个网站）；默认 16",
                   "visit this many hosts (--all-due: sites) at once; default 16"});
      args.number("--connections", options->connections, 1, 16,
                  {"对同一主机同时有多少个连接；默认 1",
                   "connections to a host at the same time; default 1"});
      args.choice("--progress", options->progress, {"text", "json"},
                  {"进度：text 写在终端上；json 逐行写到标准输出；默认 text",
                   "progress: text on the terminal, json one object a line on standard output; "
                   "default text"});
      args.option("--allow-invalid-tls", options->allow_invalid_tls, "HOST",
                  {"接受这个主机的无效证书（会记录下来）",
                   "accept the invalid certificate of this host; it is put on record"});
      args.flag("--allow-private", options->allow_private,
                {"也访问链接和跳转指向的内部网络地址；命令中写出的网址总是可以访问",
                 "also visit addresses of private networks that links and redirects lead to; the "
                 "URLs of the command may always be private"});
      args.flag("--full", options->full,
                {"每一页都重新检测；默认先问服务器，没有变化的页面沿用上次的结果",
                 "test every page anew; by default the server is asked first, and what did not "
                 "change keeps its result"});
      args.flag("--attachments", options->attachments,
                {"逐个询问附件（PDF、DOC、XLS、视频等）的大小，每个一次 HEAD 请求；见 wza report "
                 "attachments",
                 "ask for the size of files (PDF, DOC, XLS, video …), one HEAD request each; see "
                 "wza report attachments"});
      args.option("--proxy", options->proxy, "URL",
                  {"经由这个 HTTP 代理访问；默认读取环境变量 http_proxy、https_proxy、no_proxy",
                   "go through this HTTP proxy; default: the environment variables http_proxy, "
                   "https_proxy, no_proxy"});
      args.option("--login", options->logins, "FILE",
                  {"登录设置文件（JSON，权限 0600），用于需要登录的网站",
                   "settings (JSON, mode 0600) for sites that ask for a login"});
      args.list("--follow", options->follow, "PATTERN",
                {"这个样式的网址总是访问，即使看起来没有尽头；样式取自检测报告，可以多次给出",
                 "always visit addresses of this pattern, even where they look endless; take it "
                 "from the report of a crawl; may be given several times"});
      args.choice("--sample", options->sample, {"all", "template", "wcag-em"},
                  {"检测哪些网页：all 全部；template 每种模板的前 3 页；wcag-em "
                   "按 WCAG-EM 抽样（起始页、每种模板和用途各一页，另加一成随机页）；默认 all",
                   "which pages are tested: all; template: the first 3 of each template; wcag-em: "
                   "a sample by WCAG-EM (starts, a page of each template and purpose, a tenth more "
                   "by chance); default all"});
      args.number("--seed", options->seed, 0, 1'000'000'000,
                  {"wcag-em 抽样的随机种子，同一网站同一种子抽到同样的网页；默认 1",
                   "seed of a wcag-em sample: the same site and seed give the same pages; default "
                   "1"});
      add_standard(args, options->standard);
      args.choice("--fail-on", options->fail_on,
                  {"none", "critical", "serious", "moderate", "minor"},
                  {"有这一级或更严重的未整改问题时退出码为 1；默认 none",
                   "exit 1 for open findings of this severity or worse; default none"});
      return [options](App &app) { return run(app, *options); };
    },
};

}  // namespace wza::audit
