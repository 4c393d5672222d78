import { expect } from 'chai';
import fc from 'fast-check';
import { Lexer, parseDocument } from 'yaml';
import type { EditResult } from '../../src/core/edit/editResult.ts';
import { addListItem, removeListItem } from '../../src/core/edit/frontMatterList.ts';
import { respellListItem } from '../../src/core/edit/frontMatterSpelling.ts';
import { removeFrontMatterField, setFrontMatterField } from '../../src/core/edit/frontMatterSet.ts';
import { checkField } from '../../src/core/story/fieldCheck.ts';
import { fieldNamed, type FieldValue } from '../../src/core/story/fields.ts';
import { type FrontMatter, readFrontMatter } from '../../src/core/story/frontMatter.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { canQuote, insideQuotes, yamlFlowList, yamlScalar } from '../../src/core/text/yaml/yamlText.ts';
import { anyText, storyText } from './frontMatterEditYaml.ts';
import { propertyRuns } from './propertyRuns.ts';

describe('text as YAML', () => {
	it('reads back as itself wherever it stands', () => {
		fc.assert(
			fc.property(fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 12 })), (text) => {
				const scalar = yamlScalar(text);
				const contexts: [string, (value: unknown) => unknown][] = [
					[`k: ${scalar}\n`, (value) => value],
					[`k: ${scalar} # c\nx: 1\n`, (value) => value],
					[`k: [${scalar}]\n`, (value) => (value as unknown[])[0]],
					[`k: [a, ${scalar}, b]\n`, (value) => (value as unknown[])[1]],
					[`{k: ${scalar}, x: 1}\n`, (value) => value],
					[`k:\n  - ${scalar}\n  - b # c\n`, (value) => (value as unknown[])[0]],
					[`k: ${yamlFlowList([text, text])}\n`, (value) => (value as unknown[])[1]],
					[`k: "${insideQuotes(text, '"')}"\n`, (value) => value],
					...(canQuote(text, "'")
						? [
								[
									`k: ['${insideQuotes(text, "'")}', x]\n`,
									(value: unknown) => (value as unknown[])[0],
								] as [string, (value: unknown) => unknown],
							]
						: []),
				];
				for (const [yaml, pick] of contexts) {
					const document = parseDocument(yaml);
					expect(document.errors, yaml).to.deep.equal([]);
					expect(pick((document.toJS() as { k: unknown }).k), yaml).to.equal(text);
				}
			}),
			{ numRuns: propertyRuns(2000) },
		);
	});
});

/** Texts of a list field that counts, as stories have them. */
function textsOf(frontMatter: FrontMatter | undefined, name: string): string[] {
	const field = fieldNamed(name);
	const entry = frontMatter?.entries.find(({ key }) => fieldNamed(key.value) === field);
	return field && entry ? checkField(field, entry.value).values.map(({ value }) => value) : [];
}

/** Every other field with its value; what an alias repeats may change with its anchor. */
function others(text: string, frontMatter: FrontMatter | undefined, name: string): unknown[] {
	const plain = (value: FieldValue): unknown => {
		if (text[value.span.start] === '*') return '*';
		if (value.kind === 'list') return value.items.map(plain);
		return value.kind === 'scalar'
			? [value.type, value.text, value.quote]
			: text.slice(value.span.start, value.span.end);
	};
	return (frontMatter?.entries ?? []).flatMap(({ key, value }) =>
		fieldNamed(key.value)?.name === name ? [] : [[key.value, plain(value)]],
	);
}

/**
 * The stretch of text that an edit of a field may touch: its lines, or for one that is added everything, as nothing is
 * deleted.
 */
