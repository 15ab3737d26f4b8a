import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * List the pages below a folder by their relative paths, in a fixed order.
 * @param {string} folder
 */
export function pagesIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(md|mdx|svx)$/.test(path),
  );
  return files.map((path) => path.replaceAll('\\', '/')).sort();
}

/** @type {(folder: string, path: string) => string} */
export const textOfPage = (folder, path) => readFileSync(join(folder, path), 'utf8');

/**
 * Read a list of pages: one path a line; `#` and what follows it is a comment.
 * @param {string} file
 */
export function pageList(file) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*/, '').trim());
  return new Set(lines.filter(Boolean));
}
