// SPDX-License-Identifier: Apache-2.0
#include "audit/pages/template.h"

#include "audit/text/texts.h"
#include "db/embedded.h"

#include <fmt/format.h>

#include <cassert>
#include <stdexcept>

namespace wza {
std::span<EmbeddedFile const> embedded_templates();
std::span<EmbeddedFile const> embedded_web();
}  // namespace wza

namespace wza::audit {
namespace {

std::string template_text(std::string_view name) {
  for (EmbeddedFile const &file : embedded_templates()) {
    if (file.name == fmt::format("{}.mustache", name)) return std::string(file.content);
  }
  throw std::logic_error(fmt::format("no template {}", name));
}

// FNV-1a, 64 bit: tells versions of our own files apart, guards nothing.
std::uint64_t content_hash(std::string_view content) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (char const c : content)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

std::string hashed_name(EmbeddedFile const &file) {
  std::size_t const dot = file.name.rfind('.');
  return fmt::format("{}.{:016x}{}", file.name.substr(0, dot), content_hash(file.content),
                     file.name.substr(dot));
}

View all_words(Lang lang) {
  View words(View::type::object);
  for (UiText const &text : all_texts()) {
    words.set(std::string(text.key), std::string(text.text.in(lang)));
  }
  return words;
}

std::string_view html_lang(Lang lang) {
  return lang == Lang::zh ? "zh-CN" : "en";
}

EmbeddedFile const &asset(std::string_view name) {
  for (EmbeddedFile const &file : embedded_web()) {
    if (file.name == name) return file;
  }
  throw std::logic_error(fmt::format("no asset {}", name));
}

/// What every template may use.
void set_common(View &view, Lang lang, std::string_view title) {
  view.set("t", all_words(lang));
  view.set("title", std::string(title));
  view.set("html_lang", std::string(html_lang(lang)));
}

std::string fill(std::string_view name, View const &view) {
  kainjow::mustache::mustache page(template_text(name));
  if (!page.is_valid()) throw std::logic_error(page.error_message());
  return page.render(view);
}

}  // namespace

std::string asset_url(std::string_view name) {
  return fmt::format("/static/{}", hashed_name(asset(name)));
}

std::optional<std::string_view> asset_content(std::string_view name) {
  for (EmbeddedFile const &file : embedded_web()) {
    if (hashed_name(file) == name) return file.content;
  }
  return std::nullopt;
}

std::string render(std::string_view name, PageCall const &call, Section section,
                   std::string_view title, View view) {
  Lang const other = call.lang == Lang::zh ? Lang::en : Lang::zh;
  set_common(view, call.lang, title);
  view.set("other_html_lang", std::string(html_lang(other)));
  view.set("other_name", other == Lang::zh ? "中文" : "English");
  view.set("other_url", fmt::format("{}{}", call.request.path,
                                    call.request.query.with("lang", key(other)).str()));
  view.set("css_url", asset_url("base.css"));
  view.set("icon_url", asset_url("icon.svg"));
  view.set("on_districts", section == Section::districts);
  view.set("on_findings", section == Section::findings);
  for (std::string_view const part : {"top", "bottom"}) {
    view.set(std::string(part),
             View(kainjow::mustache::partial([part] { return template_text(part); })));
  }
  return fill(name, view);
}

std::string render_document(std::string_view name, Lang lang, std::string_view title, View view) {
  set_common(view, lang, title);
  // The margin of a page knows no language, so its words are written here.
  view.set("style", fmt::format("{}\n{}\n@page {{ @bottom-center {{ content: {}; }} }}\n",
                                asset("base.css").content, asset("document.css").content,
                                words(T::document_page, lang)));
  return fill(name, view);
}

}  // namespace wza::audit
