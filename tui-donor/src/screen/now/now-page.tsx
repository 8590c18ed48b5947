import {
  type Binding,
  bind,
  chartStyleOf,
  LinesView,
  useBodySize,
  useClock,
  useCopy,
  useLayer,
  useNotice,
  useOverlays,
  useValue,
} from '@cairn/tui-kit/screen';
import type { ReactNode } from 'react';
import type { SessionView } from '../work/session-view.js';
import { capNotice } from './cap-notice.js';
import { NOW_COMMANDS } from './now-commands.js';
import { nowLines } from './now-lines.js';
import { checkMinutes, SNOOZE_FIELD } from './snooze-field.js';

export interface NowPageProps {
  readonly view: SessionView;
  readonly confirmed: number;
}

/** The work of the moment. */
export function NowPage({ view, confirmed }: NowPageProps): ReactNode {
  const now = useValue(view.now);
  const usage = useValue(view.usage);
  const control = useValue(view.control);
  const at = useClock(now.piece !== undefined);
  const size = useBodySize();
  useLayer('page', { bindings: useNowBindings(view) });
  const style = chartStyleOf(process.env);
  return <LinesView lines={nowLines({ now, usage, control, at, confirmed, style, ...size })} />;
}

function useNowBindings(view: SessionView): Binding[] {
  const overlays = useOverlays();
  const notice = useNotice();
  const copy = useCopy();
  const control = useValue(view.control);
  const snooze = async (): Promise<void> => {
    const answers = await overlays.ask('Snooze', [SNOOZE_FIELD]);
    const minutes = checkMinutes(answers?.minutes ?? '');
    if (minutes !== undefined) view.snooze(minutes * 60);
  };
  const change = (up: boolean): void => {
    notice(capNotice(view.stepCap(up), view.session.atWork?.threads));
  };
  const uncap = (): void => {
    view.uncap();
    notice(`The settings hold again: at most ${view.control.get().cpus} CPUs`);
  };
  const lately = (): string => view.now.get().told[0]?.text ?? '';
  return [
    ...(control.running
      ? [
          bind(NOW_COMMANDS.pause, () => view.togglePause()),
          bind(NOW_COMMANDS.snooze, snooze),
          bind(NOW_COMMANDS.more, () => change(true)),
          bind(NOW_COMMANDS.less, () => change(false)),
          ...(control.isCapped ? [bind(NOW_COMMANDS.uncap, uncap)] : []),
          bind(NOW_COMMANDS.finish, () => view.toggleFinish()),
        ]
      : [bind(NOW_COMMANDS.restart, () => view.start())]),
    bind(NOW_COMMANDS.copy, () => copy(lately(), 'what happened last')),
  ];
}
