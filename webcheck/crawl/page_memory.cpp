// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/page_memory.h"

#include "webcheck/report/page_record.h"

#include <zlib.h>

#include <cassert>
#include <cstdint>

namespace wza::web {
namespace {

using Json = nlohmann::json;

/// A page that claims to be larger than this is none of ours.
constexpr std::uint32_t kMostBytes = std::uint32_t{64} << 20;

template <class T>
Json or_null(std::optional<T> const &value) {
  return value ? Json(*value) : Json();
}

template <class T>
std::optional<T> unless_null(Json const &json) {
  return json.is_null() ? std::nullopt : std::optional<T>(json.get<T>());
}

Json row_json(Visit const &row) {
  return {{"status", or_null(row.status)},      {"charset", or_null(row.charset)},
          {"bytes", or_null(row.bytes)},        {"sha256", or_null(row.sha256)},
          {"title", or_null(row.title)},        {"template", or_null(row.template_signature)},
          {"failed", or_null(row.failed_rules)}};
}

Visit row_of(Json const &json) {
  Visit row;
  row.state = VisitState::unchanged;
  row.charset = unless_null<std::string>(json.at("charset"));
  row.bytes = unless_null<std::int64_t>(json.at("bytes"));
  row.sha256 = unless_null<std::string>(json.at("sha256"));
  row.title = unless_null<std::string>(json.at("title"));
  row.template_signature = unless_null<std::string>(json.at("template"));
  row.failed_rules = unless_null<int>(json.at("failed"));
  return row;
}

}  // namespace

std::vector<std::byte> pack(RememberedPage const &page) {
  assert(page.visit.record);
  Json const json{{"etag", page.validators.etag},
                  {"modified", page.validators.last_modified},
                  {"address", page.address.href()},
                  {"base", page.base},
                  {"sheets", page.sheets},
                  {"pieces", page.pieces},
                  {"surroundings", page.surroundings},
                  {"links", page.links},
                  {"row", row_json(page.visit.row)},
                  {"past", to_json(page.visit.past)},
                  {"record", to_json(*page.visit.record)}};
  std::string const text = json.dump();
  uLongf size = compressBound(text.size());
  std::vector<std::byte> out(sizeof(std::uint32_t) + size);
  for (std::size_t i = 0; i < sizeof(std::uint32_t); ++i)
    out[i] = static_cast<std::byte>(text.size() >> (8 * i));
  compress2(reinterpret_cast<Bytef *>(out.data() + sizeof(std::uint32_t)), &size,
            reinterpret_cast<Bytef const *>(text.data()), text.size(), Z_DEFAULT_COMPRESSION);
  out.resize(sizeof(std::uint32_t) + size);
  return out;
}

std::optional<RememberedPage> unpack(std::span<std::byte const> bytes) {
  if (bytes.size() < sizeof(std::uint32_t)) return std::nullopt;
  std::uint32_t size = 0;
  for (std::size_t i = 0; i < sizeof size; ++i)
    size |= std::to_integer<std::uint32_t>(bytes[i]) << (8 * i);
  if (size > kMostBytes) return std::nullopt;
  std::string text(size, '\0');
  uLongf length = size;
  bytes = bytes.subspan(sizeof size);
  if (uncompress(reinterpret_cast<Bytef *>(text.data()), &length,
                 reinterpret_cast<Bytef const *>(bytes.data()), bytes.size()) != Z_OK ||
      length != size) {
    return std::nullopt;
  }
  try {
    Json const json = Json::parse(text);
    std::optional<Url> address = Url::parse(json.at("address").get<std::string>());
    std::optional<PastVisit> past = past_visit_of(json.at("past"));
    if (!address || !past) return std::nullopt;
    RememberedPage out{{json.at("etag"), json.at("modified")},
                       *std::move(address),
                       json.at("base"),
                       json.at("sheets"),
                       json.at("pieces"),
                       json.at("surroundings"),
                       json.at("links"),
                       {}};
    out.visit.row = row_of(json.at("row"));
    out.visit.past = *std::move(past);
    out.visit.record = page_record_of(json.at("record"));
    if (!out.visit.record) return std::nullopt;
    return out;
  } catch (Json::exception const &) {
    return std::nullopt;
  }
}

}  // namespace wza::web
