"""Pages made of nasty atoms, and the targets of hostile translators."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import settings
from hypothesis import strategies as st

from translate.markdown.rules import ATTRIBUTES, EMBEDS, Rules

BOM = b"\xef\xbb\xbf"
FEWER = settings(max_examples=settings().max_examples // 2)
"""For laws that are tried in every dialect."""

WORDS = (
    *("one", "Two words", "a sentence. Another one.", "snake_case_name", "x", "3. Juni", "1) b", "№ ½", "DON'T"),
    *("“quoted”", "é", "e\u0301", "日本語", "🦋", "👩\u200d👩\u200d👧", "\u00a0", "\u200b", "\u2028", "\u0085"),
    *("\u00ad", "\ufeff", "-", "--", "---", "…", "import x", "export"),
)
MARKS = (
    *("*em*", "_em_", "**strong**", "__strong__", "***both***", "*a **b** c*", "~~gone~~", "~one~", "*a _b* c_", "*"),
    *("**", "_", "~", "`code`", "``a ` b``", "`{x}`", "` `` `", "`", "``", "`two\nlines`", "$x$", "$$y$$", "\\*"),
    *("\\_", "\\[", "\\{", "\\}", "\\`", "\\&", "\\\\", "\\", "\\|", "\\#", "\\a", "\\<b>", "&amp;", "&lt;", "&mdash;"),
    *("&nbsp;", "&#123;", "&#x7d;", "&quot;", "&copy", "&nosuch;", "&", "&#0;", "&#10;"),
    *("$a_b$", "$$c*d$$", "$", "\\(e_f\\)", "\\\\(g\\\\)", "*red*{:.red}{:.x}", "{:.c}", "`a|b`", "{::comment}x{:/}"),
    *("++ctrl+c++", ":icon:", "*em*{ .a }", "`c`{.b}", "[x](/y){ .c }{ #d }", "{==a==}", "~x~", "{# c #}"),
)
LINKS = (
    *("[text](/a)", '[text](/a "title")', "[text](/a 'it is')", "[t](<a b>)", "[](/empty)", "[**b** `c`](/d)"),
    *("[a](/b)[c](/d)", "![alt](/i.png)", '![a *b*](/i.png "t")', "[![alt](/i.png)](/a)", "![](/i.png)", "!", "!["),
    *("[", "]", "(", ")", "](", "[ref]", "[ref][]", "[words][ref]", "[*ref*]", "[Two\nwords]", "![ref]", "[^1]"),
    *("[^none]", "[none]", "[x]", "[ ]", "<https://x.example/?a=b&c>", "<me@x.example>", "https://x.example/a_b_(c)"),
    *("www.x.example", "me@x.example", "http://", "[[Page]]", "[[Page|*label* x]]", "![[image.png]]", "{ref}`x`"),
)
TAGS = (
    *("<b>bold</b>", '<a href="/x" title="a tip">link</a>', "<b>", "</b>", "<i>a <b>c</i> d</b>", "<br>", "<br/>"),
    *("<span>\n", "</span>", '<img src="/i" alt="an image">', "<img alt=bare>", "<!-- comment -->", "<!--", "-->"),
    *("<?php x ?>", "<!X y>", "<", ">", "<a", "< b", '<b translate="no">Name</b>', '<i class="notranslate">x</i>'),
    *("<code>a b</code>", "<svg><text>t</text></svg>", "<kbd>K</kbd>", "<Comp />", "<Comp>inside</Comp>", "</C.D>"),
    *("<Comp f={() => x > 1} />", '<C.D a={"}"}>', "<Button label='Go' />", "<a b={`${c}`}>", "<>", "</>", "{name}"),
    *("{a ? 'b' : {c}}", "{", "}", "{}", "{1}", "{@html x}", "{/* c */}", "{`}`}", "{#if a}", "{/if}", "{{ .Title }}"),
    *("{% tag %}", '{{< ref "x" >}}', "{{", "%}", "$a_b$", "$$", "%% hidden %%", "<script>", "</script"),
    *('{{< figure title="A \\"b\\" c" alt=`d "e"` >}}', '{{% card "f g" %}}', '{{<x title=y alt="z\\w" />}}'),
    *("</style>", "<textarea>", "<pre>", "<!-- translate: off -->", "<b translate='no'>"),
)
BREAKS = (
    *("\n", "\n", "  \n", "\\\n", " \n ", "\n    ", "\t", "  ", "<br>\n", "\n<b>", "\n- ", "\n> ", "\n# ", "\n| "),
    *("\n2. ", " |"),
)
BLOCKS = (
    *("# One", "## Two {#two}", "## A -- b", "### Two ###", "#", "Setext\n===", "Set *ext*\nagain\n---", "## One"),
    *("## `{x}` & <b>y</b>", "- a\n- b", "* a\n\n* b", "1. a\n2. b", "- [ ] do\n- [x] done", "- a\n  - b\n\n    c"),
    *("-\n  late", "- ", "10) ten", "- # in item", "> quote\nlazy", "> a\n>\n> - b\n>   c", ">> deep"),
    *("> ```\n> code\n> ```", "| a | b |\n|---|:-:|\n| c | d \\| e |", "a|b\n-|-\n`x\\|y`|[l](/u)\n|only"),
    *("| a |\n|--|\n| *b* | surplus |", "```js\nlet a = 1;\n```", "~~~\nopen fence", "    indented code", "\tcode"),
    *("```\n\n```", "***", "- - -", "___", "[ref]: /url 'a title'", "[ref]: <x y>\n", "[two words]:\n  /two"),
    *("[^1]: a note\n    goes on", "[^2]:", "term\n: definition\n: another", "term\n\n: loose\n\n    more"),
    *(": nothing", "<div>\ntext in div\n</div>", "<div>\n\n*Markdown* inside\n\n</div>", "<p>one<br>two</p> tail"),
    *("<details><summary>Sum</summary>\n\nin\n</details>",),
    *("<ul>\n<li>One</li>\n<li><a href='/x'>Two</a> tail</li>\n</ul>", "<table><tr><td>cell</td></tr></table>"),
    *("<h2 id=x>Raw</h2>", "<script>\nlet a = '<p>';\n\nlet b;\n</script>", "<style>\n.a { b: c }\n\n</style>"),
    *("<pre>\n*pre*\n\n</pre>", "<!-- a\n\ncomment -->", "<Comp>\n\nwords\n\n</Comp>"),
    *("<Comp a='b'\n  c={[\n\n{d: 'e f g'}]}>\nwords\n</Comp>", "{#if a}", "{:else}", "{/if}"),
    *("{#each a as b}\n- c\n{/each}",),
    *('<blockquote class="twitter-tweet"><p>Said</p>&mdash; A <a href="/t">Date</a></blockquote>', ":::", "{{% x %}}"),
    *('<div translate="no">\nNo\n\nNever\n\n</div>', "<!-- translate: off -->", "<!-- translate: on -->"),
    *("<!-- translate: skip -->", "<!-- translate: of -->", '<!-- translate: context "menu" -->', "{% if a %}"),
    *('<!-- translate: note "mind the gap" -->', "<!-- translate: context -->", "{/* translate: skip */}"),
    *("import X from 'y'", "export const a = {b: 'c'}", ":::note[Title]\ntext\n:::", "$$\nx\n$$", "", " ", "\t"),
    *("text\n{: .lead}", "- a\n  {: .c}\n- b\n{: .d}", "text\n{.lead #x}", "$$\na\n\n* b\n$$", "\\[\nx\n\\]"),
    *("{{< mermaid >}}\na\n\nb\n{{< /mermaid >}}", "{% highlight x %}\na\n{% endhighlight %}", "{{#include x}}"),
    *('```admonish note "A *b* \\"c\\""\ntext\n```', "~~~admonish\n- a\n\n```\ncode\n```", "```admonish"),
    *("::: tip A *title* {open}\ntext\n:::", "::: mermaid\na\nb\n:::", ":::: a\n::: b\ntext\n:::\n::::", "::: {.a}"),
    *("{{< gallery >}}\na.jpg\nb/c.png\n{{< /gallery >}}", "## 2 two", "## 2 two\n{: .a}", "[l](/a b.pdf 'A title')"),
    *("<p>one</p>\n1. *two* [l](/u)",),
    *('!!! note "A *title*"\n    text\n    more', "!!! tip\n    text\nlazy\nmore", '??? a "b"\n\n    - c\n    d\ne'),
    *('=== "One"\n    text\n\n=== "Two"\n\n    === "Three"\n        text', "/// note | Title\n    a: b\ntext\n///"),
    *('--8<-- "a.md"', "--8<--\na\n--8<--", "[TOC]", "text\n{ .a #b }", "## One { .c #d }", "## Two {: id=e }"),
    *("> [!TIP] A *title*\n> text", "[[toc]]", "<<< a.js", "text {.a}", "<Badge text='a b' /> *c*", "<a @b='c'>d</a>"),
    *("::: a.b\n    c: d", "<div class=a markdown>\ntext\n</div>\n*text*", "/// html | p\ntext\n///"),
    *("> [!NOTE]\n> text", "> [!tip]- Title\n> text", ":::{note} Title\ntext\n:::", "(label)=", "```{note}\ntext\n```"),
)
FRONT_MATTER = (
    *("---\ntitle: A title\n---\n", "---\n---\n", "---\n", "---\n# title: no\ntitle: it's # so\n---\n"),
    *('---\ntitle: "Quoted: \\"x\\""\ndescription: >\n  folded\n  text\ndate: 2024-01-01\n---\n',),
    *("+++\ntitle = 'T'\n+++\n", "---\ndescription: |\n  kept\n  lines\ntags: [a, b]\n---\n\n"),
)
TRAPS = (
    *("1. x", "- x", "+ x", "* x", "# x", "###", "> x", "2) x", "---", "===", "- - -", "***", "~~~", "```", "    code"),
    *("\tx", ": x", ":::note", "| a |", "|", "a | b", "`", "`x`", "``", "*", "**", "_", "*x*", "__x__", "~~x~~"),
    *("a_b_c", "* *", "**x", "\\", "x \\", "\\\\", "\\*", "<b>", "</b>", "<b>x</b>", "<script>alert(1)</script>"),
    *("</div>", "<!-- x -->", "<!-- translate: off -->", "<", ">", "< b", "<Comp />", "<?", "<![CDATA[", "{", "}"),
    *("{x}", "{1}", "{2}", "{99}", "{#if a}", "{/if}", "{@html x}", "{`", "{{1}}", "{{ x }}", "{% x %}", "{#id}"),
    *("x {#id}", "{ 1 }", "${1}", "{/* x */}", "[", "]", "![", "](", "[x](/y)", "![x](/y)", "[x]{1}", "[x]({1})"),
    *("![x]({1})", "[x]", "[x][]", "[ref]", "[x]: /y", "[^1]", "[^1]: x", "[ ] x", "[]", "http://evil.example/"),
    *("www.evil.example", "x@y.example", "//evil.example", "mailto:x@y", "<http://evil.example>", "javascript:x"),
    *("&lt;", "&amp;", "&", "&#123;", "&nbsp;", "&x", '"', "'", "“", "#", "x #", "##", "!", "!x", "=", "$x$", "$", "@"),
    *("%", "^", ":", "a\nb", "a\n\nb", "a\r\n- b", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\x00", "\x1b", "\x7f", " "),
    *("  ", "\u00a0", "\ufeff", "\u200b", "import x from 'y'", "export default 1", "title: x", "x: y: z", "'''", '"""'),
    *("+++", "---\n", "\u202e", "🦋", "e\u0301", "日本", "1.", "1)", "-", "+", "--", "{{< x >}}"),
    *(
        "!!! a",
        '??? a "b"',
        '=== "a"',
        "/// a",
        "--8<-- 'a'",
        "[TOC]",
        "*[a]: b",
        "++a++",
        ":a:",
        "x { #a }",
        "{: .a }",
    ),
    *('\\"', '" b="', ">}}", "` c"),
)

