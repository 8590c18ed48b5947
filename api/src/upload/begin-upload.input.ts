import { Field, Float, InputType } from 'type-graphql';
import { UploadKind } from './resumable-upload.enums.js';

@InputType({ description: 'A file that you are going to send.' })
export class BeginUploadInput {
  @Field(() => String, { description: 'Of your reservation.' })
  token!: string;

  @Field(() => UploadKind, {
    description:
      'EXECUTION: the reservation must be live. PROOF: also after it ended, while the group has none.',
  })
  kind!: UploadKind;

  @Field(() => Float, { description: 'Bytes of the file (an integer).' })
  size!: number;

  @Field(() => String, { description: 'SHA-256 of the file: 64 hex digits in lower case.' })
  sha256!: string;
}
