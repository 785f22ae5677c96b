// SPDX-License-Identifier: Apache-2.0
// The columns of a table of inspections and what stands in them, by the words that offices use.
#include "gis/field/inspection_rows.h"
#include "gis/io/enum_words.h"

namespace wza::gis {
namespace {

constexpr std::array kKindWords{
    Synonym<InspectionKind>{"日常", InspectionKind::routine},
    Synonym<InspectionKind>{"日常检查", InspectionKind::routine},
    Synonym<InspectionKind>{"专项", InspectionKind::campaign},
    Synonym<InspectionKind>{"专项督导", InspectionKind::campaign},
    Synonym<InspectionKind>{"体验", InspectionKind::experience},
    Synonym<InspectionKind>{"验收", InspectionKind::acceptance},
    Synonym<InspectionKind>{"投诉", InspectionKind::complaint},
    Synonym<InspectionKind>{"re-check", InspectionKind::recheck},
    Synonym<InspectionKind>{"复核", InspectionKind::recheck},
};
constexpr std::array kAccessWords{
    Synonym<AccessState>{"允许", AccessState::allowed},
    Synonym<AccessState>{"正常", AccessState::allowed},
    Synonym<AccessState>{"可进入", AccessState::allowed},
    Synonym<AccessState>{"拒绝", AccessState::refused},
    Synonym<AccessState>{"占用", AccessState::occupied},
    Synonym<AccessState>{"施工", AccessState::under_works},
};
/// The grades of field forms stand beside our words: M a mandatory clause is broken, C general, R
/// advice.
constexpr std::array kSeverityWords{
    Synonym<Severity>{"重大", Severity::critical},
    Synonym<Severity>{"m", Severity::serious},
    Synonym<Severity>{"强制", Severity::serious},
    Synonym<Severity>{"强制性", Severity::serious},
    Synonym<Severity>{"违反强条", Severity::serious},
    Synonym<Severity>{"c", Severity::moderate},
    Synonym<Severity>{"general", Severity::moderate},
    Synonym<Severity>{"r", Severity::minor},
    Synonym<Severity>{"建议", Severity::minor},
    Synonym<Severity>{"advice", Severity::minor},
};

}  // namespace

std::optional<InspectionKind> inspection_kind_of(std::string_view word) {
  return word_of<InspectionKind>(word, kKindWords);
}

std::optional<AccessState> access_state_of(std::string_view word) {
  return word_of<AccessState>(word, kAccessWords);
}

std::optional<Severity> fault_severity_of(std::string_view word) {
  return word_of<Severity>(word, kSeverityWords);
}

std::vector<FieldWords> inspection_fields() {
  return {
      {"facility",
       {"设施编号", "facility id"},
       {"设施编号", "facility", "facilityid", "编号", "对象编号"}},
      {"date",
       {"检查日期", "date"},
       {"检查日期", "督导日期", "督导时间", "日期", "date", "inspectedon", "检查时间"}},
      {"kind", {"检查类型", "kind"}, {"检查类型", "督导类型", "kind", "类型"}},
      {"inspector",
       {"检查人", "inspector"},
       {"检查人", "督导人员", "督导员", "inspector", "inspectors", "检查人员"}},
      {"access", {"进入状态", "access"}, {"进入状态", "access", "accessstate", "能否进入"}},
      {"component", {"部件", "component"}, {"部件", "component", "构件", "位置", "检查部位"}},
      {"criterion",
       {"指标编号", "criterion"},
       {"指标编号", "指标", "criterion", "criterionid", "检查指标", "条款编号"}},
      {"value",
       {"测量值", "value"},
       {"测量值", "实测值", "value", "measured", "检查结果", "数值"},
       Measures::quantity},
      {"unit", {"单位", "unit"}, {"单位", "unit", "计量单位"}},
      {"context", {"现场条件", "context"}, {"现场条件", "context", "条件", "facts"}},
      {"extent",
       {"涉及长度或数量", "extent"},
       {"涉及长度或数量", "不符合长度", "缺失长度", "涉及长度", "涉及数量", "长度或数量", "extent"},
       Measures::quantity},
      {"location", {"位置说明", "location"}, {"位置说明", "具体位置", "location", "where"}},
      {"time", {"督导时刻", "time"}, {"督导时刻", "时刻", "时间", "time"}},
      {"weather", {"天气", "weather"}, {"天气", "天气/地面", "天气地面", "weather", "ground"}},
      {"note", {"备注", "note"}, {"备注", "note", "remark", "说明"}},
      {"question", {"题目", "question"}, {"question"}},
      {"responsible",
       {"责任单位", "responsible unit"},
       {"责任单位", "整改责任单位", "责任主体", "整改单位", "responsible", "responsibleunit",
        "responsibleparty"}},
      {"due",
       {"整改期限", "deadline"},
       {"整改期限", "整改时限", "整改截止日期", "限期", "期限", "deadline", "due", "duedate"}},
      {"severity",
       {"问题等级", "severity"},
       {"问题等级", "问题级别", "严重程度", "等级", "severity", "level"}},
  };
}

}  // namespace wza::gis
