import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import type { Framework } from '../../src/core/framework/model.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { analysed, at, frameworkOf, problemsIn, read, unfinished } from './reading.ts';

/** Each story as its title and the kinds of its sections. */
function storiesIn(text: string, frameworks?: readonly Framework[]): [string, string][] {
	return read(text, frameworks).stories.map(({ title, sections }) => [
		title,
		sections.map(({ kind }) => kind).join(' '),
	]);
}

function tagsIn(text: string, frameworks?: readonly Framework[]): string[][] {
	return read(text, frameworks).stories.map(({ tags }) => tags.map((tag) => tag.text));
}

const tagged = '---\ncompetencies: [mentorship]\n---\n\n';
const labels = '**Situation:** a\n\n**Task:** b\n\n**Action:** c\n\n**Result:** 5%\n\n';

describe('a story bank', () => {
	it('has its stories numbered in what is said of them, and a single story has not', () => {
		const short = '**Situation:** a\n\n**Task:** b\n\n';
		const bank = `${tagged}## One\n\n${labels}## Two\n\n${short}`;
		const missing = (text: string) =>
			analysed(text).problems.flatMap(({ rule, message }) => (rule === 'section-missing' ? [message] : []));
		expect(missing(bank)).to.have.length(2);
		for (const message of missing(bank)) expect(message).to.match(/ \(Story 2\)$/u);
		for (const message of missing(`${tagged}# Two\n\n${short}`)) expect(message).to.not.include('Story');
	});

	it('has them numbered as their author did, where each has a number of its own', () => {
		const short = '**Situation:** a\n\n**Task:** b\n\n';
		const number = (first: string, second: string) =>
			analysed(`${tagged}## ${first}\n\n${labels}## ${second}\n\n${short}`).problems.flatMap(
				({ rule, message }) => (rule === 'section-missing' ? [/\(Story (\w+)\)$/u.exec(message)?.[1]] : []),
			)[0];
		expect(number('Story 6: The outage', 'Story 7: The rewrite')).to.equal('7');
		expect(number('Q1', 'Q3: A conflict')).to.equal('3');
		expect(number('10a. The plan', '10b) The rollout')).to.equal('10b');
		expect(number('Story 6: The outage', 'The rewrite')).to.equal('2');
		expect(number('Story 1: The outage', 'Story 1: The rewrite')).to.equal('2');
		expect(number('9 ms were lost', '24 hours')).to.equal('2');
	});

	it('has its stories in the rows of a table of HTML, each called by the bold words that its row begins with', () => {
		const parts = ['Situation', 'Task', 'Action', 'Result'].map((name) => `<li><strong>${name}:</strong> a</li>\n`);
		const row = (title: string) =>
			`<tr>\n<td><strong>${title}</strong></td>\n<td>\n<ul>\n${parts.join('')}</ul>\n</td>\n</tr>\n`;
		const rows = row('One /<br>again') + row('Two');
		expect(storiesIn(`${tagged}# Bank\n\n<table>\n<tbody>\n${rows}</tbody>\n</table>\n`)).to.deep.equal([
			['One / again', 'situation task action result'],
			['Two', 'situation task action result'],
		]);
	});

	for (const mark of ['#', '##', '###'])
		it(`has its stories under headings of the level of their sections: ${mark}`, () => {
			const names = ['Situation', 'Task', 'Action', 'Result'];
			const written = (title: string) =>
				[title, ...names].map((name) => `${mark} ${name}\n\nI did.\n\n`).join('');
			const above = mark === '#' ? '' : '# Bank\n\nSome words.\n\n';
			const text = `${tagged}${above}${written('One')}${written('Two')}${mark} Notes\n\nNone.\n`;
			expect(storiesIn(text)).to.deep.equal([
				['One', 'situation task action result'],
				['Two', 'situation task action result'],
			]);
			expect(problemsIn(text, unfinished).filter((problem) => problem.startsWith('section-'))).to.deep.equal([]);
			// A single story has its title at that level, too.
			expect(storiesIn(`${tagged}${written('One')}`)).to.have.length(1);
			const labelled = `${mark} Three\n\n${names.map((name) => `**${name}:** I did.\n\n`).join('')}`;
			const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
			const tabled = `${mark} Four\n\n${row(names)}${row(names.map(() => '-'))}${row(names.map(() => 'I did.'))}\n`;
			for (const stories of [
				[written('One'), labelled],
				[labelled, written('One'), tabled],
			])
				expect(storiesIn(tagged + above + stories.join('')).map(([, kinds]) => kinds)).to.deep.equal(
					stories.map(() => 'situation task action result'),
				);
		});

	it('is told that tags are missing where their label goes on in the next line, with a fix that helps', () => {
		const text = `# Bank\n\n## One\n\n**Competencies:** mentorship\n\n${labels}## Two\n\n**Competencies\n：** mentorship\n\n${labels}`;
		const missing = (of: string) => analysed(of).problems.filter(({ rule }) => rule === 'competency-missing');
		const [problem] = missing(text);
		expect(problem && at(text, problem.span)).to.equal('Two');
		for (const { edits } of problem?.fixes ?? []) expect(missing(applyEdits(text, edits))).to.deep.equal([]);
	});

	it('takes the A of a question and its answer for no Action, and +R for what was learned', () => {
		const asked = '* **Q** : How do you test?\n\n* **A** : At each level.\n\n';
		const letters = '**S** : a\n\n**T** : b\n\n**A** : c\n\n**R** : d\n\n**+R** : e\n\n';
		expect(storiesIn(`${tagged}## One\n\n${asked}${letters}## Two\n\n${asked}${letters}`)).to.deep.equal([
			['One', 'situation task action result learnings'],
			['Two', 'situation task action result learnings'],
		]);
	});

	for (const depth of [1, 2, 3, 4, 5]) {
		const entry = '#'.repeat(depth);
		it(`has its stories under headings of level ${depth}, in label form`, () => {
			const text = `${tagged}${entry} One\n\n${labels}${entry} Two\n\n${labels}`;
			expect(read(text).kind).to.equal('bank');
			expect(storiesIn(text)).to.deep.equal([
				['One', 'situation task action result'],
				['Two', 'situation task action result'],
			]);
		});

		it(`has its stories under headings of level ${depth}, in heading form`, () => {
			const headings = ['Situation', 'Task', 'Action', 'Result']
				.map((name) => `${entry}# ${name}\n\nx\n\n`)
				.join('');
			const text = `${tagged}${entry} One\n\n${headings}${entry} Two\n\n${headings}`;
			expect(read(text).kind).to.equal('bank');
			expect(storiesIn(text)).to.deep.equal([
				['One', 'situation task action result'],
				['Two', 'situation task action result'],
			]);
		});
	}

	it('may mix the forms, from one story to the next', () => {
		const text = `${tagged}## One\n\n${labels}## Two\n\n### Context\n\nx\n\n### Outcome\n\ny\n\n## Three\n\n- **Task:** x\n- **Action:** y\n`;
		expect(storiesIn(text)).to.deep.equal([
			['One', 'situation task action result'],
			['Two', 'situation result'],
			['Three', 'task action'],
		]);
	});

	it('has stories whose spans do not overlap, each from its heading to the next', () => {
		const text = `${tagged}# Bank\n\nWords.\n\n## One\n\n${labels}## Two\n\n${labels}`;
		expect(read(text).stories.map(({ span, anchor }) => [at(text, span), at(text, anchor)])).to.deep.equal([
			[`## One\n\n${labels}`, 'One'],
			[`## Two\n\n${labels}`, 'Two'],
		]);
	});

	it('leaves other headings between its stories alone', () => {
		const text = `${tagged}# Bank\n\n## How I use this\n\nNot a story.\n\n## One\n\n${labels}## Two\n\n${labels}## Ideas\n\n**Who:** me\n`;
		expect(storiesIn(text).map(([title]) => title)).to.deep.equal(['One', 'Two']);
		expect(at(text, read(text).stories[1]?.span ?? { start: 0, end: 0 })).to.equal(`## Two\n\n${labels}`);
	});

	it('may group its stories under headings of their own', () => {
		const text = `${tagged}# 2023\n\n## One\n\n${labels}# 2024\n\n## Two\n\n${labels}## Three\n\n${labels}`;
		expect(storiesIn(text).map(([title]) => title)).to.deep.equal(['One', 'Two', 'Three']);
	});

	it('counts an entry that has tags and no sections yet', () => {
		const text = `## One\n\n**Competencies:** mentorship\n\n${labels}## Two\n\n${labels}## Three\n\n**Competencies:** mentorship\n`;
		expect(storiesIn(text)).to.deep.equal([
			['One', 'situation task action result'],
			['Two', 'situation task action result'],
			['Three', ''],
		]);
		expect(problemsIn(text, unfinished)).to.deep.equal(['competency-missing "Two"', 'section-missing "Three"']);
	});

	it('gives the text of an entry below another entry to one of them only', () => {
		const text = `${tagged}## One\n\n${labels}### First take\n\n${labels}### Second take\n\nTODO\n\n${labels}## Two\n\n${labels}`;
		expect(storiesIn(text).map(([title]) => title)).to.deep.equal(['One', 'First take', 'Second take', 'Two']);
		expect(problemsIn(text, unfinished)).to.deep.equal(['placeholder "TODO"']);
	});

	it('takes no title from front matter for its stories', () => {
		expect(
			storiesIn(`---\ntype: star-story\ntitle: Mine\n---\n## One\n\n${labels}## Two\n\n${labels}`).map(
				([title]) => title,
			),
		).to.deep.equal(['One', 'Two']);
	});

	it('reads the same with CRLF', () => {
		const text = `# Bank\n\n## One\n\n**Competencies:** mentorship; Technical Influence\n**Strength:** 4\n\n${labels}## Two\n\n${labels}`;
		expect(storiesIn(text.replaceAll('\n', '\r\n'))).to.deep.equal(storiesIn(text));
		expect(tagsIn(text.replaceAll('\n', '\r\n'))).to.deep.equal(tagsIn(text));
	});
});

