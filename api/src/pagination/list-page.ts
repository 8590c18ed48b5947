import { invalidField, PAGE_SIZE } from '@cairn/shared-schema';
import type { EntityClass, FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../database/dialect.js';
import type { Connection } from './connection.js';
import { makeCursor, readCursor } from './cursor.js';
import type { ListOrder } from './list-order.js';

/** Which page is asked for. */
export interface PageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly order?: ListOrder | null;
}

/** What a list is of. */
export interface Selection<Row> {
  /** A row is in the list when one of these lets it through. No two of them let the same row through. */
  readonly any: readonly FilterQuery<Row>[];
  /** Whether all rows belong to one program: an index has these in their order. */
  readonly ofOneProgram?: boolean;
}

/**
 * One page of the rows that are selected, in the order of their ids, which is the order of creation, or the other way
 * round. A cursor is the id before the page: rows that come or go meanwhile never shift a page.
 * @throws DomainError INVALID_REQUEST for a page size or a cursor that cannot be.
 */
export async function listPage<Row extends { id: string }>(
  em: EntityManager,
  entity: EntityClass<Row>,
  { any, ofOneProgram = false }: Selection<Row>,
  page: PageRequest,
): Promise<Connection<Row>> {
  const first = pageSize(page.first);
  const after = page.after == null ? undefined : readCursor(page.after);
  const direction = page.order === 'NEWEST' ? 'desc' : 'asc';
  const options = { limit: first + 1, orderBy: [{ id: direction }] as never, ...hint(em, ofOneProgram) };
  const [parts, counts] = await Promise.all([
    Promise.all(any.map((filter) => em.find(entity, beyond(filter, after, direction), options))),
    Promise.all(any.map((filter) => em.count(entity, filter))),
  ]);
  const rows = parts.flat().toSorted((a, b) => (a.id < b.id === (direction === 'asc') ? -1 : 1)) as Row[];
  const totalCount = counts.reduce((sum, count) => sum + count, 0);
  const nodes = rows.slice(0, first);
  const edges = nodes.map((node) => ({ cursor: makeCursor(node.id), node }));
  return {
    totalCount,
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== undefined,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function beyond<Row>(
  filter: FilterQuery<Row>,
  after: string | undefined,
  direction: 'asc' | 'desc',
): FilterQuery<Row> {
  if (after === undefined) return filter;
  const id = direction === 'desc' ? { $lt: after } : { $gt: after };
  return { $and: [filter, { id }] } as unknown as FilterQuery<Row>;
}

/**
 * MariaDB would rather read the whole table in the order of ids than one program's rows by their index, as if each program's
 * stood everywhere among the others': those that were uploaded last it finds at the end.
 */
function hint(em: EntityManager, ofOneProgram: boolean): { indexHint?: string } {
  return ofOneProgram && dialectOf(em) === 'mysql' ? { indexHint: 'ignore index (primary)' } : {};
}

function pageSize(first: number | null | undefined): number {
  if (first == null) return PAGE_SIZE.default;
  const { min, max } = PAGE_SIZE;
  if (first >= min && first <= max) return first;
  throw invalidField('first', String(first), `${min} to ${max}`);
}
