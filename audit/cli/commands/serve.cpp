// SPDX-License-Identifier: Apache-2.0
// wza serve: the pages of the tracker in a browser.
#include "audit/app.h"
#include "audit/cli/command.h"
#include "audit/http/router.h"
#include "audit/http/server.h"
#include "audit/pages/pages.h"

#include <fmt/format.h>

#include <memory>

namespace wza::audit {
namespace {

struct Options {
  std::string listen = "127.0.0.1:8080";
};

ExitCode run(App &app, Options const &options) {
  auto const endpoint = Endpoint::parse(options.listen);
  if (!endpoint) {
    app.terminal().refuse(
        {.code = ProblemCode::usage,
         .where = {},
         .field = "--listen",
         .row = std::nullopt,
         .reason = {fmt::format("“{}”不是地址和端口。", options.listen),
                    fmt::format("\"{}\" is no address with a port.", options.listen)},
         .remedy = {"请写成 127.0.0.1:8080 的样子。", "Write it like 127.0.0.1:8080."}});
    return ExitCode::usage;
  }
  Tracker tracker = app.open_tracker(Tracker::Access::read);
  Pages const pages(tracker, [&app](Text const &line) { app.terminal().warn(line); });
  Server server(*endpoint, [&pages](Request const &request) { return answer(pages, request); });
  std::string const host = endpoint->address.find(':') == std::string::npos
                               ? endpoint->address
                               : fmt::format("[{}]", endpoint->address);
  std::string const url = fmt::format("http://{}:{}/", host, server.port());
  app.terminal().say({fmt::format("请在浏览器里打开 {}（按 Ctrl-C 结束）。", url),
                      fmt::format("Open {} in a browser (Ctrl-C ends).", url)});
  server.run(app.stop());
  return ExitCode::done;
}

}  // namespace

extern Command const serve_command{
    .name = "serve",
    .summary = {"在浏览器中查看跟踪库", "show the tracker in a browser"},
    .details = {},
    .setup = [](Args &args) -> Run {
      auto options = std::make_shared<Options>();
      args.option("--listen", options->listen, "HOST:PORT",
                  {"监听的地址和端口；默认 127.0.0.1:8080，只有本机能访问",
                   "where to listen; default 127.0.0.1:8080, which only this computer reaches"});
      return [options](App &app) { return run(app, *options); };
    },
};

}  // namespace wza::audit
