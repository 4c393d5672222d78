// The least that anybody has to do, as a process: `plain FOLDER stat|read [STORIES]` lists the folder, looks at every file
// or reads it, and parses the stories whose paths STORIES lists with remark, in one thread.
import { readFileSync, statSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { listFiles } from './listFiles.ts';

const [, , folder = '', work = '', stories] = process.argv;
if (work === 'stat') for (const file of listFiles(folder)) statSync(file);
if (work === 'read') for (const file of listFiles(folder)) readFileSync(file);
if (stories !== undefined) {
	const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).freeze();
	for (const file of readFileSync(stories, 'utf8').split('\n')) processor.parse(readFileSync(file, 'utf8'));
}
