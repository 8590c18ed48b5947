import { createHmac } from 'node:crypto';

/**
 * The secret token of a reservation: 256 bits, made from the server's secret, so that it can be told again to
 * whoever shows the client key, and yet is not stored.
 */
export function reservationToken(secret: string, reservationId: string, clientKey: string): string {
  return createHmac('sha256', secret)
    .update(`reservation-token\n${reservationId}\n${clientKey}`)
    .digest('base64url');
}
