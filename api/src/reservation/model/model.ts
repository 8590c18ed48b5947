import type { FailureCode, ReservationState, WorkKind } from '../reservation.enums.js';

/** What the property test believes of the database. Moments are milliseconds of the database's clock. */

export interface ModelGroup {
  readonly id: string;
  state: 'IDLE' | 'HELD' | 'PROVEN' | 'CONFIRMED' | 'FAILED';
  executed: boolean;
  fencingNumber: number;
  holder: ModelLease | undefined;
  proofId: string | null;
  /** Accepted files by content, and when one was rejected. */
  proofs: Map<number, { id: string; rejectedAt?: number }>;
  /** Donor, and whether the report counts. */
  reports: Map<string, boolean>;
  /** The donors who have reported too little memory since the execution is there. */
  short: Set<string>;
  remade: boolean;
}

export interface ModelLease {
  readonly id: string;
  readonly token: string;
  readonly clientKey: string;
  readonly donor: string;
  readonly kind: WorkKind;
  readonly group: ModelGroup;
  readonly createdAt: number;
  state: ReservationState;
  deadline: number;
}

/** So many live reservations one donor may hold in the test. */
export const MOST_LEASES = 3;
const REPORTS_TO_GIVE_UP = 3;
const REPORTS_TO_REMAKE = 3;

export class Model {
  readonly groups: ModelGroup[];
  readonly leases: ModelLease[] = [];

  constructor(ids: readonly string[]) {
    this.groups = ids.map((id) => ({
      id,
      state: 'IDLE',
      executed: false,
      fencingNumber: 0,
      holder: undefined,
      proofId: null,
      proofs: new Map(),
      reports: new Map(),
      short: new Set(),
      remade: false,
    }));
  }

  liveOf(donor: string, now: number): number {
    return this.leases.filter((lease) => lease.donor === donor && isLive(lease, now)).length;
  }

  /** What this donor could be given. */
  freeFor(donor: string, kind: WorkKind, now: number): ModelGroup[] {
    const fits = (group: ModelGroup) => group.executed === (kind === 'PROVE') && !group.reports.has(donor);
    return this.groups.filter((group) => isIdle(group, now) && fits(group));
  }

  reserve(group: ModelGroup, facts: Omit<ModelLease, 'state' | 'group'>): void {
    if (group.holder?.state === 'LIVE') group.holder.state = 'EXPIRED';
    group.state = 'HELD';
    group.fencingNumber += 1;
    group.holder = { ...facts, group, state: 'LIVE' };
    this.leases.push(group.holder);
  }

  report(lease: ModelLease, code: FailureCode): void {
    const { group, donor } = lease;
    const { reports, short } = group;
    const counted = reports.get(donor) === true;
    if (code === 'MEMORY_LIMIT' && group.executed && !counted) short.add(donor);
    reports.set(donor, code === 'PROGRAM_PANICKED' || counted);
    end(lease, 'FAILED');
    if (code === 'MEMORY_LIMIT' && lease.kind === 'PROVE' && !group.remade && short.size >= REPORTS_TO_REMAKE)
      remake(group);
    else if ([...reports.values()].filter(Boolean).length >= REPORTS_TO_GIVE_UP) group.state = 'FAILED';
  }

  execute(lease: ModelLease): void {
    lease.group.executed = true;
    if (lease.kind === 'EXECUTE') end(lease, 'COMPLETED');
  }

  prove(group: ModelGroup, content: number, id: string, by: ModelLease | undefined, now: number): void {
    const { holder } = group;
    if (holder !== undefined && isLive(holder, now))
      holder.state = holder === by ? 'COMPLETED' : 'SUPERSEDED';
    group.state = 'PROVEN';
    group.proofId = id;
    group.proofs.set(content, { id });
  }

  reject(group: ModelGroup, rejectedAt: number): void {
    group.state = 'IDLE';
    for (const proof of group.proofs.values()) if (proof.id === group.proofId) proof.rejectedAt = rejectedAt;
    group.proofId = null;
  }
}

export function isLive({ state, deadline }: ModelLease, now: number): boolean {
  return state === 'LIVE' && deadline > now;
}

export function isIdle({ state, holder }: ModelGroup, now: number): boolean {
  return state === 'IDLE' || (state === 'HELD' && holder !== undefined && holder.deadline <= now);
}

/** The execution goes, with what was said of it. */
function remake(group: ModelGroup): void {
  for (const donor of group.short) group.reports.delete(donor);
  group.short.clear();
  group.executed = false;
  group.remade = true;
}

export function end(lease: ModelLease, state: ReservationState): void {
  lease.state = state;
  lease.group.state = 'IDLE';
}
