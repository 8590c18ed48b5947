import { type ReactNode, useState } from 'react';
import { interruptSignal } from '../../cli/interrupt-signal.js';
import { openScreen } from '../app/open-screen.js';
import { ScreenRoot } from '../app/screen-root.js';
import { bar } from '../chart/bar.js';
import { chartStyleOf } from '../chart/chart-style.js';
import { drawChart } from '../chart/draw-chart.js';
import { useCopy } from '../clipboard/use-copy.js';
import { bind, type Command } from '../keys/command.js';
import { useLayer } from '../keys/use-layer.js';
import { cleanText } from '../lines/clean-text.js';
import { type Line, line } from '../lines/line.js';
import { LinesView } from '../lines/lines-view.js';
import { panel } from '../lines/panel.js';
import { useList } from '../list/use-list.js';
import { useNotice } from '../shell/notice.js';
import { useOverlays } from '../shell/overlays.js';
import { ScreenShell, useBodySize } from '../shell/screen-shell.js';
import { useThemeSwitch } from '../theme/use-theme-switch.js';

// What the tests of the kit open in a pseudo-terminal: one of everything.

interface Stone {
  readonly name: string;
  readonly weight: number;
}

const STONES: readonly Stone[] = Array.from({ length: 10_000 }, (_, at) => ({
  name: `stone ${at + 1}`,
  weight: (at * 7919) % 1000,
}));

const tab = (key: string, title: string): Command => ({ keys: [key], title, group: 'Pages' });
const TABS = [
  { name: 'Stones', command: tab('1', 'Go to Stones') },
  { name: 'Charts', command: tab('2', 'Go to Charts') },
];
const group = 'Showcase';
const DROP: Command = { keys: ['d'], title: 'Drop the stone', group, short: 'drop' };
const ASK: Command = { keys: ['w'], title: 'Weigh the stone', group, short: 'weigh' };
const COPY: Command = { keys: ['y'], title: 'Copy the name', group, short: 'copy' };
const CRASH: Command = { keys: ['X'], title: 'Crash while drawing', group };
const THROW: Command = { keys: ['Y'], title: 'Crash elsewhere', group };

function StonesPage({ onOpen }: { readonly onOpen: (stone: Stone) => void }): ReactNode {
  const { width, height } = useBodySize();
  const overlays = useOverlays();
  const notice = useNotice();
  const copy = useCopy();
  const list = useList({
    rows: STONES,
    columns: COLUMNS,
    keyOf: nameOf,
    width: width - 4,
    height: height - 2,
    focused: true,
    onOpen,
  });
  const name = list.selected?.name ?? '';
  const drop = async (): Promise<void> => {
    const lines = [line(`${name} will be lost.`)];
    const yes = await overlays.confirm({ title: 'Drop the stone?', lines, yes: 'Drop', danger: true });
    notice(yes ? `Dropped ${name}` : 'Nothing was dropped');
  };
  const ask = async (): Promise<void> => {
    const check = (value: string) => (/^\d+$/u.test(value) ? undefined : 'write a whole number, such as 12');
    const answers = await overlays.ask('Weigh the stone', [
      { name: 'weight', label: 'Weight', initial: '', help: 'In kilograms.', check },
      { name: 'scale', label: 'Scale', initial: 'fine', choices: ['fine', 'coarse'] },
    ]);
    notice(
      answers === undefined ? 'Not weighed' : `Weighs ${answers.weight} kg on the ${answers.scale} scale`,
    );
  };
  useLayer('page', {
    bindings: [bind(DROP, drop), bind(ASK, ask), bind(COPY, () => copy(name, 'the name'))],
  });
  const frame = { title: 'Stones', width, height, focused: true, note: list.note };
  return <LinesView lines={panel(list.lines, frame)} />;
}

const COLUMNS = [
  { title: 'name', text: ({ name }: Stone) => name, width: 12, grow: 1 },
  {
    title: 'weight',
    text: ({ weight }: Stone) => `${weight}`,
    sortBy: ({ weight }: Stone) => weight,
    descending: true,
    width: 6,
    align: 'right' as const,
  },
];
const nameOf = ({ name }: Stone): string => name;

function ChartsPage(): ReactNode {
  const { width, height } = useBodySize();
  const style = chartStyleOf(process.env);
  const values = Array.from({ length: 400 }, (_, at) => 50 + 50 * Math.sin(at / 9));
  const inner = width - 4;
  const chart = drawChart(values, { style, width: inner, height: height - 6, max: 100 });
  const outside = cleanText('evil \u001b[31mred\u001b[0m \u202Etxet\u200b\u0007');
  const lines: Line[] = [
    ...chart.map((text) => line(text, { tone: 'chart' })),
    bar(0.42, inner),
    line(outside, { href: 'https://example.org/' }),
    [
      { text: '✓ good ', tone: 'good' },
      { text: '! warn ', tone: 'warn' },
      { text: '✗ bad', tone: 'bad' },
    ],
  ];
  return <LinesView lines={panel(lines, { title: 'Charts', width, height })} />;
}

function Showcase({ onEnd }: { readonly onEnd: () => void }): ReactNode {
  const { theme, toggle } = useThemeSwitch(process.env);
  const [active, setActive] = useState('Stones');
  const [opened, setOpened] = useState<string>();
  const [isBroken, setBroken] = useState(false);
  if (isBroken) throw new Error('the showcase broke while drawing');
  return (
    <ScreenRoot theme={theme}>
      <ScreenShell
        program="showcase"
        tabs={TABS}
        active={active}
        onTab={setActive}
        crumbs={opened === undefined ? [active] : [active, opened]}
        status={[{ text: '● here', tone: 'good' }]}
        onTheme={toggle}
        onQuit={onEnd}
        onInterrupt={() => process.kill(process.pid, 'SIGINT')}
      >
        <Breakers onBreak={() => setBroken(true)} />
        {active === 'Stones' ? <StonesPage onOpen={({ name }) => setOpened(name)} /> : <ChartsPage />}
      </ScreenShell>
    </ScreenRoot>
  );
}

function Breakers({ onBreak }: { readonly onBreak: () => void }): ReactNode {
  const throwLater = (): void => {
    setImmediate(() => {
      throw new Error('the showcase broke elsewhere');
    });
  };
  useLayer('page', { bindings: [bind(CRASH, onBreak), bind(THROW, throwLater)] });
  return null;
}

const { signal, dispose } = interruptSignal();
const screen = openScreen(<Showcase onEnd={() => screen.close()} />, signal);
try {
  await screen.closed;
} catch (error) {
  process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 4;
}
dispose();
if (signal.aborted) process.exitCode = (signal.reason as { exitCode: number }).exitCode;
