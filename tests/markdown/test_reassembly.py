"""Targets become the bytes for their place: (dialect, page, targets by source text, the page that is built)."""

from __future__ import annotations

import pytest

from translate.markdown.reassembly import Rebuilt, reassemble
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment

Case = tuple[str, str, dict[str, str], str]


def _build(page: str, targets: dict[str, str], rules: Rules) -> Rebuilt:
    read = segment("page.md", page.encode(), rules)
    keys = {each.text: each.key for each in read.segments}
    assert targets.keys() <= keys.keys()
    return reassemble(read, {keys[text]: target for text, target in targets.items()})


def _check(case: Case) -> None:
    dialect, page, targets, expected = case
    built = _build(page, targets, Rules(dialect=dialect))

    assert built.rejected == ()
    assert built.content.decode() == expected


PLACES: list[Case] = [
    # What would begin a block where a text begins.
    ("commonmark", "- x", {"x": "3. Juni"}, r"- 3\. Juni"),
    ("commonmark", "x", {"x": "3) Juni"}, r"3\) Juni"),
    ("commonmark", "x", {"x": "3.5 Juni"}, "3.5 Juni"),
    ("commonmark", "x", {"x": "- a"}, r"\- a"),
    ("commonmark", "x", {"x": "+ a"}, r"\+ a"),
    ("commonmark", "x", {"x": "* a"}, r"\* a"),
    ("commonmark", "x", {"x": "-a"}, "-a"),
    ("commonmark", "x", {"x": "# a"}, r"\# a"),
    ("commonmark", "x", {"x": "#a"}, "#a"),
    ("commonmark", "x", {"x": "> a"}, r"\> a"),
    ("commonmark", "x", {"x": "---"}, r"\---"),
    ("commonmark", "x", {"x": "***"}, r"\*\*\*"),
    ("commonmark", "x", {"x": "~~~ a"}, r"\~~~ a"),
    ("commonmark", "x", {"x": "``` a"}, r"\`\`\` a"),
    ("commonmark", "x\ny", {"x y": "==="}, "&#61;=="),
    ("commonmark", "x", {"x": "    a"}, "a"),
    ("commonmark", "x", {"x": "[a]: /b"}, r"\[a\]: /b"),
    ("mdbook", "x\n: y", {"y": ": z"}, "x\n: &#58; z"),
    ("mdx", "x", {"x": ":::note"}, "&#58;::note"),
    # A line that begins with a placeholder is no line start for what follows it.
    ("commonmark", "<https://x.example> y", {"{1} y": "{1} - z"}, "<https://x.example> - z"),
    # Nothing begins a block inside a heading or a cell.
    ("commonmark", "# x", {"x": "1. a"}, "# 1. a"),
    ("gfm", "| x |\n|---|\n| y |", {"x": "- a", "y": "# b"}, "| - a |\n|---|\n| # b |"),
    # Table cells.
    ("gfm", "| x |\n|---|\n| y |", {"y": "a | b"}, "| x |\n|---|\n| a \\| b |"),
    ("gfm", "| x |\n|---|\n| y |", {"y": "a \\| b"}, "| x |\n|---|\n| a \\| b |"),
    ("gfm", "| x |\n|---|\n| y |", {"y": "a \\"}, "| x |\n|---|\n| a \\\\ |"),
    ("gfm", "x", {"x": "a | b"}, "a | b"),
    ("jekyll", "x", {"x": "a | b"}, "a \\| b"),  # kramdown makes a table of it
    ("jekyll", "x | y", {"x | y": "a | b"}, "a | b"),
    # Emphasis that is meant, and signs that are not.
    ("commonmark", "*x*", {"*x*": "**a** *b*"}, "**a** *b*"),
    ("commonmark", "x", {"x": "snake_case_name"}, "snake_case_name"),
    ("commonmark", "x", {"x": "5 * 3 * 2"}, r"5 \* 3 \* 2"),
    ("commonmark", "x", {"x": "a_ b"}, r"a\_ b"),
    ("commonmark", "x", {"x": "*a"}, r"\*a"),
    ("commonmark", "x", {"x": "~~a~~"}, "~~a~~"),
    ("gfm", "x", {"x": "~~a~~ ~"}, r"~~a~~ \~"),
    ("commonmark", r"\*x\*", {r"\*x\*": r"\*y\*"}, r"\*y\*"),
    # Backslashes.
    ("commonmark", "x", {"x": "a\\"}, "a\\\\"),
    ("commonmark", "x", {"x": r"a\b"}, r"a\b"),
    ("commonmark", "x<br>y", {"x{1}y": "a\\\\{1}b"}, "a\\\\<br>b"),
    # Tags, entities and expressions that somebody typed.
    ("commonmark", "x", {"x": "<b>a</b>"}, "&lt;b>a&lt;/b>"),
    ("mdsvex", "x", {"x": "a < b"}, "a &lt; b"),
    ("commonmark", "x", {"x": "a & b"}, "a & b"),
    ("commonmark", "x", {"x": "&amp; &copy; &x"}, "&amp;amp; &amp;copy; &x"),
    ("mdsvex", "x", {"x": "{name}"}, "&amp;#123;name&amp;#125;"),
    ("mdsvex", "a &amp;#123; b", {"a {1} b": "B {1}A"}, "B &amp;#123;A"),
    ("mdsvex", "<p>x</p>", {"x": "{name}"}, "<p>&#123;name&#125;</p>"),
    ("mdx", "x", {"x": "{name}"}, r"\{name\}"),
    ("mdbook", "x", {"x": "{{#include a}}"}, r"\{\{#include a\}\}"),
    ("hugo", '<p title="x">', {"x": "{ a }"}, '<p title="&#123; a &#125;">'),
    ("gfm", "![x](/y)", {"x": "^a"}, "![&#94;a](/y)"),  # `![^` begins no image for cmark-gfm
    ("gfm", "a [x](/y)", {"a [x]({1})": "a^ [^b^]({1})"}, "a^ [&#94;b^](/y)"),
    ("mkdocs", "x", {"x": "a$b$c++d++ 1+1"}, "a&#36;b&#36;c&#43;&#43;d&#43;&#43; 1+1"),
    ("mkdocs", "x", {"x": "!!! a"}, "&#33;!! a"),
    ("mkdocs", "x", {"x": "#5 {: .a } ~b"}, "&#35;5 &#123;: .a &#125; &#126;b"),
    ("mkdocs", '!!! a "b"\n    c', {"b": 'x "y" #', "c": "{% z"}, '!!! a "x "y" \\#"\n    &#123;% z'),
    ("vitepress", "x", {"x": "--- {{ a }}"}, "\\--- &#123;&#123; a &#125;&#125;"),
    ("hugo", "x", {"x": "[a] b \\(c\\)"}, "&#91;a\\] b &#40;c\\)"),  # `\\[` may begin a formula there
    ("jekyll", "x", {"x": "{% a %} {: .b}"}, "&#123;% a %&#125; &#123;: .b&#125;"),
    ("commonmark", "x", {"x": "{name}"}, "{name}"),
    # Links and images that somebody typed.
    ("commonmark", "x", {"x": "[a](/b)"}, r"\[a\](/b)"),
    ("commonmark", "x", {"x": "![a](/b)"}, r"\!\[a\](/b)"),
    ("commonmark", "[x](/y)", {"[x]({1})": "Go![a]({1})"}, r"Go\![a](/y)"),
    ("commonmark", "![x](/y) z", {"![x]({1}) z": "Go ![a]({1})!"}, "Go ![a](/y)!"),
    # Headings.
    ("commonmark", "# x", {"x": "C #"}, r"# C \#"),
    ("commonmark", "# x", {"x": "C#"}, "# C#"),
    ("commonmark", "# x #", {"x": "C ##"}, r"# C \## #"),
    ("commonmark", "x\n===", {"x": "# a"}, "\\# a\n==="),
    ("commonmark", "x\ny\n---", {"x y": "a b"}, "a b\n---"),
    # Containers keep their prefixes.
    ("commonmark", "> x.\n> y.", {"x. y.": "A. B."}, "> A.\n> B."),
    ("commonmark", "- x\n  y\n\n  z", {"x y": "a b", "z": "c"}, "- a b\n\n  c"),
    ("gfm", "- [ ] x", {"x": "y"}, "- [ ] y"),
]


