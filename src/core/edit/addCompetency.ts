import { builtInKnowing } from '../framework/built-in/knowing.ts';
import { loadFramework } from '../framework/file/loadFramework.ts';
import { createLookup } from '../framework/lookups.ts';
import { applyEdits } from '../text/edit.ts';
import { capitalised, oneLine } from '../text/words.ts';
import { yamlFlowList, yamlScalar } from '../text/yaml/yamlText.ts';
import { type EditResult, noEdits, refuse } from './editResult.ts';
import { addToFrameworkList } from './frameworkList.ts';
import { looksLikeId } from './storyTags.ts';

/**
 * Adds a competency at the end of the `competencies` of a framework file, so that a tag names it; nothing where it is
 * known there. Nothing but the new lines changes.
 *
 * @param text the whole file
 * @param tag as a story has it
 * @returns the edit, or why it can't be made
 */
export function addCompetency(text: string, tag: string): EditResult {
	const before = loadFramework(text);
	if (!before.framework)
		return refuse(
			'unreadable',
			'The framework file has errors: mend them first, then add the competency.',
			before.problems[0]?.span,
		);
	if (createLookup([before.framework]).find(tag)) return noEdits;
	const edit = addToFrameworkList(text, 'competencies', (indent, ending) => entryFor(tag, indent, ending));
	const after = edit && loadFramework(applyEdits(text, [edit])).framework;
	const isAsMeant =
		after?.competencies.length === before.framework.competencies.length + 1 &&
		createLookup([after]).find(tag) !== undefined;
	if (!edit || !isAsMeant)
		return refuse(
			'shape',
			'The competency cannot be added without changing what stands around it: add it by hand.',
		);
	return { edits: [edit] };
}

/** A new framework file that extends the built-in frameworks and has the competency that a tag names. */
export function frameworkWithCompetency(presets: readonly string[], tag: string): string {
	return `extends: ${yamlFlowList(presets)}\n\ncompetencies:\n${entryFor(tag, '  ', '\n')}\n`;
}

/** What a built-in framework says of the competency is taken over; its name alone where none knows it. */
function entryFor(tag: string, indent: string, ending: string): string {
	const known = builtInKnowing(tag)[0]?.competency;
	const name = oneLine(tag);
	const spoken = looksLikeId(name) ? capitalised(name.replaceAll('-', ' ')) : name;
	const fields = known
		? [
				`id: ${yamlScalar(known.id)}`,
				`name: ${yamlScalar(known.name)}`,
				`description: ${yamlScalar(known.description)}`,
			]
		: [`id: ${yamlScalar(idFor(name))}`, `name: ${yamlScalar(spoken)}`];
	return fields.map((field, index) => `${indent}${index === 0 ? '- ' : '  '}${field}`).join(ending);
}

/** The name in the letters that an id may have; `competency` where none of its are. */
function idFor(name: string): string {
	const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
	return plain.replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-|-$/gu, '') || 'competency';
}
