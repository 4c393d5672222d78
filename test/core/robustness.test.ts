import { expect } from 'chai';
import fc from 'fast-check';
import type { Span } from '../../src/core/text/span.ts';
import { jumble, sampleFiles, storyDocument, taggedJumble } from './generated.ts';
import { propertyRuns, stride } from './propertyRuns.ts';
import { analysed, at, read } from './reading.ts';

function expectWithin(outer: Span, { start, end }: Span, about: string): void {
	expect(start, about).to.be.at.least(outer.start);
	expect(end, about).to.be.at.least(start);
	expect(end, about).to.be.at.most(outer.end);
}

/** Checks what holds for any text at all. */
function expectSound(text: string): void {
	const analysis = analysed(text);
	const about = JSON.stringify(text);
	const whole = { start: 0, end: text.length };

	expect(analysis.failures, about).to.deep.equal([]);
	expect(structuredClone(analysis), about).to.deep.equal(analysis);
	expect(analysed(text), about).to.deep.equal(analysis);
	if (analysis.kind === 'other')
		expect(analysis, about).to.deep.equal({ kind: 'other', stories: [], problems: [], failures: [] });
	else if (analysis.kind === 'bank') expect(analysis.stories, about).to.have.length.at.least(2);
	// An untagged bank is as many candidates as it has stories.
	else if (analysis.kind === 'candidate') expect(analysis.stories, about).to.have.length.at.least(1);
	else expect(analysis.stories, about).to.have.length(1);

	let last = 0;
	for (const { span, anchor, titleSpan, tags, sections } of analysis.stories) {
		expectWithin(whole, span, about);
		expect(span.start, about).to.be.at.least(last);
		last = span.end;
		for (const place of [anchor, ...(titleSpan ? [titleSpan] : []), ...tags.map((tag) => tag.span)])
			expectWithin(whole, place, about);
		let previous = 0;
		for (const section of sections) {
			expectWithin(whole, section.span, about);
			expectWithin(section.span, section.name, about);
			expectWithin(section.span, section.body, about);
			expect(section.body.start, about).to.be.at.least(section.name.end);
			expect(section.span.start, about).to.be.at.least(previous);
			expect(section.span.end, about).to.be.at.most(span.end);
			expect(at(text, section.name).trim(), about).to.not.equal('');
			previous = section.span.end;
		}
	}
	for (const { span, message, fixes = [], story } of analysis.problems) {
		expectWithin(whole, span, about);
		expect(message, about).to.match(/\S[.?:]?$/u);
		if (story !== undefined) expect(story, about).to.be.within(0, analysis.stories.length - 1);
		for (const { edits } of fixes) for (const edit of edits) expectWithin(whole, edit.span, about);
	}
	const starts = analysis.problems.map(({ span }) => span.start);
	expect(starts, about).to.deep.equal(starts.toSorted((a, b) => a - b));
}

/** What a document tells, wherever it stands: no offsets, one kind of line ending, no byte order mark. */
function told(text: string): unknown {
	const plain = (span: Span) => at(text, span).replaceAll('\r\n', '\n');
	const { kind, stories, problems } = analysed(text);
	return {
		kind,
		stories: stories.map(({ title, tags, sections, details, anchor }) => ({
			title: title.replaceAll('\r\n', '\n'),
			anchor: plain(anchor),
			tags: tags.map((tag) => [tag.text, tag.competency, plain(tag.span)]),
			sections: sections.map((section) => [
				section.kind,
				section.form,
				section.empty,
				plain(section.name),
				plain(section.body),
				plain(section.span),
			]),
			status: details.status,
			strength: details.strength,
			date: details.date,
		})),
		problems: problems.map(({ rule, message, span }) => [rule, message.replaceAll('\r\n', '\n'), plain(span)]),
	};
}

/** The text with another line ending; a lone carriage return would become part of one. */
function withCrlf(text: string): string {
	return text.replaceAll('\r', '').replaceAll('\n', '\r\n');
}

