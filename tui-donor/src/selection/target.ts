/** Whom one can work for, or not: a program, or an organization with all of its programs. */
export interface Target {
  readonly kind: 'program' | 'organization';
  /** The server's id. */
  readonly id: string;
}

/** How a target is written: `program:ID` or `organization:ID`. */
export const TARGET_FORM = 'program:ID or organization:ID';

/** @returns undefined for what is none */
export function parseTarget(text: string): Target | undefined {
  const match = /^(program|organization):([\w-]{1,64})$/u.exec(text.trim());
  return match === null ? undefined : { kind: match[1] as Target['kind'], id: match[2] ?? '' };
}

/** As `parseTarget` reads it. */
export function formatTarget({ kind, id }: Target): string {
  return `${kind}:${id}`;
}

export function isSameTarget(one: Target, other: Target): boolean {
  return one.kind === other.kind && one.id === other.id;
}
