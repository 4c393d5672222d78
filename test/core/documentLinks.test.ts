import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import { knownQuestions } from '../../src/core/framework/lookups.ts';
import {
	linksInFramework,
	linksInStories,
	frameworkPage,
	questionItem,
} from '../../src/core/library/languageFeatures/links.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { rules } from '../../src/core/rules/index.ts';
import { defaultContext } from './context.ts';

const questions = knownQuestions([staff]);

/** Each link of a story or a bank, as its kind and its words. */
function linked(text: string): readonly string[] {
	return linksInStories(analyse(text, defaultContext), questions, rules).map(
		({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`,
	);
}

describe('links of a document', () => {
	it('lead from questions by their ids, and from nothing else that a story answers', () => {
		expect(
			linked(
				'---\ncompetencies: mentorship\nquestions: [mentorship-grow, "mentorship-grow-not", How do you grow people?]\n---\n# A\n',
			),
		).to.deep.equal(['question mentorship-grow']);
		expect(
			linked("---\ncompetencies: mentorship\nquestions:\n  - 'mentorship-grow' # asked\n---\n# A\n"),
		).to.deep.equal(['question mentorship-grow']);
		expect(linked('---\ncompetencies: mentorship\nquestions: mentorship-grow\n---\n# A\n')).to.deep.equal([
			'question mentorship-grow',
		]);
	});

	it('lead there once from the front matter that the stories of a bank share', () => {
		const bank =
			'---\ncompetencies: mentorship\nquestions: [mentorship-grow]\n---\n## One\n\n**Situation:** a\n**Task:** b\n\n## Two\n\n**Situation:** a\n**Task:** b\n';
		expect(linked(bank)).to.deep.equal(['question mentorship-grow']);
	});

	it('lead from the rules that are switched off', () => {
		const text =
			'---\ncompetencies: mentorship\nignore: [length, no-such-rule, "balance"]\n---\n# A\n\n<!-- star-stories-disable stale, placeholder -->\n\n' +
			'<!--star-stories-enable stale-->\n\n`<!-- star-stories-disable title-missing -->`\n\n<!-- length -->\n';
		expect(linked(text)).to.have.members([
			'rule length',
			'rule balance',
			'rule stale',
			'rule placeholder',
			'rule stale',
		]);
	});

	it('are none in a file that is no story', () => {
		expect(
			linked(
				'---\nquestions: [mentorship-grow]\nignore: [length]\n---\n# A\n\n<!-- star-stories-disable stale -->\n',
			),
		).to.deep.equal([]);
	});

	it('lead from the built-in frameworks that a framework file extends, also while it is broken', () => {
		const links = (text: string) =>
			linksInFramework(loadFramework(text)).map(({ span }) => text.slice(span.start, span.end));
		expect(links('extends: [staff, stuff, "google"]\n')).to.deep.equal(['staff', 'google']);
		expect(links('extends: meta\nname: [\n')).to.deep.equal(['meta']);
	});
});

describe('the page of a framework', () => {
	it('has every question on a line of its own, with its id', () => {
		const lines = frameworkPage(staff).split('\n');
		for (const { question } of questions.values()) {
			expect(
				lines.filter((line) => line === questionItem(question)),
				question.id,
			).to.have.length(1);
			expect(questionItem(question)).to.contain(`\`${question.id}\``);
		}
	});

	it('says what edition it is only where there is one', () => {
		const { framework } = loadFramework('name: Ours\nextends: staff\n');
		expect(framework && frameworkPage(framework)).to.match(/^# Ours\n\n## Technical Initiative\n/u);
		expect(frameworkPage(staff)).to.match(/^# .+\n\nVersion \d[^\n]*, as of \d{4}-\d\d-\d\d\.\n/u);
	});

	it('knows where a framework file asks its own questions', () => {
		const text =
			'extends: staff\nquestions:\n  - text: Why now?\n    competencies: [mentorship]\ncompetencies:\n  - id: mentorship\n    questions:\n      - id: own\n        text: And you?\n';
		const found = loadFramework(text).questions.map(({ question, span }) => [
			question,
			text.slice(span.start, span.end).split('\n')[0],
		]);
		expect(found).to.have.deep.members([
			['why-now', 'text: Why now?'],
			['own', 'id: own'],
		]);
	});
});
