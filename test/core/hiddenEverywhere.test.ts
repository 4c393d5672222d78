import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { cueCard, cueCardMarkdown } from '../../src/core/library/cueCard.ts';
import { AnsweringLibrary } from '../../src/core/report/answers/answeringLibrary.ts';
import { cardResult } from '../../src/core/report/answers/cardResult.ts';
import { coverageResult } from '../../src/core/report/answers/coverageResult.ts';
import { findResult } from '../../src/core/report/answers/findResult.ts';
import { probesResult } from '../../src/core/report/answers/probesResult.ts';
import { questionsResult } from '../../src/core/report/answers/questionsResult.ts';
import { leftoversIn } from '../../src/core/report/redact/leftovers.ts';
import { listedNames } from '../../src/core/report/redact/listedNames.ts';
import { redactFind } from '../../src/core/report/redact/redactFind.ts';
import { redactReport, textsOf } from '../../src/core/report/redact/redactReport.ts';
import { redactResult } from '../../src/core/report/redact/redactResult.ts';
import { redactTexts } from '../../src/core/report/redact/redactor.ts';
import { reportFormats } from '../../src/core/report/reportFormats.ts';
import { coverageAnswer } from '../../src/core/report/toolAnswers.ts';
import { writeReport } from '../../src/core/report/writeReport.ts';
import { stride } from './propertyRuns.ts';
import { reportFile, reportWith } from './sampleReport.ts';

const lookups = new Lookups([staff]);
const names = ['Halyard Freight', 'Sedgewell', 'Café Zürich', 'Profinity', 'Izmir Labs', 'Kestrel & Sons', 'Zoë Quist'];

/** How people write a name other than it is listed. */
const forms: readonly ((name: string) => string)[] = [
	(name) => name,
	(name) => name.toUpperCase(),
	(name) => name.toLowerCase(),
	(name) => `${name}'s`,
	(name) => name.normalize('NFD'),
	(name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
	(name) => name.replace(/[a-z]/giu, (each) => String.fromCharCode((each.codePointAt(0) ?? 0) + 0xfee0)),
	(name) => name.replace('fi', 'ﬁ').replace('I', 'İ'),
	(name) => name.replace(' ', '\\\n'),
	(name) => name.replace(' ', '\n'),
	(name) => `**${name.slice(0, 3)}**${name.slice(3)}`,
	(name) => `<b>${name.slice(0, 3)}</b>${name.slice(3)}`,
	(name) => `${name.slice(0, 3)}\u00AD${name.slice(3)}\u200E`,
	// What nobody sees, U+FEFF among them, which the language takes for white space.
	(name) => [...name].join('\uFEFF'),
	(name) => `${name.slice(0, 3)}\u2060${name.slice(3, 4)}\u200D${name.slice(4)}\uFE0F`,
	(name) => name.replace('ë', '&euml;').replace('é', '&#233;').replace(' ', '&nbsp;'),
	(name) => `${name}에서`,
	(name) => name.split(' ')[0] ?? '',
];

const inLine = (spelt: string) => `On ${spelt.replace(/[^\S\uFEFF]+/gu, ' ')}`;
const titles = (spelt: string) => JSON.stringify(inLine(spelt));

function bank(spelt: string): string {
	const entry = `## ${inLine(spelt)}\n\n**Competencies:** mentorship, ${inLine(spelt)}\n**Angle (mentorship):** ${inLine(spelt)}\n\n`;
	return `# Bank\n\n${`${entry}- **Situation:** At ${spelt}\n- **Result:** 3 for ${spelt}\n\n`.repeat(2)}`;
}

function story(name: string, spelt: string): string {
	return `---\ncompetencies: [mentorship, ${titles(spelt)}]\ntitle: ${titles(spelt)}\nCompanies: [${JSON.stringify(name)}]\nmetrics: [${titles(spelt)}]\nquestions: [${titles(spelt)}]\nangles: { mentorship: ${titles(spelt)} }\n---\n\n## Situation\n\nAt ${spelt} we met.\n\n## Task\n\nI joined ${spelt}.\n\n## Action\n\nI left ${spelt}.\n\n## Result\n\n3 for ${spelt}.\n\n## In short\n\nOf ${spelt}.\n\n## Follow-ups\n\n- What did ${spelt} say?\n  - That ${spelt} slept.\n`;
}

/** Letters and digits as a reader sees them, by another way than the redactor's. */
function seen(text: string): string {
	return text
		.replaceAll(/&#(\d+);/gu, (_whole, code: string) => String.fromCodePoint(Number(code)))
		.replaceAll(/&(?:euml);/gu, 'e')
		.replaceAll(/<\/?[a-z][^<>]*>/giu, '')
		.normalize('NFKD')
		.replaceAll(/\p{M}|\p{Cf}/gu, '')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

describe('a listed name, however it is written', () => {
	it('is in no report, card or answer of a tool, unless it is told of', () => {
		const step = stride(3);
		for (const [index, form] of forms.entries()) {
			for (const name of names.filter((_name, place) => (index + place) % step === 0)) {
				const spelt = form(name);
				const file = reportFile(`${name.toLowerCase().replaceAll(/[^\p{L}]+/gu, '-')}.md`, story(name, spelt));
				const read = file.analysis.names;
				const listed = listedNames(read ? [read] : []);
				expect(listed.map((each) => each.name)).to.deep.equal([name]);
				const files = [file, reportFile('bank.md', bank(spelt))];
				const { report } = redactReport(reportWith({ files, linkTo: (path) => encodeURI(path) }), listed);
				const library = new AnsweringLibrary({ files, lookups });
				expect(library.stories.length, spelt).to.equal(3);
				const cards = library.stories.map((entry) => cueCardMarkdown(cueCard(entry.story, lookups)));
				const answers = [
					redactFind(findResult(library, `How did you mentor somebody at ${spelt}?`), listed),
					...library.stories.map((entry) => redactResult(cardResult(library, entry), listed)),
					redactResult(coverageResult(library), listed),
					redactResult(questionsResult(library), listed),
					redactResult(probesResult(library), listed),
				];
				const texts = redactTexts([...cards, coverageAnswer(reportWith({ files }))], listed);
				const written = [
					...reportFormats.map(({ id }) => writeReport(id, report)),
					...texts.texts.map(({ text }) => text),
					...answers.map(({ result }) => JSON.stringify(result)),
				];
				const near = [
					...leftoversIn([...textsOf(report), ...texts.texts.map(({ text }) => text)], listed),
					...answers.flatMap(({ leftovers }) => leftovers),
				].map(seen);
				for (const text of written) {
					const shown = near.reduce((rest, each) => rest.replaceAll(each, ''), seen(text));
					expect(shown, `${name} as ${spelt}`).not.to.include(seen(name));
					for (const word of name.split(/[^\p{L}]+/u).filter((each) => each.length > 4))
						expect(shown, `${name} as ${spelt}`).not.to.include(seen(word));
				}
			}
		}
	});
});
