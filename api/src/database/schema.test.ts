import { MikroORM } from '@mikro-orm/sql';
import { onMysql } from '../test/test-database.js';
import { TestServer } from '../test/test-server.js';
import { COLLATION } from './collation.js';
import { mysqlOptions } from './mysql-options.js';

const NOWHERE = { kind: 'mysql', host: '-', port: 1, user: '-', password: '', name: '-' } as const;

it('has the tables that the classes describe, after its migrations', async () => {
  await using server = await TestServer.start();
  const { schema, migrator } = server.app.server.database;
  expect(await schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
  expect(await migrator.getPending()).toEqual([]);
});

it('would have the same tables on MySQL as on MariaDB, but for the name of the order of texts', async () => {
  const sql = async (flavour: 'mysql' | 'mariadb') => {
    const orm = await MikroORM.init(mysqlOptions(NOWHERE, flavour));
    const text = await orm.schema.getCreateSchemaSQL();
    await orm.close(true);
    return text;
  };
  const mysql = await sql('mysql');
  expect(mysql).toContain(`collate ${COLLATION.mysql}`);
  expect(mysql.replaceAll(COLLATION.mysql, COLLATION.mariadb)).toBe(await sql('mariadb'));
});

it('finds the same indexes after its migrations on both databases', async () => {
  await using server = await TestServer.start();
  const { em } = server.context();
  const rows = await em.execute<{ name: string }[]>(
    onMysql()
      ? "select distinct index_name as name from information_schema.statistics where table_schema = database() and table_name = 'input_group' and index_name <> 'PRIMARY'"
      : "select name from sqlite_master where type = 'index' and tbl_name = 'input_group' and sql is not null",
  );
  expect(rows.map(({ name }) => name).toSorted()).toEqual([
    'input_group_claim',
    'input_group_file',
    'input_group_name',
    'input_group_page',
    'input_group_program_id_index',
    'input_group_state',
  ]);
});
