// SPDX-License-Identifier: Apache-2.0
#include "tests/hostile/measured_run.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <system_error>

namespace wza::test {
namespace {

struct CloseFile {
  void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// A file without a name, gone with the process.
File nameless_file() {
  File file(std::tmpfile());
  if (!file) throw std::system_error(errno, std::generic_category(), "tmpfile");
  return file;
}

std::string content_of(File const &file) {
  std::string out;
  std::rewind(file.get());
  char buffer[65536];
  for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, file.get())) > 0;)
    out.append(buffer, got);
  return out;
}

[[noreturn]] void become_wza(std::vector<std::string> words, std::string const &folder,
                             File const &in, File const &out, File const &err, unsigned most_cpu) {
  dup2(fileno(in.get()), STDIN_FILENO);
  dup2(fileno(out.get()), STDOUT_FILENO);
  dup2(fileno(err.get()), STDERR_FILENO);
  rlimit const seconds{most_cpu, most_cpu};
  setrlimit(RLIMIT_CPU, &seconds);
  unsetenv("WZA_TRACKER");
  if (!folder.empty() && chdir(folder.c_str()) != 0) _exit(125);
  words.insert(words.begin(), WZA_BINARY);
  std::vector<char *> arguments;
  for (auto &word : words)
    arguments.push_back(word.data());
  arguments.push_back(nullptr);
  execv(WZA_BINARY, arguments.data());
  _exit(126);
}

std::chrono::microseconds duration(timeval time) {
  return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

}  // namespace

MeasuredRun run_measured(std::vector<std::string> const &words, std::string const &folder,
                         std::string const &input, unsigned most_cpu) {
  File const in = nameless_file(), out = nameless_file(), err = nameless_file();
  std::fwrite(input.data(), 1, input.size(), in.get());
  std::fflush(in.get());
  std::rewind(in.get());
  auto const begun = std::chrono::steady_clock::now();
  pid_t const child = fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) become_wza(words, folder, in, out, err, most_cpu);
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  MeasuredRun run;
  run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  run.cpu = std::chrono::duration_cast<std::chrono::milliseconds>(duration(used.ru_utime) +
                                                                  duration(used.ru_stime));
  run.wall = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - begun);
  run.peak_bytes = static_cast<std::size_t>(used.ru_maxrss) * 1024;
  run.out = content_of(out);
  run.err = content_of(err);
  return run;
}

MeasuredRun check_page_in_process(std::string const &page, unsigned most_cpu) {
  return run_measured({"check", "-", "--format", "json", "--lang", "en"}, {}, page, most_cpu);
}

std::string_view outcome_of(MeasuredRun const &run) {
  bool const page_told = run.out.starts_with("{\"schema\":\"wza.check/1\"");
  if ((run.exit_code == 0 || run.exit_code == 1) && page_told && run.out.ends_with("}\n")) {
    return "result";
  }
  if (run.exit_code == 4 && !run.err.empty()) return "refused";
  return "broken";
}

}  // namespace wza::test
