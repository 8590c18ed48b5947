import { Field, Float, Int, ObjectType } from 'type-graphql';

const KEY = {
  description: 'Public key of the donor: Ed25519, in hex. Show some of it: two donors may have one nickname.',
};
const NICKNAME = {
  nullable: true,
  description: 'What the donor calls itself; not unique, and nobody has checked it.',
};

@ObjectType({ description: 'A donor on a leaderboard.' })
export class LeaderboardEntry {
  @Field(() => Int, { description: 'From 1; whoever has as many rows has the same place.' })
  place!: number;

  @Field(() => String, KEY)
  publicKey!: string;

  @Field(() => String, NICKNAME)
  nickname!: string | null;

  @Field(() => Float, { description: 'Proven rows that rank (an integer).' })
  provenRows!: number;

  @Field(() => Int, { description: 'Confirmed proofs that rank.' })
  proofs!: number;
}

@ObjectType({ description: 'How a donor stands. A key that nobody has heard of has nothing.' })
export class DonorStanding {
  @Field(() => String, KEY)
  publicKey!: string;

  @Field(() => String, NICKNAME)
  nickname!: string | null;

  @Field(() => Float, {
    description:
      'Rows of confirmed proofs, read from the verified claims; each statement counts once (an integer).',
  })
  provenRows!: number;

  @Field(() => Int, { description: 'Confirmed proofs that counted.' })
  proofs!: number;

  @Field(() => Float, {
    description:
      "Those of them that rank: without work for programs that were published from the donor's own network or that are its own (an integer).",
  })
  rankedRows!: number;

  @Field(() => Int, { description: 'Proofs that were accepted and wait for an organization.' })
  waitingProofs!: number;

  @Field(() => Float, { description: 'Rows of those (an integer); they count when they are confirmed.' })
  waitingRows!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Place on the leaderboard; null without rows that rank, and behind the ten thousandth.',
  })
  place!: number | null;
}

/** The current key, and ten earlier ones. */
export const MOST_KEYS = 11;

@ObjectType({ description: 'A key that this server signs receipts with, or did.' })
export class ReceiptKey {
  @Field(() => String, {
    description:
      'Names it: the first 16 hex digits of its SHA-256. What an operator tells donors by another way.',
  })
  keyId!: string;

  @Field(() => String, {
    description:
      'Ed25519, in hex. Keep the current one when you first meet a server, and take no other unasked.',
  })
  publicKey!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Null for the current key. Of an earlier one: its signature that the current one takes its place; see `docs/credit.md`.',
  })
  handover!: string | null;
}
