import { expect } from 'chai';
import fc from 'fast-check';
import { loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { relinkInInterviews, retitleInInterviews } from '../../src/core/questions/interviews/followStories.ts';
import { readInterviews } from '../../src/core/questions/interviews/readInterviews.ts';
import { renameInInterviews } from '../../src/core/questions/interviews/renameInInterviews.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { propertyRuns } from './propertyRuns.ts';

const lookups = new Lookups([staff]);

describe('what is renamed in the list of interviews', () => {
	const framework = (name: string) => {
		const loaded = loadFramework(`name: Ours\ncompetencies:\n  - id: grit\n    name: "${name}"\n`, {
			id: 'workspace',
			name: 'ours',
		});
		if (!loaded.framework) throw new Error('no framework');
		return loaded.framework;
	};

	it('is a competency, behind questions and where a label names it', () => {
		const before = new Lookups([framework('True Grit'), staff]);
		const text =
			'\uFEFF## Acme, 2026-12-01\r\n\r\n- Why? — True Grit\r\n- How?\r\n  - Competency: true grit\r\n- True Grit?\r\n- Who? — grit\r\n\r\n| Asked | Competency |\r\n|-|-|\r\n| What? | True Grit |\r\n';
		const renamed = (to: string) => {
			const result = renameInInterviews(text, before, framework(to), { from: 'True Grit', to });
			return 'edits' in result ? applyEdits(text, result.edits) : result.refusal;
		};
		expect(renamed('Mettle')).to.equal(
			text
				.replace('— True Grit', '— Mettle')
				.replace('Competency: true grit', 'Competency: Mettle')
				.replace('| True Grit |', '| Mettle |'),
		);
		expect(renamed('A | B')).to.contain('cannot stand in a list of interviews');
		const story = `---\ncompetencies: [True Grit]\n---\n\n${text}`;
		expect(
			renameInInterviews(story, before, framework('Mettle'), { from: 'True Grit', to: 'Mettle' }),
		).to.deep.equal({
			edits: [],
		});
	});

	it('is the title of a story, where it stands alone or as a link that leads there', () => {
		const text = [
			'## Acme, 2026-12-01',
			'',
			'- Told: The pager',
			'- Told: [The pager](bank.md#the-pager)',
			'- Told: [my pager](bank.md#the-pager)',
			'- Told: [The pager](other.md)',
			'- Told: [The pager](/stories/bank.md)',
			'- Asked: The pager?',
			'',
		].join('\n');
		const story = { from: 'The pager', to: 'On call [again]', fileName: 'bank.md', isOnly: true };
		const lines = applyEdits(text, retitleInInterviews(text, lookups, story)).split('\n');
		expect(lines.slice(2)).to.deep.equal([
			'- Told: On call [again]',
			'- Told: [On call [again]](bank.md#on-call-again)',
			'- Told: [my pager](bank.md#on-call-again)',
			'- Told: [The pager](other.md)',
			'- Told: [On call [again]](/stories/bank.md)',
			'- Asked: The pager?',
			'',
		]);
		const several = applyEdits(text, retitleInInterviews(text, lookups, { ...story, isOnly: false })).split('\n');
		expect(several[2]).to.equal('- Told: The pager');
	});

	it('is the file of a story, or a folder above it', () => {
		const text =
			'## Acme, 2026-12-01\n\n- Told: [A](a.md#x)\n- Told: [B](/stories/sub/b%20c.md)\n- Told: [C](c.md)\n';
		const relinked = (from: string, to: string) =>
			applyEdits(text, relinkInInterviews(text, lookups, '/w/stories/interviews.md', '/w', [{ from, to }]))
				.split('\n')
				.slice(2, 5)
				.map((line) => /\((.*)\)/u.exec(line)?.[1]);
		expect(relinked('/w/stories/a.md', '/w/old/a (1).md')).to.deep.equal([
			'../old/a%20%281%29.md#x',
			'/stories/sub/b%20c.md',
			'c.md',
		]);
		expect(relinked('/w/stories/sub', '/w/stories/told')).to.deep.equal([
			'a.md#x',
			'/stories/told/b%20c.md',
			'c.md',
		]);
		expect(relinked('/w/stories', '/w/tales')).to.deep.equal(['a.md#x', '/tales/sub/b%20c.md', 'c.md']);
		expect(relinked('/w/stories/c.md', '/w/stories/d.md')).to.deep.equal([
			'a.md#x',
			'/stories/sub/b%20c.md',
			'd.md',
		]);
		expect(relinked('/w/stories/interviews.md', '/w/interviews.md')).to.deep.equal([
			'stories/a.md#x',
			'/stories/sub/b%20c.md',
			'stories/c.md',
		]);
	});

	it('is the only thing that changes, whatever stands in the list', () => {
		const line = fc.oneof(
			fc.constantFrom(
				'## Acme, 2026-12-01',
				'- Told: The pager',
				'- Why? → The pager (well)',
				'  - **Told:** [The pager](a.md)',
				'| Asked | Told |',
				'|-|-|',
				'| Why? | The pager |',
				'> - Told: the pager',
				'```',
				'',
			),
			fc.string({ maxLength: 20 }),
		);
		const list = fc
			.tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'))
			.map(([lines, eol]) => lines.join(eol));
		const title = fc.oneof(
			fc.constantFrom('On call', '[x](y)', 'well', '| a', '*', '`'),
			fc.string({ minLength: 1, maxLength: 12 }),
		);
		fc.assert(
			fc.property(list, title, (text, to) => {
				const story = { from: 'The pager', to, fileName: 'a.md', isOnly: true };
				const edits = retitleInInterviews(text, lookups, story);
				const told = (source: string) =>
					readInterviews(source, lookups).map(({ company, asked }) => [
						company,
						asked.map((each) => [each.question, each.landed, each.told && /pager$/iu.test(each.told.text)]),
					]);
				const now = readInterviews(applyEdits(text, edits), lookups);
				expect(
					now.map(({ company, asked }) => [company, asked.map((each) => [each.question, each.landed])]),
				).to.deep.equal(
					told(text).map(([company, asked]) => [
						company,
						(asked as unknown[][]).map((each) => each.slice(0, 2)),
					]),
				);
			}),
			{ numRuns: propertyRuns(200) },
		);
	});
});
