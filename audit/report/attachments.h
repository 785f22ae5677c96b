// SPDX-License-Identifier: Apache-2.0
// The files that a site offers, as its last finished crawl met them: for whoever has to see to it
// that they are accessible too, or not too large for a telephone.
#pragma once

#include "audit/report/paper.h"
#include "db/model/visit.h"
#include "db/store/tracker.h"
#include "webcheck/crawl/file_kind.h"

#include <optional>
#include <string>
#include <vector>

namespace wza::audit {

struct Attachment {
  std::string url;
  web::FileKind kind{};
  std::string type;  ///< "pdf": ending of its address, else its media type
  std::optional<std::string> media_type;
  std::optional<std::int64_t> bytes;  ///< nothing: not asked, or its server does not say
  std::optional<int> status;          ///< HTTP status; nothing: not asked, or no answer
  VisitState state{};
  UtcTime at;
};

/// By address; nothing where no crawl of that origin has finished.
std::optional<std::vector<Attachment>> attachments_of(Tracker &tracker, std::string_view origin);

std::string attachments_text(std::vector<Attachment> const &all, Lang lang);
/// With a mark of UTF-8, since it is opened in Excel.
std::string attachments_csv(std::vector<Attachment> const &all);
std::string attachments_json(std::vector<Attachment> const &all);
Paper attachments_paper(std::string const &origin, std::vector<Attachment> const &all,
                        LocalDate made, Lang lang);

}  // namespace wza::audit