/** A story in labels. */
const storyOf = (thing: string) =>
	`**Situation:** The ${thing} was slow.\n\n**Task:** I was to mend it.\n\n**Action:** I rewrote the ${thing}.\n\n**Result:** 9 minutes less.\n\n`;

const titlesIn = (text: string) => read(text).stories.map(({ title }) => title);

describe('whole stories below headings of different levels', () => {
	const headed = (depth: number) =>
		storyOf('job').replaceAll(/\*\*(\w+):\*\* /gu, (_, name) => `${'#'.repeat(depth)} ${name}\n\n`);

	it('are stories, each below its own', () => {
		const text = `# Queue\n\n${headed(3)}# Login\n\n---\n\n## STAR: the slow login\n\n${headed(3)}`;
		for (const form of [text, tagged + text, text.replaceAll('\n', '\r\n')])
			expect(titlesIn(form)).to.deep.equal(['Queue', 'STAR: the slow login']);
	});

	it('are stories also where one stands below another that is written alike', () => {
		const text = `# Queue\n\n${storyOf('queue')}## Login\n\n${storyOf('login')}`;
		for (const form of [text, tagged + text]) expect(titlesIn(form)).to.deep.equal(['Queue', 'Login']);
	});

	it('are one story where that is a version of it in another form', () => {
		const text = `${tagged}# Queue\n\n${headed(2)}## For the phone\n\n${storyOf('queue')}`;
		expect(titlesIn(text)).to.deep.equal(['Queue']);
	});

	it('are without the part that explains the method', () => {
		for (const title of ['STAR Framework Reference', 'S.T.A.R. framework', '⭐ STAR Method', 'What is STAR?']) {
			const method =
				'- **Situation**: the context\n- **Task**: your job\n- **Action**: what you did\n- **Result**: numbers\n\n';
			const text = `# Notes\n\n## ${title}\n\n${method}## Queue\n\n${storyOf('queue')}## Login\n\n${storyOf('login')}`;
			for (const form of [text, tagged + text]) expect(titlesIn(form), title).to.deep.equal(['Queue', 'Login']);
		}
	});

	it('are below a heading that others have too, where those are not in stories', () => {
		const text = `## Best memory\n\n### China\n\nThe tea.\n\n## Systems\n\n### Canada\n\n${storyOf('queue')}### China\n\n${storyOf('login')}`;
		expect(titlesIn(text)).to.deep.equal(['Canada', 'China']);
	});
});

