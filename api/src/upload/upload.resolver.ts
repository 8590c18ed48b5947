import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { OperationContext } from '../context/operation-context.js';
import { BeginUploadInput } from './begin-upload.input.js';
import { beginUpload } from './begin-upload.js';
import { ResumableUpload } from './resumable-upload.entity.js';

@Resolver(() => ResumableUpload)
export class UploadResolver {
  @Mutation(() => ResumableUpload, {
    description:
      'Begins an upload that can be gone on with after a break, or tells how far it is: the same file of the same reservation is the same upload, with a new link. Send the bytes from `offset` on to `url` by PATCH (tus 1.0.0), then hand in its id. Another file of the same kind takes its place.',
  })
  beginUpload(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => BeginUploadInput, { description: 'The file.' }) input: BeginUploadInput,
  ): Promise<ResumableUpload> {
    return beginUpload(ctx, input);
  }
}
