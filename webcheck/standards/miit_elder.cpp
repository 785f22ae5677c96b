// SPDX-License-Identifier: Apache-2.0
// What our rules tell of each item of MIIT's norm for elder-friendly web sites
// (工信厅信管函〔2021〕67号), and what a person must still answer.
#include "webcheck/standards/clause_notes.h"

#include <array>

namespace wza::web {

std::span<ClauseNote const> miit_elder_notes() {
  static constexpr std::array kNotes{
      ClauseNote{"undo",
                 Cover::person,
                 {"填写和操作时，能否撤销上一步？",
                  "Can the last step be undone while filling in forms and working on the page?"}},
      ClauseNote{"shortcut",
                 Cover::person,
                 {"网站有没有告诉用户如何设置桌面快捷方式？",
                  "Does the site tell its users how to put a shortcut on their desktop?"}},
  };
  return kNotes;
}

}  // namespace wza::web