@pytest.mark.parametrize("case", PLACES, ids=repr)
def test_plain_text_is_escaped_for_its_place(case: Case) -> None:
    _check(case)


SPELLINGS: list[Case] = [
    # Characters that the source writes as entities are written so again.
    ("commonmark", "a &mdash; b &amp; c", {"a — b & c": "A — B & C"}, "A &mdash; B &amp; C"),
    ("commonmark", "x&nbsp;y", {"x\u00a0y": "a\u00a0b c"}, "a&nbsp;b c"),
    ("commonmark", "<p>a &lt; &quot;b&quot;</p>", {'a < "b"': '"A" < b'}, "<p>&quot;A&quot; &lt; b</p>"),
    ("commonmark", "a — b", {"a — b": "A — B"}, "A — B"),
    # Line ends and the dots at them.
    ("commonmark", "One.\r\nTwo!\r\n", {"One. Two!": "Een. Twee!"}, "Een.\r\nTwee!\r\n"),
    ("commonmark", "One.\rTwo!", {"One. Two!": "Een. Twee!"}, "Een.\rTwee!"),
    ("commonmark", "One. Two.\nThree.", {"One. Two. Three.": "A. B. C."}, "A. B.\nC."),
    ("commonmark", "One.\nTwo.", {"One. Two.": "Alles in een."}, "Alles in een."),
    ("commonmark", "Wrapped\nsomewhere.", {"Wrapped somewhere.": "Ergens gebroken."}, "Ergens gebroken."),
    ("commonmark", "*One.*\nTwo.", {"*One.* Two.": "*A.* B."}, "*A.*\nB."),
    ("commonmark", "> One?\n>  Two.", {"One? Two.": "A? B."}, "> A?\n>  B."),
    ("commonmark", "<p>One.\n  Two.</p>", {"One. Two.": "A. B."}, "<p>A.\n  B.</p>"),
    ("commonmark", "One.\nTwo.", {"One. Two.": "A. - b."}, "A.\n\\- b."),
    # Hard breaks.
    ("commonmark", "a  \nb\\\nc", {"a{1}b{2}c": "A{1}B{2}C"}, "A  \nB\\\nC"),
    ("commonmark", "> a  \n> b", {"a{1}b": "A{1}B"}, "> A  \n> B"),
    # What no page holds.
    ("commonmark", "x", {"x": " a\n b\t c\0 "}, "a b c"),
    ("commonmark", "x", {"x": "- a\n- b"}, r"\- a - b"),
    ("commonmark", "---\ntitle: x\n---\n", {"x": "a\nb: c"}, '---\ntitle: "a b: c"\n---\n'),
]


