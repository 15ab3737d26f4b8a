#!/usr/bin/env node
// facts.mjs --dialect mdsvex|mdx FILE: prints the facts of one page and the words that a reader of it sees, as JSON.
import { readFileSync } from 'node:fs';
import { read } from './dialects.mjs';
import { branches } from './facts/page.mjs';
import { words } from './facts/words.mjs';
import { isUsageError, parse } from './options.mjs';
import { Rejection } from './rejection.mjs';

/** @type {(argv: string[]) => Promise<void>} */
async function main(argv) {
  const { site, positionals } = parse(argv, { operands: ['FILE'] });
  const { page, facts } = await read(readFileSync(positionals[0], 'utf8'), site);
  const seen = [...words(page.rendered.children), ...words(branches(page.written.children))];
  console.log(JSON.stringify({ facts, words: seen }, null, 2));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(isUsageError(error) || error instanceof Rejection)) throw error;
  console.error(`facts: ${error.message}`);
  process.exitCode = error instanceof Rejection ? 1 : 2;
}
