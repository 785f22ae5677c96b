// SPDX-License-Identifier: Apache-2.0
#include "db/store/tracker.h"

#include "db/base/error.h"
#include "db/embedded.h"
#include "db/migrate.h"
#include "db/sqlite/transaction.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/rand.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <thread>

namespace wza {

std::string_view tool_version() {
  return WZA_VERSION;
}

/// An advisory lock on a file beside the tracker: SQLite's own locks last one transaction, but only
/// one process may write, migrate and checkpoint at all. The kernel frees it when a process dies.
class Tracker::Lock {
 public:
  Lock(std::filesystem::path const &tracker, std::chrono::milliseconds patience)
      : m_fd(::open((tracker.string() + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
    if (m_fd < 0) {
      throw TrackerError(
          {fmt::format("跟踪库 {} 所在的文件夹不可写。请修改权限，或把它复制到可写的地方。",
                       tracker.string()),
           fmt::format("The folder of the tracker {} cannot be written to. Change its "
                       "rights, or copy the tracker to a place that can be written to.",
                       tracker.string())});
    }
    auto const give_up = std::chrono::steady_clock::now() + patience;
    while (::flock(m_fd, LOCK_EX | LOCK_NB) != 0) {
      if (std::chrono::steady_clock::now() >= give_up) {
        ::close(m_fd);
        throw TrackerError(
            {fmt::format("另一个 wza 正在写跟踪库 {}。请等它结束后重试。", tracker.string()),
             fmt::format("Another wza is writing into the tracker {}. Try again when it is "
                         "done.",
                         tracker.string())});
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
  ~Lock() { ::close(m_fd); }
  Lock(Lock const &) = delete;
  Lock &operator=(Lock const &) = delete;

 private:
  int m_fd;
};

namespace {

/// A random UUID (RFC 9562, version 4).
std::string random_uuid() {
  std::array<unsigned char, 16> b{};
  if (RAND_bytes(b.data(), static_cast<int>(b.size())) != 1) {
    throw Error("OpenSSL has no random numbers");
  }
  b[6] = static_cast<unsigned char>((b[6] & 0x0F) | 0x40);
  b[8] = static_cast<unsigned char>((b[8] & 0x3F) | 0x80);
  std::string const hex = fmt::format("{:02x}", fmt::join(b, ""));
  return fmt::format("{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4),
                     hex.substr(16, 4), hex.substr(20));
}

}  // namespace

Tracker::Tracker(std::filesystem::path path, Database db, Clock const &clock,
                 std::unique_ptr<Lock> lock)
    : m_path(std::move(path)), m_lock(std::move(lock)), m_db(std::move(db)), m_clock(&clock) {}
Tracker::Tracker(Tracker &&) noexcept = default;
Tracker::~Tracker() = default;

Tracker Tracker::create(std::filesystem::path const &path, Clock const &clock) {
  if (std::filesystem::exists(path)) static_cast<void>(Database::create(path));  // says so
  auto lock = std::make_unique<Lock>(path, std::chrono::milliseconds(0));
  // Made under another name and then renamed: a tracker is whole or not there.
  std::filesystem::path const unfinished = path.string() + ".new";
  for (char const *ending : {"", "-wal", "-shm"})
    std::filesystem::remove(unfinished.string() + ending);
  {
    Database db = Database::create(unfinished);
    migrate(db, unfinished, clock, embedded_migrations());
    db.prepare("INSERT INTO tracker(id, created_at, tool_version) VALUES(?1, ?2, ?3)")
        .bind(random_uuid(), clock.now(), tool_version())
        .run();
  }
  std::filesystem::rename(unfinished, path);
  return {path, Database::open_write(path), clock, std::move(lock)};
}

Tracker Tracker::open(std::filesystem::path const &path, Access access, Clock const &clock,
                      std::chrono::milliseconds patience) {
  if (!std::filesystem::exists(path)) {
    throw TrackerError(
        {fmt::format("没有找到跟踪库 {}。请用 wza init 新建，或用 --tracker 指定。", path.string()),
         fmt::format("There is no tracker {}. Make one with wza init, or name another with "
                     "--tracker.",
                     path.string())});
  }
  auto const migrations = embedded_migrations();
  if (access == Access::read) {
    Database db = Database::open_read(path);
    check_schema(db, path, migrations);
    if (schema_version(db) < schema_version(migrations)) {
      throw TrackerError(
          {fmt::format("跟踪库 {} 是旧版本的。请先运行 wza doctor --migrate 升级（会先备份）。",
                       path.string()),
           fmt::format(
               "The tracker {} is of an older version. Run wza doctor --migrate first; a copy "
               "is kept.",
               path.string())});
    }
    return {path, std::move(db), clock, nullptr};
  }
  auto lock = std::make_unique<Lock>(path, patience);
  Database db = Database::open_write(path);
  migrate(db, path, clock, migrations);
  return {path, std::move(db), clock, std::move(lock)};
}

std::filesystem::path Tracker::private_path() const {
  std::filesystem::path path = m_path;
  return path.replace_extension(".private.db");
}

std::string Tracker::id() {
  Statement row = m_db.prepare("SELECT id FROM tracker");
  if (!row.step()) {
    throw TrackerError(
        {fmt::format("跟踪库 {} 没有建完。请删除它后重新运行 wza init。", m_path.string()),
         fmt::format("The tracker {} is unfinished. Remove it and run wza init again.",
                     m_path.string())});
  }
  return row.get<std::string>(0);
}

}  // namespace wza