@pytest.mark.parametrize("case", SPELLINGS, ids=repr)
def test_the_source_s_spelling_and_lines_come_back(case: Case) -> None:
    _check(case)


MACHINERY: list[Case] = [
    ("commonmark", r"[a](/b 'c \' d')", {"c ' d": "x ' \\ y"}, r"[a](/b 'x &#39; \\ y')"),
    ("jekyll", "---\ntitle: A {{ b }}\n...\nC", {"A {1}": "X {1}", "C": "Y"}, "---\ntitle: X {{ b }}\n...\nY"),
    ("commonmark", "[a](/b (c))", {"c": "x) (y"}, "[a](/b (x&#41; &#40;y))"),
    ("jekyll", "A [b](/c){: .d} e", {"A [b]({1}) e": "[B]({1}) E a"}, "[B](/c){: .d} E a"),
    ("jekyll", "A [b](/c){:.d}{:.e} f", {"A [b]({1}) f": "[B]({1}) F a"}, "[B](/c){:.d}{:.e} F a"),
    ("jekyll", "A [b](/c d.pdf (e)) f", {"A [b]({1}) f": "[B]({1}) F a"}, "[B](/c d.pdf (e)) F a"),
    ("jekyll", 'A [b](/c d "T"){:.x} e', {"A [b]({1}) e": "[B]({1}) E", "T": "U | V"}, '[B](/c d "U &#124; V"){:.x} E'),
    ("jekyll", 'A [b]({{ c }} "T") e', {"A [b]({1}) e": "[B]({1}) E", "T": "U"}, '[B]({{ c }} "U") E'),
    # Without it the line would be a table.
    ("jekyll", '[b]\n\n[b]: /c "T"', {"[b]({1})": "[B]({1})", "T": "U | V"}, '[B][b]\n\n[b]: /c "U &#124; V"'),
    ("jekyll", "A *b*{: .c} `d`{:.e}", {"A *b*{1} `d`{2}": "`d`{2} *B*{1} A"}, "`d`{:.e} *B*{: .c} A"),
    ("jekyll", "A\\\\\nb", {"A{1}b": "B{1}a"}, "B\\\\\na"),
    ("commonmark", '[x](/y "t")', {"[x]({1})": "[a]({1})"}, '[a](/y "t")'),
    ("commonmark", "[x](</a b>)", {"[x]({1})": "[a]({1})"}, "[a](</a b>)"),
    ("commonmark", "[x][r]\n\n[r]: /y", {"[x]({1})": "[a]({1})"}, "[a][r]\n\n[r]: /y"),
    ("commonmark", "[x][]\n\n[x]: /y", {"[x]({1})": "[a]({1})"}, "[a][x]\n\n[x]: /y"),
    ("commonmark", "[x]\n\n[x]: /y", {"[x]({1})": "[a]({1})"}, "[a][x]\n\n[x]: /y"),
    ("commonmark", "[r] x\n\n[r]: /z", {"[r]({1}) x": "[a]({1}) [r] b"}, "[a][r] \\[r\\] b\n\n[r]: /z"),
    ("commonmark", "![x]\n\n[x]: /y", {"x": "a"}, "![a][x]\n\n[x]: /y"),
    ("commonmark", "![x][] ![y]\n\n[x]: /y\n[y]: /z", {"x": "a", "y": "b]"}, "![a][x] ![b\\]][y]\n\n[x]: /y\n[y]: /z"),
    ("commonmark", "> [![x\n> `y`]](/z)\n\n[x `y`]: /y", {"x `y`": "`y`"}, "> [![`y`][x\n> `y`]](/z)\n\n[x `y`]: /y"),
    ("commonmark", "![[x]](/y)", {"[x]": "a"}, "![a](/y)"),
    ("commonmark", "a [x] b [y](/z)", {"a [x] b [y]({1})": "[Y]({1}) [x] A"}, r"[Y](/z) \[x\] A"),
    ("commonmark", "<https://x.example> y", {"{1} y": "Y {1}"}, "Y <https://x.example>"),
    ("gfm", "https://x.example y", {"{1} y": "Y: {1}."}, "Y: https://x.example."),
    # Whatever stands next to a bare address would be part of it, or end it (GFM §6.9).
    ("mdsvex", "https://x.example y", {"{1} y": "{1}。Y"}, "https://x.example 。Y"),
    ("gfm", "https://x.example y", {"{1} y": "{1}_ y"}, "https://x.example \\_ y"),
    ("gfm", "https://x.example y", {"{1} y": "Y{1}"}, "Y https://x.example"),
    ("gfm", "https://x.example y", {"{1} y": "({1}), y"}, "(https://x.example), y"),
    ("gfm", "x[^1]\n\n[^1]: y", {"x{1}": "{1}a", "y": "b"}, "[^1]a\n\n[^1]: b"),
    ("commonmark", "a <b>x</b> <i>y</i>", {"a [x]{1} [y]{2}": "[Y]{2} A [X]{1}"}, "<i>Y</i> A <b>X</b>"),
    ("commonmark", "a <b><i>x</i> y</b>", {"a [[x]{1} y]{2}": "A [y [x]{1}]{2}"}, "A <b>y <i>x</i></b>"),
    (
        "commonmark",
        '<p>Use <code>a <i>b</i></code> or <b translate="no">C</b></p>',
        {"Use {1} or {2}": "{2} oder {1} nutzen"},
        '<p><b translate="no">C</b> oder <code>a <i>b</i></code> nutzen</p>',
    ),
    ("commonmark", "a `b` c", {"a `b` c": "C `b` A"}, "C `b` A"),
    ("commonmark", "a `{b}` c", {"a {1} c": "C {1}"}, "C `{b}`"),
    ("mdsvex", "a {b} c", {"a {1} c": "{1} A"}, "{b} A"),
    ("mdsvex", "a <C d={e} /> f", {"a {1} f": "F {1} A"}, "F <C d={e} /> A"),
    # Tags may move to the ends of their block, from where a source's own would not have been in the text.
    ("commonmark", 'Go <a href="/x">there</a>', {"Go [there]{1}": "[Daarheen]{1}"}, '<a href="/x">Daarheen</a>'),
    ("commonmark", "Line one<br>two", {"Line one{1}two": "{1}Regels"}, "<br>Regels"),
    ("gfm", "> Go <i>on</i> or <i>off</i>", {"Go [on]{1} or [off]{2}": "[x]{1} [y]{2}"}, "> <i>x</i> <i>y</i>"),
    ("mdx", "a <A>b</A> <C/>", {"a [b]{1}": "[B]{1} A"}, "<A>B</A> A <C/>"),
    ("mdx", "Go *on* <A>b</A>", {"Go *on* [b]{1}": "[B]{1} *aan*"}, "<A>B</A> *aan*"),
    ("mdx", "| a |\n|---|\n| b <A>c</A> |", {"b [c]{1}": "[C]{1}"}, "| a |\n|---|\n| <A>C</A> |"),
    ("mdsvex", "<p>Go <b>there</b><br>now</p>", {"Go [there]{1}{2}now": "[Daar]{1}{2}"}, "<p><b>Daar</b><br></p>"),
    ("gfm", '# <b title="x"> <br>', {"x": "y"}, '# <b title="y"> <br>'),
    ("gfm", 'Go <b>on</b> <i alt="x">', {"Go [on]{1}": "[aan]{1}", "x": "y"}, '<b>aan</b> <i alt="y">'),
    ("gfm", '<p>Go <b>on</b><img alt="x">', {"Go [on]{1}": "[aan]{1}", "x": "y"}, '<p><b>aan</b><img alt="y">'),
    (
        "commonmark",
        '<li><a>x</a> <a>Go <b title="tip">on</b></a></li>',
        {"x": "y", "Go [on]{1}": "[aan]{1}", "tip": "hint"},
        '<li><a>y</a> <a><b title="hint">aan</b></a></li>',
    ),
    ("mdbook", "## Go <b>there</b>", {"Go [there]{1}": "[Daar]{1}"}, "## <b>Daar</b> {#go-there}"),
    ("hugo", '{{< x "y" >}} a', {"{1} a": "A {1}"}, 'A {{< x "y" >}}'),
    # Texts inside machinery.
    ("commonmark", '[x](/y "t")', {"t": 'a "b"'}, '[x](/y "a &quot;b&quot;")'),
    ("commonmark", '[x](/y "t")', {"[x]({1})": "[a]({1})", "t": "b\\"}, '[a](/y "b\\\\")'),
    ("commonmark", "[x](/y 't')", {"t": "it's"}, "[x](/y 'it&#39;s')"),
    (
        "commonmark",
        '<img src="/i" alt="x">',
        {"x": 'a "b" <c> & {d}'},
        '<img src="/i" alt="a &quot;b&quot; &lt;c&gt; & {d}">',
    ),
    ("commonmark", "<img alt='x'>", {"x": "it's"}, "<img alt='it&#39;s'>"),
    ("mdsvex", '<img alt="x">', {"x": "{a}"}, '<img alt="&#123;a&#125;">'),
    (
        "commonmark",
        'Go <a href="/x" title="tip">there</a> now',
        {"Go [there]{1} now": "Nu [daarheen]{1}", "tip": "hint"},
        'Nu <a href="/x" title="hint">daarheen</a>',
    ),
    ("commonmark", 'Go <a title="tip">there</a>', {"Go [there]{1}": "Ga [daar]{1}"}, 'Ga <a title="tip">daar</a>'),
    ("commonmark", 'Go <a title="tip">there</a>', {"tip": "hint"}, 'Go <a title="hint">there</a>'),
    ("gfm", '|a|\n|-|\n|b <i title="x">y</i>|', {"x": "1 | 2"}, '|a|\n|-|\n|b <i title="1 &#124; 2">y</i>|'),
    ("commonmark", "[x]\n\n[x]: /y 'tip'", {"tip": "hint"}, "[x]\n\n[x]: /y 'hint'"),
    # Front matter.
    ("commonmark", "---\ntitle: x # y\n---\n", {"x": "a: b"}, '---\ntitle: "a: b" # y\n---\n'),
    ("commonmark", '+++\ntitle = "x"\n+++\n', {"x": 'a "b"'}, '+++\ntitle = "a \\"b\\""\n+++\n'),
]