describe('stories below lines that are no headings', () => {
	for (const [what, first, second] of [
		['bold words', '**The queue**', '**The login**'],
		['bold words with more in brackets', '**The queue** (2022, Acme)', '**The login** (2023, Acme)'],
		['bold words with more behind a dash', '**The queue** – Acme, 2022', '**The login** — Acme, 2023'],
		['a numbered list', '1. **The queue**', '2. **The login**'],
		['a numbered list of questions', '1. The queue', '2. The login'],
		['questions with numbers', 'Q1: The queue', 'Q2: The login'],
		['questions with numbers in a quotation', '> 4. The queue', '> 5. The login'],
	] as const)
		it(`are several: ${what}`, () => {
			const text = `# Bank\n\n${first}\n\n${storyOf('queue')}${second}\n\n${storyOf('login')}`;
			for (const form of [text, tagged + text, text.replaceAll('\n', '\r\n')])
				expect(titlesIn(form)).to.deep.equal(['The queue', 'The login']);
		});

	it('are one with its sections twice where no line or number parts them', () => {
		for (const line of ['', 'And then:\n\n', '1. The queue\n\n', '3. I paused.\n4. I went on.\n\n']) {
			const text = `# Bank\n\n1. The queue\n\n${storyOf('queue')}${line}${storyOf('login')}`;
			expect(read(text).stories, line).to.have.length(1);
		}
	});

	it('take a tag line each below a question of a numbered list', () => {
		const text = `# Bank\n\n1. The queue\n\n${storyOf('queue')}2. The login\n\n${storyOf('login')}`;
		const fix = analysed(text).problems[0]?.fixes?.[0];
		const mended = applyEdits(text, fix?.edits ?? []);
		expect(read(mended).kind, mended).to.equal('bank');
		expect(read(mended).stories.map(({ title, tagSource }) => [title, tagSource?.form])).to.deep.equal([
			['The queue', 'line'],
			['The login', 'line'],
		]);
	});
});

