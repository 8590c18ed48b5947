import { TestEnvironment } from 'jest-environment-node';

const kinds = /** @type {const} */ (['Error', 'TypeError', 'RangeError', 'SyntaxError']);

/**
 * Jest's Node environment, with two differences.
 *
 * `error instanceof Error` also holds for errors that Node itself throws. Tests run in a realm of their own, with an
 * `Error` of its own, so without this code that handles a failed `readFile` would behave otherwise in a test than in
 * earnest.
 *
 * A test file during which the process warns (too many listeners, a promise rejected and handled late) fails.
 */
export default class OneRealmEnvironment extends TestEnvironment {
  /** @type {Error[]} */
  #warnings = [];
  #onWarning = (/** @type {Error} */ warning) => {
    if (warning.name !== 'ExperimentalWarning') this.#warnings.push(warning);
  };

  /** @override */
  async setup() {
    await super.setup();
    process.on('warning', this.#onWarning);
    for (const kind of kinds) recognise(this.global[kind], globalThis[kind]);
  }

  /** @override */
  async teardown() {
    // Warnings are told in the next turn of the loop.
    await new Promise(setImmediate);
    process.off('warning', this.#onWarning);
    await super.teardown();
    const [first] = this.#warnings;
    if (first !== undefined)
      throw new Error(`the tests caused a warning: ${first.message}`, { cause: first });
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
