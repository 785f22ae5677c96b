// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/known_words.h"

#include "db/base/nfkc.h"
#include "gis/retrofit/household_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <vector>

namespace wza::gis {
namespace {

struct ItemWord {
  std::string_view word, code;
};
/// Beside the names of retrofit_items.tsv.
constexpr std::array kItemWords{
    ItemWord{"坡道", "D-ramp"},
    ItemWord{"轮椅坡道", "D-ramp"},
    ItemWord{"无障碍坡道", "D-ramp"},
    ItemWord{"门口坡道", "D-ramp"},
    ItemWord{"入户坡道", "D-ramp"},
    ItemWord{"出入口坡道", "D-ramp"},
    ItemWord{"斜坡", "D-ramp"},
    ItemWord{"坡化", "D-ramp"},
    ItemWord{"抓杆", "D-grabbar"},
    ItemWord{"安全抓杆", "D-grabbar"},
    ItemWord{"助力抓杆", "D-grabbar"},
    ItemWord{"卫生间扶手", "D-grabbar"},
    ItemWord{"厕所扶手", "D-grabbar"},
    ItemWord{"马桶扶手", "D-grabbar"},
    ItemWord{"坐便器扶手", "D-grabbar"},
    ItemWord{"浴室扶手", "D-grabbar"},
    ItemWord{"淋浴扶手", "D-grabbar"},
    ItemWord{"安全扶手", "D-rail"},
    ItemWord{"走廊扶手", "D-rail"},
    ItemWord{"楼梯扶手", "D-rail"},
    ItemWord{"淋浴椅", "E-17"},
    ItemWord{"洗澡椅", "E-17"},
    ItemWord{"沐浴椅", "E-17"},
    ItemWord{"洗浴椅", "E-17"},
    ItemWord{"马桶", "D-wc"},
    ItemWord{"座便器", "D-wc"},
    ItemWord{"坐便椅", "D-wc"},
    ItemWord{"蹲便改坐便", "D-wc"},
    ItemWord{"蹲便器改坐便器", "D-wc"},
    ItemWord{"卫生间", "D-bathroom"},
    ItemWord{"厕所", "D-bathroom"},
    ItemWord{"无障碍卫生间", "D-bathroom"},
    ItemWord{"浴室", "D-shower"},
    ItemWord{"淋浴间", "D-shower"},
    ItemWord{"门加宽", "D-widen-door"},
    ItemWord{"门拓宽", "D-widen-door"},
    ItemWord{"房门加宽", "D-widen-door"},
    ItemWord{"房门", "D-widen-door"},
    ItemWord{"门槛", "D-threshold"},
    ItemWord{"消除门槛", "D-threshold"},
    ItemWord{"拆除门槛", "D-threshold"},
    ItemWord{"门槛消除", "D-threshold"},
    ItemWord{"地面硬化", "D-harden"},
    ItemWord{"地面平整", "D-harden"},
    ItemWord{"院落硬化", "D-harden"},
    ItemWord{"路面硬化", "D-harden"},
    ItemWord{"平整硬化", "D-harden"},
    ItemWord{"防滑", "D-nonslip"},
    ItemWord{"地面防滑", "D-nonslip"},
    ItemWord{"防滑地面", "D-nonslip"},
    ItemWord{"防滑地砖", "D-nonslip"},
    ItemWord{"灶台", "D-lowstove"},
    ItemWord{"低位橱柜", "D-cabinet"},
    ItemWord{"橱柜", "D-cabinet"},
    ItemWord{"洗手盆", "D-washbasin"},
    ItemWord{"低位洗手池", "D-washbasin"},
    ItemWord{"低位洗手台", "D-washbasin"},
    ItemWord{"感应夜灯", "D-sensorlight"},
    ItemWord{"声控灯", "D-sensorlight"},
    ItemWord{"煤气报警器", "D-gasalarm"},
    ItemWord{"燃气报警器", "D-gasalarm"},
    ItemWord{"煤气泄漏报警器", "D-gasalarm"},
    ItemWord{"燃气泄漏报警器", "D-gasalarm"},
    ItemWord{"电热水器", "D-waterheater"},
    ItemWord{"多功能护理床", "D-nursingbed"},
    ItemWord{"呼叫器", "D-callbell"},
    ItemWord{"呼叫铃", "D-callbell"},
    ItemWord{"紧急呼叫器", "D-callbell"},
    ItemWord{"一键呼叫", "D-callbell"},
    ItemWord{"低位开关", "D-lowswitch"},
    ItemWord{"低位插座", "D-lowswitch"},
    ItemWord{"升降晾衣架", "D-dryrack"},
    ItemWord{"晾衣架", "D-dryrack"},
    ItemWord{"床边扶手", "E-11"},
    ItemWord{"床边护栏", "E-11"},
    ItemWord{"拐杖", "E-24"},
};

std::optional<std::string> exactly(RetrofitStore &store, std::string_view word) {
  if (auto code = store.item(word)) return code;
  for (auto const &known : kItemWords)
    if (known.word == word) return store.item(known.code);
  return std::nullopt;
}

/// Without how many of it: "坡道2处", "扶手(3.5m)", "抓杆x2".
std::string_view without_amount(std::string_view text) {
  auto rest = text;
  if (rest.ends_with(')')) rest.remove_suffix(1);
  for (std::string_view unit :
       {"平方米", "处", "个", "米", "m2", "m", "件", "套", "扇", "台", "张", "根", "副", "把"}) {
    if (!rest.ends_with(unit)) continue;
    rest.remove_suffix(unit.size());
    break;
  }
  auto const amount = rest.find_last_not_of("0123456789.");
  if (amount == std::string_view::npos || amount + 1 == rest.size()) return text;
  rest = rest.substr(0, amount + 1);
  for (std::string_view sign : {"(", "x", "X", "*", "×", ":"})
    if (rest.ends_with(sign)) rest.remove_suffix(sign.size());
  return trimmed(rest);
}

std::string_view without_doing(std::string_view text) {
  for (std::string_view verb : {"安装", "加装", "新建", "修建", "改建", "配置", "配备", "铺设",
                                "增设", "更换", "新装", "加设", "购置", "改造"}) {
    if (text.starts_with(verb) && text.size() > verb.size()) return text.substr(verb.size());
  }
  return text;
}

std::string_view without_kind(std::string_view text) {
  for (std::string_view noun : {"改造", "安装", "建设", "工程", "处理"})
    if (text.ends_with(noun) && text.size() > noun.size())
      return text.substr(0, text.size() - noun.size());
  return text;
}

constexpr auto kMoneyWords = std::to_array<std::string_view>({
    "中央",   "国家", "省级",   "省",       "市级",   "市",     "县级", "县",   "区级", "区",
    "乡镇",   "乡级", "镇级",   "镇",       "乡",     "街道",   "村级", "村",   "本级", "地方",
    "各级",   "上级", "自治区", "财政",     "资金",   "补助",   "补贴", "专项", "配套", "拨款",
    "预算",   "经费", "项目",   "转移支付", "彩票",   "公益金", "福利", "福彩", "体育", "体彩",
    "残疾人", "残疾", "就业",   "保障金",   "残保金", "残联",   "民政", "住建", "乡村", "振兴",
    "衔接",   "事业", "家庭",   "无障碍",   "改造",   "适老化", "社会", "捐赠", "捐款", "捐助",
    "慈善",   "总会", "协会",   "基金会",   "基金",   "企业",   "爱心", "单位", "帮扶", "对口",
    "东西部", "协作", "自筹",   "自费",     "个人",   "群众",   "集体", "其他",
});
constexpr auto kMoneyEnglish = std::to_array<std::string_view>(
    {"state",    "central", "province",   "provincial", "city",      "county", "town",
     "township", "village", "lottery",    "donation",   "donations", "own",    "family",
     "funds",    "fund",    "federation", "levy",       "budget",    "other"});

}  // namespace

std::optional<std::string> item_of(RetrofitStore &store, std::string_view words) {
  if (auto code = exactly(store, words)) return code;
  auto const plain = nfkc(words);
  auto const one = without_amount(trimmed(plain));
  for (auto const word :
       {one, without_doing(one), without_kind(one), without_kind(without_doing(one))}) {
    if (auto code = exactly(store, word)) return code;
  }
  return std::nullopt;
}

bool is_money_source(std::string_view words) {
  auto const text = ascii_lower(nfkc(trimmed(words)));
  // reached[i]: the first i bytes are made of known words.
  std::vector<bool> reached(text.size() + 1);
  reached[0] = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!reached[i]) continue;
    auto const rest = std::string_view(text).substr(i);
    auto const take = [&](std::string_view word) {
      if (rest.starts_with(word)) reached[i + word.size()] = true;
    };
    if (rest.size() > 6 && rest.substr(4).starts_with("年") &&
        rest.substr(0, 4).find_first_not_of("0123456789") == std::string_view::npos) {
      reached[i + rest.find("年") + std::string_view("年").size()] = true;
    }
    for (auto const *list : {" ", "和", "及", "与", "的", "-", "/", "(", ")"})
      take(list);
    for (auto const word : kMoneyWords)
      take(word);
    for (auto const word : kMoneyEnglish)
      take(word);
  }
  return !text.empty() && reached[text.size()];
}

