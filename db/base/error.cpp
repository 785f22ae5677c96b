// SPDX-License-Identifier: Apache-2.0
#include "db/base/error.h"

#include <fmt/format.h>

namespace wza {

std::string Problem::in(Lang lang) const {
  bool const zh = lang == Lang::zh;
  std::string place = where;
  auto add = [&](std::string const &part) {
    if (!place.empty()) place += zh ? "，" : ", ";
    place += part;
  };
  if (row) add(fmt::format(fmt::runtime(zh ? "第 {} 行" : "row {}"), *row));
  if (!field.empty()) add(fmt::format(fmt::runtime(zh ? "“{}”" : "\"{}\""), field));
  std::string out = std::move(place);
  if (!out.empty()) out += zh ? "：" : ": ";
  out += reason.in(lang);
  if (!remedy.empty()) {
    if (!zh) out += ' ';
    out += remedy.in(lang);
  }
  return out;
}

}  // namespace wza
