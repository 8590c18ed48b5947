import { formatBytes, formatNumberOf, formatPercent } from '@cairn/tui-kit';
import { bar, cleanLines, cleanText, type Line, line, wrapText } from '@cairn/tui-kit/screen';
import { type AddStep, filesToSend } from './adding.js';

/** How far the adding is, in lines, for every step but the preview. */
export function addingLines(now: Exclude<AddStep, { readonly step: 'checked' }>, width: number): Line[] {
  switch (now.step) {
    case 'cutting': {
      const fraction = now.read / now.all;
      const amount = `${formatBytes(now.read)} of ${formatBytes(now.all)}`;
      return [line(`Cutting: ${amount} (${formatPercent(fraction)})`), bar(fraction, width)];
    }
    case 'checking': {
      if (now.all === 0) return [line('Looking for the files…')];
      const fraction = now.checked / now.all;
      return [
        line(`Reading ${now.checked} of ${formatNumberOf(now.all, 'file')} (${formatPercent(fraction)})`),
        bar(fraction, width),
      ];
    }
    case 'sending':
      return [
        line(`Sending ${formatNumberOf(filesToSend(now.plan), 'file')}…`, { bold: true }),
        ...wrapText(cleanText(now.remark), width).map((text) => line(text, { tone: 'muted' })),
      ];
    case 'sent':
      return [
        line(`✓ Added ${formatNumberOf(now.added, 'input group')}.`, { tone: 'good', bold: true }),
        ...(now.present === 0 ? [] : [line(`There already with the same values: ${now.present}.`)]),
        line('Donors may reserve them now. Esc goes back.', { tone: 'muted' }),
      ];
    case 'failed':
      return [
        ...cleanLines(`✗ ${now.problem}`).flatMap((text) =>
          wrapText(text, width).map((part) => line(part, { tone: 'bad' })),
        ),
        line('Esc goes back.', { tone: 'muted' }),
      ];
  }
}
