// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/report_kinds.h"
#include "audit/cli/usage.h"
#include "db/base/file.h"

#include <fmt/format.h>

#include <filesystem>

namespace wza::audit {
namespace {

/// ".csv", ".htm" as ".html"; "" where the name has none, as /dev/stdout.
std::string form_ending(std::string const &file) {
  auto const ending = ending_of(file);
  return ending == ".htm" ? ".html" : ending;
}

Problem has_no(ReportKind const &kind, std::string const &ending) {
  return wrong_usage(
      "",
      {fmt::format("报告 {} 没有 {} 格式。", kind.name, ending),
       fmt::format("There is no {} of the report {}.", ending, kind.name)},
      {fmt::format("可以用：{}。", kind.endings), fmt::format("There are: {}.", kind.endings)});
}

}  // namespace

Result<PaperForm> report_form(ReportKind const &kind, std::optional<std::string> const &file,
                              std::string_view format) {
  using enum PaperForm;
  bool const said = format != "text";
  auto const wanted = said ? fmt::format(".{}", format) : std::string();
  auto ending = file ? form_ending(*file) : std::string();
  if (said && !ending.empty() && ending != wanted) {
    return wrong_usage(
        "--format",
        {fmt::format("--format {} 与文件名的结尾 {} 不一致。", format, ending),
         fmt::format("--format {} is not what {} says.", format, ending)},
        {"去掉 --format，或改文件名。", "Leave out --format, or give the file another name."});
  }
  bool const has_text = kind.endings.find(".txt") != std::string_view::npos;
  if (ending.empty()) ending = said ? wanted : has_text ? ".txt" : ".html";
  for (auto const &[name, form] :
       {std::pair(".txt", text), std::pair(".csv", csv), std::pair(".json", json),
        std::pair(".html", html), std::pair(".pdf", html), std::pair(".xlsx", xlsx)}) {
    if (ending == name && kind.endings.find(name) != std::string_view::npos) return form;
  }
  return has_no(kind, ending);
}

}  // namespace wza::audit
