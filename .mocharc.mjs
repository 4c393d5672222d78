import { testLimitMilliseconds } from './test/limits.ts';

const options = {
	timeout: testLimitMilliseconds,
	reporter: './test/workbench/closingLineReporter.ts',
	'node-option': ['disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
};

// Mocha requires its options; this name is how an ES module gives `require` the object itself.
export { options as 'module.exports' };
