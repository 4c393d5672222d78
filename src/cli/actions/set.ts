import type { StoryChange } from '../../core/edit/changeStories.ts';
import { type SettableField, settableFields, settingFrom } from '../../core/edit/settableFields.ts';
import { nearestName } from '../../core/framework/nearness.ts';
import { openLibrary } from '../answering.ts';
import { changeStory } from '../changeStory.ts';
import { storyIn } from '../namedStory.ts';
import type { AnswerOptions, DryRunOption } from '../options.ts';
import { type ExitCode, Refusal } from '../terminal.ts';

/** What `star-stories set` was given. */
export interface SetOptions extends AnswerOptions, DryRunOption {}

/**
 * Sets fields of a story.
 *
 * @param name of the story, as typed
 * @param settings such as `strength=4`
 */
export async function set(name: string, settings: readonly string[], options: SetOptions): Promise<ExitCode> {
	const changes = settings.map(changeFrom);
	const opened = await openLibrary(options);
	return changeStory(opened, await storyIn(opened, name), changes, options);
}

function changeFrom(setting: string): { readonly change: StoryChange; readonly what: string } {
	const [, key = '', typed = ''] = /^([^=]*)=(.*)$/su.exec(setting) ?? [];
	const field = settableFields.find((each) => each === key.trim());
	if (!field) {
		const near = nearestName(key === '' ? setting : key, settableFields);
		throw new Refusal(
			`Write field=value with one of ${settableFields.join(', ')}, not “${setting}”.` +
				(near === undefined ? '' : ` Do you mean ${near}?`),
		);
	}
	return typed.trim() === ''
		? { change: { kind: 'clear', field }, what: `remove ${field}` }
		: { change: { kind: 'set', field, value: valueOf(field, typed) }, what: `${field}: ${typed.trim()}` };
}

function valueOf(field: SettableField, typed: string): string | number {
	const setting = settingFrom(field, typed);
	if ('message' in setting) throw new Refusal(setting.message);
	return setting.value;
}
