// SPDX-License-Identifier: Apache-2.0
#include "db/model/certificate.h"

#include "db/base/ascii.h"

#include <algorithm>
#include <array>

namespace wza {
namespace {

constexpr std::size_t kIdentityPlaces = 18;
constexpr std::size_t kCertificatePlaces = 20;

/// Without blanks and hyphens, letters in great.
std::string compact(std::string_view text) {
  std::string out;
  for (char const c : trimmed(text)) {
    if (c == ' ' || c == '-') continue;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

Problem refused(std::string_view field, Text reason) {
  Problem p;
  p.code = ProblemCode::bad_value;
  p.field = std::string(field);
  p.reason = std::move(reason);
  p.remedy = {"请对照证件原件改正后重新导入；其他行不受影响。",
              "Correct it from the document itself and import again; the other rows are kept."};
  return p;
}

Result<Secret> checked_identity(std::string number, std::string_view field, LocalDate today) {
  bool const shape = number.size() == kIdentityPlaces &&
                     std::all_of(number.begin(), number.begin() + 17, is_ascii_digit) &&
                     (is_ascii_digit(number[17]) || number[17] == 'X');
  if (!shape) {
    return refused(field, {"身份证号应为 18 位：17 位数字和 1 位校验码。",
                           "An identity number has 17 digits and a check character."});
  }
  auto const birthday = LocalDate::parse(std::string_view(number).substr(6, 8));
  if (!birthday) {
    return refused(field, {"身份证号第 7 至 14 位不是存在的日期。",
                           "Places 7 to 14 of the identity number are no day that exists."});
  }
  if (*birthday > today) {
    return refused(field, {"身份证号第 7 至 14 位的出生日期在将来。",
                           "The birthday in places 7 to 14 of the identity number lies in the "
                           "future."});
  }
  if (identity_check(std::string_view(number).substr(0, 17)) != number[17]) {
    return refused(field, {"身份证号的校验码（第 18 位）不对，某一位数字写错了。",
                           "The check character (place 18) of the identity number is wrong: one of "
                           "its digits is."});
  }
  return Secret(std::move(number));
}

}  // namespace

char identity_check(std::string_view digits) {
  assert(digits.size() == 17);
  // ISO 7064, 7.2 (pure system, recursive): P = 10; P = (P + a) mod 11 × 2 … with M = 11, r = 2.
  int product = 0;
  for (char const c : digits)
    product = (product + (c - '0')) * 2 % 11;
  return "0123456789X"[(12 - product) % 11];
}

Result<Secret> read_identity(std::string_view text, LocalDate today) {
  return checked_identity(compact(text), "id_number", today);
}

Secret Certificate::number() const {
  std::string number(identity.reveal());
  number += static_cast<char>('0' + category);
  number += static_cast<char>('0' + grade);
  return Secret(std::move(number));
}

Result<Certificate> read_certificate(std::string_view text, LocalDate today) {
  auto number = compact(text);
  if (number.size() == kCertificatePlaces + 2 && number[kCertificatePlaces] == 'B' &&
      is_ascii_digit(number.back())) {
    number.resize(kCertificatePlaces);
  }
  if (number.size() != kCertificatePlaces || !is_ascii_digit(number[18]) ||
      !is_ascii_digit(number[19])) {
    return refused("certificate",
                   {"残疾人证号应为 20 位：18 位身份证号、1 位类别、1 位等级。",
                    "A certificate number has 20 places: 18 of the identity number, category, "
                    "grade."});
  }
  int const category = number[18] - '0', grade = number[19] - '0';
  if (category < 1 || category > 7 || grade < 1 || grade > 4) {
    return refused("certificate",
                   {"残疾人证号的最后两位不是有效的类别和等级。",
                    "The last two digits of the certificate number are no category and grade."});
  }
  number.resize(kIdentityPlaces);
  auto identity = checked_identity(std::move(number), "certificate", today);
  if (!identity) return std::move(identity).problem();
  return Certificate{*std::move(identity), category, grade};
}

std::string masked_certificate(Secret const &number) {
  auto const text = number.reveal();
  if (text.size() < kCertificatePlaces) return std::string(kCertificatePlaces, '*');
  std::string masked(text.substr(0, 6));
  masked += std::string(12, '*');
  masked += text.substr(18, 2);
  return masked;
}

}  // namespace wza