KnownWords::Sealed KnownWords::seal(HouseholdRow &row) {
  Sealed sealed;
  std::string words;
  auto const add = [&words](std::string_view what, std::string_view text) {
    words += fmt::format("{}{}：{}", words.empty() ? "" : "\n", what, text);
  };
  auto &ground = row.household.eligibility;
  if (ground && !is_ground(*ground)) {
    add("困难类型", *ground);
    ground.reset();
    sealed.ground = true;
  }
  if (auto &money = row.retrofit.money_source; money) {
    std::vector<std::string> known;
    for (auto const &source : split_items(*money)) {
      if (is_money_source(source)) {
        known.push_back(source);
      } else {
        add("资金来源", source);
        sealed.money = true;
      }
    }
    money = known.empty() ? std::nullopt : std::optional(fmt::format("{}", fmt::join(known, ";")));
  }
  for (auto &work : row.retrofit.works) {
    if (work.item || work.name == kOtherItem) continue;
    add("改造项目", work.name);
    work.name = kOtherItem;
    sealed.items = true;
  }
  if (words.empty()) return sealed;
  auto &kept = row.personal[PrivateField::unlisted];
  if (!kept.empty()) words = std::string(kept.reveal()) + "\n" + words;
  kept = Secret(std::move(words));
  return sealed;
}

bool KnownWords::is_ground(std::string const &word) {
  constexpr std::size_t kMost = 10'000;
  if (auto const found = m_grounds.find(word); found != m_grounds.end()) return found->second;
  bool const known = m_programmes.income(word).has_value();
  if (m_grounds.size() < kMost) m_grounds.emplace(word, known);
  return known;
}

TextView money_source_words() {
  return {
      "中央、省级、市级、县级、乡镇财政，残保金、彩票公益金、残联、民政、慈善、社会捐赠、企业、自筹"
      "、其他",
      "state, provincial, city, county, lottery, donation, federation, family, other"};
}

}  // namespace wza::gis
