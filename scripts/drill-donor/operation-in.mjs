/**
 * The GraphQL operation of a request, by the beginning of its body.
 * @param {string} head of a JSON body, or of a multipart one whose first part is the operations
 * @returns {{ name: string, variables: Record<string, any> } | undefined} undefined where it is not all there yet, or none
 */
export function operationIn(head) {
  const text = head.startsWith('{') ? head : /name="operations".*?\r\n\r\n(.*?)\r\n--/su.exec(head)?.[1];
  if (text === undefined) return undefined;
  try {
    const { query, variables } = JSON.parse(text);
    const name = /(?:query|mutation)\s+(\w+)/u.exec(query)?.[1];
    return name === undefined ? undefined : { name, variables: variables ?? {} };
  } catch {
    return undefined;
  }
}
