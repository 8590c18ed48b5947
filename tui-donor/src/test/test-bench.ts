import { temporaryFolder } from '@cairn/tui-kit/test';
import type { DonorEvent } from '../events/donor-event.js';
import { GovernedProver } from '../governor/governed-prover.js';
import { ANYTHING } from '../selection/selection.js';
import { DonorApi } from '../server/donor-api.js';
import { openDatabase } from '../store/open-database.js';
import { WorkStore } from '../store/work-store.js';
import type { Workbench } from '../work/workbench.js';
import { unboundGovernor } from './unbound-governor.js';

export interface TestBench extends Workbench, AsyncDisposable {
  readonly events: DonorEvent[];
}

/** A workbench in a temporary folder, for a server that is asked only once. */
export async function testBench(serverUrl: string, changes: Partial<Workbench> = {}): Promise<TestBench> {
  const folder = await temporaryFolder();
  const store = new WorkStore(openDatabase(folder.path), serverUrl);
  const events: DonorEvent[] = [];
  const limits = { maxMemory: 1e9, maxMemoryGiven: false, maxSteps: undefined };
  const prover = new GovernedProver(1);
  return {
    api: new DonorApi({ serverUrl, retry: { attempts: 1 } }),
    store,
    limits,
    selection: ANYTHING,
    onSelection: () => () => {},
    prover,
    governor: unboundGovernor(),
    dataDir: folder.path,
    maxPageSize: 50,
    maxExecutionBytes: 1e6,
    events,
    emit: (event) => void events.push(event),
    ...changes,
    async [Symbol.asyncDispose]() {
      await prover.close();
      store.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}
