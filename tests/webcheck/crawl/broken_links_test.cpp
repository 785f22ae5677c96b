// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/broken_links.h"

#include "webcheck/crawl/certificates.h"
#include "webcheck/crawl/link_list.h"
#include "webcheck/crawl/url_pattern.h"
#include "webcheck/engine.h"
#include "webcheck/site_rule.h"

#include <gtest/gtest.h>

namespace wza::web {
namespace {

using Kind = LinkEnd::Kind;

PastVisit ended(VisitState state, std::optional<int> status = std::nullopt) {
  PastVisit past;
  past.state = state;
  past.status = status;
  return past;
}
PastVisit leading_to(std::string target, bool sets_cookie = false) {
  PastVisit past = ended(VisitState::redirected, 302);
  past.redirect_to = std::move(target);
  past.sets_cookie = sets_cookie;
  return past;
}
PastVisit circling() {
  PastVisit past = ended(VisitState::http_error, 302);
  past.circles = true;
  return past;
}

Kind kind_of(PastVisit const &past) {
  LinkEnds ends;
  ends.add("http://x.invalid/", past);
  return ends.of(hash_of("http://x.invalid/")).kind;
}

TEST(LinkEnds, are_dead_only_where_the_server_says_that_there_is_nothing) {
  for (int const status : {404, 410})
    EXPECT_EQ(kind_of(ended(VisitState::http_error, status)), Kind::dead) << status;
  for (int const status : {400, 401, 403, 405, 429, 500, 502, 503})
    EXPECT_EQ(kind_of(ended(VisitState::http_error, status)), Kind::doubt) << status;
  for (auto const &state : Names<VisitState>::kAll)
    EXPECT_EQ(kind_of(ended(state.value)), Kind::doubt) << state.key;
}

TEST(LinkEnds, are_good_where_something_came) {
  EXPECT_EQ(kind_of(ended(VisitState::tested, 200)), Kind::good);
  EXPECT_EQ(kind_of(ended(VisitState::unchanged, 304)), Kind::good);
  EXPECT_EQ(kind_of(ended(VisitState::not_html, 200)), Kind::good);
  EXPECT_EQ(kind_of(ended(VisitState::unreadable, 200)), Kind::good);
}

TEST(LinkEnds, of_a_redirect_are_those_of_its_target) {
  LinkEnds ends;
  ends.add("a", leading_to("b"));
  ends.add("b", leading_to("c"));
  ends.add("c", ended(VisitState::http_error, 410));
  ends.add("d", leading_to("e"));
  ends.add("e", ended(VisitState::tested, 200));
  ends.add("f", leading_to("g"));                     // g was not asked for
  ends.add("h", ended(VisitState::redirected, 302));  // out of scope
  LinkEnd const dead = ends.of(hash_of("a"));
  EXPECT_EQ(dead.kind, Kind::dead);
  EXPECT_EQ(dead.status, 410);
  ASSERT_NE(dead.target, nullptr);
  EXPECT_EQ(*dead.target, "c");
  EXPECT_EQ(ends.text_of(hash_of("a")), "a");
  EXPECT_EQ(ends.of(hash_of("c")).target, nullptr);
  EXPECT_EQ(ends.of(hash_of("d")).kind, Kind::good);
  EXPECT_EQ(ends.of(hash_of("f")).kind, Kind::doubt);
  EXPECT_EQ(ends.of(hash_of("h")).kind, Kind::doubt);
  EXPECT_EQ(ends.of(hash_of("unknown")).kind, Kind::doubt);
}

TEST(LinkEnds, of_circles_are_dead_unless_a_cookie_may_end_them) {
  LinkEnds ends;
  ends.add("self", circling());
  ends.add("a", leading_to("b"));
  ends.add("b", circling());  // to a
  ends.add("c", leading_to("d", true));
  ends.add("d", circling());  // to c, which sets a cookie
  ends.add("e", leading_to("f"));
  ends.add("f", leading_to("e"));  // each met before the other led there
  EXPECT_EQ(ends.of(hash_of("self")).kind, Kind::dead);
  EXPECT_EQ(ends.of(hash_of("self")).status, 0);
  EXPECT_EQ(ends.of(hash_of("a")).kind, Kind::dead);
  EXPECT_EQ(ends.of(hash_of("c")).kind, Kind::doubt);
  EXPECT_EQ(ends.of(hash_of("e")).kind, Kind::dead);
}

PageRecord page_leading_to(std::string url, std::vector<std::string> const &targets) {
  PageRecord page;
  page.url = std::move(url);
  std::uint32_t line = 0;
  for (std::string const &target : targets)
    page.links.push_back({hash_of(target), ++line});
  page.links_whole = true;
  return page;
}

TEST(BrokenLinks, are_one_defect_for_each_dead_target_with_its_pages) {
  LinkEnds ends;
  ends.add("http://x.invalid/gone", ended(VisitState::http_error, 404));
  ends.add("http://x.invalid/lost", ended(VisitState::http_error, 404));
  ends.add("http://x.invalid/down", ended(VisitState::http_error, 503));
  BrokenLinks links("http://x.invalid", ends, {});
  TestedPlace first, second;
  links.take(
      page_leading_to("http://x.invalid/1",
                      {"http://x.invalid/down", "http://x.invalid/gone", "http://x.invalid/lost"}),
      first);
  links.take(page_leading_to("http://x.invalid/2", {"http://x.invalid/gone"}), second);
  std::vector<Defect> const defects = links.defects();
  ASSERT_EQ(defects.size(), 2U);
  EXPECT_EQ(defects[0].component, "http://x.invalid/gone");
  ASSERT_EQ(defects[0].occurrences.size(), 2U);
  EXPECT_EQ(defects[0].occurrences[0].place, "http://x.invalid/1");
  EXPECT_EQ(defects[0].occurrences[0].line, 2);
  EXPECT_EQ(defects[0].occurrences[0].snippet, "http://x.invalid/gone");
  EXPECT_NE(defects[0].message.zh.find("（404）"), std::string::npos);
  EXPECT_NE(defects[0].fingerprint, defects[1].fingerprint);
  EXPECT_EQ(defects[0].rule.value, "broken-link");
  EXPECT_EQ(first.decided, std::vector{RuleId("broken-link")});
  EXPECT_TRUE(first.in_doubt.empty());
}

TEST(BrokenLinks, leave_in_doubt_what_did_not_answer_well) {
  std::vector<std::string> const known{"http://x.invalid/down", "http://x.invalid/good"};
  LinkEnds ends;
  ends.add(known[0], ended(VisitState::timed_out));
  ends.add(known[1], ended(VisitState::tested, 200));
  BrokenLinks links("http://x.invalid", ends, known);
  TestedPlace with, without;
  links.take(page_leading_to("http://x.invalid/1", known), with);
  links.take(page_leading_to("http://x.invalid/2", {known[1]}), without);
  EXPECT_EQ(with.in_doubt.size(), 1U);
  EXPECT_TRUE(without.in_doubt.empty()) << "the link that was in doubt is gone there";
  PageRecord cut = page_leading_to("http://x.invalid/3", {});
  cut.links_whole = false;
  TestedPlace place;
  links.take(cut, place);
  EXPECT_TRUE(place.decided.empty()) << "not all links of the page are known";
}

TEST(LinkList, names_addresses_as_a_crawl_does_with_their_first_lines) {
  PageLinks page;
  page.base = "/news/";
  page.pages = {{"1.html#top", 3}, {"mailto:a@x.invalid", 4}, {"/news/1.html", 5}, {"2.html", 6}};
  Url const where = *Url::parse("http://x.invalid/");
  LinkList const all = links_as_crawled(page, where, 2);
  ASSERT_EQ(all.links.size(), 2U);
  EXPECT_EQ(all.addresses[0].href(), "http://x.invalid/news/1.html");
  EXPECT_EQ(all.links[0], (PageRecord::Link{hash_of("http://x.invalid/news/1.html"), 3}));
  EXPECT_EQ(all.links[1].line, 6U);
  EXPECT_TRUE(all.whole);
  EXPECT_FALSE(links_as_crawled(page, where, 1).whole);
}

TEST(Certificates, are_one_defect_of_the_site_whatever_the_reason) {
  Certificates certificates;
  PastVisit bad = ended(VisitState::bad_certificate);
  bad.certificate = Text{"过期", "expired"};
  certificates.add("https://bad.invalid", bad);
  certificates.add("https://bad.invalid", ended(VisitState::timed_out));
  certificates.add("https://good.invalid", ended(VisitState::tested, 200));
  certificates.add("https://down.invalid", ended(VisitState::unreachable));
  certificates.add("http://plain.invalid", ended(VisitState::tested, 200));
  EXPECT_EQ(certificates.sites().size(), 2U);
  std::vector<TestedPlace> places;
  UtcTime const now{};
  std::optional<Defect> const defect = certificates.judge("https://bad.invalid", now, places);
  ASSERT_TRUE(defect);
  EXPECT_EQ(defect->message.en, "expired");
  EXPECT_EQ(defect->severity, Severity::critical);
  EXPECT_EQ(defect->occurrences.at(0).place, "https://bad.invalid/");
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places[0].decided, std::vector{RuleId("invalid-certificate")});

  std::vector<TestedPlace> tested{TestedPlace{"https://good.invalid/", now, {RuleId("x")}}};
  EXPECT_FALSE(certificates.judge("https://good.invalid", now, tested));
  ASSERT_EQ(tested.size(), 1U) << "the root is one place";
  EXPECT_EQ(tested[0].decided.size(), 2U);
  EXPECT_FALSE(certificates.judge("https://down.invalid", now, places));
  EXPECT_EQ(places.size(), 1U) << "a site that did not answer decides nothing";
}

TEST(SiteRules, are_described_as_pages_rules_are_and_are_none) {
  for (SiteRule const *const rule : site_rules()) {
    EXPECT_EQ(find_rule(rule->id), nullptr) << rule->id << " is also a rule of pages";
    EXPECT_FALSE(rule->people.empty());
    auto const words = words_of_rule(rule->id);
    ASSERT_TRUE(words);
    for (TextView const text : {words->title, words->help})
      EXPECT_TRUE(!text.zh.empty() && !text.en.empty()) << rule->id;
  }
  EXPECT_TRUE(words_of_rule("image-has-name"));
  EXPECT_FALSE(words_of_rule("no-such-rule"));
}

}  // namespace
}  // namespace wza::web
