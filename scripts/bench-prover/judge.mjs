import { bytes, seconds } from '../lib/units.mjs';

/**
 * All measurements of one size of work; `stockDefault` is undefined where memory did not suffice.
 * @typedef {object} Measured
 * @property {string} size
 * @property {number} steps
 * @property {import('./subject.mjs').Result & { acceptedByOurs: boolean }} ours
 * @property {import('./subject.mjs').Result | undefined} stockDefault
 * @property {import('./subject.mjs').Result} stockSmall
 */

/**
 * What the prover is to reach on one size of work, beside the stock CLI as it comes.
 * @param {Measured} measured
 * @returns {import('../lib/goals.mjs').Goal[]}
 */
export function judge({ size, ours, stockDefault }) {
  const accepted = ours.acceptedByOurs && ours.acceptedByStock;
  const verdicts = `own verifier ${yesNo(ours.acceptedByOurs)}, stock verifier ${yesNo(ours.acceptedByStock)}`;
  return [
    beside(`${size}-time`, stockDefault, 'at least 3 times faster than the stock CLI', (stock) => {
      const times = stock.cost.seconds / ours.cost.seconds;
      const measured = `${times.toFixed(1)} times faster, ${seconds(ours.cost.seconds)} against ${seconds(stock.cost.seconds)}`;
      return { measured, ok: times >= 3 };
    }),
    beside(`${size}-memory`, stockDefault, "at most 1/4 of the stock CLI's", (stock) => {
      const times = stock.cost.peakMemory / ours.cost.peakMemory;
      const measured = `1/${times.toFixed(1)}, ${bytes(ours.cost.peakMemory)} against ${bytes(stock.cost.peakMemory)}`;
      return { measured, ok: times >= 4 };
    }),
    { name: `${size}-proof`, measured: verdicts, wanted: 'both accept', ok: accepted },
  ];
}

/**
 * @param {string} name
 * @param {import('./subject.mjs').Result | undefined} stock
 * @param {string} wanted
 * @param {(stock: import('./subject.mjs').Result) => { measured: string, ok: boolean }} compare
 * @returns {import('../lib/goals.mjs').Goal}
 */
function beside(name, stock, wanted, compare) {
  if (stock === undefined)
    return { name, wanted, measured: 'not measured, too little memory is free', ok: false };
  return { name, wanted, ...compare(stock) };
}

/** @param {boolean} value */
function yesNo(value) {
  return value ? 'accepts' : 'refuses';
}
