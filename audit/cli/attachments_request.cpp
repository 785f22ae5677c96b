// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/attachments_request.h"

#include "audit/app.h"
#include "audit/cli/usage.h"
#include "audit/report/attachments.h"
#include "webcheck/fetch/problems.h"
#include "webcheck/url/url.h"

#include <fmt/format.h>

namespace wza::audit {

Result<std::string> attachments(App &app, Tracker &tracker, ReportOptions const &options) {
  if (!options.site) {
    return wrong_usage(
        "--site", {"没有说明是哪个网站。", "Which web site is not said."},
        {"请写 --site https://www.example.gov.cn/。", "Write --site https://www.example.gov.cn/."});
  }
  auto const url = web::Url::parse(*options.site);
  if (!url || !url->is_http()) return web::bad_url(*options.site);
  auto const all = attachments_of(tracker, url->origin());
  if (!all) {
    return Problem{
        ProblemCode::not_found,
        url->origin(),
        "--site",
        std::nullopt,
        {"跟踪库里没有这个网站完成了的检测。", "The tracker has no finished crawl of this site."},
        {fmt::format("请先运行 wza crawl {}/ --attachments。", url->origin()),
         fmt::format("Run wza crawl {}/ --attachments first.", url->origin())}};
  }
  UtcTime const now = app.clock().now();
  switch (options.form) {
    case PaperForm::json:
      return attachments_json(*all);
    case PaperForm::csv:
      return attachments_csv(*all);
    case PaperForm::text:
      return attachments_text(*all, app.lang());
    default:
      return paper_in(attachments_paper(url->origin(), *all, LocalDate::of(now), app.lang()),
                      options.form, app.lang(), now);
  }
}

}  // namespace wza::audit