@pytest.mark.parametrize("case", MACHINERY, ids=repr)
def test_machinery_comes_back_as_the_source_s_own_bytes(case: Case) -> None:
    _check(case)


IDS: list[Case] = [
    ("mdsvex", "## One", {"One": "Een"}, "## Een {#one}"),
    ("mdbook", "## One ##", {"One": "Een"}, "## Een {#one} ##"),
    ("mdsvex", "One\n---", {"One": "Een"}, "Een {#one}\n---"),
    ("mdsvex", "# A\n# A\n# A", {"A": "B"}, "# B {#a}\n# B {#a-1}\n# B {#a-2}"),
    ("mdsvex", "# A & b", {"A & b": "C"}, "# C {#a-{null}-b}"),
    ("mdbook", "# A & b", {"A & b": "C"}, "# C {#a--b}"),
    ("mdsvex", "# A {#own}", {"A": "B"}, "# B {#own}"),
    (
        "mdsvex",
        "# snake_case_x",
        {"snake_case_x": "y"},
        "# y {#snake{String.fromCharCode(95)}case{String.fromCharCode(95)}x}",
    ),
    # Headings that stay would be numbered otherwise once a duplicate carries its id.
    ("mdsvex", "# A\n\n# B\n\n# A-1", {"B": "C"}, "# A\n\n# C {#b}\n\n# A-1"),
    ("mdx", "## One", {"One": "Een"}, "## Een {#one}"),
    # Among other attributes.
    ("mkdocs", "## A\n## A { .b }\n## C {: #d }", {"A": "X", "C": "Y"}, "## X { #a }\n## X { .b #a_1 }\n## Y {: #d }"),
    ("mkdocs", "## 日本\n## \u00dcber `c_d` -- :e:", {"日本": "X"}, "## X { #_1 }\n## \u00dcber `c_d` -- :e:"),
    (
        "vitepress",
        "## \u00dcber 1 {.b}\n## 2 :c: d",
        {"\u00dcber 1": "X", "2 {1} d": "Y {1}"},
        "## X {.b #uber-1}\n## Y :c: {#_2-d}",
    ),
    ("hugo", '## A {.b}\n## A {k="{#c}" #d .e}', {"A": "X"}, '## X {.b #a}\n## A {k="{#c}" #d .e}'),
    ("hugo", '## A {k="x #c" #d}\n## B{.c}', {"A": "X", "B": "Y"}, '## X {k="x #c" #d}\n## Y{.c #b}'),
    ("mdbook", "## A { .b } ##\n\nC {.d}\n---", {"A": "X", "C": "Y"}, "## X { .b #a } ##\n\nY {.d #c}\n---"),
    ("mdbook", "## A {#own .b}", {"A": "X"}, "## X {#own .b}"),
    ("jekyll", "## A {#own}", {"A": "X"}, "## X {#own}"),
    # As kramdown reads, makes and numbers them.
    ("jekyll", "## A -- b `c--d` 'e'\tf", {"A -- b `c--d` 'e'\tf": "X `c--d`"}, "## X `c--d` {#a--b-c--d-e-f}"),
    ("jekyll", "## A\n## A\n## A-1", {"A": "X", "A-1": "Y"}, "## X {#a}\n## X {#a-1}\n## Y {#a-1}"),
    ("jekyll", "## A {#own}\n\n## B {#2}\n\n# A", {"A": "X"}, "## X {#own}\n\n## B {#2}\n\n# X {#a}"),
    ("jekyll", "## A\n{: .b #c}\n\n## A\n{:.b}", {"A": "X"}, "## X\n{: .b #c}\n\n## X {#a}\n{:.b}"),
    ("jekyll", "## *b*{:.c} ![d](/e)", {"*b*{1} ![d]({2})": "![d]({2}) *y*{1}"}, "## ![d](/e) *y*{:.c} {#b-}"),
    ("jekyll", "## A ##\r\n\r\nB\r\n---", {"A": "X", "B": "Y"}, "## X ## {#a}\r\n\r\nY {#b}\r\n---"),
    ("jekyll", "A\nb\n---", {"A b": "X"}, "X\n---"),  # several lines are no heading
    ("jekyll", "## A {% b %}\n", {"A {1}": "X {1}"}, "## X {% b %}\n"),
    ("jekyll", "## 2 A ##\n\n## B", {"2 A": "X"}, '## X ##\n{: id="2-a"}\n\n## B'),  # `{#2-a}` would be text
    ("jekyll", "## 2 A\r\nB", {"2 A": "X", "B": "Y"}, '## X\r\n{: id="2-a"}\r\nY'),
    ("jekyll", "## 2 A\n{:.b}\nC", {"2 A": "X"}, '## X\n{:.b id="2-a"}\nC'),
    ("jekyll", "> ## 2 A\n> b", {"2 A": "X"}, "> ## X\n> b"),  # its list of attributes would need the quote's mark
    # As Hugo makes them.
    ("hugo", "A\nb\n---", {"A b": "X"}, "X {#b}\n---"),
    ("hugo", "## A -- b `c--d`", {"A -- b `c--d`": "X `c--d`"}, "## X `c--d` {#a--b-c--d}"),
    ("hugo", "## A ![b](/c)", {"A ![b]({1})": "X ![y]({1})"}, "## X ![y](/c) {#a-b}"),
    ("hugo", "## A {{< b >}}", {"A {1}": "X {1}"}, "## X {{< b >}}"),  # only Hugo knows its id
    ("commonmark", "## One", {"One": "Een"}, "## Een"),
    ("gfm", "## One", {"One": "Een"}, "## Een"),
]


