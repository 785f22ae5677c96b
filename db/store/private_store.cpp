// SPDX-License-Identifier: Apache-2.0
#include "db/store/private_store.h"

#include "db/embedded.h"
#include "db/migrate.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>

namespace wza {
namespace {

constexpr std::size_t kKeyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(kKeyBytes == crypto_kdf_KEYBYTES && kKeyBytes == crypto_generichash_KEYBYTES);

unsigned char const *bytes(std::string_view text) {
  return reinterpret_cast<unsigned char const *>(text.data());
}
unsigned char *bytes(std::string &text) {
  return reinterpret_cast<unsigned char *>(text.data());
}

void start_sodium() {
  if (sodium_init() < 0) throw Error("libsodium cannot be started");
}

/// nonce ‖ ciphertext ‖ tag. `context` is bound to it: a field moved to another household or
/// another name does not open.
std::string seal(std::string_view plain, std::string_view context, Secret const &key) {
  std::string sealed(kNonceBytes + plain.size() + kTagBytes, '\0');
  randombytes_buf(sealed.data(), kNonceBytes);
  unsigned long long length = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed) + kNonceBytes, &length, bytes(plain),
                                             plain.size(), bytes(context), context.size(), nullptr,
                                             bytes(sealed), bytes(key.reveal()));
  return sealed;
}

std::optional<Secret> unseal(std::string_view sealed, std::string_view context, Secret const &key) {
  if (sealed.size() < kNonceBytes + kTagBytes) return std::nullopt;
  std::string plain(sealed.size() - kNonceBytes - kTagBytes, '\0');
  unsigned long long length = 0;
  int const opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
      bytes(plain), &length, nullptr, bytes(sealed) + kNonceBytes, sealed.size() - kNonceBytes,
      bytes(context), context.size(), bytes(sealed), bytes(key.reveal()));
  if (opened != 0) return std::nullopt;
  return Secret(std::move(plain));
}

std::string context_of(HouseholdId const &household, std::string_view field) {
  return household.value + "\n" + std::string(field);
}

std::string_view text_of(std::span<std::byte const> blob) {
  return {reinterpret_cast<char const *>(blob.data()), blob.size()};
}
Blob blob_of(std::string const &text) {
  return {std::as_bytes(std::span(text))};
}

Secret subkey(Secret const &master, std::uint64_t number) {
  std::string key(kKeyBytes, '\0');
  crypto_kdf_derive_from_key(bytes(key), key.size(), number, "wza-priv", bytes(master.reveal()));
  return Secret(std::move(key));
}

/// A keyed hash in letters and digits of Crockford's base 32, five bits each.
template <std::size_t kLength>
std::string keyed_letters(Secret const &text, Secret const &key) {
  static_assert(kLength >= crypto_generichash_BYTES_MIN);
  std::array<unsigned char, kLength> hash{};
  crypto_generichash(hash.data(), hash.size(), bytes(text.reveal()), text.reveal().size(),
                     bytes(key.reveal()), kKeyBytes);
  constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string letters;
  for (unsigned char const byte : hash)
    letters += kLetters[byte % 32];
  return letters;
}

TrackerError key_trouble(std::filesystem::path const &path, std::string_view zh,
                         std::string_view en) {
  return TrackerError({fmt::format("密钥文件 {} {}", path.string(), zh),
                       fmt::format("The key file {} {}", path.string(), en)});
}

