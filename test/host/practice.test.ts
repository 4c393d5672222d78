import { expect } from 'chai';
import * as vscode from 'vscode';
import { historyText, type Telling } from '../../src/core/questions/practice/history.ts';
import { outlookOf, scheduleOf } from '../../src/core/questions/practice/schedule.ts';
import { practicePlace } from '../../src/vscode/features/practice/practiceFolder.ts';
import { type PracticeScheduler, PracticeStore } from '../../src/vscode/features/practice/practiceStore.ts';
import { commands, pages } from '../../src/vscode/ids.ts';
import { bankFile, textOf } from './bankFolder.ts';
import { closeEditors, showFile } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { FullDisk } from './fullDisk.ts';
import { inCurrentNode, inEveryHost, itInCurrentNode } from './hosts.ts';
import { scratchFolder } from './scratchFolder.ts';
import { workspaceSettings } from './workspaceSettings.ts';

const scheduler: PracticeScheduler = {
	schedule: async (tellings) => scheduleOf(tellings),
	outlook: async (tellings, question, now) => outlookOf(tellings, question, now),
};

const plain: Omit<Telling, 'id' | 'at'> = {
	question: 'q',
	asked: 'Q?',
	rating: 'good',
	seconds: 90,
	story: { file: 'file:///a.md', title: 'A' },
};

inEveryHost('storage', 'the history of practice', () => {
	const scratch = scratchFolder();
	const settings = workspaceSettings();
	const folder = () => scratch.file('practice');
	const errors: string[] = [];
	/** A window on the history. */
	const open = async (): Promise<PracticeStore> => {
		const store = new PracticeStore(folder(), scheduler, {
			error: (message: string | Error) => void errors.push(String(message)),
		});
		await store.open();
		return store;
	};
	const asked = ({ current }: PracticeStore) => current.history.tellings.map(({ question }) => question);
	const files = async () => (await vscode.workspace.fs.readDirectory(folder())).map(([name]) => name);

	beforeEach(() => void errors.splice(0));

	it('is there in the next window, with what is due', async () => {
		const store = await open();
		await store.add(plain);
		const next = await open();
		expect(next.current.history.tellings).to.deep.equal(store.current.history.tellings);
		const [telling] = next.current.history.tellings;
		expect(next.current.schedule).to.deep.equal(scheduleOf(telling ? [telling] : []));
		expect((await next.outlook('q'))?.again).to.be.greaterThan(Date.now());
		expect([(await files()).length, errors]).to.deep.equal([1, []]);
	});

	it('is in the folder that the author chose, from then on, and not where a workspace says', async () => {
		const store = await open();
		await store.add({ ...plain, question: 'before' });
		await store.use(scratch.file('elsewhere'));
		expect(asked(store)).to.deep.equal([]);
		await store.add({ ...plain, question: 'after' });
		expect((await vscode.workspace.fs.readDirectory(scratch.file('elsewhere'))).length).to.equal(1);
		await store.use(folder());
		expect(asked(store)).to.deep.equal(['before']);

		const storage = scratch.file('storage');
		const usual = practicePlace(storage);
		expect(usual.folder.toString()).to.equal(scratch.file('storage/practice').toString());
		await settings.replace({ 'starStories.practice.folder': scratch.file('chosen by a workspace').path });
		expect(practicePlace(storage).folder.toString()).to.equal(usual.folder.toString());
		// Who practises on another machine is told that the history goes with it.
		expect(usual.kind).to.equal(vscode.env.remoteName === undefined ? 'local' : 'remote');
	});

	itInCurrentNode('keeps what two windows write at the same time', async () => {
		const [one, other] = [await open(), await open()];
		await Promise.all(
			[...'abcdef'].map((question, index) => (index % 2 === 0 ? one : other).add({ ...plain, question })),
		);
		await Promise.all([one.refresh(), other.refresh()]);
		expect(asked(one).toSorted()).to.deep.equal([...'abcdef']);
		expect(one.current.history).to.deep.equal(other.current.history);
	});

	itInCurrentNode('goes on without a file that is broken or cut off, and keeps it', async () => {
		const before = await open();
		await before.add({ ...plain, question: 'before' });
		const whole = historyText(before.current.history);
		const broken: Record<string, string | Uint8Array> = {
			'cut.json': whole.slice(0, whole.length / 2),
			'empty.json': '',
			'bytes.json': new Uint8Array([0xff, 0xfe, 0x00, 0x80]),
		};
		for (const [name, text] of Object.entries(broken)) await scratch.write(`practice/${name}`, text);
		const store = await open();
		expect(asked(store)).to.deep.equal(['before']);
		expect(store.current.setAside.map(({ path }) => path.split('/').at(-1)).toSorted()).to.deep.equal([
			'bytes.unreadable',
			'cut.unreadable',
			'empty.unreadable',
		]);
		expect(await textOf(scratch.file('practice/cut.unreadable'))).to.equal(broken['cut.json']);
		await store.add({ ...plain, question: 'after' });
		expect(asked(await open())).to.deep.equal(['before', 'after']);
	});

	itInCurrentNode('takes what it understands of a file that somebody has edited, and keeps the file', async () => {
		const good = { ...plain, id: 'x', at: 5 };
		await scratch.write(
			'practice/edited.json',
			JSON.stringify({ version: 1, tellings: [good, { ...good, id: 'y', rating: 'superb' }] }),
		);
		for (const store of [await open(), await open()]) expect(asked(store)).to.deep.equal(['q']);
		expect(await files()).to.include('edited.unreadable');
	});

	itInCurrentNode('reads what was written before there were versions, and leaves a later version alone', async () => {
		await scratch.write('practice/old.json', JSON.stringify([{ ...plain, id: 'old', at: 5 }]));
		const later = JSON.stringify({ version: 99, tellings: { in: 'another form' } });
		await scratch.write('practice/later.json', later);
		const store = await open();
		expect([asked(store), store.current.newer.length, store.current.setAside]).to.deep.equal([['q'], 1, []]);
		expect(await textOf(scratch.file('practice/later.json'))).to.equal(later);
	});

	it('is emptied in every window at once, on the disk too, and filled again from a copy', async () => {
		const [one, other] = [await open(), await open()];
		await one.add(plain);
		await other.add({ ...plain, question: 'r' });
		await one.refresh();
		const copy = await one.export();
		await one.reset();
		await other.refresh();
		expect([asked(one), asked(other), (await files()).length]).to.deep.equal([[], [], 1]);
		expect(await one.export()).not.to.contain('Q?');
		await other.add({ ...plain, question: 'new' });
		await one.refresh();
		expect(asked(one)).to.deep.equal(['new']);

		expect(await one.import(copy)).to.deep.equal({ kind: 'imported', added: 2, dropped: 0 });
		expect(await one.import(copy)).to.deep.equal({ kind: 'imported', added: 0, dropped: 0 });
		expect(asked(await open())).to.deep.equal(['q', 'r', 'new']);
		expect([await one.import('{"version":'), await one.import('{"version":99}')]).to.deep.equal([
			{ kind: 'unreadable' },
			{ kind: 'newer' },
		]);
		expect(asked(one)).to.deep.equal(['q', 'r', 'new']);
	});

	itInCurrentNode('stays as it was on a disk that is full, and what is new counts in this window', async () => {
		const disk = new FullDisk();
		const registration = vscode.workspace.registerFileSystemProvider('full-disk', disk);
		try {
			const onDisk = async () => {
				const store = new PracticeStore(vscode.Uri.from({ scheme: 'full-disk', path: '/' }), scheduler, {
					error: (message: string | Error) => void errors.push(String(message)),
				});
				await store.open();
				return store;
			};
			const store = await onDisk();
			for (const question of ['one', 'two', 'three']) await store.add({ ...plain, question });
			disk.free = 20;
			await store.add({ ...plain, question: 'four' });
			expect([asked(store), store.current.unsaved]).to.deep.equal([
				['one', 'two', 'three', 'four'],
				'not all of it was written: is the disk full?',
			]);
			expect(asked(await onDisk())).to.deep.equal(['one', 'two', 'three']);
			expect(disk.readDirectory().length).to.equal(1);
			disk.free = Infinity;
			await store.add({ ...plain, question: 'five' });
			expect(asked(await onDisk())).to.deep.equal(['one', 'two', 'three', 'four', 'five']);

			// The window ends after VS Code removed the old file, and before the new one has its name.
			disk.endsInDelete = true;
			await store.add({ ...plain, question: 'six' });
			disk.hasEnded = disk.endsInDelete = false;
			expect(disk.readDirectory().map(([name]) => name.replace(/^[^.]*/u, ''))).to.deep.equal([
				'.json.unfinished',
			]);
			const next = await onDisk();
			expect(asked(next)).to.deep.equal(['one', 'two', 'three', 'four', 'five', 'six']);
			await next.reset();
			expect([asked(await onDisk()), disk.readDirectory().length]).to.deep.equal([[], 1]);
		} finally {
			registration.dispose();
		}
	});

	it('still counts in this window where it cannot be written, and is written once it can', async () => {
		// A file stands where the folder should be.
		await scratch.write('practice', 'in the way');
		const store = await open();
		await store.add({ ...plain, question: 'unsaved' });
		expect([asked(store), store.current.unsaved === undefined]).to.deep.equal([['unsaved'], false]);
		await vscode.workspace.fs.delete(folder());
		await store.add({ ...plain, question: 'saved' });
		expect(store.current.unsaved).to.equal(undefined);
		expect(asked(await open())).to.deep.equal(['unsaved', 'saved']);
	});
});

