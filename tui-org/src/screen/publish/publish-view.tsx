import {
  bind,
  cleanText,
  completePath,
  LinesView,
  panel,
  typedPath,
  useBodySize,
  useLayer,
  useOverlays,
  useScroll,
  useValue,
} from '@cairn/tui-kit/screen';
import type { ReactNode } from 'react';
import { parseLease, proposeLease } from '../../programs/lease.js';
import { useCrumbs } from '../desk/crumbs.js';
import type { Desk } from '../desk/desk.js';
import { PUBLISH_COMMANDS } from './publish-commands.js';
import { publishFields } from './publish-fields.js';
import { type Publishing, type PublishStep } from './publishing.js';
import { publishingLines } from './publishing-lines.js';

export interface PublishViewProps {
  readonly desk: Desk;
  readonly publishing: Publishing;
  readonly onLeave: () => void;
}

const USUAL_LEASE = '10m';

/** A package on its way to become a program. */
export function PublishView({ desk, publishing, onLeave }: PublishViewProps): ReactNode {
  const { width, height } = useBodySize();
  const now = useValue(publishing.step);
  const { tryOn, publish } = useQuestions(publishing, now);
  useCrumbs(cleanText(publishing.dir));
  const all = publishingLines(publishing.dir, now, width - 4);
  const { lines, bindings, note } = useScroll(all, height - 2);
  const { step } = now;
  useLayer('page', {
    bindings: [
      ...(step === 'compiled'
        ? [bind(PUBLISH_COMMANDS.tryOn, tryOn), bind(PUBLISH_COMMANDS.publish, publish)]
        : []),
      ...(step === 'published' ? [bind(PUBLISH_COMMANDS.inputs, () => desk.page.set('Inputs'))] : []),
      ...(step === 'compiled' || step === 'failed'
        ? [bind(PUBLISH_COMMANDS.again, () => void publishing.again())]
        : []),
      ...(step === 'sending' ? [] : [bind(PUBLISH_COMMANDS.leave, onLeave)]),
      ...bindings,
    ],
  });
  return <LinesView lines={panel(lines, { title: 'Publish', width, height, focused: true, note })} />;
}

/** What is asked before a dry run and before it is published. */
function useQuestions(
  publishing: Publishing,
  now: PublishStep,
): { readonly tryOn: () => Promise<void>; readonly publish: () => Promise<void> } {
  const overlays = useOverlays();
  const tryOn = async (): Promise<void> => {
    const answers = await overlays.ask('Dry run', [
      {
        name: 'input',
        label: 'Input',
        initial: '',
        help: 'A CSV file with the values of one input group. Tab completes.',
        complete: (typed) => completePath(typed, (name) => name.toLowerCase().endsWith('.csv')),
        check: (typed) => (typed === '' ? 'type the path of a CSV file' : undefined),
      },
    ]);
    if (answers?.input !== undefined) await publishing.tryOn(typedPath(answers.input));
  };
  const publish = async (): Promise<void> => {
    if (now.step !== 'compiled') return;
    const { run } = now.trial ?? {};
    const name = cleanText(now.compiled.manifest.packageName);
    const lease = run === undefined ? USUAL_LEASE : proposeLease(run);
    const answers = await overlays.ask('Publish', publishFields({ name, description: '', lease }));
    if (answers === undefined) return;
    const { name: chosen = '', description = '', lease: held = '' } = answers;
    await publishing.publish({ name: chosen, description, leaseSeconds: parseLease(held) });
  };
  return { tryOn, publish };
}
