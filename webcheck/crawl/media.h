// SPDX-License-Identifier: Apache-2.0
// The media that pages play by themselves: what their files hold is read from a few parts of them,
// each file once a run, from the page's own site only, under the same robots.txt and the same delay
// as pages. What could not be had stays unknown.
#pragma once

#include "webcheck/crawl/access.h"
#include "webcheck/crawl/asked_once.h"
#include "webcheck/media/container.h"

#include <cstdint>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace wza::web {

/// A file on a server that gives parts of it (RFC 9110, section 14), or that is small.
class HttpSource final : public ByteSource {
 public:
  using GetPart = std::function<Result<Response>(Url const &, ByteRange)>;
  HttpSource(Url url, GetPart get) : m_url(std::move(url)), m_get(std::move(get)) {}

  std::string read(std::uint64_t offset, std::size_t size) override;
  std::optional<std::uint64_t> size() override { return m_size; }

  std::uint64_t transferred() const { return m_transferred; }
  bool interrupted() const { return m_interrupted; }

 private:
  std::optional<Response> ask(ByteRange range);

  Url m_url;
  GetPart m_get;
  std::optional<std::uint64_t> m_size;
  std::uint64_t m_transferred = 0;
  bool m_interrupted = false;
};

/// The media of one page, by their addresses as written.
struct LoadedMedia {
  std::map<std::string, MediaFacts, std::less<>> facts;
  std::uint64_t transferred = 0;  ///< bytes
  bool interrupted = false;
};

/// Workers share it.
class MediaCache {
 public:
  /// `base` is what `addresses` are resolved against.
  LoadedMedia load(SiteAccess &access, Url const &page, Url const &base,
                   std::vector<std::string> const &addresses, std::stop_token const &stop);

  static constexpr std::size_t kMaxFilesAPage = 4;
  /// Of one file: each request costs the delay.
  static constexpr MediaBudget kBudget{.reads = 4, .bytes = 1024 * 1024, .at_once = 128 * 1024};

 private:
  static MediaFacts read(SiteAccess &access, Url const &url, std::stop_token const &stop,
                         LoadedMedia &out);

  AskedOnce<MediaFacts> m_facts;  ///< by URL without fragment
};

}  // namespace wza::web
