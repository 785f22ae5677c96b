// SPDX-License-Identifier: Apache-2.0
// What a confined process can still do: read its folder and answer; nothing else.
#include "gis/io/confine.h"

#include "tests/support/temp_tracker.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <string>

namespace wza::gis {
namespace {

class Confine : public testing::Test {
 protected:
  Confine() {
    std::ofstream(own()) << "own";
    std::ofstream(other()) << "other";
  }
  std::string own() const { return (m_folder.path() / "own").string(); }
  std::string other() const { return (m_elsewhere.path() / "other").string(); }

  /// What `attempt` gives in a confined process of its own: 0 for true, 1 for false.
  template <class Attempt>
  int confined(Attempt &&attempt, Limits const &limits = {}) {
    pid_t const child = fork();
    if (child == 0) {
      if (!confine(m_folder.path(), {}, limits)) _exit(99);
      _exit(attempt() ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

  TempDir m_folder, m_elsewhere;
};

TEST_F(Confine, ReadsItsFolder) {
  EXPECT_EQ(confined([&] { return open(own().c_str(), O_RDONLY) >= 0; }), 0);
}

TEST_F(Confine, ReadsNoFileElsewhere) {
  EXPECT_EQ(confined([&] { return open(other().c_str(), O_RDONLY) < 0 && errno == EACCES; }), 0);
  EXPECT_EQ(confined([] { return open("/etc/passwd", O_RDONLY) < 0 && errno == EACCES; }), 0);
}

TEST_F(Confine, ChangesNoFile) {
  auto const fresh = (m_folder.path() / "new").string();
  EXPECT_EQ(confined([&] { return open(fresh.c_str(), O_WRONLY | O_CREAT, 0600) < 0; }), 0);
  EXPECT_EQ(confined([&] { return open(own().c_str(), O_RDWR) < 0; }), 0);
  EXPECT_EQ(confined([&] { return truncate(own().c_str(), 0) != 0; }), 0);
  EXPECT_EQ(confined([&] { return rename(own().c_str(), fresh.c_str()) != 0; }), 0);
  EXPECT_EQ(confined([&] { return unlink(own().c_str()) != 0; }), 0);
  EXPECT_EQ(confined([&] { return mkdir(fresh.c_str(), 0700) != 0; }), 0);
}

TEST_F(Confine, ReachesNobody) {
  EXPECT_EQ(confined([] { return socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EACCES; }), 0);
  EXPECT_EQ(confined([] { return socket(AF_UNIX, SOCK_STREAM, 0) < 0; }), 0);
}

TEST_F(Confine, StartsNothing) {
  EXPECT_EQ(confined([] { return fork() < 0; }), 0);
  EXPECT_EQ(confined([] {
              execl("/bin/true", "true", nullptr);
              return errno == EACCES;
            }),
            0);
}

TEST_F(Confine, GetsNoMoreMemoryThanItsLimit) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "a sanitizer maps terabytes";
#endif
  auto const maps = [](std::size_t bytes) {
    return mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
           MAP_FAILED;
  };
  Limits limits;
  limits.memory = std::size_t{64} << 20;
  EXPECT_EQ(confined([&] { return maps(std::size_t{32} << 20); }, limits), 0);
  EXPECT_EQ(confined([&] { return maps(std::size_t{128} << 20); }, limits), 1);
}

TEST_F(Confine, HasLittleTime) {
  Limits limits;
  limits.cpu = std::chrono::seconds(1);
  rlimit found{};
  EXPECT_EQ(
      confined([&] { return getrlimit(RLIMIT_CPU, &found) == 0 && found.rlim_cur < 60; }, limits),
      0);
}

}  // namespace
}  // namespace wza::gis
