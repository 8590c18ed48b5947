import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';

@InputType({
  description: "A donor's key and its signature. What is signed, byte by byte: `docs/credit.md`.",
})
export class DonorSignatureInput {
  @Field(() => String, { description: 'Ed25519 public key: 64 hex digits in lower case.' })
  publicKey!: string;

  @Field(() => String, { description: '128 hex digits in lower case.' })
  signature!: string;
}

@InputType({ description: 'What a donor wants to be called.' })
export class SetNicknameInput {
  @Field(() => DonorSignatureInput, { description: 'Over server, key, nickname and moment.' })
  donor!: DonorSignatureInput;

  @Field(() => String, {
    description: '1 to 40 characters in NFKC, without blanks at the ends; empty for none.',
  })
  nickname!: string;

  @Field(() => GraphQLDateTime, {
    description: 'Now: of two changes the later one holds. At most ten minutes ahead of the server.',
  })
  at!: Date;
}
