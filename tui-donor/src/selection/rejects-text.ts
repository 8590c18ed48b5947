import { formatCount, formatPercent } from '@cairn/tui-kit';

/** How an organization has decided about proofs. */
export interface Decisions {
  readonly confirmed: number;
  readonly rejected: number;
}

/** `2 of 120 (2%)`; of what nobody has decided yet `none decided`, and of what is no number `not told`. */
export function rejectsText(decisions: Decisions | null | undefined): string {
  const { confirmed, rejected } = decisions ?? { confirmed: undefined, rejected: undefined };
  if (!isAmount(confirmed) || !isAmount(rejected)) return 'not told';
  const all = confirmed + rejected;
  if (all === 0) return 'none decided';
  return `${formatCount(rejected)} of ${formatCount(all)} (${formatPercent(rejected / all)})`;
}

/** 0 to 1; of what nobody has decided yet 0. */
export function rejectRate(decisions: Decisions | null | undefined): number {
  const { confirmed = 0, rejected = 0 } = decisions ?? {};
  return confirmed + rejected > 0 ? rejected / (confirmed + rejected) : 0;
}

/** What a server says is looked at before it is reckoned with. */
function isAmount(found: unknown): found is number {
  return typeof found === 'number' && Number.isSafeInteger(found) && found >= 0;
}
