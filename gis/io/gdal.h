// SPDX-License-Identifier: Apache-2.0
// GDAL's process-wide set-up and its way of reporting. GDAL's own headers stay in gis/io/*.cpp.
#pragma once

#include <string>
#include <string_view>
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
  /// Whether one since clear() has this in it.
  bool any_has(std::string_view words) const;
  /// Whether memory was refused, ever.
  bool out_of_memory() const { return m_out_of_memory; }
  void clear() { m_messages.clear(); }
  void add(std::string message) { m_messages.push_back(std::move(message)); }
  void add_out_of_memory() { m_out_of_memory = true; }

 private:
  bool m_out_of_memory = false;
  std::vector<std::string> m_messages;
};

}  // namespace wza::gis
