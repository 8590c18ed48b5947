import { sanitizeForTerminal } from '@cairn/shared-schema';
import { type CliContext, formatTable, type Output, UsageError } from '@cairn/tui-kit';
import { changeTargets, type TargetList } from '../selection/change-targets.js';
import { rejectsText } from '../selection/rejects-text.js';
import { withoutTarget, withTarget } from '../selection/selection.js';
import { formatTarget, parseTarget, TARGET_FORM, type Target } from '../selection/target.js';
import { DonorApi, type TargetFacts } from '../server/donor-api.js';
import { type DonorSettings, loadDonorSettings } from '../settings/donor-settings.js';
import { ofRunning, placesOf } from './config-command.js';
import type { ControlFlags } from './control-flags.js';
import { dataDirOf } from './parse-run-flags.js';

/** The flags of `prefer` and `block`. */
export interface TargetFlags extends ControlFlags {
  readonly place?: string;
  readonly remove?: boolean;
}

/** One that is in a list, and what the server says of it. */
interface ShownTarget {
  readonly target: string;
  readonly place: number;
  /** Undefined where the server does not know it, or is away. */
  readonly facts: TargetFacts | undefined;
}

const WORDS = {
  preferred: { none: 'Nobody is worked for before others', title: 'worked for first' },
  blocked: { none: 'Nobody is blocked', title: 'never worked for' },
} as const;

/** `cairn-donor prefer` and `cairn-donor block`: changes the list where one is named, and shows it. */
export async function targetCommand(
  list: TargetList,
  named: string | undefined,
  flags: TargetFlags,
  context: CliContext,
): Promise<void> {
  const dataDir = dataDirOf(flags, context.world.env);
  const places = placesOf(dataDir, context);
  if (named !== undefined) {
    await changeTargets(places, list, changeOf(named, flags));
    // A running donor takes it up at once.
    await ofRunning(dataDir, 'reload');
  }
  const settings = await loadDonorSettings(places);
  const shown = await factsOf(settings, settings[list].value, context.signal);
  show(context.output(flags), list, settings, shown);
}

function changeOf(named: string, { place, remove }: TargetFlags) {
  const target = parseTarget(named);
  if (target === undefined)
    throw new UsageError(`${JSON.stringify(named)} is no one to work for`, {
      expected: TARGET_FORM,
      help: '`cairn-donor browse` shows organizations, and `cairn-donor browse ORGANIZATION` its programs',
    });
  const at = placeOf(place);
  return (before: readonly Target[]) =>
    remove === true ? withoutTarget(before, target) : withTarget(before, target, at);
}

function placeOf(text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d{0,2}$/u.test(text)) return text === undefined ? text : Number(text);
  throw new UsageError(`--place is ${JSON.stringify(text)}`, { expected: 'a whole number from 1' });
}

/** Asks the server who they are; that it is away stands in the way of nothing. */
async function factsOf(
  { server }: DonorSettings,
  targets: readonly Target[],
  signal: AbortSignal,
): Promise<ShownTarget[]> {
  const api = new DonorApi({ serverUrl: server.value });
  const shown: ShownTarget[] = [];
  let isAway = false;
  for (const [at, target] of targets.entries()) {
    const facts = isAway
      ? undefined
      : await api.targetFacts(target, signal).catch(() => {
          signal.throwIfAborted();
          isAway = true;
          return undefined;
        });
    shown.push({ target: formatTarget(target), place: at + 1, facts });
  }
  return shown;
}

function show(output: Output, list: TargetList, settings: DonorSettings, shown: ShownTarget[]): void {
  const { origin } = settings[list];
  output.record({ list, from: origin, targets: shown });
  if (shown.length === 0) {
    output.text(`${WORDS[list].none} (${origin.name}).`);
    return;
  }
  output.text(formatTable(columnsOf(list), shown));
  output.text(`\n${shown.length} ${WORDS[list].title}, from ${sanitizeForTerminal(origin.name)}`);
}

function columnsOf(list: TargetList) {
  return [
    ...(list === 'preferred' ? [{ title: 'place', value: ({ place }: ShownTarget) => String(place) }] : []),
    { title: 'who', value: ({ target }: ShownTarget) => target },
    { title: 'name', value: nameOf, maxWidth: 60 },
    { title: 'rejects', value: ({ facts }: ShownTarget) => (facts ? rejectsText(facts.decisions) : '') },
  ];
}

function nameOf({ facts }: ShownTarget): string {
  if (facts === undefined) return '(the server does not tell)';
  return 'organization' in facts ? `${facts.name}, of ${facts.organization.name}` : facts.name;
}
