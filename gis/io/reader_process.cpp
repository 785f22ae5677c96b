// SPDX-License-Identifier: Apache-2.0
#include "gis/io/reader_process.h"

#include "gis/io/confine.h"
#include "gis/io/csv.h"
#include "gis/io/gdal_reader.h"
#include "gis/io/passed_limits.h"
#include "gis/io/table_wire.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <new>
#include <vector>

namespace wza::gis {
namespace {

namespace fs = std::filesystem;

constexpr int kPipe = 3;
constexpr int kNoMemory = 12, kNotConfined = 13, kBroken = 14;
constexpr std::string_view kName = "input";
constexpr std::string_view kRepair = "repair", kAsIs = "as-is", kLarge = "large", kUsual = "usual";

std::string &reader_program() {
  static std::string program = "/proc/self/exe";
  return program;
}

Error cannot_read_apart(std::string_view zh, std::string_view en) {
  return Error(Text{std::string(zh), std::string(en)}, ExitCode::configuration);
}

/// An empty folder, gone with the object.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "wza-read-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
      throw cannot_read_apart("无法建立临时文件夹。请检查 TMPDIR 和磁盘空间。",
                              "No temporary folder can be made. Check TMPDIR and the free space.");
    }
    m_path = pattern;
  }
  TemporaryFolder(TemporaryFolder const &) = delete;
  TemporaryFolder &operator=(TemporaryFolder const &) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
  }
  fs::path const &path() const { return m_path; }

 private:
  fs::path m_path;
};

/// A folder with a name of ours for the file and for each that belongs to it.
class InputFolder {
 public:
  InputFolder(fs::path const &file, Format const &format) {
    link(file, format.ending);
    for (std::string_view rest = format.beside; !rest.empty();) {
      auto const end = std::min(rest.find(';'), rest.size());
      link_beside(file, rest.substr(0, end));
      rest.remove_prefix(std::min(rest.size(), end + 1));
    }
  }
  std::string path() const { return m_folder.path().string(); }

 private:
  void link(fs::path const &to, std::string_view ending) const {
    fs::create_symlink(fs::canonical(to), m_folder.path() / fmt::format("{}{}", kName, ending));
  }
  void link_beside(fs::path file, std::string_view ending) const {
    std::string upper(ending);
    for (char &c : upper)
      c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    for (std::string const &spelt : {std::string(ending), upper}) {
      file.replace_extension(spelt);
      std::error_code error;
      if (fs::is_regular_file(file, error)) return link(file, ending);
    }
  }
  TemporaryFolder m_folder;  // gone too where a link cannot be made
};

/// The process and our end of its pipe; ended with the object.
class ReaderProcess {
 public:
  ReaderProcess(std::string const &folder, Format const &format, LayerWish const &wish) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw not_started();
    m_pipe = ends[0];
    std::vector<std::string> words{"wza",
                                   std::string(kReaderWord),
                                   folder,
                                   std::string(format.ending),
                                   wish.layer,
                                   std::string(wish.repair_areas ? kRepair : kAsIs),
                                   std::string(wish.large ? kLarge : kUsual)};
    std::vector<char *> arguments;
    for (auto &word : words)
      arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int const standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
      posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], kPipe);
    posix_spawn_file_actions_addclosefrom_np(&actions, kPipe + 1);
    auto const surroundings = environment();
    int const error = posix_spawn(&m_child, reader_program().c_str(), &actions, nullptr,
                                  arguments.data(), surroundings.data());
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (error != 0) throw not_started();
  }
  ReaderProcess(ReaderProcess const &) = delete;
  ReaderProcess &operator=(ReaderProcess const &) = delete;
  ~ReaderProcess() { end(); }

  int pipe() const { return m_pipe; }

  /// Ends it, if it has not ended, and says how it ended, as waitpid does.
  int end() {
    if (m_child <= 0) return m_status;
    close(m_pipe);
    ::kill(m_child, m_may_finish ? 0 : SIGKILL);
    while (waitpid(m_child, &m_status, 0) < 0 && errno == EINTR) {
    }
    m_child = 0;
    return m_status;
  }
  /// After its pipe has ended: it is about to end by itself.
  int wait() {
    m_may_finish = true;
    return end();
  }

 private:
  static Error not_started() {
    return cannot_read_apart("无法启动读取文件的进程。请关闭一些程序后重试。",
                             "The process that reads files cannot be started. Close some programs "
                             "and try again.");
  }
  /// Nothing of ours but where libraries keep their data.
  static std::vector<char *> environment() {
    std::vector<char *> out;
    for (char **entry = environ; *entry != nullptr; ++entry) {
      for (std::string_view name : {"LD_LIBRARY_PATH=", "PROJ_LIB=", "PROJ_DATA=", "GDAL_DATA="}) {
        if (std::string_view(*entry).starts_with(name)) out.push_back(*entry);
      }
    }
    out.push_back(nullptr);
    return out;
  }

  int m_pipe = -1;
  pid_t m_child = 0;
  int m_status = 0;
  bool m_may_finish = false;
};