/// Writes a new key where there is none; the file is its owner's alone and on the disk before it is
/// used. Losing a race to another process is not an error: the key that stands is the key.
void make_key(std::filesystem::path const &path) {
  std::filesystem::create_directories(path.parent_path());
  int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) {
    throw key_trouble(
        path, "无法写入。请检查文件夹权限，或用 WZA_KEY_FILE 指定别处。",
        "cannot be written. Check the rights of its folder, or name another place with "
        "WZA_KEY_FILE.");
  }
  std::array<unsigned char, kKeyBytes> key{};
  randombytes_buf(key.data(), key.size());
  std::array<char, kKeyBytes * 2 + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), key.data(), key.size());
  bool const written =
      ::write(file, hex.data(), kKeyBytes * 2) == kKeyBytes * 2 && ::fsync(file) == 0;
  ::close(file);
  sodium_memzero(key.data(), key.size());
  sodium_memzero(hex.data(), hex.size());
  if (!written) {
    std::filesystem::remove(path);
    throw key_trouble(path, "无法写完。请检查磁盘空间。",
                      "could not be written in full. Check the free space.");
  }
}

Secret read_key(std::filesystem::path const &path) {
  std::ifstream file(path, std::ios::binary);
  std::string hex(kKeyBytes * 2, '\0');
  file.read(hex.data(), static_cast<std::streamsize>(hex.size()));
  std::string key(kKeyBytes, '\0');
  std::size_t length = 0;
  bool const read = file.gcount() == static_cast<std::streamsize>(hex.size()) &&
                    sodium_hex2bin(bytes(key), key.size(), hex.data(), hex.size(), nullptr, &length,
                                   nullptr) == 0 &&
                    length == key.size();
  sodium_memzero(hex.data(), hex.size());
  if (!read) {
    throw key_trouble(
        path, "读不出来或已损坏。请从保管处恢复它；没有它就打不开个人信息。",
        "cannot be read or is damaged. Restore it from where it is kept; without it the "
        "personal data cannot be opened.");
  }
  return Secret(std::move(key));
}

}  // namespace

struct PrivateStore::Keys {
  explicit Keys(Secret const &master)
      : wrapping(subkey(master, 1)),
        naming(subkey(master, 2)),
        checking(subkey(master, 3)),
        finding(subkey(master, 4)) {}
  Secret wrapping;  ///< wraps the data keys of the households
  Secret naming;    ///< makes the pseudonyms
  Secret checking;  ///< seals the mark by which the right key is known
  Secret finding;   ///< makes the blind indexes
};

PrivateStore::PrivateStore(Database db, std::unique_ptr<Keys> keys)
    : m_db(std::move(db)), m_keys(std::move(keys)) {}
PrivateStore::PrivateStore(PrivateStore &&) noexcept = default;
PrivateStore::~PrivateStore() = default;

std::filesystem::path key_path(std::string_view tracker_id) {
  if (char const *named = std::getenv("WZA_KEY_FILE"); named && *named) return named;
  if (char const *config = std::getenv("XDG_CONFIG_HOME"); config && *config) {
    return std::filesystem::path(config) / "wza" / fmt::format("{}.key", tracker_id);
  }
  if (char const *home = std::getenv("HOME"); home && *home) {
    return std::filesystem::path(home) / ".config" / "wza" / fmt::format("{}.key", tracker_id);
  }
  throw Error(Text{"不知道密钥文件放在哪里。请设置 WZA_KEY_FILE。",
                   "It is not known where the key file stands. Set WZA_KEY_FILE."},
              ExitCode::configuration);
}

