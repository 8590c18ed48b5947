import type { OperationContext } from './operation-context.js';

/** What every face calls: a context, what is asked, an answer or a DomainError. */
export type Operation<Input, Answer> = (ctx: OperationContext, input: Input) => Promise<Answer>;
