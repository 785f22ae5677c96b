// SPDX-License-Identifier: Apache-2.0
// What our rules tell of each clause of GB/T 37668-2019 that touches web pages, and what a person
// must still answer. No clause is decided wholly by rules; the eight that touch apps alone are not
// here.
#include "webcheck/standards/clause_notes.h"

#include <array>

namespace wza::web {

std::span<ClauseNote const> gbt37668_notes() {
  static constexpr std::array kNotes{
      ClauseNote{"3.2.1.1",
                 Cover::part,
                 {"每个图形验证码都另有语音、短信等不靠视觉的方式吗？",
                  "Does every CAPTCHA picture come with another way, such as sound or a text "
                  "message, that does not need sight?"}},
      ClauseNote{"3.2.1.2",
                 Cover::part,
                 {"每个图形链接的替代文本是否说清了链接通向哪里？",
                  "Does the text alternative of every image link say where the link leads?"}},
      ClauseNote{
          "3.2.1.3",
          Cover::part,
          {"每个图标按钮和其他图形控件的名称是否说清了它的用途，状态变化时读屏软件也会读出？",
           "Does the name of every icon button and other graphic control say what it does, and is "
           "a change of its state announced?"}},
      ClauseNote{"3.2.1.4",
                 Cover::part,
                 {"每张有内容的图片，替代文本是否说出了图片要告诉人的内容？",
                  "Does the text alternative of every meaningful image say what the image tells?"}},
      ClauseNote{"3.2.2.1",
                 Cover::part,
                 {"凡是用颜色表示的意思（必填、出错、当前项、图表分类），不看颜色也能知道吗？",
                  "Can everything that is told by colour (required, wrong, current, parts of a "
                  "chart) be known without seeing colour?"}},
      ClauseNote{"3.2.2.2",
                 Cover::part,
                 {"把文字放大到 200% 后，内容和功能都还在，没有被截断或重叠吗？",
                  "With the text at 200%, is all content and every function still there, neither "
                  "cut nor covered?"}},
      ClauseNote{
          "3.2.2.3",
          Cover::part,
          {"用户能自己选文字和背景的颜色，段落里行距不小于 1.5 倍、段距不小于行距的 1.5 倍，放大到 "
           "200% 不用左右滚动吗？",
           "Can users choose the colours of text and ground, is the line spacing at least 1.5 and "
           "that of paragraphs 1.5 times as much, and does 200% need no sideways scrolling?"}},
      ClauseNote{
          "3.2.3.1",
          Cover::part,
          {"每段音频和视频旁边都有文字概括它的内容吗？",
           "Does every sound recording and video have words beside it that say what it is about?"}},
      ClauseNote{"3.2.3.2",
                 Cover::part,
                 {"每段录好的音频和视频都有字幕或文字稿，画面里的重要内容也有口述或文字说明吗？",
                  "Does every recording have captions or a transcript, and is what matters in its "
                  "pictures described in sound or words?"}},
      ClauseNote{
          "3.2.3.3",
          Cover::person,
          {"直播的音视频有实时字幕或文字吗？（没有直播则为“是”）",
           "Do live broadcasts have captions or text as they run? (Yes where there are none.)"}},
      ClauseNote{
          "3.2.3.4",
          Cover::person,
          {"录好的有讲话的视频都配有手语吗？（没有视频则为“是”）",
           "Do recorded videos with speech have sign language? (Yes where there are none.)"}},
      ClauseNote{"3.2.3.5",
                 Cover::person,
                 {"画面来不及说明的录制视频，提供了扩展的口述影像吗？（没有这样的视频则为“是”）",
                  "Where recorded videos leave no pauses for descriptions, is there an extended "
                  "description? (Yes where there are none.)"}},
      ClauseNote{"3.2.3.6",
                 Cover::person,
                 {"在线直播的音频有等效的文字吗？（没有则为“是”）",
                  "Is there text of equal content for live sound? (Yes where there is none.)"}},
      ClauseNote{
          "3.2.4.1",
          Cover::part,
          {"操作说明里的“右侧”“红色”“圆形”“听到提示音后”等说法，不看位置颜色、听不到声音也能照做吗"
           "？",
           "Can instructions such as “on the right”, “the red one”, “the round one” or “after the "
           "tone” be followed without seeing place and colour or hearing sound?"}},
      ClauseNote{"3.3.1.2",
                 Cover::part,
                 {"每一页开头都有办法跳过重复的导航，直接到正文，而且确实有效吗？",
                  "Is there a way at the start of every page to skip what repeats and get to the "
                  "content, and does it work?"}},
      ClauseNote{"3.3.1.4",
                 Cover::person,
                 {"读屏用户能借助地标和标题，在页面各内容块之间直接跳转吗？",
                  "Can screen reader users jump between the blocks of the page by landmarks and "
                  "headings?"}},
      ClauseNote{"3.3.3.1",
                 Cover::part,
                 {"只用键盘，不计按键快慢，页面上的全部功能都能用吗？",
                  "Can every function of the page be used by keyboard alone, however slowly?"}},
      ClauseNote{"3.3.3.2",
                 Cover::part,
                 {"用 Tab 键走完整个页面，焦点从不陷在某处出不来吗？",
                  "Going through the whole page by Tab, does the focus never get caught?"}},
      ClauseNote{"3.3.3.3",
                 Cover::part,
                 {"每个漂浮窗都能用键盘到达，或者能关闭吗？（没有漂浮窗则为“是”）",
                  "Can every floating window be reached by keyboard, or closed? (Yes where there "
                  "are none.)"}},
      ClauseNote{
          "3.3.3.5",
          Cover::part,
          {"页面上没有任何内容一秒内闪烁超过三次，对吗？",
           "Is it true that nothing on the page flashes more than three times in a second?"}},
      ClauseNote{"3.3.3.6",
                 Cover::part,
                 {"按 Tab 键移动时，焦点的先后顺序合乎内容的意思吗？",
                  "Does the order in which Tab moves the focus keep the meaning of the content?"}},
      ClauseNote{"3.3.3.7",
                 Cover::part,
                 {"悬停或聚焦时出现的菜单和提示都能关掉，或者不遮挡别的内容吗？",
                  "Can menus and tips that appear under the pointer or with the focus be closed, "
                  "or do they cover nothing?"}},
      ClauseNote{"3.3.3.8",
                 Cover::person,
                 {"正在看的内容更新时，读屏用户会得到提示吗？（没有会更新的内容则为“是”）",
                  "Are screen reader users told when content that they are reading is updated? "
                  "(Yes where nothing is updated.)"}},
      ClauseNote{"3.3.3.9",
                 Cover::part,
                 {"脚本打开的新窗口和弹窗，事先有说明并且能关闭吗？",
                  "Are windows that scripts open announced beforehand, and can they be closed?"}},
      ClauseNote{"3.3.3.10",
                 Cover::part,
                 {"播放器的按钮都能用键盘操作，自动播放超过三秒的声音或动画能停下来吗？",
                  "Do all buttons of players work by keyboard, and can sound or movement that "
                  "starts by itself and lasts more than three seconds be stopped?"}},
      ClauseNote{
          "3.3.3.11",
          Cover::asked,
          {"只按一个字符键就起作用的快捷键，能关闭、能改，或只在聚焦时起作用吗？（没有则为“是”）",
           "Can shortcuts of a single character key be turned off, changed, or do they work with "
           "the focus only? (Yes where there are none.)"}},
      ClauseNote{"3.3.3.12",
                 Cover::part,
                 {"没有时间限制，或者用户能关闭、延长它吗？",
                  "Is there no time limit, or can users turn it off or extend it?"}},
      ClauseNote{"3.3.3.13",
                 Cover::person,
                 {"登录超时后重新登录，填了一半的内容还在吗？（不用登录则为“是”）",
                  "After a session has ended and the user has logged in again, is what was filled "
                  "in still there? (Yes where no login is needed.)"}},
      ClauseNote{"3.3.4.1",
                 Cover::part,
                 {"每个输入框都有看得见的说明，有格式要求的写明了格式吗？",
                  "Does every input field have an instruction in sight, with the format where one "
                  "is wanted?"}},
      ClauseNote{"3.3.4.3",
                 Cover::person,
                 {"用户能随时换用键盘、鼠标、触摸或语音输入，网页不加限制吗？",
                  "Can users change between keyboard, mouse, touch and speech at any time, without "
                  "the page limiting them?"}},
      ClauseNote{"3.3.4.4",
                 Cover::part,
                 {"除行内链接等例外，可点击的目标都不小于 44×44 CSS 像素吗？",
                  "Apart from exceptions such as links within text, are all targets at least 44 by "
                  "44 CSS pixels?"}},
      ClauseNote{"3.4.1.1",
                 Cover::person,
                 {"不常用的词语和专业术语都有解释吗？",
                  "Are unusual words and terms of the trade explained?"}},
      ClauseNote{"3.4.1.2",
                 Cover::part,
                 {"缩写第一次出现时，都给出了全称或解释吗？",
                  "Is every abbreviation given in full or explained where it first appears?"}},
      ClauseNote{"3.4.2.1",
                 Cover::person,
                 {"各页面重复出现的导航，先后顺序都一样吗？",
                  "Does navigation that repeats on several pages keep the same order?"}},
      ClauseNote{"3.4.2.2",
                 Cover::part,
                 {"焦点到了某处，页面不会自己跳转、开窗口或提交，对吗？",
                  "Is it true that nothing leaves the page, opens a window or sends a form just "
                  "because the focus came to it?"}},
      ClauseNote{"3.4.2.3",
                 Cover::person,
                 {"各页面的布局一致，同样功能的部件名称和样子也一致吗？",
                  "Is the layout the same on all pages, and are parts of the same function named "
                  "and drawn alike?"}},
      ClauseNote{"3.4.3.1",
                 Cover::part,
                 {"网页标题是否说出了这一页的内容，并与本站其他页面不同？",
                  "Does the page's title say what the page is about, and differ from those of "
                  "other pages of the site?"}},
      ClauseNote{"3.4.3.2",
                 Cover::part,
                 {"每一页都能使用站内搜索或网站地图吗？",
                  "Can the search or the map of the site be used from every page?"}},
      ClauseNote{"3.4.3.3",
                 Cover::part,
                 {"header、nav、main、footer 等标签包住的正是它们所说的内容吗？",
                  "Do header, nav, main, footer and the like hold just what their names say?"}},
      ClauseNote{"3.4.3.4",
                 Cover::part,
                 {"内容分成几部分的地方，每部分都有标题吗？",
                  "Where content has parts, does each part have a heading?"}},
      ClauseNote{"3.4.3.5",
                 Cover::part,
                 {"每一页都告诉用户自己在网站的什么位置吗？",
                  "Does every page tell users where in the site they are?"}},
      ClauseNote{"3.4.3.6",
                 Cover::part,
                 {"跳转、开窗口等变化都只在用户要求时发生吗？",
                  "Do changes such as leaving the page or opening a window happen only when users "
                  "ask for them?"}},
      ClauseNote{"3.4.4.1",
                 Cover::part,
                 {"填错时，页面用文字指出哪一项错了、错在哪里吗？（没有表单则为“是”）",
                  "When something is filled in wrongly, does the page say in words which item is "
                  "wrong and why? (Yes where there are no forms.)"}},
      ClauseNote{"3.4.4.2",
                 Cover::person,
                 {"填错时，页面用文字建议怎样改正吗？（没有表单则为“是”）",
                  "When something is filled in wrongly, does the page suggest in words how to put "
                  "it right? (Yes where there are no forms.)"}},
      ClauseNote{"3.4.4.3",
                 Cover::person,
                 {"提交前能核对，或提交后能撤回、改正吗？（没有表单则为“是”）",
                  "Can what is sent be checked before, or taken back and corrected afterwards? "
                  "(Yes where there are no forms.)"}},
      ClauseNote{"3.4.4.4",
                 Cover::part,
                 {"用户能查到网站有哪些快捷键吗？（没有则为“是”）",
                  "Can users look up the shortcuts of the site? (Yes where there are none.)"}},
      ClauseNote{"3.5.1.1",
                 Cover::part,
                 {"开着读屏软件、放大镜等辅助技术时，页面都能照常使用吗？",
                  "Is the page usable as ever with a screen reader, a magnifier and other "
                  "assistive technology?"}},
      ClauseNote{"3.5.1.3",
                 Cover::part,
                 {"网站为视力不好的人和老年人提供了工具条，而且容易找到吗？（工具条不能抵消其他条款"
                  "的问题）",
                  "Does the site offer a tool bar for people with low vision and older people that "
                  "is easy to find? (It makes up for no fault under other clauses.)"}},
      ClauseNote{"3.5.2.1",
                 Cover::part,
                 {"听不见、看不见或读写困难的人，都至少有一种能用的联系方式吗？",
                  "Is there at least one way to get in touch for people who cannot hear, cannot "
                  "see, or find it hard to read and write?"}},
      ClauseNote{"3.5.2.2",
                 Cover::person,
                 {"网站的实时客服，听不见或看不见的人也能用吗？（没有则为“是”）",
                  "Can people who cannot hear or cannot see use the live support of the site? (Yes "
                  "where there is none.)"}},
  };
  return kNotes;
}

}  // namespace wza::web
