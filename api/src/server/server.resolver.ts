import { PAGE_SIZE } from '@cairn/shared-schema';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { OperationContext } from '../context/operation-context.js';
import { isRegistrationOpen } from '../operator/registration.js';
import { ServerInfo } from './server-info.type.js';
import { VERSION } from './version.js';

@Resolver()
export class ServerResolver {
  @Query(() => ServerInfo, { description: 'Version, limits and clock of this server.' })
  async serverInfo(@Ctx() ctx: OperationContext): Promise<ServerInfo> {
    const { limits } = ctx.config;
    return Object.assign(new ServerInfo(), {
      version: VERSION,
      maxExecutionBytes: limits.executionBytes,
      maxProofBytes: limits.proofBytes,
      maxArchiveBytes: limits.archiveBytes,
      maxInputBytes: limits.inputBytes,
      maxInputArchiveBytes: limits.inputArchiveBytes,
      maxPageSize: PAGE_SIZE.max,
      registrationOpen: await isRegistrationOpen(ctx.em),
      serverTime: await ctx.view.now(),
    });
  }
}
