// SPDX-License-Identifier: Apache-2.0
// seccomp(2), landlock(7), setrlimit(2). The filter names what is refused and not what is allowed:
// the calls that libraries make to read a file change with every libc.
#include "gis/io/confine.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <vector>

namespace wza::gis {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;  // sanitizers map terabytes, and are slow
#else
constexpr bool kSanitized = false;
#endif

#if defined(__x86_64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_X86_64;
constexpr unsigned kForeignCalls = 0x40000000;  // the x32 table
#elif defined(__aarch64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_AARCH64;
constexpr unsigned kForeignCalls = 0x7fffffff;
#else
#error "say which system calls this machine has"
#endif

/// Calls that a reader has no need of. Those of other machines are left out.
constexpr int kRefused[] = {
    // the network and other processes
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_listen,
    SYS_accept,
    SYS_accept4,
    SYS_sendto,
    SYS_sendmsg,
    SYS_sendmmsg,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_kill,
    SYS_execve,
    SYS_execveat,
    SYS_setns,
    SYS_unshare,
    SYS_shmget,
    SYS_msgget,
    SYS_semget,
    SYS_io_uring_setup,
    SYS_memfd_create,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_userfaultfd,
    SYS_add_key,
    SYS_request_key,
    SYS_keyctl,
    SYS_pidfd_open,
    SYS_pidfd_getfd,
    // changes of the file system
    SYS_unlinkat,
    SYS_renameat2,
    SYS_mkdirat,
    SYS_linkat,
    SYS_symlinkat,
    SYS_mknodat,
    SYS_truncate,
    SYS_ftruncate,
    SYS_fchmod,
    SYS_fchmodat,
    SYS_fchown,
    SYS_fchownat,
    SYS_utimensat,
    SYS_setxattr,
    SYS_lsetxattr,
    SYS_fsetxattr,
    SYS_mount,
    SYS_umount2,
    SYS_chroot,
    SYS_pivot_root,
    SYS_name_to_handle_at,
    SYS_open_by_handle_at,
#if defined(__x86_64__)
    SYS_fork,
    SYS_vfork,
    SYS_creat,
    SYS_unlink,
    SYS_rename,
    SYS_renameat,
    SYS_mkdir,
    SYS_rmdir,
    SYS_link,
    SYS_symlink,
    SYS_mknod,
    SYS_chmod,
    SYS_chown,
    SYS_lchown,
    SYS_utime,
    SYS_utimes,
#endif
};

class Filter {
 public:
  Filter() {
    load(offsetof(seccomp_data, arch));
    m_code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 1, 0));
    end(SECCOMP_RET_KILL_PROCESS);
    load(offsetof(seccomp_data, nr));
    m_code.push_back(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, kForeignCalls, 0, 1));
    end(SECCOMP_RET_KILL_PROCESS);
  }
  void refuse(int call, int error = EACCES) {
    m_code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 1));
    end(SECCOMP_RET_ERRNO | static_cast<unsigned>(error));
  }
  /// Refuses the call where its argument has one of `bits`, or where it has none of them.
  void refuse_bits(int call, unsigned argument, unsigned bits, bool present) {
    m_code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 4));
    load(offsetof(seccomp_data, args) + argument * sizeof(std::uint64_t));
    m_code.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, present ? kNext : kSkip,
                              present ? kSkip : kNext));
    end(SECCOMP_RET_ERRNO | EACCES);
    end(SECCOMP_RET_ALLOW);
  }
  bool install() {
    end(SECCOMP_RET_ALLOW);
    sock_fprog const program{static_cast<unsigned short>(m_code.size()), m_code.data()};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
  }

 private:
  static constexpr std::uint8_t kNext = 0, kSkip = 1;  // how many instructions to leave out

  void load(std::size_t offset) {
    m_code.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset)));
  }
  void end(unsigned action) { m_code.push_back(BPF_STMT(BPF_RET | BPF_K, action)); }

  std::vector<sock_filter> m_code;
};

bool refuse_calls() {
  constexpr unsigned kWriting = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
  Filter filter;
  for (int const call : kRefused)
    filter.refuse(call);
  filter.refuse_bits(SYS_openat, 2, kWriting, true);
#if defined(__x86_64__)
  filter.refuse_bits(SYS_open, 1, kWriting, true);
#endif
  // Threads are harmless, processes are not; of clone3 the filter cannot see which it makes, and
  // libc asks clone where there is no clone3.
  filter.refuse_bits(SYS_clone, 0, CLONE_THREAD, false);
  filter.refuse(SYS_clone3, ENOSYS);
  filter.refuse(SYS_openat2, ENOSYS);
  return filter.install();
}

void allow_reading(int rules, std::filesystem::path const &path, bool folder) {
  int const at = open(path.c_str(), O_PATH | O_CLOEXEC);
  if (at < 0) return;
  landlock_path_beneath_attr rule{};
  rule.allowed_access =
      LANDLOCK_ACCESS_FS_READ_FILE | (folder ? LANDLOCK_ACCESS_FS_READ_DIR : 0ULL);
  rule.parent_fd = at;
  syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close(at);
}

/// An older kernel has no Landlock: then the one driver and the missing network have to do.
void refuse_other_files(std::filesystem::path const &folder,
                        std::span<std::filesystem::path const> files) {
  constexpr std::uint64_t kFirstVersion = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;
  landlock_ruleset_attr handled{};
  handled.handled_access_fs = kFirstVersion;
  int const rules =
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
  if (rules < 0) return;
  allow_reading(rules, folder, true);
  for (auto const &file : files)
    allow_reading(rules, file, false);
  allow_reading(rules, "/usr/share", true);
  allow_reading(rules, "/usr/lib", true);
  for (char const *name : {"PROJ_LIB", "PROJ_DATA", "GDAL_DATA"}) {
    if (char const *data = std::getenv(name)) allow_reading(rules, data, true);
  }
  syscall(SYS_landlock_restrict_self, rules, 0);
  close(rules);
}

/// What the program has mapped now, in bytes.
std::size_t mapped_now() {
  std::size_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void limit(__rlimit_resource what, rlim_t soft, rlim_t hard) {
  rlimit const bound{soft, hard};
  setrlimit(what, &bound);
}

}  // namespace

bool confine(std::filesystem::path const &folder, std::span<std::filesystem::path const> files,
             Limits const &limits) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_DUMPABLE, 0);
  auto const seconds = static_cast<rlim_t>(limits.cpu.count()) * (kSanitized ? 20 : 1);
  limit(RLIMIT_CPU, seconds, seconds + 1);
  if (!kSanitized) limit(RLIMIT_AS, mapped_now() + limits.memory, mapped_now() + limits.memory);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_FSIZE, 0, 0);
  limit(RLIMIT_NOFILE, 64, 64);
  // A network of its own, without interfaces, where the system lets anybody have one.
  if (unshare(CLONE_NEWNET) != 0) static_cast<void>(unshare(CLONE_NEWUSER | CLONE_NEWNET));
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  refuse_other_files(folder, files);
  return refuse_calls();
}

}  // namespace wza::gis
