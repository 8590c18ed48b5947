import { keyIdOfPublic, PAGE_SIZE } from '@cairn/shared-schema';
import { GraphQLDateTime } from 'graphql-scalars';
import { Ctx, Extensions, FieldResolver, Query, Resolver } from 'type-graphql';
import type { OperationContext } from '../context/operation-context.js';
import { MOST_KEYS, ReceiptKey } from '../credit/credit.types.js';
import { isRegistrationOpen } from '../operator/registration.js';
import { ServerInfo } from './server-info.type.js';
import { VERSION } from './version.js';

@Resolver(() => ServerInfo)
export class ServerResolver {
  @Query(() => ServerInfo, { description: 'Version, limits and clock of this server.' })
  serverInfo(@Ctx() ctx: OperationContext): ServerInfo {
    const { limits } = ctx.config;
    return Object.assign(new ServerInfo(), {
      version: VERSION,
      maxExecutionBytes: limits.executionBytes,
      maxProofBytes: limits.proofBytes,
      maxArchiveBytes: limits.archiveBytes,
      maxInputBytes: limits.inputBytes,
      maxInputArchiveBytes: limits.inputArchiveBytes,
      maxPageSize: PAGE_SIZE.max,
    });
  }
  @FieldResolver(() => Boolean, { description: 'Whether new organizations may register.' })
  registrationOpen(@Ctx() ctx: OperationContext): Promise<boolean> {
    return isRegistrationOpen(ctx.em);
  }

  @Extensions({ most: MOST_KEYS })
  @FieldResolver(() => [ReceiptKey], {
    description: 'Keys that this server is known by and signs receipts with, the current one first.',
  })
  receiptKeys(@Ctx() ctx: OperationContext): ReceiptKey[] {
    return ctx.serverKeys.told.map(({ publicKey, handover = null }) => ({
      keyId: keyIdOfPublic(publicKey),
      publicKey,
      handover,
    }));
  }

  @FieldResolver(() => GraphQLDateTime, { description: 'The clock that deadlines go by.' })
  serverTime(@Ctx() ctx: OperationContext): Promise<Date> {
    return ctx.view.now();
  }
}
