# Markdown to HTML as Jekyll 4 has it from kramdown and its GFM parser: one page a line, as JSON, in and out.
require "json"
require "kramdown"
require "kramdown-parser-gfm"

# Jekyll's own defaults; quotes stay straight and code is not coloured, since neither is Markdown's business.
OPTIONS = {
  input: "GFM", auto_ids: true, hard_wrap: false, guess_lang: true, toc_levels: (1..6).to_a, entity_output: "as_char",
  smart_quotes: "apos,apos,quot,quot", syntax_highlighter: nil, footnote_nr: 1
}.freeze

$stdout.sync = true
$stdin.each_line { |line| puts JSON.generate([Kramdown::Document.new(JSON.parse(line)[0], OPTIONS).to_html.scrub]) }