describe('what is one story, not a bank', () => {
	const cases: readonly [what: string, text: string, title: string, kinds: string][] = [
		['sections under their title', `${tagged}# T\n\n## Situation\n\na\n\n## Task\n\nb\n`, 'T', 'situation task'],
		['sections of level 1', `${tagged}# Situation\n\na\n\n# Task\n\nb\n`, 'a-story', 'situation task'],
		[
			'a story told in chapters of a section each',
			`${tagged}# T\n\n## Before\n\n**Situation:** a\n\n## Then\n\n**Action:** b\n\n## After\n\n**Result:** c\n`,
			'T',
			'situation action result',
		],
		[
			'a story with an appendix that says more about its context',
			`${tagged}# T\n\n## Story\n\n${labels}## Appendix\n\n**Background:** b\n`,
			'T',
			'situation task action result',
		],
		[
			'a bank with a single entry',
			`# Bank\n\n## One\n\n**Competencies:** mentorship\n**Strength:** 4\n\n${labels}`,
			'One',
			'situation task action result',
		],
		[
			'a bank with a single entry in heading form',
			`# Bank\n\n## One\n\n**Competencies:** mentorship\n\n### Situation\n\na\n\n### Task\n\nb\n`,
			'One',
			'situation task',
		],
	];
	for (const [what, text, title, kinds] of cases) {
		it(what, () => {
			expect(read(text).kind).to.equal('story');
			expect(storiesIn(text)).to.deep.equal([[title, kinds]]);
		});
	}
});

