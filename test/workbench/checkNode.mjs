// Plain JavaScript for any Node: what follows is TypeScript, which only the Node among the devDependencies runs.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
	console.error(`Node 24 is needed, this is ${process.version}. Get the one among the devDependencies with: npm ci`);
	process.exit(1);
}
