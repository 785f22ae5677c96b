// SPDX-License-Identifier: Apache-2.0
#include "gis/districts/place_name.h"

#include "db/base/text.h"

#include <algorithm>
#include <array>

namespace wza::gis {
namespace {

constexpr std::size_t kSyllable = 3;  // bytes of a Chinese character

struct Ending {
  std::string_view word;
  DistrictLevel level;
  PlaceKind kind;
};

// Of each level the longest first.
constexpr std::array kEndings{
    Ending{"特别行政区", DistrictLevel::province, PlaceKind::province},
    Ending{"自治区", DistrictLevel::province, PlaceKind::province},
    Ending{"省", DistrictLevel::province, PlaceKind::province},
    Ending{"市", DistrictLevel::province, PlaceKind::municipality},
    Ending{"自治州", DistrictLevel::prefecture, PlaceKind::prefecture},
    Ending{"地区", DistrictLevel::prefecture, PlaceKind::prefecture},
    Ending{"市", DistrictLevel::prefecture, PlaceKind::prefecture},
    Ending{"州", DistrictLevel::prefecture, PlaceKind::prefecture},
    Ending{"盟", DistrictLevel::prefecture, PlaceKind::prefecture},
    Ending{"自治县", DistrictLevel::county, PlaceKind::county},
    Ending{"自治旗", DistrictLevel::county, PlaceKind::county},
    Ending{"县", DistrictLevel::county, PlaceKind::county},
    Ending{"市", DistrictLevel::county, PlaceKind::county},
    Ending{"区", DistrictLevel::county, PlaceKind::county},
    Ending{"旗", DistrictLevel::county, PlaceKind::county},
    Ending{"街道办事处", DistrictLevel::township, PlaceKind::street},
    Ending{"街道办", DistrictLevel::township, PlaceKind::street},
    Ending{"办事处", DistrictLevel::township, PlaceKind::street},
    Ending{"街道", DistrictLevel::township, PlaceKind::street},
    Ending{"街办", DistrictLevel::township, PlaceKind::street},
    Ending{"镇", DistrictLevel::township, PlaceKind::town},
    Ending{"民族乡", DistrictLevel::township, PlaceKind::township},
    Ending{"乡", DistrictLevel::township, PlaceKind::township},
    Ending{"苏木", DistrictLevel::township, PlaceKind::township},
    Ending{"村民委员会", DistrictLevel::village, PlaceKind::village},
    Ending{"村委会", DistrictLevel::village, PlaceKind::village},
    Ending{"村委", DistrictLevel::village, PlaceKind::village},
    Ending{"村", DistrictLevel::village, PlaceKind::village},
    Ending{"社区居民委员会", DistrictLevel::village, PlaceKind::community},
    Ending{"社区居委会", DistrictLevel::village, PlaceKind::community},
    Ending{"居民委员会", DistrictLevel::village, PlaceKind::community},
    Ending{"居委会", DistrictLevel::village, PlaceKind::community},
    Ending{"社区", DistrictLevel::village, PlaceKind::community},
};

// The peoples after whom autonomous units are named, without 族; "各" stands for several.
constexpr std::array<std::string_view, 44> kPeoples{
    "各",   "壮",       "瑶",     "苗",   "侗",   "回",     "彝",     "藏",     "满",
    "蒙古", "土家",     "布依",   "朝鲜", "白",   "哈尼",   "哈萨克", "黎",     "傣",
    "畲",   "傈僳",     "仡佬",   "拉祜", "水",   "佤",     "纳西",   "羌",     "土",
    "仫佬", "柯尔克孜", "达斡尔", "景颇", "撒拉", "毛南",   "布朗",   "塔吉克", "阿昌",
    "普米", "鄂温克",   "怒",     "京",   "保安", "俄罗斯", "裕固",   "锡伯"};

// What makes a street, a building or a hill of the stem before it.
constexpr std::array<std::string_view, 22> kStreetWords{
    "路",   "街",   "巷",   "道",   "桥",   "里",   "弄",   "山",   "庄",   "苑",   "花园",
    "广场", "大厦", "酒店", "宾馆", "公馆", "商城", "大道", "胡同", "小区", "农场", "林场"};
constexpr std::string_view kDirections = "东南西北中前后上下内外新老一二三四五";

constexpr std::array<std::string_view, 13> kZones{"高新技术产业开发区",
                                                  "经济技术开发区",
                                                  "经济开发区",
                                                  "产业集聚区",
                                                  "高新区",
                                                  "开发区",
                                                  "经开区",
                                                  "管理区",
                                                  "示范区",
                                                  "园区",
                                                  "度假区",
                                                  "经济区",
                                                  "新区"};

/// The peoples at the beginning of `words`: bytes.
std::size_t peoples_length(std::string_view words) {
  std::size_t length = 0;
  for (bool more = true; more;) {
    more = false;
    for (auto const people : kPeoples) {
      auto const rest = words.substr(length);
      if (!rest.starts_with(people) || !rest.substr(people.size()).starts_with("族")) continue;
      length += people.size() + kSyllable;
      more = true;
      break;
    }
  }
  // Uyghurs and Mongols have units without 族.
  for (std::string_view people : {"维吾尔", "蒙古"}) {
    if (length == 0 && words.substr(0, people.size()) == people &&
        words.substr(people.size()).starts_with("自治"))
      return people.size();
  }
  return length;
}

/// The stem without the peoples at its end.
std::string_view without_peoples(std::string_view stem) {
  for (std::size_t cut = 2 * kSyllable; cut < stem.size(); cut += kSyllable) {
    auto const tail = stem.substr(cut);
    if (peoples_length(tail) == tail.size() || tail == "维吾尔" || tail == "蒙古")
      return stem.substr(0, cut);
  }
  return stem;
}

/// The ending of `level` with which `words` begin; the municipality's too for a province.
Ending const *ending_at(std::string_view words, DistrictLevel level) {
  for (auto const &ending : kEndings) {
    if (ending.level == level && words.starts_with(ending.word)) return &ending;
  }
  return nullptr;
}

/// Whether `behind` makes something else of the stem before it.
bool is_something_else(std::string_view behind) {
  for (auto const &ending : kEndings) {
    if (ending.level >= DistrictLevel::county && behind.starts_with(ending.word)) return true;
  }
  // 桂林中路, 长安东大街
  for (int skipped = 0; skipped < 2; ++skipped) {
    for (auto const word : kStreetWords) {
      if (behind.starts_with(word)) return true;
    }
    if (behind.size() < kSyllable ||
        kDirections.find(behind.substr(0, kSyllable)) == kDirections.npos)
      break;
    behind.remove_prefix(kSyllable);
    if (behind.starts_with("大街")) return true;
  }
  return false;
}

}  // namespace

PlaceName place_name_of(std::string_view name, DistrictLevel level) {
  Ending const *found = nullptr;
  for (auto const &ending : kEndings) {
    if (ending.level == level && name.ends_with(ending.word) &&
        name.size() >= ending.word.size() + 2 * kSyllable &&
        (found == nullptr || ending.word.size() > found->word.size()))
      found = &ending;
  }
  if (found == nullptr) return {std::string(name), PlaceKind::none};
  name.remove_suffix(found->word.size());
  return {std::string(without_peoples(name)), found->kind};
}

FittedName fit_of(std::string_view behind, PlaceKind kind, DistrictLevel level) {
  if (kind == PlaceKind::none) return {NameFit::exact, 0};
  auto const peoples = peoples_length(behind);
  if (auto const *ending = ending_at(behind.substr(peoples), level)) {
    auto const length = peoples + ending->word.size();
    if (ending->kind == kind) return {NameFit::exact, length};
    bool const is_province = level == DistrictLevel::province;  // 吉林市 is not 吉林省
    if (!is_province) return {NameFit::changed, length};
  }
  if (level > DistrictLevel::county) return {};
  // 资阳高新区 is a zone of 资阳, but 临桂新区 is not 临桂区.
  bool const zone = std::any_of(kZones.begin(), kZones.end(),
                                [&](auto word) { return behind.starts_with(word); });
  bool const doubtful = zone ? level == DistrictLevel::county : is_something_else(behind);
  return {doubtful ? NameFit::doubtful : NameFit::brief, 0};
}

std::size_t zone_length(std::string_view words) {
  constexpr std::string_view kNoZone = "市辖区";
  if (words.starts_with(kNoZone)) return kNoZone.size();
  constexpr std::size_t kMost = 8 * kSyllable;  // before the ending
  for (std::size_t at = 0; at <= kMost && at < words.size(); at += kSyllable) {
    for (auto const zone : kZones) {
      if (words.substr(at).starts_with(zone)) return at + zone.size();
    }
    for (std::string_view other : {"县", "镇", "乡", "街", "路", "村", "号", "市", "区"}) {
      if (words.substr(at).starts_with(other)) return 0;
    }
  }
  return 0;
}

std::string plain_address(std::string_view address) {
  constexpr std::array<std::string_view, 11> kSigns{"　", "。", "、", "【", "】", "《",
                                                    "》", "“",  "”",  "·",  "—"};
  // Full-width signs, letters and digits begin so; none stands in a district's name.
  constexpr std::array<std::string_view, 2> kFullWidth{"\xEF\xBC", "\xEF\xBD"};
  constexpr std::array<std::string_view, 2> kInvisible{"\xC2\xA0", "\xEF\xBB\xBF"};
  std::string out;
  for (std::size_t i = 0; i < address.size();) {
    std::size_t const length = std::max<std::size_t>(1, utf8_sequence_length(address.substr(i)));
    auto const letter = address.substr(i, length);
    i += length;
    if (length == 1) {
      char const c = letter[0];
      bool const is_digit = c >= '0' && c <= '9';
      bool const is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      // A post code, a number or a key before the first name tells nothing.
      if ((is_letter || is_digit) && !out.empty()) out += c;
      continue;
    }
    auto const begins = [&](auto word) { return letter.starts_with(word); };
    if (std::none_of(kSigns.begin(), kSigns.end(), begins) &&
        std::none_of(kFullWidth.begin(), kFullWidth.end(), begins) &&
        std::none_of(kInvisible.begin(), kInvisible.end(), begins))
      out += letter;
  }
  for (std::string_view nation : {"中华人民共和国", "中国"}) {
    if (out.starts_with(nation)) out.erase(0, nation.size());
  }
  return out;
}

}  // namespace wza::gis
