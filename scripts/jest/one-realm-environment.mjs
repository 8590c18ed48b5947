import { TestEnvironment } from 'jest-environment-node';

const kinds = /** @type {const} */ (['Error', 'TypeError', 'RangeError', 'SyntaxError']);

/**
 * Jest's Node environment, in which `error instanceof Error` also holds for errors that Node itself throws.
 * Tests run in a realm of their own, with an `Error` of its own, so without this code that handles a failed
 * `readFile` would behave otherwise in a test than in earnest.
 */
export default class OneRealmEnvironment extends TestEnvironment {
  /** @override */
  async setup() {
    await super.setup();
    for (const kind of kinds) recognise(this.global[kind], globalThis[kind]);
  }
}

/**
 * Makes instances of one constructor count as instances of another.
 * @param {Function} inner of the realm in which the tests run
 * @param {Function} outer its twin, which Node's own modules use
 */
function recognise(inner, outer) {
  const plain = Function.prototype[Symbol.hasInstance];
  Object.defineProperty(inner, Symbol.hasInstance, {
    /** @this {Function} @param {unknown} value */
    value(value) {
      // Subclasses inherit this method: for them nothing changes.
      return plain.call(this, value) || (this === inner && plain.call(outer, value));
    },
  });
}