inCurrentNode('practice', () => {
	const scratch = scratchFolder();

	afterEach(closeEditors);

	it('has one panel, whatever it is asked to practise, and is reached from above a story', async () => {
		for (const argument of [
			undefined,
			'nonsense',
			null,
			{ story: { file: 7, index: 'x' } },
			{ story: { file: 'file:///nowhere.md', index: 3 } },
			{ coverage: { competency: { id: 'mentorship' } } },
		]) {
			await vscode.commands.executeCommand(commands.practise, argument);
		}
		await eventuallyEquals(() => panels().length, 1);
		const uri = bankFile('stories/bank.md');
		await showFile(uri);
		const lenses = () =>
			vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
		const toPractice = (found: readonly vscode.CodeLens[]) =>
			found.flatMap(({ command }) => (command?.command === commands.practise ? [command] : []));
		const [first] = toPractice(await eventually(lenses, (found) => toPractice(found).length > 1));
		expect(first?.arguments).to.deep.equal([{ story: { file: uri.toString(), index: 0 } }]);
	});

	it('takes a history in and out as a file', async () => {
		const telling = { ...plain, id: 'from a file', at: Date.now() };
		const source = await scratch.write('in.json', historyText({ tellings: [telling] }));
		await vscode.commands.executeCommand(commands.importPractice, source);
		const target = scratch.file('out.json');
		await vscode.commands.executeCommand(commands.exportPractice, target.toString());
		const exported = JSON.parse(await textOf(target)) as { readonly tellings: readonly Telling[] };
		expect(exported.tellings.find(({ id }) => id === telling.id)).to.include({ question: 'q', at: telling.at });
	});
});

function panels(): readonly vscode.Tab[] {
	const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
	return tabs.filter(
		({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(pages.practice),
	);
}
