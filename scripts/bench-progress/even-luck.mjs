/**
 * A clock for a proof in which every lottery lasts as long as is expected: what is left of a deviation by it is the
 * prover's own, and not chance.
 * @param {import('./stages.mjs').Stage[]} stages
 * @param {number} total seconds by the wall clock
 * @returns {{ at: (seconds: number) => number, total: number }}
 */
export function evenLuck(stages, total) {
  const begun = total - stages.reduce((sum, { took }) => sum + took, 0);
  /** @param {number} seconds */
  const at = (seconds) => {
    let began = begun;
    let luck = 0;
    for (const { took, expected, isLottery } of stages) {
      if (isLottery && seconds > began)
        luck += seconds >= began + took ? took - expected : Math.max(0, seconds - began - expected);
      began += took;
    }
    return seconds - luck;
  };
  return { at, total: at(total) };
}
