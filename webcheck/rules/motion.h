// SPDX-License-Identifier: Apache-2.0
// What the two rules about operation by moving the device share: whether the page listens to the
// sensors of the device (Device Orientation and Motion, https://www.w3.org/TR/orientation-event/).
#pragma once

#include "webcheck/rules/answers.h"
#include "webcheck/rules/scripts.h"

namespace wza::web {

/// One answer a page: `Msg` has the messages listens and unseen.
template <class Msg>
struct MotionAnswers : Answers {
  explicit MotionAnswers(Page const &page) {
    auto const &scripts = page.facts<Scripts>();
    std::string_view const event = scripts.first_of({"deviceorientation", "devicemotion"});
    NodeId const whole = whole_page(page.dom());
    if (!event.empty()) {
      add(whole, cant_tell(Msg::listens, std::string(event)));
    } else if (scripts.unseen()) {
      add(whole, cant_tell(Msg::unseen));
    }
  }
};

}  // namespace wza::web
