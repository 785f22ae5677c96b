// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/language.h"

#include "db/base/text.h"

#include <cld2/public/compact_lang_det.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace wza::web {
namespace {

/// Letters of the scripts by which languages of East Asia are told; an ideograph stands for about
/// two letters of an alphabet.
struct Scripts {
  std::size_t han = 0, kana = 0, hangul = 0, other = 0;
  std::size_t weight() const { return 2 * (han + kana + hangul) + other; }
};

template <class Each>
void each_letter(std::string_view text, Each each) {
  auto const *const bytes = reinterpret_cast<std::uint8_t const *>(text.data());
  auto const size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c >= 0 && u_isalpha(c)) each(c);
  }
}

Scripts scripts_of(std::string_view text) {
  Scripts out;
  each_letter(text, [&out](UChar32 c) {
    if (c < 0x2E80) {
      ++out.other;
      return;
    }
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
      case USCRIPT_HAN:
        ++out.han;
        break;
      case USCRIPT_HIRAGANA:
      case USCRIPT_KATAKANA:
        ++out.kana;
        break;
      case USCRIPT_HANGUL:
        ++out.hangul;
        break;
      default:
        ++out.other;
    }
  });
  return out;
}

constexpr std::size_t kEnoughHan = 20;      // characters without any kana among them
constexpr std::size_t kEnoughLetters = 80;  // of an alphabet
constexpr int kNearlyAll = 85;              // percent
constexpr std::size_t kMostDetectedBytes = 8 * 1024;

/// By script alone: nothing where the script does not tell.
std::string by_script(Scripts const &scripts, std::size_t percent) {
  std::size_t const all = scripts.weight();
  auto const dominates = [&](std::size_t letters) { return 200 * letters >= percent * all; };
  if (all == 0) return {};
  if (scripts.kana * 10 >= scripts.han + scripts.kana && dominates(scripts.han + scripts.kana))
    return "ja";
  if (dominates(scripts.hangul)) return "ko";
  if (scripts.kana * 50 <= scripts.han && dominates(scripts.han)) return "zh";
  return {};
}

struct Guess {
  std::string language;
  int percent = 0;
  bool reliable = false;
};

/// Where the text is cut, a letter is not.
Guess guess_of(std::string_view text) {
  std::string const checked = well_formed(utf8_prefix(text, kMostDetectedBytes));
  // It leaves them alone where it finds characters that no text should hold.
  CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE,
                                 CLD2::UNKNOWN_LANGUAGE};
  int percents[3] = {};
  double scores[3] = {};
  int bytes = 0;
  int valid = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummaryCheckUTF8(checked.data(), static_cast<int>(checked.size()), true,
                                          nullptr, CLD2::kCLDFlagBestEffort, languages, percents,
                                          scores, nullptr, &bytes, &reliable, &valid);
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE) return {};
  std::string_view code = CLD2::LanguageCode(languages[0]);
  code = code.substr(0, code.find('-'));
  if (code == "iw") code = "he";
  return {std::string(code), percents[0], reliable};
}

/// Languages with many speakers, which the detector tells from all others. Latin is left out, for
/// the filler texts of designers.
bool is_well_known(std::string_view language) {
  constexpr std::array<std::string_view, 25> kKnown{
      "ar", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hu", "it", "ja", "ka",
      "ko", "nl", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh"};
  return std::ranges::find(kKnown, language) != kKnown.end();
}

}  // namespace

Known<std::string> recognised_language(std::string_view text) {
  Scripts const scripts = scripts_of(text);
  std::string const script = by_script(scripts, kNearlyAll);
  std::size_t const east = scripts.han + scripts.kana + scripts.hangul;
  if (!script.empty() && east >= kEnoughHan) return script;
  // What mixes scripts mixes languages.
  if (scripts.other < kEnoughLetters || 20 * east > scripts.other)
    return Known<std::string>::unknown();
  Guess guess = guess_of(text);
  bool const sure = guess.reliable && guess.percent >= kNearlyAll && is_well_known(guess.language);
  if (!sure) return Known<std::string>::unknown();
  return std::move(guess.language);
}

std::string likeliest_language(std::string_view text) {
  std::string script = by_script(scripts_of(text), 50);
  return script.empty() ? guess_of(text).language : script;
}

bool same_language(std::string_view a, std::string_view b) {
  constexpr std::array<std::string_view, 8> kFamilies{
      " zh cmn yue wuu lzh nan hak gan cdo cjy cpx hsn mnp ",
      " no nb nn da sv ",
      " sr hr bs sh cnr sl ",
      " id ms min jv ",
      " tl fil ceb ",
      " fa prs tg ps ",
      " es gl ast ca pt ",
      " en sco "};
  std::string const left = ascii_lower(a);
  std::string const right = ascii_lower(b);
  if (left == right) return true;
  auto const has = [](std::string_view family, std::string const &one) {
    return family.find(" " + one + " ") != std::string_view::npos;
  };
  return std::ranges::any_of(
      kFamilies, [&](std::string_view family) { return has(family, left) && has(family, right); });
}

std::string tag_for(std::string_view language, std::string_view text) {
  if (language != "zh") return std::string(language);
  // Frequent characters that only one of the two ways of writing has, in pairs.
  constexpr std::u32string_view kSimplified = U"国学会们这说对时来发个为经业务办见门东车";
  constexpr std::u32string_view kTraditional = U"國學會們這說對時來發個為經業務辦見門東車";
  std::size_t simplified = 0;
  std::size_t traditional = 0;
  each_letter(text, [&](UChar32 c) {
    auto const letter = static_cast<char32_t>(c);
    if (kSimplified.find(letter) != std::u32string_view::npos) ++simplified;
    if (kTraditional.find(letter) != std::u32string_view::npos) ++traditional;
  });
  return traditional > 2 * simplified ? "zh-Hant" : "zh-CN";
}

}  // namespace wza::web
