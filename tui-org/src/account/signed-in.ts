import type { Workplace } from '../cli/workplace.js';
import { checkSession, type Session } from './session.js';

/** Keeps a session that the server has just begun, and says so. */
export async function signedIn(
  { sessions, server, out, say }: Workplace,
  username: string,
  begun: Omit<Session, 'username'>,
  what: 'registered' | 'logged in',
): Promise<void> {
  const { url } = server.address;
  const session = checkSession({ ...begun, username }, url);
  const { organization } = session;
  await sessions.write(session);
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
