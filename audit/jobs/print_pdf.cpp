// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/print_pdf.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

namespace wza::audit {
namespace {

namespace fs = std::filesystem;

fs::path find_chromium() {
  if (char const *chosen = std::getenv("WZA_CHROMIUM")) return chosen;
  char const *const path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    for (char const *name : {"chromium", "chromium-browser", "google-chrome"}) {
      auto const program = fs::path(folder) / name;
      if (access(program.c_str(), X_OK) == 0) return program;
    }
  }
  return {};
}

Problem not_printed(fs::path const &path, Text reason) {
  return {ProblemCode::configuration,
          path.string(),
          "",
          std::nullopt,
          std::move(reason),
          {"请安装 chromium（apt-get install chromium），或导出为 .html，在浏览器中打印成 PDF。",
           "Install chromium (apt-get install chromium), or export as .html and print that to PDF "
           "in a browser."}};
}

/// A folder that goes with the object.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "wza-print-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
      throw Error(Text{"无法建立临时文件夹。", "No temporary folder can be made."});
    path = name;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

/// True if the program ended by itself with 0 in time.
bool ran(std::vector<std::string> words) {
  std::vector<char *> args;
  for (auto &word : words)
    args.push_back(word.data());
  args.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (int const fd : {0, 1, 2})
    posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_RDWR, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);  // its children end with it
  pid_t child = 0;
  int const error = posix_spawn(&child, args[0], &files, &attributes, args.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  if (error != 0) return false;
  int status = 0;
  auto const end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > end) {
      kill(-child, SIGKILL);
      waitpid(child, &status, 0);
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

Result<Done> print_pdf(std::string const &html, fs::path const &path) {
  auto const chromium = find_chromium();
  if (chromium.empty())
    return not_printed(
        path, {"没有找到打印 PDF 所需的 Chromium。", "There is no Chromium, which prints PDF."});
  Folder const folder;
  auto const page = folder.path / "page.html", out = folder.path / "page.pdf";
  std::ofstream(page, std::ios::binary) << html;
  std::vector<std::string> words{chromium.string(),
                                 "--headless=new",
                                 "--disable-gpu",
                                 "--disable-extensions",
                                 "--no-first-run",
                                 "--disable-background-networking",
                                 "--host-resolver-rules=MAP * ~NOTFOUND",
                                 "--no-pdf-header-footer",
                                 "--user-data-dir=" + (folder.path / "profile").string(),
                                 "--print-to-pdf=" + out.string(),
                                 "file://" + page.string()};
  // As root Chromium starts only so; what it opens is ours.
  if (geteuid() == 0) words.insert(words.begin() + 1, "--no-sandbox");
  if (!ran(std::move(words)) || !fs::exists(out) || fs::file_size(out) == 0)
    return not_printed(path, {"Chromium 没有打印出 PDF。", "Chromium printed no PDF."});
  auto const draft = fs::path(path).concat(".part");
  std::error_code error;
  fs::copy_file(out, draft, fs::copy_options::overwrite_existing, error);
  if (!error) fs::rename(draft, path, error);
  if (error) {
    std::error_code ignored;
    fs::remove(draft, ignored);
    throw Error(
        Text{"无法写入文件 " + path.string() + "。请检查磁盘空间和文件夹权限。",
             "Cannot write " + path.string() + ". Check free space and the folder's permissions."},
        ExitCode::refused);
  }
  return Done{};
}

}  // namespace wza::audit
