/** A second process that holds the write lock of a database until its input ends. */
import Database from 'libsql';

const path = process.argv[2];
if (path === undefined) throw new Error('which database?');
const database = new Database(path);
database.exec('begin immediate');
process.stdout.write('locked\n');
process.stdin.resume().once('end', () => {
  database.exec('rollback');
  database.close();
});
