import { availableParallelism } from 'node:os';
import { dataDirOf, parseMaxSteps, parseRunFlags } from '../../cli/parse-run-flags.js';
import type { RunFlags } from '../../cli/run-flags.js';
import { serveControl } from '../../control/control-server.js';
import { DonorSession } from '../../session/donor-session.js';
import { CONFIG_FILE } from '../../settings/config-file.js';
import type { DonorSettingPlaces } from '../../settings/donor-settings.js';
import { BrowseFeed } from '../browse/browse-feed.js';
import { SelectionKeeper } from '../browse/selection-keeper.js';
import { CreditFeed } from '../credit/credit-feed.js';
import { HistoryFeed } from '../history/history-feed.js';
import { SessionView } from './session-view.js';

/** What a screen shows, and steers. */
interface Shown {
  readonly view: SessionView;
  readonly history: HistoryFeed;
  readonly browse: BrowseFeed;
  readonly credit: CreditFeed;
}

/** What stands behind a screen. */
export interface Workplace extends Shown, AsyncDisposable {
  /** Ends the work and gives everything free; to call it again does nothing. */
  close(): Promise<void>;
}

/**
 * Opens the donor's folder and puts the work together, without beginning it. What cannot be opened whole is not left open:
 * the folder is free again when this throws.
 */
export async function openWorkplace(flags: RunFlags, env: NodeJS.ProcessEnv): Promise<Workplace> {
  const places = { flags, env, dataDir: dataDirOf(flags, env), configFile: CONFIG_FILE };
  await using opened = new AsyncDisposableStack();
  const session = await openSession(flags, places, () => shown);
  opened.defer(() => session.close());
  if (flags.forgetFailures === true) session.store.forgetGivenUp();
  // Those who follow from elsewhere hear of the end of the work, too.
  opened.defer(await serveControl(session));
  const shown: Shown = openShown(session, places, opened);
  return { ...shown, ...closingOnce(opened.move()) };
}

/** @param shown what there is to show of the session; not asked before there is something */
function openSession(flags: RunFlags, places: DonorSettingPlaces, shown: () => Shown): Promise<DonorSession> {
  return DonorSession.open({
    // A screen waits for work, and for a server that is away.
    options: { ...parseRunFlags(flags), wait: true },
    places,
    maxSteps: parseMaxSteps(flags),
    onConnection: (state) => shown().view.connection(state),
    onFinished: (outcome) => {
      // Of what was only declined there is nothing to ask.
      if (outcome !== 'declined') void shown().history.refresh();
    },
  });
}

/** @param opened gets what is to be closed again */
function openShown(session: DonorSession, places: DonorSettingPlaces, opened: AsyncDisposableStack): Shown {
  const { api, store } = session;
  const closing = <Feed extends { close(): Promise<void> | void }>(feed: Feed): Feed =>
    opened.adopt(feed, (adopted) => adopted.close());
  const view = closing(new SessionView(session, availableParallelism()));
  const history = closing(new HistoryFeed({ api, store }));
  const browse = closing(
    new BrowseFeed(api, new SelectionKeeper(session, places), () => ({
      first: session.settings.defaultPageSize.value,
      further: session.settings.maxPageSize.value,
    })),
  );
  const credit = closing(new CreditFeed(session.credit, history));
  return { view, history, browse, credit };
}

function closingOnce(opened: AsyncDisposableStack): Pick<Workplace, 'close' | typeof Symbol.asyncDispose> {
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= opened.disposeAsync();
    return closing;
  };
  return { close, [Symbol.asyncDispose]: close };
}