PrivateStore PrivateStore::open(Tracker &tracker) {
  start_sodium();
  std::string const id = tracker.id();
  std::filesystem::path const path = tracker.private_path();
  std::filesystem::path const key_file = key_path(id);
  bool const is_new = !std::filesystem::exists(path);
  if (!std::filesystem::exists(key_file)) {
    if (!is_new) {
      throw key_trouble(
          key_file, "不存在，打不开已有的个人信息。请从保管处恢复它，或用 WZA_KEY_FILE 指定。",
          "is missing, and the personal data that are kept cannot be opened. Restore it "
          "from where it is kept, or name it with WZA_KEY_FILE.");
    }
    make_key(key_file);
  }
  auto keys = std::make_unique<Keys>(read_key(key_file));
  // SQLite takes over the rights of the main file for its -wal and -shm.
  Database db = is_new ? Database::create(path) : Database::open_write(path);
  std::filesystem::permissions(
      path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  migrate(db, path, tracker.clock(), embedded_private_migrations());
  Statement mark = db.prepare("SELECT sealed FROM key_check");
  if (mark.step()) {
    if (!unseal(text_of(mark.blob(0)), id, keys->checking)) {
      throw key_trouble(key_file, "不是这个跟踪库的密钥。请用 WZA_KEY_FILE 指定正确的密钥文件。",
                        "is not the key of this tracker. Name the right one with WZA_KEY_FILE.");
    }
  } else {
    db.prepare("INSERT INTO key_check(id, sealed) VALUES(1, ?1)")
        .bind(blob_of(seal("wza", id, keys->checking)))
        .run();
  }
  return {std::move(db), std::move(keys)};
}

HouseholdId PrivateStore::pseudonym(Secret const &identity) const {
  return HouseholdId("H-" + keyed_letters<16>(identity, m_keys->naming));
}

std::string PrivateStore::blind_index(std::string_view purpose, Secret const &value) const {
  std::string text(purpose);
  text += '\n';
  text += value.reveal();
  return "K-" + keyed_letters<26>(Secret(std::move(text)), m_keys->finding);
}

std::optional<Secret> PrivateStore::data_key(HouseholdId const &household) {
  Statement row = m_db.prepare("SELECT wrapped_key FROM households WHERE id = ?1");
  if (!row.bind(household).step()) return std::nullopt;
  auto key = unseal(text_of(row.blob(0)), household.value, m_keys->wrapping);
  if (!key) {
    throw TrackerError({"个人信息文件已被改动或损坏。请从备份恢复。",
                        "The file of personal data was altered or is damaged. Restore a backup."});
  }
  return key;
}

PrivateStore::Change PrivateStore::put(HouseholdId const &household, PrivateRecord const &record) {
  std::optional<Secret> key = data_key(household);
  Change change = key ? Change::unchanged : Change::stored;
  if (!key) {
    std::string fresh(kKeyBytes, '\0');
    randombytes_buf(fresh.data(), fresh.size());
    key = Secret(std::move(fresh));
    m_db.prepare("INSERT INTO households(id, wrapped_key) VALUES(?1, ?2)")
        .bind(household, blob_of(seal(key->reveal(), household.value, m_keys->wrapping)))
        .run();
  }
  std::optional<PrivateRecord> const known =
      change == Change::stored ? std::nullopt : get(household);
  for (auto const &[field, value] : record) {
    if (known) {
      auto const old = known->find(field);
      if (old != known->end() && old->second == value) continue;
      change = Change::updated;
    }
    m_db.prepare(
            "INSERT INTO fields(household, field, sealed) VALUES(?1, ?2, ?3) "
            "ON CONFLICT(household, field) DO UPDATE SET sealed = excluded.sealed")
        .bind(household, field,
              blob_of(seal(value.reveal(), context_of(household, wza::key(field)), *key)))
        .run();
  }
  return change;
}

std::optional<PrivateRecord> PrivateStore::get(HouseholdId const &household) {
  std::optional<Secret> const key = data_key(household);
  if (!key) return std::nullopt;
  PrivateRecord record;
  Statement row = m_db.prepare("SELECT field, sealed FROM fields WHERE household = ?1");
  row.bind(household);
  while (row.step()) {
    auto value = unseal(text_of(row.blob(1)), context_of(household, row.text(0)), *key);
    if (!value) {
      throw TrackerError(
          {"个人信息文件已被改动或损坏。请从备份恢复。",
           "The file of personal data was altered or is damaged. Restore a backup."});
    }
    record.emplace(row.get<PrivateField>(0), std::move(*value));
  }
  return record;
}

void PrivateStore::erase(HouseholdId const &household) {
  m_db.prepare("DELETE FROM households WHERE id = ?1").bind(household).run();
}

}  // namespace wza
