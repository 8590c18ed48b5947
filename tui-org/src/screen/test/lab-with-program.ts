import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePackage } from '../../test/cairo-package.js';
import { type Lab, startLab } from '../../test/with-api.js';

/** A lab that has published a program, and a folder with three CSV files for it. */
export async function labWithProgram(): Promise<
  Lab & { readonly inputs: string; readonly programDir: string }
> {
  const lab = await startLab();
  const programDir = await writePackage(join(lab.folder, 'adding-up'));
  await lab.org('publish', programDir, '--name', 'Adding up', '--lease', '10m');
  const inputs = join(lab.folder, 'inputs');
  await mkdir(inputs);
  for (const [name, values] of [
    ['first', '1,2'],
    ['second', '3,4'],
    ['third', '5,6'],
  ]) {
    await writeFile(join(inputs, `${name}.csv`), `${values}\n`);
  }
  return { ...lab, inputs, programDir };
}
