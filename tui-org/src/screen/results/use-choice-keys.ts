import { type Binding, bind, type Field, useOverlays } from '@cairn/tui-kit/screen';
import { readAmount } from '../../cli/read-amount.js';
import { MOST_BINS } from '../../results/histogram.js';
import { orderableOutputs } from '../../results/orderable-output.js';
import { MOST_ROWS } from '../../results/pick-top.js';
import { problemIn } from '../problem-of.js';
import { nextAmount, nextOutput } from './results-choice.js';
import { CHOICE_COMMANDS } from './results-commands.js';
import type { ResultSetProps } from './results-props.js';

/** What there are more or fewer of. */
type Amount = 'bins' | 'rows';

const MOST: Readonly<Record<Amount, number>> = { bins: MOST_BINS, rows: MOST_ROWS };
const WHAT: Readonly<Record<Amount, string>> = { bins: 'ranges', rows: 'results' };

/** What chooses the output, and how many ranges or results are shown of it. */
export function useChoiceKeys({ work, set }: ResultSetProps, amount: Amount): readonly Binding[] {
  const overlays = useOverlays();
  const go = (by: 1 | -1): void => work.choose({ output: nextOutput(set.columns, work.choice.get(), by) });
  const choose = (count: number): void => work.choose(amount === 'bins' ? { bins: count } : { rows: count });
  const step = (by: 1 | -1): void => choose(nextAmount(work.choice.get()[amount], by));
  const exactly = async (): Promise<void> => {
    const answers = await overlays.ask('How many?', [amountField(amount, work.choice.get()[amount])]);
    if (answers?.amount !== undefined) choose(readAmount(answers.amount, 'it', MOST[amount]));
  };
  return [
    // Where there is one alone, there is no other to go to.
    ...(orderableOutputs(set.columns).length < 2
      ? []
      : [bind(CHOICE_COMMANDS.nextOutput, () => go(1)), bind(CHOICE_COMMANDS.previousOutput, () => go(-1))]),
    bind(CHOICE_COMMANDS.more, () => step(1)),
    bind(CHOICE_COMMANDS.fewer, () => step(-1)),
    bind(CHOICE_COMMANDS.exactly, () => void exactly()),
  ];
}

function amountField(amount: Amount, initial: number): Field {
  return {
    name: 'amount',
    label: `How many ${WHAT[amount]}`,
    initial: `${initial}`,
    help: `A whole number, 1 to ${MOST[amount]}.`,
    check: problemIn((value) => readAmount(value, 'it', MOST[amount])),
  };
}
