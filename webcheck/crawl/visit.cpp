// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/visit.h"

namespace wza::web {

nlohmann::json to_json(PastVisit const &visit) {
  nlohmann::json out{{"state", key(visit.state)}, {"transferred", visit.transferred}};
  if (visit.redirect_to) out["redirect_to"] = *visit.redirect_to;
  if (visit.answered) out["answered"] = *visit.answered;
  if (visit.sitemap_read) out["sitemap_read"] = true;
  if (visit.trap) out["trap"] = *visit.trap;
  if (visit.status) out["status"] = *visit.status;
  if (visit.circles) out["circles"] = true;
  if (visit.sets_cookie) out["sets_cookie"] = true;
  if (visit.certificate) {
    out["certificate"] = {{"zh", visit.certificate->zh}, {"en", visit.certificate->en}};
  }
  if (visit.shape) {
    out["shape"] = {{"text", visit.shape->text},
                    {"skeleton", visit.shape->skeleton},
                    {"pieces", visit.shape->pieces}};
  }
  if (visit.purposes) out["purposes"] = *visit.purposes;
  if (visit.without_sample) out["without_sample"] = key(*visit.without_sample);
  for (LinkForm const &lead : visit.leads)
    out["leads"].push_back({lead.exact, lead.loose});
  if (visit.outline) {
    out["outline"] = {{"url", visit.outline->url}, {"pieces", visit.outline->pieces}};
  }
  return out;
}

std::optional<PastVisit> past_visit_of(nlohmann::json const &json) {
  using Json = nlohmann::json;
  auto is = [&](char const *name, bool (Json::*test)() const noexcept) {
    return json.contains(name) && (json[name].*test)();
  };
  bool const whole = json.is_object() && is("state", &Json::is_string) &&
                     is("transferred", &Json::is_number_unsigned);
  if (!whole) return std::nullopt;
  std::optional<VisitState> const state = from_key<VisitState>(json["state"].get<std::string>());
  if (!state) return std::nullopt;
  PastVisit out;
  out.state = *state;
  out.transferred = json["transferred"];
  if (is("answered", &Json::is_boolean)) out.answered = json["answered"].get<bool>();
  out.sitemap_read = json.contains("sitemap_read");
  if (is("redirect_to", &Json::is_string)) out.redirect_to = json["redirect_to"];
  if (is("trap", &Json::is_string)) out.trap = json["trap"];
  out.circles = json.contains("circles");
  out.sets_cookie = json.contains("sets_cookie");
  if (is("purposes", &Json::is_number_unsigned)) out.purposes = json["purposes"].get<unsigned>();
  if (is("without_sample", &Json::is_string)) {
    out.without_sample = from_key<VisitState>(json["without_sample"].get<std::string>());
  }
  try {
    if (json.contains("status")) out.status = json["status"].get<int>();
    if (json.contains("certificate")) {
      out.certificate = Text{json["certificate"].at("zh"), json["certificate"].at("en")};
    }
    if (json.contains("shape")) {
      Json const &shape = json["shape"];
      out.shape = PageShape{shape.at("text"), shape.at("skeleton"), shape.at("pieces")};
    }
    if (json.contains("leads")) {
      for (Json const &lead : json["leads"])
        out.leads.push_back({lead.at(0), lead.at(1)});
    }
    if (json.contains("outline")) {
      out.outline = PageOutline{json["outline"].at("url"), json["outline"].at("pieces")};
    }
  } catch (Json::exception const &) {
    return std::nullopt;
  }
  return out;
}

}  // namespace wza::web
