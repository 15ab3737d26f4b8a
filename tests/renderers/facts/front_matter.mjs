import yaml from 'js-yaml';
import { Rejection } from '../rejection.mjs';

/** @import { Group } from './page.mjs' */

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*\r?$/m;

/**
 * List the front matter's leaves in the order of their paths: `path (type) value`, without the value of text keys.
 *
 * @param {string} text
 * @param {string[]} textKeys  Paths; those of list items end in `[]`.
 * @returns {Group[]}
 * @throws {Rejection}
 */
export function frontMatter(text, textKeys) {
  const source = text.match(FENCED);
  if (!source || source.index) return [];
  const entries = [...leaves(load(source[1]), '')].map(([path, value]) => ({
    line: lineOf(text, path),
    items: [describe(path, value, textKeys.includes(path.replace(/\[\d+\]/g, '[]')))],
  }));
  return entries.sort((a, b) => (a.items[0] < b.items[0] ? -1 : 1));
}

/** @type {(source: string) => unknown} */
function load(source) {
  try {
    return yaml.load(source);
  } catch (error) {
    const { mark } = /** @type {any} */ (error);
    throw new Rejection('front matter', error, (mark?.line ?? 0) + 2);
  }
}

/** @type {(value: unknown, path: string) => Generator<[string, unknown]>} */
function* leaves(value, path) {
  if (value === null || typeof value !== 'object' || value instanceof Date || Object.keys(value).length === 0) {
    if (path) yield [path, value];
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    yield* leaves(child, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key);
  }
}

/** @type {(path: string, value: unknown, isText: boolean) => string} */
function describe(path, value, isText) {
  const type = value === null ? 'null' : value instanceof Date ? 'date' : Array.isArray(value) ? 'list' : typeof value;
  if (isText && type === 'string') return `${path} (string) ${value ? '…' : ''}`;
  return `${path} (${type}) ${JSON.stringify(value)}`;
}

/** @type {(text: string, path: string) => number} */
function lineOf(text, path) {
  const key = path.split(/[.[]/)[0];
  return text.split('\n').findIndex((line) => line.replace(/^["']/, '').startsWith(key)) + 1;
}
