// SPDX-License-Identifier: Apache-2.0
#include "audit/report/paper.h"

#include "audit/pages/template.h"
#include "gis/io/xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace wza::audit {
namespace {

bool is_number(PaperColumn const &column) {
  return column.kind == gis::CellKind::integer || column.kind == gis::CellKind::real;
}

View facts_view(PaperFacts const &facts) {
  View list(View::type::list);
  for (auto const &[name, value] : facts) {
    View fact(View::type::object);
    fact.set("name", name);
    fact.set("value", value);
    list << fact;
  }
  View some(View::type::object);
  some.set("list", list);
  return facts.empty() ? View(false) : some;
}

View texts_view(std::vector<std::string> const &texts) {
  View list(View::type::list);
  for (auto const &text : texts)
    list << View(text);
  return list;
}

View row_view(PaperTable const &table, PaperRow const &row) {
  assert(row.cells.size() == table.columns.size());
  View cells(View::type::list);
  for (std::size_t c = 1; c < row.cells.size(); ++c) {
    View cell(View::type::object);
    cell.set("text", row.cells[c]);
    cell.set("number", is_number(table.columns[c]));
    cells << cell;
  }
  View view(View::type::object);
  view.set("name", row.cells.front());
  view.set("depth", std::to_string(row.depth));
  view.set("cells", cells);
  return view;
}

/// "表 2　…": every table can be named.
std::string caption_words(PaperTable const &table, std::size_t number, bool zh) {
  return zh ? fmt::format("表 {}　{}", number, table.caption)
            : fmt::format("Table {}. {}", number, table.caption);
}

View table_view(PaperTable const &table, std::size_t number, bool zh) {
  View heads(View::type::list);
  for (auto const &column : table.columns) {
    View head(View::type::object);
    head.set("name", column.name);
    head.set("kind", is_number(column) ? "number" : heads.is_empty_list() ? "place" : "words");
    heads << head;
  }
  View rows(View::type::list);
  for (auto const &row : table.rows)
    rows << row_view(table, row);
  View view(View::type::object);
  view.set("anchor", std::to_string(number));
  view.set("caption", caption_words(table, number, zh));
  view.set("heads", heads);
  view.set("rows", rows);
  return view;
}

/// The first sheet: what the document says beside its tables.
gis::Table said(Paper const &paper, bool zh) {
  gis::Table table;
  table.columns = {{zh ? "项目" : "Item", gis::CellKind::text},
                   {zh ? "内容" : "What is so", gis::CellKind::text}};
  auto const add = [&](std::string name, std::string value) {
    table.rows.push_back({0, {std::move(name), std::move(value)}, {}, {}, false});
  };
  add(zh ? "标题" : "Title", paper.title);
  for (auto const &[name, value] : paper.facts)
    add(name, value);
  if (!paper.lead.empty()) add(zh ? "结论" : "In short", paper.lead);
  for (auto const &section : paper.sections) {
    for (auto const &[name, value] : section.facts)
      add(section.heading + "：" + name, value);
    for (auto const &text : section.paragraphs)
      add(section.heading, text);
  }
  for (auto const &note : paper.notes)
    add(zh ? "说明" : "Note", note);
  for (auto const &who : paper.signed_by)
    add(who, "");
  return table;
}

gis::Table table_of(PaperTable const &from) {
  gis::Table table;
  for (auto const &column : from.columns)
    table.columns.push_back({column.name, column.kind});
  for (auto const &row : from.rows)
    table.rows.push_back({0, row.cells, {}, {}, false});
  return table;
}

}  // namespace