_LEADS = (
    *("# ", "## ", "###### ", "- ", "1. ", "> ", "| a |\n|---|\n| ", "| ", ": ", "    ", "<div>", "[^1]: ", "- [ ] "),
    *("<li>", "   ", "\t", ":::tip\n", "<Comp>"),
)
_CONTAINERS = (
    *(("> ", "> "), (">", ">"), ("- ", "  "), ("1. ", "   "), ("-   ", "    "), ("- ", ""), ("> - ", ">   ")),
    *(("\t", "\t"), ("[^1]: ", "    "), (": ", "  "), ("<div>\n", ""), ("<Comp>\n\n", "")),
)


def pages() -> st.SearchStrategy[bytes]:
    """Return pages of every kind: built from blocks, thrown together, or any text at all."""
    written = st.builds(_written, _bodies(), st.booleans(), st.sampled_from(("", "", *FRONT_MATTER)), _line_ends())
    return written | st.builds(_cut, written, st.integers(0, 200))


def rules(dialect: str) -> st.SearchStrategy[Rules]:
    """Return what a site of this dialect may decide."""
    return st.builds(
        Rules,
        dialect=st.just(dialect),
        front_matter=st.sampled_from((("title", "description"), ("title", "tags[]"), ())),
        embeds=st.sampled_from(("protect", "text")),
        embed_elements=st.just(EMBEDS),
        heading_ids=st.sampled_from(("source", "off")),
        heading_id_syntax=st.sampled_from(("attribute", "comment") if dialect == "mdx" else ("attribute",)),
        attributes=st.just(ATTRIBUTES),
        components=st.sampled_from(({}, {"Button": ("label",), "card": ("0",)})),
    )


