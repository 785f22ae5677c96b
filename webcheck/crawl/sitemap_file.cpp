// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/sitemap_file.h"

#include "db/base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace wza::web {
namespace {

/// The five references of XML; addresses need no others (sitemaps.org, "Entity escaping").
std::string resolved(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kReferences{
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
  std::string out;
  while (!text.empty()) {
    bool found = false;
    for (auto const &[name, value] : kReferences) {
      if (!text.starts_with(name)) continue;
      out += value;
      text.remove_prefix(name.size());
      found = true;
      break;
    }
    if (found) continue;
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

/// A start or end tag, or a piece of text between two tags.
struct Token {
  std::string_view name;        ///< without prefix; "" for text
  std::string_view attributes;  ///< of a start tag
  std::string_view text;
  bool end = false, cdata = false;
};

std::string_view local_name(std::string_view tag) {
  std::string_view const name = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
  std::size_t const colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Cuts the next token off `xml`; comments and processing instructions are passed over. Nothing at
/// the end and behind an unclosed token.
std::optional<Token> next_token(std::string_view &xml) {
  auto cut_to = [&xml](std::string_view end) {
    std::size_t const at = xml.find(end);
    if (at == std::string_view::npos) return false;
    xml.remove_prefix(at + end.size());
    return true;
  };
  while (!xml.empty()) {
    Token out;
    if (xml.front() != '<') {
      std::size_t const open = xml.find('<');
      out.text = xml.substr(0, open);
      xml.remove_prefix(open == std::string_view::npos ? xml.size() : open);
      return out;
    }
    if (xml.starts_with("<!--")) {
      if (!cut_to("-->")) return std::nullopt;
      continue;
    }
    if (xml.starts_with("<?")) {
      if (!cut_to("?>")) return std::nullopt;
      continue;
    }
    constexpr std::string_view kCdata = "<![CDATA[";
    if (xml.starts_with(kCdata)) {
      std::size_t const close = xml.find("]]>");
      if (close == std::string_view::npos) return std::nullopt;
      out.text = xml.substr(kCdata.size(), close - kCdata.size());
      out.cdata = true;
      xml.remove_prefix(close + 3);
      return out;
    }
    std::size_t const close = xml.find('>');
    if (close == std::string_view::npos) return std::nullopt;
    std::string_view tag = xml.substr(1, close - 1);
    xml.remove_prefix(close + 1);
    out.end = tag.starts_with('/');
    if (out.end) tag.remove_prefix(1);
    out.name = local_name(tag);
    out.attributes = tag.substr(std::min(tag.size(), tag.find_first_of(" \t\r\n")));
    return out;
  }
  return std::nullopt;
}

/// Value of an attribute in `attributes`; nothing where there is none.
std::optional<std::string> attribute(std::string_view attributes, std::string_view name) {
  for (std::size_t at = attributes.find(name); at != std::string_view::npos;
       at = attributes.find(name, at + 1)) {
    bool const whole =
        at > 0 && std::string_view(" \t\r\n").find(attributes[at - 1]) != std::string_view::npos;
    std::string_view rest = trimmed(attributes.substr(at + name.size()));
    if (!whole || !rest.starts_with('=')) continue;
    rest = trimmed(rest.substr(1));
    if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) continue;
    std::size_t const close = rest.find(rest[0], 1);
    if (close == std::string_view::npos) return std::nullopt;
    return resolved(rest.substr(1, close - 1));
  }
  return std::nullopt;
}

class XmlSitemap {
 public:
  XmlSitemap(std::string_view xml, std::size_t max_locs) : m_rest(xml), m_max(max_locs) {}

  SitemapFile read() {
    while (m_out.locs.size() < m_max) {
      std::optional<Token> const token = next_token(m_rest);
      if (!token) break;
      if (token->name == "!DOCTYPE") return {};
      if (token->name.empty()) {
        if (m_wanted) m_text += token->cdata ? std::string(token->text) : resolved(token->text);
      } else if (token->end) {
        close(token->name);
      } else {
        open(*token);
      }
    }
    return std::move(m_out);
  }

 private:
  void open(Token const &token) {
    if (m_root.empty()) {
      m_root = token.name;
      m_out.index = m_root == "sitemapindex";
    }
    bool const item = token.name == "item" || token.name == "entry";
    if (item) m_in_item = true;
    if (is_extension(token.name)) m_in_extension = true;
    // Of a feed, the links of its items; of a map, every <loc>, but not those of images and videos.
    bool const feed_link = token.name == "link" && m_in_item;
    if (m_root == "feed") {
      std::string const rel = attribute(token.attributes, "rel").value_or("alternate");
      std::optional<std::string> const href = attribute(token.attributes, "href");
      if (feed_link && href && rel == "alternate") add(*href);
      return;
    }
    bool const rss = m_root == "rss";
    m_wanted = rss ? feed_link : token.name == "loc" && !m_in_extension;
    m_text.clear();
  }

  void close(std::string_view name) {
    if (m_wanted) add(std::string(trimmed(m_text)));
    m_wanted = false;
    m_text.clear();
    if (name == "item" || name == "entry") m_in_item = false;
    if (is_extension(name)) m_in_extension = false;
  }

  /// Elements of the extensions for images, videos and news, which have addresses of their own.
  static bool is_extension(std::string_view name) {
    return name == "image" || name == "video" || name == "news";
  }

  void add(std::string address) {
    if (!address.empty() && address.size() <= kLongestLoc) m_out.locs.push_back(std::move(address));
  }

  std::string_view m_rest;
  std::size_t m_max;
  SitemapFile m_out;
  std::string m_root, m_text;
  bool m_wanted = false, m_in_item = false, m_in_extension = false;
};

/// One address a line.
SitemapFile read_lines(std::string_view text, std::size_t max_locs) {
  SitemapFile out;
  while (!text.empty() && out.locs.size() < max_locs) {
    std::size_t const end = text.find_first_of("\r\n");
    std::string_view const line = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    bool const address = line.starts_with("http://") || line.starts_with("https://");
    if (address && line.size() <= kLongestLoc) out.locs.emplace_back(line);
  }
  return out;
}

}  // namespace

SitemapFile parse_sitemap(std::string_view bytes, std::size_t max_locs) {
  bytes = trimmed(bytes);  // a byte order mark, too
  return bytes.starts_with('<') ? XmlSitemap(bytes, max_locs).read() : read_lines(bytes, max_locs);
}

}  // namespace wza::web
