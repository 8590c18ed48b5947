import {
  cleanText,
  FACT_LABEL,
  factLines,
  fitLine,
  type Line,
  line,
  type Tone,
  wrapText,
} from '@cairn/tui-kit/screen';
import type { Check } from '../../proofs/evidence/checks-of.js';
import type { Evidence } from '../../proofs/evidence/evidence-of.js';

const RESULTS: Readonly<Record<Check['result'], readonly [mark: string, tone: Tone]>> = {
  passed: ['✓', 'good'],
  failed: ['✗', 'bad'],
  open: ['·', 'muted'],
  warning: ['!', 'warn'],
};

/** All that one decides on a proof by. */
export function evidenceLines({ facts, checks, output, rejections }: Evidence, width: number): Line[] {
  return [
    ...head('Checks'),
    ...checks.flatMap((check) => checkLines(check, width)),
    [],
    ...head('Output'),
    ...(output.problem === undefined
      ? output.values.flatMap(({ name, type, value }) =>
          factLines(`${cleanText(name)}`, cleanText(`${value} ${type}`), width),
        )
      : wrapText(cleanText(`✗ ${output.problem}`), width).map((text) => line(text, { tone: 'bad' }))),
    [],
    ...head('Facts'),
    ...facts.flatMap(([label, value]) => factLines(label, cleanText(value), width)),
    ...(rejections.length === 0 ? [] : [[], ...head('Rejected before')]),
    ...rejections.flatMap(({ rejectedAt, reason }) =>
      factLines(cleanText(rejectedAt).slice(0, 10), cleanText(reason), width),
    ),
  ];
}

function head(text: string): Line[] {
  return [line(text, { bold: true, tone: 'accent' })];
}

function checkLines({ what, result, detail }: Check, width: number): Line[] {
  const [mark, tone] = RESULTS[result];
  return wrapText(cleanText(detail), width - FACT_LABEL).map((text, at) => [
    ...fitLine(line(at === 0 ? `${mark} ${what}` : '', { tone }), FACT_LABEL),
    { text },
  ]);
}
