// Plain JavaScript without a single import, so that any Node can read it: an older one would otherwise crash in
// better-sqlite3 or stumble over TypeScript, and say neither why nor what to do.
const REQUIRED_MAJOR = 26;

if (Number(process.versions.node.split(".")[0]) < REQUIRED_MAJOR) {
  console.error(
    `Dialoglotsen needs Node ${REQUIRED_MAJOR} and this is Node ${process.versions.node}: run npm ci and start it with npm (npm start, npm test, npm run bot), which then uses a Node of its own, or install Node ${REQUIRED_MAJOR}.`,
  );
  process.exit(1);
}
