// SPDX-License-Identifier: Apache-2.0
// Names of elements and attributes as small numbers: comparing is one instruction. The names that
// our code speaks of are constants (atom::img); names that only a page knows are numbered behind
// them, per Document.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string_view>

namespace wza::web {

struct Atom {
  std::uint32_t value = 0;
  constexpr auto operator<=>(Atom const &) const = default;
};

// clang-format off
#define WZA_ATOMS(X) \
  X(a) X(abbr) X(address) X(applet) X(area) X(article) X(aside) X(audio) X(b) X(base) X(bgsound) \
  X(big) X(blink) X(blockquote) X(body) X(br) X(button) X(canvas) X(caption) X(center) X(cite) \
  X(code) X(col) X(colgroup) X(data) X(datalist) X(dd) X(del) X(details) X(dfn) X(dialog) X(dir) \
  X(div) X(dl) X(dt) X(em) X(embed) X(fieldset) X(figcaption) X(figure) X(font) X(footer) X(form) \
  X(frame) X(frameset) X(h1) X(h2) X(h3) X(h4) X(h5) X(h6) X(head) X(header) X(hgroup) X(hr) \
  X(html) X(i) X(iframe) X(image) X(img) X(input) X(ins) X(kbd) X(label) X(legend) X(li) X(link) \
  X(main) X(map) X(mark) X(marquee) X(math) X(menu) X(menuitem) X(meta) X(meter) X(nav) X(noembed) \
  X(noframes) X(noscript) X(object) X(ol) X(optgroup) X(option) X(output) X(p) X(param) X(picture) \
  X(pre) X(progress) X(q) X(rp) X(rt) X(ruby) X(s) X(samp) X(script) X(search) X(section) \
  X(select) X(slot) X(small) X(source) X(span) X(strike) X(strong) X(style) X(sub) X(summary) \
  X(sup) X(svg) X(table) X(tbody) X(td) X(textarea) X(tfoot) X(th) X(thead) X(time) X(title) \
  X(tr) X(track) X(tt) X(u) X(ul) X(var) X(video) X(wbr) X(g) X(path) X(desc) X(use) \
  X(accesskey) X(align) X(alt) X(autocomplete) X(bgcolor) X(border) X(charset) \
  X(checked) X(color) X(cols) X(colspan) X(content) X(contenteditable) X(controls) X(coords) \
  X(disabled) X(draggable) X(dropzone) X(enctype) X(face) X(headers) X(height) X(hidden) X(href) \
  X(hreflang) X(id) X(inert) X(ismap) X(itemscope) X(lang) X(longdesc) X(maxlength) X(media) \
  X(method) X(multiple) X(muted) X(name) X(nohref) X(onclick) X(open) X(pattern) X(placeholder) \
  X(popover) X(poster) X(property) X(rel) X(required) X(role) X(rowspan) X(scheme) X(scope) \
  X(scrolling) X(shape) X(size) X(sizes) X(src) X(srcdoc) X(srcset) X(start) X(step) X(tabindex) \
  X(target) X(text) X(type) X(usemap) X(valign) X(value) X(width) X(wrap) X(xmlns)
#define WZA_ATOMS_SPELT(X) \
  X(none, "") X(class_, "class") X(for_, "for") X(template_, "template") X(list, "list") \
  X(default_, "default") X(http_equiv, "http-equiv") X(accept_charset, "accept-charset") \
  X(xml_lang, "xml:lang") X(xlink_href, "xlink:href") X(foreign_object, "foreignObject") \
  X(aria_label, "aria-label") X(aria_labelledby, "aria-labelledby") \
  X(aria_describedby, "aria-describedby") X(aria_hidden, "aria-hidden") X(aria_owns, "aria-owns") \
  X(aria_level, "aria-level") X(aria_modal, "aria-modal") X(aria_disabled, "aria-disabled") \
  X(aria_roledescription, "aria-roledescription") X(aria_expanded, "aria-expanded") \
  X(aria_checked, "aria-checked") X(aria_selected, "aria-selected") \
  X(aria_valuenow, "aria-valuenow") X(aria_valuetext, "aria-valuetext") \
  X(aria_controls, "aria-controls") X(aria_current, "aria-current") X(aria_live, "aria-live")
// clang-format on

/// Each known name has a constant here; its number is its place in the two lists.
namespace atom {
enum Number : std::uint32_t {
#define WZA_NUMBER(id, text) n_##id,
  WZA_ATOMS_SPELT(WZA_NUMBER)
#undef WZA_NUMBER
#define WZA_NUMBER(id) n_##id,
      WZA_ATOMS(WZA_NUMBER)
#undef WZA_NUMBER
          n_count
};
#define WZA_CONSTANT(id, text) inline constexpr Atom id{n_##id};
WZA_ATOMS_SPELT(WZA_CONSTANT)
#undef WZA_CONSTANT
#define WZA_CONSTANT(id) inline constexpr Atom id{n_##id};
WZA_ATOMS(WZA_CONSTANT)
#undef WZA_CONSTANT
}  // namespace atom

/// Spelling of the known atoms, by number.
inline constexpr std::array<std::string_view, atom::n_count> kKnownNames{
#define WZA_TEXT(id, text) std::string_view(text),
    WZA_ATOMS_SPELT(WZA_TEXT)
#undef WZA_TEXT
#define WZA_TEXT(id) std::string_view(#id),
        WZA_ATOMS(WZA_TEXT)
#undef WZA_TEXT
};

}  // namespace wza::web
