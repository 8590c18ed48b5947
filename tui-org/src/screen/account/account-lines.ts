import type { DeliveryFactsFragment } from '@cairn/shared-schema/org';
import { localTime } from '@cairn/tui-kit';
import { cleanText, factLines, type Line, line, wrapText } from '@cairn/tui-kit/screen';
import type { Session } from '../../account/session.js';
import { eventName } from '../../webhooks/webhooks.js';

/** Who is signed in, where, and for how long without a password. */
export function sessionLines(
  { username, organization, refreshToken }: Session,
  server: string,
  width: number,
): Line[] {
  return [
    ...factLines('Organization', cleanText(organization.name), width),
    ...factLines('Username', cleanText(username), width),
    ...factLines('Server', cleanText(server), width),
    ...factLines('Session until', localTime(refreshToken.expiresAt), width),
  ];
}

/** The last deliveries of a webhook, one below the other. */
export function deliveryLines(deliveries: readonly DeliveryFactsFragment[], width: number): Line[] {
  if (deliveries.length === 0)
    return wrapText('Nothing was sent yet. e sends a test.', width).map((text) => line(text));
  return deliveries.flatMap(({ createdAt, event, state, attempts, lastStatus, lastError }) => {
    const status = lastStatus === null ? '' : `, status ${lastStatus}`;
    const text = `${localTime(createdAt)}  ${eventName(event)}  ${state.toLowerCase()}, attempt ${attempts}${status}`;
    const tone = state === 'FAILED' ? 'bad' : state === 'DELIVERED' ? 'good' : 'plain';
    return [
      ...wrapText(text, width).map((part) => line(part, { tone })),
      ...(lastError === null
        ? []
        : wrapText(cleanText(lastError), width - 2).map((part) => line(`  ${part}`))),
    ];
  });
}
