import { mdsvex } from 'mdsvex';
import rehypeSlug from 'rehype-slug';
import rehypeUnwrapImages from 'rehype-unwrap-images';
import remarkHeadingId from 'remark-heading-id';
import remarkToc from 'remark-toc';
import { compile, parse, preprocess } from 'svelte/compiler';
import { render } from 'svelte/server';
import { markLines } from '../lines.mjs';
import { evaluate } from '../module.mjs';
import { Rejection, renderRejection } from '../rejection.mjs';
import { rendered } from '../rendered.mjs';
import { propertiesOf, STUB_TAG, stub } from '../stub.mjs';
import { highlight } from './highlight.mjs';
import { scriptsOf } from './scripts.mjs';
import { written } from './written.mjs';

/** @import { Page } from '../facts/page.mjs' */

const MARKDOWN = mdsvex({
  extensions: ['.md'],
  highlight: { highlighter: highlight },
  remarkPlugins: plugins([remarkToc, { tight: true }], remarkHeadingId),
  rehypePlugins: plugins(rehypeUnwrapImages, rehypeSlug, markLines),
});

/** mdsvex is typed for an older unified than its plugins are. @type {(...list: unknown[]) => any[]} */
function plugins(...list) {
  return list;
}

/**
 * Take a page through mdsvex and Svelte as a site's build does: preprocess, parse, compile for both sides, render.
 *
 * @param {string} text
 * @returns {Promise<Page>}
 * @throws {Rejection}
 */
export async function readMdsvex(text) {
  const code = await preprocessed(text);
  const tree = attempt('parse', code, () => parse(code, { modern: true, filename: 'Page.svelte' }));
  attempt('compile', code, () => compile(code, { generate: 'client', filename: 'Page.svelte' }));
  const { js } = attempt('compile', code, () => compile(code, { generate: 'server', filename: 'Page.svelte' }));
  const html = await toHtml(js.code, text);
  return { written: written(tree, code), rendered: rendered(html), scripts: scriptsOf(tree, code) };
}

/** @type {(text: string) => Promise<string>} */
async function preprocessed(text) {
  try {
    return (await preprocess(text, [/** @type {any} */ (MARKDOWN)], { filename: 'page.md' })).code;
  } catch (error) {
    throw new Rejection('preprocess', error);
  }
}

/** @type {<T>(stage: 'parse' | 'compile', code: string, step: () => T) => T} */
function attempt(stage, code, step) {
  try {
    return step();
  } catch (error) {
    const offset = /** @type {any} */ (error).position?.[0] ?? 0;
    const mark = code.slice(0, offset).match(/.* data-line="(\d+)"/s);
    throw new Rejection(stage, error, Number(mark?.[1] ?? 0));
  }
}

/** @type {(code: string, text: string) => Promise<string>} */
async function toHtml(code, text) {
  try {
    const component = await evaluate(code, load, (name) => stub(name, renderStub));
    const { head, body } = render(component, { props: {} });
    return head + body;
  } catch (error) {
    throw renderRejection(error, text);
  }
}

/** Only Svelte's own modules are the real ones. @type {(specifier: string) => Promise<any>} */
const load = async (specifier) => (/^svelte($|\/)/.test(specifier) ? import(specifier) : undefined);

/** Write the properties and whatever stands between the tags. @type {(name: string, args: any[]) => unknown} */
function renderStub(name, [renderer, properties = {}]) {
  if (typeof renderer?.subsume !== 'function') return undefined;
  const escaped = propertiesOf(properties).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  renderer.push(`<${STUB_TAG} name="${name}" props="${escaped}">`);
  for (const [slot, content] of Object.entries(properties.$$slots ?? {})) {
    const fill = content === true ? properties[slot === 'default' ? 'children' : slot] : content;
    fill?.(renderer, {});
  }
  renderer.push(`</${STUB_TAG}>`);
  return true;
}
