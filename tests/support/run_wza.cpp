// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_wza.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace wza {
namespace {

std::string content_of(std::filesystem::path const &path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void redirect(std::filesystem::path const &path, int flags, int to) {
  int const fd = ::open(path.c_str(), flags, 0600);
  if (fd < 0 || dup2(fd, to) < 0) _exit(125);
}

}  // namespace

Outputs run_wza(std::filesystem::path const &folder, std::vector<std::string> const &args,
                std::string const &input) {
  std::filesystem::path const in = folder / ".stdin";
  std::filesystem::path const out = folder / ".stdout";
  std::filesystem::path const err = folder / ".stderr";
  std::ofstream(in, std::ios::binary) << input;
  pid_t const child = fork();
  if (child == 0) {
    redirect(in, O_RDONLY, STDIN_FILENO);
    redirect(out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    redirect(err, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    if (chdir(folder.c_str()) != 0) _exit(125);
    unsetenv("WZA_TRACKER");
    setenv("LC_ALL", "zh_CN.UTF-8", 1);
    setenv("WZA_KEY_FILE", (folder / "key").c_str(), 1);
    std::vector<char *> words{const_cast<char *>(WZA_BINARY)};
    for (std::string const &arg : args)
      words.push_back(const_cast<char *>(arg.c_str()));
    words.push_back(nullptr);
    execv(WZA_BINARY, words.data());
    _exit(126);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), content_of(out),
          content_of(err)};
}

}  // namespace wza
