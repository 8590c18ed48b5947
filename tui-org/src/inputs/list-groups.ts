import { type InputGroupState, InputGroupsDocument, type InputGroupsQuery } from '@cairn/shared-schema/org';
import type { OrgServer } from '../account/org-server.js';
import { allPages } from '../cli/all-pages.js';

/** An input group as it is listed. */
export type ListedGroup = InputGroupsQuery['inputGroups']['nodes'][number];

/** The input groups of a program, all or those in one state. */
export function listGroups(
  server: OrgServer,
  programId: string,
  state?: InputGroupState,
): Promise<ListedGroup[]> {
  return allPages(
    async (page) =>
      (await server.call((api) => api.request(InputGroupsDocument, { programId, state, ...page })))
        .inputGroups,
  );
}
