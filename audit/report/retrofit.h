// SPDX-License-Identifier: Apache-2.0
// One home's file: where it stands, what may follow and what that needs, its evidence, conditions
// and other records of the same home. Nothing personal stands in it.
#pragma once

#include "db/base/text.h"
#include "db/store/programmes.h"
#include "db/store/retrofit_evidence.h"
#include "gis/retrofit/eligibility.h"

#include <string>
#include <vector>

namespace wza::audit {

struct HomeFile {
  RetrofitId id;
  Retrofit retrofit;
  std::vector<Proof> proofs;
  std::vector<gis::ConditionOutcome> conditions;
  std::vector<SameHome> same;
};

/// Nothing where there is no such home.
std::optional<HomeFile> home_file(Tracker &tracker, RetrofitId id);

std::string home_file_text(HomeFile const &file, Lang lang);
/// One object, schema wza.retrofit/1.
std::string home_file_json(HomeFile const &file);

std::string home_pairs_text(std::vector<HomePair> const &pairs, Lang lang);
/// One object a line, schema wza.retrofit-duplicates/1.
std::string home_pairs_json(std::vector<HomePair> const &pairs);

std::string programmes_text(std::vector<Programme> const &programmes, Lang lang);
/// One object a line, schema wza.programmes/1.
std::string programmes_json(std::vector<Programme> const &programmes);

}  // namespace wza::audit
