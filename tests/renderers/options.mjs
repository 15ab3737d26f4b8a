import { parseArgs } from 'node:util';
import { DIALECTS } from './dialects.mjs';

/** @import { Site } from './dialects.mjs' */

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
  dialect: { type: 'string' },
  json: { type: 'boolean', default: false },
  'allow-rejected': { type: 'string' },
  'text-attributes': { type: 'string', multiple: true, default: [] },
  'front-matter': { type: 'string', multiple: true, default: [] },
  'heading-ids': { type: 'string', default: 'both' },
};

/** A command line that cannot be followed. */
export class UsageError extends Error {}

/**
 * Tell a command line that cannot be followed, an absent file included, from a bug.
 * @param {unknown} error
 * @returns {error is Error}
 */
export function isUsageError(error) {
  return error instanceof UsageError || (error instanceof Error && /^(ENOENT|ENOTDIR|EISDIR)/.test(error.message));
}

/**
 * Read the command line; lists are comma-separated and may be given more than once.
 * @param {string[]} argv
 * @param {{ operands: string[] }} usage  Names of the operands, all required; one that ends in … may be repeated.
 */
export function parse(argv, { operands }) {
  const { values, positionals } = parsed(argv);
  const more = operands.at(-1)?.endsWith('…') && positionals.length > operands.length;
  if (positionals.length !== operands.length && !more) throw new UsageError(`expected: ${operands.join(' ')}`);
  const site = /** @type {Site} */ ({
    dialect: oneOf('--dialect', values.dialect, DIALECTS),
    headingIds: oneOf('--heading-ids', values['heading-ids'], ['both', 'braces', 'comment']),
    textAttributes: list(values['text-attributes']),
    textKeys: ['title', 'description', ...list(values['front-matter'])],
  });
  return { site, positionals, json: values.json, allowRejected: values['allow-rejected'] };
}

/** @param {string[]} argv */
function parsed(argv) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(/** @type {Error} */ (error).message);
  }
}

/** @type {(option: string, value: string | undefined, allowed: string[]) => string} */
function oneOf(option, value, allowed) {
  if (value !== undefined && allowed.includes(value)) return value;
  throw new UsageError(`${option} must be one of: ${allowed.join(', ')}`);
}

/** @type {(values: string[]) => string[]} */
const list = (values) =>
  values
    .flatMap((value) => value.split(','))
    .map((item) => item.trim())
    .filter(Boolean);
