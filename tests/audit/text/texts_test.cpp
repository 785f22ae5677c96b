// SPDX-License-Identifier: Apache-2.0
// Each row of texts.tsv is used, in a source as T::key or in a template as {{t.key}}.
#include "audit/text/texts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace wza::audit {
namespace {

std::string sources_of_the_door() {
  std::string all;
  for (auto const &entry : std::filesystem::recursive_directory_iterator(WZA_SOURCE_DIR "/audit")) {
    std::string const ending = entry.path().extension().string();
    if (ending != ".cpp" && ending != ".h" && ending != ".mustache") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(file), {});
  }
  return all;
}

bool stands_as_word(std::string const &text, std::string const &word) {
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos; ++at) {
    char const behind = at + word.size() < text.size() ? text[at + word.size()] : ' ';
    if (behind != '_' && std::isalnum(static_cast<unsigned char>(behind)) == 0) return true;
  }
  return false;
}

TEST(Texts, EachIsUsedSomewhere) {
  std::string const sources = sources_of_the_door();
  for (UiText const &text : all_texts()) {
    bool const used = stands_as_word(sources, "T::" + std::string(text.key)) ||
                      stands_as_word(sources, "t." + std::string(text.key));
    EXPECT_TRUE(used) << text.key;
  }
}

TEST(Texts, BothLanguagesFillTheSamePlaces) {
  for (UiText const &text : all_texts()) {
    EXPECT_EQ(std::ranges::count(text.text.zh, '{'), std::ranges::count(text.text.en, '{'))
        << text.key;
  }
}

}  // namespace
}  // namespace wza::audit
