/** Apollo Server as it comes, over one query that the API has too: what the API's plain queries are held against. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const typeDefs = `
  type ServerInfo { version: String! maxExecutionBytes: Float! }
  type Query { serverInfo: ServerInfo! }
`;
const resolvers = { Query: { serverInfo: () => ({ version: '0', maxExecutionBytes: 1 }) } };
const { url } = await startStandaloneServer(new ApolloServer({ typeDefs, resolvers }), {
  listen: { host: '127.0.0.1', port: 0 },
});
console.log(`listening on ${url}`);
