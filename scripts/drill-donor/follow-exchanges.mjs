/**
 * Writes into the book what the donor asks and the server answers.
 * @param {import('./book.mjs').Book} book
 */
export function followExchanges(book) {
  return {
    /** @param {import('./relay.mjs').Exchange} exchange */
    asked({ operation, variables, path }) {
      const { input } = variables;
      if (operation === 'SubmitProof') book.sending('proof', input.inputGroupId);
      const key = { SubmitExecution: input?.token, BeginUpload: input?.token, PATCH: path }[operation];
      const groupId = key === undefined ? undefined : book.groupOf(key);
      if (groupId !== undefined) book.sending('execution', groupId);
    },
    /** @param {import('./relay.mjs').Exchange} exchange */
    answered({ operation, variables, answer }) {
      const data = answer?.errors === undefined ? answer?.data : undefined;
      const { input } = variables;
      if (data?.reserveInputGroup)
        book.belongs(data.reserveInputGroup.token, data.reserveInputGroup.inputGroup.id);
      const groupId = input === undefined ? undefined : book.groupOf(input.token);
      if (data?.beginUpload?.url && groupId !== undefined)
        book.belongs(String(data.beginUpload.url).split('?')[0] ?? '', groupId);
      if (operation === 'SubmitProof' && data?.submitProof) book.taken('proof', input.inputGroupId);
      if (operation === 'SubmitExecution' && data?.submitExecution && groupId !== undefined)
        book.taken('execution', groupId);
    },
  };
}
