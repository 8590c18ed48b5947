import { type ReactNode, useState } from 'react';
import { bind, type Command } from '../keys/command.js';
import { useLayer } from '../keys/use-layer.js';
import type { Line, Segment } from '../lines/line.js';
import type { Question } from '../shell/overlays.js';
import { Popup } from '../shell/popup.js';

const group = 'Question';
const YES: Command = { keys: ['y'], title: 'Yes', group, short: 'yes' };
const NO: Command = { keys: ['n', 'esc', 'q'], title: 'No', group, short: 'no' };
const OTHER: Command = {
  keys: ['tab', 'left', 'right', 'h', 'l', 'shift-tab'],
  title: 'The other answer',
  group,
  short: 'other',
};
const TAKE: Command = { keys: ['enter'], title: 'Take the chosen answer', group, short: 'take' };

export interface ConfirmPopupProps {
  readonly question: Question;
  readonly onAnswer: (yes: boolean) => void;
}

/** Asks before something happens. */
export function ConfirmPopup({ question, onAnswer }: ConfirmPopupProps): ReactNode {
  const { title, lines, yes, danger = false } = question;
  const [isYes, setYes] = useState(!danger);
  useLayer('dialog', {
    modal: true,
    bindings: [
      bind(YES, () => onAnswer(true)),
      bind(NO, () => onAnswer(false)),
      bind(TAKE, () => onAnswer(isYes)),
      bind(OTHER, () => setYes((before) => !before)),
    ],
  });
  const button = (text: string, chosen: boolean): Segment => ({
    text: chosen ? `❯ ${text} ` : `  ${text} `,
    selected: chosen,
  });
  const buttons: Line = [button(yes, isYes), { text: '   ' }, button('No', !isYes)];
  return <Popup title={title} lines={[...lines, [], buttons]} width={60} />;
}
