import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePackage } from './cairo-package.js';
import { donate } from './donate.js';
import { type Lab, startLab } from './with-api.js';

/** A real server, and a program with confirmed results: `first` adds up to 3, `second` to -30. */
export interface LabWithResults extends AsyncDisposable {
  readonly lab: Lab;
  readonly programId: string;
}

export async function labWithResults(): Promise<LabWithResults> {
  await using stack = new AsyncDisposableStack();
  const lab = stack.use(await startLab());
  const packageDir = await writePackage(join(lab.folder, 'package'));
  await writeFile(join(lab.folder, 'first.csv'), '1,2\n');
  await writeFile(join(lab.folder, 'second.csv'), '-30\n');
  const published = await lab.org('publish', packageDir, '--name', 'Adding up', '--lease', '10m', '--json');
  if (published.code !== 0) throw new Error(`publishing failed: ${published.stderr}`);
  const programId = String(published.records[0]?.id);
  await lab.org('add-inputs', programId, join(lab.folder, 'first.csv'), join(lab.folder, 'second.csv'));
  for (let group = 0; group < 2; group++) await donate(lab.url, programId, lab.folder);
  await lab.org('verify', '--all');
  await lab.org('confirm', '--all-verified', '--yes');
  const owned = stack.move();
  return { lab, programId, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
