import {
  type ApiTokenFactsFragment,
  ApiTokensDocument,
  CreateApiTokenDocument,
  type CreateApiTokenMutation,
  RevokeApiTokenDocument,
  type Scope,
} from '@cairn/shared-schema/org';
import { UsageError } from '@cairn/tui-kit';
import type { OrgServer } from '../account/org-server.js';

/** What a token may allow, as people write it. */
export const SCOPES = {
  'programs:write': 'PROGRAMS_WRITE',
  'inputs:write': 'INPUTS_WRITE',
  'proofs:read': 'PROOFS_READ',
  'proofs:decide': 'PROOFS_DECIDE',
} as const satisfies Record<string, Scope>;

/** A token to be made. */
export interface TokenWish {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** 1 to 366; 90 when left out. */
  readonly expiresInDays?: number | undefined;
}

/** The organization's API tokens; what they are used with is shown once, when they are made. */
export async function listApiTokens(server: OrgServer): Promise<ApiTokenFactsFragment[]> {
  return (await server.call((api) => api.request(ApiTokensDocument, {}))).apiTokens;
}

/** Makes a token for a script. @returns the token itself too, which nobody can read again */
export async function createApiToken(
  server: OrgServer,
  { name, scopes, expiresInDays }: TokenWish,
): Promise<CreateApiTokenMutation['createApiToken']> {
  const input = { name, scopes: [...scopes], expiresInDays };
  return (await server.call((api) => api.request(CreateApiTokenDocument, { input }))).createApiToken;
}

/** Ends a token at once. */
export async function revokeApiToken(server: OrgServer, id: string): Promise<void> {
  await server.call((api) => api.request(RevokeApiTokenDocument, { id }));
}

/** A scope as it is written in commands. */
export function scopeName(scope: Scope): string {
  return Object.entries(SCOPES).find(([, one]) => one === scope)?.[0] ?? scope;
}

/** In how many days a token ends. @throws UsageError that names the bounds */
export function readDays(text: string, what: string): number {
  const days = /^\d{1,3}$/u.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= 366) return days;
  throw new UsageError(`${what} is ${JSON.stringify(text)}`, { expected: 'a whole number, 1 to 366' });
}
