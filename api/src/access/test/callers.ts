import { Scope } from '../../account/scopes.js';
import { createApiToken } from '../../api-token/create-api-token.js';
import { TestDonor } from '../../credit/test/test-donor.js';
import { suspendOrganization } from '../../operator/suspend-organization.js';
import { releaseReservation } from '../../reservation/release-reservation.js';
import type { ProvenWorld } from '../../test/proven-world.js';
import { newOrganization } from '../../test/scenario.js';

/** Who has handed in the proof that the world has. */
export const PROOF_DONOR = new TestDonor();

/** What a caller brings: a session or an API token, and a reservation token. */
export interface Caller {
  readonly ownerToken: string | undefined;
  readonly token: string;
  readonly operator?: true;
  /** Signs for the donor in question. */
  readonly signer?: TestDonor;
}

/** Every kind of caller. */
export const KINDS = [
  ...(['anonymous', 'owner', 'programs:write', 'inputs:write', 'proofs:read', 'proofs:decide'] as const),
  ...(['other', 'suspended', 'operator', 'holder', 'dead token', 'foreign token'] as const),
  ...(['donor', 'other donor'] as const),
];
export type CallerKind = (typeof KINDS)[number];

function isScope(kind: CallerKind): kind is Scope {
  return (Object.values(Scope) as string[]).includes(kind);
}

/** A caller of a kind, in a world that it may change. */
export async function callerOf(world: ProvenWorld, kind: CallerKind): Promise<Caller> {
  const owner = world.session.basicToken.token;
  if (kind === 'owner') return { ownerToken: owner, token: '' };
  if (kind === 'other') {
    return { ownerToken: (await newOrganization(world.server)).basicToken.token, token: '' };
  }
  if (kind === 'suspended') return { ownerToken: await suspendedToken(world), token: '' };
  if (kind === 'operator') return { ownerToken: undefined, token: '', operator: true };
  if (isScope(kind)) {
    const { token } = await createApiToken(world.owner(), { name: kind, scopes: [kind] });
    return { ownerToken: token, token: '' };
  }
  if (kind === 'donor') return { ownerToken: undefined, token: '', signer: PROOF_DONOR };
  if (kind === 'other donor') return { ownerToken: undefined, token: '', signer: new TestDonor() };
  if (kind === 'anonymous') return { ownerToken: undefined, token: '' };
  // A token of the right form that this server has not made.
  if (kind === 'foreign token') return { ownerToken: undefined, token: 'A'.repeat(43) };
  const { token } = await world.reserve('EXECUTE');
  if (kind === 'dead token') await releaseReservation(world.server.context(), { token });
  return { ownerToken: undefined, token };
}

/** An API token that would allow everything that one can, of an organization that was suspended. */
async function suspendedToken(world: ProvenWorld): Promise<string> {
  const { basicToken, organization } = await newOrganization(world.server);
  const ctx = world.server.context({ ownerToken: basicToken.token });
  const { token } = await createApiToken(ctx, { name: 'x', scopes: Object.values(Scope) });
  await suspendOrganization(world.server.context({ operator: true }), { organization: organization.id });
  return token;
}