@pytest.mark.parametrize("case", IDS, ids=repr)
def test_headings_carry_the_id_of_the_source(case: Case) -> None:
    _check(case)


def test_headings_that_stay_keep_the_number_that_they_had() -> None:
    built = _build("# A\n\n## *A*", {"A": "B"}, Rules(dialect="mdsvex"))

    assert built.content == b"# B {#a}\n\n## *A* {#a-1}"


def test_ids_can_be_switched_off() -> None:
    built = _build("# A\n\n# B {#own}", {"A": "C", "B": "D"}, Rules(dialect="mdsvex", heading_ids="off"))

    assert built == Rebuilt(b"# C\n\n# D {#own}")


def test_ids_can_be_written_as_comments() -> None:
    rules = Rules(dialect="mdx", heading_id_syntax="comment")

    assert _build("# One\n\n# Two", {"One": "Een"}, rules) == Rebuilt(b"# Een {/* #one */}\n\n# Two")


def test_a_table_of_contents_that_the_renderer_would_make_is_written_out() -> None:
    page = "## Contents\n\n## A [l](/x) `{b}`\n\n### B\n\n## C\n"
    targets = {"Contents": "Inhoud", "A [l]({1}) {2}": "X [m]({1}) <c> {2}", "B": "D", "C": "E"}
    built = _build(page, targets, Rules(dialect="mdsvex"))

    assert built.content.decode() == (
        "## Inhoud {#contents}\n\n"
        "- [X m &lt;c> `{b}`](#a-l-123b125)\n"
        "  - [D](#b)\n"
        "- [E](#c)\n\n"
        "## X [m](/x) &lt;c> `{b}` {#a-l-123b125}\n\n### D {#b}\n\n## E {#c}\n"
    )


