import { expect } from 'chai';
import { HiddenCandidates } from '../../src/core/library/hiddenCandidates.ts';
import { StoryFiles } from '../../src/core/library/storyFiles.ts';
import { LineMap } from '../../src/core/text/lines.ts';
import { defaultContext } from './context.ts';
import { InMemoryWorkspace } from './inMemoryWorkspace.ts';
import { analysed } from './reading.ts';
import { throwOn } from './throwOn.ts';

const sections = '\n## Situation\n\nI was.\n\n## Task\n\nI had to.\n\n## Action\n\nI did.\n';
const [note, other] = ['memory:/w/note.md', 'memory:/w/other.md'];

/** What a workspace remembers. */
class State {
	readonly kept = new Map<string, unknown>();
	get(key: string): unknown {
		return this.kept.get(key);
	}
	update(key: string, value: unknown): void {
		this.kept.set(key, structuredClone(value));
	}
}

function filesWith(state: State): {
	files: StoryFiles;
	hidden: HiddenCandidates;
	take(uri: string, text: string): void;
} {
	const hidden = new HiddenCandidates(state, throwOn);
	const files = new StoryFiles({
		workspace: new InMemoryWorkspace(['memory:/w']),
		analyser: { analyse: throwOn, analyseDocument: throwOn },
		frameworks: { lookupsFor: () => defaultContext.lookups },
		hidden,
		log: { error: throwOn },
	});
	const take = (uri: string, text: string) =>
		files.update([[uri, { uri, analysis: analysed(text), lines: LineMap.of(text) }]]);
	return { files, hidden, take };
}

describe('a candidate that is no story', () => {
	it('is neither counted nor shown, until it is taken back', () => {
		const { files, hidden, take } = filesWith(new State());
		take(note, `# Note\n${sections}`);
		take(other, `# Other\n${sections}`);
		const told: (readonly string[])[] = [];
		files.onDidChange((uris) => told.push(uris));
		hidden.hide([note]);
		expect([files.get(note), files.index.files(), files.counted().length]).to.deep.equal([undefined, [other], 1]);
		expect(files.uris()).to.include(note);
		hidden.show([note]);
		expect(files.get(note)?.analysis.kind).to.equal('candidate');
		expect(files.index.files().toSorted()).to.deep.equal([note, other]);
		expect(told).to.deep.equal([[note], [note]]);
	});

	it('is remembered by its path alone, under a new name too, and in the next session', () => {
		const state = new State();
		const { files, hidden, take } = filesWith(state);
		hidden.hide([note]);
		take(note, `# Note\n${sections}`);
		files.move([{ from: note, to: other }]);
		expect(JSON.stringify([...state.kept.values()])).to.equal(JSON.stringify([[other]]));
		const later = filesWith(state);
		later.take(other, `# Note\n${sections}`);
		later.take(note, `# A new one\n${sections}`);
		expect(later.files.index.files()).to.deep.equal([note]);
		expect(later.hidden.files).to.deep.equal([other]);
	});

	it('is one as soon as somebody tags it', () => {
		const { files, hidden, take } = filesWith(new State());
		hidden.hide([note]);
		take(note, `---\ncompetencies: [mentorship]\n---\n# Note\n${sections}`);
		expect(files.index.stories().map(({ story }) => story.title)).to.deep.equal(['Note']);
	});

	it('is remembered whatever was kept before', () => {
		for (const kept of [undefined, null, 5, 'a', [1, note, {}]]) {
			const state = new State();
			state.update('candidates.hidden', kept);
			expect(new HiddenCandidates(state, throwOn).files).to.deep.equal(Array.isArray(kept) ? [note] : []);
		}
	});
});
