// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/name.h"

#include "tests/support/page_of.h"
#include "webcheck/a11y/flat_text.h"

#include <gtest/gtest.h>

#include <string>

namespace wza::web {
namespace {

/// The name of the element with id="t"; "?" before it where it is not sure that there is one.
std::string name_of(std::string_view html) {
  Page const page = page_of(html);
  NodeId const n = page.dom().by_id("t");
  EXPECT_TRUE(n.valid()) << html;
  Name const name = accessible_name(page.a11y(), n);
  return (name.present.is_unknown() ? "?" : "") + name.text;
}

TEST(Name, comes_from_content_where_the_role_says_so) {
  EXPECT_EQ(name_of("<a id=t href=#> 政务 \n 公开 </a>"), "政务 公开");
  EXPECT_EQ(name_of("<a id=t href=#>政<b>务</b>公开</a>"), "政务公开");
  EXPECT_EQ(name_of("<a id=t href=#><div>政务</div>公开</a>"), "政务 公开");
  EXPECT_EQ(name_of("<a id=t href=#>政务<br>公开</a>"), "政务 公开");
  EXPECT_EQ(name_of("<div id=t>正文</div>"), "");
  EXPECT_EQ(name_of("<div id=t role=textbox>正文</div>"), "");
}

TEST(Name, prefers_labelledby_over_label_over_the_markup_over_content_over_title) {
  std::string const all = " aria-label=乙 title=丁>丙</a><p id=a>甲</p>";
  EXPECT_EQ(name_of("<a id=t href=# aria-labelledby=a" + all), "甲");
  EXPECT_EQ(name_of("<a id=t href=# aria-labelledby=nowhere" + all), "乙");
  EXPECT_EQ(name_of("<a id=t href=# aria-label=' ' title=丁>丙</a>"), "丙");
  EXPECT_EQ(name_of("<a id=t href=# title=丁></a>"), "丁");
  EXPECT_EQ(name_of("<input id=t title=丁 placeholder=戊>"), "丁");
  EXPECT_EQ(name_of("<input id=t placeholder=戊>"), "戊");
}

TEST(Name, joins_all_elements_that_labelledby_names) {
  EXPECT_EQ(
      name_of("<i id=a>办件</i><i id=b hidden>进度</i><b id=t role=img aria-labelledby='a b'>"),
      "办件 进度");
  EXPECT_EQ(name_of("<button id=t aria-label=删除 aria-labelledby='t f'></button><i id=f>附件</i>"),
            "删除 附件");
}

TEST(Name, does_not_follow_a_reference_inside_a_reference) {
  EXPECT_EQ(name_of("<b id=t role=img aria-labelledby=a></b><i id=a aria-labelledby=b>甲</i>"
                    "<i id=b>乙</i>"),
            "甲");
}

TEST(Name, leaves_out_hidden_content_unless_a_reference_names_it) {
  EXPECT_EQ(name_of("<a id=t href=#>更多<i hidden>隐藏</i></a>"), "更多");
  EXPECT_EQ(name_of("<a id=t href=#>更多<i aria-hidden=true>隐藏</i></a>"), "更多");
  EXPECT_EQ(name_of("<a id=t href=#>更多<script>var a</script><style>a{}</style></a>"), "更多");
  EXPECT_EQ(name_of("<a id=t href=#>更多<noscript>隐藏</noscript></a>"), "更多");
  EXPECT_EQ(name_of("<b id=t role=img aria-labelledby=a></b><i id=a hidden>甲<b>乙</b></i>"),
            "甲乙");
}

TEST(Name, has_the_words_of_generated_content) {
  EXPECT_EQ(name_of("<style>a::before{content:'附件：'}a::after{content:'（新）'}</style>"
                    "<a id=t href=#>表格</a>"),
            "附件：表格（新）");
  EXPECT_EQ(name_of("<style>a::before{content:'x';display:none}</style><a id=t href=#></a>"), "");
}

TEST(Name, of_a_field_is_that_of_its_labels) {
  EXPECT_EQ(name_of("<label for=t>姓名</label><input id=t>"), "姓名");
  EXPECT_EQ(name_of("<label>姓名 <input id=t value=张三> 必填</label>"), "姓名 必填");
  EXPECT_EQ(name_of("<label for=t>出生</label><label for=t>日期</label><input id=t>"), "出生 日期");
  EXPECT_EQ(name_of("<label>甲<input><input id=t></label>"), "");
  EXPECT_EQ(name_of("<label for=x>甲<input id=t></label>"), "");
}

TEST(Name, takes_the_value_of_a_control_inside_a_label) {
  EXPECT_EQ(name_of("<label for=t>每页 <input value=20> 条</label><input id=t type=checkbox>"),
            "每页 20 条");
  EXPECT_EQ(name_of("<label for=t>每 <select><option>天<option selected>周</select></label>"
                    "<input id=t type=checkbox>"),
            "每 周");
  EXPECT_EQ(name_of("<label for=t>音量 <b role=slider aria-valuenow=5>x</b></label><input id=t>"),
            "音量 5");
}

TEST(Name, of_groups_tables_and_figures_is_their_heading) {
  EXPECT_EQ(name_of("<fieldset id=t><legend>性别</legend></fieldset>"), "性别");
  EXPECT_EQ(name_of("<table id=t><caption>办件量</caption></table>"), "办件量");
  EXPECT_EQ(name_of("<figure id=t><img><figcaption>县城</figcaption></figure>"), "县城");
  EXPECT_EQ(name_of("<svg id=t><title>标志</title></svg>"), "标志");
}

TEST(Name, of_buttons_is_their_value_or_the_browsers_word) {
  EXPECT_EQ(name_of("<input id=t type=button value=查询>"), "查询");
  EXPECT_EQ(name_of("<input id=t type=submit>"), "提交");
  EXPECT_EQ(name_of("<input id=t type=reset>"), "重置");
  EXPECT_EQ(name_of("<input id=t type=submit value=''>"), "");
}

TEST(Name, is_doubtful_where_only_an_icon_font_speaks) {
  EXPECT_EQ(name_of("<a id=t href=#>&#xe600;</a>").substr(0, 1), "?");
  EXPECT_EQ(name_of("<a id=t href=# title=搜索>&#xe600;</a>").substr(0, 1), "\xEE");
}

TEST(Name, adds_what_aria_owns_names) {
  EXPECT_EQ(name_of("<a id=t href=# aria-owns=o>甲</a><i id=o>乙</i>"), "甲乙");
}

TEST(Name, comes_to_an_end_whatever_points_at_whatever) {
  EXPECT_EQ(name_of("<a id=t href=# aria-owns=t>甲</a>"), "甲");
  EXPECT_EQ(name_of("<b id=o aria-owns=p>乙</b><b id=p aria-owns=o>丙</b>"
                    "<a id=t href=# aria-owns=o>甲</a>"),
            "甲乙丙");
  EXPECT_EQ(name_of("<label for=t>甲<input id=u type=checkbox></label>"
                    "<label for=u>乙<input id=t type=checkbox></label>"),
            "甲 乙");
}

TEST(Name, of_very_deep_content_is_doubtful_and_costs_no_stack) {
  std::string html = "<div role=link id=t>";
  for (int i = 0; i < 2000; ++i)
    html += "<div role=link>";
  EXPECT_EQ(name_of(html + "x"), "?");
}

TEST(Name, of_many_nested_links_stays_within_a_budget) {
  std::string html;
  for (int i = 0; i < 500; ++i)
    html += "<div role=link aria-owns='a b c d'>";
  html += "<i id=a aria-owns='b c d'></i><i id=b aria-owns='a c d'></i>";
  html += "<i id=c aria-owns='a b d'></i><i id=d aria-owns='a b c'></i>";
  Page const page = page_of(html);
  int doubtful = 0;
  for (NodeId n{1}; n.value < page.dom().size(); ++n.value) {
    if (page.a11y().role(n) != Role::link) continue;
    doubtful += accessible_name(page.a11y(), n).present.is_unknown() ? 1 : 0;
  }
  EXPECT_GT(doubtful, 0);
}

TEST(Name, of_a_very_long_text_is_cut) {
  std::string const text(100'000, 'x');
  Page const page = page_of("<a id=t href=#>" + text + "</a>");
  EXPECT_EQ(accessible_name(page.a11y(), page.dom().by_id("t")).text.size(), FlatText::kMaxBytes);
}

}  // namespace
}  // namespace wza::web
