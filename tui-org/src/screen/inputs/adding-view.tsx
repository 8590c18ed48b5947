import { bind, LinesView, panel, useBodySize, useLayer, useScroll, useValue } from '@cairn/tui-kit/screen';
import type { ReactNode } from 'react';
import { useCrumbs } from '../desk/crumbs.js';
import type { Adding, AddStep } from './adding.js';
import { addingLines } from './adding-lines.js';
import { INPUTS_COMMANDS } from './inputs-commands.js';
import { PreviewView } from './preview-view.js';

export interface AddingViewProps {
  readonly adding: Adding;
  readonly program: string;
  readonly onLeave: () => void;
}

/** Files on their way to become input groups. */
export function AddingView({ adding, program, onLeave }: AddingViewProps): ReactNode {
  const now = useValue(adding.step);
  useCrumbs(program, 'Add');
  if (now.step === 'checked')
    return <PreviewView plan={now.plan} onSend={() => void adding.send()} onLeave={onLeave} />;
  return <StepView now={now} onLeave={onLeave} />;
}

interface StepViewProps {
  readonly now: Exclude<AddStep, { readonly step: 'checked' }>;
  readonly onLeave: () => void;
}

function StepView({ now, onLeave }: StepViewProps): ReactNode {
  const { width, height } = useBodySize();
  const { lines, bindings, note } = useScroll(addingLines(now, width - 4), height - 2);
  useLayer('page', { bindings: [bind(INPUTS_COMMANDS.leave, onLeave), ...bindings] });
  return (
    <LinesView lines={panel(lines, { title: 'Add input groups', width, height, focused: true, note })} />
  );
}
