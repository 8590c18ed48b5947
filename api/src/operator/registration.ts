import { DomainError } from '@cairn/shared-schema';
import type { EntityManager } from '@mikro-orm/sql';
import { SERVER_SETTINGS_ID, ServerSettings } from './server-settings.entity.js';

/** Whether new organizations may register; open until the operator closes it. */
export async function isRegistrationOpen(em: EntityManager): Promise<boolean> {
  return (await em.count(ServerSettings, { id: SERVER_SETTINGS_ID, registrationClosed: true })) === 0;
}

/** @throws DomainError FORBIDDEN while registration is closed. */
export async function requireOpenRegistration(em: EntityManager): Promise<void> {
  if (await isRegistrationOpen(em)) return;
  throw new DomainError('FORBIDDEN', 'Registration is closed on this server.', {
    help: 'Ask its operator, or use another server.',
  });
}
