// SPDX-License-Identifier: Apache-2.0
// What an inspector wrote down, read as yes or no, a quantity, or several of them, one a side.
#pragma once

#include "db/base/error.h"
#include "db/model/criterion.h"

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace wza::gis {

/// What was read: yes or no, or a quantity.
using Reading = std::variant<bool, Quantity>;

/// One reading, or one a side in the order of Criterion::sides; nothing where nobody measured.
using Readings = std::vector<std::optional<Reading>>;

/// True if anything was measured.
bool has_reading(Readings const &readings);

/// The value says that the clause does not concern this place: "不适用", "n/a".
bool says_inapplicable(std::string_view word);

/// Yes or no in the words of forms and spreadsheets; nothing for other words.
std::optional<bool> read_yes_no(std::string_view word);

/// Reads a value as inspectors write it: "1200", "1.2 m", "1:12", "有", "无", "是", "合格", "2 处".
/// Of what should not be there, "有" and "是" say that it is there and "符合" that it is not. An
/// empty value, "-", "未检查", "无法测量" or "不适用" is "not measured". A Problem where it is
/// neither yes nor no nor a number that read_measured() takes; `where` and `row` of it are left to
/// the caller.
Result<std::optional<Reading>> read_value(Criterion const &criterion, std::string_view value,
                                          std::string_view unit);

/// Reads the values of a criterion with sides: "860/910" or "860，910" in the order of the sides,
/// "左 860；右 910" or "left 860; right 910" by name; a side that is not named, or "-", was not
/// measured. One value without a name is that of the whole component. Criteria without sides take
/// one value.
Result<Readings> read_values(Criterion const &criterion, std::string_view value,
                             std::string_view unit);

/// How much of a component does not conform, as inspectors write it: "121 m", "121 米",
/// "3 处", "6 m²". Nothing where it is no length, area or count with its unit.
std::optional<Quantity> read_extent(std::string_view text);

}  // namespace wza::gis
