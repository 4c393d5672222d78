// The least that anybody has to do, as a process: `plain FOLDER [STORIES]` lists the folder, reads every file, and
// parses the stories whose paths STORIES lists with remark, in one thread.
import { readFileSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { listFiles } from './listFiles.ts';

const [, , folder = '', stories] = process.argv;
for (const file of listFiles(folder)) readFileSync(file);
if (stories !== undefined) {
	const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).freeze();
	for (const file of readFileSync(stories, 'utf8').split('\n')) processor.parse(readFileSync(file, 'utf8'));
}
