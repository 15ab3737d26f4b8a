import { compile } from '@mdx-js/mdx';
import { h, isValidElement } from 'preact';
import { render } from 'preact-render-to-string';
import rehypeSlug from 'rehype-slug';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { markLines } from '../lines.mjs';
import { evaluate } from '../module.mjs';
import { Rejection, renderRejection } from '../rejection.mjs';
import { rendered } from '../rendered.mjs';
import { propertiesOf, STUB_TAG, stub } from '../stub.mjs';
import { walk } from '../tree.mjs';
import { asides } from './asides.mjs';
import { keepMetadata } from './metadata.mjs';
import { escapeHeadingIds, headingIds } from './heading_ids.mjs';
import { scriptsOf, written } from './written.mjs';

/**
 * @import { Page } from '../facts/page.mjs'
 * @import { HeadingIds } from './heading_ids.mjs'
 * @import { Element } from '../tree.mjs'
 */

/**
 * Take a page through MDX as a site's build does and render it with Preact; all imports are stubs.
 *
 * @param {string} text
 * @param {{ headingIds: HeadingIds }} options
 * @returns {Promise<Page>}
 * @throws {Rejection}
 */
export async function readMdx(text, options) {
  /** @type {any} */
  let tree;
  const keep = () => (/** @type {any} */ parsed) => void (tree = structuredClone(parsed));
  const code = await compiled(text, options, keep);
  const page = written(tree);
  return { written: page, rendered: rendered(await toHtml(code, text, page)), scripts: scriptsOf(tree) };
}

/** @type {(text: string, options: { headingIds: HeadingIds }, keep: () => (tree: any) => void) => Promise<string>} */
async function compiled(text, options, keep) {
  const source = options.headingIds === 'comment' ? text : escapeHeadingIds(text);
  try {
    const file = await compile(source, {
      format: 'mdx',
      jsxImportSource: 'preact',
      remarkPlugins: [
        remarkFrontmatter,
        remarkGfm,
        remarkDirective,
        asides,
        [headingIds, options.headingIds],
        keepMetadata,
      ],
      rehypePlugins: [rehypeSlug, markLines, keep],
    });
    return String(file);
  } catch (error) {
    throw new Rejection('compile', error, /** @type {any} */ (error).line);
  }
}

/** @type {(code: string, text: string, page: Element) => Promise<string>} */
async function toHtml(code, text, page) {
  try {
    const content = await evaluate(code, load, (name) => stub(name, renderStub));
    return render(h(content, { components: stubsFor(page) }));
  } catch (error) {
    throw renderRejection(error, text);
  }
}

/** @type {(specifier: string) => Promise<any>} */
const load = async (specifier) => (specifier.startsWith('preact/') ? import(specifier) : undefined);

/**
 * Stub what no import names: a site may hand components to its pages, as Astro does with Fragment.
 * @param {Element} page
 */
function stubsFor(page) {
  const names = [...walk([page])].map((node) =>
    node.kind === 'element' && node.component ? node.name.split('.')[0] : '',
  );
  return Object.fromEntries(names.filter(Boolean).map((name) => [name, stub(name, renderStub)]));
}

/** Preact calls a component with its properties and a context. @type {(name: string, args: any[]) => unknown} */
function renderStub(name, args) {
  const [properties] = args;
  if (args.length !== 2 || properties?.constructor !== Object) return undefined;
  const plain = Object.fromEntries(Object.entries(properties).filter(([, value]) => !isValidElement(value)));
  return h(
    STUB_TAG,
    /** @type {any} */ ({ name, props: propertiesOf(plain), 'data-line': properties['data-line'] }),
    properties.children,
  );
}
