// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/login.h"

#include "db/base/digest.h"
#include "db/base/file.h"
#include "webcheck/check.h"
#include "webcheck/fetch/redirects.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace wza::web {
namespace {

Problem refused(std::string const &where, Text reason, Text remedy) {
  Problem out;
  out.code = ProblemCode::configuration;
  out.where = where;
  out.reason = std::move(reason);
  out.remedy = std::move(remedy);
  return out;
}

Problem bad_file(std::string const &where) {
  return refused(where,
                 {"登录设置文件的内容无法识别。", "The settings of logins cannot be understood."},
                 {R"(请写成 {"logins":[{"site":"网址","user":"…","password":"…"}]}。)",
                  R"(Write {"logins":[{"site":"URL","user":"…","password":"…"}]}.)"});
}

Problem not_logged_in(Url const &page, Text reason) {
  return refused(page.without_credentials().href(), std::move(reason),
                 {"请检查登录设置文件中的网址、字段名、用户名和密码。",
                  "Check the addresses, field names, user and password in the settings file."});
}

std::optional<SiteLogin> login_of(nlohmann::json const &json) {
  if (!json.is_object() || !json.contains("site") || !json["site"].is_string()) return std::nullopt;
  std::optional<Url> const site = Url::parse(json["site"].get<std::string>());
  if (!site || !site->is_http()) return std::nullopt;
  SiteLogin out;
  out.origin = site->origin();
  auto text = [&](char const *name) {
    return json.contains(name) && json[name].is_string() ? json[name].get<std::string>()
                                                         : std::string();
  };
  if (json.contains("fields")) {
    out.page = Url::parse(text("page"));
    if (!out.page || out.page->origin() != out.origin || !json["fields"].is_object()) {
      return std::nullopt;
    }
    for (auto const &[name, value] : json["fields"].items()) {
      if (!value.is_string()) return std::nullopt;
      out.fields.emplace_back(name, Secret(value.get<std::string>()));
    }
    return out;
  }
  if (text("user").empty()) return std::nullopt;
  out.basic = Secret("Basic " + base64(text("user") + ":" + text("password")));
  return out;
}

/// The serializer of application/x-www-form-urlencoded (URL standard, section 5.2).
void append_form_text(std::string &out, std::string_view text) {
  for (char c : text) {
    bool const plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       std::string_view("*-._").find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else if (c == ' ') {
      out += '+';
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
}

void append_pair(std::string &out, std::string_view name, std::string_view value) {
  if (!out.empty()) out += '&';
  append_form_text(out, name);
  out += '=';
  append_form_text(out, value);
}

std::string attribute(Document const &dom, NodeId node, std::string_view name) {
  return std::string(dom.attr_or_empty(node, dom.find_atom(name)));
}

bool is_password(Document const &dom, NodeId node) {
  return dom.tag_name(node) == "input" && ascii_iequals(attribute(dom, node, "type"), "password");
}

/// The form around the first password field.
std::optional<NodeId> password_form(Document const &dom) {
  for (NodeId const node : dom.elements()) {
    if (!is_password(dom, node)) continue;
    for (NodeId at = dom.parent(node); at.valid(); at = dom.parent(at)) {
      if (dom.is_element(at) && dom.tag_name(at) == "form") return at;
    }
  }
  return std::nullopt;
}

Result<OpenedPage> opened(Response const &response) {
  return open_page({response.url.href(), response.body, {}, response.status});
}

/// What the form sends: its hidden fields, then those of the settings.
std::string filled_in(Document const &dom, NodeId form, SiteLogin const &login) {
  std::string out;
  for (NodeId const node : dom.elements()) {
    if (dom.tag_name(node) != "input" || !dom.is_inclusive_ancestor(form, node)) continue;
    std::string const name = attribute(dom, node, "name");
    bool const given = std::any_of(login.fields.begin(), login.fields.end(),
                                   [&](auto const &field) { return field.first == name; });
    bool const hidden = ascii_iequals(attribute(dom, node, "type"), "hidden");
    if (hidden && !name.empty() && !given) append_pair(out, name, attribute(dom, node, "value"));
  }
  for (auto const &[name, value] : login.fields)
    append_pair(out, name, value.reveal());
  return out;
}

}  // namespace

Result<std::vector<SiteLogin>> read_logins(std::filesystem::path const &path) {
  using std::filesystem::perms;
  std::error_code error;
  perms const mode = std::filesystem::status(path, error).permissions();
  std::optional<std::string> const bytes = bytes_of_file(path);
  if (error || !bytes) {
    return refused(path.string(), {"无法读取登录设置文件。", "The settings file cannot be read."},
                   {"请检查路径和权限。", "Check its path and rights."});
  }
  if ((mode & (perms::group_all | perms::others_all)) != perms::none) {
    return refused(path.string(),
                   {"登录设置文件可以被其他用户读取或修改。",
                    "Others than its owner may read or change the settings of logins."},
                   {fmt::format("请运行：chmod 600 {}", path.string()),
                    fmt::format("Run: chmod 600 {}", path.string())});
  }
  auto const json = nlohmann::json::parse(*bytes, nullptr, false);
  bool const list = json.is_object() && json.contains("logins") && json["logins"].is_array();
  if (!list) return bad_file(path.string());
  std::vector<SiteLogin> out;
  for (auto const &entry : json["logins"]) {
    std::optional<SiteLogin> login = login_of(entry);
    if (!login) return bad_file(path.string());
    out.push_back(std::move(*login));
  }
  return out;
}

std::optional<Problem> log_in(Fetcher &fetcher, SiteLogin const &login) {
  Result<Followed> const first = get_following(fetcher, *login.page, kPageRedirects);
  if (!first) return first.problem();
  Result<OpenedPage> const page = opened(first->response);
  if (!page) return page.problem();
  std::optional<NodeId> const form = password_form(page->document);
  Url const &at = first->response.url;
  std::optional<Url> const target =
      form ? Url::parse(attribute(page->document, *form, "action"), &at) : std::nullopt;
  if (!target) {
    return not_logged_in(*login.page, {"这个页面上没有带密码框的登录表单。",
                                       "There is no form with a password field on this page."});
  }
  if (target->origin() != login.origin) {
    return not_logged_in(*login.page, {"登录表单指向别的网站，没有发送密码。",
                                       "The form leads to another site; no password was sent."});
  }
  FetchRequest request{target->without_fragment()};
  request.form = filled_in(page->document, *form, login);
  Result<Response> sent = fetcher.send(request);
  if (!sent) return sent.problem();
  Response end = *std::move(sent);
  if (std::optional<Url> const next = end.location(); next && next->is_http()) {
    Result<Followed> const followed = get_following(fetcher, *next, kPageRedirects);
    if (!followed) return followed.problem();
    end = followed->response;
  }
  Result<OpenedPage> const last = opened(end);
  bool const failed = end.status >= 400 || (last && password_form(last->document));
  if (!failed) return std::nullopt;
  return not_logged_in(*login.page, {"登录没有成功。", "The login did not work."});
}

}  // namespace wza::web
