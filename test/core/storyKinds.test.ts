import { expect } from 'chai';
import { maxDocumentLength } from '../../src/core/rules/unreadDocument.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { analysed, at, problemsIn, read, tagged, unfinished } from './reading.ts';

const told =
	'# The queue\n\n## Situation\n\nOur queue grew and we lost orders.\n\n## Task\n\nI was to drain it.\n\n## Action\n\nI wrote a worker.\n\n## Result\n\nWe lost none.\n';
const unspoken =
	'# 检索\n\n**S（情境）**：内部知识库常答非所问，客服每天收到投诉\n\n**T（任务）**：让检索更准，两周上线\n\n' +
	'**A（行动）**：抽查坏例，加入关键词通道，融合两路结果，再训练重排\n\n**R（结果）**：召回率 0.40 → 0.78，投诉下降\n';
const method =
	'# The method\n\n## Situation\n\nDescribe the situation you were in. I often hear my own stories here.\n\n## Task\n\nSay what you had to do.\n\n## Action\n\nTell what you did. We want to hear "I", so use it.\n\n## Result\n\nGive your numbers.\n';

describe('what counts as a story', () => {
	const cases: readonly [what: string, text: string, kind: string][] = [
		['competencies in front matter', '---\ncompetencies: [mentorship]\n---\n# T\n', 'story'],
		['competency in front matter', '---\ncompetency: mentorship\n---\n# T\n', 'story'],
		['an empty list of competencies', '---\ncompetencies: []\n---\n# T\n', 'story'],
		['competencies that nobody knows', '---\ncompetencies: x\n---\n# T\n', 'story'],
		['a quoted key', '---\n"competencies": x\n---\n# T\n', 'story'],
		['an escaped key', '---\n"comp\\u0065tencies": x\n---\n# T\n', 'story'],
		['type: star-story', '---\ntype: star-story\n---\n# T\n', 'story'],
		['type: "star-story"', '---\ntype: "star-story"\n---\n', 'story'],
		['a type of another tool', '---\ntype: post\n---\n# T\n', 'other'],
		['a list of types', '---\ntype: [star-story]\n---\n# T\n', 'other'],
		['tags of another tool', '---\ntags: [mentorship]\n---\n# T\n', 'other'],
		['competencies below another key', '---\nx:\n  competencies: [mentorship]\n---\n# T\n', 'other'],
		['competencies in another case', '---\nCompetencies: x\n---\n# T\n', 'other'],
		['a line of competencies over sections', '# T\n\n**Competencies:** mentorship\n\n**Situation:** a\n', 'story'],
		[
			'a line of unknown competencies over sections',
			'# T\n\n**Competencies:** courage\n\n**Situation:** a\n',
			'story',
		],
		['a line of competencies without any section', '# T\n\n**Competencies:** mentorship\n\nWords.\n', 'other'],
		[
			'a line of competencies in a code fence',
			'# T\n\n```\n**Competencies:** mentorship\n```\n\n**Situation:** a\n',
			'other',
		],
		[
			'two headings with lines of competencies',
			'## A\n\n**Competencies:** x\n\n**Task:** a\n\n## B\n\n**Competencies:** x\n\n**Task:** a\n',
			'bank',
		],
		[
			'a bank in which only an entry without sections yet has tags',
			'## A\n\n**Competencies:** x\n\n## B\n\n**Task:** a\n**Action:** b\n\n## C\n\n**Task:** a\n**Action:** b\n',
			'bank',
		],
		['a story that is told, without tags', told, 'candidate'],
		['one in a language that leaves the speaker out', unspoken, 'candidate'],
		['the same without a figure in its Result', unspoken.replace(/0\.4.*/u, '检索变好'), 'other'],
		[
			'the same in label form',
			'My story.\n\n- **Situation:** our queue\n- **Task:** my job\n- **Result:** we won\n',
			'candidate',
		],
		['the same without one section', told.replace('## Task', '## Notes'), 'candidate'],
		['the same without two sections', told.replace('## Task', '## Notes').replace('## Action', '## More'), 'other'],
		['three sections of one kind', '## Situation\nI my\n## Context\nour we\n## Background\nI\n', 'other'],
		[
			'sections of stories apart',
			'# A\n\n## Situation\n\nI was late\n\n# B\n\n## Task\n\nI had to\n\n# C\n\n## Action\n\nI did\n',
			'candidate',
		],
		['a page that explains the method', method, 'other'],
		['sections that only quote somebody', told.replaceAll(/^([A-Z].*)$/gmu, '“$1” `I my we`'), 'other'],
		['sections that nobody tells', told.replaceAll(/\b(?:I|We|we|Our)\b/gu, 'They'), 'other'],
		['front matter of another tool, and a story', `---\nlayout: post\n---\n\n${told}`, 'candidate'],
		[
			'a bank without tags, with a story that is told',
			`${told.replaceAll('#', '##')}\n${told.replaceAll('#', '##')}`,
			'candidate',
		],
		['words about competencies', '# Ladder\n\nThe competencies: [mentorship].\n', 'other'],
		['front matter only', '---\nlayout: post\n---\n', 'other'],
		['nothing', '', 'other'],
		['white space', ' \n\t\r\n', 'other'],
		['a byte order mark', '\uFEFF', 'other'],
		['a heading without words', '#\n\n##\n', 'other'],
	];
	for (const [what, text, kind] of cases) {
		it(`${what}: ${kind}`, () => {
			const analysis = analysed(text);
			expect(analysis.kind).to.equal(kind);
			expect(read(text).kind).to.equal(kind);
			if (kind === 'other')
				expect(analysis).to.deep.equal({ kind: 'other', stories: [], problems: [], failures: [] });
			if (kind === 'candidate')
				expect(analysis.problems.map(({ rule, severity }) => [rule, severity])).to.deep.equal([
					['candidate', 'hint'],
				]);
			expect(analysed(text.replaceAll(/\r?\n/gu, '\r\n')).kind).to.equal(kind);
			expect(analysed(`\uFEFF${text}`).kind).to.equal(kind);
		});
	}

	it('a candidate becomes a story with the fix that it is offered', () => {
		for (const before of [
			'',
			'---\nlayout: post\n---\n\n',
			'---\n---\n',
			'---\n# mine\n\n  layout: post\n---\n',
			'---\n{layout: post}\n---\n',
			'\uFEFF',
			'\n\n',
			'---\n\n',
		]) {
			const text = before + told;
			const [fix] = analysed(text).problems[0]?.fixes ?? [];
			const mended = applyEdits(text, fix?.edits ?? []);
			expect(analysed(mended).kind, mended).to.equal('story');
			expect(problemsIn(mended, unfinished), mended).to.deep.equal(['competency-missing "competencies"']);
		}
	});

	it('a candidate whose tags stand under a misspelt key is told of that key, and mended by it', () => {
		for (const [written, spelt] of [
			['competancies: [mentorship] # mine', 'competencies: [mentorship] # mine'],
			['"Competency": mentorship', 'competency: mentorship'],
		]) {
			const text = `---\nlayout: post\n${written}\n---\n\n${told}`;
			const [problem, ...others] = analysed(text).problems;
			expect(others).to.deep.equal([]);
			expect(problem && at(text, problem.span)).to.equal(written?.split(':')[0]);
			const mended = applyEdits(text, problem?.fixes?.[0]?.edits ?? []);
			expect(mended).to.equal(`---\nlayout: post\n${spelt}\n---\n\n${told}`);
			expect(analysed(mended).stories[0]?.tags.map(({ competency }) => competency)).to.deep.equal(['mentorship']);
		}
		// A key that is none of ours keeps its meaning, and a page without the shape of a story is left alone.
		expect(analysed(`---\ncompete: yes\n---\n${told}`).problems[0]?.fixes?.map(({ title }) => title)).to.deep.equal(
			['Add front matter for a story'],
		);
		expect(analysed('---\ncompetancies: [mentorship]\n---\n# Notes\n').kind).to.equal('other');
	});

	it('a candidate whose front matter cannot take a field is offered no fix', () => {
		for (const before of ['+++\nlayout = "post"\n+++\n', '---\n- a\n---\n', '---\nlayout: [\n---\n']) {
			const [problem] = analysed(before + told).problems;
			expect(problem?.rule).to.equal('candidate');
			expect(problem?.fixes ?? []).to.deep.equal([]);
		}
	});
});

