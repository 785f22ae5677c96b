// SPDX-License-Identifier: Apache-2.0
#include "db/base/build_id.h"

#include <fmt/format.h>
#include <link.h>

#include <cstddef>
#include <cstring>
#include <span>
#include <string_view>

namespace wza {
namespace {

std::size_t padded(std::size_t size) {
  return (size + 3) / 4 * 4;
}

/// The build id among the notes of a segment; empty without.
std::string id_in(std::span<unsigned char const> notes) {
  constexpr std::string_view kOwner("GNU\0", 4);
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) head;
    std::memcpy(&head, notes.data(), sizeof head);
    std::size_t const name = sizeof head, content = name + padded(head.n_namesz);
    std::size_t const end = content + padded(head.n_descsz);
    if (end > notes.size()) break;
    bool const ours = head.n_type == NT_GNU_BUILD_ID && head.n_namesz == kOwner.size() &&
                      std::memcmp(&notes[name], kOwner.data(), kOwner.size()) == 0;
    if (ours) {
      std::string out;
      for (unsigned char const byte : notes.subspan(content, head.n_descsz))
        out += fmt::format("{:02x}", byte);
      return out;
    }
    notes = notes.subspan(end);
  }
  return {};
}

/// For dl_iterate_phdr, whose first object is the program itself.
int read_program(dl_phdr_info *info, std::size_t /*size*/, void *out) {
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    ElfW(Phdr) const &segment = info->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    auto const *begin = reinterpret_cast<unsigned char const *>(info->dlpi_addr + segment.p_vaddr);
    std::string id = id_in({begin, segment.p_memsz});
    if (!id.empty()) *static_cast<std::string *>(out) = std::move(id);
  }
  return 1;
}

}  // namespace

std::string build_id() {
  std::string id;
  dl_iterate_phdr(read_program, &id);
  return id;
}

}  // namespace wza
