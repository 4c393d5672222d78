import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { languageService } from '../../src/core/languageService.ts';
import { EditHistory } from '../../src/core/library/editHistory.ts';
import { StoryEdits } from '../../src/core/library/storyEdits.ts';
import { InterviewFiles } from '../../src/core/questions/interviews/interviewFiles.ts';
import { InMemoryWorkspace } from './inMemoryWorkspace.ts';

const one = 'file:///one';
const list = `${one}/stories/interviews.md`;
const acme = { company: 'Acme', date: '2026-12-01', round: '1' };

/** The interviews of a workspace, and everything they are made with. */
class Followed {
	readonly workspace: InMemoryWorkspace;
	readonly files: InterviewFiles;
	readonly history: EditHistory;
	readonly errors: string[] = [];
	isReading = true;

	constructor(workspace: InMemoryWorkspace) {
		this.workspace = workspace;
		this.history = new EditHistory(workspace);
		const { readInterviews, logInterview, recordAnswer, setLanding, retitleInInterviews } = languageService;
		this.files = new InterviewFiles({
			workspace,
			history: this.history,
			frameworks: {
				lookupsFor: () => new Lookups([staff]),
				onDidChange: () => ({ dispose: () => undefined }),
			},
			language: {
				readInterviews: async (...args) => {
					if (!this.isReading) throw new Error('The worker is gone.');
					return readInterviews(...args);
				},
				logInterview: async (...args) => logInterview(...args),
				recordAnswer: async (...args) => recordAnswer(...args),
				setLanding: async (...args) => setLanding(...args),
				retitleInInterviews: async (...args) => retitleInInterviews(...args),
			},
			log: { error: (error) => void this.errors.push(String(error)) },
			showError: (message) => void this.errors.push(message),
		});
	}

	get text(): string | undefined {
		return this.workspace.files.get(list);
	}

	first() {
		const [interview] = this.files.all;
		if (!interview) throw new Error('No interview is known.');
		return interview;
	}

	/** Waits for something while the clock goes on. */
	async settled<T>(result: Promise<T>): Promise<T> {
		await this.workspace.clock.settle();
		return result;
	}
}

