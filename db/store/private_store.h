// SPDX-License-Identifier: Apache-2.0
// Personal data of households, in a file of their own ("tracker.private.db"), sealed field by field
// with XChaCha20-Poly1305 (libsodium). Each household has a data key, wrapped by the tracker's key,
// which stands outside both files: in $WZA_KEY_FILE, else in the user's configuration folder as
// "wza/<tracker id>.key", readable by its owner alone. A copied tracker is then harmless.
#pragma once

#include "db/base/enum_names.h"
#include "db/base/error.h"
#include "db/base/ids.h"
#include "db/base/secret.h"
#include "db/store/tracker.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string_view>

namespace wza {

/// What may be known of the people of a household, and stands nowhere else.
enum class PrivateField : std::uint8_t {
  name,
  phone,
  address,
  certificate,  ///< number of the disability certificate; contains the identity number
  id_number,    ///< citizen identification number, of people without a certificate
  guardian,
  position,  ///< "lon lat datum" of the home, as it came
  note,
  unlisted,  ///< words for the tracker that no list of ours has: they may tell of a person
};
template <>
struct Names<PrivateField> {
  static constexpr std::array kAll{
      Name{PrivateField::name, "name", "姓名", "Name"},
      Name{PrivateField::phone, "phone", "电话", "Phone"},
      Name{PrivateField::address, "address", "住址", "Address"},
      Name{PrivateField::certificate, "certificate", "残疾人证号", "Certificate number"},
      Name{PrivateField::id_number, "id_number", "身份证号", "Identity number"},
      Name{PrivateField::guardian, "guardian", "监护人", "Guardian"},
      Name{PrivateField::position, "position", "住宅坐标", "Position of the home"},
      Name{PrivateField::note, "note", "备注", "Note"},
      Name{PrivateField::unlisted, "unlisted", "表外文字", "Words that no list has"},
  };
};
static_assert(covers(PrivateField::unlisted));

/// The known fields of one household.
using PrivateRecord = std::map<PrivateField, Secret>;

class PrivateStore {
 public:
  /// Opens the private file of `tracker`, making file and key where neither is there. TrackerError
  /// where the file is there and its key is not, or is another tracker's.
  static PrivateStore open(Tracker &tracker);

  PrivateStore(PrivateStore &&) noexcept;
  ~PrivateStore();

  /// The pseudonym of whoever `identity` names (a certificate number, or name and address where
  /// there is none): a keyed hash, the same each time, which nobody without the key can invert or
  /// recompute. "H-" and 16 letters or digits.
  HouseholdId pseudonym(Secret const &identity) const;

  /// The blind index of one thing that must be found again and not be told: a keyed hash, another
  /// one for each `purpose`, so that a person and a place never look alike. "K-" and 26 letters or
  /// digits.
  std::string blind_index(std::string_view purpose, Secret const &value) const;

  enum class Change : std::uint8_t { stored, updated, unchanged };
  /// Keeps the fields of a household; fields that `record` does not name stay as they are.
  Change put(HouseholdId const &household, PrivateRecord const &record);
  /// Nothing where the household is not known.
  std::optional<PrivateRecord> get(HouseholdId const &household);
  /// Destroys the household's key and its fields.
  void erase(HouseholdId const &household);

  /// For the transaction of an import.
  Database &db() { return m_db; }

 private:
  struct Keys;
  PrivateStore(Database db, std::unique_ptr<Keys> keys);
  std::optional<Secret> data_key(HouseholdId const &household);

  Database m_db;
  std::unique_ptr<Keys> m_keys;
};

/// Where the key of a tracker stands. Error (configuration) where no place is known.
std::filesystem::path key_path(std::string_view tracker_id);

}  // namespace wza
