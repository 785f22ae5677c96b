// SPDX-License-Identifier: Apache-2.0
#include "db/model/known_again.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace wza {
namespace {

constexpr std::string_view kKinds = "smcp";
constexpr std::size_t kCrowd = 16;  // a key that so many share tells nobody apart

using Pair = std::pair<std::size_t, std::size_t>;  // before, after

/// Keys that a pair shares, by kind; compared strongest kind first.
using Evidence = std::array<int, kKinds.size()>;
enum : std::size_t { kElement, kMarkup, kContext, kPath };

struct Holders {
  std::vector<std::size_t> before, after;
};
using Sightings = std::map<std::pair<std::string_view, std::string_view>, Holders>;

void note(std::span<KeyedPlaces const> defects, std::vector<std::size_t> Holders::*side,
          Sightings &sightings) {
  for (std::size_t i = 0; i < defects.size(); ++i) {
    for (KeyedPlace const &at : defects[i]) {
      for (std::string const &key : at.keys)
        (sightings[{at.place, key}].*side).push_back(i);
    }
  }
}

std::map<Pair, Evidence> evidence_of(Sightings const &sightings) {
  std::map<Pair, Evidence> pairs;
  for (auto const &[where, holders] : sightings) {
    std::size_t const kind = where.second.empty() ? kKinds.npos : kKinds.find(where.second.front());
    bool const crowd = holders.before.size() > kCrowd || holders.after.size() > kCrowd;
    if (kind == kKinds.npos || crowd) continue;
    bool const alone = holders.before.size() == 1 && holders.after.size() == 1;
    bool const weak = kind == kContext || kind == kPath;
    for (std::size_t const before : holders.before) {
      for (std::size_t const after : holders.after) {
        // Shared by several it may still tell between two that have better evidence.
        Evidence &evidence = pairs.try_emplace({before, after}, Evidence{}).first->second;
        evidence[kind] += weak && alone ? 2 : 1;
      }
    }
  }
  return pairs;
}

/// True if the elements on both sides have names of their own on a place that both stand on, and
/// none in common.
bool names_differ(KeyedPlaces const &before, KeyedPlaces const &after) {
  auto const is_name = [](std::string const &key) { return key.starts_with(kKeyOfElement); };
  for (KeyedPlace const &one : before) {
    for (KeyedPlace const &other : after) {
      if (one.place == other.place && std::ranges::any_of(one.keys, is_name) &&
          std::ranges::any_of(other.keys, is_name)) {
        return true;  // a common one would have been evidence
      }
    }
  }
  return false;
}

bool suffices(Evidence const &evidence, KeyedPlaces const &before, KeyedPlaces const &after) {
  if (evidence[kElement] > 0 || evidence[kMarkup] > 0) return true;
  bool const context = evidence[kContext] > 1, path = evidence[kPath] > 1;
  return names_differ(before, after) ? context && path : context || path;
}

/// The best partner of each position of one side; nothing where two are as good.
template <class Side, class Other>
std::map<std::size_t, std::optional<std::size_t>> best_partners(
    std::map<Pair, Evidence> const &pairs, Side side, Other other) {
  std::map<std::size_t, Evidence> most;
  std::map<std::size_t, std::optional<std::size_t>> best;
  for (auto const &[pair, evidence] : pairs) {
    auto const [known, fresh] = most.try_emplace(pair.*side, evidence);
    if (fresh || evidence > known->second) {
      known->second = evidence;
      best[pair.*side] = pair.*other;
    } else if (evidence == known->second) {
      best[pair.*side].reset();
    }
  }
  return best;
}

}  // namespace

std::vector<KnownAgain> known_again(std::span<KeyedPlaces const> before,
                                    std::span<KeyedPlaces const> after) {
  Sightings sightings;
  note(before, &Holders::before, sightings);
  note(after, &Holders::after, sightings);
  std::map<Pair, Evidence> pairs = evidence_of(sightings);
  std::erase_if(pairs, [&](auto const &one) {
    return !suffices(one.second, before[one.first.first], after[one.first.second]);
  });
  std::vector<KnownAgain> out;
  std::vector<bool> done_before(before.size()), done_after(after.size());
  // Those who found each other leave the field, which may leave a single candidate to others.
  for (bool more = true; more;) {
    more = false;
    auto const of_before = best_partners(pairs, &Pair::first, &Pair::second);
    auto const of_after = best_partners(pairs, &Pair::second, &Pair::first);
    for (auto const &[one, other] : of_before) {
      if (!other || of_after.at(*other) != one) continue;
      out.push_back({one, *other});
      done_before[one] = done_after[*other] = more = true;
    }
    std::erase_if(pairs, [&](auto const &pair) {
      return done_before[pair.first.first] || done_after[pair.first.second];
    });
  }
  std::sort(out.begin(), out.end(), [](KnownAgain const &a, KnownAgain const &b) {
    return std::pair(a.before, a.after) < std::pair(b.before, b.after);
  });
  return out;
}

}  // namespace wza
