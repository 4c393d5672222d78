import type { HostDifference } from './hostDifferences.ts';
import { wantedRun } from './wantedRun.ts';

const suitesOfEveryHost = new WeakSet<Mocha.Suite>();
const suitesOfCurrentNode = new WeakSet<Mocha.Suite>();
const testsOfCurrentNode = new WeakSet<Mocha.Test>();

/** A suite for every host under test, as the hosts may differ in what it is about. */
export function inEveryHost(_difference: HostDifference, title: string, tests: (this: Mocha.Suite) => void): void {
	suitesOfEveryHost.add(describe(title, tests));
}

/** A suite of what is the same in every host; it runs in the Node host of the current version alone. */
export function inCurrentNode(title: string, tests: (this: Mocha.Suite) => void): void {
	suitesOfCurrentNode.add(describe(title, tests));
}

/** A test of a suite for every host that would find in another nothing that its neighbours do not find there. */
export function itInCurrentNode(title: string, test: () => void | PromiseLike<void>): void {
	testsOfCurrentNode.add(it(title, test));
}

/**
 * Leaves the suites and tests that this host is to run.
 *
 * @throws Error where a suite does not say which hosts it is for
 */
export function keepWantedSuites(root: Mocha.Suite): void {
	const unmarked = root.suites.find((suite) => !suitesOfEveryHost.has(suite) && !suitesOfCurrentNode.has(suite));
	if (unmarked) throw new Error(`The suite “${unmarked.title}” does not say which hosts it is for`);
	if (wantedRun().everySuite) return;
	root.suites = root.suites.filter((suite) => suitesOfEveryHost.has(suite));
	for (const suite of root.suites) keepTestsOfEveryHost(suite);
}

function keepTestsOfEveryHost(suite: Mocha.Suite): void {
	suite.tests = suite.tests.filter((test) => !testsOfCurrentNode.has(test));
	suite.suites.forEach(keepTestsOfEveryHost);
}