function expectOnlyChanged(
	text: string,
	frontMatter: FrontMatter | undefined,
	name: string,
	{ edits }: EditResult,
): void {
	const entry = frontMatter?.entries.find(({ key }) => fieldNamed(key.value)?.name === name);
	const next = frontMatter?.entries.find(({ key }) => entry && key.span.start > entry.key.span.start);
	for (const { span, newText } of edits) {
		expect(text.slice(span.start, span.end) === newText && newText !== '', 'an edit that changes nothing').to.equal(
			false,
		);
		if (!entry || !frontMatter) {
			expect(span.start).to.equal(span.end);
			continue;
		}
		const deleted = text.slice(span.start, span.end);
		const lead = /^[\s,]*(?:\? |["'])?/u.exec(deleted)?.[0].length ?? 0;
		expect(span.start + lead).to.be.at.least(entry.key.span.start);
		expect(span.end).to.be.at.most(next?.key.span.start ?? frontMatter.content.end);
	}
}

/** The comments of front matter; the lexer marks scalars, so that a token with a number sign is one. */
function commentsIn(text: string, frontMatter: FrontMatter | undefined): string[] {
	if (!frontMatter) return [];
	const tokens = [...new Lexer().lex(text.slice(frontMatter.content.start, frontMatter.content.end))];
	return tokens
		.filter((token) => token.startsWith('#'))
		.map((token) => token.trim())
		.toSorted();
}

function expectSameStyle(before: string, after: string): void {
	expect(after.startsWith('\uFEFF')).to.equal(before.startsWith('\uFEFF'));
	expect(after.lastIndexOf('\uFEFF')).to.be.at.most(0);
	const kept = (text: string) => [/\r\n/u.test(text), /(?<!\r)\n/u.test(text), /\r(?!\n)/u.test(text)];
	if (/\n/u.test(before)) expect(kept(after)).to.deep.equal(kept(before));
}

const seen = new Map<string, { done: number; refused: number }>();

/** Applies a result and holds it against everything that is promised; returns the text, or nothing where it is refused. */
function checked(
	what: string,
	text: string,
	name: string,
	result: EditResult,
): { after: string; frontMatter: FrontMatter | undefined } | undefined {
	const count = seen.get(what) ?? { done: 0, refused: 0 };
	seen.set(what, count);
	const before = readFrontMatter(text);
	if (result.refusal) {
		count.refused++;
		expect(result.edits).to.deep.equal([]);
		expect(['alias', 'anchor', 'not-found', 'shape', 'ambiguous'], result.refusal.message).to.include(
			result.refusal.reason,
		);
		return undefined;
	}
	count.done++;
	const after = applyEdits(text, result.edits);
	expectOnlyChanged(text, before, name, result);
	expectSameStyle(text, after);
	const frontMatter = readFrontMatter(after);
	expect(frontMatter?.errors ?? []).to.deep.equal([]);
	expect(commentsIn(after, frontMatter)).to.deep.equal(commentsIn(text, before));
	expect(others(after, frontMatter, name)).to.deep.equal(others(text, before, name));
	return { after, frontMatter };
}

const scenario = fc.record({
	text: storyText.filter((text) => (readFrontMatter(text)?.errors ?? []).length === 0),
	item: anyText.filter((text) => text.trim() === text),
	index: fc.nat(99),
});

describe('edits of front matter', () => {
	it('change one value and nothing else', () => {
		fc.assert(
			fc.property(scenario, ({ text, item, index: place }) => {
				const frontMatter = readFrontMatter(text);
				const name = 'competencies';
				const tags = textsOf(frontMatter, name);
				const isList =
					tags.length > 0 &&
					frontMatter?.entries.find(({ key }) => fieldNamed(key.value)?.name === name)?.value.kind === 'list';
				const index = place % (tags.length || 1);
				const about = JSON.stringify(text);

				const added = checked('add', text, name, addListItem(text, frontMatter, name, item));
				if (added) {
					expect(textsOf(added.frontMatter, name), about).to.deep.equal([...tags, item]);
					const undone = checked(
						'add, then remove',
						added.after,
						name,
						removeListItem(added.after, added.frontMatter, name, tags.length),
					);
					if (undone) {
						expect(textsOf(undone.frontMatter, name)).to.deep.equal(tags);
						const again = checked(
							'add again',
							undone.after,
							name,
							addListItem(undone.after, undone.frontMatter, name, item),
						);
						if (again && isList) expect(again.after).to.equal(added.after);
					}
				}
				const removed = checked('remove', text, name, removeListItem(text, frontMatter, name, index));
				if (removed) expect(textsOf(removed.frontMatter, name), about).to.deep.equal(tags.toSpliced(index, 1));
				else if (index < tags.length) expect(text, about).to.match(/&|\*/u);

				const respelled = checked('respell', text, name, respellListItem(text, frontMatter, name, index, item));
				if (respelled) {
					expect(textsOf(respelled.frontMatter, name), about).to.deep.equal(tags.with(index, item));
					const back = checked(
						'respell back',
						respelled.after,
						name,
						respellListItem(respelled.after, respelled.frontMatter, name, index, tags[index] ?? ''),
					);
					if (back) expect(textsOf(back.frontMatter, name)).to.deep.equal(tags);
				} else expect(index >= tags.length, about).to.equal(true);
			}),
			{ numRuns: propertyRuns(1000) },
		);
	});

	it('set and remove whole fields', () => {
		const setting = fc.oneof(
			fc.tuple(fc.constant('strength'), fc.constantFrom(1, 5)),
			fc.tuple(fc.constant('status'), fc.constantFrom('draft', 'retired')),
			fc.tuple(fc.constant('date'), fc.constantFrom('2021', '2021-05', '2021-05-06')),
			fc.tuple(fc.constantFrom('title', 'company', 'role'), anyText),
			fc.tuple(fc.constantFrom('metrics', 'competencies', 'questions'), fc.array(anyText, { maxLength: 4 })),
		);
		fc.assert(
			fc.property(scenario, setting, ({ text }, [name, given]) => {
				const value =
					typeof given === 'object'
						? given.map((item) => item.trim())
						: typeof given === 'string'
							? given.trim()
							: given;
				const frontMatter = readFrontMatter(text);
				const about = `${name} = ${JSON.stringify(value)} in ${JSON.stringify(text)}`;
				const wanted = (typeof value === 'object' ? value : [String(value)]).filter((item) => item !== '');
				const set = checked('set', text, name, setFrontMatterField(text, frontMatter, name, value));
				if (set) {
					expect(textsOf(set.frontMatter, name), about).to.deep.equal(wanted);
					const present = textsOf(frontMatter, name);
					const isSet = frontMatter?.entries.some(({ key }) => fieldNamed(key.value)?.name === name);
					if (isSet && present.length > 0) {
						const restored = checked(
							'set back',
							set.after,
							name,
							setFrontMatterField(
								set.after,
								set.frontMatter,
								name,
								typeof value === 'object' ? present : (present[0] ?? ''),
							),
						);
						if (restored) expect(textsOf(restored.frontMatter, name), about).to.deep.equal(present);
					} else if (!isSet && frontMatter) {
						const gone = checked(
							'set, then remove',
							set.after,
							name,
							removeFrontMatterField(set.after, set.frontMatter, name),
						);
						if (gone && !/^\{/mu.test(text)) expect(gone.after, about).to.equal(text);
					}
				}
				const removed = checked('remove field', text, name, removeFrontMatterField(text, frontMatter, name));
				if (removed)
					expect(
						removed.frontMatter?.entries.some(({ key }) => fieldNamed(key.value)?.name === name) ?? false,
						about,
					).to.equal(false);
			}),
			{ numRuns: propertyRuns(1000) },
		);
	});

	it('are hardly ever refused', () => {
		for (const what of ['add', 'add, then remove', 'respell back', 'set back', 'set, then remove'])
			expect(seen.get(what)?.refused ?? 0, what).to.equal(0);
		expect(seen.get('set')?.refused ?? 0).to.be.below(propertyRuns(10));
		expect(seen.get('remove')?.done ?? propertyRuns(100)).to.be.at.least(propertyRuns(100));
	});
});
