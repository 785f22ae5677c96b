// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/sniff.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace wza::web {
namespace {

constexpr std::size_t kHeaderBytes = 1445;  // section 5.2: the resource header

std::string_view without_blanks(std::string_view text) {
  std::size_t const at = text.find_first_not_of("\t\n\f\r ");
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

/// Section 7.1: the tags by which HTML is known; behind each must stand a blank or '>'.
bool looks_like_html(std::string_view bytes) {
  constexpr std::array<std::string_view, 17> kTags{"<!doctype html",
                                                   "<html",
                                                   "<head",
                                                   "<script",
                                                   "<iframe",
                                                   "<h1",
                                                   "<div",
                                                   "<font",
                                                   "<table",
                                                   "<a",
                                                   "<style",
                                                   "<title",
                                                   "<b",
                                                   "<body",
                                                   "<br",
                                                   "<p",
                                                   "<!--"};
  std::string_view const text = without_blanks(bytes);
  if (text.starts_with("<!--")) return true;
  return std::any_of(kTags.begin(), kTags.end(), [&](std::string_view tag) {
    return text.size() > tag.size() && ascii_iequals(text.substr(0, tag.size()), tag) &&
           (text[tag.size()] == ' ' || text[tag.size()] == '>');
  });
}

bool is_binary_byte(char c) {
  auto const b = static_cast<unsigned char>(c);
  return b <= 0x08 || b == 0x0B || (b >= 0x0E && b <= 0x1A) || (b >= 0x1C && b <= 0x1F);
}

struct Magic {
  std::string_view bytes;
  std::string_view type;
};
constexpr std::array kMagic{
    Magic{"%PDF-", "application/pdf"},
    Magic{"%!PS-Adobe-", "application/postscript"},
    Magic{"\xFE\xFF", "text/plain"},
    Magic{"\xFF\xFE", "text/plain"},
    Magic{"\xEF\xBB\xBF", "text/plain"},
    Magic{"GIF87a", "image/gif"},
    Magic{"GIF89a", "image/gif"},
    Magic{"\x89PNG\r\n\x1A\n", "image/png"},
    Magic{"\xFF\xD8\xFF", "image/jpeg"},
    Magic{"BM", "image/bmp"},
    Magic{"OggS", "application/ogg"},
    Magic{"ID3", "audio/mpeg"},
    Magic{"\x1A\x45\xDF\xA3", "video/webm"},
    Magic{"\x1F\x8B\x08", "application/x-gzip"},
    Magic{"PK\x03\x04", "application/zip"},
    Magic{"Rar!\x1A\x07", "application/x-rar-compressed"},
};

/// Section 7.1. Scripted types are found only where the server does not forbid sniffing.
std::string unknown_type(std::string_view bytes, bool scriptable) {
  if (scriptable && looks_like_html(bytes)) return "text/html";
  if (scriptable && without_blanks(bytes).starts_with("<?xml")) return "text/xml";
  for (Magic const &magic : kMagic) {
    if (bytes.starts_with(magic.bytes)) return std::string(magic.type);
  }
  if (bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp") return "video/mp4";
  bool const binary = std::any_of(bytes.begin(), bytes.end(), is_binary_byte);
  return binary ? "application/octet-stream" : "text/plain";
}

/// Section 7.2, for the types that old Apache servers gave to everything.
std::string text_or_binary(std::string_view bytes) {
  for (std::string_view mark : {"\xFE\xFF", "\xFF\xFE", "\xEF\xBB\xBF"}) {
    if (bytes.starts_with(mark)) return "text/plain";
  }
  if (std::none_of(bytes.begin(), bytes.end(), is_binary_byte)) return "text/plain";
  return unknown_type(bytes, false);
}

/// Section 7.3: the type of a feed that is served as a page, where it is one.
std::optional<std::string> feed_type(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (;;) {
    bytes = without_blanks(bytes);
    std::string_view const end = bytes.starts_with("<!--") ? "-->"
                                 : bytes.starts_with("<?") ? "?>"
                                 : bytes.starts_with("<!") ? ">"
                                                           : "";
    if (end.empty()) break;
    std::size_t const at = bytes.find(end);
    if (at == std::string_view::npos) return std::nullopt;
    bytes.remove_prefix(at + end.size());
  }
  if (bytes.starts_with("<rss")) return "application/rss+xml";
  if (bytes.starts_with("<feed")) return "application/atom+xml";
  bool const rdf = bytes.starts_with("<rdf:RDF") &&
                   bytes.find("http://purl.org/rss/1.0/") != std::string_view::npos;
  return rdf ? std::optional<std::string>("application/rss+xml") : std::nullopt;
}

}  // namespace

std::string computed_type(Response const &response) {
  std::string const declared = response.media_type();
  std::string_view const bytes = std::string_view(response.body).substr(0, kHeaderBytes);
  std::optional<std::string_view> const options = response.header("X-Content-Type-Options");
  bool const no_sniff = options && ascii_iequals(trimmed(*options), "nosniff");
  bool const unknown = declared.find('/') == std::string::npos || declared == "unknown/unknown" ||
                       declared == "application/unknown" || declared == "*/*";
  if (unknown) return unknown_type(bytes, !no_sniff);
  if (no_sniff) return declared;
  if (declared == "text/html") {
    if (bytes.starts_with("%PDF-")) return "application/pdf";
    return feed_type(bytes).value_or(declared);
  }
  // Section 5.1: exactly these four values are looked into.
  constexpr std::array<std::string_view, 4> kApache{"text/plain", "text/plain; charset=ISO-8859-1",
                                                    "text/plain; charset=iso-8859-1",
                                                    "text/plain; charset=UTF-8"};
  std::string_view const full = response.header("Content-Type").value_or(std::string_view());
  bool const apache = std::find(kApache.begin(), kApache.end(), full) != kApache.end();
  return apache ? text_or_binary(bytes) : declared;
}

bool is_page_type(std::string const &type) {
  return type == "text/html" || type == "application/xhtml+xml";
}

}  // namespace wza::web
