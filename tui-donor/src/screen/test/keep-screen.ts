import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { PtySession } from '@cairn/tui-kit/test';

/** The folder `docs/screens`, from the sources and from their compiled form. */
const SCREENS = fileURLToPath(new URL('../../../../docs/screens/', import.meta.url));

/** Writes a screen into the docs as it is seen, when `CAIRN_KEEP_SCREENS=1` asks for it. */
export async function keepScreen(name: string, { screen }: PtySession): Promise<void> {
  if (process.env.CAIRN_KEEP_SCREENS !== '1') return;
  await mkdir(SCREENS, { recursive: true });
  await writeFile(`${SCREENS}donor-${name}.txt`, `${screen.text()}\n`);
}
