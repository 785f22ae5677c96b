#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes site/, the web site of a county that does not exist, with the faults that real ones have.

Run once by hand (python3 make_site.py); its output is committed, so that the demo needs no Python.
Every page says that it is fictional. The faults are on purpose; pages under /wza/ are without.
"""
import pathlib
import shutil
import struct
import zlib

HERE = pathlib.Path(__file__).parent
SITE = HERE / "site"
COUNTY = "清溪县人民政府（虚构）"
NOTE = "本网站及其内容均为虚构，仅用于软件演示。This site is fictional and serves a software demonstration only."
serve = ["# How demo_site serves paths: charset NAME (in the header), redirect STATUS LOCATION, grow BYTES"]


def write(path, text, charset="utf-8"):
    file = SITE / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode(charset))


def png(red, green, blue, width=16, height=16):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    row = b"\0" + bytes([red, green, blue]) * width
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(row * height, 9)) + chunk(b"IEND", b""))


# The faults every page of the main template carries: no lang, image-only menu and toolbar without
# alt, a search form without labels, a menu that only the pointer opens, a footer of bare images.
MENU = [("/", "m1"), ("/xwzx/", "m2"), ("/zwgk/", "m3"), ("/zwfw/", "m4"), ("/hdjl/", "m5"), ("/zjqx/", "m6")]
HEADER = """<div id="top"><a href="javascript:void(0)" onclick="openWza()"><img src="/img/wza.png"></a>
<a href="/elder/" title="长者助手">长者助手</a> | <a href="/big5/">繁體</a> | <a href="/en/">English</a> | <a href="/m/">手机版</a></div>
<div id="banner"><img src="/img/banner.png" width="1000" height="120"></div>
<div id="nav"><ul>""" + "".join(
    f'<li><a href="{url}"><img src="/img/{image}.png"></a></li>' for url, image in MENU) + """</ul>
<ul class="sub"><li><a href="/zwgk/tz/">通知公告</a></li><li><a href="/zwfw/zn/">办事指南</a></li></ul></div>
<form id="so" action="/search" method="get"><input type="text" name="q" size="20"><input type="image" src="/img/so.png"></form>
"""
FOOTER = f"""<div id="foot"><p>主办：{COUNTY}办公室　电话：000-0000000</p><p>{NOTE}</p>
<a href="/wza/">无障碍声明</a> <a href="/old/map.html">网站地图</a>
<a href="http://beian.invalid/"><img src="/img/beian.png"></a><a href="http://jiucuo.invalid/"><img src="/img/jiucuo.png"></a></div>
"""


def page(title, body, *, html="<html>", charset="utf-8", head="", header=HEADER, footer=FOOTER):
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">' if charset else ""
    return f"""<!DOCTYPE html>
{html}
<head>
{meta}
<title>{title}</title>
<link rel="stylesheet" type="text/css" href="/css/site.css">
<link rel="stylesheet" type="text/css" href="/css/hide.css">
<script type="text/javascript" src="/js/toolbar.js"></script>
{head}</head>
<body>
{header}<div id="main">
{body}
</div>
{footer}</body>
</html>
"""


NEWS = ["全县无障碍环境建设现场会在云岭镇召开", "首批困难残疾人家庭改造通过验收", "县医院门诊楼坡道改造完工", "志愿者体验轮椅出行 查找路口缘石问题",
        "政务服务中心增设低位服务台", "清溪河步道加装扶手与提示盲道", "公共停车场无障碍车位专项检查启动", "县图书馆开设有声阅览角",
        "小学校园无障碍卫生间投入使用", "客运站更新语音播报与电子显示屏", "我县开展政府网站适老化自查", "农村危旧厕所改造同步考虑无障碍",
        "残疾人辅具适配服务进村入户", "主城区十二处盲道占用问题整改到位", "老旧小区加装电梯项目开工", "县残联举办手语培训班",
        "乡镇卫生院无障碍设施抽查结果公布", "旅游厕所第三卫生间建设推进会召开", "无障碍监督员聘任仪式举行", "全国助残日系列活动综述"]


def news():
    links = []
    for number, title in enumerate(NEWS, 1):
        path = f"xwzx/2025/n{number:02}.html"
        links.append(f'<li><a href="/{path}">{title}</a><span>2025-{1 + number // 2:02}-{10 + number}</span></li>')
        # One fault in one template on twenty pages: it has to become one finding.
        more = '<p><a href="/xwzx/2025/gone.html">相关报道</a></p>' if number % 7 == 0 else ""
        body = f"""<h1></h1>
