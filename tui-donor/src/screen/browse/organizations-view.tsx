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
import { type ReactNode, useEffect, useMemo } from 'react';
import { markText } from '../../selection/mark-text.js';
import { ORGANIZATION_COLUMNS, type OrganizationRow } from './browse-columns.js';
import { BROWSE_COMMANDS } from './browse-commands.js';
import type { BrowsedOrganization, BrowseFeed } from './browse-feed.js';
import { useTargetBindings } from './target-bindings.js';

const keyOf = ({ organization }: OrganizationRow): string => organization.id;
const EMPTY = 'No organization is registered at this server. r asks again.';

export interface OrganizationsViewProps {
  readonly browse: BrowseFeed;
  readonly onOpen: (organization: BrowsedOrganization) => void;
}

/** Everybody who publishes programs at the server. */
export function OrganizationsView({ browse, onOpen }: OrganizationsViewProps): ReactNode {
  const loaded = useValue(browse.organizations);
  const { width, height } = useBodySize();
  const copy = useCopy();
  useEffect(() => {
    browse.wishes.look();
    void browse.loadOrganizations();
  }, [browse]);
  const selection = useValue(browse.wishes.selection);
  const rows = useMemo(
    () =>
      (loaded.value ?? []).map((organization) => ({
        organization,
        mark: markText(selection, { kind: 'organization', id: organization.id }),
      })),
    [loaded.value, selection],
  );
  const list = useList({
    ...{ rows, columns: ORGANIZATION_COLUMNS, keyOf, focused: true },
    width: width - 4,
    height: height - 2,
    onOpen: ({ organization }) => onOpen(organization),
  });
  const id = list.selected?.organization.id;
  const wishes = useTargetBindings(
    browse.wishes,
    id === undefined ? undefined : { kind: 'organization', id },
  );
  useLayer('page', {
    bindings: [
      bind(BROWSE_COMMANDS.reload, () => void browse.loadOrganizations()),
      ...wishes,
      ...(id === undefined ? [] : [bind(BROWSE_COMMANDS.copy, () => copy(id, 'its id'))]),
    ],
  });
  const frame = { title: 'Organizations', width, height, focused: true, note: list.note };
  return <LinesView lines={panel(instead(loaded, EMPTY, width - 4) ?? list.lines, frame)} />;
}