describe('the title of a story', () => {
	const cases: readonly [text: string, title: string][] = [
		['---\ntype: star-story\ntitle: Mine\n---\n# Other\n', 'Mine'],
		['---\ntype: star-story\ntitle: "Mine: all mine"\n---\n# Other\n', 'Mine: all mine'],
		['---\ntype: star-story\ntitle: 2024\n---\n# Other\n', '2024'],
		['---\ntype: star-story\ntitle: ""\n---\n# Other\n', 'Other'],
		['---\ntype: star-story\ntitle: [a]\n---\n# Other\n', 'Other'],
		['---\ntype: star-story\n---\n## Aside\n\n# First\n\n# Second\n', 'First'],
		['---\ntype: star-story\n---\n# The *first* `one` &amp; [only](x)\n', 'The first one & only'],
		['---\ntype: star-story\n---\nFirst\n=====\n', 'First'],
		['---\ntype: star-story\n---\n# 事故 🎯 שלום\n', '事故 🎯 שלום'],
		['---\ntype: star-story\n---\n#\n', 'a-story'],
		['---\ntype: star-story\n---\n## Situation\n', 'a-story'],
	];
	for (const [text, title] of cases) {
		it(`${JSON.stringify(text)} is ${JSON.stringify(title)}`, () => {
			expect(analysed(text).stories[0]?.title).to.equal(title);
		});
	}
});

