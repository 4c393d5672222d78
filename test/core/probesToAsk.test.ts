import { expect } from 'chai';
import { historyText, type Rating, readHistory, type Telling } from '../../src/core/questions/practice/history.ts';
import { scheduleOf } from '../../src/core/questions/practice/schedule.ts';
import { practiceOfStories, tellingsOf } from '../../src/core/questions/practice/storyPractice.ts';
import { probeKey, probesToAsk } from '../../src/core/questions/probes/probesToAsk.ts';
import { initialState, probeAnswered, probed } from '../../src/pages/practice/session.ts';
import { practiceMessage, practiceRequest, practiceState } from '../../src/pages/protocol/practice.ts';

const title = 'Thirty days';
const story = { file: 'file:///a.md', title };
const probes = ['a', 'b', 'c'].map((id) => ({ id, question: `${id}?`, span: { start: 0, end: 0 } }));

function answered(probe: string, at: number, rating: Rating): Telling {
	return {
		id: `${probe}${at}`,
		at,
		question: probeKey(title, { id: probe }),
		asked: `${probe}?`,
		rating,
		story,
		probe,
	};
}

function asked(...tellings: readonly Telling[]): string {
	return probesToAsk(probes, tellings)
		.map(({ id }) => id)
		.join('');
}

describe('the follow-ups asked after a telling', () => {
	it('are two, the most telling first, and those first that went badly', () => {
		expect(asked()).to.equal('ab');
		expect(asked(answered('a', 1, 'good'))).to.equal('bc');
		expect(asked(answered('a', 1, 'good'), answered('c', 2, 'hard'))).to.equal('cb');
		expect(asked(answered('c', 1, 'again'), answered('c', 2, 'easy'))).to.equal('ab');
		expect(asked(answered('a', 3, 'easy'), answered('b', 1, 'good'), answered('c', 2, 'good'))).to.equal('bc');
	});

	it('are those of one story, also where another has its title, or it has moved or been renamed', () => {
		const entry = (file: string, named = title) => ({ file, index: 0, story: { title: named } });
		const toldIn = (...entries: readonly ReturnType<typeof entry>[]) => {
			const library = {
				stories: () => entries,
				taggedOf: (file: string) => entries.filter((each) => each.file === file),
			};
			return entries.map((each) => tellingsOf(library, each, [answered('a', 1, 'good')]).length);
		};
		expect(toldIn(entry('file:///b.md'), entry(story.file))).to.deep.equal([0, 1]);
		expect(toldIn(entry('file:///moved.md'))).to.deep.equal([1]);
		expect(toldIn(entry(story.file, 'A month'), entry('file:///b.md', 'Another'))).to.deep.equal([1, 0]);
		expect(toldIn(entry('file:///b.md'), entry('file:///c.md'))).to.deep.equal([0, 0]);
	});

	it('are remembered apart from the tellings', () => {
		const telling: Telling = { id: 'x', at: 1, question: 'q', asked: 'Q?', rating: 'good', story };
		const tellings = [telling, answered('a', 2, 'again')];
		const read = readHistory(historyText({ tellings }));
		expect(read).to.deep.include({ kind: 'read', history: { tellings }, dropped: 0 });
		expect(scheduleOf(tellings).map(({ question }) => question)).to.deep.equal(['q']);
		const entry = { file: story.file, index: 0, story };
		const library = { stories: () => [entry], taggedOf: () => [entry] };
		expect([...practiceOfStories(library, tellings, []).values()]).to.deep.equal([{ times: 1, last: 1 }]);
	});

	it('of an older history are none, and one with another kind of probe is read without it', () => {
		const old =
			'{"version":1,"tellings":[{"id":"x","at":1,"question":"q","asked":"Q?","rating":"good","probe":7}]}';
		expect(readHistory(old)).to.deep.include({
			history: { tellings: [{ id: 'x', at: 1, question: 'q', asked: 'Q?', rating: 'good' }] },
		});
	});

	it('come one after the other between two questions', () => {
		const next = { ...initialState, phase: 'next' as const };
		const place = { file: 'file:///a.md', index: 0 };
		expect(probed(next, place, [])).to.deep.equal(next);
		const first = probed(next, place, [
			{ id: 'a', question: 'a?' },
			{ id: 'b', question: 'b?', answer: 'B.' },
		]);
		expect([first.phase, first.probing?.asked, practiceState(first)]).to.deep.equal(['probing', 0, true]);
		const second = probeAnswered(first);
		expect([second.phase, second.probing?.asked]).to.deep.equal(['probing', 1]);
		expect(probeAnswered(second)).to.deep.equal(next);
		expect(probeAnswered(next)).to.deep.equal(next);
	});

	it('pass the border between the host and the page', () => {
		const place = { file: 'file:///a.md', index: 0 };
		const rated = { form: 'probed', probe: 'a', asked: 'a?', rating: 'hard', story: place };
		expect(practiceRequest(rated)).to.equal(true);
		expect(practiceRequest({ ...rated, rating: 'superb' })).to.equal(false);
		const answer = { form: 'answer', question: 'q', notes: [], probes: [{ id: 'a', question: 'a?' }] };
		expect(practiceMessage(answer)).to.equal(true);
		expect(practiceMessage({ ...answer, probes: [{ id: 'a' }] })).to.equal(false);
	});
});
