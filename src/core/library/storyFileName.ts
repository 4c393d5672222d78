/**
 * Names that Windows keeps for devices, whatever their extension, and those of the lists in the folder of the stories.
 */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|opportunities|interviews)$/u;

/** Longest name without extension, in UTF-16 code units: far below any file system's limit, and still readable. */
const maxNameLength = 60;

/**
 * A file name for a story, made of its title: letters and digits of any script, joined by hyphens.
 *
 * @param title as the author gave it
 * @param taken says whether a name is in use
 */
export function storyFileName(title: string, taken: (name: string) => boolean): string {
	const words =
		title
			.normalize('NFC')
			.toLowerCase()
			.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
	let name = '';
	for (const word of words) {
		if (name !== '' && name.length + word.length >= maxNameLength) break;
		name += name === '' ? [...word].slice(0, maxNameLength / 2).join('') : `-${word}`;
	}
	if (name === '' || reserved.test(name)) name = name === '' ? 'story' : `story-${name}`;
	let unique = `${name}.md`;
	for (let number = 2; taken(unique); number++) unique = `${name}-${number}.md`;
	return unique;
}
