/** Output that does not keep to the protocol; the message says in what way. */
export class OffProtocol extends Error {}
