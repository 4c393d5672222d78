import { expect } from 'chai';
import fc from 'fast-check';
import { google } from '../../src/core/framework/built-in/google.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import type { Framework } from '../../src/core/framework/model.ts';
import { languageService } from '../../src/core/languageService.ts';
import { EditHistory } from '../../src/core/library/editHistory.ts';
import { Emitter } from '../../src/core/library/event.ts';
import { OpportunityFiles } from '../../src/core/questions/opportunities/opportunityFiles.ts';
import { happenAll, happeningsOf } from './happenings.ts';
import { InMemoryWorkspace } from './inMemoryWorkspace.ts';
import { propertyRuns } from './propertyRuns.ts';
import { throwOn } from './throwOn.ts';

const one = 'file:///one';
const two = 'file:///two';
const list = `${one}/stories/opportunities.md`;

/** The opportunities of a workspace, and everything they are made with. */
class Followed {
	readonly workspace: InMemoryWorkspace;
	readonly files: OpportunityFiles;
	readonly history: EditHistory;
	readonly errors: string[] = [];
	readonly #frameworksChanged = new Emitter<void>(throwOn);
	lookups = new Lookups([staff]);

	constructor(workspace: InMemoryWorkspace) {
		this.workspace = workspace;
		this.history = new EditHistory(workspace);
		const { readOpportunities, planOpportunity, tickOpportunity } = languageService;
		this.files = new OpportunityFiles({
			workspace,
			history: this.history,
			frameworks: { lookupsFor: () => this.lookups, onDidChange: this.#frameworksChanged.event },
			language: {
				readOpportunities: async (...args) => readOpportunities(...args),
				planOpportunity: async (...args) => planOpportunity(...args),
				tickOpportunity: async (...args) => tickOpportunity(...args),
			},
			log: { error: (error) => void this.errors.push(String(error)) },
			showError: (message) => void this.errors.push(message),
		});
	}

	changeFrameworks(frameworks: readonly Framework[]): void {
		this.lookups = new Lookups(frameworks);
		this.#frameworksChanged.fire();
	}

	plans(): readonly string[] {
		return this.files.for('mentorship').map(({ what, done }) => `${done ? 'x' : '-'} ${what}`);
	}

	/** Waits for something while the clock goes on. */
	async settled<T>(result: Promise<T>): Promise<T> {
		await this.workspace.clock.settle();
		return result;
	}
}

const file = fc.constantFrom(list, `${two}/stories/opportunities.md`, `${two}/other/opportunities.md`);
const text = fc.constantFrom(
	'',
	'- [ ] Teach a class — mentorship\n',
	'# Opportunities\n\n- [x] Take an intern — Mentorship & Knowledge Sharing\n- [ ] Lead a thing — technical-initiative\n',
	'No list.\n',
);
const experience = fc.record({
	what: fc.constantFrom('Take an intern', 'Teach', '*', ''),
	competency: fc.constantFrom('mentorship', 'technical-initiative'),
});

const happening = happeningsOf<Followed>();

const step = fc.oneof(
	happening('write', fc.tuple(file, text), ({ workspace }, uri, content) => {
		workspace.held.delete(uri);
		workspace.write(uri, content);
	}),
	happening('hold and write', fc.tuple(file, text), ({ workspace }, uri, content) => {
		workspace.held.add(uri);
		workspace.write(uri, content);
	}),
	happening(
		'delete',
		fc.tuple(fc.oneof(file, fc.constantFrom(`${one}/stories`, `${two}/stories`))),
		({ workspace }, uri) => workspace.delete(uri),
	),
	happening(
		'rename',
		fc.constantFrom<[string, string][]>(
			[`${two}/stories`, `${two}/other`],
			[`${two}/other`, `${two}/stories`],
			[list, `${one}/elsewhere.md`],
		),
		({ workspace }, from, to) => workspace.rename(from, to),
	),
	happening(
		'move as another program',
		fc.constantFrom<[string, string][]>([`${two}/stories`, `${two}/other`], [`${two}/other`, `${two}/stories`]),
		({ workspace }, from, to) => workspace.move(from, to),
	),
	happening('type', fc.tuple(file, text), ({ workspace }, uri, content) => workspace.type(uri, content)),
	happening('save', fc.tuple(file), ({ workspace }, uri) => workspace.saveNow(uri)),
	happening('close', fc.tuple(file), ({ workspace }, uri) => workspace.close(uri)),
	happening(
		'change the folder of stories',
		fc.constantFrom<[string | undefined, string][]>(
			[two, 'other'],
			[two, 'stories'],
			[undefined, '../out'],
			[undefined, 'stories'],
		),
		({ workspace }, scope, storiesFolder) => workspace.set(scope, { storiesFolder }),
	),
	happening(
		'change folders',
		fc.constantFrom<[readonly string[]][]>([[one]], [[one, two]], [[two, one]]),
		({ workspace }, folders) => workspace.setFolders(folders),
	),
	happening(
		'change frameworks',
		fc.constantFrom<[readonly Framework[]][]>([[staff]], [[google]]),
		(followed, frameworks) => followed.changeFrameworks(frameworks),
	),
	happening(
		'plan',
		fc.tuple(fc.constantFrom(one, two), experience),
		({ files }, folder, what) => void files.plan(folder, what),
	),
	happening('tick', fc.tuple(fc.nat(3), fc.boolean()), ({ files }, index, done) => {
		const known = files.all[index];
		if (known) void files.tick(known, done);
	}),
	happening('undo', fc.tuple(), ({ history }) => void history.undo()),
);

describe('opportunities of a workspace', () => {
	it('are those of a reading from nothing, whatever happened before', async () => {
		let found = 0;
		await fc.assert(
			fc.asyncProperty(happenAll(step), async (happenAllTo) => {
				const followed = new Followed(
					new InMemoryWorkspace([one, two], { [list]: '- [ ] Teach a class — mentorship\n' }),
				);
				await followed.settled(followed.files.load());
				await happenAllTo(followed);
				const fresh = new Followed(followed.workspace.fromNothing());
				fresh.lookups = followed.lookups;
				await fresh.settled(fresh.files.load());
				expect(followed.files.all).to.deep.equal(fresh.files.all);
				found += followed.files.all.length;
			}),
			{ numRuns: propertyRuns(300) },
		);
		expect(found).to.be.above(20);
	});

	it('are planned, ticked and taken back, one after the other', async () => {
		const followed = new Followed(new InMemoryWorkspace([one]));
		const { files, history, workspace, errors } = followed;
		expect(
			await followed.settled(
				files.plan(one, { what: 'Take an intern', by: '2027-02', competency: 'mentorship' }),
			),
		).to.equal(true);
		expect(workspace.files.get(list)).to.equal(
			'# Opportunities\n\n- [ ] Take an intern (by 2027-02) — Mentorship & Knowledge Sharing\n',
		);
		await followed.settled(files.plan(one, { what: 'Teach a class', competency: 'mentorship' }));
		const [first] = files.for('mentorship');
		if (!first) throw new Error('nothing planned');
		await followed.settled(files.tick(first, true));
		expect(followed.plans()).to.deep.equal(['- Teach a class', 'x Take an intern']);
		for (const plans of [['- Take an intern', '- Teach a class'], ['- Take an intern'], []]) {
			expect(await followed.settled(history.undo())).to.equal(undefined);
			expect(followed.plans()).to.deep.equal(plans);
		}
		expect(await followed.settled(history.undo())).to.equal('There is nothing to undo here.');
		expect(workspace.files.get(list)).to.equal('');
		expect(workspace.labels).to.deep.equal([
			'Plan “Take an intern”',
			'Plan “Teach a class”',
			'Tick “Take an intern”',
			'Undo: Tick “Take an intern”',
			'Undo: Plan “Teach a class”',
			'Undo: Plan “Take an intern”',
		]);
		expect(errors).to.deep.equal([]);
	});

	it('are in the list once they were read, also where they are being read again', async () => {
		const followed = new Followed(new InMemoryWorkspace([one], { [list]: '' }));
		followed.workspace.type(list, '- [ ] Teach a class — mentorship\n');
		const first = followed.files.load();
		const second = followed.files.load();
		await first;
		expect(followed.plans()).to.deep.equal(['- Teach a class']);
		await second;
		expect(followed.plans()).to.deep.equal(['- Teach a class']);
	});

	it('are refused where they cannot be written, and the author is told why', async () => {
		const followed = new Followed(new InMemoryWorkspace([one], { [list]: '- [ ] Teach a class — mentorship\n' }));
		const { files, workspace, errors } = followed;
		await files.load();
		const plan = () => followed.settled(files.plan(one, { what: 'Take an intern', competency: 'mentorship' }));
		workspace.readOnly.add(list);
		expect(await plan()).to.equal(false);
		workspace.readOnly.clear();
		workspace.set(undefined, { storiesFolder: '../elsewhere' });
		expect(await plan()).to.equal(false);
		workspace.set(undefined, { storiesFolder: 'stories' });
		expect(await followed.settled(files.plan(one, { what: ' ', competency: 'mentorship' }))).to.equal(false);
		expect(errors).to.deep.equal([
			'opportunities.md: the file is read-only.',
			'The setting starStories.storiesFolder leads out of the folder: name a folder inside it.',
			'A few words for what you plan are needed.',
		]);
		expect(workspace.files.get(list)).to.equal('- [ ] Teach a class — mentorship\n');
	});

	it('stay as they were while another program holds their file, which is read as soon as that can be', async () => {
		const followed = new Followed(new InMemoryWorkspace([one], { [list]: '- [ ] Teach a class — mentorship\n' }));
		const { files, workspace } = followed;
		await followed.settled(files.load());
		for (const isLasting of [false, true]) {
			workspace.held.add(list);
			workspace.write(list, '- [ ] Take an intern — mentorship\n');
			await workspace.clock.pass(900);
			expect(followed.plans()).to.deep.equal([isLasting ? '- Take an intern' : '- Teach a class']);
			if (!isLasting) workspace.held.clear();
			await workspace.clock.settle();
			expect(followed.plans()).to.deep.equal(isLasting ? [] : ['- Take an intern']);
		}
	});

	it('are added to the words that somebody types meanwhile', async () => {
		const followed = new Followed(new InMemoryWorkspace([one], { [list]: '- [ ] One — mentorship\n' }));
		const { files, workspace } = followed;
		workspace.delay = () => 10;
		const planned = files.plan(one, { what: 'Two', competency: 'mentorship' });
		await workspace.clock.pass(45);
		workspace.type(list, '- [ ] Three — mentorship\n');
		expect(await followed.settled(planned)).to.equal(true);
		expect(workspace.document(list)?.getText()).to.contain('Three').and.to.contain('Two').and.not.to.contain('One');
	});
});
