import { isSameTarget, type Target } from './target.js';

/** Whom the donor wants to work for, and whom not. */
export interface Selection {
  /** The most wanted first. */
  readonly preferred: readonly Target[];
  /** Whether nobody else is worked for. */
  readonly onlyPreferred: boolean;
  /** Never worked for, whatever else was said. */
  readonly blocked: readonly Target[];
}

/** Nobody is preferred, nobody blocked. */
export const ANYTHING: Selection = { preferred: [], onlyPreferred: false, blocked: [] };

/** A program, and whose it is. */
export interface Published {
  readonly id: string;
  readonly organization: { readonly id: string };
}

/** @returns what of the program is blocked; undefined where it may be worked for */
export function blockedPart(
  { blocked }: Pick<Selection, 'blocked'>,
  program: Published,
): Target['kind'] | undefined {
  return partAmong(blocked, program);
}

/** @returns whether a program, or whose it is, stands in a list */
export function isAmong(list: readonly Target[], program: Published): boolean {
  return partAmong(list, program) !== undefined;
}

function partAmong(list: readonly Target[], { id, organization }: Published): Target['kind'] | undefined {
  const has = (target: Target): boolean => list.some((other) => isSameTarget(other, target));
  if (has({ kind: 'organization', id: organization.id })) return 'organization';
  return has({ kind: 'program', id }) ? 'program' : undefined;
}

/** The place of a target in a ranked list, from 1 on; undefined where it is not in it. */
export function placeOf(ranked: readonly Target[], target: Target): number | undefined {
  const index = ranked.findIndex((other) => isSameTarget(other, target));
  return index < 0 ? undefined : index + 1;
}

/** The list without a target. */
export function withoutTarget(list: readonly Target[], target: Target): readonly Target[] {
  return list.filter((other) => !isSameTarget(other, target));
}

/**
 * The list with a target in a place, from where it was taken if it was in it.
 * @param place from 1 on; the end without one
 */
export function withTarget(
  list: readonly Target[],
  target: Target,
  place = Number.POSITIVE_INFINITY,
): readonly Target[] {
  const others = withoutTarget(list, target);
  const index = Math.max(0, Math.min(place - 1, others.length));
  return [...others.slice(0, index), target, ...others.slice(index)];
}
