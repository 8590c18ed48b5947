import { MAX_FILE_BYTES } from '@cairn/shared-schema';
import { firstRow } from '../../inputs/cut/first-row.js';
import type { MeantInputs } from '../../inputs/prepare-inputs.js';
import { useAsking } from '../use-asking.js';
import { cutFields, cutOf, FILE_FIELDS, fileToCut } from './cut-fields.js';

/** What asks for a CSV file and how it is cut: in two steps, since the second shows what the file begins with. */
export function useCutting(signal: AbortSignal, onAdd: (meant: MeantInputs) => void): () => Promise<void> {
  const ask = useAsking();
  const title = 'Cut a CSV file into input groups';
  return () =>
    ask(title, FILE_FIELDS, async (answers) => {
      const file = fileToCut(answers);
      const { path, header } = file;
      const columns = await firstRow(path, header, { maxBytes: MAX_FILE_BYTES.input, signal });
      await ask(title, cutFields(file, columns), async (more) => {
        onAdd({ paths: [path], cut: cutOf(file, more) });
      });
    });
}
