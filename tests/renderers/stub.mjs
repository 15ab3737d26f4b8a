/** What a renderer asks a component or a value for, and must not find on a stub. */
const ABSENT = new Set(
  `childContextTypes contextType defaultProps displayName getDerivedStateFromError getDerivedStateFromProps prototype
   then $$typeof __esModule`.split(/\s+/),
);

/** How a renderer may call a component. @type {Set<string | symbol>} */
const CALLS = new Set(['call', 'apply', 'bind']);

/** The element that a stubbed component leaves in the HTML. */
export const STUB_TAG = 'stub-component';

/**
 * Make a value that stands for whatever a site would import: component, function, store, picture or settings.
 *
 * @param {string} name
 * @param {(name: string, args: any[]) => unknown} render  Renders the component; undefined when this is no such call.
 * @returns {any}
 */
export function stub(name, render) {
  const call = (/** @type {any[]} */ args) => render(name, args) ?? stub(`${name}()`, render);
  return new Proxy(() => {}, {
    apply: (_target, _this, args) => call(args),
    construct: () => stub(`new ${name}`, render),
    get: (target, key) => (CALLS.has(key) ? Reflect.get(target, key) : property(name, key, render)),
    has: () => true,
  });
}

/** @type {(name: string, key: string | symbol, render: (name: string, args: any[]) => unknown) => unknown} */
function property(name, key, render) {
  if (key === Symbol.toPrimitive || key === 'toString' || key === 'toJSON') return () => `stub:${name}`;
  if (key === Symbol.iterator) return () => [][Symbol.iterator]();
  if (key === 'length') return 0;
  if (key === 'subscribe') return storeOf(name, render);
  if (typeof key === 'symbol' || ABSENT.has(key)) return undefined;
  return stub(`${name}.${key}`, render);
}

/** @type {(name: string, render: any) => (run: (value: unknown) => void) => () => void} */
const storeOf = (name, render) => (run) => {
  run(stub(`$${name}`, render));
  return () => {};
};

/**
 * Write a component's properties as JSON: what cannot be written (functions) says so, an element is left out.
 * @param {Record<string, unknown>} properties
 */
export function propertiesOf(properties) {
  const hidden = new Set(['children', '$$slots', '$$events', '$$legacy', 'data-line']);
  const kept = Object.entries(properties).filter(([name]) => !hidden.has(name));
  return JSON.stringify(Object.fromEntries(kept), (_key, value) => {
    if (typeof value !== 'function') return typeof value === 'bigint' ? String(value) : value;
    return '(function)';
  });
}
