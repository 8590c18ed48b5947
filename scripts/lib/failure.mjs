/** A failure with a message for the person at the terminal: it is printed as it is, without a stack trace. */
export class Failure extends Error {}
