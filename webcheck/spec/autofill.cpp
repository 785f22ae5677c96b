// https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill
// SPDX-License-Identifier: Apache-2.0
#include "webcheck/spec/autofill.h"

#include "db/base/text.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace wza::web {
namespace {

constexpr std::array<std::string_view, 44> kFields{
    "name",
    "honorific-prefix",
    "given-name",
    "additional-name",
    "family-name",
    "honorific-suffix",
    "nickname",
    "username",
    "new-password",
    "current-password",
    "one-time-code",
    "organization-title",
    "organization",
    "street-address",
    "address-line1",
    "address-line2",
    "address-line3",
    "address-level4",
    "address-level3",
    "address-level2",
    "address-level1",
    "country",
    "country-name",
    "postal-code",
    "cc-name",
    "cc-given-name",
    "cc-additional-name",
    "cc-family-name",
    "cc-number",
    "cc-exp",
    "cc-exp-month",
    "cc-exp-year",
    "cc-csc",
    "cc-type",
    "transaction-currency",
    "transaction-amount",
    "language",
    "bday",
    "bday-day",
    "bday-month",
    "bday-year",
    "sex",
    "url",
    "photo",
};
constexpr std::array<std::string_view, 10> kContactFields{"tel",
                                                          "tel-country-code",
                                                          "tel-national",
                                                          "tel-area-code",
                                                          "tel-local",
                                                          "tel-local-prefix",
                                                          "tel-local-suffix",
                                                          "tel-extension",
                                                          "email",
                                                          "impp"};
constexpr std::array<std::string_view, 5> kContactKinds{"home", "work", "mobile", "fax", "pager"};
constexpr std::array<std::string_view, 13> kSwitchingWords{
    "false",   "true",     "no",      "nope", "none", "null", "undefined",
    "disable", "disabled", "enabled", "0",    "1",    "new"};

bool is_one_of(std::string_view word, std::span<std::string_view const> words) {
  return !word.empty() && std::ranges::find(words, word) != words.end();
}

/// Takes words from the front of a text, separated by white space.
class Words {
 public:
  explicit Words(std::string_view text) : m_text(text) { advance(); }
  std::string_view word() const { return m_word; }
  void advance() {
    constexpr std::string_view kWhitespace = " \t\n\f\r";
    m_text.remove_prefix(std::min(m_text.find_first_not_of(kWhitespace), m_text.size()));
    m_word = m_text.substr(0, m_text.find_first_of(kWhitespace));
    m_text.remove_prefix(m_word.size());
  }

 private:
  std::string_view m_text;
  std::string_view m_word;
};

}  // namespace

Autofill autofill_of(std::string_view value) {
  std::string const lower = ascii_lower(trimmed(value));
  if (lower.empty()) return Autofill::none;
  if (lower == "on" || lower == "off") return Autofill::on_or_off;
  if (is_one_of(lower, kSwitchingWords)) return Autofill::switching_word;

  Words words(lower);
  constexpr std::string_view kSection = "section-";
  if (words.word().starts_with(kSection) && words.word() != kSection) words.advance();
  if (words.word() == "shipping" || words.word() == "billing") words.advance();
  bool const contact = is_one_of(words.word(), kContactKinds);
  if (contact) words.advance();
  bool const field =
      is_one_of(words.word(), kContactFields) || (!contact && is_one_of(words.word(), kFields));
  if (!field) return Autofill::invalid;
  words.advance();
  if (words.word() == "webauthn") words.advance();
  return words.word().empty() ? Autofill::detail : Autofill::invalid;
}

}  // namespace wza::web
