import type { Workplace } from '../cli/workplace.js';
import type { Session } from './session.js';

/** Says that a session has begun. */
export function saySignedIn(
  { server, out, say }: Workplace,
  { username, organization }: Session,
  what: 'registered' | 'logged in',
): void {
  const { url } = server.address;
  out.record({
    [what === 'registered' ? 'registered' : 'loggedIn']: true,
    username,
    organization,
    server: url,
  });
  say(
    what === 'registered'
      ? `Registered ${organization.name} (organization ${organization.id}) at ${url}, and logged in.`
      : `Logged in as ${organization.name} (organization ${organization.id}) at ${url}.`,
  );
}
