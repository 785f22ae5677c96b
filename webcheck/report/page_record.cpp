// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/page_record.h"

namespace wza::web {

nlohmann::json to_json(PageRecord const &record) {
  nlohmann::json failures = nlohmann::json::array();
  for (PageRecord::Failure const &f : record.failures) {
    failures.push_back({{"rule", f.rule},
                        {"message_key", f.message_key},
                        {"zh", f.message.zh},
                        {"en", f.message.en},
                        {"place", f.place},
                        {"selector", f.selector},
                        {"line", f.line},
                        {"snippet", f.snippet},
                        {"keys", f.keys}});
  }
  nlohmann::json links = nlohmann::json::array();  // flat: a page has hundreds of them
  for (PageRecord::Link const &link : record.links) {
    links.push_back(link.address);
    links.push_back(link.line);
  }
  return {{"url", record.url},
          {"template", record.template_signature},
          {"failures", std::move(failures)},
          {"decided", record.decided},
          {"links", std::move(links)},
          {"links_whole", record.links_whole}};
}

std::optional<PageRecord> page_record_of(nlohmann::json const &json) {
  try {
    PageRecord record{json.at("url"), json.at("template"), {}, json.at("decided")};
    for (nlohmann::json const &f : json.at("failures")) {
      record.failures.push_back({f.at("rule"),
                                 f.at("message_key"),
                                 {f.at("zh"), f.at("en")},
                                 f.at("place"),
                                 f.at("selector"),
                                 f.at("line"),
                                 f.at("snippet"),
                                 f.value("keys", std::vector<std::string>())});
    }
    if (json.contains("links")) {  // records of older programs have none
      nlohmann::json const &links = json.at("links");
      for (std::size_t i = 0; i + 1 < links.size(); i += 2)
        record.links.push_back({links.at(i), links.at(i + 1)});
      record.links_whole = json.at("links_whole");
    }
    return record;
  } catch (nlohmann::json::exception const &) {
    return std::nullopt;
  }
}

}  // namespace wza::web
