/** @import { Damage, Translation } from '../selftest.mjs' */

/** What goes wrong in translated MDX pages. @type {Damage[]} */
export const damages = [
  { name: 'link lost', from: '[The host](https://example.org/host)', to: 'The host', facet: 'links' },
  { name: 'link localized', from: '/en/guide/#start', to: '/nl/guide/#start', facet: 'links' },
  { name: 'link of an aside lost', from: '[the tips](/tips)', to: 'the tips', facet: 'links' },
  { name: 'id from the translated heading', from: '## Before you start', to: '## Vooraf', facet: 'headings' },
  { name: 'id in braces lost', from: ' {#options}', to: '', facet: 'headings' },
  { name: 'id in braces changed', from: '{#options}', to: '{#opties}', facet: 'headings' },
  { name: 'id in a comment lost', from: ' {/* #named-exports */}', to: '', facet: 'headings' },
  { name: 'id in a comment changed', from: '#named-exports', to: '#benoemd', facet: 'headings' },
  { name: 'duplicate ids shifted', from: '## Next\n\n## Next', to: '## Volgende\n\n## Next', facet: 'headings' },
  { name: 'level changed', from: '### Named', to: '#### Named', facet: 'headings' },
  { name: 'heading became a paragraph', from: '## Before you start', to: '**Before you start**', facet: 'headings' },
  { name: 'aside lost', from: ':::caution\nKeep your key secret.\n:::', to: 'Keep your key secret.', facet: 'blocks' },
  { name: 'aside type changed', from: ':::caution', to: ':::tip', facet: 'components' },
  { name: 'aside type translated', from: ':::tip[', to: ':::hinweis[', facet: 'components' },
  { name: 'aside title lost', from: ':::tip[Did you know?]', to: ':::tip', facet: 'blocks' },
  { name: 'aside with a space in its fence', from: ':::caution', to: '::: caution', facet: 'blocks' },
  { name: 'aside not closed', from: 'secret.\n:::', to: 'secret.', facet: 'blocks' },
  { name: 'component lost', from: '<Badge text="New" size="small" />', to: '', facet: 'components' },
  { name: 'component tag not closed', from: '</Steps>', to: '', facet: 'compile' },
  { name: 'component renamed', from: '<Badge text', to: '<Etiket text', facet: 'components' },
  { name: 'JSX attribute lost', from: ' size="small"', to: '', facet: 'components' },
  { name: 'JSX attribute changed', from: 'size="small"', to: 'size="klein"', facet: 'components' },
  { name: 'client directive lost', from: ' client:load', to: '', facet: 'components' },
  { name: 'slot translated', from: 'slot="npm"', to: 'slot="pakket"', facet: 'components' },
  { name: 'text attribute emptied', from: 'title="Package managers"', to: 'title=""', facet: 'components' },
  { name: 'expression in an attribute changed', from: "value: 'npm'", to: "value: 'pnpm'", facet: 'components' },
  { name: 'expression in the text changed', from: '{version}', to: '{versie}', facet: 'compile' },
  { name: 'expression in the text lost', from: '{version}', to: '4.0', facet: 'components' },
  { name: '{name} in the text', from: 'A second paragraph.', to: 'Een {naam} alinea.', facet: 'compile' },
  { name: 'brace in prose', from: 'A second paragraph.', to: 'Een { alinea.', facet: 'compile' },
  { name: '< in prose', from: 'A second paragraph.', to: 'Als a <b dan.', facet: 'compile' },
  {
    name: 'autolink in angle brackets',
    from: 'A second paragraph.',
    to: 'Zie <https://example.org>.',
    facet: 'compile',
  },
  { name: 'HTML comment', from: 'A second paragraph.', to: '<!-- x --> Een alinea.', facet: 'compile' },
  { name: 'import lost', from: "import Tabs from '~/components/Tabs.astro';\n", to: '', facet: 'scripts' },
  { name: 'import translated', from: 'import Tabs from', to: 'importeer Tabs from', facet: 'scripts' },
  { name: 'export changed', from: "version = '4.0'", to: "version = '4,0'", facet: 'scripts' },
  { name: 'front matter key lost', from: 'order: 3\n', to: '', facet: 'frontMatter' },
  { name: 'number became a string', from: 'order: 3', to: "order: '3'", facet: 'frontMatter' },
  { name: 'date became a string', from: 'published: 2024-02-12', to: 'published: "2024-02-12"', facet: 'frontMatter' },
  { name: 'value translated', from: 'tags: [hosting, build]', to: 'tags: [hosting, bouwen]', facet: 'frontMatter' },
  { name: 'nesting lost', from: '  label: Deploy', to: 'label: Deploy', facet: 'frontMatter' },
  { name: 'paragraph split', from: 'A second paragraph.', to: 'A second\n\nparagraph.', facet: 'blocks' },
  { name: 'paragraphs merged', from: 'at 3:pm too.\n\n', to: 'at 3:pm too.\n', facet: 'blocks' },
  { name: 'hard break lost', from: 'of it,  \n', to: 'of it,\n', facet: 'blocks' },
  { name: 'list became ordered', from: '    - **Command:**', to: '    1. **Command:**', facet: 'blocks' },
  { name: 'list start changed', from: '1. Open the dashboard.', to: '2. Open the dashboard.', facet: 'blocks' },
  { name: 'task lost its box', from: '- [ ] To do', to: '- To do', facet: 'blocks' },
  { name: 'task done', from: '- [ ] To do', to: '- [x] Te doen', facet: 'components' },
  { name: 'table cell lost', from: '| `base` | `/` |', to: '| `base` |', facet: 'code' },
  { name: 'table row lost', from: '| `base` | `/` |\n', to: '', facet: 'blocks' },
  { name: 'table alignment lost', from: ':-----:', to: '-------', facet: 'components' },
  { name: 'quote lost', from: '> Quoted words.', to: 'Quoted words.', facet: 'blocks' },
  { name: 'inline tag lost', from: '<kbd class="key">Deploy</kbd>', to: 'Deploy', facet: 'blocks' },
  { name: 'inline class changed', from: 'class="key"', to: 'class="toets"', facet: 'components' },
  { name: 'block tag lost', from: ['<div class="box" id="faq">\n', '</div>\n'], to: ['', ''], facet: 'blocks' },
  { name: 'anchor changed', from: 'id="faq"', to: 'id="vragen"', facet: 'components' },
  { name: 'image source changed', from: '/diagram.png', to: '/diagramma.png', facet: 'links' },
  { name: 'image text lost', from: 'alt="Logo"', to: 'alt=""', facet: 'components' },
  { name: 'image width lost', from: ' width="40"', to: '', facet: 'components' },
  { name: 'code translated', from: 'npm install\n', to: 'npm installeren\n', facet: 'code' },
  { name: 'fence title translated', from: 'title="Terminal"', to: 'title="Opdrachtregel"', facet: 'code' },
  { name: 'fence lost', from: ['  ```sh title="Terminal"\n', '  ```\n'], to: ['', ''], facet: 'code' },
  {
    name: 'inline code moved to another item',
    from: ['Command:** `npm run build`', 'Folder:** `dist`'],
    to: ['Command:** `dist`', 'Folder:** `npm run build`'],
    facet: 'code',
  },
];

