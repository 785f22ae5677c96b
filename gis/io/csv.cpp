// SPDX-License-Identifier: Apache-2.0
#include "gis/io/csv.h"

#include "db/base/file.h"
#include "db/base/text.h"
#include "gis/io/csv_splitter.h"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <optional>

namespace wza::gis {
namespace {

/// `bytes` of `charset` in UTF-8; nothing where they are not of that charset.
std::optional<std::string> recoded(std::string_view bytes, char const *charset) {
  iconv_t const converter = iconv_open("UTF-8", charset);
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string out(bytes.size() * 2 + 16, '\0');
  auto *in = const_cast<char *>(bytes.data());
  std::size_t in_left = bytes.size();
  char *to = out.data();
  std::size_t out_left = out.size();
  std::size_t const result = iconv(converter, &in, &in_left, &to, &out_left);
  iconv_close(converter);
  if (result == static_cast<std::size_t>(-1)) return std::nullopt;
  out.resize(out.size() - out_left);
  return out;
}

}  // namespace

std::optional<std::string> in_utf8(std::string bytes) {
  if (bytes.starts_with("\xFF\xFE")) return recoded(std::string_view(bytes).substr(2), "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return recoded(std::string_view(bytes).substr(2), "UTF-16BE");
  if (is_utf8(bytes)) return bytes;
  return recoded(bytes, "GB18030");
}

Problem open_quote(std::string const &where, std::int64_t row) {
  return {ProblemCode::unreadable,
          where,
          "",
          row,
          {"从这一行开始的一个引号没有结束，后面的内容无法分列。",
           "A quotation mark that begins in this row is never closed, so the rest cannot be split "
           "into columns."},
          {"请在表格软件中打开该文件，改正这一行，再另存为 CSV。",
           "Open the file in a spreadsheet program, correct this row and save it as CSV again."}};
}

Problem not_text(std::string const &path) {
  return {ProblemCode::unreadable,
          path,
          "",
          std::nullopt,
          {"该文件不是文本：既不是 UTF-8，也不是 GB18030 编码。",
           "The file is not text: it is neither UTF-8 nor GB18030."},
          {"请在表格软件中打开原文件，另存为“CSV UTF-8”或 XLSX。",
           "Open the original in a spreadsheet program and save it as “CSV UTF-8” or XLSX."}};
}

Problem broken_off(std::string const &path) {
  return {
      ProblemCode::unreadable,
      path,
      "",
      std::nullopt,
      {"读取该文件时出错。", "The file could not be read to its end."},
      {"请检查文件的权限和所在磁盘。", "Check the permissions of the file and the disk it is on."}};
}

Result<Done> parse_csv(std::string_view text, std::string const &where, CsvRow const &row) {
  if (text.starts_with(kUtf8Mark)) text.remove_prefix(kUtf8Mark.size());
  Splitter splitter(text);
  std::vector<std::string_view> cells;
  for (std::int64_t number = 1; !splitter.at_end(); ++number) {
    if (!splitter.next(cells)) return open_quote(where, number);
    bool const blank =
        std::all_of(cells.begin(), cells.end(), [](auto cell) { return cell.empty(); });
    if (!blank) row(number, cells);
  }
  return Done{};
}

Result<Done> read_csv(std::string const &path, CsvRow const &row) {
  auto bytes = bytes_of_file(path);
  if (!bytes) return broken_off(path);
  auto const text = in_utf8(*std::move(bytes));
  if (!text || text->find('\0') != std::string::npos) return not_text(path);
  return parse_csv(*text, path, row);
}

std::string csv_line(std::span<std::string const> cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    if (cells[i].find_first_of(",;\t\"\r\n") == std::string::npos) {
      line += cells[i];
      continue;
    }
    line += '"';
    for (char c : cells[i]) {
      if (c == '"') line += '"';
      line += c;
    }
    line += '"';
  }
  line += "\r\n";
  return line;
}

}  // namespace wza::gis
