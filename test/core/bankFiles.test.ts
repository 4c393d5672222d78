import { expect } from 'chai';
import fc from 'fast-check';
import { type BankFiles, moveIntoFiles } from '../../src/core/library/bankFiles.ts';
import { InMemoryWorkspace } from './inMemoryWorkspace.ts';
import { propertyRuns } from './propertyRuns.ts';

const bankUri = 'memory:/w/bank.md';
const bankText = '# Mine\n\n## One\n\nWords of the first.\n\n## Two\n\nWords of the second.\n';
const fileNamed = (name: string) => `memory:/w/${name}.md`;
const two: BankFiles['files'] = [
	{ uri: fileNamed('one'), text: '\uFEFF## One\n\nWords of the first.\n\n' },
	{ uri: fileNamed('two'), text: '## Two\n\nWords of the second.\n' },
];

/** A disk that has room for so many characters of new files, keeps what fits and says nothing. */
class FullDisk extends InMemoryWorkspace {
	room = Infinity;

	override async createFile(uri: string, text: string, label: string): Promise<boolean> {
		const kept = text.slice(0, this.room);
		this.room -= kept.length;
		return super.createFile(uri, kept, label);
	}
}

async function workspaceWith(files: Readonly<Record<string, string>> = {}) {
	const workspace = new FullDisk(['memory:/w'], { [bankUri]: bankText, ...files });
	const bank = await workspace.openDocument(bankUri);
	const move = async (remainder: string | undefined) => {
		const split = { files: two, remainder };
		const outcome = await moveIntoFiles(bank, bank.version, split, 'Split bank.md', workspace);
		return outcome.form === 'failed' ? outcome.message : outcome.form;
	};
	return { workspace, bank, move };
}

describe('a bank that is split', () => {
	it('goes once its stories are in files of their own, or keeps what is left', async () => {
		const { workspace, move } = await workspaceWith();
		expect(await move(undefined)).to.equal('done');
		expect([...workspace.files.keys()].toSorted()).to.deep.equal([fileNamed('one'), fileNamed('two')]);
		expect(await workspace.read(fileNamed('two'))).to.equal(two[1]?.text);

		const other = await workspaceWith();
		expect(await other.move('# Mine\n\n')).to.equal('done');
		expect(await other.workspace.read(bankUri)).to.equal('# Mine\n\n');
		expect(other.bank.isUnsaved).to.equal(false);
		expect([...other.workspace.files.keys()].length).to.equal(3);
	});

	it('loses nothing on a disk that is full at whatever byte, and leaves no stump', async () => {
		const length = two.reduce((sum, { text }) => sum + text.length, 0);
		await fc.assert(
			fc.asyncProperty(fc.nat(length - 1), fc.boolean(), async (room, isWhole) => {
				const { workspace, move } = await workspaceWith({ [fileNamed('mine')]: 'Mine.\n' });
				workspace.room = room;
				expect(await move(isWhole ? undefined : '# Mine\n\n')).to.match(
					/disk full.* bank\.md is as it was\.$/u,
				);
				expect(workspace.files.get(bankUri)).to.equal(bankText);
				expect([...workspace.files.keys()].toSorted()).to.deep.equal([bankUri, fileNamed('mine')]);
			}),
			{ numRuns: propertyRuns(60) },
		);
	});

	it('leaves a file alone that somebody else has made meanwhile', async () => {
		const { workspace, move } = await workspaceWith({ [fileNamed('two')]: 'Somebody else’s.\n' });
		expect(await move(undefined)).to.match(/^two\.md could not be written/u);
		expect(workspace.files.get(fileNamed('two'))).to.equal('Somebody else’s.\n');
		expect(workspace.files.has(fileNamed('one'))).to.equal(false);
		expect(workspace.files.get(bankUri)).to.equal(bankText);
	});

	it('is whole again where what is left of it cannot be saved', async () => {
		for (const isRead of [true, false]) {
			const { workspace, bank, move } = await workspaceWith();
			workspace.shown.add(bankUri);
			let saves = 0;
			const save = workspace.save.bind(workspace);
			// Another program has taken the space, and it comes back with the files that go again.
			workspace.save = async (document) => {
				workspace.freeSpace = saves++ === 0 && isRead ? -bankText.length : Infinity;
				return isRead || saves > 1 ? save(document) : false;
			};
			expect(await move('# Mine\n\n')).to.equal(
				'bank.md could not be saved, and is as it was: is the disk full, or the file read-only?',
			);
			expect([workspace.files.get(bankUri), bank.getText()]).to.deep.equal([bankText, bankText]);
			expect([...workspace.files.keys()]).to.deep.equal([bankUri]);
		}
	});

	it('is left alone where another program has just written it', async () => {
		for (const remainder of [undefined, '# Mine\n\n']) {
			const { workspace, move } = await workspaceWith();
			workspace.write(bankUri, `${bankText}Theirs.\n`);
			expect(await move(remainder)).to.match(/^bank\.md has changed on the disk/u);
			expect(workspace.files.get(bankUri)).to.equal(`${bankText}Theirs.\n`);
			expect([...workspace.files.keys()]).to.deep.equal([bankUri]);
		}
	});

	it('is split anew where its author types meanwhile, and told of where it cannot be changed', async () => {
		const { workspace, bank, move } = await workspaceWith();
		const moving = move(undefined);
		workspace.type(bankUri, `${bankText}More.\n`);
		expect(await moving).to.equal('changed');
		expect([bank.getText(), [...workspace.files.keys()].length]).to.deep.equal([`${bankText}More.\n`, 1]);

		const locked = await workspaceWith();
		locked.workspace.readOnly.add(bankUri);
		expect(await locked.move(undefined)).to.match(/^bank\.md could not be changed/u);
		expect([...locked.workspace.files.keys()].length).to.equal(1);
	});
});