<table width="100%" border="0" cellpadding="0"><tr><td><font size="5" color="#c00">{title}</font></td></tr>
<tr><td>发布时间：2025-{1 + number // 2:02}-{10 + number}　来源：清溪县（虚构）融媒体中心　字体：<a href="javascript:doZoom(16)">大</a> <a href="javascript:doZoom(14)">中</a></td></tr>
<tr><td><p><img src="/img/photo{number % 3}.png" width="480" height="320"></p>
<p>　　这是一则虚构的新闻，标题为“{title}”。内容只用来演示网页检测，没有任何真实的人物、单位或事件。</p>
<p>　　活动现场，有关单位介绍了第{number}项工作的安排，并回答了居民提问。更多情况请看<a href="/xwzx/">这里</a>。</p></td></tr></table>
<div class="share"><a href="javascript:;"><img src="/img/wx.png"></a><a href="javascript:;"><img src="/img/wb.png"></a><a href="javascript:window.print()"><img src="/img/print.png" alt="打印本页"></a></div>
{more}<p>上一篇：<a href="/xwzx/2025/n{max(number - 1, 1):02}.html">{NEWS[max(number - 2, 0)]}</a></p>"""
        write(path, page(f"{title}-{COUNTY}", body))
    write("xwzx/index.html", page(f"新闻中心-{COUNTY}", f"""<h2>新闻中心</h2><ul class="list">{''.join(links)}</ul>
<div class="pages">首页 <a href="/xwzx/index_1.html">2</a> <a href="/xwzx/index_1.html">下一页</a> <input type="text" size="3"> <button onclick="go()"></button></div>"""))
    write("xwzx/index_1.html", page(f"新闻中心-{COUNTY}", f'<h2>新闻中心</h2><ul class="list">{"".join(links[:6])}</ul>'))


NOTICES = ["关于开展公共建筑无障碍设施自查的通知", "2025年困难重度残疾人家庭无障碍改造申请公告", "关于公布无障碍监督员名单的公示（虚构）", "城区盲道养护项目询价公告",
           "关于调整办事大厅轮椅借用时间的通知", "无障碍环境建设“十四五”规划中期评估公告", "居家适老化改造定点机构征集公告", "关于规范商铺门前坡道设置的通知"]


def notices():
    # Old content management: GB18030 bytes under the label gb2312, one title for all pages.
    links = []
    for number, title in enumerate(NOTICES, 1):
        links.append(f'<tr><td><a href="g{number:02}.html">{title}</a></td><td>2025-0{number}-15</td></tr>')
        body = f"""<h3>{title}</h3><p>各乡镇人民政府、县直各单位：</p>
<p>　　本通知为虚构内容，编号清溪虚〔2025〕{number}号，含生僻字示例：㙍、䶮、𠮷。</p>
<p>　　附件：<a href="/files/fj{number}.{'doc' if number % 2 else 'pdf'}"><img src="/img/fj.png"></a> <a href="/files/fj{number}.{'doc' if number % 2 else 'pdf'}">下载</a></p>
<iframe src="/zwgk/share.html" width="200" height="30" frameborder="0"></iframe>"""
        write(f"zwgk/tz/g{number:02}.html", page(COUNTY, body, charset="gb2312"), "gb18030")
        write(f"files/fj{number}.{'doc' if number % 2 else 'pdf'}",
              b"%PDF-1.4\n% fictional attachment of the demo, no content\n%%EOF\n" if number % 2 == 0
              else b"Fictional attachment of the demo, no content.\n")
    write("zwgk/tz/index.html", page(COUNTY, f"<h2>通知公告</h2><table>{''.join(links)}</table>", charset="gb2312"), "gb18030")
    write("zwgk/share.html", "<html><head><meta charset=utf-8><title></title></head><body>分享（虚构）</body></html>")
    write("zwgk/index.html", page(f"政务公开-{COUNTY}", """<h2>政务公开</h2>
<dl><dt><a href="/zwgk/tz/">通知公告</a></dt><dd><a href="/zwgk/tz/">更多>></a></dd><dt><a href="/zwgk/cz.html">财政资金</a></dt><dd><a href="/zwgk/cz.html">更多>></a></dd>
<dt><a href="/zwgk/jg.html">机构职能</a></dt><dd><a href="/zwgk/jg.html">更多>></a></dd><dt><a href="/zwgk/gk.html">公开年报</a></dt><dd><a href="/zwgk/gk.html">更多>></a></dd></dl>"""))
    # Declared UTF-8, in truth GB18030: one page whose label is wrong.
    write("zwgk/cz.html", page(f"财政资金-{COUNTY}", """<h2>无障碍改造资金安排（虚构）</h2>
<table border="1"><tr><td>乡镇</td><td>户数</td><td>资金（万元）</td></tr><tr><td>云岭镇</td><td>24</td><td>14.4</td></tr><tr><td>石桥乡</td><td>12</td><td>7.2</td></tr></table>
<table border="1"><tr><td colspan="3">&nbsp;</td></tr></table>""", charset="utf-8"), "gb18030")
    # No label in the page, the header alone tells the charset.
    write("zwgk/jg.html", page(f"机构职能-{COUNTY}", """<h2>机构职能</h2><h5>县住建局（虚构）</h5><p>负责公共建筑无障碍设施的监督检查。</p>
<h5>县残联（虚构）</h5><p>负责困难残疾人家庭无障碍改造。</p><p><blink>欢迎监督</blink></p>""", charset=""), "gb18030")
    serve.append("/zwgk/jg.html charset gbk")
    write("zwgk/gk.html", "\ufeff" + page(f"公开年报-{COUNTY}", """<h2>政府信息公开年度报告（虚构）</h2>
<table border="1" summary="年报"><caption>收到申请情况</caption><tr><th>类别</th><th>件数</th></tr><tr><td>自然人</td><td>12</td></tr><tr><td>法人</td><td>3</td></tr></table>
<p><a href="/files/nb.pdf" target="_blank">下载年报</a></p>"""))
    write("files/nb.pdf", b"%PDF-1.4\n% fictional attachment of the demo, no content\n%%EOF\n")


def service():
    guides = ["残疾人证申领", "无障碍改造申请", "辅助器具补贴", "公租房申请", "老年人优待证", "电梯加装备案"]
    items = "".join(f'<li><a href="/zwfw/zn/b{n}.html">{t}</a></li>' for n, t in enumerate(guides, 1))
    write("zwfw/index.html", page(f"政务服务-{COUNTY}", f"""<h2>政务服务</h2>
<div class="tabs"><a href="#" onclick="tab(1)"><img src="/img/tab1.png"></a><a href="#" onclick="tab(2)"><img src="/img/tab2.png"></a></div>
<ul>{items}</ul><p><a href="/zwfw/zn/">更多>></a></p><p><a href="/zwfw/yuyue.html">预约办事</a> <a href="/zwfw/login.html">用户登录</a> <a href="/go/apply">网上申报</a> <a href="/go/loop">旧版大厅</a></p>"""))
    write("zwfw/zn/index.html", page(f"办事指南-{COUNTY}", f"<h2>办事指南</h2><ul>{items}</ul>"))
    for number, title in enumerate(guides, 1):
        write(f"zwfw/zn/b{number}.html", page(f"{title}-{COUNTY}", f"""<h2>{title}（虚构）</h2>
<table border="1"><tr><td bgcolor="#eee"><b>事项</b></td><td>{title}</td></tr><tr><td bgcolor="#eee"><b>材料</b></td><td>申请表、身份证明</td></tr><tr><td bgcolor="#eee"><b>时限</b></td><td>{number * 5}个工作日</td></tr></table>
<h2></h2><p><a href="/files/fj1.doc"><img src="/img/down.png"></a></p><div role="buton" tabindex="0" onclick="apply()">在线办理</div>"""))
    write("zwfw/yuyue.html", page(f"预约办事-{COUNTY}", """<h2>预约办事</h2>
<form action="/zwfw/yuyue.html" method="post"><table>
<tr><td>姓名</td><td><input name="n"></td></tr><tr><td>电话</td><td><input name="t"></td></tr>
<tr><td>事项</td><td><select name="s"><option>请选择</option><option>残疾人证</option></select></td></tr>
<tr><td>说明</td><td><textarea name="c"></textarea></td></tr><tr><td></td><td><input type="submit" value="提交"> <button type="reset"></button></td></tr></table></form>"""))
    write("zwfw/login.html", page(f"用户登录-{COUNTY}", """<form action="/zwfw/login.html" method="post">
<input name="u" placeholder="用户名"><input type="password" name="p"><input name="y" size="4"><img src="/img/yzm.png" onclick="this.src=this.src">
<input type="checkbox" name="r">记住我 <input type="image" src="/img/login.png"></form>"""))
    serve.extend(["/go/apply redirect 302 /zwfw/shenbao/index.html", "/go/loop redirect 302 /go/loop2",
                  "/go/loop2 redirect 302 /go/loop", "/xwzx redirect 301 /xwzx/"])


def places():
    write("zjqx/index.html", page(f"走进清溪-{COUNTY}", """<h2>走进清溪（虚构）</h2><marquee>清溪县是为演示软件而编造的地名</marquee>
<p><a href="/zjqx/gk.html">县情概况</a> <a href="/zjqx/ly.html">旅游</a> <a href="/zjqx/sp.html">宣传片</a> <a href="/zjqx/tu.html">图片</a></p>
<map name="county"><area shape="rect" coords="0,0,50,50" href="/zjqx/gk.html"><area shape="rect" coords="50,0,99,50" href="/zjqx/ly.html" alt="旅游"></map><img src="/img/map.png" usemap="#county" alt="清溪县示意图（虚构）">"""))
    write("zjqx/gk.html", page(f"县情概况-{COUNTY}", """<h2>县情概况</h2><p>清溪县（虚构）辖十个乡镇，均为编造。</p>
<table border="1"><tr><th>乡镇</th><th>人口（虚构）</th></tr><tr><td>城关镇</td><td>四万</td></tr><tr><td>云岭镇</td><td>二万</td></tr></table>""", html='<html lang="cn">'))
    write("zjqx/ly.html", page(f"旅游-{COUNTY}", """<h2>旅游</h2><h4>云岭景区（虚构）</h4><p>游客中心提供轮椅借用。</p><p style="color:#ccc;background:#fff">开放时间：八时至十七时</p>
<a href="/zjqx/ly2.html"></a><a href="/zjqx/tu.html"><img src="/img/photo1.png" alt=""></a>""", html='<html lang="zh-CN">'))
    write("zjqx/sp.html", page(f"宣传片-{COUNTY}", """<h2>宣传片（虚构）</h2><video src="/files/none.mp4" autoplay loop width="480"></video>
<audio src="/files/none.mp3" autoplay></audio><embed src="/files/none.swf"><object data="/files/none.swf"></object>"""))
    write("zjqx/tu.html", page(f"图片-{COUNTY}", "<h2>图片</h2>" + "".join(
        f'<a href="/img/photo{n % 3}.png"><img src="/img/photo{n % 3}.png" alt="{"DSC0%02d.JPG" % n if n % 2 else "图片"}"></a>' for n in range(8))))


def talk():
    write("hdjl/index.html", page(f"互动交流-{COUNTY}", """<h2>互动交流</h2>
<p><a href="/hdjl/xinxiang.html">县长信箱</a> <a href="/hdjl/diaocha.html">网上调查</a> <a href="/hdjl/wenda.html">常见问题</a></p><p><a href="/hdjl/wenda.html">更多>></a></p>"""))
    write("hdjl/xinxiang.html", page(f"县长信箱-{COUNTY}", """<h2>县长信箱（虚构）</h2><form action="#" method="post"><p>主题 <input name="a"></p><p>正文 <textarea name="b" rows="6"></textarea></p>
<p><label for="nothere">验证码</label><input name="c" id="code"></p><p><a href="javascript:document.forms[1].submit()"><img src="/img/tj.png"></a></p></form>"""))
    write("hdjl/diaocha.html", page(f"网上调查-{COUNTY}", """<h2>网上调查</h2><form><p>您对路口坡道满意吗？</p>
<input type="radio" name="x">满意 <input type="radio" name="x">不满意<br><div role="checkbox" tabindex="0"></div><div role="slider" tabindex="0">评分</div><p><input type="submit" value=""></p></form>"""))
    write("hdjl/wenda.html", page(f"常见问题-{COUNTY}", """<h2>常见问题</h2><main><h3>如何申请改造？</h3><p>向村（居）委会提出。</p></main><main><h3>何时受理？</h3><p>工作日。</p></main>
<ul role="list"><div role="listitem">重复的主区域</div></ul><div role="navigations">相关链接</div>"""))


def odd():
    write("index_old.html", """<html><head><meta http-equiv="refresh" content="5;url=/"><title>正在跳转</title></head><body>五秒后自动跳转（虚构站点）<a href="/">首页</a></body></html>""")
    write("old/index.html", """<html><head><title>旧版首页（虚构）</title></head><frameset cols="200,*"><frame src="/old/left.html"><frame src="/old/map.html"></frameset></html>""")
    write("old/left.html", """<html><body><a href="/" target="_top">返回</a><p>旧版导航（虚构），没有标题元素</p></body></html>""")
    write("old/map.html", page(f"网站地图-{COUNTY}", "<h2>网站地图</h2><ul>" + "".join(
        f'<li><a href="{u}">{t}</a></li>' for u, t in [
            ("/index_old.html", "旧首页"), ("/old/", "旧版"), ("/old/big.html", "历年文件汇编"), ("/old/cut.html", "中断的页面"), ("/m/", "手机版"), ("/elder/", "长者版"),
            ("/wza/", "无障碍声明"), ("/wza/biaodan.html", "规范的表单"), ("/admin/", "管理"), ("/nosuch.html", "已删除的栏目"), ("/en/", "English"), ("/big5/", "繁體"), ("/old/deep.html", "嵌套表格")]) + "</ul>"))
    write("old/big.html", page(f"历年文件汇编-{COUNTY}", """<h2>历年文件汇编（虚构）</h2><table border="1"><tr><th>序号</th><th>标题</th><th>下载</th></tr>
<!--repeat--><tr><td>○</td><td><a href="/zwgk/tz/g01.html">关于开展公共建筑无障碍设施自查的通知（虚构，供演示重复）</a></td><td><a href="/files/fj1.doc"><img src="/img/down.png"></a></td></tr>
<!--/repeat--></table>"""))
    serve.append("/old/big.html grow 2000000")
    write("old/cut.html", page("中断的页面（虚构）", "<h2>传输中断</h2><table><tr><td><p>这一页在标签中间结束").split("<p>这一页")[0] + '<p>这一页在标签中间结束<a href="/zw')
    write("old/deep.html", page(f"嵌套表格-{COUNTY}", "<table><tr><td>" * 60 + '<img src="/img/photo0.png">六十层布局表格（虚构）' + "</td></tr></table>" * 60))
    write("admin/index.html", page("管理后台（虚构，robots.txt 不允许抓取）", "<h2>不应被抓取</h2>"))
    write("search/index.html", page("搜索（虚构，robots.txt 不允许抓取）", "<h2>不应被抓取</h2>"))
    write("en/index.html", page("Qingxi County (fictional)", """<h2>Welcome to Qingxi County (fictional)</h2><p>This county does not exist. The page is in English, but its language says Chinese.</p>
<p><a href="/xwzx/">Click here</a> <a href="/zwgk/">Click here</a></p>""", html='<html lang="zh-CN">'))
    write("big5/index.html", page("清溪縣人民政府（虛構）", """<h2>繁體中文版</h2><p>本頁以大五碼編寫，內容均為虛構。</p><p><a href="/">返回首頁</a></p>""", charset="big5", header="", footer=""), "big5")
    mobile = '<meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1,user-scalable=no">\n'
    for name, title in [("index", "手机版"), ("xw", "手机新闻"), ("bs", "手机办事")]:
        write(f"m/{name}.html", page(f"{title}-{COUNTY}", f"""<h2>{title}</h2><a href="/m/xw.html"><img src="/img/m2.png"></a><a href="/m/bs.html"><img src="/img/m4.png"></a>
<div class="menu-hidden"><a href="/m/"><img src="/img/m1.png"></a></div><button><img src="/img/so.png"></button>""", head=mobile, header="", html='<html lang="zh">'))
    write("elder/index.html", page(f"长者版-{COUNTY}", """<h1>长者版</h1><p style="font-size:24px">大字阅读（虚构）</p><a href="/xwzx/">新闻</a> <a href="/zwfw/">办事</a><iframe src="/zwgk/share.html"></iframe>""",
                                    html='<html lang="zh-CN">', header=""))


GOOD = """<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{title}-清溪县（虚构）</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/css/good.css"></head>
<body><a href="#content">跳到正文</a>
<header><nav aria-label="主导航"><ul><li><a href="/">首页</a></li><li><a href="/wza/">无障碍声明</a></li><li><a href="/wza/biaodan.html">规范的表单</a></li></ul></nav></header>
<main id="content"><h1>{title}</h1>
{body}
</main><footer><p>{note}</p></footer></body></html>
"""


def good():
    write("wza/index.html", GOOD.format(title="无障碍声明", note=NOTE, body="""<p>本页按规范编写，用来与其他页面对照。</p>
<img src="/img/photo0.png" alt="一条带扶手的坡道通向服务中心大门（示意图）" width="160" height="90">
<table><caption>已完成的改进（虚构）</caption><thead><tr><th scope="col">项目</th><th scope="col">时间</th></tr></thead><tbody><tr><th scope="row">图片说明</th><td>2025年3月</td></tr></tbody></table>"""))
    write("wza/biaodan.html", GOOD.format(title="规范的表单", note=NOTE, body="""<form action="/wza/biaodan.html" method="post">
<p><label for="topic">主题</label> <input id="topic" name="topic" required></p><p><label for="text">说明</label> <textarea id="text" name="text"></textarea></p><p><button type="submit">提交</button></p></form>"""))


def home():
    top = "".join(f'<li><a href="/xwzx/2025/n{n:02}.html">{NEWS[n - 1][:14]}…</a></li>' for n in range(1, 9))
    write("index.html", page(COUNTY, f"""<div id="float" style="position:absolute;left:10px;top:200px"><a href="/hdjl/diaocha.html"><img src="/img/float.png"></a><a href="javascript:closeFloat()">×</a></div>
<table width="1000" border="0"><tr><td width="500"><div id="slides"><a href="/xwzx/2025/n01.html"><img src="/img/photo0.png"></a><a href="/xwzx/2025/n02.html"><img src="/img/photo1.png"></a></div></td>
<td><h2>清溪要闻</h2><a href="/xwzx/">更多>></a><ul>{top}</ul></td></tr>
<tr><td><h2>通知公告</h2><a href="/zwgk/tz/">更多>></a><ul><li><a href="/zwgk/tz/g01.html">{NOTICES[0]}</a></li><li><a href="/zwgk/tz/g02.html">{NOTICES[1]}</a></li></ul></td>
<td><h2></h2><a href="/zwfw/"><img src="/img/bs.png"></a><a href="/hdjl/"><img src="/img/hd.png"></a><a href="/wza/"><img src="/img/wzazl.png"></a></td></tr></table>
<iframe src="/zwgk/share.html" width="300" height="80"></iframe><iframe src="http://weather.invalid/widget" width="300" height="30"></iframe>
<select onchange="location=this.value"><option>友情链接</option><option value="http://province.invalid/">省政府（虚构）</option></select>
<script>document.write('<a href="/xwzx/">脚本写出的链接</a>');</script>""", head='<meta name="keywords" content="清溪,虚构">\n'))


def assets():
    write("css/site.css", """body{font:12px/1.6 SimSun;margin:0;color:#333}#top,#foot{color:#999;background:#f5f5f5}#nav ul{list-style:none;overflow:hidden}#nav li{float:left}
#nav ul.sub{display:none}#nav:hover ul.sub{display:block}a{color:#06c;text-decoration:none}a:focus{outline:none}.list span{color:#bbb;float:right}
""")
    write("css/hide.css", """.menu-hidden{display:none}.share{visibility:visible}@media print{#nav,#so,.share{display:none}}@media (max-width:600px){#banner{display:none}}
""")
    write("css/good.css", "body{font:1rem/1.7 sans-serif;max-width:46rem;margin:auto;color:#222;background:#fff}a{color:#0645ad}a:focus{outline:3px solid #b35900}\n")
    write("js/toolbar.js", """// Fictional accessibility toolbar of the demo site: a layer over the page mends nothing in it.
function openWza(){document.body.className='wza-on'}function closeFloat(){document.getElementById('float').style.display='none'}function doZoom(n){document.body.style.fontSize=n+'px'}
""")
    names = ["wza", "banner", *(image for _, image in MENU), "so", "beian", "jiucuo", "photo0", "photo1", "photo2", "wx", "wb", "print", "fj", "tab1",
             "tab2", "down", "yzm", "login", "map", "tj", "float", "bs", "hd", "wzazl"]
    for number, name in enumerate(names):
        write(f"img/{name}.png", png(40 + 7 * number, 120, 220 - 6 * number))
    write("robots.txt", "# Fictional site of the demo\nUser-agent: *\nDisallow: /admin/\nDisallow: /search\n")
    write("404.html", f"<html><head><meta charset=utf-8><title>404</title></head><body><p>页面不存在（虚构站点）</p><a href='/'>首页</a></body></html>")


if SITE.exists():
    shutil.rmtree(SITE)
for part in (home, news, notices, service, places, talk, odd, good, assets):
    part()
write("serve.tsv", "\n".join(serve) + "\n")
print(len(list(SITE.rglob("*.html"))), "pages")
