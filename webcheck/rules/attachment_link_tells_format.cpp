// SPDX-License-Identifier: Apache-2.0
// A link to a document that is no web page tells its format. Good practice (WCAG 2.2 Understanding
// SC 2.4.4 advises it; no clause demands it). The size should stand beside it; that it does is not
// asked for, since no norm names it.
#include "webcheck/a11y/name.h"
#include "webcheck/rule.h"
#include "webcheck/rules/link_markup.h"
#include "webcheck/text/links.h"
#include "webcheck/text/phrases.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { told, untold, icon };
constexpr std::array<Message, 3> kMessages{{
    {"told", {"链接说明了附件的格式", "The link tells the format of the document"}},
    {"untold",
     {"链接通向 {} 文件，却没有说明格式和大小",
      "The link leads to a {} file but tells neither format nor size"}},
    {"icon",
     {"链接通向 {} 文件，文字没有说明格式；旁边的图标也许说了，请核对",
      "The link leads to a {} file and its words do not tell the format; its icon may. Check it"},
     {"链接里的图标是否有替代文本说明这是 {} 文件？",
      "Does the icon in the link have a text alternative that says it is a {} file?"}},
}};

/// File name extensions, and what people call such a file. Empty: an extension alone.
struct Format {
  std::string_view extension;
  std::array<std::string_view, 3> words;
};
constexpr std::array<Format, 20> kFormats{{
    {"pdf", {"pdf"}},
    {"ofd", {"ofd"}},
    {"doc", {"doc", "word", "文档"}},
    {"docx", {"doc", "word", "文档"}},
    {"wps", {"wps", "文档"}},
    {"rtf", {"rtf", "文档"}},
    {"xls", {"xls", "excel", "电子表格"}},
    {"xlsx", {"xls", "excel", "电子表格"}},
    {"et", {".et", "wps", "电子表格"}},
    {"csv", {"csv"}},
    {"ppt", {"ppt", "powerpoint", "幻灯"}},
    {"pptx", {"ppt", "powerpoint", "幻灯"}},
    {"dps", {"dps", "wps", "幻灯"}},
    {"zip", {"zip", "压缩"}},
    {"rar", {"rar", "压缩"}},
    {"7z", {"7z", "压缩"}},
    {"caj", {"caj"}},
    {"epub", {"epub"}},
    {"apk", {"apk", "安卓", "android"}},
    {"exe", {"exe", "windows", "安装程序"}},
}};

Format const *format_of(Link const &link) {
  if (link.is_script()) return nullptr;
  std::string const extension = extension_of(file_name_of(link.address));
  auto const found = std::ranges::find(kFormats, extension, &Format::extension);
  return found == kFormats.end() ? nullptr : &*found;
}

bool tells(std::string_view text, Format const &format) {
  auto const end = std::ranges::find(format.words, std::string_view());
  return says_any(text, std::span(format.words.begin(), end));
}

bool tells(Page const &page, Link const &link, Format const &format) {
  if (tells(link.text, format) || tells(page.dom().attr_or_empty(link.node, atom::title), format)) {
    return true;
  }
  return (link.has_graphic || page.dom().has_attr(link.node, atom::aria_label)) &&
         tells(accessible_name(page.a11y(), link.node).text, format);
}

void applicable(Page const &page, Targets &targets) {
  OncePerBlock once;
  for (Link const &link : page.facts<Links>().all()) {
    Format const *const format = format_of(link);
    if (format == nullptr) continue;
    if (tells(page, link, *format) || once.first(link.block)) targets.add(link.node, link.shown);
  }
}

std::string upper(std::string_view extension) {
  std::string out(extension);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return out;
}

Verdict expect(Page const &page, NodeId n) {
  Link const *const link = page.facts<Links>().find(n);
  Format const *const format = link != nullptr ? format_of(*link) : nullptr;
  if (format == nullptr || tells(page, *link, *format)) return passed(Msg::told);
  bool const icon =
      link->has_graphic || page.styles().before(n) != nullptr || page.styles().after(n) != nullptr;
  std::string name = upper(format->extension);
  return icon ? cant_tell(Msg::icon, std::move(name)) : failed(Msg::untold, std::move(name));
}

std::string mend(Page const &page, NodeId n) {
  Link const *const link = page.facts<Links>().find(n);
  Format const *const format = link != nullptr ? format_of(*link) : nullptr;
  if (format == nullptr) return {};
  return with_more_text(page, *link, "（" + upper(format->extension) + "，" + gap("大小") + "）");
}

}  // namespace

extern Rule const attachment_link_tells_format;
constinit Rule const attachment_link_tells_format{
    .id = "attachment-link-tells-format",
    .act = {},
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .title = {"附件链接要说明格式和大小", "A link to a document tells its format and size"},
    .help = {"点开链接才发现是要用别的软件打开的大文件，会让读屏用户、手机用户和老年人措手不及。请"
             "在链接"
             "文字后面写明格式和大小，例如“申请表（DOC，36 KB）”；重要内容最好同时提供网页版。",
             "To find out only after a click that a large file needs another program takes screen "
             "reader users, people on phones and older people by surprise. Write format and size "
             "behind the text of the link, such as “Application form (DOC, 36 KB)”, and offer "
             "important content as a web page too."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
