import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { OperationContext } from '../context/operation-context.js';
import type { Connection } from '../pagination/connection.js';
import { listPage } from '../pagination/list-page.js';
import { namePrefixFilter } from '../pagination/name-prefix.js';
import { OrderedPageArguments } from '../pagination/page-arguments.js';
import { countPrograms } from '../program/count-programs.js';
import { DecisionCounts } from '../proof/decision-counts.type.js';
import { decisionsOf, requireDecisions } from '../proof/decisions-of.js';
import { Usage } from '../quota/usage.type.js';
import { usageOf } from '../quota/usage-of.js';
import { ChangePasswordInput, DeleteAccountInput, LoginInput, RegisterInput } from './account.input.js';
import { AccountLoss } from './account-loss.type.js';
import { changePassword } from './change-password.js';
import { deleteAccount } from './delete-account.js';
import { login } from './login.js';
import { logout } from './logout.js';
import { Organization } from './organization.entity.js';
import { OrganizationConnection } from './organization-connection.type.js';
import { refreshToken } from './refresh-token.js';
import { register } from './register.js';
import { findOwner } from './require-owner.js';
import { Session, Token } from './session.types.js';

@Resolver(() => Organization)
export class AccountResolver {
  @Query(() => Organization, {
    nullable: true,
    description: 'Whose session or API token it is; null without one that holds.',
  })
  me(@Ctx() ctx: OperationContext): Promise<Organization | null> {
    return findOwner(ctx);
  }

  @Query(() => Organization, {
    nullable: true,
    description: 'One organization; null when there is none of this id.',
  })
  organization(
    @Ctx() ctx: OperationContext,
    @Arg('id', () => ID, { description: "The organization's id." }) id: string,
  ): Promise<Organization | null> {
    return ctx.em.findOne(Organization, id);
  }

  @Query(() => OrganizationConnection, { description: 'All organizations.' })
  organizations(
    @Ctx() ctx: OperationContext,
    @Args(() => OrderedPageArguments) page: OrderedPageArguments,
    @Arg('namePrefix', () => String, {
      nullable: true,
      description: 'Names that start so, compared without case.',
    })
    namePrefix?: string | null,
  ): Promise<Connection<Organization>> {
    return listPage(ctx.em, Organization, { any: [namePrefixFilter(namePrefix)] }, page);
  }

  @Mutation(() => Session, { description: 'Makes an account and logs it in.' })
  register(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => RegisterInput, { description: 'The new account.' }) input: RegisterInput,
  ): Promise<Session> {
    return register(ctx, input);
  }

  @Mutation(() => Session, {
    description: 'Starts a session. WRONG_CREDENTIALS whether or not the user exists.',
  })
  login(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => LoginInput, { description: 'Who logs in.' }) input: LoginInput,
  ): Promise<Session> {
    return login(ctx, input);
  }

  @Mutation(() => Token, { description: 'A new basic token for a refresh token that is in force.' })
  refreshToken(
    @Ctx() ctx: OperationContext,
    @Arg('refreshToken', () => String, { description: 'The refresh token, as it was given.' }) token: string,
  ): Promise<Token> {
    return refreshToken(ctx, { refreshToken: token });
  }

  @Mutation(() => ID, {
    description: 'Ends a session: its refresh token and its basic tokens. Answers the id that was given.',
  })
  logout(
    @Ctx() ctx: OperationContext,
    @Arg('refreshTokenId', () => ID, { description: 'Id of the refresh token.' }) refreshTokenId: string,
  ): Promise<string> {
    return logout(ctx, { refreshTokenId });
  }

  @Mutation(() => Int, {
    description:
      'Changes the password and ends every other session of the account; API tokens stay. Answers how many sessions it ended.',
  })
  changePassword(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => ChangePasswordInput, { description: 'The old and the new password.' })
    input: ChangePasswordInput,
  ): Promise<number> {
    return changePassword(ctx, input);
  }

  @Mutation(() => AccountLoss, {
    description:
      'Deletes the account with its programs, input groups, proofs and results, for good; donors at work are told. Answers what was lost, or with `dryRun` what would be.',
  })
  deleteAccount(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => DeleteAccountInput, { description: 'The password, and whether only to ask.' })
    input: DeleteAccountInput,
  ): Promise<AccountLoss> {
    return deleteAccount(ctx, input);
  }

  @FieldResolver(() => Usage, {
    nullable: true,
    description:
      'What it has and may have. Only for the organization itself, by a session or any API token; otherwise null.',
  })
  async usage(@Ctx() ctx: OperationContext, @Root() organization: Organization): Promise<Usage | null> {
    const owner = await findOwner(ctx);
    return owner?.id === organization.id ? usageOf(organization, ctx.config.limits) : null;
  }

  @FieldResolver(() => Int, { description: 'How many programs it has published.' })
  async programCount(@Ctx() ctx: OperationContext, @Root() { id }: Organization): Promise<number> {
    return (await ctx.view.batched('programCount', id, (ids) => countPrograms(ctx.em, ids))) ?? 0;
  }

  @FieldResolver(() => DecisionCounts, {
    description: 'How it has decided about proofs so far, of programs that it has deleted too.',
  })
  async decisions(@Ctx() ctx: OperationContext, @Root() { id }: Organization): Promise<DecisionCounts> {
    return requireDecisions(await ctx.view.batched('decisions', id, (ids) => decisionsOf(ctx.em, ids)));
  }
}