describe('the lines under the heading of a story', () => {
	const entry = (lines: string) =>
		`# Bank\n\n## One\n\n${lines}\n\n${labels}## Two\n\n**Competencies:** mentorship\n\n${labels}`;

	const forms: readonly string[] = [
		'**Competencies:** mentorship',
		'**Competency:** mentorship',
		'**Tags:** mentorship',
		'**competencies**: mentorship',
		'__Tags__ - mentorship',
		'- **Competencies:** mentorship',
		'> **Competencies:** mentorship',
		'**Competencies:** `mentorship`',
		'Told in 2023.\n**Competencies:** mentorship',
		'**Strength:** 3\\\n**Competencies:** mentorship\\\n**Date:** 2023',
	];
	for (const lines of forms) {
		it(`tag it as ${JSON.stringify(lines)}`, () => {
			const text = entry(lines);
			const [story] = read(text).stories;
			expect(story?.tags.map((tag) => [tag.competency, at(text, tag.span)])).to.deep.equal([
				['mentorship', 'mentorship'],
			]);
		});
	}

	it('are tags with `Tags` only where one of them is a known competency', () => {
		expect(tagsIn(entry('**Tags:** java, 2023'))[0]).to.deep.equal([]);
		expect(tagsIn(entry('**Tags:** java, Mentorship'))[0]).to.deep.equal(['Mentorship']);
		expect(tagsIn(entry('**Competencies:** java'))[0]).to.deep.equal(['java']);
	});

	it('do not make a document a story with `Tags` of other tools', () => {
		const text = `# Retro\n\n**Tags:** java, 2023\n\n**Situation:** a\n\n**Task:** b\n`;
		expect(analysed(text).kind).to.equal('other');
		expect(analysed(text.replace('java', 'mentorship')).kind).to.equal('story');
	});

	it('do not count below the first section', () => {
		const [story] = read(
			`${tagged}# T\n\n**Situation:** a\n**Strength:** 4\n**Competencies:** technical-influence\n`,
		).stories;
		expect(story?.tags.map(({ text }) => text)).to.deep.equal(['mentorship']);
		expect(story?.details).to.deep.equal({ status: 'draft' });
	});

	it('say its strength, status and date, over what front matter says', () => {
		const text = `---\ntype: star-story\nstrength: 1\nstatus: retired\ndate: 2019\ncompany: Acme\n---\n${entry('**Strength:** 4\n**Status:** ready\n**Date:** 2024-06')}`;
		const [one, two] = analysed(text).stories;
		const company = { value: 'Acme', span: { start: text.indexOf('Acme'), end: text.indexOf('Acme') + 4 } };
		expect(one?.details).to.deep.equal({ status: 'ready', strength: 4, date: '2024-06', company });
		expect(two?.details).to.deep.equal({ status: 'retired', strength: 1, date: '2019', company });
	});

	it('are judged like front matter, at the value', () => {
		expect(
			problemsIn(
				entry('**Competencies:** mentorship\n**Strength:** 9\n**Status:** done\n**Date:** 2024-13'),
				unfinished,
			),
		).to.deep.equal(['front-matter-value "9"', 'front-matter-value "done"', 'front-matter-value "2024-13"']);
	});

	it('say how far it reached, where `Scope` is not a word of the text', () => {
		const scopeOf = (line: string) => {
			const text = `---\ncompetencies: mentorship\n---\n${entry(line)}`;
			return [analysed(text).stories[0]?.details.scope, ...problemsIn(text, unfinished)];
		};
		expect(scopeOf('**Scope:** org')).to.deep.equal(['org']);
		expect(scopeOf('- **Scope**: industry')).to.deep.equal(['industry']);
		expect(scopeOf('**Scope:** Company-wide')).to.deep.equal([undefined, 'front-matter-value "Company-wide"']);
		expect(scopeOf('**Scope:** three teams and a vendor, two quarters')).to.deep.equal([undefined]);
		expect(scopeOf('**Scope:** huge')).to.deep.equal([undefined]);
		expect(scopeOf('**Scope:**')).to.deep.equal([undefined]);
	});

	it('leave the tags of the front matter to the stories without a line of their own', () => {
		expect(
			tagsIn(
				`---\ncompetencies: [mentorship, influence]\n---\n## One\n\n${labels}## Two\n\n**Competencies:** initiative\n\n${labels}`,
			),
		).to.deep.equal([['mentorship', 'influence'], ['initiative']]);
	});

	const principles = frameworkOf([
		'Are Right, A Lot',
		'Bias; For Action',
		'Dive Deep',
		'A Lot',
		'Learn, Adapt, Repeat',
	]);
	const splits: readonly [line: string, tags: readonly string[]][] = [
		['Are Right, A Lot', ['Are Right, A Lot']],
		['are right, a lot', ['are right, a lot']],
		['Bias; For Action', ['Bias; For Action']],
		['Dive Deep, A Lot', ['Dive Deep', 'A Lot']],
		['Dive Deep; Are Right, A Lot', ['Dive Deep', 'Are Right, A Lot']],
		['Are Right, A Lot; Dive Deep', ['Are Right, A Lot', 'Dive Deep']],
		['Are Right, A Lot, Dive Deep', ['Are Right, A Lot', 'Dive Deep']],
		['Dive Deep, Are Right, A Lot', ['Dive Deep', 'Are Right, A Lot']],
		['Learn, Adapt, Repeat, Dive Deep', ['Learn, Adapt, Repeat', 'Dive Deep']],
		['Learn, Adapt', ['Learn', 'Adapt']],
		['Dive Deep; Courage', ['Dive Deep', 'Courage']],
		['Dive Deep,Courage;;A Lot, ;', ['Dive Deep', 'Courage', 'A Lot']],
		[' Dive Deep ', ['Dive Deep']],
		[',', []],
		['', []],
	];
	for (const [line, tags] of splits) {
		it(`split ${JSON.stringify(line)} only where the whole is no known name`, () => {
			const text = entry(`**Competencies:** ${line}`);
			const [story] = read(text, [principles, staff]).stories;
			expect(story?.tags.map((tag) => tag.text)).to.deep.equal(tags);
			for (const tag of story?.tags ?? []) expect(at(text, tag.span)).to.equal(tag.text);
		});
	}
});