/// The Problem of the file. Of one that may be read with wider limits it says how.
Problem of_file(std::string const &path, LayerWish const &wish, Problem problem) {
  problem.where = path;
  bool const limit =
      problem.code == ProblemCode::too_large || problem.code == ProblemCode::timed_out;
  if (!limit || wish.large || !wish.large_on_request) return problem;
  problem.remedy.zh += "也可以加上 --large 导入。";
  problem.remedy.en += " Or import it with --large.";
  return problem;
}

/// Why a process ended that did not say what is wrong.
Problem why_cut_off(int status, bool large) {
  if (WIFSIGNALED(status)) {
    int const signal = WTERMSIG(status);
    if (signal == SIGXCPU || signal == SIGKILL) return too_much_cpu(large);
    // GDAL ends the program where it gets no memory.
    if (signal == SIGABRT) return too_much_memory(large);
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == kNoMemory) return too_much_memory(large);
  if (WIFEXITED(status) && WEXITSTATUS(status) == kNotConfined) {
    throw cannot_read_apart("系统不允许限制读取文件的进程（seccomp），为安全起见没有读取。",
                            "The system does not let the process that reads files be confined "
                            "(seccomp), so nothing was read.");
  }
  return no_table({});
}

/// Rows of text; the header is among them.
Result<Done> read_text(std::string const &path, TableSink &sink) {
  sink.begin({});
  return read_csv(path, [&](std::int64_t number, std::span<std::string_view const> cells) {
    Row row;
    row.number = number;
    row.cells.assign(cells.begin(), cells.end());
    sink.row(std::move(row));
  });
}

}  // namespace

void set_reader_program(std::string path) {
  reader_program() = std::move(path);
}

Result<Done> read_apart(std::string const &path, Format const &format, LayerWish const &wish,
                        TableSink &sink) {
  InputFolder const folder(path, format);
  ReaderProcess process(folder.path(), format, wish);
  auto result = read_wire(process.pipe(), wish.large ? WireLimits::large() : WireLimits{}, sink);
  switch (result.end) {
    case WireEnd::whole:
      return Done{};
    case WireEnd::problem:
      return of_file(path, wish, std::move(result.problem));
    case WireEnd::too_large:
      return of_file(path, wish, too_much_table(wish.large));
    case WireEnd::too_slow:
      return of_file(path, wish, too_long(wish.large));
    case WireEnd::cut_off:
      break;
  }
  return of_file(path, wish, why_cut_off(process.wait(), wish.large));
}

int run_reader(std::span<std::string const> words) {
  auto const &folder = words[0];
  auto const &ending = words[1];
  auto const file = fs::path(folder) / fmt::format("{}{}", kName, ending);
  auto const *format = format_of(file.string());
  if (format == nullptr) return kBroken;
  try {
    std::vector<fs::path> files;
    for (auto const &entry : fs::directory_iterator(folder))
      files.push_back(fs::canonical(entry.path()));
    bool const large = words[4] == kLarge;
    if (!confine(folder, files, large ? Limits::large() : Limits{})) _exit(kNotConfined);
    WireWriter wire(kPipe);
    wire.finish(format->register_driver == nullptr
                    ? read_text(file.string(), wire)
                    : read_with_gdal(file.string(), *format,
                                     {words[2], words[3] == kRepair, large, false}, wire));
  } catch (std::bad_alloc const &) {
    _exit(kNoMemory);
  } catch (std::exception const &) {
    _exit(kBroken);
  }
  _exit(0);  // what libraries would tidy up goes with the process
}

}  // namespace wza::gis
