import {
  bind,
  instead,
  LinesView,
  panel,
  useBodySize,
  useCopy,
  useLayer,
  useList,
  useValue,
} from '@cairn/tui-kit/screen';
import { type ReactNode, useEffect } from 'react';
import type { Desk } from '../desk/desk.js';
import type { Page } from '../page.js';
import { ACCOUNT_COLUMNS } from './account-columns.js';
import { ACCOUNT_COMMANDS } from './account-commands.js';
import { AccountFeed, type AccountRow } from './account-feed.js';
import { sessionLines } from './account-lines.js';
import { useAccountActions } from './use-account-actions.js';
import { useNewRows } from './use-new-rows.js';
import { useRowActions } from './use-row-actions.js';

/** The account: who is signed in, who else acts for the organization, and its end. */
export const ACCOUNT_PAGE: Page = {
  name: 'Account',
  open(desk) {
    const feed = new AccountFeed(desk.place);
    return { draw: () => <AccountPage desk={desk} feed={feed} /> };
  },
};

const keyOf = ({ id }: AccountRow): string => id;
const EMPTY = 'No sessions, no API tokens and no webhooks.';

interface AccountPageProps {
  readonly desk: Desk;
  readonly feed: AccountFeed;
}

function AccountPage({ desk, feed }: AccountPageProps): ReactNode {
  const { width, height } = useBodySize();
  const loaded = useValue(feed.rows);
  useEffect(() => void feed.refresh(), [feed]);
  const session = sessionLines(desk.session, desk.place.server.address.url, width - 4);
  const listHeight = height - session.length - 2;
  const actions = useAccountActions(desk, feed);
  const newRows = useNewRows(desk, feed);
  const rowActions = useRowActions(desk, feed);
  const rows = loaded.value ?? [];
  const list = useList({
    ...{ rows, keyOf, columns: ACCOUNT_COLUMNS, focused: true },
    width: width - 4,
    height: listHeight - 2,
    onOpen: (row) => void rowActions.open(row),
  });
  useAccountKeys({ feed, actions, newRows, rowActions, row: list.selected });
  const content = rows.length === 0 ? (instead(loaded, EMPTY, width - 4) ?? []) : list.lines;
  const note = loaded.state === 'failed' ? 'could not ask the server; r tries again' : list.note;
  const frame = { title: 'Sessions, tokens and webhooks', width, height: listHeight, focused: true, note };
  return (
    <LinesView
      lines={[
        ...panel(session, { title: 'Signed in', width, height: session.length + 2 }),
        ...panel(content, frame),
      ]}
    />
  );
}

interface Keys {
  readonly feed: AccountFeed;
  readonly actions: ReturnType<typeof useAccountActions>;
  readonly newRows: ReturnType<typeof useNewRows>;
  readonly rowActions: ReturnType<typeof useRowActions>;
  readonly row: AccountRow | undefined;
}

function useAccountKeys({ feed, actions, newRows, rowActions, row }: Keys): void {
  const copy = useCopy();
  const webhook = row?.kind === 'webhook' ? row.id : undefined;
  useLayer('page', {
    bindings: [
      bind(ACCOUNT_COMMANDS.token, newRows.newToken),
      bind(ACCOUNT_COMMANDS.webhook, newRows.newWebhook),
      ...(webhook === undefined
        ? []
        : [
            bind(ACCOUNT_COMMANDS.test, () => void rowActions.test(webhook)),
            bind(ACCOUNT_COMMANDS.rotate, () => void rowActions.rotate(webhook)),
          ]),
      ...(row === undefined
        ? []
        : [
            bind(ACCOUNT_COMMANDS.remove, () => void rowActions.remove(row)),
            bind(ACCOUNT_COMMANDS.copy, () => copy(row.id, 'the id')),
          ]),
      bind(ACCOUNT_COMMANDS.others, () => void actions.endOthers()),
      bind(ACCOUNT_COMMANDS.password, actions.password),
      bind(ACCOUNT_COMMANDS.signOut, actions.signOut),
      bind(ACCOUNT_COMMANDS.deleteAccount, actions.deleteAccount),
      bind(ACCOUNT_COMMANDS.reload, () => void feed.refresh()),
    ],
  });
}
