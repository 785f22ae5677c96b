// SPDX-License-Identifier: Apache-2.0
// The columns of a table of homes, by the words that offices use for them.
#include "gis/field/declared_place.h"
#include "gis/field/position.h"
#include "gis/retrofit/household_row.h"

namespace wza::gis {

std::vector<FieldWords> household_fields() {
  auto fields = position_fields();
  std::vector<FieldWords> own{
      {"name", {"姓名", "name"}, {"姓名", "name", "户主姓名", "残疾人姓名", "户主"}},
      {"phone",
       {"联系电话", "phone"},
       {"联系电话", "电话", "手机", "手机号", "phone", "联系方式", "mobile"}},
      {"address",
       {"住址", "address"},
       {"住址", "家庭住址", "地址", "详细地址", "address", "现住址"}},
      {"certificate",
       {"残疾人证号", "certificate number"},
       {"残疾人证号", "残疾证号", "证号", "certificate", "certificateno", "certificatenumber"}},
      {"id_number",
       {"身份证号", "identity number"},
       {"身份证号", "身份证号码", "公民身份号码", "idnumber", "identitynumber"}},
      {"guardian", {"监护人", "guardian"}, {"监护人", "guardian", "监护人姓名"}},
      {"note", {"备注", "note"}, {"备注", "note", "remark"}},
      {"category",
       {"残疾类别", "category of disability"},
       {"残疾类别", "类别", "category", "残疾类型"}},
      {"grade", {"残疾等级", "grade"}, {"残疾等级", "等级", "grade"}},
      {"eligibility",
       {"困难类型", "ground of need"},
       {"困难类型", "困难类别", "家庭经济状况", "eligibility", "贫困类型"}},
      {"programme",
       {"项目", "programme"},
       {"项目", "项目名称", "programme", "program", "资金渠道"}},
      {"year", {"年度", "year"}, {"年度", "项目年度", "year", "年份"}},
      {"state", {"状态", "state"}, {"状态", "进度", "state", "status", "改造状态"}},
      {"applied_on",
       {"申请日期", "date of application"},
       {"申请日期", "申请时间", "appliedon", "applied"}},
      {"assessed_on",
       {"评估日期", "date of assessment"},
       {"评估日期", "评估时间", "assessedon", "assessed"}},
      {"approved_on",
       {"批准日期", "date of approval"},
       {"批准日期", "审批日期", "批准时间", "approvedon", "approved"}},
      {"in_progress_on",
       {"开工日期", "start of works"},
       {"开工日期", "施工日期", "开工时间", "inprogresson", "started"}},
      {"completed_on",
       {"完工日期", "end of works"},
       {"完工日期", "竣工日期", "完工时间", "completedon", "completed"}},
      {"accepted_on",
       {"验收日期", "date of acceptance"},
       {"验收日期", "验收时间", "acceptedon", "accepted"}},
      {"returned_on", {"退回日期", "date of return"}, {"退回日期", "returnedon", "returned"}},
      {"withdrawn_on",
       {"放弃日期", "date of withdrawal"},
       {"放弃日期", "withdrawnon", "withdrawn"}},
      {"rejected_on",
       {"否决日期", "date of rejection"},
       {"否决日期", "不符合日期", "rejectedon", "rejected"}},
      {"items", {"改造项目", "items"}, {"改造项目", "改造内容", "items", "改造清单"}},
      {"money_source",
       {"资金来源", "source of money"},
       {"资金来源", "经费来源", "moneysource", "fundingsource"}},
      {"planned",
       {"计划金额", "planned money"},
       {"计划金额", "预算金额", "补贴金额", "补助金额", "planned", "budget"},
       Measures::money},
      {"paid",
       {"实付金额", "paid money"},
       {"实付金额", "决算金额", "实际支出", "paid", "cost", "改造费用"},
       Measures::money},
  };
  for (auto &field : district_fields({"乡镇代码", "township code or name"},
                                     {"乡镇代码", "行政区划代码", "区划代码", "街道代码",
                                      "district", "adcode", "townshipcode", "行政区划"}))
    own.push_back(std::move(field));
  fields.insert(fields.begin(), own.begin(), own.end());
  return fields;
}

}  // namespace wza::gis
