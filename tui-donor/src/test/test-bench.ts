import { temporaryFolder } from '@cairn/tui-kit/test';
import type { DonorEvent } from '../events/donor-event.js';
import { proverFor } from '../governor/governor.js';
import { DonorApi } from '../server/donor-api.js';
import { openDatabase } from '../store/open-database.js';
import { WorkStore } from '../store/work-store.js';
import type { Workbench } from '../work/workbench.js';

export interface TestBench extends Workbench, AsyncDisposable {
  readonly events: DonorEvent[];
}

/** A workbench in a temporary folder, for a server that is asked only once. */
export async function testBench(serverUrl: string, changes: Partial<Workbench> = {}): Promise<TestBench> {
  const folder = await temporaryFolder();
  const store = new WorkStore(openDatabase(folder.path), serverUrl);
  const events: DonorEvent[] = [];
  const limits = { cpus: 1, maxMemory: 1e9, maxMemoryGiven: false, maxSteps: undefined };
  const worker = proverFor(limits);
  return {
    api: new DonorApi({ serverUrl, retry: { attempts: 1 } }),
    store,
    limits,
    worker,
    dataDir: folder.path,
    maxExecutionBytes: 1e6,
    events,
    emit: (event) => void events.push(event),
    ...changes,
    async [Symbol.asyncDispose]() {
      await worker.close();
      store.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}