describe('a document too long to be read in full', () => {
	const long = (head: string) => head + 'Words, words.\n'.repeat(maxDocumentLength / 10);

	it('has one problem, at its first heading, where front matter marks it as a story', () => {
		for (const head of [
			'---\ncompetencies: x\n---\n',
			'---\r\ntype: star-story\r\n---\r\n',
			'\uFEFF---\ncompetency: x\n---\n',
		]) {
			const analysis = analysed(long(`${head}# The queue\n\n## Situation\n\nTODO\n\n`));
			expect(analysis.stories).to.deep.equal([]);
			expect(analysis.failures).to.deep.equal([]);
			expect(analysis.kind).to.equal('story');
			const start = head.length + 2;
			const message = 'Too long to be analysed (717 KB, the limit is 512 KB): split it into several files.';
			expect(analysis.problems).to.deep.equal([
				{
					rule: 'document-length',
					severity: 'information',
					message,
					span: { start, end: start + 'The queue'.length },
				},
			]);
		}
	});

	it('has it at the first story of a bank', () => {
		const entry = (title: string) => `## ${title}\n\n**Situation:** a\n\n**Task:** b\n\n`;
		const text = long(`---\ncompetencies: x\n---\n# Bank\n\n${entry('One')}${entry('Two')}`);
		expect(problemsIn(text)).to.deep.equal(['document-length "One"']);
	});

	it('follows the severity that the author set', () => {
		const text = long('---\ncompetencies: x\n---\n# T\n');
		expect(analysed(text, { severities: { 'document-length': 'off' } }).problems).to.deep.equal([]);
		expect(
			analysed(text, { severities: { 'document-length': 'error' } }).problems.map(({ severity }) => severity),
		).to.deep.equal(['error']);
	});

	it('is left alone where front matter does not', () => {
		const silent = { kind: 'other', stories: [], problems: [], failures: [] };
		for (const head of [
			'# Competencies\n',
			told,
			'---\nlayout: post\n---\n',
			'# T\n\n**Competencies:** mentorship\n\n**Situation:** a\n',
		]) {
			expect(analysed(long(head))).to.deep.equal(silent);
		}
		expect(analysed(`competencies: ${'x'.repeat(maxDocumentLength)}`)).to.deep.equal(silent);
	});

	it('is read in full up to the limit, and not beyond', () => {
		const head = '---\ncompetencies: mentorship\n---\n# T\n\n';
		const full = head + 'x'.repeat(maxDocumentLength - head.length);
		expect(analysed(full).stories).to.have.length(1);
		expect(problemsIn(`${full}x`)).to.deep.equal(['document-length "T"']);
	});
});

describe('a file with the marks of a merge', () => {
	const body =
		'**Situation:** a\n\n<<<<<<< HEAD\n**Task:** mine\n=======\n**Task:** theirs\n\n# Another\n>>>>>>> them\n\n**Action:** c\n';
	for (const eol of ['\n', '\r\n']) {
		it(`is one message and no second story, with ${JSON.stringify(eol)}`, () => {
			const text = `${tagged}# T\n\n${body}`.replaceAll('\n', eol);
			expect(problemsIn(text)).to.deep.equal(['merge-conflict "<<<<<<< HEAD"']);
			const [story, ...others] = read(text).stories;
			expect([story?.title, others.length]).to.deep.equal(['T', 0]);
			expect(story?.sections.map(({ kind }) => kind)).to.deep.equal(['situation', 'action']);
		});
	}

	it('is one message where it took in every section of a story that is tagged by a line', () => {
		const story = '**Situation:** a\n\n**Task:** b\n\n**Action:** c\n\n**Result:** 9\n';
		const merged = `<<<<<<< HEAD\n${story}=======\n${story}>>>>>>> them\n`;
		expect(problemsIn(`# T\n\n**Competencies:** mentorship\n\n${merged}`)).to.deep.equal([
			'merge-conflict "<<<<<<< HEAD"',
		]);
	});

	it('is one message where its front matter is merged', () => {
		const text =
			'---\n<<<<<<< HEAD\ncompetencies: mentorship\n=======\ncompetencies: [x]\n>>>>>>> them\n---\n\n# T\n';
		expect(problemsIn(text)).to.deep.equal(['merge-conflict "<<<<<<< HEAD"']);
	});

	it('is none where the marks are not those of a merge', () => {
		for (const marks of [
			'<<<<<<< HEAD\n',
			'<<<<<<<\nx\n>>>>>>>\n',
			'=======\n>>>>>>> x\n',
			'<<<<<<<< HEAD\n=======\n>>>>>>> x\n',
		])
			expect(problemsIn(`${tagged}# T\n\n${marks}\n## Task\n\nx\n`).join()).not.to.include('merge-conflict');
	});
});