describe('an analysis', function () {
	it('of any string is sound', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectSound), {
			numRuns: propertyRuns(100),
		});
	});

	it('of any lone surrogates and control characters is sound', () => {
		const unit = fc.oneof(
			fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
			fc.constantFrom('#', '*', '\n', '-', ':', '\r'),
		);
		fc.assert(
			fc.property(fc.string({ unit, maxLength: 60 }), (text) =>
				expectSound(`---\ncompetencies: x\n---\n${text}`),
			),
			{ numRuns: propertyRuns(100) },
		);
	});

	it('of pieces of Markdown and YAML in any order is sound', () => {
		fc.assert(fc.property(fc.oneof(jumble, taggedJumble), expectSound), { numRuns: propertyRuns(400) });
	});

	it('of stories and banks of any form is sound', () => {
		fc.assert(fc.property(storyDocument, expectSound), { numRuns: propertyRuns(200) });
	});

	for (const [index, { file, text }] of sampleFiles.entries()) {
		it(`of ${file}, broken off anywhere, is sound`, () => {
			// In front matter every character counts, in one file or another; in prose a sample does.
			const step = Math.max(1, Math.floor(text.length / 25));
			const each = stride(4);
			for (let end = index % each; end < text.length; end += end < 100 ? each : step)
				expectSound(text.slice(0, end));
			for (let start = 0; start < text.length; start += step * 2) expectSound(text.slice(start));
		});

		it(`of ${file} with its lines in another order is sound`, () => {
			const lines = text.split(/(?<=\n)/u);
			const shuffled = fc
				.shuffledSubarray(lines, {
					minLength: Math.min(8, lines.length),
					maxLength: Math.min(50, lines.length),
				})
				.map((some) => some.join(''));
			fc.assert(fc.property(shuffled, expectSound), { numRuns: propertyRuns(10) });
		});
	}

	for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
		it(`of a document full of \`${name}\` is sound`, () => {
			expectSound(
				`---\ncompetencies: [${name}]\n${name}: ${name}\nstatus: ${name}\n---\n# ${name}\n\n## ${name}\n\n**${name}:** ${name}\n\n## Task\n\n[${name}]: ${name}\n[${name}]\n`,
			);
			expectSound(`# ${name}\n\n**Competencies:** ${name}; mentorship\n\n**Task:** x\n\n**${name}:** y\n`);
		});
	}
});

describe('line endings and a byte order mark', function () {
	for (const { file, text } of sampleFiles) {
		it(`make no difference to ${file}`, () => {
			expect(told(withCrlf(text))).to.deep.equal(told(text));
			expect(told(`\uFEFF${text}`)).to.deep.equal(told(text));
		});
	}

	it('make no difference to stories and banks of any form', () => {
		fc.assert(
			fc.property(storyDocument, (document) => {
				const text = document.replaceAll('\r', '').replace(/^\uFEFF/u, '');
				expect(told(withCrlf(text))).to.deep.equal(told(text));
				expect(told(`\uFEFF${text}`)).to.deep.equal(told(text));
				expect(told(`\uFEFF${withCrlf(text)}`)).to.deep.equal(told(text));
			}),
			{ numRuns: propertyRuns(200) },
		);
	});

	it('make no difference to pieces of Markdown in any order', () => {
		fc.assert(
			fc.property(fc.oneof(jumble, taggedJumble), (document) => {
				const text = document.replaceAll('\r', '').replaceAll('\uFEFF', '');
				expect(told(withCrlf(text)), JSON.stringify(text)).to.deep.equal(told(text));
				expect(told(`\uFEFF${text}`), JSON.stringify(text)).to.deep.equal(told(text));
			}),
			{ numRuns: propertyRuns(200) },
		);
	});

	it('are found at the same places, whatever stands before', () => {
		fc.assert(
			fc.property(storyDocument, (document) => {
				const text = document.replace(/^\uFEFF/u, '');
				const shifted = analysed(`\uFEFF${text}`).problems.map(({ span }) => [span.start - 1, span.end - 1]);
				expect(shifted).to.deep.equal(analysed(text).problems.map(({ span }) => [span.start, span.end]));
			}),
			{ numRuns: propertyRuns(100) },
		);
	});
});

describe('the parser', () => {
	it('keeps every story of a document that the rules see', () => {
		fc.assert(
			fc.property(storyDocument, (text) => {
				expect(read(text).stories.map(({ span }) => span)).to.deep.equal(
					analysed(text).stories.map(({ span }) => span),
				);
			}),
			{ numRuns: propertyRuns(50) },
		);
	});
});
