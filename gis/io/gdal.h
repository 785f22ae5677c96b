// SPDX-License-Identifier: Apache-2.0
// GDAL's process-wide set-up and its way of reporting. GDAL's own headers stay in gis/io/*.cpp.
#pragma once

#include <string>
#include <vector>

namespace wza::gis {

/// Registers all drivers, once, for files of our own; errors go nowhere unless a GdalMessages
/// stands.
void init_gdal();

/// Collects what GDAL says on this thread while it lives.
class GdalMessages {
 public:
  GdalMessages();
  ~GdalMessages();
  GdalMessages(GdalMessages const &) = delete;
  GdalMessages &operator=(GdalMessages const &) = delete;

  /// The last warning or error since clear(); empty if there was none.
  std::string last() const { return m_messages.empty() ? std::string() : m_messages.back(); }
  void clear() { m_messages.clear(); }
  void add(std::string message) { m_messages.push_back(std::move(message)); }

 private:
  std::vector<std::string> m_messages;
};

}  // namespace wza::gis
