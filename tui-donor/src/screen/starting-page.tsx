import { LinesView, line, panel, ScreenShell, useBodySize } from '@cairn/tui-kit/screen';
import type { ReactNode } from 'react';
import type { ScreenFrame } from './donor-screen.js';

/** What is seen until the work is put together. */
export function StartingPage({ frame }: { readonly frame: ScreenFrame }): ReactNode {
  const { width, height } = useBodySize();
  const lines = [
    line(''),
    line('  Opening the folder in which the donor keeps its place…', { tone: 'muted' }),
  ];
  return (
    <ScreenShell {...frame} crumbs={[frame.active]} status={line('◌ starting', { tone: 'muted' })}>
      <LinesView lines={panel(lines, { title: frame.active, width, height })} />
    </ScreenShell>
  );
}
