import { Field, InputType, Int } from 'type-graphql';
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
