// SPDX-License-Identifier: Apache-2.0
#include "gis/field/fact_words.h"

#include "db/store/reference.h"

#include <algorithm>
#include <array>

namespace wza::gis {
namespace {

struct ChoiceWord {
  std::string_view word, zh, en;
};
constexpr std::array kChoiceWords{
    ChoiceWord{"manual", "手动", "by hand"},
    ChoiceWord{"automatic", "自动", "automatic"},
    ChoiceWord{"level_slope", "平坡出入口", "level slope"},
    ChoiceWord{"steps_and_ramp", "台阶和轮椅坡道", "steps and ramp"},
    ChoiceWord{"steps_and_lift", "台阶和升降平台", "steps and platform lift"},
    ChoiceWord{"single", "单层扶手", "single rail"},
    ChoiceWord{"double", "双层扶手", "double rail"},
    ChoiceWord{"full_width", "全宽式单面坡", "full width"},
    ChoiceWord{"three_face", "三面坡", "three faces"},
    ChoiceWord{"other", "其他形式", "another form"},
    ChoiceWord{"flush", "与路缘石上沿齐平", "flush with the kerb top"},
    ChoiceWord{"lower", "低于路缘石上沿", "lower than the kerb top"},
    ChoiceWord{"standard", "普通轿厢", "standard car"},
    ChoiceWord{"stretcher_wide", "可容担架的宽轿厢", "stretcher car, wide"},
    ChoiceWord{"stretcher_deep", "可容担架的深轿厢", "stretcher car, deep"},
    ChoiceWord{"vertical", "垂直升降平台", "vertical"},
    ChoiceWord{"inclined", "斜向升降平台", "inclined"},
    ChoiceWord{"class_1", "Ⅰ类", "class I"},
    ChoiceWord{"class_2", "Ⅱ类", "class II"},
    ChoiceWord{"class_3", "Ⅲ类", "class III"},
    ChoiceWord{"class_4", "Ⅳ类", "class IV"},
    ChoiceWord{"special", "特级", "special"},
    ChoiceWord{"class_a", "甲级", "class A"},
    ChoiceWord{"class_b", "乙级", "class B"},
    ChoiceWord{"class_c", "丙级", "class C"},
};

}  // namespace

FactNames fact_names(Tracker &tracker) {
  FactNames names{
      {"build", {"新建还是既有", "new or existing"}},
      {"place_type", {"场所类型", "type of place"}},
      {"applies", {"督导人员认为该条是否适用", "whether it applies, by the inspector"}},
  };
  for (auto &fact : ReferenceStore(tracker).facts())
    names.emplace(std::move(fact.name), std::move(fact.question));
  return names;
}

Text choice_label(std::string_view word) {
  auto const found = std::find_if(kChoiceWords.begin(), kChoiceWords.end(),
                                  [&](ChoiceWord const &one) { return one.word == word; });
  if (found == kChoiceWords.end()) return {std::string(word), std::string(word)};
  return {std::string(found->zh), std::string(found->en)};
}

std::string plain_question(std::string_view question) {
  std::string plain(question);
  for (std::string_view asking : {"是否为", "是否"}) {
    auto const at = plain.find(asking);
    if (at == std::string::npos) continue;
    plain.erase(at, asking.size());
    break;
  }
  return plain;
}

}  // namespace wza::gis
