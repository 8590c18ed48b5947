import { invalidField, PAGE_SIZE } from '@cairn/shared-schema';
import type { EntityClass, FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../database/dialect.js';
import type { Connection } from './connection.js';
import { forceIndex } from './force-index.js';
import type { ListOrder } from './list-order.js';
import { byId, byRank } from './list-place.js';

/** Which page is asked for. */
export interface PageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly order?: ListOrder | null;
}

/** Instead of an order: the rows with the highest number in this column first, and of equal ones the newest. */
export type RankedPageRequest<Row> = Omit<PageRequest, 'order'> & { readonly highest: keyof Row & string };

/** What a list is of. */
export interface Selection<Row> {
  /** A row is in the list when one of these lets it through. No two of them let the same row through. */
  readonly any: readonly FilterQuery<Row>[];
  /** Whether all rows belong to one program: an index has these in their order. */
  readonly ofOneProgram?: boolean;
  /** The index that has them in their order, where MariaDB would rather take another. */
  readonly index?: string;
  /** How many rows are selected, where that is known; otherwise they are counted. */
  readonly count?: () => Promise<number>;
}

/**
 * One page of the rows that are selected, in the order of their ids, which is the order of creation, or the other way
 * round. A cursor is the id before the page: rows that come or go meanwhile never shift a page.
 * @throws DomainError INVALID_REQUEST for a page size or a cursor that cannot be.
 */
export async function listPage<Row extends { id: string }>(
  em: EntityManager,
  entity: EntityClass<Row>,
  { any, ofOneProgram = false, index, count }: Selection<Row>,
  page: PageRequest | RankedPageRequest<Row>,
): Promise<Connection<Row>> {
  const first = pageSize(page.first);
  const place = 'highest' in page ? byRank<Row>(page.highest) : byId<Row>(page.order === 'NEWEST');
  const beyond = page.after == null ? [] : [place.beyond(page.after)];
  const options = { limit: first + 1, orderBy: place.orderBy as never, ...hint(em, ofOneProgram, index) };
  const parts = await Promise.all(
    any.map((filter) =>
      em.find(entity, { $and: [filter, ...beyond] } as unknown as FilterQuery<Row>, options),
    ),
  );
  const rows = (parts.flat() as Row[]).toSorted(place.compare);
  const nodes = rows.slice(0, first);
  const edges = nodes.map((node) => ({ cursor: place.cursor(node), node }));
  return {
    // Counted only where it is shown.
    get totalCount() {
      return count?.() ?? countAll(em, entity, any);
    },
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: page.after != null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

async function countAll<Row extends { id: string }>(
  em: EntityManager,
  entity: EntityClass<Row>,
  any: readonly FilterQuery<Row>[],
): Promise<number> {
  const counts = await Promise.all(any.map((filter) => em.count(entity, filter)));
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * MariaDB would rather read the whole table in the order of ids than one program's rows by their index, as if each program's
 * stood everywhere among the others': those that were uploaded last it finds at the end.
 */
function hint(em: EntityManager, ofOneProgram: boolean, index: string | undefined): { indexHint?: string } {
  if (index !== undefined) return forceIndex(em, index);
  return ofOneProgram && dialectOf(em) === 'mysql' ? { indexHint: 'ignore index (primary)' } : {};
}

function pageSize(first: number | null | undefined): number {
  if (first == null) return PAGE_SIZE.default;
  const { min, max } = PAGE_SIZE;
  if (first >= min && first <= max) return first;
  throw invalidField('first', String(first), `${min} to ${max}`);
}
