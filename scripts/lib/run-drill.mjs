import { Children } from '../demo/children.mjs';
import { inFolder } from './in-folder.mjs';

/**
 * Runs a drill in a temporary folder, and ends all the processes that it has started. A signal lets it end with its
 * report: then `enough` aborts.
 * @param {(children: Children, folder: string, enough: AbortSignal) => Promise<boolean>} main
 */
export async function runDrill(main) {
  const enough = new AbortController();
  const children = new Children();
  const drill = async (/** @type {string} */ folder) => {
    try {
      return await main(children, folder, enough.signal);
    } finally {
      await children.endAll();
    }
  };
  await inFolder('cairn-drill', drill, enough);
}