def test_strings_in_the_code_of_components_are_escaped_for_javascript() -> None:
    page = """<Tabs items={[{label: "One", text: `<p class="x">Two <b>it</b></p>`, icon: 'no'}]} a={'x'} />"""
    rules = Rules(dialect="mdsvex", components={"Tabs": ("items[].label", "items[].text|html", "a")})
    built = _build(page, {"One": 'A "b" \\', "Two [it]{1}": "`T` [<i>]{1}", "x": "it's ${y}"}, rules)

    assert built.rejected == ()
    assert built.content.decode() == (
        r"""<Tabs items={[{label: "A \"b\" \\", text: `<p class="x">&#96;T&#96; <b>&lt;i&gt;</b></p>`, icon: 'no'}]} """
        r"""a={'it\'s ${y}'} />"""
    )


STRINGS = [
    ("`x`", {"x": "a ${b} `c` \\"}, r"`a \${b} \`c\` \\`"),
    ("`x`", {"x": "$ {b} $$"}, "`$ {b} $$`"),
    ("'x'", {"x": "a ${b} it's"}, r"'a ${b} it\'s'"),
    (r"`x \${y}`", {"x ${1}y{2}": "Y {1}{2}$"}, r"`Y {}$`"),
    (r"`x \${y}`", {"x ${1}y{2}": "z ${1}y{2}"}, r"`z \${y}`"),
    (r"`x \\\${y}`", {}, r"`x \\\${y}`"),
    ("`x`, `${y}`", {"x": "${"}, r"`\${`, `${y}`"),
]


