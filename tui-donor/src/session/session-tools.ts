import type { ConnectionState, RetryOptions } from '@cairn/tui-kit';
import { Credit } from '../credit/credit.js';
import { GovernedProver } from '../governor/governed-prover.js';
import { Governor } from '../governor/governor.js';
import { samplerFor } from '../governor/samplers/sampler-for.js';
import { DonorApi } from '../server/donor-api.js';
import type { DonorSettingPlaces } from '../settings/donor-settings.js';
import { lockDataDir } from '../store/lock-data-dir.js';
import { openDatabase } from '../store/open-database.js';
import { WorkStore } from '../store/work-store.js';
import type { Outcome } from '../work/piece-of-work.js';
import type { RunOptions } from '../work/run-donor.js';
import type { EventHub } from './event-hub.js';
import type { RunningSettings } from './running-settings.js';

/** What a session is opened with. */
export interface SessionParts {
  readonly options: Omit<RunOptions, 'finish'>;
  readonly places: DonorSettingPlaces;
  readonly maxSteps: number | undefined;
  /** Told how a piece of work ended, when that has been noted. */
  readonly onFinished?: (outcome: Outcome) => void;
  /** Told what happens to the connection that brings the news of a reservation. */
  readonly onConnection?: (state: ConnectionState) => void;
}

/** What a session works with; disposing of it gives everything free. */
export interface SessionTools extends AsyncDisposable {
  readonly api: DonorApi;
  readonly store: WorkStore;
  readonly credit: Credit;
  readonly governor: Governor;
  readonly prover: GovernedProver;
}

/**
 * Opens the donor's folder and puts together what the work needs. What cannot be opened whole is not left open.
 * @throws ClientError when another donor works in the folder
 */
export async function openTools(
  parts: SessionParts,
  settings: RunningSettings,
  { emit }: Pick<EventHub, 'emit'>,
): Promise<SessionTools> {
  const { dataDir, env } = parts.places;
  await using opened = new AsyncDisposableStack();
  opened.defer(lockDataDir(dataDir));
  const api = apiFor(parts, settings.values.server.value, emit);
  const store = new WorkStore(openDatabase(dataDir), api.address.url, parts.onFinished);
  opened.defer(() => store.close());
  const credit = new Credit({
    dataDir,
    serverUrl: settings.values.server.value,
    nickname: () => settings.values.nickname.value,
    retry: { ...retryOf(parts), onRetry: telling(emit, "ask for the server's key") },
  });
  const sampler = samplerFor(process.platform, env);
  const governor = new Governor({ settings: settings.governor, sampler, emit });
  opened.defer(() => governor.close());
  const prover = new GovernedProver(governor.threads);
  opened.defer(() => prover.close());
  const all = opened.move();
  return { api, store, credit, governor, prover, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

function apiFor(parts: SessionParts, serverUrl: string, emit: EventHub['emit']): DonorApi {
  const { onConnection } = parts;
  return new DonorApi({
    serverUrl,
    retry: retryOf(parts),
    onRetry: (what, error, delayMs) => telling(emit, what)(error, delayMs),
    ...(onConnection === undefined ? {} : { onConnection }),
  });
}

function retryOf({ options }: SessionParts): RetryOptions {
  return { attempts: options.wait ? Number.POSITIVE_INFINITY : 8 };
}

/** Tells of each wait before something is asked again. */
function telling(emit: EventHub['emit'], what: string): NonNullable<RetryOptions['onRetry']> {
  return (error, delayMs) =>
    emit({ event: 'retrying', what, why: error.message, delaySeconds: delayMs / 1000 });
}
