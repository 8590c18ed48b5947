import { Field, ID, InputType, Int } from 'type-graphql';
import { UploadScalar, type UploadValue } from '../graphql/upload.scalar.js';

@InputType({ description: 'A program to publish.' })
export class UploadProgramInput {
  @Field(() => String, { description: '1 to 100 characters, unique within the organization without case.' })
  name!: string;

  @Field(() => String, { description: 'What the program computes; may be empty, at most 2000 characters.' })
  description!: string;

  @Field(() => Int, { description: 'How long a reservation lasts: 60 s to 30 days (2592000 s).' })
  leaseSeconds!: number;

  @Field(() => UploadScalar, {
    description:
      'A `.tar` (gzip allowed) of a Cairo package: `Scarb.toml`, `src/`, `README.md`, and the built executable where it has dependencies that the server does not fetch.',
  })
  archive!: UploadValue;
}

@InputType({ description: 'What is to be changed of a published program; what is left out stays.' })
export class UpdateProgramInput {
  @Field(() => ID, { description: 'One of your own programs.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'At most 2000 characters; may be empty.' })
  description?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '60 s to 30 days (2592000 s), for reservations that are made from now on: those that are held keep their own lease, also when they are renewed.',
  })
  leaseSeconds?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "At most 64 KiB, in place of the archive's README; empty for none.",
  })
  readme?: string | null;
}
