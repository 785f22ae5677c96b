// SPDX-License-Identifier: Apache-2.0
#include "db/base/json_writer.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace wza {
namespace {

TEST(JsonWriter, PutsCommasBetweenMembersAndItems) {
  JsonWriter json;
  json.begin_object().member("a", "x").key("b").begin_array().value(1).value(-2).null().end_array();
  json.key("c").begin_object().end_object().key("d").begin_array().end_array();
  json.member("e", true)
      .key("f")
      .raw(R"({"g":[]})")
      .member("h", "{")
      .member("i", false)
      .end_object();
  EXPECT_EQ(json.take(),
            R"({"a":"x","b":[1,-2,null],"c":{},"d":[],"e":true,"f":{"g":[]},"h":"{","i":false})");
  EXPECT_EQ(json.text(), "");
}

TEST(JsonWriter, EveryByteComesBackAsItWas) {
  std::string all = "政府\"网站\\\U0001F9D1";
  for (char c = 0; c < 0x7F; ++c)
    all += c;
  JsonWriter json;
  json.value(all);
  EXPECT_EQ(nlohmann::json::parse(json.text()), all);
}

TEST(JsonWriter, WhatIsNotUtf8IsReplaced) {
  JsonWriter json;
  json.value("a\xFF\xE6\x94z");
  EXPECT_EQ(json.text(), "\"a\uFFFD\uFFFDz\"");
}

}  // namespace
}  // namespace wza
