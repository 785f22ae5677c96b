// SPDX-License-Identifier: Apache-2.0
// A report as an office prints it: a title, what its numbers stand on, tables, room to sign. One
// model, from which come a page of HTML for the screen and A4, a workbook, and text.
#pragma once

#include "audit/cli/columns.h"
#include "db/base/clock.h"
#include "db/base/text.h"
#include "gis/io/table.h"

#include <string>
#include <utility>
#include <vector>

namespace wza::audit {

/// Facts, one a line: its name and what is so.
using PaperFacts = std::vector<std::pair<std::string, std::string>>;

struct PaperColumn {
  std::string name;
  /// Numbers stand to the right and are numbers in a workbook; a cell that is none ("*") is text.
  gis::CellKind kind = gis::CellKind::integer;
};

struct PaperRow {
  std::vector<std::string> cells;  ///< beside PaperTable::columns; the first names the row
  int depth = 0;                   ///< of a district under others
};

struct PaperTable {
  std::string sheet;  ///< its name in a workbook, short
  std::string caption;
  std::vector<PaperColumn> columns;
  std::vector<PaperRow> rows;
};

struct PaperSection {
  std::string heading;  ///< may be empty
  PaperFacts facts;
  std::vector<std::string> paragraphs;
  std::vector<PaperTable> tables;
};

struct Paper {
  std::string title;
  PaperFacts facts;
  std::string lead;  ///< the sentence to remember; may be empty
  std::vector<PaperSection> sections;
  std::vector<std::string> notes;  ///< what the numbers stand on
  std::vector<std::string> signed_by;
};

/// What stands on a terminal as a table of a paper: columns to the right hold numbers, two blanks
/// before a name are one step of depth.
PaperTable paper_table(Columns const &columns, std::string name);
/// A paper of these tables, one after the other.
Paper paper_of(std::string title, PaperFacts facts, std::vector<PaperTable> tables,
               std::vector<std::string> notes);

/// "一、…"; "1. …".
std::string numbered_heading(std::size_t number, std::string const &heading, Lang lang);

/// Self-contained HTML, to be read and to be printed on A4.
std::string paper_html(Paper const &paper, Lang lang);
/// A workbook: a sheet of what is said, then one of each table.
std::string paper_xlsx(Paper const &paper, Lang lang, UtcTime made);
std::string paper_text(Paper const &paper, Lang lang);

/// What a report is written as; PDF is printed from the page of HTML.
enum class PaperForm : std::uint8_t { text, csv, json, html, xlsx };
/// The document as html, xlsx or text. Precondition: `form` is one of these.
std::string paper_in(Paper const &paper, PaperForm form, Lang lang, UtcTime made);

}  // namespace wza::audit