def hostile(text: str) -> st.SearchStrategy[str]:
    """Return targets for a source text: traps around its machinery, instead of it, between its words, or anything."""
    machinery = re.findall(r"!?\[|\]\(\{\d+\}\)|\]\{\d+\}|\{\d+\}|`[^`]+`", text)
    trap, count = st.sampled_from(TRAPS), len(machinery) + 1
    return st.one_of(
        trap,
        st.lists(trap, min_size=count, max_size=count).map(lambda traps: _laced(traps, machinery)),
        st.tuples(trap, trap).map(lambda pair: f"{pair[0]}{text} {pair[1]}"),
        st.tuples(st.integers(0, len(text)), trap).map(lambda cut: text[: cut[0]] + cut[1] + text[cut[0] :]),
        st.lists(trap | st.text(_CHARACTERS, max_size=5), max_size=5).map("".join),
        st.sampled_from((text.upper(), text[::-1], " ".join(reversed(text.split(" "))), text + text)),
    )


_CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")


def _laced(traps: Sequence[str], machinery: Sequence[str]) -> str:
    return "".join(f"{trap} {piece} " for trap, piece in zip(traps, [*machinery, ""], strict=True)).strip()


def _bodies() -> st.SearchStrategy[str]:
    inline = st.lists(st.sampled_from((*WORDS, *MARKS, *LINKS, *TAGS, *BREAKS)), min_size=1, max_size=6)
    led = st.tuples(st.sampled_from(_LEADS), inline.map("".join)).map("".join)
    block = st.one_of(st.sampled_from(BLOCKS), inline.map(" ".join), inline.map("".join), led)
    contained = st.sampled_from(_CONTAINERS)
    nested = st.recursive(block, lambda inner: st.builds(_contained, inner, contained) | _joined(inner), max_leaves=6)
    soup = st.lists(st.sampled_from((*WORDS, *MARKS, *LINKS, *TAGS, *BREAKS, *BLOCKS)), max_size=8).map("".join)
    return st.one_of(_joined(nested), soup, st.text(_CHARACTERS, max_size=40))


def _joined(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    between = st.sampled_from(("\n\n", "\n\n", "\n", "\n \n", "\n\t\n\n", ""))
    return st.lists(st.tuples(blocks, between), min_size=1, max_size=5).map(lambda pairs: "".join(map("".join, pairs)))


def _contained(text: str, prefixes: tuple[str, str]) -> str:
    first, rest = prefixes
    return first + text.replace("\n", "\n" + rest)


def _line_ends() -> st.SearchStrategy[Sequence[str]]:
    same: st.SearchStrategy[Sequence[str]] = st.sampled_from((("\n",), ("\n",), ("\r\n",), ("\r",)))
    return same | st.lists(st.sampled_from(("\n", "\r\n", "\r")), min_size=2, max_size=4)


def _cut(page: bytes, length: int) -> bytes:
    return page[:length].decode(errors="ignore").encode()


def _written(body: str, marked: bool, front_matter: str, line_ends: Sequence[str]) -> bytes:
    """Return the bytes of a page whose line ends come in turn."""
    lines = (front_matter + body).split("\n")
    ends = [line_ends[index % len(line_ends)] for index in range(len(lines) - 1)]
    return BOM * marked + "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True)).encode()