/** What a translator may do. @type {Translation[]} */
export const translations = [
  { name: 'nothing changed', changes: [] },
  {
    name: 'words',
    changes: [
      ['A second paragraph.', 'Een tweede alinea.'],
      ['Text in a box.', 'Tekst in een kader.'],
    ],
  },
  { name: 'title', changes: [['title: Deploy your site', 'title: "Zet je site online: zo"']] },
  {
    name: 'links in another order',
    changes: [
      [
        '[The host](https://example.org/host) serves sites, see [the guide](/en/guide/#start "Guide").',
        'Zie [de gids](/en/guide/#start "Gids"): [de host](https://example.org/host) doet het.',
      ],
    ],
  },
  {
    name: 'component in another place of its sentence',
    changes: [
      ['first<Badge text="New" size="small" />.', 'eerst.'],
      ['serves sites', 'is <Badge text="New" size="small" /> er'],
    ],
  },
  {
    name: 'headings with their ids in braces',
    changes: [
      ['## Before you start', '## Vooraf {#before-you-start}'],
      ['Options & more {#options}', 'Opties {#options}'],
    ],
  },
  {
    name: 'headings with their ids in comments',
    changes: [
      ['## Before you start', '## Vooraf {/* #before-you-start */}'],
      ['### Named', '### Benoemd'],
    ],
  },
  {
    name: 'duplicate headings with their ids',
    changes: [['## Next\n\n## Next', '## Hierna {#next}\n\n## Hierna {#next-1}']],
  },
  {
    name: 'title and text of an aside',
    changes: [
      ['Did you know?', 'Wist je dat?'],
      ['Keep your key secret.', 'Houd je sleutel geheim.'],
    ],
  },
  {
    name: 'text attributes',
    changes: [
      ['title="Package managers"', 'title="Pakketbeheer"'],
      ['![A diagram]', '![Een schema]'],
      ['alt="Logo"', 'alt="Beeldmerk"'],
    ],
  },
  {
    name: 'attribute that the site names',
    changes: [
      ['text="New"', 'text="Nieuw"'],
      ["label: 'npm'", 'label: "npm’s"'],
    ],
  },
  { name: 'key that the site names', changes: [['  label: Deploy', '  label: Online zetten']] },
  {
    name: 'emphasis',
    changes: [
      ['**Command:**', 'Opdracht:'],
      ['Quoted words.', 'Woorden, *geciteerd*.'],
    ],
  },
  { name: 'braces and angle brackets escaped', changes: [['A second paragraph.', 'Een \\{naam\\} met a \\< b.']] },
  { name: 'comment for editors', changes: [['a note for editors', 'een aantekening']] },
  {
    name: 'code in another order',
    changes: [['Run `npm run build` or\n`astro build` first', 'Eerst `astro build` of\n`npm run build`']],
  },
];