describe('interviews of a workspace', () => {
	it('are logged, filled and taken back, one after the other', async () => {
		const followed = new Followed(new InMemoryWorkspace([one]));
		const { files, history, workspace, errors } = followed;
		expect(await followed.settled(files.log(one, acme))).to.equal(true);
		const told = { text: 'The reindex', link: '/stories/reindex.md' };
		await followed.settled(files.record(followed.first(), { question: 'Why?', told }));
		await followed.settled(files.land(followed.first(), 0, 'well'));
		const steps = [
			'',
			'# Interviews\n\n## 2026-12-01, Acme, round 1\n',
			'\n- Asked: Why?\n  - Told: [The reindex](/stories/reindex.md)\n',
			'  - Landed: well\n',
		];
		for (let done = steps.length; done > 1; done--) {
			expect(followed.text).to.equal(steps.slice(0, done).join(''));
			expect(await followed.settled(history.undo())).to.equal(undefined);
		}
		expect(followed.text).to.equal('');
		expect(files.all).to.deep.equal([]);
		expect(workspace.labels.slice(0, 3)).to.deep.equal([
			'Log Acme, round 1, 2026-12-01',
			'Asked at Acme, round 1, 2026-12-01',
			'Landed at Acme, round 1, 2026-12-01',
		]);
		expect(errors).to.deep.equal([]);
	});

	it('are followed on the disk and in the editor, and edited as they are by then', async () => {
		const followed = new Followed(new InMemoryWorkspace([one], { [list]: '## Acme, 2026-12-01\n' }));
		const { files, workspace } = followed;
		await followed.settled(files.load());
		const seen = followed.first();
		workspace.write(list, '## Globex, 2026-11-01\r\n\r\n## Acme, 2026-12-01\r\n');
		await followed.settled(files.record(seen, { question: 'Why?' }));
		expect(followed.text).to.equal('## Globex, 2026-11-01\r\n\r\n## Acme, 2026-12-01\r\n\r\n- Asked: Why?\r\n');
		expect(files.all.map(({ company, line }) => [company, line])).to.deep.equal([
			['Globex', 0],
			['Acme', 2],
		]);
		workspace.type(list, '## Initech, 2026-10-01\n');
		await workspace.clock.settle();
		expect(files.all.map(({ company }) => company)).to.deep.equal(['Initech']);
		expect(await followed.settled(files.record(seen, { question: 'Why?' }))).to.equal(false);
		expect(followed.errors).to.deep.equal(['The file has changed, and this is no longer where it was.']);
	});

	it('call a story by its new title, which is taken back with it', async () => {
		const story = `${one}/stories/a.md`;
		const told = '---\ncompetencies: [mentorship]\n---\n\n# The reindex\n\n## Situation\n\nText.\n';
		const text = '## Acme, 2026-12-01\n\n- Asked: Why?\n  - Told: [The reindex](a.md)\n- Told: the reindex\n';
		const followed = new Followed(new InMemoryWorkspace([one], { [story]: told, [list]: text }));
		const { files, history, workspace, errors } = followed;
		await followed.settled(files.load());
		const edits = new StoryEdits({
			workspace,
			history,
			frameworks: { lookupsFor: () => new Lookups([staff]) },
			changeStories: async (...args) => languageService.changeStories(...args),
			showError: (message) => void errors.push(message),
			follow: (changes) => files.retitled(changes, () => true),
		});
		const entry = { file: story, index: 0, story: { title: 'The reindex' } };
		const change = { kind: 'rename', title: 'The *night* shift' } as const;
		expect(await followed.settled(edits.apply([{ entry, change }], 'Rename'))).to.equal(true);
		expect(workspace.files.get(story)).to.contain('# The \\*night\\* shift\n');
		expect(followed.text).to.equal(
			text.replace('[The reindex]', '[The \\*night\\* shift]').replace('the reindex', 'The \\*night\\* shift'),
		);
		await followed.settled(history.undo());
		expect([workspace.files.get(story), followed.text]).to.deep.equal([told, text]);
		expect(errors).to.deep.equal([]);
	});

	it('may be missing where a list cannot be read: it is named, and what it listed counts for a while', async () => {
		const followed = new Followed(new InMemoryWorkspace([one], { [list]: '## Acme, 2026-12-01, round 1\n' }));
		const { files, workspace } = followed;
		const known = () => [files.all.map(({ company }) => company), files.unread];
		await followed.settled(files.load());
		expect(known()).to.deep.equal([['Acme'], []]);
		workspace.held.add(list);
		await Promise.all([files.load(), workspace.clock.pass(900)]);
		expect(known()).to.deep.equal([['Acme'], [list]]);
		await followed.settled(files.load());
		expect(known()).to.deep.equal([[], [list]]);
		workspace.held.delete(list);
		followed.isReading = false;
		workspace.write(list, '## Globex, 2026-12-01, round 1\n');
		await workspace.clock.settle();
		expect([...known(), followed.errors]).to.deep.equal([[], [list], ['Error: The worker is gone.']]);
		followed.isReading = true;
		await followed.settled(files.load());
		expect(known()).to.deep.equal([['Globex'], []]);
	});

	it('are refused where they cannot be written, and the author is told why', async () => {
		const story = '---\ncompetencies: [mentorship]\n---\n\n# One\n';
		const followed = new Followed(new InMemoryWorkspace([one], { [list]: story }));
		const log = () => followed.settled(followed.files.log(one, acme));
		expect(await log()).to.equal(false);
		followed.workspace.readOnly.add(list);
		expect(await log()).to.equal(false);
		followed.workspace.set(undefined, { storiesFolder: '../elsewhere' });
		expect(await log()).to.equal(false);
		expect(followed.errors).to.deep.equal([
			'This file holds stories: rename it, and the list gets its place.',
			'interviews.md: the file is read-only.',
			'The setting starStories.storiesFolder leads out of the folder: name a folder inside it.',
		]);
		expect(followed.text).to.equal(story);
	});
});
