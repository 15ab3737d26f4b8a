#!/usr/bin/env node
// facts.mjs --dialect mdsvex|mdx FILE…: prints the facts of a page and the words that a reader of it sees, as JSON;
// of several pages as an array.
import { readFileSync } from 'node:fs';
import { read } from './dialects.mjs';
import { branches } from './facts/page.mjs';
import { words } from './facts/words.mjs';
import { isUsageError, parse } from './options.mjs';
import { Rejection } from './rejection.mjs';

/** @type {(argv: string[]) => Promise<void>} */
async function main(argv) {
  const { site, positionals } = parse(argv, { operands: ['FILE…'] });
  const all = [];
  for (const file of positionals) {
    const { page, facts } = await read(readFileSync(file, 'utf8'), site);
    all.push({ facts, words: [...words(page.rendered.children), ...words(branches(page.written.children))] });
  }
  console.log(JSON.stringify(all.length === 1 ? all[0] : all, null, 2));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(isUsageError(error) || error instanceof Rejection)) throw error;
  console.error(`facts: ${error.message}`);
  process.exitCode = error instanceof Rejection ? 1 : 2;
}
