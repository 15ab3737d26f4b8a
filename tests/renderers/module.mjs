import { parse } from 'acorn';

/**
 * Evaluate an ES module in this process and return its default export; nothing is written to disk.
 *
 * @param {string} code  As a compiler prints it: no dynamic import, no top-level await.
 * @param {(specifier: string) => Promise<Record<string, unknown> | undefined>} load  Undefined: the module is a stub.
 * @param {(name: string) => unknown} stub  Makes the value of a name that is imported from a stubbed module.
 * @returns {Promise<any>}
 */
export async function evaluate(code, load, stub) {
  const program = /** @type {any} */ (parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  /** @type {Record<string, unknown>} */
  const imported = {};
  let body = code;
  for (const statement of program.body.toReversed()) {
    body = body.slice(0, statement.start) + replacement(statement, code) + body.slice(statement.end);
  }
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') Object.assign(imported, await bindings(statement, load, stub));
  }
  return new Function(...Object.keys(imported), `"use strict";\n${body}\nreturn $$default;`)(
    ...Object.values(imported),
  );
}

/** @type {(statement: any, code: string) => string} */
function replacement(statement, code) {
  const declaration = statement.declaration;
  switch (statement.type) {
    case 'ImportDeclaration':
      return '';
    case 'ExportNamedDeclaration':
      return declaration ? code.slice(declaration.start, declaration.end) : '';
    case 'ExportDefaultDeclaration':
      return defaultExport(declaration, code.slice(declaration.start, declaration.end));
    default:
      return code.slice(statement.start, statement.end);
  }
}

/** A named function stays a declaration, so that it is hoisted. @type {(declaration: any, source: string) => string} */
function defaultExport(declaration, source) {
  const name = declaration.id?.name;
  return name ? `${source}\nconst $$default = ${name};` : `const $$default = ${source};`;
}

/** @type {(statement: any, load: Function, stub: (name: string) => unknown) => Promise<Record<string, unknown>>} */
async function bindings(statement, load, stub) {
  const module = await load(statement.source.value);
  const pairs = statement.specifiers.map((/** @type {any} */ specifier) => {
    const local = specifier.local.name;
    if (module === undefined) return [local, stub(local)];
    if (specifier.type === 'ImportNamespaceSpecifier') return [local, module];
    return [local, module[specifier.imported?.name ?? 'default']];
  });
  return Object.fromEntries(pairs);
}