std::string numbered_heading(std::size_t number, std::string const &heading, Lang lang) {
  constexpr std::array kNumerals{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  if (lang != Lang::zh) return fmt::format("{}. {}", number, heading);
  return number <= kNumerals.size() ? fmt::format("{}、{}", kNumerals[number - 1], heading)
                                    : fmt::format("（{}）{}", number, heading);
}

std::string paper_html(Paper const &paper, Lang lang) {
  View sections(View::type::list);
  std::size_t number = 0;
  for (auto const &section : paper.sections) {
    View tables(View::type::list);
    for (auto const &table : section.tables)
      tables << table_view(table, ++number, lang == Lang::zh);
    View view(View::type::object);
    view.set("heading", section.heading.empty() ? View(false) : View(section.heading));
    view.set("facts", facts_view(section.facts));
    view.set("paragraphs", texts_view(section.paragraphs));
    view.set("tables", tables);
    sections << view;
  }
  View view(View::type::object);
  view.set("facts", facts_view(paper.facts));
  view.set("lead", paper.lead.empty() ? View(false) : View(paper.lead));
  view.set("sections", sections);
  view.set("has_notes", !paper.notes.empty());
  view.set("notes", texts_view(paper.notes));
  view.set("has_signed", !paper.signed_by.empty());
  view.set("signed", texts_view(paper.signed_by));
  return render_document("paper", lang, paper.title, std::move(view));
}

std::string paper_xlsx(Paper const &paper, Lang lang, UtcTime made) {
  bool const zh = lang == Lang::zh;
  std::vector<std::pair<std::string, gis::Table>> tables{{zh ? "说明" : "About", said(paper, zh)}};
  for (auto const &section : paper.sections) {
    for (auto const &table : section.tables)
      tables.emplace_back(table.sheet, table_of(table));
  }
  std::vector<gis::Sheet> sheets;
  for (auto const &[name, table] : tables)
    sheets.push_back({name, table.columns, table.rows});
  return gis::xlsx_bytes(sheets, paper.title, made);
}

std::string paper_text(Paper const &paper, Lang lang) {
  std::size_t number = 0;
  std::string out = paper.title + "\n\n";
  auto const facts = [&](PaperFacts const &list) {
    std::vector<std::pair<std::string, std::string>> const rows(list.begin(), list.end());
    if (!rows.empty()) out += two_columns(rows) + "\n";
  };
  facts(paper.facts);
  if (!paper.lead.empty()) out += paper.lead + "\n\n";
  for (auto const &section : paper.sections) {
    if (!section.heading.empty()) out += fmt::format("== {} ==\n\n", section.heading);
    facts(section.facts);
    for (auto const &text : section.paragraphs)
      out += text + "\n\n";
    for (auto const &table : section.tables) {
      Columns columns;
      for (auto const &column : table.columns)
        columns.column(column.name, is_number(column) ? Align::right : Align::left);
      for (auto const &row : table.rows) {
        auto cells = row.cells;
        cells.front().insert(0, 2 * static_cast<std::size_t>(row.depth), ' ');
        columns.row(std::move(cells));
      }
      out += caption_words(table, ++number, lang == Lang::zh) + "\n" + columns.str() + "\n";
    }
  }
  for (auto const &note : paper.notes)
    out += note + "\n";
  return out;
}

PaperTable paper_table(Columns const &columns, std::string name) {
  PaperTable table{name, name, {}, {}};
  for (auto const &[head, align] : columns.heads())
    table.columns.push_back(
        {head, align == Align::right ? gis::CellKind::real : gis::CellKind::text});
  for (auto cells : columns.rows()) {
    auto const blanks = std::min(cells.front().find_first_not_of(' '), cells.front().size());
    cells.front().erase(0, blanks);
    table.rows.push_back({std::move(cells), static_cast<int>(blanks / 2)});
  }
  return table;
}

Paper paper_of(std::string title, PaperFacts facts, std::vector<PaperTable> tables,
               std::vector<std::string> notes) {
  Paper paper;
  paper.title = std::move(title);
  paper.facts = std::move(facts);
  paper.sections.push_back({{}, {}, {}, std::move(tables)});
  paper.notes = std::move(notes);
  return paper;
}

std::string paper_in(Paper const &paper, PaperForm form, Lang lang, UtcTime made) {
  assert(form != PaperForm::csv && form != PaperForm::json);
  if (form == PaperForm::html) return paper_html(paper, lang);
  return form == PaperForm::xlsx ? paper_xlsx(paper, lang, made) : paper_text(paper, lang);
}

}  // namespace wza::audit
