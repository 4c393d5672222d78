import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { analyse } from '../../src/core/rules/analyse.ts';
import { expectationsIn } from '../expectations.ts';
import { defaultContext } from './context.ts';

const bank = join(import.meta.dirname, '../fixtures/sample-bank');
const files = readdirSync(bank, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));

describe('the sample bank', () => {
	for (const file of files) {
		it(`${file} has exactly the problems it says it has`, () => {
			const text = readFileSync(join(bank, file), 'utf8');
			const { problems, failures } = analyse(text, { ...defaultContext, fileName: basename(file) });
			const readable = (rule: string, start: number, end: number) =>
				`${rule} ${start} ${JSON.stringify(text.slice(start, end))}`;
			expect(failures).to.deep.equal([]);
			expect(problems.map(({ rule, span }) => readable(rule, span.start, span.end)).toSorted()).to.deep.equal(
				expectationsIn(text)
					.map(({ rule, start, end }) => readable(rule, start, end))
					.toSorted(),
			);
		});
	}
});
