import { formatBytes, formatNumberOf } from '@cairn/tui-kit';
import { beside, type ChartStyle, drawChart, fitLine, type Line, line, panel } from '@cairn/tui-kit/screen';
import type { Usage } from '../work/usage.js';
import { drawCairn } from './cairn-drawing.js';
import { clockTime } from './clock-time.js';
import { layoutNow } from './now-layout.js';
import type { Told } from './now-state.js';
import { type WorkView, workLines } from './work-lines.js';

export interface NowView extends WorkView {
  readonly usage: Usage;
  /** Proofs that their organizations have confirmed. */
  readonly confirmed: number;
  readonly style: ChartStyle;
  readonly width: number;
  readonly height: number;
}

/** The page Now, exactly as large as it is told. */
export function nowLines(view: NowView): Line[] {
  const layout = layoutNow(view.width, view.height);
  const work = panel(workLines(view, layout.workWidth - 4, layout.workHeight - 2), {
    title: 'Work',
    width: layout.workWidth,
    height: layout.workHeight,
    note: tally(view),
  });
  const upper =
    layout.cairnWidth === 0 ? work : beside(work, cairnPanel(view, layout.cairnWidth, layout.workHeight));
  const charts = beside(
    cpuPanel(view, Math.ceil(view.width / 2), layout.chartHeight),
    memoryPanel(view, Math.floor(view.width / 2), layout.chartHeight),
  );
  const told = layout.toldHeight === 0 ? [] : toldPanel(view.now.told, view.width, layout.toldHeight);
  return [...upper, ...charts, ...told];
}

function tally({ now: { accepted, executions, failures }, confirmed }: NowView): string {
  const parts = [
    `${formatNumberOf(accepted, 'proof')} accepted`,
    ...(executions > 0 ? [formatNumberOf(executions, 'execution')] : []),
    ...(failures > 0 ? [`${failures} failed`] : []),
    `${confirmed} confirmed`,
  ];
  return parts.join(' · ');
}

function cairnPanel({ confirmed }: NowView, width: number, height: number): Line[] {
  const drawn = drawCairn(confirmed, height - 3, width - 4).map((row) => {
    const before = Math.floor((width - 4 - row.length) / 2);
    return line(' '.repeat(Math.max(0, before)) + row, { tone: 'good' });
  });
  const room = Math.max(0, height - 3 - drawn.length);
  const caption = confirmed === 0 ? 'waits for a stone' : formatNumberOf(confirmed, 'stone');
  const lines = [...Array.from({ length: room }, (): Line => []), ...drawn, line(caption, { tone: 'muted' })];
  return panel(lines, { title: 'Cairn', width, height });
}

function cpuPanel({ usage, control, style }: NowView, width: number, height: number): Line[] {
  const { cpus, isCapped, mostCpus, reasons } = control;
  const used = reasons.length === 0 ? (usage.at(-1)?.cpus ?? 0) : 0;
  const values = usage.map((sample) => sample.cpus);
  return chartPanel(values, {
    title: `CPU ${used.toFixed(2)}`,
    note: `cap ${cpus} of ${mostCpus}${isCapped ? ' for now' : ''}`,
    max: mostCpus,
    style,
    width,
    height,
  });
}

function memoryPanel({ usage, control, style }: NowView, width: number, height: number): Line[] {
  const { maxMemory } = control;
  return chartPanel(
    usage.map(({ memory }) => memory),
    {
      title: `Memory ${formatBytes(usage.at(-1)?.memory ?? 0)}`,
      note: maxMemory === null ? '' : `at most ${formatBytes(maxMemory)}`,
      // Without a limit the largest that was seen is the upper edge.
      max: maxMemory ?? Math.max(0, ...usage.map(({ memory }) => memory)),
      style,
      width,
      height,
    },
  );
}

function chartPanel(
  values: readonly number[],
  options: { title: string; note: string; max: number; style: ChartStyle; width: number; height: number },
): Line[] {
  const { style, max, width, height } = options;
  const chart = drawChart(values, { style, max, width: width - 4, height: height - 2 });
  return panel(
    chart.map((row) => line(row, { tone: 'chart' })),
    options,
  );
}

function toldPanel(told: readonly Told[], width: number, height: number): Line[] {
  const rows = told.slice(0, height - 2).map(({ at, text, tone }): Line => {
    return fitLine(
      [
        { text: `${clockTime(at)} `, tone: 'muted' },
        { text, tone },
      ],
      width - 4,
    );
  });
  return panel(rows, { title: 'Lately', width, height });
}
