import { createHmac } from 'node:crypto';

/**
 * The signature of a delivery: `t=SECONDS,v1=HEX`, the HMAC-SHA256 of time and body, so that a delivery that somebody
 * has caught cannot be sent again later.
 */
export function signDelivery(secret: string, at: Date, body: string): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}
