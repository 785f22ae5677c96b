// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/trap_learner.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>

namespace wza::web {
namespace {

/// Barren pages in a row, and pages that a pattern may feed itself, before it is closed. The wider
/// a pattern is, the longer it stays open, so that the narrowest one that explains a trap ends it.
struct Limits {
  double barren;
  double self_fed;  ///< 0: without
};

Limits limits_of(PatternKind kind) {
  switch (kind) {
    case PatternKind::exact:
      return {50, 62};
    case PatternKind::parameter:
    case PatternKind::anywhere:
      return {60, 0};
    case PatternKind::hosts:
      return {60, 10};
    case PatternKind::query:
      return {70, 0};
    case PatternKind::folder:
      return {100, 0};
    case PatternKind::loose:
      break;
  }
  return {130, 75};
}

/// Ancestors that are looked at.
constexpr int kGenerations = 8;

bool is_barren(double pages, PatternKind kind) {
  return pages >= limits_of(kind).barren;
}

/// Closed patterns are tried again ever more seldom.
bool is_tried_again(std::size_t refused) {
  constexpr std::size_t kFirst = 16;
  return refused >= kFirst && std::has_single_bit(refused);
}

}  // namespace

std::optional<UrlPattern> TrapLearner::next(Url const &url, std::int64_t parent, int depth) {
  std::vector<UrlPattern> patterns = patterns_of(url);
  learn_until(m_places.size(), depth);
  std::uint64_t const host = hash_of(url.host());
  bool const crosses = parent > 0 && m_places[static_cast<std::size_t>(parent - 1)].host != host;
  if (crosses) patterns.push_back(hosts_of(url));
  add_place(url, patterns, parent, depth);
  std::optional<std::size_t> const closed = refusing(m_places.back());
  if (!closed) return std::nullopt;
  std::size_t const refused = ++m_groups[m_places.back().groups[*closed]].refused;
  if (is_tried_again(refused)) return std::nullopt;
  return std::move(patterns[*closed]);
}

void TrapLearner::done(VisitLesson lesson) {
  assert(m_learned + m_lessons.size() < m_places.size());
  m_lessons.push_back(std::move(lesson));
}

void TrapLearner::add_place(Url const &url, std::vector<UrlPattern> const &patterns,
                            std::int64_t parent, int depth) {
  Place place;
  place.form = form_of(url);
  place.host = hash_of(url.host());
  place.parent = static_cast<std::uint32_t>(parent);
  place.depth = depth;
  bool const trusted = std::any_of(patterns.begin(), patterns.end(), [&](UrlPattern const &p) {
    return m_trusted.count(p.text) != 0;
  });
  if (!trusted) {
    for (UrlPattern const &pattern : patterns)
      place.groups.push_back(group(pattern));
  }
  m_places.push_back(std::move(place));
}

TrapLearner::GroupId TrapLearner::group(UrlPattern const &pattern) {
  auto const [found, is_new] =
      m_ids.try_emplace(hash_of(pattern.text), static_cast<GroupId>(m_groups.size()));
  if (is_new) m_groups.push_back({pattern.kind, 0, 0, 0, {}});
  return found->second;
}

/// Which of the place's groups is closed for it.
std::optional<std::size_t> TrapLearner::refusing(Place const &place) const {
  // What a narrow pattern has shown counts for more than what stands beside it in a wide one.
  constexpr double kFew = 10;
  for (std::size_t i = 0; i < place.groups.size(); ++i) {
    Group const &group = m_groups[place.groups[i]];
    if (is_barren(group.barren, group.kind) || feeds_on_closed(place.groups[i], place)) return i;
    if (i == 0 && group.news > 0 && group.barren < kFew) break;
  }
  return std::nullopt;
}

void TrapLearner::learn_until(std::size_t place, int depth) {
  while (!m_lessons.empty() && (m_places[m_learned].depth < depth || m_learned + kLag <= place)) {
    learn(m_places[m_learned], m_lessons.front());
    m_lessons.pop_front();
    ++m_learned;
  }
}

void TrapLearner::learn(Place &place, VisitLesson const &lesson) {
  if (lesson.kind == VisitLesson::Kind::none) return;
  place.hop = lesson.kind == VisitLesson::Kind::redirect;
  place.skeleton = lesson.skeleton;
  double const weight = weight_of(place, lesson);
  // The first two groups are what the address itself looks like; what led from host to host has led
  // itself too.
  bool others_led_here = true;
  for (std::size_t i = 0; i < place.groups.size(); ++i) {
    bool const self_fed = !place.hop && feeds_itself(place.groups[i], lesson.skeleton, place);
    Group &group = m_groups[place.groups[i]];
    bool const own = i < 2 || group.kind == PatternKind::hosts;
    others_led_here = others_led_here && !(own && self_fed);
    group.barren = lesson.is_news ? 0 : group.barren + weight;
    if (self_fed && limits_of(group.kind).self_fed > 0) {
      group.self_fed[lesson.skeleton].owed += weight;
    }
  }
  if (!lesson.is_news || !others_led_here) return;
  for (GroupId const id : place.groups)
    ++m_groups[id].news;
  credit_parents(place);
}

/// A page that leads to addresses of another form is worth being looked at for what they may hold,
/// unless such addresses have led to it.
double TrapLearner::weight_of(Place const &place, VisitLesson const &lesson) const {
  constexpr double kOtherForm = 0.2;
  double weight = 1;
  for (LinkForm const &lead : lesson.leads) {
    auto const known = m_ids.find(lead.exact);
    bool vain = known != m_ids.end() &&
                is_barren(m_groups[known->second].barren, m_groups[known->second].kind);
    Place const *one = &place;
    for (int i = 0; i <= kGenerations && one != nullptr && !vain; ++i, one = parent_of(*one))
      vain = one->form.loose == lead.loose;
    if (!vain) weight = kOtherForm;
  }
  return weight * lesson.weight;
}

/// Who led to something new of another kind is no trap.
void TrapLearner::credit_parents(Place const &place) {
  for (Place const *parent = parent_of(place); parent != nullptr; parent = parent_of(*parent)) {
    for (GroupId const id : parent->groups) {
      bool const shared =
          std::find(place.groups.begin(), place.groups.end(), id) != place.groups.end();
      // On each new host the same pages stand again.
      bool const again =
          m_groups[id].kind == PatternKind::hosts && place.skeleton == parent->skeleton;
      if (shared || again) continue;
      m_groups[id].barren = 0;
      if (auto const owing = m_groups[id].self_fed.find(parent->skeleton);
          owing != m_groups[id].self_fed.end()) {
        ++owing->second.credit;
      }
    }
    if (!parent->hop) return;
  }
}

TrapLearner::Place const *TrapLearner::parent_of(Place const &place) const {
  return place.parent == 0 ? nullptr : &m_places[place.parent - 1];
}

/// True where a page of the same pattern and template stands above the place.
bool TrapLearner::feeds_itself(GroupId group, std::uint64_t skeleton, Place const &place) const {
  Place const *above = parent_of(place);
  for (int i = 0; i < kGenerations && above != nullptr; ++i, above = parent_of(*above)) {
    bool const same = !above->hop && above->skeleton == skeleton;
    if (same &&
        std::find(above->groups.begin(), above->groups.end(), group) != above->groups.end()) {
      return true;
    }
  }
  return false;
}

/// True where a page stands above the place whose pattern and template owe too much.
bool TrapLearner::feeds_on_closed(GroupId id, Place const &place) const {
  Group const &group = m_groups[id];
  double const limit = limits_of(group.kind).self_fed;
  if (limit == 0 || group.self_fed.empty()) return false;
  Place const *above = parent_of(place);
  for (int i = 0; i < kGenerations && above != nullptr; ++i, above = parent_of(*above)) {
    auto const found = group.self_fed.find(above->skeleton);
    if (above->hop || found == group.self_fed.end()) continue;
    SelfFed const &fed = found->second;
    double const allowed =
        limit + 2.0 * static_cast<double>(group.news) + static_cast<double>(fed.credit);
    bool const inside =
        std::find(above->groups.begin(), above->groups.end(), id) != above->groups.end();
    if (inside && fed.owed > allowed) return true;
  }
  return false;
}

}  // namespace wza::web
