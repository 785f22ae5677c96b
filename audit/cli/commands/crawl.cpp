// SPDX-License-Identifier: Apache-2.0
// wza crawl: visits sites politely, tests every page and writes the findings into the tracker.
#include "audit/app.h"
#include "audit/cli/command.h"
#include "audit/cli/crawl_progress.h"
#include "audit/cli/standards.h"
#include "audit/jobs/crawl_sites.h"
#include "db/store/districts.h"
#include "db/store/findings.h"
#include "webcheck/crawl/login.h"
#include "webcheck/fetch/client.h"
#include "webcheck/url/normalize.h"

#include <fmt/format.h>

#include <memory>

namespace wza::audit {
namespace {

struct Options {
  std::vector<std::string> urls;
  std::int64_t max_pages = 500;
  std::int64_t max_depth = 20;
  double delay = 1.0;
  std::int64_t hosts = 16;
  std::string progress = "text";
  std::int64_t connections = 1;
  std::string scope = "host";
  std::optional<std::string> district;
  std::optional<std::string> contact;
  std::optional<std::string> allow_invalid_tls;
  bool allow_private = false;
  std::optional<std::string> proxy;
  std::optional<std::string> logins;
  std::optional<std::string> standard;
  std::string fail_on = "none";
};

Problem no_address(std::string const &text) {
  return {ProblemCode::usage,
          {},
          "URL",
          {},
          {fmt::format("“{}”不是 http 或 https 网址。", text),
           fmt::format("\"{}\" is no http or https address.", text)},
          {"例如：wza crawl https://www.example.gov.cn/",
           "For example: wza crawl https://www.example.gov.cn/"}};
}

/// The way to the network: the proxy of --proxy, else those of the environment.
std::optional<Problem> find_proxies(Options const &options, web::FetchOptions &fetch) {
  auto proxies = web::proxies_of(web::process_environment);
  if (!proxies && !options.proxy) return proxies.problem();
  if (proxies) fetch.proxies = *std::move(proxies);
  if (!options.proxy) return std::nullopt;
  auto const proxy = web::parse_proxy(*options.proxy);
  if (!proxy) return proxy.problem();
  fetch.proxies.for_http = fetch.proxies.for_https = *proxy;
  return std::nullopt;
}

/// Reads the logins, and sends the forms among them; the cookies are kept for the crawl.
std::optional<Problem> log_in(Options const &options, web::FetchOptions &fetch) {
  if (!options.logins) return std::nullopt;
  auto logins = web::read_logins(*options.logins);
  if (!logins) return logins.problem();
  for (web::SiteLogin &login : *logins) {
    if (!login.page) fetch.authorization.emplace(login.origin, std::move(login.basic));
  }
  web::Client client(fetch);
  for (web::SiteLogin const &login : *logins) {
    if (!login.page) continue;
    if (auto problem = web::log_in(client, login)) return problem;
  }
  return std::nullopt;
}

Result<CrawlRequest> request_of(Options const &options, web::FetchOptions &fetch) {
  CrawlRequest request;
  for (std::string const &text : options.urls) {
    auto const url = web::Url::parse(text);
    if (!url || (url->scheme() != "http" && url->scheme() != "https")) return no_address(text);
    fetch.named_hosts.insert(url->host());
    request.options.starts.push_back(web::crawl_url(*url));
  }
  request.options.max_pages = static_cast<std::size_t>(options.max_pages);
  request.options.max_depth = static_cast<int>(options.max_depth);
  request.options.politeness.delay =
      std::chrono::milliseconds(static_cast<std::int64_t>(options.delay * 1000));
  request.options.politeness.connections = static_cast<int>(options.connections);
  request.options.politeness.lookup = web::addresses_of;
  request.options.hosts = static_cast<std::size_t>(options.hosts);
  request.options.scope = *from_key<web::ScopeKind>(options.scope);
  request.options.check.rules = rules_for(options.standard);
  request.options.check.element_keys = true;
  request.options.check.questions = false;  // the tracker keeps failures; `wza check` asks
  // The tracker keeps what must be mended; advice is for whoever asks for all of it.
  if (!options.standard) {
    std::erase_if(request.options.check.rules,
                  [](web::Rule const *rule) { return web::is_advice(*rule); });
  }
  if (options.district) request.district = DistrictCode(*options.district);
  if (options.contact) fetch.contact = *options.contact;
  fetch.cookies = std::make_shared<web::CookieStore>();
  fetch.allow_private = options.allow_private;
  if (auto problem = find_proxies(options, fetch)) return std::move(*problem);
  if (options.allow_invalid_tls) fetch.allow_invalid_tls.insert(*options.allow_invalid_tls);
  return request;
}

void print_states(App &app, web::CrawlSummary const &summary) {
  for (auto const &state : Names<VisitState>::kAll) {
    if (std::size_t const count = summary.count(state.value)) {
      app.terminal().say(
          {fmt::format("{:>7}  {}", count, state.zh), fmt::format("{:>7}  {}", count, state.en)});
    }
  }
}

void print_changes(App &app, CrawlOutcome const &outcome) {
  for (auto const &[site, c] : outcome.changes) {
    app.terminal().say(
        {fmt::format("{}：新问题 {}，仍存在 {}，部分页面已消除 {}，再次出现 {}，复测已消除 "
                     "{}，本次未检测 {}。",
                     site, c.found, c.seen_again, c.partly_gone, c.reopened, c.mended,
                     c.not_tested),
         fmt::format(
             "{}: {} new, {} seen again, {} gone from some pages, {} reopened, {} mended, {} not "
             "tested this time.",
             site, c.found, c.seen_again, c.partly_gone, c.reopened, c.mended, c.not_tested)});
  }
}

/// Whether the tracker holds an open web finding of these sites that is severe enough.
bool reaches(Tracker &tracker, CrawlOutcome const &outcome, std::optional<Severity> least) {
  if (!least) return false;
  FindingStore findings(tracker);
  for (auto const &[site, changes] : outcome.changes) {
    for (auto const &severity : Names<Severity>::kAll) {
      if (severity.value > *least) continue;
      FindingFilter filter;
      filter.kind = FindingKind::web;
      filter.subject = site;
      filter.severity = severity.value;
      filter.only_open = true;
      if (findings.count(filter) > 0) return true;
    }
  }
  return false;
}

ExitCode run(App &app, Options const &options) {
  web::FetchOptions fetch;
  auto const request = request_of(options, fetch);
  if (!request) {
    app.terminal().refuse(request.problem());
    return request.problem().code == ProblemCode::configuration ? ExitCode::configuration
                                                                : ExitCode::usage;
  }
  Tracker tracker = app.open_tracker(Tracker::Access::write);
  if (request->district && !DistrictStore(tracker).find(*request->district)) {
    app.terminal().refuse(
        {ProblemCode::unknown_code,
         {},
         "--district",
         {},
         {fmt::format("跟踪库里没有行政区划 {}。", request->district->value),
          fmt::format("The tracker has no district {}.", request->district->value)},
         {"请先导入行政区划，或改正代码。", "Import the districts first, or correct the code."}});
    return ExitCode::refused;
  }
  if (!fetch.cookies) fetch.cookies = std::make_shared<web::CookieStore>();  // of all clients
  if (auto const problem = log_in(options, fetch)) {
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
  if (!outcome) {
    app.terminal().refuse(outcome.problem());
    return ExitCode::refused;
  }
  view.end(*outcome);
  if (outcome->continued > 0) {
    app.terminal().say(
        {fmt::format("接着上次没有完成的检测继续：其中 {} 个网址已经处理。", outcome->continued),
         fmt::format("Continued an unfinished run: {} addresses of it were done already.",
                     outcome->continued)});
  }
  print_states(app, outcome->summary);
  if (outcome->summary.interrupted) {
    app.terminal().say(
        {"已中断，做完的都保留着。再次运行同一条命令即可继续。",
         "Interrupted; what was done is kept. Run the same command again to go on."});
    return ExitCode::interrupted;
  }
  print_changes(app, *outcome);
  for (web::UnreachedStart const &start : outcome->summary.unreached) {
    if (start.problem) {
      app.terminal().refuse(*start.problem);
    } else {
      app.terminal().error(fmt::format("{}: {}", start.url, label(start.state).in(app.lang())));
    }
  }
  if (!outcome->summary.unreached.empty()) return ExitCode::partly;
  return reaches(tracker, *outcome, from_key<Severity>(options.fail_on)) ? ExitCode::findings
                                                                         : ExitCode::done;
}

}  // namespace

extern Command const crawl_command{
    .name = "crawl",
    .summary = {"检测整个网站，把问题写入跟踪库",
                "visit whole sites, test every page, keep the findings"},
    .details =
        {"遵守 robots.txt；同一主机、同一 IP 地址一次一个请求，之间有间隔；多个网站同时进行。"
         "中断后再次运行同一条命令会接着做。",
         "Obeys robots.txt; one request at a time to a host and to an address, with a pause "
         "between "
         "two; many sites at the same time. After an interruption the same command goes on."},
    .setup = [](Args &args) -> Run {
      auto options = std::make_shared<Options>();
      args.operands("URL", options->urls, {"从哪些网址开始", "where to start"});
      args.number("--max-pages", options->max_pages, 1, 1'000'000,
                  {"每个起点最多检测多少页；默认 500",
                   "test at most this many pages from each start; default 500"});
      args.number(
          "--max-depth", options->max_depth, 0, 1000,
          {"离起点最多几次链接；默认 20", "at most this many links away from a start; default 20"});
      args.seconds(
          "--delay", options->delay, 0, 3600,
          {"对同一主机（或同一 IP 地址）两次请求之间的秒数；默认 1。服务器或 robots.txt "
           "要求更久时从其要求",
           "seconds between two requests to a host or an address; default 1. Longer where the "
           "server or its robots.txt asks for it"});
      args.number("--hosts", options->hosts, 1, 256,
                  {"同时访问多少个主机；默认 16", "visit this many hosts at once; default 16"});
      args.number("--connections", options->connections, 1, 16,
                  {"对同一主机同时有多少个连接；默认 1",
                   "connections to a host at the same time; default 1"});
      args.choice("--progress", options->progress, {"text", "json"},
                  {"进度：text 写在终端上；json 逐行写到标准输出；默认 text",
                   "progress: text on the terminal, json one object a line on standard output; "
                   "default text"});
      args.choice("--scope", options->scope, {"host", "domain"},
                  {"host：同一主机；domain：同一域名下的所有主机",
                   "host: the same host; domain: all hosts of the registrable domain"});
      args.option(
          "--district", options->district, "CODE",
          {"负责这些网站的行政区划代码", "code of the district that answers for these sites"});
      args.option("--contact", options->contact, "URL",
                  {"写进 User-Agent 的联系网址或邮箱",
                   "address or mail of a contact, sent in the User-Agent"});
      args.option("--allow-invalid-tls", options->allow_invalid_tls, "HOST",
                  {"接受这个主机的无效证书（会记录下来）",
                   "accept the invalid certificate of this host; it is put on record"});
      args.flag("--allow-private", options->allow_private,
                {"也访问链接和跳转指向的内部网络地址；命令中写出的网址总是可以访问",
                 "also visit addresses of private networks that links and redirects lead to; the "
                 "URLs of the command may always be private"});
      args.option("--proxy", options->proxy, "URL",
                  {"经由这个 HTTP 代理访问；默认读取环境变量 http_proxy、https_proxy、no_proxy",
                   "go through this HTTP proxy; default: the environment variables http_proxy, "
                   "https_proxy, no_proxy"});
      args.option("--login", options->logins, "FILE",
                  {"登录设置文件（JSON，权限 0600），用于需要登录的网站",
                   "settings (JSON, mode 0600) for sites that ask for a login"});
      add_standard(args, options->standard);
      args.choice("--fail-on", options->fail_on,
                  {"none", "critical", "serious", "moderate", "minor"},
                  {"有这一级或更严重的未整改问题时退出码为 1；默认 none",
                   "exit 1 for open findings of this severity or worse; default none"});
      return [options](App &app) { return run(app, *options); };
    },
};

}  // namespace wza::audit
