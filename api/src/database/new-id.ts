import { randomBytes } from 'node:crypto';

/**
 * A UUID of version 7: ids grow with time, so their order is the order of creation.
 * @param at - when the row is made.
 * @param position - orders rows that are made at the same moment. Each 4,096 of them lend from the next millisecond.
 */
export function newId(at: Date, position = 0): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime() + Math.floor(position / 0x1000), 0, 6);
  bytes.writeUInt16BE(0x7000 | (position & 0x0fff), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Sorts before or is every id that is made at this moment or later. */
export function firstIdAt(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** The moment that an id was made at, as it says itself. */
export function timeOfId(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
}