@pytest.mark.parametrize(("code", "targets", "built"), STRINGS)
def test_a_string_computes_nothing_that_it_did_not_compute(code: str, targets: dict[str, str], built: str) -> None:
    rules = Rules(dialect="mdsvex", components={"Tabs": ("a[]",)})
    rebuilt = _build(f"<Tabs a={{[{code}]}} />", targets, rules)

    assert rebuilt.rejected == ()
    assert rebuilt.content.decode() == f"<Tabs a={{[{built}]}} />"


@pytest.mark.parametrize("code", ["`x ${y}`", r"`x \\${y}`", "`${x}`"])
def test_a_string_that_is_computed_is_no_text(code: str) -> None:
    rules = Rules(dialect="mdsvex", components={"Tabs": ("a",)})

    assert segment("page.md", f"<Tabs a={{{code}}} />".encode(), rules).segments == ()


REJECTIONS = [
    ("jekyll", "A *b*{: .c} d", "A *b*{1} d", "A {1} *b*", "M004"),  # attributes of nothing
    ("commonmark", "[x](/y) z", "[x]({1}) z", "a", "P001"),
    ("commonmark", "x <br> y", "x {1} y", "a b", "P001"),
    ("commonmark", "x <br> y", "x {1} y", "a {2} b", "P002"),
    ("commonmark", "x <br> y", "x {1} y", "a {1}{1} b", "P003"),
    ("commonmark", "[x](/y)", "[x]({1})", "[a]({1}) [b]({1})", "P003"),
    ("commonmark", "[x](/y)", "[x]({1})", "a]({1})", "P004"),
    ("commonmark", "[x](/y)", "[x]({1})", "a {1}", "P004"),
    ("commonmark", "[x](/y)", "[x]({1})", "a []({1})", "P004"),
    ("commonmark", "![x](/y) z", "![x]({1}) z", "[a]({1}) b", "P004"),
    ("commonmark", "a <b>x</b>", "a [x]{1}", "a []{1}", "P004"),
    ("commonmark", "x <br> y", "x {1} y", "a {1} { b", "P005"),
    ("commonmark", "x <br> y", "x {1} y", "a {1} {b}", "P005"),
    ("commonmark", "a `b`", "a `b`", "a", "M001"),
    ("commonmark", "a `b`", "a `b`", "a `B`", "M001"),
    ("commonmark", "a", "a", "`a`", "M001"),
    ("commonmark", "a", "a", "http://evil.example", "M002"),
    ("gfm", "a", "a", "see www.evil.example", "M002"),
    ("commonmark", "a", "a", "x@y.example", "M002"),
    ("commonmark", '<img alt="a">', "a", "http://evil.example", "M002"),
    ("commonmark", "a <b>x</b> <i>y</i>", "a [x]{1} [y]{2}", "[a [b]{1}", "P001"),
    ("mdsvex", "a <br> b", "a {1} b", "{1} a", "M004"),  # a tag that begins a line begins raw HTML
    ("mdsvex", "a <C d={e} /> f", "a {1} f", "{1} f a", "M004"),
    ("mdx", "Go <A>there</A>", "Go [there]{1}", "[Daar]{1}", "M004"),  # MDX takes the paragraph away
    ("mdx", "Go <A>there</A> {b}", "Go [there]{1} {2}", "{2} [daar]{1}", "M004"),
    ("commonmark", "Go <div>there", "Go {1}there", "{1} Daar", "M004"),
    ("commonmark", "Go ![there](/x)", "Go ![there]({1})", "![Daar]({1})", "M004"),
    ("gfm", "https://x.example y", "{1} y", "{1}/z", "M004"),  # the address would be longer
]


@pytest.mark.parametrize(("dialect", "page", "text", "target", "code"), REJECTIONS)
def test_a_target_that_does_not_fit_is_rejected_alone(
    dialect: str, page: str, text: str, target: str, code: str
) -> None:
    whole = f"before\n\n{page}\n\nafter\n"
    built = _build(whole, {"before": "voor", text: target, "after": "na"}, Rules(dialect=dialect))

    assert built.content.decode() == f"voor\n\n{page}\n\nna\n"
    assert [(each.code, each.segment.text) for each in built.rejected] == [(code, text)]
    assert built.rejected[0].reason
