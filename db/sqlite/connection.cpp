// SPDX-License-Identifier: Apache-2.0
#include "db/sqlite/connection.h"

#include "db/base/error.h"

#include <fmt/format.h>

namespace wza {

Connection::~Connection() {
  for (auto &[sql, statements] : idle) {
    for (sqlite3_stmt *statement : statements)
      sqlite3_finalize(statement);
  }
  sqlite3_close(handle);
}

void Connection::fail(int code, std::string_view doing) const {
  std::string const file = path.empty() ? ":memory:" : path.string();
  std::string const said = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
  auto sentence = [&](fmt::string_view zh, fmt::string_view en) {
    return TrackerError(
        {fmt::format(fmt::runtime(zh), file, said), fmt::format(fmt::runtime(en), file, said)});
  };
  switch (code & 0xFF) {
    case SQLITE_CANTOPEN:
      throw sentence(
          "无法打开跟踪库 {0}。请检查文件是否存在、所在文件夹能否写入。",
          "The tracker {0} cannot be opened. Check that the file exists and that its folder can be "
          "written to.");
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      throw sentence("{0} 不是跟踪库，或者已经损坏（{1}）。请换一个文件，或从备份恢复。",
                     "{0} is not a tracker, or is damaged ({1}). Name another file, or restore a "
                     "backup.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      throw sentence("跟踪库 {0} 不可写。请修改文件和文件夹的权限，或把它复制到可写的地方。",
                     "The tracker {0} cannot be written to. Change the rights of the file and its "
                     "folder, or copy it to a place that can be written to.");
    case SQLITE_FULL:
    case SQLITE_IOERR:
      throw sentence("读写跟踪库 {0} 时磁盘出错（{1}）。请检查磁盘空间，然后重试。",
                     "The disk failed while the tracker {0} was in use ({1}). Check the free space "
                     "and try again.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw sentence("跟踪库 {0} 正被别的程序占用。请等它结束后重试。",
                     "The tracker {0} is in use by another program. Try again when it is done.");
    default:
      throw Error(
          fmt::format("{}: SQLite says \"{}\" ({}) while doing: {}", file, said, code, doing));
  }
}

}  // namespace wza
