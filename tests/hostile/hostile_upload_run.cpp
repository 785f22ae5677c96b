// SPDX-License-Identifier: Apache-2.0
#include "tests/hostile/hostile_upload_run.h"

#include <arpa/inet.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>

namespace wza::test {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSecret = "geheim-7f3a91c2";

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "wza-hostile-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    m_path = pattern;
  }
  Folder(Folder const &) = delete;
  Folder &operator=(Folder const &) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
  }
  fs::path const &path() const { return m_path; }

 private:
  fs::path m_path;
};

/// Somebody who listens on this machine and counts who comes.
class Listener {
 public:
  Listener() : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *const any = reinterpret_cast<sockaddr *>(&address);
    if (bind(m_socket, any, size) != 0 || listen(m_socket, 16) != 0 ||
        getsockname(m_socket, any, &size) != 0)
      throw std::runtime_error("cannot listen");
    m_port = ntohs(address.sin_port);
  }
  Listener(Listener const &) = delete;
  Listener &operator=(Listener const &) = delete;
  ~Listener() { close(m_socket); }

  std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
  int connections() const {
    int count = 0;
    for (int peer = 0; (peer = accept(m_socket, nullptr, nullptr)) >= 0; ++count)
      close(peer);
    return count;
  }

 private:
  int m_socket;
  int m_port = 0;
};

std::string content_of(fs::path const &path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool is_trackers(fs::path const &path) {
  return path.filename().string().starts_with("tracker.") || path.filename() == "key";
}

using Files = std::map<std::string, std::pair<std::uintmax_t, fs::file_time_type>>;
Files files_in(fs::path const &folder) {
  Files out;
  for (auto const &entry : fs::recursive_directory_iterator(folder)) {
    if (!is_trackers(entry.path()))
      out[entry.path().string()] = {entry.is_regular_file() ? entry.file_size() : 0,
                                    entry.last_write_time()};
  }
  return out;
}

std::string with_bait(std::string name, Bait const &bait) {
  for (auto const &[word, what] : {std::pair{"URL", &bait.url}, {"FILE", &bait.file}}) {
    if (auto const at = name.find(word); at != std::string::npos)
      name.replace(at, std::string_view(word).size(), *what);
  }
  return name;
}

/// A tracker with districts, made once.
fs::path const &tracker_to_copy() {
  static Folder const folder;
  static fs::path const made = [] {
    std::string const at = folder.path().string();
    setenv("WZA_KEY_FILE", (folder.path() / "key").c_str(), 1);
    run_measured({"init"}, at, {}, 600);
    run_measured({"import", "districts", WZA_TEST_DATA "/demo/districts.geojson", "--source", "x",
                  "--date", "2024"},
                 at, {}, 600);
    return folder.path() / "tracker.gpkg";
  }();
  return made;
}

}  // namespace

UploadRun import_upload(HostileUpload const &upload, unsigned most_cpu) {
  Folder const outside;
  Folder const inside;
  Listener const listener;
  Bait const bait{listener.url(), (outside.path() / "secret.csv").string()};
  std::ofstream(bait.file) << "code,name\n990101," << kSecret << "\n";
  fs::copy(tracker_to_copy(), inside.path() / "tracker.gpkg");
  setenv("WZA_KEY_FILE", (inside.path() / "key").c_str(), 1);
  setenv("TMPDIR", inside.path().c_str(), 1);
  std::string const name = with_bait(std::string(upload.file), bait);
  if (upload.make != nullptr)
    std::ofstream(inside.path() / name, std::ios::binary) << upload.make(bait);
  if (upload.furnish != nullptr) {
    fs::create_directory(inside.path() / name);
    upload.furnish((inside.path() / name).string(), bait);
  }
  std::vector<std::string> words{"import",   std::string(upload.kind),
                                 name,       "--datum",
                                 "cgcs2000", "--source",
                                 "x",        "--date",
                                 "2024",     "--lang",
                                 "en"};
  if (!upload.option.empty()) {
    std::ofstream(inside.path() / "good.csv")
        << "编号,名称,类型,经度,纬度\n1,a,school,123.4,29.05\n";
    words[2] = "good.csv";
    words.insert(words.end(), {std::string(upload.option), name});
  }
  auto before = files_in(inside.path());
  before.merge(files_in(outside.path()));

  UploadRun out;
  out.run = run_measured(words, inside.path().string(), {}, most_cpu);
  unsetenv("TMPDIR");
  unsetenv("WZA_KEY_FILE");
  out.connections = listener.connections();
  auto after = files_in(inside.path());
  after.merge(files_in(outside.path()));
  for (auto const &[file, state] : before) {
    if (auto const same = after.find(file); same == after.end() || same->second != state)
      out.changed.push_back(file);
    after.erase(file);
  }
  for (auto const &[file, state] : after)
    out.changed.push_back(file);
  out.told_secret = (out.run.out + out.run.err).find(kSecret) != std::string::npos;
  for (auto const &entry : fs::directory_iterator(inside.path())) {
    if (is_trackers(entry.path()) && content_of(entry.path()).find(kSecret) != std::string::npos)
      out.told_secret = true;
  }
  return out;
}

}  // namespace wza::test