describe('stories that are told in other ways', () => {
	it('are each one as soon as they have begun', () => {
		const text = `${tagged}# Bank\n\n## One\n\n${labels}## Two\n\n**Result:** 3\n\n## Three\n\n**Situation:** s\n\n## Notes\n\nWords.\n`;
		expect(storiesIn(text)).to.deep.equal([
			['One', 'situation task action result'],
			['Two', 'result'],
			['Three', 'situation'],
		]);
	});

	it('are each one where a whole one of another level stands beside those that have begun', () => {
		const begun = ['Two', 'Three']
			.map((title) => `## ${title}\n\n**Competencies:** Mentorship\n\n**Situation:** I\n\n`)
			.join('');
		const sections = labels.replaceAll('**', '### ').replaceAll(/(?<=[a-z]):### /gu, '\n\n');
		for (const whole of [labels, sections, `**Competencies:** Mentorship\n\n${labels}`])
			for (const text of [`# Bank\n\n# One\n\n${whole}${begun}`, `${begun}# One\n\n${whole}`])
				expect(storiesIn(text).toSorted(), text).to.deep.equal([
					['One', 'situation task action result'],
					['Three', 'situation'],
					['Two', 'situation'],
				]);
		const version = `## Four\n\n#### Situation\n\nI\n\n### Shorter\n\n${labels}`;
		expect(storiesIn(begun + version).map(([title]) => title)).to.deep.equal(['Two', 'Three', 'Four']);
		// Sections below another heading are told of that one.
		const parted = `# Bank\n\n## One\n\n${sections.replaceAll('###', '##')}${begun}`;
		expect(storiesIn(parted).map(([title]) => title)).to.deep.equal(['Two', 'Three']);
	});

	it('are one where their sections stand under chapters', () => {
		const text = `${tagged}# One\n\n## Before\n\n**Situation:** a\n\n**Task:** b\n\n## After\n\n**Action:** c\n`;
		expect(storiesIn(text)).to.deep.equal([['One', 'situation task action']]);
	});

	for (const heading of [
		'What is STAR?',
		'The STAR method',
		'How to use STAR',
		'Was ist die STAR-Methode?',
		'Template',
	]) {
		it(`are none under ${JSON.stringify(heading)} where nobody tells of himself`, () => {
			const method = `## ${heading}\n\n**Situation:** Describe it.\n\n**Task:** Say what you had to do.\n\n**Action:** Say what you did.\n\n`;
			const told = labels.replace('c\n', 'I mended it\n');
			expect(storiesIn(`${tagged}${method}## One\n\n${told}## Two\n\n${told}`)).to.deep.equal([
				['One', 'situation task action result'],
				['Two', 'situation task action result'],
			]);
			const own = `## ${heading}\n\n${told}`;
			expect(storiesIn(`${tagged}${own}## Two\n\n${told}`).map(([title]) => title)).to.deep.equal([
				heading,
				'Two',
			]);
		});
	}

	for (const [what, line, tags] of [
		[
			'a list below',
			'**Competencies:**\n\n- Mentorship\n- Technical Influence',
			['Mentorship', 'Technical Influence'],
		],
		[
			'a list right below',
			'**Competencies:**\n- Mentorship\n- *Technical Influence*',
			['Mentorship', 'Technical Influence'],
		],
		[
			'hard breaks',
			'**Competencies:** Mentorship,\\\nTechnical Influence  \n**Status:** ready',
			['Mentorship', 'Technical Influence'],
		],
		[
			'tags that break lines',
			'**Competencies:** Mentorship<br>Technical Influence',
			['Mentorship', 'Technical Influence'],
		],
		[
			'links, emphasis and comments',
			'**Competencies:** [Mentorship](m.md), <!-- and --> *Technical Influence*',
			['Mentorship', 'Technical Influence'],
		],
		['other tools’ tags', '**Tags:** interview, Mentorship, 2024', ['Mentorship']],
		['a heading', '### Tags: Mentorship; interview', ['Mentorship']],
		['a theme', '**Theme:** Mentorship', ['Mentorship']],
		['a map', '**Maps to:** Mentorship', ['Mentorship']],
		['a focus', '**Behavioral focus:** Mentorship', ['Mentorship']],
		['a sentence', '**Competency:** Took initiative; eliminated toil.', []],
		[
			'prose',
			'**Competency:** This one shows how I lead people through a change that nobody wants, with patience',
			[],
		],
	] as const) {
		it(`have their tags in ${what}`, () => {
			const text = `# Bank\n\n## One\n\n${line}\n\n${labels}## Two\n\n**Competencies:** Mentorship\n\n${labels}`;
			expect(tagsIn(text)[0]).to.deep.equal(tags);
			expect(
				problemsIn(text, unfinished).filter((problem) => problem.startsWith('competency-unknown')),
			).to.deep.equal([]);
		});
	}

	it('have a list of tags above a list of sections', () => {
		const list = '- **Situation:** a\n- **Task:** b\n- **Action:** c\n- **Result:** 5%\n';
		expect(tagsIn(`# One\n\n**Competencies:**\n- Mentorship\n- Technical Influence\n${list}`)).to.deep.equal([
			['Mentorship', 'Technical Influence'],
		]);
	});
});
