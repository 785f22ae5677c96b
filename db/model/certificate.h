// SPDX-License-Identifier: Apache-2.0
// The number of a disability certificate: the 18 places of the citizen identification number
// (GB 11643-1999: 6 of the address code, 8 of the birthday, 3 of the sequence, 1 check character
// after ISO 7064 MOD 11-2), then one digit of the category (GB/T 26341-2010, 1 to 7) and one of the
// grade (1 to 4). It contains the identity number: it is sealed, and masked wherever it is shown.
#pragma once

#include "db/base/clock.h"
#include "db/base/error.h"
#include "db/base/secret.h"

#include <string>
#include <string_view>

namespace wza {

/// The check character (0-9 or X) of the first 17 digits of an identity number; ISO 7064 MOD 11-2.
/// `digits` are 17 ASCII digits.
char identity_check(std::string_view digits);

/// The identity number with a great X, where it has 18 places, a birthday that exists and lies not
/// after `today`, and the right check character. The Problem (field "id_number") never quotes it.
/// Whether the address code exists is not asked: codes come and go, and people keep theirs.
Result<Secret> read_identity(std::string_view text, LocalDate today);

struct Certificate {
  Secret identity;   ///< the 18 places of the identity number, X in great
  int category = 0;  ///< 1 to 7
  int grade = 0;     ///< 1 to 4

  /// The 20 places.
  Secret number() const;
};

/// Reads a certificate number; blanks and hyphens are passed over, and so is the mark of a
/// re-issued certificate behind it ("B1"). The Problem (field "certificate") never quotes it.
Result<Certificate> read_certificate(std::string_view text, LocalDate today);

/// What may be shown to a person who has to recognise a certificate: the address code, category and
/// grade; birthday, sequence and check character are stars: "441821************41". What is no
/// certificate number is stars alone.
std::string masked_certificate(Secret const &number);

}  // namespace wza
