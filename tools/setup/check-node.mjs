/** Stops with a plain sentence on a Node that is too old; kept to syntax that an old Node can still read. */
const WANTED = [20, 19];

export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > WANTED[0] || (major === WANTED[0] && minor >= WANTED[1]);
}

export function checkNode() {
  if (isNewEnough(process.versions.node)) return;
  console.error(`Cupola needs Node ${WANTED.join('.')} or newer; this is Node ${process.versions.node}. Get one at https://nodejs.org`);
  process.exit(1);
}
